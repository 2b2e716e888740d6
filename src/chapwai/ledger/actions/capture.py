"""A supply was accepted: the money held for it becomes the supplier's income."""

from datetime import datetime

from django.db import transaction

from chapwai.ledger.accounts import income_account
from chapwai.ledger.actions.release_hold import NothingHeld
from chapwai.ledger.models import HoldState, LedgerHold, LedgerTxn, TxnKind
from chapwai.ledger.posting import Leg, Posting, enter_legs, enter_txn


@transaction.atomic
def capture_hold(*, supply_id: int, key: str, actor: str, now: datetime) -> LedgerTxn:
    """Charge what is held for the supply; the same key again returns the first charge."""
    hold = _locked_hold(supply_id)
    if hold.captured_by and hold.captured_by.idem_key != key:
        raise NothingHeld(f"supply {supply_id} was charged under another key")
    charge = _charge(hold, key=key, actor=actor, now=now)
    txn, is_new = enter_txn(charge)
    if is_new:
        # Before the legs: held money is freed first, so that spending it never looks overdrawn.
        _mark_captured(hold, by=txn, now=now)
        enter_legs(txn, charge.legs)
    return txn


def _locked_hold(supply_id: int) -> LedgerHold:
    live = LedgerHold.objects.exclude(state=HoldState.RELEASED).filter(supply_id=supply_id)
    # No joins: rows joined to one that we waited for would still be those from before the wait.
    hold = live.select_for_update().first()
    if hold is None:
        raise NothingHeld(f"nothing is held for supply {supply_id}")
    return hold


def _charge(hold: LedgerHold, *, key: str, actor: str, now: datetime) -> Posting:
    deposit = Leg(hold.account, hold.amount)
    income = Leg(income_account(hold.account.book), -hold.amount)
    return Posting(
        kind=TxnKind.CHARGE,
        legs=(deposit, income),
        supply_id=hold.supply_id,
        key=key,
        actor=actor,
        now=now,
    )


def _mark_captured(hold: LedgerHold, *, by: LedgerTxn, now: datetime) -> None:
    hold.state, hold.captured_by, hold.resolved_at = HoldState.CAPTURED, by, now
    hold.save(update_fields=["state", "captured_by", "resolved_at"])
