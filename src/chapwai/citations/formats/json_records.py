"""JSON: our own fields, Crossref's works and CSL's items; one document, a list, or one a line."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from io import TextIOWrapper
from itertools import count
from typing import Any, BinaryIO

from chapwai.citations.formats.article import article
from chapwai.citations.formats.crossref import article_from_work
from chapwai.citations.formats.decoding import legible, lines_of, text_of
from chapwai.citations.formats.fault import Fault, NotAnArticle, record_or_fault
from chapwai.citations.formats.table import authors_from
from chapwai.citations.record import Record

CHUNK = 256 * 1024
# One work with all its references is smaller.
LARGEST_VALUE = 16_000_000
# A line that is a whole object, with another one or nothing below it.
ONE_A_LINE = re.compile(r"\{[^\n]*\}[ \t]*(?:\n\s*\{|\s*$)")
LIST = re.compile(r"\[|\{[^\[]{0,2000}\"items\"\s{0,20}:\s{0,20}\[")
BETWEEN = re.compile(r"[\s,]*")


def records_in_json(file: BinaryIO) -> Iterator[Record | Fault]:
    """Every record of the file, a Fault in place of each that is no article."""
    for place, value in _values(file):
        if isinstance(value, Fault):
            yield value
        else:
            yield from (record_or_fault(place, _record, item) for item in _items_of(value))


def _values(file: BinaryIO) -> Iterator[tuple[str, Any]]:
    """Place and value of each line, or of each part of a document; a Fault for what is none."""
    text = text_of(file)
    head = legible(text.read(CHUNK)).lstrip()
    if not ONE_A_LINE.match(head):
        opening = LIST.match(head)
        return _values_of_document(text, head[opening.end() :] if opening else head)
    text.detach()
    file.seek(0)
    return _values_a_line(lines_of(file))


def _values_a_line(lines: Iterable[tuple[int, str | None]]) -> Iterator[tuple[str, Any]]:
    for number, line in lines:
        place = f"line {number}"
        if line is None:
            yield place, Fault(place, "the line is too long")
        elif line.strip():
            yield place, _value_of_line(line, place)


def _value_of_line(line: str, place: str) -> Any:
    try:
        return json.loads(line)
    except (ValueError, RecursionError) as error:
        return Fault(place, f"the line is not JSON: {error}")


def _values_of_document(text: TextIOWrapper, buffer: str) -> Iterator[tuple[str, Any]]:
    """The values of a list, or those that stand side by side, read as far as each needs."""
    place = 0
    for number in count(1):
        place = _behind_gap(buffer, place)
        while place == len(buffer) and (buffer := legible(text.read(CHUNK))):
            place = _behind_gap(buffer, 0)
        if buffer[place : place + 1] in {"", "]", "}"}:
            return
        value, buffer, place = _next_value(text, buffer, place, number)
        yield f"record {number}", value
        if isinstance(value, Fault):
            return


def _next_value(text: TextIOWrapper, buffer: str, place: int, number: int) -> tuple[Any, str, int]:
    """The value at this place of the buffer, which takes in as much of the text as it needs."""
    while True:
        try:
            value, end = json.JSONDecoder().raw_decode(buffer, place)
            return value, buffer, end
        except (ValueError, RecursionError) as error:
            buffer, place = buffer[place:], 0
            more = legible(text.read(max(CHUNK, len(buffer)))) if _may_go_on(buffer, error) else ""
            if not more:
                return Fault(f"record {number}", f"the rest is not JSON: {error}"), "", 0
            buffer += more


def _may_go_on(buffer: str, error: Exception) -> bool:
    return isinstance(error, json.JSONDecodeError) and len(buffer) < LARGEST_VALUE


def _behind_gap(buffer: str, place: int) -> int:
    gap = BETWEEN.match(buffer, place)
    return gap.end() if gap else place


def _items_of(value: Any) -> list[Any]:
    """The works within an answer of Crossref's or of our own command, else the value itself."""
    message = value.get("message", value) if isinstance(value, Mapping) else value
    if isinstance(message, Mapping):
        message = message.get("items", [message])
    return message if isinstance(message, list) else [message]


def _record(item: Any) -> Record:
    if not isinstance(item, Mapping):
        raise NotAnArticle("no JSON object")
    is_work = "DOI" in item or "container-title" in item or isinstance(item.get("title"), list)
    return article_from_work(item) if is_work else _own_record(item)


def _own_record(item: Mapping[str, Any]) -> Record:
    """The record of the fields that `chapwai read --json` prints, and of an index file."""
    issns = item.get("issns")
    authors = item.get("authors")
    return article(
        origin="file",
        title=_word(item, "title"),
        authors=_strings(authors)
        if isinstance(authors, list)
        else authors_from(f"{authors or ''}"),
        journal=_word(item, "journal"),
        abbreviation=_word(item, "abbreviation"),
        issns=[*(_strings(issns) if isinstance(issns, list) else []), _word(item, "issn")],
        year=_word(item, "year"),
        volume=_word(item, "volume"),
        issue=_word(item, "issue"),
        pages=_word(item, "pages"),
        doi=_word(item, "doi"),
        pmid=_word(item, "pmid"),
        pmcid=_word(item, "pmcid"),
    )


def _strings(values: list[Any]) -> list[str]:
    return [value for value in values if isinstance(value, str)]


def _word(item: Mapping[str, Any], name: str) -> str | None:
    """A text, or a number that somebody wrote without quotes."""
    value = item.get(name)
    return str(value) if isinstance(value, (str, int)) and not isinstance(value, bool) else None
