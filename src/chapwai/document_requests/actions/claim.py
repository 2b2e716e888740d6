"""A member library claims an open request. The first claim wins."""

from datetime import datetime, timedelta

from django.db import connection, transaction
from django.db.models import Q

from chapwai.document_requests.lifecycle import Verb
from chapwai.document_requests.models import DocumentRequest, MoveRefused, Supply
from chapwai.ledger.actions.hold import place_hold
from chapwai.libraries.models import Staff


class TooLateToClaim(MoveRefused):
    """Another library claimed the request first, or it is no longer wanted."""


class OwnRequest(MoveRefused):
    """A library cannot supply what it asked for itself."""


@transaction.atomic
def claim_request(doc_request: DocumentRequest, *, staff: Staff, now: datetime) -> Supply:
    """Promise the copy on behalf of the librarian's library, and set its price aside.

    Raises TooLateToClaim, OwnRequest, or the ledger's DepositTooLow; then nothing has changed.
    """
    if staff.library == doc_request.requesting_library:
        raise OwnRequest
    lease_until = now + timedelta(minutes=doc_request.network.claim_minutes)
    supply_id = _next_supply_id()
    try:
        doc_request.move(
            Verb.CLAIM,
            by=staff,
            now=now,
            if_still=Q(network=staff.library.network),
            supplying_library=staff.library,
            supply_id=supply_id,
            due_at=lease_until,
        )
    except MoveRefused as refusal:
        raise TooLateToClaim from refusal
    supply = Supply.objects.create(
        pk=supply_id,
        doc_request=doc_request,
        library=staff.library,
        staff=staff,
        price_amount=staff.library.price_amount,
        claimed_at=now,
        lease_until=lease_until,
    )
    _hold_price(doc_request, supply=supply, now=now)
    return supply


def _next_supply_id() -> int:
    """The id that the supply will have: the move names it before the row exists.

    So that the conditional UPDATE comes first and decides the race; the foreign key is checked
    at commit.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT nextval(pg_get_serial_sequence('document_requests_supply', 'id'))")
        return int(cursor.fetchone()[0])


def _hold_price(doc_request: DocumentRequest, *, supply: Supply, now: datetime) -> None:
    place_hold(
        supplier=supply.library.symbol,
        payer=doc_request.requesting_library.symbol,
        supply_id=supply.pk,
        amount=supply.price_amount,
        now=now,
    )
