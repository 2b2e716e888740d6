"""JSON: our own fields, Crossref's works and CSL's items; one document, a list, or one a line."""

from collections.abc import Iterator, Mapping
from typing import Any, BinaryIO

from chapwai.citations.formats.article import article
from chapwai.citations.formats.crossref import article_from_work
from chapwai.citations.formats.fault import Fault, NotAnArticle, record_or_fault
from chapwai.citations.formats.json_values import values_in
from chapwai.citations.formats.table import authors_from
from chapwai.citations.record import Record


def records_in_json(file: BinaryIO) -> Iterator[Record | Fault]:
    """Every record of the file, a Fault in place of each that is no article."""
    for place, value in values_in(file):
        if isinstance(value, Fault):
            yield value
        else:
            yield from (record_or_fault(place, _record, item) for item in _items_of(value))


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
