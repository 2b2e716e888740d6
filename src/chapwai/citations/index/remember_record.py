"""An article that became known, by a request or from an online service, is not asked for again."""

from datetime import datetime

from chapwai.citations.index.filing import Filed, file_records
from chapwai.citations.index.record_line import tidied
from chapwai.citations.record import Record


def remember_record(record: Record, *, now: datetime) -> Filed:
    """File one record; NotARecord if nothing in it can be a title."""
    return file_records([tidied(record)], now=now)
