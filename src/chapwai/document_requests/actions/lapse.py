"""The time for a claim has run out: others may help."""

from datetime import datetime

from django.db import transaction
from django.db.models import Q

from chapwai.document_requests.actions.release import back_to_network
from chapwai.document_requests.lifecycle import Verb
from chapwai.document_requests.models import DocumentRequest


@transaction.atomic
def lapse_claim(doc_request: DocumentRequest, *, now: datetime) -> None:
    """Open the request again, or raise MoveRefused if the claim was renewed, kept or given back."""
    back_to_network(doc_request, Verb.LAPSE, by=None, now=now, if_still=Q(due_at__lte=now))
