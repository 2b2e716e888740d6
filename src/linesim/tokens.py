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
    """Every reply token that the platform has given out."""

    def __init__(self, *, ids: Ids, lifetime: timedelta = timedelta(seconds=60)) -> None:
        self._ids = ids
        self._lifetime = lifetime
        self._tokens: dict[str, ReplyToken] = {}

    def issue(self, chat: str, *, now: datetime) -> str:
        """Give out a fresh token for an event that happens now."""
        self._forget_until(now - REDELIVERABLE_FOR - self._lifetime)
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

    def _forget_until(self, moment: datetime) -> None:
        """Drop tokens that not even a redelivery could bring back; they are in order of age."""
        while self._tokens:
            oldest = next(iter(self._tokens))
            if self._tokens[oldest].event_at >= moment:
                return
            del self._tokens[oldest]
