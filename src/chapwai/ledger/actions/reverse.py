"""A charge turns out to be wrong: its exact mirror is posted, nothing is edited."""

from datetime import datetime

from django.db import IntegrityError, transaction

from chapwai.ledger.models import LedgerTxn, TxnKind
from chapwai.ledger.posting import Leg, Posting, post
from chapwai.ledger.refusals import Refusal, broken_rule


class NothingCharged(Refusal):
    """No charge was posted for this supply, so there is none to reverse."""


class AlreadyReversed(Refusal):
    """The charge was reversed before, under another key."""


@transaction.atomic
def reverse_charge(*, supply_id: int, key: str, actor: str, now: datetime, memo: str) -> LedgerTxn:
    """Give the charge for the supply back; the same key again returns the first reversal."""
    charge = _charge_of(supply_id)
    reversal = Posting(
        kind=TxnKind.REVERSAL,
        legs=_mirrored(charge),
        supply_id=supply_id,
        reverses=charge,
        key=key,
        actor=actor,
        now=now,
        memo=memo,
    )
    try:
        return post(reversal)
    except IntegrityError as error:
        if broken_rule(error) == "ledger_txn_reversed_once":
            raise AlreadyReversed(f"the charge for supply {supply_id} was reversed") from error
        raise


def _charge_of(supply_id: int) -> LedgerTxn:
    charge = LedgerTxn.objects.filter(kind=TxnKind.CHARGE, supply_id=supply_id).first()
    if charge is None:
        raise NothingCharged(f"supply {supply_id} was never charged")
    return charge


def _mirrored(charge: LedgerTxn) -> tuple[Leg, ...]:
    entries = charge.entries.select_related("account")
    return tuple(Leg(entry.account, -entry.amount) for entry in entries)
