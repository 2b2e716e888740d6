"""What services outside have answered before, kept in the database for a while."""

import hashlib
import logging
from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime, timedelta

from django.db import Error

from chapwai.citations.models import OnlineAnswer
from chapwai.citations.record import Record
from chapwai.citations.wire import record_from

# Records change now and then; what is unknown today may be there tomorrow.
KEPT = timedelta(days=30)
KEPT_WHEN_EMPTY = timedelta(days=1)

log = logging.getLogger(__name__)


def remembered_answer(question: str, *, now: datetime) -> list[Record] | None:
    """The records that answered this question lately, None if it was not asked."""
    try:
        kept = OnlineAnswer.objects.filter(question=_digest(question), expires_at__gt=now).first()
    except Error as error:
        log.warning("no answer could be looked up: %s", type(error).__name__)
        return None
    return [record_from(values) for values in kept.records] if kept else None


def remember_answer(question: str, records: Sequence[Record], *, now: datetime) -> None:
    """Keep an answer, an empty one too, and let go of those that are too old."""
    values = {
        "records": [asdict(record) for record in records],
        "expires_at": now + (KEPT if records else KEPT_WHEN_EMPTY),
    }
    try:
        OnlineAnswer.objects.filter(expires_at__lte=now).delete()
        OnlineAnswer.objects.update_or_create(question=_digest(question), defaults=values)
    except Error as error:
        log.warning("an answer could not be kept: %s", type(error).__name__)


def _digest(question: str) -> str:
    return hashlib.sha256(question.encode()).hexdigest()
