"""How fast a bot may call: one token bucket for each endpoint."""

from dataclasses import dataclass
from datetime import datetime

Endpoint = tuple[str, str]  # method and path template


class TooFast(Exception):
    """The API rate limit has been exceeded. Try again later."""


@dataclass(frozen=True)
class Rate:
    """So many calls in so many seconds."""

    calls: float
    seconds: float


PER_HOUR = 3600.0
USUAL = Rate(2000, 1)

RATES: dict[Endpoint, Rate] = {
    ("POST", "/v2/bot/message/broadcast"): Rate(60, PER_HOUR),
    ("POST", "/v2/bot/message/narrowcast"): Rate(60, PER_HOUR),
    ("POST", "/v2/bot/message/multicast"): Rate(200, 1),
    ("POST", "/v2/bot/chat/loading/start"): Rate(100, 1),
    ("POST", "/v2/bot/channel/webhook/test"): Rate(60, PER_HOUR),
    ("GET", "/v2/bot/channel/webhook/endpoint"): Rate(1000, 60),
    ("PUT", "/v2/bot/channel/webhook/endpoint"): Rate(1000, 60),
    ("POST", "/v2/bot/richmenu"): Rate(100, PER_HOUR),
    ("DELETE", "/v2/bot/richmenu/{menu_id}"): Rate(100, PER_HOUR),
    ("GET", "/v2/bot/richmenu/list"): Rate(10, 1),
    ("POST", "/v2/bot/richmenu/batch"): Rate(3, PER_HOUR),
    ("POST", "/v2/oauth/accessToken"): Rate(370, 1),
}


@dataclass
class Bucket:
    """What may still be called at a moment."""

    left: float
    at: datetime


class Rates:
    """The buckets of the channel, filled again as the platform's time passes."""

    def __init__(self, *, scale: float) -> None:
        """Scale every rate; 0.01 makes limits easy to reach."""
        self._scale = scale
        self._buckets: dict[Endpoint, Bucket] = {}

    def take(self, endpoint: Endpoint, *, now: datetime) -> None:
        """Count one call, or raise TooFast."""
        rate = RATES.get(endpoint, USUAL)
        most = max(1.0, rate.calls * self._scale)
        bucket = self._buckets.setdefault(endpoint, Bucket(most, now))
        passed = (now - bucket.at).total_seconds()
        bucket.left = min(most, bucket.left + passed * rate.calls * self._scale / rate.seconds)
        bucket.at = now
        if bucket.left < 1:
            raise TooFast
        bucket.left -= 1
