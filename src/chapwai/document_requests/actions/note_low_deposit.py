"""A library would supply, but what the asking library deposited there does not reach."""

from datetime import datetime

from django.db import transaction

from chapwai.document_requests.lifecycle import Verb
from chapwai.document_requests.models import DocumentRequest
from chapwai.libraries.models import Staff


@transaction.atomic
def note_low_deposit(doc_request: DocumentRequest, *, staff: Staff, now: datetime) -> None:
    """Remember it once a library, so that the asking library hears of it once."""
    doc_request = DocumentRequest.objects.select_for_update().get(pk=doc_request.pk)
    data = {"library": staff.library.symbol, "price": staff.library.price_amount}
    noted = doc_request.events.filter(verb=Verb.NOTE_LOW_DEPOSIT, data__library=data["library"])
    if not noted.exists():
        doc_request.record(Verb.NOTE_LOW_DEPOSIT, by=staff, now=now, data=data)
