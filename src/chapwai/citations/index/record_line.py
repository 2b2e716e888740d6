"""One record as a line of JSON, in the field names that `chapwai read --json` prints."""

import json
import re
from collections.abc import Mapping
from typing import Any

from stdnum import issn as issn_numbers

from chapwai.citations.record import Record
from chapwai.citations.source_line import expanded_pages
from chapwai.citations.wording import DASHES, THAI_DIGITS, common_era

# Longer ones are no titles, and no names, but files gone wrong.
LONGEST_TITLE = 2_000
LONGEST_FIELD = 500
LONGEST_NUMBER = 100
MOST_AUTHORS = 5_000
BEFORE_DOI = re.compile(r"(?:https?://(?:dx\.)?doi\.org/|doi:\s?)", re.IGNORECASE)
DOI = re.compile(r"10\.\d{4,9}/\S{1,480}")
PMID = re.compile(r"0{0,8}([1-9]\d{0,8})")
PMCID = re.compile(r"(?:PMC)?([1-9]\d{0,9})", re.IGNORECASE)
YEAR = re.compile(r"(?<!\d)[12]\d{3}(?!\d)")


class NotARecord(ValueError):
    """The line holds no article with a title."""


def record_on(line: bytes) -> Record:
    """The record that the line describes, or NotARecord with the reason."""
    try:
        fields = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise NotARecord("not JSON") from error
    if not isinstance(fields, dict):
        raise NotARecord("not an object")
    return record_of(fields)


def record_of(fields: Mapping[str, Any], *, origin: str = "index") -> Record:
    """The record of these fields; unknown ones are passed over, wrong identifiers left out."""
    title = _text(fields.get("title"), most=LONGEST_TITLE + 1)
    if not title:
        raise NotARecord("no title")
    if len(title) > LONGEST_TITLE:
        raise NotARecord(f"a title of more than {LONGEST_TITLE} letters")
    pages = _number(fields.get("pages"))
    return Record(
        title=title,
        authors=_authors(fields.get("authors")),
        journal=_text(fields.get("journal")),
        abbreviation=_text(fields.get("abbreviation")),
        issns=_issns(fields.get("issn")),
        year=_year(fields.get("year")),
        volume=_number(fields.get("volume")),
        issue=_number(fields.get("issue")),
        pages=pages and expanded_pages(pages),
        doi=_doi(fields.get("doi")),
        pmid=_identifier(PMID, fields.get("pmid"), before=""),
        pmcid=_identifier(PMCID, fields.get("pmcid"), before="PMC"),
        origin=origin,
    )


def tidied(record: Record) -> Record:
    """The record as it can be kept, whoever made it, or NotARecord with the reason."""
    fields = vars(record) | {"authors": list(record.authors), "issn": list(record.issns)}
    return record_of(fields, origin=record.origin)


def _text(value: object, *, most: int = LONGEST_FIELD) -> str | None:
    """A string or whole number on one line, with nothing unprintable; None for anything else."""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    if isinstance(value, int) and not isinstance(value, bool):
        value = str(value)
    if not isinstance(value, str):
        return None
    # A space between two words may be any kind of space; a NUL is none and cannot be stored.
    text = " ".join(value[: 4 * most].split())
    if not text.isprintable():
        seen = "".join(letter for letter in text if letter.isprintable())
        text = " ".join(seen.split())
    return text[:most].strip() or None


def _authors(value: object) -> tuple[str, ...]:
    """A list of names, or one string with semicolons between them."""
    names = value.split(";") if isinstance(value, str) else value
    if not isinstance(names, list):
        return ()
    tidy = (_text(name) for name in names[:MOST_AUTHORS])
    return tuple(name for name in tidy if name)


def _issns(value: object) -> tuple[str, ...]:
    """All that have the right check digit, in the order given."""
    numbers = value if isinstance(value, list) else [value]
    found = re.findall(r"\b\d{4}-?\d{3}[\dXx]\b", " ".join(map(str, numbers))[:LONGEST_FIELD])
    right = (number.upper() for number in found if issn_numbers.is_valid(number))
    return tuple(dict.fromkeys(f"{number[:4]}-{number[-4:]}" for number in right))


def _number(value: object) -> str | None:
    """With Thai digits and odd dashes made plain."""
    text = _text(value, most=LONGEST_NUMBER)
    if text is None or text.isascii():
        return text
    return text.translate(THAI_DIGITS).translate(DASHES)


def _year(value: object) -> str | None:
    found = YEAR.search(_number(value) or "")
    return common_era(found.group()) if found else None


def _doi(value: object) -> str | None:
    bare = BEFORE_DOI.sub("", _text(value) or "", count=1)
    return bare.lower() if DOI.fullmatch(bare) else None


def _identifier(pattern: re.Pattern[str], value: object, *, before: str) -> str | None:
    found = pattern.fullmatch(_text(value) or "")
    return f"{before}{found.group(1)}" if found else None
