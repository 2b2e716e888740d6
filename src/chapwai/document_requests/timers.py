"""What happens by itself when its time has come. The moments stand on the requests' own rows."""

from collections.abc import Callable
from datetime import datetime

from django.db import transaction

from chapwai.document_requests.actions.give_up import give_up_request
from chapwai.document_requests.actions.lapse import lapse_claim
from chapwai.document_requests.lifecycle import Status
from chapwai.document_requests.models import DocumentRequest, MoveRefused

Act = Callable[..., None]
WHEN_DUE: dict[str, Act] = {
    Status.WILL_SUPPLY: lapse_claim,
    Status.REQUEST_RECEIVED: give_up_request,
}


def act_on_due_requests(*, now: datetime) -> int:
    """Lapse claims and give up waiting where it is time; tell how many that were."""
    acted = 0
    while _act_on_next(now=now):
        acted += 1
    return acted


@transaction.atomic
def _act_on_next(*, now: datetime) -> bool:
    due = (
        DocumentRequest.objects.select_for_update(skip_locked=True, of=("self",))
        .select_related("network", "supply")
        .filter(due_at__lte=now, status__in=WHEN_DUE)
        .order_by("due_at")
        .first()
    )
    if due is None:
        return False
    try:
        WHEN_DUE[due.status](due, now=now)
    except MoveRefused:
        return False  # somebody acted between the look and the move; the next sweep looks again
    return True
