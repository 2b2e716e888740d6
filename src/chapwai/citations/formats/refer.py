"""Refer, EndNote's own tagged format: what Google Scholar's "EndNote" link gives."""

import re
from collections.abc import Iterator
from typing import BinaryIO

from chapwai.citations.formats.article import article, doi_from, name_turned, pmid_from
from chapwai.citations.formats.decoding import lines_of
from chapwai.citations.formats.endnote_xml import BOOKS
from chapwai.citations.formats.fault import Fault, NotAnArticle, record_or_fault
from chapwai.citations.formats.tagged import Tagged, tagged_records
from chapwai.citations.record import Record

TAG = re.compile(r"\s{0,3}%(?P<tag>[0-9A-Z@+!*$~&(#^><?]) +(?P<value>.*)$")


def records_in_refer(file: BinaryIO) -> Iterator[Record | Fault]:
    """Every record of the file, a Fault in place of each that is no article."""
    for entry in tagged_records(lines_of(file), start="0", end="", tag_of=TAG):
        if isinstance(entry, Fault):
            yield entry
        else:
            yield record_or_fault(entry.place, _record, entry)


def _record(entry: Tagged) -> Record:
    if (entry.first("0") or "").lower() in BOOKS:
        raise NotAnArticle("a whole book")
    names = map(name_turned, entry.all("A"))
    is_medline = (entry.first("W") or entry.first("~") or "").lower() in {"nlm", "pubmed"}
    return article(
        origin="file",
        title=entry.first("T"),
        authors=[name for name in names if name],
        journal=entry.first("J", "B"),
        issns=entry.all("@"),
        year=entry.first("D", "8"),
        volume=entry.first("V"),
        issue=entry.first("N"),
        pages=entry.first("P"),
        doi=doi_from(entry.first("R")) or doi_from(" ".join(entry.all("U"))),
        pmid=pmid_from(entry.first("M")) if is_medline else None,
        pmcid=entry.first("2"),
    )
