"""Somebody opens a link, or takes the document from it."""

from datetime import datetime

from django.db.models import F, QuerySet

from chapwai.documents.models import DocumentLink, hash_of


class LinkUnknown(Exception):
    """No such link was ever issued."""


class LinkOver(Exception):
    """The link has run out, was used up, or was taken back."""


def look_at_link(token: str, *, now: datetime) -> DocumentLink:
    """What the link is for. Costs nothing: previews and curious programs look too."""
    link = _links(token).first()
    if link is None:
        raise LinkUnknown
    if not _usable(_links(token), now=now).exists():
        raise LinkOver
    _links(token).filter(opened_at=None).update(opened_at=now)
    return link


def use_link(token: str, *, now: datetime) -> DocumentLink:
    """Count one download, or raise LinkUnknown or LinkOver."""
    link = _links(token).first()
    if link is None:
        raise LinkUnknown
    # One statement checks and counts, so two downloads at once never share the last one.
    counted = _usable(_links(token), now=now).update(
        downloads_left=F("downloads_left") - 1, downloaded_at=now
    )
    if not counted:
        raise LinkOver
    return link


def revoke_link(about: str, *, now: datetime) -> None:
    """Take back the link for this purpose, if there is one."""
    DocumentLink.objects.filter(about=about, revoked_at=None).update(revoked_at=now)


def _links(token: str) -> QuerySet[DocumentLink]:
    return DocumentLink.objects.select_related("document").filter(token_hash=hash_of(token))


def _usable(links: QuerySet[DocumentLink], *, now: datetime) -> QuerySet[DocumentLink]:
    return links.filter(expires_at__gt=now, downloads_left__gt=0, revoked_at=None)
