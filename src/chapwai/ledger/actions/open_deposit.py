"""A library opens a deposit at a supplier."""

from django.db import transaction

from chapwai.ledger.accounts import deposit_account
from chapwai.ledger.models import LedgerAccount


@transaction.atomic
def open_deposit(*, supplier: str, payer: str) -> LedgerAccount:
    """The payer's deposit in the supplier's books: empty and without credit when it is new."""
    return deposit_account(supplier=supplier, payer=payer)
