"""Money of a deposit is set aside when a supply is promised."""

from datetime import datetime

from django.db import IntegrityError, transaction

from chapwai.ledger.accounts import deposit_account
from chapwai.ledger.amounts import require_amount
from chapwai.ledger.models import LedgerAccount, LedgerHold
from chapwai.ledger.refusals import Refusal, broken_rule


class DepositTooLow(Refusal):
    """The deposit does not cover the price, with what is held and what credit was agreed."""

    def __init__(self, *, balance: int, needed: int) -> None:
        super().__init__(f"the deposit has {balance} satang, {needed} are needed")
        self.balance = balance
        self.needed = needed


class AlreadyHeld(Refusal):
    """Money is held for this supply already, or was paid for it."""


def place_hold(
    *, supplier: str, payer: str, supply_id: int, amount: int, now: datetime
) -> LedgerHold | None:
    """Set `amount` satang aside for the supply; a free supply needs no hold and gets None."""
    if amount == 0:
        return None
    require_amount(amount)
    deposit = deposit_account(supplier=supplier, payer=payer)
    try:
        with transaction.atomic():
            return deposit.holds.create(supply_id=supply_id, amount=amount, created_at=now)
    except IntegrityError as error:
        rule = broken_rule(error)
        if rule == "ledger_hold_one_per_supply":
            raise AlreadyHeld from error
        if rule == "ledger_account_above_floor":
            raise _too_low(deposit, amount) from error
        raise


def _too_low(deposit: LedgerAccount, amount: int) -> DepositTooLow:
    deposit.refresh_from_db()
    return DepositTooLow(balance=deposit.balance, needed=deposit.held + amount)
