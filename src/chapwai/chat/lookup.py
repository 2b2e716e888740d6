"""What our own index, and the services that are set up, say of articles that were read."""

from functools import cache

from chapwai.citations.citation import Reading
from chapwai.citations.index.database_index import DatabaseIndex
from chapwai.citations.online.sources import online_sources
from chapwai.citations.resolve.resolve import resolved_reading


def looked_up(reading: Reading) -> Reading:
    """With what the index says. Takes milliseconds, so it may be called while an event waits."""
    return resolved_reading(reading, index=_index())


def looked_up_everywhere(reading: Reading) -> Reading:
    """With what the services outside say too, where our index knows nothing: up to 3 seconds."""
    return resolved_reading(reading, index=_index(), online=online_sources())


@cache
def _index() -> DatabaseIndex:
    """One a process: it remembers how common letters are."""
    return DatabaseIndex()
