"""Tell every open page what has just changed."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any


class Stream:
    """Hands each change to everybody who listens at that moment."""

    def __init__(self) -> None:
        self._listeners: set[asyncio.Queue[dict[str, Any]]] = set()

    def publish(self, kind: str, **what: Any) -> None:
        """Announce a change: `world`, `chat`, `typing`, `traffic` or `mail`."""
        for listener in self._listeners:
            listener.put_nowait({"kind": kind, **what})

    async def changes(self) -> AsyncIterator[dict[str, Any]]:
        """All changes from now on."""
        listener: asyncio.Queue[dict[str, Any]] = asyncio.Queue()
        self._listeners.add(listener)
        try:
            while True:
                yield await listener.get()
        finally:
            self._listeners.discard(listener)
