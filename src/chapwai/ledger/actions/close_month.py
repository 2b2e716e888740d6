"""A month is over: its books are checked, sealed and closed for good."""

from datetime import datetime

from django.db import transaction

from chapwai.ledger.models import LedgerPeriod
from chapwai.ledger.posting import BOOK_TIME, PeriodClosed
from chapwai.ledger.queries import audit
from chapwai.ledger.refusals import Refusal


class MonthNotOver(Refusal):
    """The month still runs; a closed month takes no more transactions."""


class BooksUnsound(Refusal):
    """The audit found something; no month is closed before that is explained."""


@transaction.atomic
def close_month(month: str, *, actor: str, now: datetime) -> LedgerPeriod:
    """Close `2026-11` and all before it; the seal belongs on the statements of the month."""
    if month >= f"{now.astimezone(BOOK_TIME):%Y-%m}":
        raise MonthNotOver(f"{month} is not over")
    if findings := {finding: wrong for finding, wrong in audit().items() if wrong}:
        raise BooksUnsound(f"the audit found {findings}")
    period, _ = LedgerPeriod.objects.get_or_create(period=month)
    still_open = LedgerPeriod.objects.filter(period=month, closed_at=None)
    if not still_open.update(closed_at=now, closed_by=actor):
        raise PeriodClosed(f"{month} was closed before")
    period.refresh_from_db()
    return period
