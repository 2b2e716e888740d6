"""A file came in: it is checked, made safe and kept."""

import tempfile
from datetime import datetime
from pathlib import Path

from django.conf import settings

from chapwai.documents.check import check_document
from chapwai.documents.models import Document
from chapwai.documents.store import Store


def take_in_document(source: Path, *, now: datetime) -> Document:
    """Check and keep the file at `source`, or raise FileRefused and keep nothing.

    The original is kept beside the safe version, so that a dispute can be settled.
    """
    store = Store(settings.DOCUMENTS_DIR)
    with tempfile.TemporaryDirectory(dir=_workshop()) as workshop:
        checked = check_document(source, into=Path(workshop))
        original, safe = store.put(source), store.put(checked.path)
    return Document.objects.create(
        sha256=safe.sha256,
        original_sha256=original.sha256,
        size=safe.size,
        pages=checked.pages,
        removed=list(checked.removed),
        received_at=now,
    )


def _workshop() -> Path:
    """Where files are worked on: on the disk of the store, never in a shared folder."""
    workshop: Path = settings.DATA_DIR / "workshop"
    workshop.mkdir(parents=True, exist_ok=True, mode=0o700)
    return workshop
