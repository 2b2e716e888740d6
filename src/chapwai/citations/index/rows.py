"""Records as rows of the table of indexed articles, and back."""

from collections.abc import Collection, Iterator, Sequence
from datetime import datetime
from typing import Any

from django.db import connection

from chapwai.citations.index.alikeness import title_letters
from chapwai.citations.index.keys import first_page_of, folded
from chapwai.citations.index.shelf import digest_of
from chapwai.citations.models import IndexedArticle
from chapwai.citations.record import Record

TABLE = IndexedArticle._meta.db_table
SPOKEN = (
    "title",
    "authors",
    "journal",
    "abbreviation",
    "issns",
    "year",
    "volume",
    "issue",
    "pages",
    "doi",
    "pmid",
    "pmcid",
)
DERIVED = ("letters", "volume_key", "page_key", "digest", "described_at")
SELECT = f"SELECT id, {', '.join(SPOKEN)} FROM {TABLE} WHERE "  # noqa: S608  # our own names
COPY = f"COPY {TABLE} ({', '.join((*SPOKEN, *DERIVED))}) FROM STDIN"


def stored_articles(records: Collection[Record]) -> Iterator[tuple[int, Record]]:
    """The rows that share an identifier or the digest with any of the records, each once."""
    rows: dict[int, Record] = {}
    with connection.cursor() as cursor:
        for name in ("doi", "pmid", "pmcid"):
            values = [value for record in records if (value := getattr(record, name))]
            # Spelled out for the planner: the indexes leave out what is empty.
            cursor.execute(f"{SELECT} {name} = ANY(%s) AND {name} <> ''", [values])
            rows.update(map(_row_read, cursor.fetchall()))
        cursor.execute(f"{SELECT} digest = ANY(%s)", [[digest_of(record) for record in records]])
        rows.update(map(_row_read, cursor.fetchall()))
    return iter(rows.items())


def articles_in_rows(numbers: Sequence[int]) -> list[Record]:
    """The records of these rows, in this order; rows that have gone are left out."""
    with connection.cursor() as cursor:
        cursor.execute(f"{SELECT} id = ANY(%s)", [list(numbers)])
        rows = dict(map(_row_read, cursor.fetchall()))
    return [rows[number] for number in numbers if number in rows]


def delete_articles(rows: Sequence[int]) -> None:
    """Take these rows out."""
    if rows:
        IndexedArticle.objects.filter(pk__in=rows).delete()


def copy_articles(records: Sequence[Record], *, now: datetime) -> None:
    """Add a row for each record, in one stream."""
    if not records:
        return
    with connection.cursor() as cursor, cursor.copy(COPY) as stream:
        for record in records:
            stream.write_row(_row_of(record, now))


def _row_read(row: Sequence[Any]) -> tuple[int, Record]:
    number, *values = row
    said = dict(zip(SPOKEN, values, strict=True))
    authors, issns = tuple(said.pop("authors")), tuple(said.pop("issns"))
    texts = {name: value or None for name, value in said.items()}
    return number, Record(authors=authors, issns=issns, **texts)  # type: ignore[arg-type]  # a title is never empty


def _row_of(record: Record, now: datetime) -> list[Any]:
    said = [getattr(record, name) for name in SPOKEN]
    lists_and_texts = [list(value) if isinstance(value, tuple) else value or "" for value in said]
    return [
        *lists_and_texts,
        title_letters(record.title),
        folded(record.volume or ""),
        first_page_of(record),
        digest_of(record),
        now,
    ]
