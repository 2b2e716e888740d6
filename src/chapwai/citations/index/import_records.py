"""Many records into the database's index: streamed, and safe to break off and do again."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from itertools import islice

from django.db import connection

from chapwai.citations.formats.fault import Fault
from chapwai.citations.index.filing import Filed, file_records
from chapwai.citations.index.record_line import NotARecord, tidied
from chapwai.citations.index.rows import TABLE
from chapwai.citations.record import Record

# Enough for the database to work in bulk, few enough that others' turns come soon.
BATCH = 2_000
MOST_FAULTS_KEPT = 100


@dataclass
class Imported:
    """What became of the records so far; of those passed over, the first hundred by name."""

    filed: Filed = field(default_factory=Filed)
    skipped: int = 0
    faults: list[Fault] = field(default_factory=list)

    def skip(self, fault: Fault) -> None:
        """Count a record that gives no article."""
        self.skipped += 1
        if len(self.faults) < MOST_FAULTS_KEPT:
            self.faults.append(fault)


def import_records(items: Iterable[Record | Fault], *, now: datetime) -> Imported:
    """File every record. Memory does not grow with them, and each batch is kept for good."""
    imported = Imported()
    records = _sound_ones(items, imported)
    while batch := list(islice(records, BATCH)):
        imported.filed += file_records(batch, now=now)
    return imported


def put_index_in_order() -> None:
    """After an import: let searches run over sorted entries, and the planner know the sizes."""
    with connection.cursor() as cursor:
        cursor.execute(f"VACUUM (ANALYZE) {TABLE}")


def _sound_ones(items: Iterable[Record | Fault], imported: Imported) -> Iterator[Record]:
    for item in items:
        if isinstance(item, Fault):
            imported.skip(item)
            continue
        try:
            yield tidied(item)
        except NotARecord as reason:
            imported.skip(Fault(item.doi or item.pmid or "a record", str(reason)))
