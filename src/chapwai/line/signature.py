"""LINE signs the raw bytes of a webhook with the channel secret."""

import base64
import hashlib
import hmac


def signature_of(body: bytes, *, secret: str) -> str:
    """What LINE puts into `x-line-signature` for this body."""
    digest = hmac.new(secret.encode(), body, hashlib.sha256).digest()
    return base64.b64encode(digest).decode("ascii")


def is_signed(body: bytes, *, signature: str, secret: str) -> bool:
    """Whether the signature is LINE's. Compared as bytes: text outside ASCII would raise."""
    if not secret:
        return False
    return hmac.compare_digest(
        signature_of(body, secret=secret).encode(), signature.encode("utf-8", "replace")
    )
