"""A claim ends without a document: given back by its library, or run out."""

from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Q

from chapwai.document_requests.lifecycle import Verb
from chapwai.document_requests.models import DocumentRequest, Supply
from chapwai.ledger.actions.release_hold import release_hold
from chapwai.libraries.models import Staff


@transaction.atomic
def release_request(doc_request: DocumentRequest, *, staff: Staff, now: datetime) -> None:
    """Give the claim back to the others, or raise MoveRefused if it is not this library's."""
    still_ours = Q(supplying_library=staff.library)
    back_to_network(doc_request, Verb.RELEASE, by=staff, now=now, if_still=still_ours)


def back_to_network(
    doc_request: DocumentRequest, verb: Verb, *, by: Staff | None, now: datetime, if_still: Q
) -> None:
    """Open the request again and free the money; used by release and by lapse."""
    supply = doc_request.supply
    doc_request.move(
        verb,
        by=by,
        now=now,
        if_still=if_still & Q(supply=supply),
        about=supply,
        supplying_library=None,
        supply=None,
        due_at=now + timedelta(hours=doc_request.network.give_up_hours),
    )
    if supply:
        end_supply(supply, verb=verb, now=now)


def end_supply(supply: Supply, *, verb: Verb, now: datetime) -> None:
    """Close an attempt that brought nothing, and free the money that was set aside for it."""
    supply.ended_by = verb
    supply.save(update_fields=["ended_by"])
    if supply.price_amount:
        release_hold(supply_id=supply.pk, now=now)
