"""Money that was set aside for a supply goes back to the deposit."""

from datetime import datetime

from chapwai.ledger.models import HoldState, LedgerHold
from chapwai.ledger.refusals import Refusal


class NothingHeld(Refusal):
    """No money is held for this supply: it never was, or it was released or captured."""


def release_hold(*, supply_id: int, now: datetime) -> None:
    """Give the money back; of two who resolve a hold at the same moment one gets NothingHeld."""
    active = LedgerHold.objects.filter(supply_id=supply_id, state=HoldState.ACTIVE)
    if not active.update(state=HoldState.RELEASED, resolved_at=now):
        raise NothingHeld(f"nothing is held for supply {supply_id}")
