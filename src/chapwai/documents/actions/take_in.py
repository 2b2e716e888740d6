"""A file came in: it is checked, made safe and kept."""

from datetime import datetime
from pathlib import Path

from django.conf import settings

from chapwai.documents.check import check_document
from chapwai.documents.models import Document
from chapwai.documents.store import Store
from chapwai.documents.workshop import workshop


def take_in_document(source: Path, *, now: datetime) -> Document:
    """Check and keep the file at `source`, or raise FileRefused and keep nothing.

    The original is kept beside the safe version, so that a dispute can be settled.
    """
    store = Store(settings.DOCUMENTS_DIR)
    with workshop() as folder:
        checked = check_document(source, into=folder)
        original, safe = store.put(source), store.put(checked.path)
    return Document.objects.create(
        sha256=safe.sha256,
        original_sha256=original.sha256,
        size=safe.size,
        pages=checked.pages,
        removed=list(checked.removed),
        received_at=now,
    )
