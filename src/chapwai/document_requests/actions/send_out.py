"""The home library does not hold it: the request goes to the whole network."""

from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Q

from chapwai.document_requests.lifecycle import Verb
from chapwai.document_requests.models import DocumentRequest
from chapwai.libraries.models import Staff


@transaction.atomic
def send_out_request(doc_request: DocumentRequest, *, staff: Staff, now: datetime) -> None:
    """Open the request to the network, or raise MoveRefused if that was done or undone before."""
    doc_request.move(
        Verb.SEND_OUT,
        by=staff,
        now=now,
        if_still=Q(requesting_library=staff.library),
        requested_by=staff,
        due_at=now + timedelta(hours=doc_request.network.give_up_hours),
    )
