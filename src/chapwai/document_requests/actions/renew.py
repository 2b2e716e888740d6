"""Somebody is at work on a claim: its time is renewed."""

from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Q

from chapwai.document_requests.lifecycle import Status
from chapwai.document_requests.models import DocumentRequest, Supply
from chapwai.libraries.models import Staff


@transaction.atomic
def renew_claim(doc_request: DocumentRequest, *, staff: Staff, now: datetime) -> None:
    """Give the claim its full time again; a claim that is no longer theirs stays as it is."""
    until = now + timedelta(minutes=doc_request.network.claim_minutes)
    ours = Q(supplying_library=staff.library, status=Status.WILL_SUPPLY)
    if DocumentRequest.objects.filter(ours, pk=doc_request.pk).update(due_at=until):
        Supply.objects.filter(doc_request=doc_request, ended_by="").update(lease_until=until)
