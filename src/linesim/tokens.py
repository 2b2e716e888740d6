"""Reply tokens: one use, about a minute."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from linesim.ids import Ids

REDELIVERABLE_FOR = timedelta(minutes=20)


class InvalidReplyToken(Exception):
    """Invalid reply token"""


@dataclass
class ReplyToken:
    """The right to answer one event in one chat."""

    chat: str
    event_at: datetime
    expires_at: datetime
    used: bool = False


class ReplyTokens:
    """Every reply token that may still be of use, and the latest of the others."""

    def __init__(
        self, *, ids: Ids, lifetime: timedelta = timedelta(seconds=60), keep: int = 20_000
    ) -> None:
        self._ids = ids
        self._keep = keep
        self._lifetime = lifetime
        self._tokens: dict[str, ReplyToken] = {}

    def __len__(self) -> int:
        """How many are kept."""
        return len(self._tokens)

    def issue(self, chat: str, *, now: datetime) -> str:
        """Give out a fresh token for an event that happens now."""
        self._forget_useless(now=now)
        token = self._ids.reply_token()
        self._tokens[token] = ReplyToken(chat, now, now + self._lifetime)
        return token

    def extend_for_redelivery(self, token: str, *, now: datetime) -> None:
        """Let a redelivered event be answered: one more lifetime, up to 20 minutes in all."""
        held = self._tokens.get(token)
        if held is None:
            return
        held.expires_at = min(now + self._lifetime, held.event_at + REDELIVERABLE_FOR)

    def chat_of(self, token: str, *, now: datetime) -> str:
        """The chat a token may still speak to, or raise InvalidReplyToken."""
        held = self._tokens.get(token)
        if held is None or held.used or now > held.expires_at:
            raise InvalidReplyToken
        return held.chat

    def spend(self, token: str) -> None:
        """Use a token up."""
        self._tokens[token].used = True

    def _forget_useless(self, *, now: datetime) -> None:
        """Drop the oldest of too many, but none that could still be used."""
        while len(self._tokens) > self._keep:
            oldest = next(iter(self._tokens))
            held = self._tokens[oldest]
            if not held.used and now <= held.expires_at:
                return
            del self._tokens[oldest]
