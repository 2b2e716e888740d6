"""A library pays into its deposit at a supplier."""

from datetime import datetime

from django.db import transaction

from chapwai.ledger.accounts import bank_account, deposit_account
from chapwai.ledger.amounts import require_amount
from chapwai.ledger.models import LedgerTxn, TxnKind
from chapwai.ledger.posting import Leg, Posting, post


@transaction.atomic
def top_up(
    *,
    supplier: str,
    payer: str,
    amount: int,
    key: str,
    actor: str,
    now: datetime,
    memo: str = "",
) -> LedgerTxn:
    """Book `amount` satang received; the key names the bank transfer, so it counts once."""
    require_amount(amount)
    bank = Leg(bank_account(supplier), amount)
    deposit = Leg(deposit_account(supplier=supplier, payer=payer), -amount)
    return post(
        Posting(kind=TxnKind.TOPUP, legs=(bank, deposit), key=key, actor=actor, now=now, memo=memo)
    )
