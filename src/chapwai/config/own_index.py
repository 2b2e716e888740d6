"""The service's own citation index for commands that can do without it."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from chapwai.citations.record import CitationIndex
from chapwai.config.database import (
    DatabaseOutOfReach,
    chosen_database,
    hang_up,
    knock,
    set_up_django,
)
from chapwai.postgres import ClusterError


@contextmanager
def own_index() -> Iterator[CitationIndex | None]:
    """The index in the database while that runs, else None; nothing is started for it."""
    url = _address_of_running_database()
    if url is None:
        yield None
        return
    set_up_django(url)
    from chapwai.citations.index.database_index import DatabaseIndex  # its models need Django

    try:
        yield DatabaseIndex()
    finally:
        hang_up()


def _address_of_running_database() -> str | None:
    try:
        database = chosen_database()
        if database.cluster and not database.cluster.is_running():
            return None
        knock(database.url)
    except (ClusterError, DatabaseOutOfReach) as reason:
        sys.stderr.write(f"Reading without the citation index: {reason}\n")
        return None
    return database.url
