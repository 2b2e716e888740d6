"""Channel access tokens: what lets a bot speak for its channel."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum

from linesim.world import Channel

MOST_SHORT_LIVED = 30
MOST_CHOSEN = 30


class TooManyTokens(Exception):
    """The channel holds as many valid tokens of this kind as it may."""


class Kind(Enum):
    """The kinds of token; they differ in how long they live and how many there may be."""

    LONG_LIVED = "long-lived"  # one a channel, without an end
    SHORT_LIVED = "short-lived"  # 30 days
    CHOSEN = "v2.1"  # as long as the assertion asks, at most 30 days
    STATELESS = "stateless"  # 15 minutes, as many as one likes


@dataclass(frozen=True)
class ChannelToken:
    """One token; `key_id` is set for tokens of v2.1 only."""

    value: str
    kind: Kind
    channel_id: str
    expires_at: datetime | None
    key_id: str | None = None

    def seconds_left(self, *, now: datetime) -> int:
        """Whole seconds until it expires; a token without an end says 0, as LINE does."""
        return int((self.expires_at - now).total_seconds()) if self.expires_at else 0


class ChannelTokens:
    """Every channel access token that is still good for something."""

    def __init__(self, channel: Channel) -> None:
        held = ChannelToken(channel.access_token, Kind.LONG_LIVED, channel.id, expires_at=None)
        self._tokens = {held.value: held}

    def issue(
        self,
        value: str,
        kind: Kind,
        *,
        channel_id: str,
        lifetime: timedelta,
        now: datetime,
        key_id: str | None = None,
    ) -> ChannelToken:
        """Keep a fresh token, or raise TooManyTokens.

        One short-lived token too many makes the oldest of them end at once.
        """
        held = [one for one in self._valid(kind, now=now) if one.channel_id == channel_id]
        if kind is Kind.CHOSEN and len(held) >= MOST_CHOSEN:
            raise TooManyTokens
        if kind is Kind.SHORT_LIVED and len(held) >= MOST_SHORT_LIVED:
            self.revoke(held[0].value)
        token = ChannelToken(value, kind, channel_id, now + lifetime, key_id)
        self._tokens[value] = token
        return token

    def find(self, value: str, *, now: datetime) -> ChannelToken | None:
        """The token with this value while it is valid."""
        token = self._tokens.get(value)
        if token and token.expires_at and now >= token.expires_at:
            del self._tokens[value]
            return None
        return token

    def revoke(self, value: str) -> bool:
        """End a token at once; False if there is none."""
        return self._tokens.pop(value, None) is not None

    def key_ids(self, *, now: datetime) -> list[str]:
        """The key ids of all valid tokens of v2.1, oldest first."""
        return [token.key_id for token in self._valid(Kind.CHOSEN, now=now) if token.key_id]

    def _valid(self, kind: Kind, *, now: datetime) -> Iterator[ChannelToken]:
        for value in list(self._tokens):
            token = self.find(value, now=now)
            if token and token.kind is kind:
                yield token
