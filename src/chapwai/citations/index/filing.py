"""Putting records into the database: what is known is updated, what is new is added."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import connection, transaction

from chapwai.citations.index.rows import copy_articles, delete_articles, stored_articles
from chapwai.citations.index.shelf import Shelf
from chapwai.citations.record import Record

# Any number will do, as long as nobody else in the database uses it for something else.
FILING_LOCK = 7_437_202


@dataclass(frozen=True, kw_only=True)
class Filed:
    """How many articles were new or changed, and how many records said nothing new."""

    new: int = 0
    changed: int = 0
    known: int = 0

    def __add__(self, other: "Filed") -> "Filed":
        return Filed(
            new=self.new + other.new,
            changed=self.changed + other.changed,
            known=self.known + other.known,
        )


@transaction.atomic
def file_records(records: Sequence[Record], *, now: datetime) -> Filed:
    """Add or update these, all or none; those who file at the same time take turns."""
    with connection.cursor() as cursor:
        # Without it two imports could both add the article that neither has seen yet.
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [FILING_LOCK])
    shelf = Shelf(stored_articles(records))
    for record in records:
        shelf.put(record)
    changed, new = shelf.changed, shelf.new
    delete_articles([slot.row for slot in changed if slot.row is not None])
    copy_articles([slot.record for slot in [*changed, *new]], now=now)
    return Filed(new=len(new), changed=len(changed), known=len(records) - len(new) - len(changed))
