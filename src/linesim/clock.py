"""The platform's time: real time that may be moved forward, or time that stands still."""

from datetime import UTC, datetime, timedelta


class Clock:
    """Answer "what time is it?" for everything that ages on the platform."""

    def __init__(self, *, stopped_at: datetime | None = None) -> None:
        """Run with real time, or stand still at an aware datetime until moved."""
        self._stopped_at = stopped_at
        self._moved = timedelta()

    def now(self) -> datetime:
        """The platform's present, aware, in UTC."""
        return (self._stopped_at or datetime.now(UTC)).astimezone(UTC) + self._moved

    def advance(self, *, seconds: float) -> None:
        """Move the present forward."""
        self._moved += timedelta(seconds=seconds)


def milliseconds(moment: datetime) -> int:
    """The form in which LINE writes a moment."""
    return int(moment.timestamp() * 1000)
