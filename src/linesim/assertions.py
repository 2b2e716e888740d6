"""Signed assertions (RFC 7523) by which a channel proves who it is without its secret."""

import base64
import hmac
import json
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from typing import Any

from linesim.world import Channel

AUDIENCE = "https://api.line.me/"
LONGEST_VALIDITY_SECONDS = 30 * 60
# What PKCS #1 v1.5 puts before a SHA-256 digest.
SHA256_PREFIX = bytes.fromhex("3031300d060960864801650304020105000420")


class BadAssertion(Exception):
    """The client assertion is invalid"""


@dataclass(frozen=True)
class Assertion:
    """What a valid assertion asks for."""

    token_lifetime_seconds: int | None


def read_assertion(raw: str, *, channel: Channel, now: datetime) -> Assertion:
    """Check a JWT that the channel signed with one of its keys, or raise BadAssertion."""
    try:
        head, body, signed = raw.split(".")
        header, claims = _json_of(head), _json_of(body)
        signature = _bytes_of(signed)
    except ValueError as unreadable:
        raise BadAssertion from unreadable
    _check_signature(f"{head}.{body}".encode(), signature, header, channel)
    _check_claims(claims, channel=channel, now=now)
    lifetime = claims.get("token_exp")
    return Assertion(lifetime if isinstance(lifetime, int) else None)


def _check_signature(
    signed: bytes, signature: bytes, header: dict[str, Any], channel: Channel
) -> None:
    key = next((one for one in channel.assertion_keys if one["kid"] == header.get("kid")), None)
    if header.get("alg") != "RS256" or key is None:
        raise BadAssertion
    modulus = int.from_bytes(_bytes_of(key["n"]))
    exponent = int.from_bytes(_bytes_of(key["e"]))
    size = (modulus.bit_length() + 7) // 8
    told = pow(int.from_bytes(signature), exponent, modulus).to_bytes(size)
    digest = SHA256_PREFIX + sha256(signed).digest()
    padded = b"\x00\x01" + b"\xff" * (size - len(digest) - 3) + b"\x00" + digest
    if not hmac.compare_digest(told, padded):
        raise BadAssertion


def _check_claims(claims: dict[str, Any], *, channel: Channel, now: datetime) -> None:
    expires = claims.get("exp")
    seconds_left = expires - now.timestamp() if isinstance(expires, int | float) else 0
    ours = claims.get("iss") == claims.get("sub") == channel.id
    if not ours or claims.get("aud") != AUDIENCE:
        raise BadAssertion
    if not 0 < seconds_left <= LONGEST_VALIDITY_SECONDS:
        raise BadAssertion


def _json_of(part: str) -> dict[str, Any]:
    value = json.loads(_bytes_of(part))
    if not isinstance(value, dict):
        raise ValueError("a part of a JWT is an object")
    return value


def _bytes_of(part: str) -> bytes:
    return base64.urlsafe_b64decode(part + "=" * (-len(part) % 4))
