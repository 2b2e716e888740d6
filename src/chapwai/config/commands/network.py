"""`chapwai network`: load a network file into the database, or show the network as such a file."""

import argparse
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from django.db import transaction

from chapwai.config.refusal import Refused
from chapwai.config.schema import migrate, require_current_schema
from chapwai.ledger.actions.top_up import top_up
from chapwai.ledger.models import LedgerEntry, Purpose
from chapwai.ledger.refusals import Refusal
from chapwai.libraries.actions.load_network import Loaded, load_network
from chapwai.libraries.models import Network
from chapwai.libraries.network_checks import Problem
from chapwai.libraries.network_file import NetworkFile, WrongNetworkFile, read_network_file
from chapwai.libraries.network_shape import DepositEntry
from chapwai.libraries.network_text import as_json, as_toml, described, in_baht

OPENING = "opening"


class NoNetwork(Refused):
    """There is no such network here; `chapwai network load FILE` brings one in."""


class WhichNetwork(Refused):
    """There are several networks here: name the one to show."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """`load FILE` and `show [NAME] [--json]`."""
    parser.description = __doc__
    actions = parser.add_subparsers(dest="action", required=True)
    load = actions.add_parser("load", help="make the database say what the file says")
    load.add_argument("file", type=Path, help="TOML, or JSON if its name ends in .json")
    show = actions.add_parser("show", help="print the network in the file's own shape")
    show.add_argument("name", nargs="?", help="needed only where there are several networks")
    show.add_argument("--json", action="store_true", help="JSON instead of TOML")


def run(options: argparse.Namespace) -> int:
    """Load or show; 0, or Refused with all that is wrong with the file."""
    return _load(options.file) if options.action == "load" else _show(options)


def _load(path: Path) -> int:
    try:
        file = read_network_file(path)
        migrate()
        loaded = _write(file, now=datetime.now(UTC))
    except (WrongNetworkFile, Refusal) as refusal:
        raise Refused(str(refusal)) from refusal
    sys.stdout.write(
        f"{path.name}: {loaded.new} new, {loaded.changed} changed, {loaded.known} as they were\n"
    )
    return 0


@transaction.atomic
def _write(file: NetworkFile, *, now: datetime) -> Loaded:
    """The whole file or nothing: libraries, people and opening deposits."""
    loaded = load_network(file)
    posted = _opening_amounts()
    problems = []
    for index, deposit in enumerate(file.content.deposits):
        before = posted.get((deposit.supplier, deposit.payer))
        if before is None:
            _post(deposit, now=now)
            loaded.new += 1
        elif before == deposit.amount:
            loaded.known += 1
        else:
            problems.append(_changed_amount(index, before))
    if problems:
        raise file.source.refusal(problems)
    return loaded


def _post(deposit: DepositEntry, *, now: datetime) -> None:
    top_up(
        supplier=deposit.supplier,
        payer=deposit.payer,
        amount=deposit.amount,
        key=f"{OPENING}:{deposit.supplier}:{deposit.payer}",
        actor="chapwai network load",
        now=now,
        memo="opening deposit",
    )


def _changed_amount(index: int, before: int) -> Problem:
    return Problem(
        ("deposits", index, "amount"),
        f"was opened with {in_baht(before)} baht, and books are never rewritten;"
        " a further payment is a top-up",
    )


def _opening_amounts() -> dict[tuple[str, str], int]:
    """What was paid in by network files so far: (supplier, payer) to satang, oldest first."""
    lines = LedgerEntry.objects.select_related("account").filter(
        account__purpose=Purpose.DEPOSIT, txn__idem_key__startswith=f"{OPENING}:"
    )
    return {
        (line.account.book, line.account.party): -line.amount for line in lines.order_by("txn_id")
    }


def _show(options: argparse.Namespace) -> int:
    require_current_schema()
    tables = _tables(_network_named(options.name))
    sys.stdout.write(as_json(tables) if options.json else as_toml(tables))
    return 0


def _network_named(name: str | None) -> Network:
    networks = list(Network.objects.filter(name=name) if name else Network.objects.all())
    if not networks:
        raise NoNetwork
    if len(networks) > 1:
        raise WhichNetwork
    return networks[0]


def _tables(network: Network) -> dict[str, Any]:
    symbols = set(network.libraries.values_list("symbol", flat=True))
    deposits = [
        {"at": supplier, "from": payer, "amount": in_baht(amount)}
        for (supplier, payer), amount in _opening_amounts().items()
        if supplier in symbols
    ]
    return {**described(network), "deposits": deposits}
