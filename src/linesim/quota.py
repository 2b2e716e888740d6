"""What was sent, and how much of the month's plan it used."""

from collections import Counter
from datetime import date, datetime, timedelta, timezone

# Messages a month that each plan sold in Thailand includes.
PLANS: dict[str, int | None] = {"free": 300, "basic": 15_000, "pro": 35_000, "none": None}

# LINE's statistics days; taken for the month as well, since LINE does not say where it ends.
STATISTICS_TIME = timezone(timedelta(hours=9))


class MonthlyLimitReached(Exception):
    """You have reached your monthly limit."""


class Quota:
    """The ledger of everything sent. Only counted messages use up the plan."""

    def __init__(self, plan: str) -> None:
        self.plan = plan
        self._sent: Counter[tuple[str, date]] = Counter()
        self._used: Counter[tuple[int, int]] = Counter()

    @property
    def limit(self) -> int | None:
        """Counted messages a month, or None without limit."""
        return PLANS[self.plan]

    def check(self, recipients: int, *, now: datetime) -> None:
        """Raise MonthlyLimitReached if this many more would exceed the plan."""
        if self.limit is not None and recipients and self.used(now=now) + recipients > self.limit:
            raise MonthlyLimitReached

    def record(self, kind: str, *, messages: int, counted: int, now: datetime) -> None:
        """Write down what was sent."""
        self._sent[kind, statistics_day(now)] += messages if kind == "reply" else counted
        self._used[_month(now)] += counted

    def used(self, *, now: datetime) -> int:
        """Counted messages in the month of `now`."""
        return self._used[_month(now)]

    def sent_on(self, day: date, *, kind: str) -> int:
        """Messages of one kind sent on one statistics day."""
        return self._sent[kind, day]


def statistics_day(moment: datetime) -> date:
    """The day to which LINE's statistics assign a moment."""
    return moment.astimezone(STATISTICS_TIME).date()


def _month(moment: datetime) -> tuple[int, int]:
    day = statistics_day(moment)
    return day.year, day.month
