"""A document is handed out by a link."""

from datetime import datetime, timedelta

from chapwai.documents.models import Document, DocumentLink, hash_of, token_for


def issue_link(
    document: Document, *, about: str, days: int, downloads: int, now: datetime
) -> DocumentLink:
    """The link for this purpose, made if there is none yet."""
    link, _ = DocumentLink.objects.get_or_create(
        about=about,
        defaults={
            "document": document,
            "token_hash": hash_of(token_for(about)),
            "created_at": now,
            "expires_at": now + timedelta(days=days),
            "downloads_left": downloads,
        },
    )
    return link
