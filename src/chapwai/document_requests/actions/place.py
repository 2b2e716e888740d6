"""A reader or a librarian asks for an article."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction

from chapwai.citations.citation import Citation
from chapwai.citations.models import Picture
from chapwai.document_requests.description import columns_of
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
    for column, value in columns_of(wanted.item).items():
        setattr(doc_request, column, value)
    doc_request.picture = wanted.picture
    doc_request.citation = wanted.words
    doc_request.save()
    doc_request.record(Verb.PLACE, by=by, now=now)
    return doc_request
