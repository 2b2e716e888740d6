"""`chapwai read`: the citation on a photo or in a text, without a service, a database or a network.

Standard output holds one line of JSON a question and nothing else, so that questions and answers
stay in step: what cannot be read answers with no items, and the reason goes to standard error.
"""

import argparse
import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path

from django.db import DatabaseError

from chapwai.citations.citation import Citation, PictureRefused, Reading, Verdict
from chapwai.citations.engines.engine import EngineMissing
from chapwai.citations.gate import MOST_BYTES
from chapwai.citations.index.file_index import CannotReadRecords, FileIndex
from chapwai.citations.read import read_text
from chapwai.citations.record import CitationIndex
from chapwai.citations.resolve.resolve import resolved_reading
from chapwai.citations.worker import ReadingCrashed, ReadingTimedOut, ReadingWorker
from chapwai.config.own_index import own_index
from chapwai.config.refusal import Refused

NOTHING = Reading(verdict=Verdict.UNREADABLE)


class NothingToRead(Refused):
    """Name pictures, or give --text, or --stdin for one path a line."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.description = "Read citations off photos, screenshots and texts."
    parser.add_argument("image", nargs="*", type=Path, help="JPEG, PNG, WebP, GIF, HEIC or PDF")
    parser.add_argument("--stdin", action="store_true", help="one path a line, one answer a line")
    parser.add_argument("--text", help="a DOI, a PMID, a link, a reference, or several")
    records = parser.add_mutually_exclusive_group()
    records.add_argument(
        "--index", type=Path, metavar="FILE", help="a file of records, one JSON object a line"
    )
    records.add_argument("--no-index", action="store_true", help="only what the picture says")
    parser.add_argument("--json", action="store_true", help="one JSON line a picture or text")


def run(options: argparse.Namespace) -> int:
    """Print what was read, in the order of the questions; 0."""
    tell = _tell_as_json if options.json or options.stdin else _tell_in_words
    with _index(options) as index:
        for reading in _readings(options):
            tell(_resolved(reading, index))
    return 0


@contextmanager
def _index(options: argparse.Namespace) -> Iterator[CitationIndex | None]:
    """The records that were named, or the service's own if its database runs, or none."""
    if options.no_index:
        yield None
    elif options.index is None:
        with own_index() as index:
            yield index
    else:
        try:
            records = FileIndex(options.index)
        except CannotReadRecords as error:
            raise Refused(str(error)) from error
        with closing(records):
            yield records


def _readings(options: argparse.Namespace) -> Iterator[Reading]:
    if options.text is not None:
        yield read_text(options.text)
    elif options.stdin:
        yield from _read_all(Path(line.rstrip("\r\n")) for line in sys.stdin)
    elif options.image:
        yield from _read_all(options.image)
    else:
        raise NothingToRead


def _read_all(paths: Iterable[Path]) -> Iterator[Reading]:
    with ReadingWorker() as worker:
        for path in paths:
            yield _read_one(path, worker)


def _resolved(reading: Reading, index: CitationIndex | None) -> Reading:
    """With what the records say; a database that fails costs no answer."""
    try:
        return resolved_reading(reading, index=index)
    except DatabaseError as error:
        sys.stderr.write(f"not looked up: {type(error).__name__}\n")
        return reading


def _read_one(path: Path, worker: ReadingWorker) -> Reading:
    try:
        return worker.read_photo(_bytes_of(path))
    except (OSError, PictureRefused, EngineMissing, ReadingCrashed, ReadingTimedOut) as refusal:
        sys.stderr.write(f"{path}: {_in_words(refusal)}\n")
        return NOTHING


def _bytes_of(path: Path) -> bytes:
    """As much of the file as a picture may have, and one byte that gives a larger one away."""
    with path.open("rb") as file:
        return file.read(MOST_BYTES + 1)


def _in_words(refusal: Exception) -> str:
    if isinstance(refusal, PictureRefused):
        return f"not opened: {refusal.reason}"
    if isinstance(refusal, OSError):
        return refusal.strerror or type(refusal).__name__
    return " ".join((str(refusal) or type(refusal).__doc__ or "").split())


def _tell_as_json(reading: Reading) -> None:
    items = [citation.to_json() for citation in reading.citations]
    print(json.dumps({"items": items}, ensure_ascii=False), flush=True)


def _tell_in_words(reading: Reading) -> None:
    print(f"{reading.verdict.value} ({reading.seconds:.2f} s)")
    for citation in reading.citations:
        print("\n".join(_described(citation)), flush=True)


def _described(citation: Citation) -> Sequence[str]:
    """One line a field that is known, with a question mark where somebody should look."""
    fields = {name: value for name, value in citation.to_json().items() if value}
    return [f"  {name:10} {_shown(name, value, citation)}" for name, value in fields.items()]


def _shown(name: str, value: object, citation: Citation) -> str:
    words = "; ".join(value) if isinstance(value, list) else str(value)
    doubt = " ?" if name in citation.doubtful else ""
    origin = citation.origins.get(name)
    return f"{words}{doubt}" + (f"  [{origin}]" if origin else "")
