"""Bytes that nobody may keep any longer leave the store."""

from django.conf import settings
from django.db.models import Q

from chapwai.documents.models import Document
from chapwai.documents.store import Store


def forget_file(sha256: str) -> None:
    """Delete the bytes, unless a document that was taken in consists of them."""
    needed = Document.objects.filter(Q(sha256=sha256) | Q(original_sha256=sha256))
    if not needed.exists():
        Store(settings.DOCUMENTS_DIR).delete(sha256)


def forget_document(document: Document) -> None:
    """Delete a document that was never supplied, row and bytes."""
    digests = {document.sha256, document.original_sha256}
    document.delete()
    for sha256 in digests:
        forget_file(sha256)
