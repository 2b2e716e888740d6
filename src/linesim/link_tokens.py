"""Link tokens: with one, a person ties an account at the bot's service to their LINE account."""

from datetime import datetime, timedelta

from linesim.ids import Ids

LIFE = timedelta(minutes=10)


class BadLinkToken(Exception):
    """The link token is unknown, used or expired."""


class LinkTokens:
    """Every link token that can still be used."""

    def __init__(self, *, ids: Ids) -> None:
        self._ids = ids
        self._tokens: dict[str, tuple[str, datetime]] = {}

    def issue(self, person_id: str, *, now: datetime) -> str:
        """Give out a token for one person: ten minutes, one use."""
        token = self._ids.code()
        self._tokens[token] = (person_id, now + LIFE)
        return token

    def spend(self, token: str, *, now: datetime) -> str:
        """The person a token was given out for; it is used up. Raises BadLinkToken."""
        person_id, expires_at = self._tokens.pop(token, ("", now))
        if not person_id or now > expires_at:
            raise BadLinkToken
        return person_id
