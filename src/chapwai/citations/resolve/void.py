"""Identifiers that were read, and whose records are of another article than the page."""

from collections.abc import Sequence
from dataclasses import replace

from chapwai.citations.citation import Citation
from chapwai.citations.record import Record
from chapwai.citations.resolve.acceptance import READ_EXACTLY, is_trusted, same_paper
from chapwai.citations.resolve.evidence import Evidence


def without_void_identifiers(
    citation: Citation, looked_at: Sequence[Evidence], *, article: Record | None = None
) -> Citation:
    """The citation without identifiers of other articles; those that may be right are doubtful.

    `article` is the record that the citation turned out to be, if it turned out to be one.
    """
    for evidence in looked_at:
        if article is None or not same_paper(article, evidence.record):
            for name in evidence.identical:
                citation = _doubted(name, citation, evidence, is_settled=article is not None)
    return citation


def _doubted(name: str, citation: Citation, evidence: Evidence, *, is_settled: bool) -> Citation:
    is_void = is_settled or not _may_be_right(name, citation)
    return replace(
        citation,
        doubtful=citation.doubtful | {name},
        **({name: None} if is_void else {}),  # type: ignore[arg-type]  # every identifier may be None
    )


def _may_be_right(name: str, citation: Citation) -> bool:
    """What was typed stands as typed; what was read well may stand above a garbled title."""
    if citation.origins.get(name) in READ_EXACTLY or not citation.title:
        return True
    return is_trusted(name, citation) and "title" in citation.doubtful
