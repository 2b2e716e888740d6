"""`chapwai citations`: articles from files into the citation index, and how many it holds."""

import argparse
import json
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from chapwai.citations.formats.detect import UnknownFormat, records_in
from chapwai.citations.formats.fault import Fault
from chapwai.citations.index.import_records import Imported, import_records, put_index_in_order
from chapwai.citations.models import IndexedArticle
from chapwai.citations.record import Record
from chapwai.config.refusal import Refused
from chapwai.config.schema import migrate, require_current_schema


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """`import FILE… [--json]` and `count [--json]`."""
    parser.description = __doc__
    actions = parser.add_subparsers(dest="action", required=True)
    files = actions.add_parser("import", help="add the articles of files, or update them")
    files.add_argument(
        "file",
        nargs="+",
        type=Path,
        help="PubMed XML, NBIB, RIS, BibTeX, EndNote XML, CSV, Crossref's JSON or JSON lines, also"
        " gzipped; what it is in, the file says itself",
    )
    count = actions.add_parser("count", help="how many articles the index holds")
    for action in (files, count):
        action.add_argument("--json", action="store_true", help="JSON instead of words")


def run(options: argparse.Namespace) -> int:
    """Import or count; 0, or Refused if a file cannot be read."""
    return _import(options) if options.action == "import" else _count(options)


def _import(options: argparse.Namespace) -> int:
    # All are opened first, so that a wrong name in the list leaves nothing half done.
    opened = [(path, _opened(path)) for path in options.file]
    migrate()
    tell = _tell_as_json if options.json else _tell_in_words
    for path, items in opened:
        tell(path, _imported(path, items))
    put_index_in_order()
    return 0


def _opened(path: Path) -> Iterator[Record | Fault]:
    try:
        return records_in(path)
    except OSError as error:
        raise Refused(f"{path}: {error.strerror}") from error
    except UnknownFormat as error:
        raise Refused(f"{path}: {error}") from error


def _imported(path: Path, items: Iterator[Record | Fault]) -> Imported:
    try:
        return import_records(items, now=datetime.now(UTC))
    except OSError as error:
        raise Refused(f"{path}: {error.strerror}") from error


def _tell_in_words(path: Path, imported: Imported) -> None:
    filed = imported.filed
    sys.stdout.write(
        f"{path.name}: {filed.new} new, {filed.changed} changed, {filed.known} as they were,"
        f" {imported.skipped} skipped\n"
    )
    for fault in imported.faults:
        sys.stdout.write(f"  {fault.place}: {fault.reason}\n")
    if imported.skipped > len(imported.faults):
        sys.stdout.write(f"  … and {imported.skipped - len(imported.faults)} more\n")


def _tell_as_json(path: Path, imported: Imported) -> None:
    content: dict[str, Any] = {
        "file": str(path),
        **vars(imported.filed),
        "skipped": imported.skipped,
        "faults": [vars(fault) for fault in imported.faults],
    }
    sys.stdout.write(json.dumps(content, ensure_ascii=False) + "\n")


def _count(options: argparse.Namespace) -> int:
    require_current_schema()
    articles = IndexedArticle.objects.count()
    sys.stdout.write(f'{{"articles": {articles}}}\n' if options.json else f"{articles} articles\n")
    return 0
