"""`chapwai ledger`: all balances, and an audit of the books."""

import argparse
import json
import sys
from collections.abc import Sequence
from typing import Any

from chapwai.config.schema import require_current_schema
from chapwai.ledger.queries import AccountRow, audit, balances

HEADINGS = ("book", "purpose", "party", "balance", "held")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """`balances` and `audit`, each with `--json`."""
    parser.description = __doc__
    actions = parser.add_subparsers(dest="action", required=True)
    for name, summary in (
        ("balances", "every account of every book, in baht"),
        ("audit", "what is wrong with the books, counted; exit code 1 if anything is"),
    ):
        action = actions.add_parser(name, help=summary)
        action.add_argument("--json", action="store_true", help="JSON instead of a table")


def run(options: argparse.Namespace) -> int:
    """Print what was asked for; 1 if an audit found anything, else 0."""
    require_current_schema()
    return _audit(options) if options.action == "audit" else _balances(options)


def _balances(options: argparse.Namespace) -> int:
    rows = balances()
    if options.json:
        _write_json([_in_both_units(row) for row in rows])
    else:
        _write_table(
            HEADINGS,
            [
                (
                    row["book"],
                    row["purpose"],
                    row["party"],
                    _baht(row["balance"]),
                    _baht(row["held"]),
                )
                for row in rows
            ],
        )
    return 0


def _audit(options: argparse.Namespace) -> int:
    findings = audit()
    if options.json:
        _write_json(findings)
    else:
        _write_table(("finding", "wrong"), [(name, str(n)) for name, n in findings.items()])
    return 1 if any(findings.values()) else 0


def _in_both_units(row: AccountRow) -> dict[str, Any]:
    return {
        "book": row["book"],
        "purpose": row["purpose"],
        "party": row["party"],
        "balance_satang": row["balance"],
        "balance_baht": _baht(row["balance"]),
        "held_satang": row["held"],
        "held_baht": _baht(row["held"]),
    }


def _baht(satang: int) -> str:
    """Two decimals, as in a statement; exact, so no float."""
    baht, rest = divmod(abs(satang), 100)
    return f"{'-' if satang < 0 else ''}{baht}.{rest:02}"


def _write_json(content: Any) -> None:
    sys.stdout.write(json.dumps(content, ensure_ascii=False, indent=2) + "\n")


def _write_table(headings: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Columns as wide as their widest cell; amounts and counts to the right."""
    table = [headings, *rows]
    widths = [max(len(row[column]) for row in table) for column in range(len(headings))]
    for row in table:
        cells = [
            cell.rjust(width) if heading in ("balance", "held", "wrong") else cell.ljust(width)
            for heading, cell, width in zip(headings, row, widths, strict=True)
        ]
        sys.stdout.write("  ".join(cells).rstrip() + "\n")
