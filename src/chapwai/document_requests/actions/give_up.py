"""Nobody could supply it: every library said no, or time ran out."""

from datetime import datetime

from django.db import transaction

from chapwai.document_requests.lifecycle import Verb
from chapwai.document_requests.models import DocumentRequest
from chapwai.document_requests.queries import libraries_asked, number_of_noes


@transaction.atomic
def give_up_request(doc_request: DocumentRequest, *, now: datetime) -> None:
    """End the request unfilled, or raise MoveRefused if somebody has claimed it meanwhile."""
    counts = {"noes": number_of_noes(doc_request), "asked": libraries_asked(doc_request)}
    doc_request.move(Verb.GIVE_UP, by=None, now=now, data=counts, due_at=None)
