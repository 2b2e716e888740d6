"""Retry keys: the same request is carried out only once in a day."""

import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

VALID_FOR = timedelta(hours=24)
UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)


@dataclass(frozen=True)
class Accepted:
    """A request that was carried out under a retry key."""

    request_id: str
    at: datetime
    answer: dict[str, Any]


class RetryKeys:
    """The retry keys of accepted requests."""

    def __init__(self) -> None:
        self._accepted: dict[str, Accepted] = {}

    def earlier(self, key: str, *, now: datetime) -> Accepted | None:
        """What was accepted under this key in the last 24 hours."""
        accepted = self._accepted.get(key)
        return accepted if accepted and now - accepted.at < VALID_FOR else None

    def remember(self, key: str, accepted: Accepted) -> None:
        """Keep an accepted request under its key."""
        self._accepted[key] = accepted
