"""What people have allowed login channels: consents, codes, access and refresh tokens."""

import base64
import hashlib
import hmac
from dataclasses import dataclass
from datetime import datetime, timedelta

from linesim.id_tokens import SignIn
from linesim.ids import Ids

CODE_LIFE = timedelta(minutes=10)
ACCESS_LIFE = timedelta(days=30)
REFRESH_LIFE = timedelta(days=90)
LIFF_ACCESS_LIFE = timedelta(hours=12)


class BadGrant(Exception):
    """The code or refresh token is not good for a token."""


class BadAccessToken(Exception):
    """The access token expired"""


@dataclass(frozen=True)
class Authorization:
    """What one person allowed one channel, and how the channel asked for it."""

    channel_id: str
    person_id: str
    sign_in: SignIn
    redirect_uri: str
    code_challenge: str | None = None
    liff_id: str | None = None


@dataclass(frozen=True)
class Tokens:
    """An access token, and the refresh token that came with it, except for LIFF."""

    channel_id: str
    person_id: str
    scopes: tuple[str, ...]
    access_token: str
    expires_at: datetime
    refresh_token: str | None = None
    refreshable_until: datetime | None = None

    @property
    def told_scope(self) -> str:
        """The scopes as LINE tells them, which never include the e-mail address."""
        return " ".join(scope for scope in self.scopes if scope != "email")

    def seconds_left(self, *, now: datetime) -> int:
        """Whole seconds until the access token expires."""
        return int((self.expires_at - now).total_seconds())


class Grants:
    """Everything that people have allowed and not taken back."""

    def __init__(self, *, ids: Ids) -> None:
        self._ids = ids
        self._consents: dict[tuple[str, str], set[str]] = {}
        self._codes: dict[str, tuple[Authorization, datetime]] = {}
        self._tokens: dict[str, Tokens] = {}
        self._refreshable: dict[str, Tokens] = {}
        self.signed_in_at: dict[str, datetime] = {}  # person -> last time they signed in

    def consent(self, channel_id: str, person_id: str, scopes: tuple[str, ...]) -> None:
        """Remember that a person allows a channel these things."""
        self._consents.setdefault((channel_id, person_id), set()).update(scopes)

    def consents_to(self, channel_id: str, person_id: str, scopes: tuple[str, ...]) -> bool:
        """Whether a person has allowed all of this before."""
        return set(scopes) <= self._consents.get((channel_id, person_id), set())

    def issue_code(self, authorization: Authorization, *, now: datetime) -> str:
        """Give out a code that can be changed for tokens once, within ten minutes."""
        code = self._ids.code()
        self._codes[code] = (authorization, now + CODE_LIFE)
        return code

    def needs_secret(self, code: str) -> bool:
        """Whether the channel must prove itself; pages, as LIFF apps are, cannot keep a secret."""
        authorization, _ = self._codes.get(code, (None, None))
        return not (authorization and authorization.liff_id and authorization.code_challenge)

    def redeem(
        self, code: str, *, channel_id: str, redirect_uri: str, verifier: str | None, now: datetime
    ) -> Authorization:
        """What a code stands for; it is used up. Raises BadGrant, with LINE's words."""
        authorization, expires_at = self._codes.get(code, (None, now))
        if authorization is None or authorization.channel_id != channel_id:
            raise BadGrant("invalid authorization code")
        del self._codes[code]
        if now > expires_at:
            raise BadGrant("authorization code expired")
        if authorization.redirect_uri != redirect_uri:
            raise BadGrant("redirect_uri does not match")
        if not _answers(verifier, authorization.code_challenge):
            raise BadGrant("code_verifier does not match")
        return authorization

    def issue(
        self, channel_id: str, person_id: str, scopes: tuple[str, ...], *, now: datetime
    ) -> Tokens:
        """Issue tokens for a web login: 30 days, refreshable for 90."""
        return self._keep(
            Tokens(
                channel_id,
                person_id,
                scopes,
                access_token=self._ids.access_token(),
                expires_at=now + ACCESS_LIFE,
                refresh_token=self._ids.code(),
                refreshable_until=now + REFRESH_LIFE,
            )
        )

    def issue_for_liff(
        self, channel_id: str, person_id: str, scopes: tuple[str, ...], *, now: datetime
    ) -> Tokens:
        """Issue the token of a LIFF app: 12 hours, and nothing to refresh it with."""
        token = self._ids.access_token()
        expires_at = now + LIFF_ACCESS_LIFE
        return self._keep(Tokens(channel_id, person_id, scopes, token, expires_at))

    def refresh(self, refresh_token: str, *, channel_id: str, now: datetime) -> Tokens:
        """Replace tokens by fresh ones, or raise BadGrant."""
        old = self._refreshable.get(refresh_token)
        if old is None or old.channel_id != channel_id:
            raise BadGrant("invalid refresh token")
        if old.refreshable_until is None or now > old.refreshable_until:
            raise BadGrant("refresh token expired")
        self.revoke(old)
        return self.issue(old.channel_id, old.person_id, old.scopes, now=now)

    def find(self, access_token: str) -> Tokens | None:
        """The tokens of which this is the access token, expired or not."""
        return self._tokens.get(access_token)

    def valid(self, access_token: str, *, now: datetime) -> Tokens:
        """The tokens behind a living access token, or BadAccessToken."""
        found = self._tokens.get(access_token)
        if found is None or now >= found.expires_at:
            raise BadAccessToken
        return found

    def revoke(self, tokens: Tokens) -> None:
        """End tokens at once."""
        self._tokens.pop(tokens.access_token, None)
        self._refreshable.pop(tokens.refresh_token or "", None)

    def deauthorize(self, channel_id: str, person_id: str) -> None:
        """Take back all that a person allowed a channel."""
        self._consents.pop((channel_id, person_id), None)
        for tokens in list(self._tokens.values()):
            if (tokens.channel_id, tokens.person_id) == (channel_id, person_id):
                self.revoke(tokens)

    def _keep(self, tokens: Tokens) -> Tokens:
        self._tokens[tokens.access_token] = tokens
        if tokens.refresh_token:
            self._refreshable[tokens.refresh_token] = tokens
        return tokens


def _answers(verifier: str | None, challenge: str | None) -> bool:
    """Whether a code verifier is the one behind a PKCE challenge (S256)."""
    if challenge is None:
        return True
    digest = hashlib.sha256((verifier or "").encode()).digest()
    told = base64.urlsafe_b64encode(digest).rstrip(b"=").decode()
    return hmac.compare_digest(told, challenge)
