"""What our own index, and the services that are set up, say of articles that were read."""

from dataclasses import fields
from datetime import datetime
from functools import cache

from chapwai.citations.citation import Citation, Reading
from chapwai.citations.index.database_index import DatabaseIndex
from chapwai.citations.index.remember_record import remember_record
from chapwai.citations.online.sources import online_sources
from chapwai.citations.record import Record
from chapwai.citations.resolve.resolve import resolved_reading

OUTSIDE = frozenset({"crossref", "pubmed"})


def looked_up(reading: Reading) -> Reading:
    """With what the index says. Takes milliseconds, so it may be called while an event waits."""
    return resolved_reading(reading, index=_index())


def looked_up_everywhere(reading: Reading, *, now: datetime) -> Reading:
    """With what the services outside say too, where our index knows nothing: up to 3 seconds.

    What they say is remembered in the index: the next photo of the article needs nobody outside.
    """
    resolved = resolved_reading(reading, index=_index(), online=online_sources())
    for citation in resolved.citations:
        if citation.title and OUTSIDE.intersection(citation.origins.values()):
            remember_record(_record_of(citation), now=now)
    return resolved


def _record_of(citation: Citation) -> Record:
    told = {field.name for field in fields(Record)} & set(citation.origins)
    values = {name: getattr(citation, name) for name in told}
    return Record(**values, issns=(citation.issn,) if citation.issn else ())


@cache
def _index() -> DatabaseIndex:
    """One a process: it remembers how common letters are."""
    return DatabaseIndex()
