"""The accounts of a supplier's books, opened on first use."""

from chapwai.ledger.models import OWN_MONEY, AccountClass, LedgerAccount, Purpose

CLASS_OF = {
    Purpose.BANK: AccountClass.ASSET,
    Purpose.DEPOSIT: AccountClass.LIABILITY,
    Purpose.INCOME: AccountClass.INCOME,
}


def deposit_account(*, supplier: str, payer: str) -> LedgerAccount:
    """What the supplier owes to the payer."""
    return _account(supplier, Purpose.DEPOSIT, payer, floor=0)


def bank_account(supplier: str) -> LedgerAccount:
    """What the supplier received in advance."""
    return _account(supplier, Purpose.BANK)


def income_account(supplier: str) -> LedgerAccount:
    """What the supplier earned."""
    return _account(supplier, Purpose.INCOME)


def _account(
    book: str, purpose: Purpose, party: str = OWN_MONEY, floor: int | None = None
) -> LedgerAccount:
    account_class = CLASS_OF[purpose]
    account, _ = LedgerAccount.objects.get_or_create(
        book=book,
        purpose=purpose,
        party=party,
        defaults={
            "account_class": account_class,
            "credit_normal": account_class != AccountClass.ASSET,
            "floor": floor,
        },
    )
    return account
