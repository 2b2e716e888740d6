"""The address under which a supplied document can be fetched."""

from datetime import datetime

from django.conf import settings

from chapwai.document_requests.models import Supply
from chapwai.documents.actions.issue_link import issue_link
from chapwai.documents.models import DocumentLink


def link_for(supply: Supply, *, now: datetime) -> DocumentLink:
    """The one link of a supply, issued when it is first asked for."""
    if supply.document is None:
        raise ValueError(f"{supply} has no document to link to")
    network = supply.doc_request.network
    return issue_link(
        supply.document,
        about=supply.link_name,
        days=network.link_days,
        downloads=network.link_downloads,
        now=now,
    )


def url_of(link: DocumentLink) -> str:
    """Where the link leads: a page first, the document after a press."""
    return f"{settings.PUBLIC_URL}/documents/{link.token}"


def supply_of(link: DocumentLink) -> Supply:
    """The supply that a link was issued for."""
    return Supply.objects.select_related(
        "library", "doc_request__requesting_library", "doc_request__network"
    ).get(pk=link.about.removeprefix("supply:"))
