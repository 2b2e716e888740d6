"""Moments in words: Buddhist years, Bangkok time, near days by name."""

from datetime import datetime

from django.utils import timezone
from django.utils.translation import gettext_noop

from chapwai.cards.voice import gettext as _
from chapwai.cards.voice import present, speaks_thai

BUDDHIST_ERA = 543
MONTHS = (
    gettext_noop("Jan"),
    gettext_noop("Feb"),
    gettext_noop("Mar"),
    gettext_noop("Apr"),
    gettext_noop("May"),
    gettext_noop("Jun"),
    gettext_noop("Jul"),
    gettext_noop("Aug"),
    gettext_noop("Sep"),
    gettext_noop("Oct"),
    gettext_noop("Nov"),
    gettext_noop("Dec"),
)
WEEKDAYS = (
    gettext_noop("Mon"),
    gettext_noop("Tue"),
    gettext_noop("Wed"),
    gettext_noop("Thu"),
    gettext_noop("Fri"),
    gettext_noop("Sat"),
    gettext_noop("Sun"),
)
NEAR_DAYS = {
    -1: gettext_noop("yesterday"),
    0: gettext_noop("today"),
    1: gettext_noop("tomorrow"),
}


def near(moment: datetime) -> str:
    """A moment seen from now: "today 16:00", "Mon 17 Aug 09:00". For what is said at once."""
    return _("{day} {time}", day=_near_day(moment), time=_clock(moment))


def dated(moment: datetime) -> str:
    """Day and time with the full date: for what may be read on another day."""
    return _("{day} {time}", day=date(moment), time=_clock(moment))


def date(moment: datetime) -> str:
    """12 Aug 2026, in Thai 12 ส.ค. 2569."""
    local = timezone.localtime(moment)
    year = buddhist_year(moment) if speaks_thai() else local.year
    return _("{day} {month} {year}", day=local.day, month=_month(local), year=year)


def buddhist_year(moment: datetime) -> int:
    """The year as people in Thailand count it."""
    return timezone.localtime(moment).year + BUDDHIST_ERA


def duration(minutes: int) -> str:
    """12 min, 1 h 5 min, 3 days."""
    minutes = max(1, minutes)
    hours, rest = divmod(minutes, 60)
    if hours >= 48:
        return _("{n} days", n=hours // 24)
    if not hours:
        return _("{n} min", n=rest)
    return _("{hours} h {n} min", hours=hours, n=rest) if rest else _("{n} h", n=hours)


def _near_day(moment: datetime) -> str:
    local = timezone.localtime(moment)
    days = (local.date() - timezone.localtime(present()).date()).days
    if days in NEAR_DAYS:
        return _(NEAR_DAYS[days])
    if abs(days) > 6:
        return date(moment)
    weekday = _(WEEKDAYS[local.weekday()])
    return _("{weekday} {day} {month}", weekday=weekday, day=local.day, month=_month(local))


def _month(local: datetime) -> str:
    return _(MONTHS[local.month - 1])


def _clock(moment: datetime) -> str:
    return _("{time}", time=timezone.localtime(moment).strftime("%H:%M"))
