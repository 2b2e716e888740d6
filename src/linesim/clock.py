"""The platform's time: real time that may be moved forward, or time that stands still."""

import asyncio
import contextlib
from datetime import UTC, datetime, timedelta


class Clock:
    """Answer "what time is it?" for everything that ages on the platform."""

    def __init__(self, *, stopped_at: datetime | None = None) -> None:
        """Run with real time, or stand still at an aware datetime until moved."""
        self._stopped_at = stopped_at
        self._moved = timedelta()
        self._waiting: dict[asyncio.Event, asyncio.AbstractEventLoop] = {}

    def now(self) -> datetime:
        """The platform's present, aware, in UTC."""
        return (self._stopped_at or datetime.now(UTC)).astimezone(UTC) + self._moved

    def advance(self, *, seconds: float) -> None:
        """Move the present forward; may be called from any thread."""
        self._moved += timedelta(seconds=seconds)
        for moved, loop in list(self._waiting.items()):
            loop.call_soon_threadsafe(moved.set)

    async def wait(self, *, seconds: float) -> None:
        """Let so much of the platform's time pass; time that stands still must be moved."""
        await self.wait_until(self.now() + timedelta(seconds=seconds))

    async def wait_until(self, until: datetime) -> None:
        """Wait for the platform's time to reach a moment; not at all if it has."""
        moved = asyncio.Event()
        self._waiting[moved] = asyncio.get_running_loop()
        try:
            while (left := (until - self.now()).total_seconds()) > 0:
                moved.clear()
                with contextlib.suppress(TimeoutError):
                    async with asyncio.timeout(None if self._stopped_at else left):
                        await moved.wait()
        finally:
            del self._waiting[moved]


def milliseconds(moment: datetime) -> int:
    """The form in which LINE writes a moment."""
    return int(moment.timestamp() * 1000)
