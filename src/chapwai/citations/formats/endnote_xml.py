"""EndNote's XML export, a record at a time."""

from collections.abc import Iterator
from typing import BinaryIO
from xml.etree.ElementTree import Element

from chapwai.citations import identifiers
from chapwai.citations.formats.article import (
    article,
    doi_from,
    first_of,
    journal_names,
    name_turned,
    pmid_from,
)
from chapwai.citations.formats.elements import elements_of, text_at, words_of
from chapwai.citations.formats.fault import Fault, NotAnArticle, record_or_fault
from chapwai.citations.record import Record

BOOKS = {"book", "edited book", "electronic book", "serial"}


def records_in_endnote_xml(file: BinaryIO) -> Iterator[Record | Fault]:
    """Every record of the file, a Fault in place of each that is no article."""
    for number, found in enumerate(elements_of(file, {"record"}), start=1):
        if isinstance(found, Fault):
            yield found
        else:
            yield record_or_fault(f"record {number}", _record, found)


def _record(found: Element) -> Record:
    kind = found.find("ref-type")
    if kind is not None and (kind.get("name") or "").lower() in BOOKS:
        raise NotAnArticle("a whole book")
    names = (name_turned(words_of(name)) for name in found.iterfind("contributors/authors/author"))
    return article(
        origin="file",
        title=text_at(found, "titles/title"),
        authors=[name for name in names if name],
        **_journal(found),
        issns=[text_at(found, "isbn")],
        year=text_at(found, "dates/year"),
        volume=text_at(found, "volume"),
        issue=text_at(found, "number"),
        pages=first_of(text_at(found, "pages"), text_at(found, "custom7")),
        doi=doi_from(text_at(found, "electronic-resource-num")) or _linked_doi(found),
        pmid=_pmid(found),
        pmcid=text_at(found, "custom2"),
    )


def _journal(found: Element) -> dict[str, str | None]:
    full = ("periodical/full-title", "titles/secondary-title")
    short = ("periodical/abbr-1", "periodical/abbr-2", "titles/alt-title")
    return journal_names(
        [text_at(found, path) for path in full], [text_at(found, path) for path in short]
    )


def _linked_doi(found: Element) -> str | None:
    links = found.iterfind("urls/related-urls/url")
    return doi_from(" ".join(words_of(link) for link in links))


def _pmid(found: Element) -> str | None:
    """The accession number is the database's own: PubMed's only if it says so."""
    number = text_at(found, "accession-num") or ""
    source = (
        f"{text_at(found, 'remote-database-name')} {text_at(found, 'remote-database-provider')}"
    )
    is_medline = any(name in source.lower() for name in ("pubmed", "medline", "nlm"))
    return pmid_from(number) if is_medline or identifiers.pmids_in(number) else None
