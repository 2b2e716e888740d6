"""RIS, as publishers' pages, EndNote, Zotero, Mendeley, Scopus and Web of Science write it."""

from collections.abc import Iterator
from typing import BinaryIO

from chapwai.citations import identifiers
from chapwai.citations.formats.article import (
    article,
    doi_from,
    first_of,
    journal_names,
    name_turned,
    page_range,
    pmid_from,
)
from chapwai.citations.formats.decoding import lines_of
from chapwai.citations.formats.fault import Fault, NotAnArticle, record_or_fault
from chapwai.citations.formats.tagged import Tagged, tagged_records
from chapwai.citations.record import Record

BOOKS = {"BOOK", "EBOOK", "EDBOOK", "SER", "JFULL", "CTLG"}


def records_in_ris(file: BinaryIO) -> Iterator[Record | Fault]:
    """Every record of the file, a Fault in place of each that is no article."""
    for entry in tagged_records(lines_of(file), start="TY", end="ER"):
        if isinstance(entry, Fault):
            yield entry
        else:
            yield record_or_fault(entry.place, _record, entry)


def _record(entry: Tagged) -> Record:
    if (entry.first("TY") or "").upper() in BOOKS:
        raise NotAnArticle("a whole book or journal")
    names = map(name_turned, entry.all("AU", "A1"))
    return article(
        origin="file",
        title=entry.first("TI", "T1", "CT"),
        authors=[name for name in names if name],
        **journal_names(_full_names(entry), [entry.first("JA", "J2", "J1", "JO")]),
        issns=entry.all("SN", "S1", "S2"),
        year=entry.first("PY", "Y1", "DA"),
        volume=entry.first("VL"),
        issue=entry.first("IS", "CP"),
        pages=first_of(page_range(entry.first("SP"), entry.first("EP")), entry.first("C7", "AR")),
        doi=_doi(entry),
        pmid=_pmid(entry),
        pmcid=" ".join(entry.all("C2", "N1", "ID", "UR", "L2")),
    )


def _full_names(entry: Tagged) -> list[str | None]:
    """JO holds the full name in some programs and the short one in others."""
    return [entry.first("JF"), entry.first("T2"), entry.first("JO", "BT", "T3")]


def _doi(entry: Tagged) -> str | None:
    """Notes name the DOIs of other articles too, so that they count only if they begin with it."""
    notes = [note for note in entry.all("N1") if note.lower().startswith(("10.", "doi"))]
    return doi_from(entry.first("DO")) or doi_from(" ".join([*entry.all("M3", "L3", "UR"), *notes]))


def _pmid(entry: Tagged) -> str | None:
    named = " ".join(entry.all("N1", "AN", "ID", "UR", "C2", "M1"))
    if found := identifiers.pmids_in(named):
        return found[0] if len(found) == 1 else None
    source = " ".join(entry.all("DB", "DP")).lower()
    if "scopus" in source:
        return pmid_from(entry.first("C2"))
    is_medline = any(name in source for name in ("pubmed", "medline", "nlm"))
    return pmid_from(entry.first("AN")) if is_medline else None
