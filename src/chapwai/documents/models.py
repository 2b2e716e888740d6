"""Documents as they were taken in, and links that hand them out."""

from __future__ import annotations

import base64
import hashlib
import hmac

from django.conf import settings
from django.db import models


class Document(models.Model):
    """A file that is safe to hand out. The bytes lie in the store under their digest."""

    sha256 = models.CharField(max_length=64)
    # What was dropped, before it was made safe.
    original_sha256 = models.CharField(max_length=64)
    size = models.PositiveBigIntegerField()
    pages = models.PositiveIntegerField()
    # Names of the active content that was taken out.
    removed = models.JSONField(default=list)
    received_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"document {self.pk}"


class DocumentLink(models.Model):
    """Opens one document: for a time, a number of downloads, until it is revoked."""

    document = models.ForeignKey(Document, models.PROTECT, related_name="links")
    # What the document was supplied for; one live link each.
    about = models.CharField(max_length=40, unique=True)
    token_hash = models.CharField(max_length=64, unique=True)
    created_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    downloads_left = models.PositiveIntegerField()
    opened_at = models.DateTimeField(null=True)
    downloaded_at = models.DateTimeField(null=True)
    revoked_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return f"link for {self.about}"

    @property
    def token(self) -> str:
        """The secret part of the address: derived, so that a notice can be written again."""
        return token_for(self.about)


def token_for(about: str) -> str:
    """192 bits that only this installation can make."""
    digest = hmac.new(
        settings.SECRET_KEY.encode(), f"document link {about}".encode(), hashlib.sha256
    ).digest()
    return base64.urlsafe_b64encode(digest[:24]).decode("ascii")


def hash_of(token: str) -> str:
    """What is stored of a token."""
    return hashlib.sha256(token.encode("utf-8", "replace")).hexdigest()
