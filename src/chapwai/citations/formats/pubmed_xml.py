"""PubMed's XML, from E-utilities or from the yearly files, an article at a time."""

from collections.abc import Iterator
from typing import BinaryIO
from xml.etree.ElementTree import Element

from chapwai.citations.formats.article import article, name_from, page_range
from chapwai.citations.formats.elements import elements_of, text_at, words_of
from chapwai.citations.formats.fault import Fault, NotAnArticle, record_or_fault
from chapwai.citations.record import Record

ARTICLE = "PubmedArticle"
BOOK = "PubmedBookArticle"


def records_in_pubmed_xml(file: BinaryIO) -> Iterator[Record | Fault]:
    """Every article of the file, a Fault in place of each that cannot be used."""
    for number, found in enumerate(elements_of(file, {ARTICLE, BOOK}), start=1):
        if isinstance(found, Fault):
            yield found
        else:
            yield record_or_fault(_place(found, number), _record, found)


def _place(found: Element, number: int) -> str:
    pmid = text_at(found, "MedlineCitation/PMID")
    return f"PMID {pmid}" if pmid else f"record {number}"


def _record(found: Element) -> Record:
    if found.tag == BOOK:
        raise NotAnArticle("a book")
    medline = found.find("MedlineCitation")
    paper = medline.find("Article") if medline is not None else None
    if medline is None or paper is None:
        raise NotAnArticle("no article in the record")
    return article(
        origin="pubmed",
        title=text_at(paper, "ArticleTitle") or text_at(paper, "VernacularTitle"),
        authors=_authors(paper),
        journal=text_at(paper, "Journal/Title"),
        abbreviation=text_at(medline, "MedlineJournalInfo/MedlineTA")
        or text_at(paper, "Journal/ISOAbbreviation"),
        issns=_issns(medline, paper),
        year=_year(paper),
        volume=text_at(paper, "Journal/JournalIssue/Volume"),
        issue=text_at(paper, "Journal/JournalIssue/Issue"),
        pages=_pages(paper),
        doi=_identifier(found, "doi") or _electronic(paper, "doi"),
        pmid=text_at(medline, "PMID"),
        pmcid=_identifier(found, "pmc"),
    )


def _authors(paper: Element) -> list[str]:
    people = paper.iterfind("AuthorList/Author")
    names = (_name(person) for person in people if person.get("ValidYN") != "N")
    return [name for name in names if name]


def _name(person: Element) -> str | None:
    given = text_at(person, "ForeName") or text_at(person, "Initials")
    return text_at(person, "CollectiveName") or name_from(text_at(person, "LastName"), given)


def _issns(medline: Element, paper: Element) -> list[str | None]:
    """Print or electronic ISSN and the linking one, which is one of the two."""
    return [text_at(paper, "Journal/ISSN"), text_at(medline, "MedlineJournalInfo/ISSNLinking")]


def _year(paper: Element) -> str | None:
    """The year of the issue; dates in words hold it too: 2019 Mar-Apr, Winter 2019."""
    date = "Journal/JournalIssue/PubDate"
    return (
        text_at(paper, f"{date}/Year")
        or text_at(paper, f"{date}/MedlineDate")
        or text_at(paper, "ArticleDate/Year")
    )


def _pages(paper: Element) -> str | None:
    first, last = text_at(paper, "Pagination/StartPage"), text_at(paper, "Pagination/EndPage")
    return text_at(paper, "Pagination/MedlinePgn") or page_range(first, last)


def _identifier(found: Element, kind: str) -> str | None:
    """The article's own; its references have such lists too, deeper down."""
    return text_at(found, f"PubmedData/ArticleIdList/ArticleId[@IdType='{kind}']")


def _electronic(paper: Element, kind: str) -> str | None:
    places = paper.iterfind(f"ELocationID[@EIdType='{kind}']")
    return next((words_of(place) for place in places if place.get("ValidYN") != "N"), None)
