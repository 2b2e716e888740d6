"""How a citation is kept with a request: ISO 18626's words for it, in columns of limited width."""

from dataclasses import asdict
from types import MappingProxyType
from typing import Any, cast

from django.db import models

from chapwai.citations.citation import Citation
from chapwai.citations.wire import record_from
from chapwai.document_requests.models import DocumentRequest


def columns_of(item: Citation) -> dict[str, Any]:
    """The columns of a request that describe this item, each with its value."""
    return {
        "title_of_component": item.title or "",
        "author_of_component": "; ".join(item.authors),
        "title": item.journal or "",
        "publication_year": _if_it_fits(item.year, "publication_year"),
        "volume": _if_it_fits(item.volume, "volume"),
        "issue": _if_it_fits(item.issue, "issue"),
        "pages_requested": _if_it_fits(item.pages, "pages_requested"),
        "doi": _if_it_fits(item.doi, "doi"),
        "pmid": _if_it_fits(item.pmid, "pmid"),
        "confidence": item.confidence,
        "doubtful": sorted(item.doubtful),
        "origins": dict(item.origins),
        "candidates": [asdict(record) for record in item.candidates],
    }


def item_described_by(doc_request: DocumentRequest) -> Citation:
    """The citation that the request's columns hold."""
    return Citation(
        title=doc_request.title_of_component or None,
        authors=tuple(filter(None, doc_request.author_of_component.split("; "))),
        journal=doc_request.title or None,
        year=doc_request.publication_year or None,
        volume=doc_request.volume or None,
        issue=doc_request.issue or None,
        pages=doc_request.pages_requested or None,
        doi=doc_request.doi or None,
        pmid=doc_request.pmid or None,
        confidence=doc_request.confidence,
        doubtful=frozenset(doc_request.doubtful),
        origins=MappingProxyType(doc_request.origins),
        candidates=tuple(map(record_from, doc_request.candidates)),
    )


def _if_it_fits(value: str | None, field: str) -> str:
    """The value, or nothing: cut short it would name other pages, or another article."""
    column = cast("models.CharField[str, str]", DocumentRequest._meta.get_field(field))
    return value if value and len(value) <= (column.max_length or 0) else ""
