"""Many records into the database's index: streamed, and safe to break off and do again."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from itertools import islice

from django.db import connection

from chapwai.citations.index.filing import Filed, file_records
from chapwai.citations.index.rows import TABLE
from chapwai.citations.record import Record

# Enough for the database to work in bulk, few enough that others' turns come soon.
BATCH = 1_000


def import_records(records: Iterable[Record], *, now: datetime) -> Iterator[Filed]:
    """File the records, and say after each batch what has become of all so far.

    Every batch is kept for good when it is done; memory does not grow with the records.
    """
    stream = iter(records)
    total = Filed()
    while batch := list(islice(stream, BATCH)):
        total += file_records(batch, now=now)
        yield total


def put_index_in_order() -> None:
    """After an import: let searches run over sorted entries, and the planner know the sizes."""
    with connection.cursor() as cursor:
        cursor.execute(f"VACUUM (ANALYZE) {TABLE}")
