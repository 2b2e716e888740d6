"""Making a file of records searchable: its lines are read once, and only their places are kept."""

import os
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

import tantivy

from chapwai.citations.index.alikeness import title_letters
from chapwai.citations.index.keys import first_page_of, folded, identifier_keys
from chapwai.citations.index.record_line import NotARecord, record_on
from chapwai.citations.record import Record

# Three letters of a title: two misread ones out of ten leave half of these whole.
GRAM_LENGTH = 3
# A longer line is no record; it is passed over without being held in memory.
LONGEST_LINE = 4_000_000
WRITER_MEMORY = 100_000_000
TOKENIZER = "grams"
EMPTY = b"\xef\xbb\xbf \t\r\n"


@dataclass(frozen=True, kw_only=True)
class Contents:
    """How many records a file holds, and how many of its lines hold none, by reason."""

    records: int = 0
    faults: Mapping[str, int] = field(default_factory=dict)


def fill_index(index: tantivy.Index, file: BinaryIO) -> Contents:
    """Put every record of the file into the index; lines that are none are counted and named."""
    writer = index.writer(heap_size=WRITER_MEMORY, num_threads=min(2, os.cpu_count() or 1))
    faults: Counter[str] = Counter()
    records = 0
    for place, line in _lines_of(file):
        try:
            writer.add_document(_document(_record_on(line), place=place, length=len(line)))
            records += 1
        except NotARecord as fault:
            faults[str(fault)] += 1
    writer.commit()
    writer.wait_merging_threads()
    index.reload()
    return Contents(records=records, faults=dict(faults))


def new_index(folder: Path | None) -> tantivy.Index:
    """An empty index in the folder, or in memory if there is none."""
    return _with_tokenizer(tantivy.Index(_schema(), path=str(folder) if folder else None))


def index_in(folder: Path) -> tantivy.Index:
    """The index that was made in this folder; ValueError if there is none in order."""
    return _with_tokenizer(tantivy.Index.open(str(folder)))


def place_key(volume: str, page: str, year: str | None) -> str:
    """The key of articles that begin on this page, of one year or of any; all of them folded."""
    return f"place:{volume}/{page}/{year or ''}"


def tiny_title_key(letters: str) -> str:
    """The key of titles too short for grams."""
    return f"title:{letters}"


def _schema() -> tantivy.Schema:
    builder = tantivy.SchemaBuilder()
    builder.add_text_field("letters", tokenizer_name=TOKENIZER, index_option="basic")
    builder.add_text_field("key", tokenizer_name="raw", index_option="basic")
    builder.add_unsigned_field("place", stored=True)
    builder.add_unsigned_field("length", stored=True)
    return builder.build()


def _with_tokenizer(index: tantivy.Index) -> tantivy.Index:
    grams = tantivy.Tokenizer.ngram(GRAM_LENGTH, GRAM_LENGTH, False)
    index.register_tokenizer(TOKENIZER, tantivy.TextAnalyzerBuilder(grams).build())
    return index


def _lines_of(file: BinaryIO) -> Iterator[tuple[int, bytes]]:
    """Every line that is not blank, with its place in the file; too long ones only begun."""
    place = 0
    while line := file.readline(LONGEST_LINE):
        if line.strip(EMPTY):
            yield place, line
        place += len(line)
        while len(line) == LONGEST_LINE and not line.endswith(b"\n"):
            line = file.readline(LONGEST_LINE)
            place += len(line)


def _record_on(line: bytes) -> Record:
    if len(line) == LONGEST_LINE:
        raise NotARecord(f"a line of more than {LONGEST_LINE // 1_000_000} MB")
    return record_on(line)


def _document(record: Record, *, place: int, length: int) -> tantivy.Document:
    document = tantivy.Document()
    letters = title_letters(record.title)
    document.add_text("letters", letters)
    for key in _keys(record, letters):
        document.add_text("key", key)
    document.add_unsigned("place", place)
    document.add_unsigned("length", length)
    return document


def _keys(record: Record, letters: str) -> Iterator[str]:
    yield from identifier_keys(doi=record.doi, pmid=record.pmid, pmcid=record.pmcid)
    if len(letters) < GRAM_LENGTH:
        yield tiny_title_key(letters)
    page = first_page_of(record)
    if record.volume and page:
        for year in {record.year, None}:
            yield place_key(folded(record.volume), page, year)
