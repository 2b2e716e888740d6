"""ID tokens, signed and judged as LINE does it.

Web logins get HS256 with the channel's secret. LIFF apps, and those who ask for
`id_token_key_type=JWK`, get ES256 with a key of the platform's, published at /certs.
"""

import hashlib
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cached_property
from typing import Any, Literal

import jwt
from cryptography.hazmat.primitives.asymmetric import ec
from jwt.algorithms import ECAlgorithm

from linesim.ids import Ids
from linesim.login_channels import LoginChannel
from linesim.world import Person, Unknown, World

ISSUER = "https://access.line.me"
LIFE = timedelta(hours=1)

Algorithm = Literal["HS256", "ES256"]


class BadIdToken(Exception):
    """Invalid IdToken."""


@dataclass(frozen=True)
class SignIn:
    """How somebody signed in, as far as an ID token tells."""

    scopes: tuple[str, ...]
    nonce: str | None = None
    auth_time: datetime | None = None  # told only to those who asked for a max_age
    amr: str = "linesso"


class IdTokens:
    """Signs ID tokens and says what is wrong with one."""

    def __init__(self, *, world: World, ids: Ids) -> None:
        self._world = world
        self._ids = ids

    def issue(
        self,
        channel: LoginChannel,
        person: Person,
        sign_in: SignIn,
        *,
        algorithm: Algorithm,
        now: datetime,
    ) -> str:
        """Sign a token that lives one hour."""
        claims = _claims(channel, person, sign_in, now=now)
        if algorithm == "HS256":
            return jwt.encode(claims, channel.secret, "HS256")
        return jwt.encode(claims, self._key, "ES256", headers={"kid": self._key_id})

    def claims_in(
        self,
        token: str,
        *,
        client_id: str,
        nonce: str | None = None,
        user_id: str | None = None,
        now: datetime,
    ) -> dict[str, Any]:
        """The claims of a good token, or BadIdToken with LINE's words for what is wrong."""
        claims = self._verified(token)
        if claims.get("iss") != ISSUER:
            raise BadIdToken("Invalid IdToken Issuer.")
        if claims["exp"] <= now.timestamp():
            raise BadIdToken("IdToken expired.")
        if claims["aud"] != client_id:
            raise BadIdToken("Invalid IdToken Audience.")
        if nonce is not None and claims.get("nonce") != nonce:
            raise BadIdToken("Invalid IdToken Nonce.")
        if user_id is not None and claims["sub"] != user_id:
            raise BadIdToken("Invalid IdToken Subject Identifier.")
        return claims

    def published_keys(self) -> dict[str, Any]:
        """The key set by which ES256 tokens can be checked."""
        public = ECAlgorithm.to_jwk(self._key.public_key(), as_dict=True)
        return {"keys": [public | {"alg": "ES256", "use": "sig", "kid": self._key_id}]}

    def _verified(self, token: str) -> dict[str, Any]:
        try:
            # Time, issuer and audience are judged above: by the platform's clock, in its words.
            claims = jwt.decode(token, options={"verify_signature": False})
            channel = self._world.login_channel(claims["aud"])
            web = jwt.get_unverified_header(token)["alg"] == "HS256"
            key = channel.secret if web else self._key.public_key()
            jwt.api_jws.decode(token, key, algorithms=["HS256" if web else "ES256"])
        except (jwt.InvalidTokenError, KeyError, Unknown, TypeError) as unusable:
            raise BadIdToken("Invalid IdToken.") from unusable
        return claims

    @cached_property
    def _key(self) -> ec.EllipticCurvePrivateKey:
        return ec.derive_private_key(int(self._ids.secret(), 16), ec.SECP256R1())

    @cached_property
    def _key_id(self) -> str:
        return hashlib.sha256(str(self._key.public_key().public_numbers()).encode()).hexdigest()


def _claims(
    channel: LoginChannel, person: Person, sign_in: SignIn, *, now: datetime
) -> dict[str, Any]:
    claims: dict[str, Any] = {
        "iss": ISSUER,
        "sub": person.id,
        "aud": channel.id,
        "exp": int((now + LIFE).timestamp()),
        "iat": int(now.timestamp()),
        "amr": [sign_in.amr],
    }
    if sign_in.auth_time:
        claims["auth_time"] = int(sign_in.auth_time.timestamp())
    if sign_in.nonce:
        claims["nonce"] = sign_in.nonce
    if "profile" in sign_in.scopes:
        claims["name"] = person.name
    if "email" in sign_in.scopes and person.email:
        claims["email"] = person.email
    return claims
