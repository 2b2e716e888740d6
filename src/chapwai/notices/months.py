"""The month in which counted messages are counted."""

from datetime import datetime

from django.utils.timezone import get_default_timezone


def month_began(now: datetime) -> datetime:
    """The first moment of the month, in the network's own time zone."""
    local = now.astimezone(get_default_timezone())
    return local.replace(day=1, hour=0, minute=0, second=0, microsecond=0)
