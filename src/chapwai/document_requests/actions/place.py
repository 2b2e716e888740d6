"""A reader or a librarian asks for an article."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import cast

from django.db import models, transaction

from chapwai.citations.citation import Citation
from chapwai.citations.models import Picture
from chapwai.document_requests.lifecycle import Status, Verb
from chapwai.document_requests.models import DocumentRequest
from chapwai.document_requests.numbers import next_number
from chapwai.libraries.models import Patron, Staff


@dataclass(frozen=True)
class Wanted:
    """What is asked for, and what it was read from: a photo, or the asker's own words."""

    item: Citation
    picture: Picture | None = None
    words: str = ""


@transaction.atomic
def place_request_of_patron(patron: Patron, *, wanted: Wanted, now: datetime) -> DocumentRequest:
    """A reader asks: the home library looks at it first, unless it lets this group pass."""
    mediated = patron.group is None or patron.group.mediated
    return _place(
        DocumentRequest(
            network=patron.library.network,
            requesting_library=patron.library,
            patron=patron,
            status=Status.UNDER_REVIEW if mediated else Status.REQUEST_RECEIVED,
        ),
        wanted=wanted,
        by=patron,
        now=now,
    )


@transaction.atomic
def place_request_of_staff(
    staff: Staff, *, wanted: Wanted, patron_email: str = "", now: datetime
) -> DocumentRequest:
    """A librarian asks in the group: open at once, for the reader with this address if given."""
    return _place(
        DocumentRequest(
            network=staff.library.network,
            requesting_library=staff.library,
            requested_by=staff,
            patron_email=patron_email,
            status=Status.REQUEST_RECEIVED,
        ),
        wanted=wanted,
        by=staff,
        now=now,
    )


def _place(
    doc_request: DocumentRequest, *, wanted: Wanted, by: Staff | Patron, now: datetime
) -> DocumentRequest:
    doc_request.number = next_number()
    doc_request.created_at = now
    if doc_request.status == Status.REQUEST_RECEIVED:
        doc_request.due_at = now + timedelta(hours=doc_request.network.give_up_hours)
    _describe(doc_request, wanted)
    doc_request.save()
    doc_request.record(Verb.PLACE, by=by, now=now)
    return doc_request


def _describe(doc_request: DocumentRequest, wanted: Wanted) -> None:
    item = wanted.item
    doc_request.title_of_component = item.title or ""
    doc_request.author_of_component = "; ".join(item.authors)
    doc_request.title = item.journal or ""
    doc_request.publication_year = _if_it_fits(item.year, "publication_year")
    doc_request.volume = _if_it_fits(item.volume, "volume")
    doc_request.issue = _if_it_fits(item.issue, "issue")
    doc_request.pages_requested = _if_it_fits(item.pages, "pages_requested")
    doc_request.doi = _if_it_fits(item.doi, "doi")
    doc_request.pmid = _if_it_fits(item.pmid, "pmid")
    doc_request.confidence = item.confidence
    doc_request.doubtful = sorted(item.doubtful)
    doc_request.picture = wanted.picture
    doc_request.citation = wanted.words


def _if_it_fits(value: str | None, field: str) -> str:
    """The value, or nothing: cut short it would name other pages, or another article."""
    column = cast("models.CharField[str, str]", DocumentRequest._meta.get_field(field))
    return value if value and len(value) <= (column.max_length or 0) else ""
