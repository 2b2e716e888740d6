"""Which format a file or a paste is in, by what it holds and not by its name."""

import io
import re
import zlib
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path
from typing import BinaryIO, cast

from chapwai.citations.formats.bibtex import records_in_bibtex
from chapwai.citations.formats.decoding import SAMPLE, legible, text_of
from chapwai.citations.formats.endnote_xml import records_in_endnote_xml
from chapwai.citations.formats.fault import Fault
from chapwai.citations.formats.json_records import records_in_json
from chapwai.citations.formats.nbib import records_in_nbib
from chapwai.citations.formats.pubmed_xml import records_in_pubmed_xml
from chapwai.citations.formats.refer import records_in_refer
from chapwai.citations.formats.ris import records_in_ris
from chapwai.citations.formats.table import records_in_table, separator_of
from chapwai.citations.formats.unpacking import Unpacked
from chapwai.citations.record import Record

Reader = Callable[[BinaryIO], Iterator[Record | Fault]]

# What a text in the format must hold, the more telling first.
SIGNS: tuple[tuple[re.Pattern[str], Reader], ...] = (
    (re.compile(r"\A\s*<(?=[^\0]*<Pubmed(?:Book)?Article(?:Set)?\b)"), records_in_pubmed_xml),
    (re.compile(r"\A\s*<(?=[^\0]*<record\b)"), records_in_endnote_xml),
    (re.compile(r"\A\s*(?:\{\s*[\"}]|\[\s*[{\]])"), records_in_json),
    (re.compile(r"^ {0,3}TY\s{1,3}-\s", re.MULTILINE), records_in_ris),
    (re.compile(r"^ {0,3}PMID ?- ?\d", re.MULTILINE), records_in_nbib),
    (re.compile(r"^ {0,3}%0 \w[^\n]*\n {0,3}%[A-Z@]", re.MULTILINE), records_in_refer),
    (re.compile(r"^ {0,20}@[A-Za-z]{2,30} {0,5}[{(]", re.MULTILINE), records_in_bibtex),
)
XML_DECLARATION = re.compile(r"\A\s*<\?xml[^>]{0,200}\?>")
GZIP = b"\x1f\x8b"
# How zlib is told that a gzip header comes first.
GZIP_WINDOW = 31
# A paste beyond this is a file; the text of a message is far shorter.
LONGEST_PASTE = 1_000_000
# Nobody chooses among more; longer lists are imported as files.
MOST_PASTED = 200


class UnknownFormat(Exception):
    """The file is in no format of bibliographic records that we know."""

    def __init__(self) -> None:
        super().__init__(type(self).__doc__)


def records_in(path: Path) -> Iterator[Record | Fault]:
    """Every record of a file, plain or gzipped, read as it is asked for.

    What gives no record is a Fault with its place. Raises UnknownFormat, and OSError if the file
    cannot be opened, at once.
    """
    with path.open("rb") as file:
        sample = file.read(SAMPLE)
    is_compressed = sample.startswith(GZIP)
    reader = _reader_for_bytes(_unpacked(sample) if is_compressed else sample)
    return _read(path, reader, is_compressed=is_compressed)


def records_in_text(text: str) -> list[Record]:
    """The records of a pasted file; empty if the text is none, or none of them an article."""
    text = XML_DECLARATION.sub("", text[:LONGEST_PASTE])
    reader = _reader_for(text)
    if reader is None:
        return []
    found = islice(reader(io.BytesIO(text.encode(errors="replace"))), MOST_PASTED)
    return [record for record in found if isinstance(record, Record)]


def _unpacked(sample: bytes) -> bytes:
    """As much as the first part of a compressed file gives, never more than a sample."""
    try:
        return zlib.decompressobj(wbits=GZIP_WINDOW).decompress(sample, SAMPLE)
    except zlib.error as damage:
        raise UnknownFormat from damage


def _reader_for_bytes(sample: bytes) -> Reader:
    with text_of(io.BytesIO(sample)) as text:
        reader = _reader_for(legible(text.read()))
    if reader is None:
        raise UnknownFormat
    return reader


def _reader_for(text: str) -> Reader | None:
    for sign, reader in SIGNS:
        if sign.search(text[:SAMPLE]):
            return reader
    lines = (line for line in text.splitlines() if line.strip())
    header = next((line for line in lines if not line.lower().startswith("sep=")), "")
    return records_in_table if separator_of(header) and next(lines, None) else None


def _read(path: Path, reader: Reader, *, is_compressed: bool) -> Iterator[Record | Fault]:
    if not is_compressed:
        with path.open("rb") as file:
            yield from reader(file)
        return
    with Unpacked(path) as unpacked:
        yield from reader(cast(BinaryIO, unpacked))
    if unpacked.is_damaged:
        yield Fault("the file's end", "the compressed file is damaged")
