"""Crossref: what publishers say about works with a DOI."""

import json
from collections.abc import Callable
from typing import Any, TypeVar
from urllib.parse import quote

from chapwai.citations.citation import Citation
from chapwai.citations.cut_marks import without_cut_mark
from chapwai.citations.formats.crossref import record_from_work
from chapwai.citations.online.failure import ServiceFailure
from chapwai.citations.online.service import Service
from chapwai.citations.record import Record

Part = TypeVar("Part")

ROWS = 5
MOST_AUTHORS = 3
LONGEST_QUERY = 500
# What a record is made of; the whole description of a work holds its references, too.
WANTED = (
    "DOI,title,subtitle,author,container-title,short-container-title,ISSN,issued,published-print,"
    "published-online,volume,issue,page,article-number,type"
)


class Crossref:
    """Crossref's REST interface, `https://api.crossref.org` or a stand-in."""

    def __init__(self, service: Service) -> None:
        self.service = service

    def identified(
        self, *, doi: str | None, pmid: str | None, pmcid: str | None, deadline: float
    ) -> list[Record]:
        """The work that bears the DOI; Crossref knows no other identifiers."""
        if not doi:
            return []
        path = f"/works/{quote(doi, safe='')}"
        work = self.service.get(path, self._contact(), parse=_message, deadline=deadline)
        return _records([work]) if work else []

    def described(self, citation: Citation, *, deadline: float) -> list[Record]:
        """The works that fit the citation's own words best, by Crossref's reckoning."""
        query = bibliographic(citation)
        if not query:
            return []
        asked = {"query.bibliographic": query, "rows": str(ROWS), "select": WANTED}
        asked |= self._contact()
        return _records(self.service.get("/works", asked, parse=_items, deadline=deadline) or [])

    def _contact(self) -> dict[str, str]:
        return {"mailto": self.service.contact} if self.service.contact else {}


def bibliographic(citation: Citation) -> str:
    """The citation's own words as one line; nothing else of what was on the screen."""
    parts = (
        without_cut_mark(citation.title or ""),
        *citation.authors[:MOST_AUTHORS],
        without_cut_mark(citation.journal or ""),
        citation.year,
        citation.volume,
        citation.pages,
    )
    # Numbers alone describe nothing.
    has_words = citation.title or (citation.journal and citation.volume)
    return " ".join(filter(None, parts))[:LONGEST_QUERY] if has_words else ""


def _message(body: bytes) -> dict[str, Any]:
    return _part(body, lambda answer: dict(answer["message"]))


def _items(body: bytes) -> list[Any]:
    return _part(body, lambda answer: list(answer["message"]["items"]))


def _part(body: bytes, take: Callable[[Any], Part]) -> Part:
    try:
        return take(json.loads(body))
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise ServiceFailure("malformed") from error


def _records(works: list[Any]) -> list[Record]:
    found = (record_from_work(work) for work in works[:ROWS] if isinstance(work, dict))
    return [record for record in found if record]
