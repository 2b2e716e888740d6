"""NBIB: MEDLINE's tagged format, which PubMed sends as "PubMed" or "Citation manager" file."""

import re
from collections.abc import Iterator
from typing import BinaryIO

from chapwai.citations.formats.article import article, doi_from, first_of, name_turned
from chapwai.citations.formats.decoding import lines_of
from chapwai.citations.formats.fault import Fault, NotAnArticle, record_or_fault
from chapwai.citations.formats.tagged import Tagged, tagged_records
from chapwai.citations.record import Record


def records_in_nbib(file: BinaryIO) -> Iterator[Record | Fault]:
    """Every record of the file, a Fault in place of each that is no article."""
    for entry in tagged_records(lines_of(file), start="PMID", end="ER"):
        if isinstance(entry, Fault):
            yield entry
        else:
            yield record_or_fault(entry.place, _record, entry)


def _record(entry: Tagged) -> Record:
    if entry.first("BTI") and not entry.first("TI"):
        raise NotAnArticle("a whole book")
    return article(
        origin="pubmed",
        title=first_of(entry.first("TI"), entry.first("TT")),
        authors=_authors(entry),
        journal=entry.first("JT", "BTI", "TA"),
        abbreviation=entry.first("TA"),
        issns=entry.all("IS"),
        year=entry.first("DP", "DEP"),
        volume=entry.first("VI"),
        issue=entry.first("IP"),
        pages=entry.first("PG"),
        doi=_doi(entry),
        pmid=entry.first("PMID"),
        pmcid=entry.first("PMC"),
    )


def _authors(entry: Tagged) -> list[str]:
    """Persons by their full names where these are given, groups among them."""
    person = "FAU" if entry.all("FAU") else "AU"
    names = [tag for tag in entry.tags if tag.name in {person, "CN"} and tag.value]
    return [tag.value if tag.name == "CN" else name_turned(tag.value) or "" for tag in names]


def _doi(entry: Tagged) -> str | None:
    marked = [value for value in entry.all("LID", "AID") if value.endswith("[doi]")]
    source = re.search(r"doi:\s*(\S+)", entry.first("SO") or "")
    return doi_from(" ".join(marked)) or (doi_from(source.group(1)) if source else None)
