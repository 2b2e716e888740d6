"""Everything that can be asked of the books; amounts are satang."""

from typing import TypedDict

from django.db import connection
from django.db.models import QuerySet

from chapwai.ledger.models import LedgerAccount, LedgerEntry, Purpose


class AccountRow(TypedDict):
    """One line of a trial balance, fit for a table or for JSON."""

    book: str
    purpose: str
    party: str
    balance: int
    held: int


def balance_of(supplier: str, payer: str) -> int:
    """What the supplier owes to the payer: below zero, the payer owes it."""
    deposit = _deposit(supplier, payer)
    return deposit.balance if deposit else 0


def held_of(supplier: str, payer: str) -> int:
    """What of the payer's deposit is promised to supplies under way."""
    deposit = _deposit(supplier, payer)
    return deposit.held if deposit else 0


def available_of(supplier: str, payer: str) -> int:
    """What may still be held at the supplier, with the credit that was agreed on."""
    deposit = _deposit(supplier, payer)
    return deposit.balance - deposit.held - (deposit.floor or 0) if deposit else 0


def income_of(supplier: str) -> int:
    """What the supplier earned, reversals taken off."""
    earned = LedgerAccount.objects.filter(book=supplier, purpose=Purpose.INCOME).first()
    return earned.balance if earned else 0


def balances() -> list[AccountRow]:
    """All accounts of all books, in the order of a printed trial balance."""
    rows = LedgerAccount.objects.order_by("book", "purpose", "party")
    return [
        AccountRow(
            book=row.book, purpose=row.purpose, party=row.party, balance=row.balance, held=row.held
        )
        for row in rows
    ]


def entries_of(supplier: str, payer: str) -> QuerySet[LedgerEntry]:
    """The lines of the payer's statement, oldest first, each with its transaction."""
    lines = LedgerEntry.objects.filter(
        account__book=supplier, account__purpose=Purpose.DEPOSIT, account__party=payer
    )
    return lines.select_related("txn").order_by("account_version")


def audit() -> dict[str, int]:
    """What is wrong with the books, counted by finding; all zero when they are sound."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT finding, wrong FROM ledger_audit")
        return dict(cursor.fetchall())


def _deposit(supplier: str, payer: str) -> LedgerAccount | None:
    return LedgerAccount.objects.filter(book=supplier, purpose=Purpose.DEPOSIT, party=payer).first()
