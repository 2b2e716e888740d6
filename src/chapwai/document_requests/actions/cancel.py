"""The asker no longer wants it."""

from datetime import datetime

from django.db import transaction
from django.db.models import Q

from chapwai.document_requests.actions.release import end_supply
from chapwai.document_requests.lifecycle import Verb
from chapwai.document_requests.models import DocumentRequest
from chapwai.document_requests.queries import asked_by
from chapwai.libraries.models import Patron, Staff


@transaction.atomic
def cancel_request(doc_request: DocumentRequest, *, by: Staff | Patron, now: datetime) -> None:
    """Call it off, or raise MoveRefused: not theirs, already on its way, or already ended."""
    supply = doc_request.supply
    still = asked_by(by) & Q(supply=supply)
    doc_request.move(Verb.CANCEL, by=by, now=now, if_still=still, due_at=None)
    if supply:
        end_supply(supply, verb=Verb.CANCEL, now=now)
