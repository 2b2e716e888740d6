"""Whoever asked says more exactly which article is meant: a candidate chosen, a number typed."""

from datetime import datetime

from django.db import transaction

from chapwai.citations.citation import Citation
from chapwai.document_requests.description import columns_of
from chapwai.document_requests.lifecycle import FIRST, Verb
from chapwai.document_requests.models import DocumentRequest, MoveRefused
from chapwai.document_requests.queries import asked_by
from chapwai.libraries.models import Patron, Staff


class TooLateToCorrect(MoveRefused):
    """A library already works on the request as it was, or it is not this person's."""


@transaction.atomic
def correct_request(
    doc_request: DocumentRequest, *, item: Citation, by: Staff | Patron, now: datetime
) -> None:
    """Describe the request anew; raises TooLateToCorrect once a library has taken it on."""
    waiting = DocumentRequest.objects.filter(asked_by(by), pk=doc_request.pk, status__in=FIRST)
    if not waiting.update(**columns_of(item)):
        raise TooLateToCorrect
    doc_request.refresh_from_db()
    doc_request.record(Verb.CORRECT, by=by, now=now)
