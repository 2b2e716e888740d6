"""The document reached the reader: the request is filled and the price is due."""

from datetime import datetime

from django.db import transaction
from django.db.models import Q

from chapwai.document_requests.lifecycle import Verb
from chapwai.document_requests.models import Supply
from chapwai.ledger.actions.capture import capture_hold


@transaction.atomic
def complete_delivery(supply: Supply, *, now: datetime) -> None:
    """Close the request and charge for it, both or neither, or raise MoveRefused."""
    doc_request = supply.doc_request
    doc_request.move(Verb.COMPLETE, by=None, now=now, if_still=Q(supply=supply))
    Supply.objects.filter(pk=supply.pk).update(delivered_at=now)
    if supply.price_amount:
        capture_hold(supply_id=supply.pk, key=f"charge:{supply.pk}", actor="delivery", now=now)
