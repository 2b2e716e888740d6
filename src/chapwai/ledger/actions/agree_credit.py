"""A supplier lets a library owe it money, up to a limit."""

from django.db import IntegrityError, transaction

from chapwai.ledger.accounts import deposit_account
from chapwai.ledger.amounts import NotAnAmount
from chapwai.ledger.models import LedgerAccount
from chapwai.ledger.refusals import Refusal, broken_rule


class CreditInUse(Refusal):
    """More than the new limit is owed or held already."""


def agree_credit(*, supplier: str, payer: str, limit: int) -> LedgerAccount:
    """Let the deposit go down to minus `limit` satang; 0 takes the credit back."""
    if limit < 0:
        raise NotAnAmount(f"{limit} satang is no credit")
    deposit = deposit_account(supplier=supplier, payer=payer)
    try:
        with transaction.atomic():
            LedgerAccount.objects.filter(pk=deposit.pk).update(floor=-limit)
    except IntegrityError as error:
        if broken_rule(error) == "ledger_account_above_floor":
            raise CreditInUse from error
        raise
    deposit.refresh_from_db()
    return deposit
