"""Tell every open page what has just changed."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any


class Stream:
    """Hands each change to everybody who listens at that moment."""

    def __init__(self) -> None:
        self._listeners: set[asyncio.Queue[dict[str, Any] | None]] = set()

    def publish(self, kind: str, **what: Any) -> None:
        """Announce a change: `world`, `chat`, `typing`, `traffic` or `mail`."""
        for listener in self._listeners:
            listener.put_nowait({"kind": kind, **what})

    def end(self) -> None:
        """Let everybody who listens go."""
        for listener in self._listeners:
            listener.put_nowait(None)

    async def changes(self) -> AsyncIterator[dict[str, Any]]:
        """All changes from now on, until the stream ends."""
        listener: asyncio.Queue[dict[str, Any] | None] = asyncio.Queue()
        self._listeners.add(listener)
        try:
            while (change := await listener.get()) is not None:
                yield change
        finally:
            self._listeners.discard(listener)
