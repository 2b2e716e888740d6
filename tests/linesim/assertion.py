"""Assertions as a channel signs them, with a key made for this run."""

import base64
import json
from functools import cache

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import padding, rsa

from .conftest import CAST

CHANNEL = CAST["channel"]["id"]


@cache
def _private_key():
    return rsa.generate_private_key(public_exponent=65537, key_size=2048)


def assertion_key():
    """The public key, as the channel's owner registers it."""
    numbers = _private_key().public_key().public_numbers()
    return {"kid": "test", "n": _encoded(_bytes(numbers.n)), "e": _encoded(_bytes(numbers.e))}


def signed_assertion(now, **claims):
    """A JWT that is valid for half an hour, with these claims instead of the right ones."""
    right = {
        "iss": CHANNEL,
        "sub": CHANNEL,
        "aud": "https://api.line.me/",
        "exp": int(now.timestamp()) + 1800,
    }
    wrong_issuer = {"sub": claims["iss"]} if "iss" in claims else {}
    header = {"alg": "RS256", "typ": "JWT", "kid": "test"}
    parts = (header, right | claims | wrong_issuer)
    unsigned = ".".join(_encoded(json.dumps(part).encode()) for part in parts)
    signature = _private_key().sign(unsigned.encode(), padding.PKCS1v15(), hashes.SHA256())
    return f"{unsigned}.{_encoded(signature)}"


def _bytes(number):
    return number.to_bytes((number.bit_length() + 7) // 8)


def _encoded(data):
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()
