"""How a transaction gets into the books: once per key, its legs right behind it."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from hashlib import sha256

from django.db import IntegrityError, transaction

from chapwai.ledger.models import LedgerAccount, LedgerEntry, LedgerTxn, Purpose, TxnKind
from chapwai.ledger.refusals import Refusal, broken_rule

# The books follow the Thai calendar day. Thailand keeps no summer time.
BOOK_TIME = timezone(timedelta(hours=7))


class OtherRequestUnderThisKey(Refusal):
    """The key was used before, to move other money."""


class PeriodClosed(Refusal):
    """The month is closed: post it with a later date, and the true date in the memo."""


@dataclass(frozen=True)
class Leg:
    """One account and what it gets: a debit is positive, a credit negative, in satang."""

    account: LedgerAccount
    amount: int


@dataclass(frozen=True, kw_only=True)
class Posting:
    """Money about to move, and who moves it."""

    kind: TxnKind
    legs: tuple[Leg, ...]
    key: str
    actor: str
    now: datetime
    memo: str = ""
    supply_id: int | None = None
    reverses: LedgerTxn | None = None

    @property
    def fingerprint(self) -> bytes:
        """What a retry under the same key must repeat: the money, not who asks or when."""
        legs = sorted((str(leg.account), leg.amount) for leg in self.legs)
        reverses = self.reverses and self.reverses.pk
        return sha256(json.dumps([self.kind, legs, self.supply_id, reverses]).encode()).digest()


@transaction.atomic
def post(posting: Posting) -> LedgerTxn:
    """Post it, or return what was posted under its key; raise a Refusal by name."""
    txn, is_new = enter_txn(posting)
    if is_new:
        enter_legs(txn, posting.legs)
    return txn


def enter_txn(posting: Posting) -> tuple[LedgerTxn, bool]:
    """The transaction without its legs, and whether it is new; legs must follow if it is."""
    try:
        with transaction.atomic():
            return _insert(posting), True
    except IntegrityError as error:
        # Whatever refused it: a key that is known already is a retry, even in a closed month.
        if earlier := LedgerTxn.objects.filter(idem_key=posting.key).first():
            return _same_request(earlier, posting), False
        if broken_rule(error) == "ledger_period_open":
            raise PeriodClosed from error
        raise


def enter_legs(txn: LedgerTxn, legs: Iterable[Leg]) -> None:
    """Move the money; the database fills in balances, versions and hashes."""
    for line, leg in enumerate(sorted(legs, key=_lock_order), start=1):
        LedgerEntry(txn=txn, line=line, account=leg.account, amount=leg.amount).save(
            force_insert=True
        )


def _insert(posting: Posting) -> LedgerTxn:
    txn = LedgerTxn.objects.create(
        idem_key=posting.key,
        idem_hash=posting.fingerprint,
        kind=posting.kind,
        supply_id=posting.supply_id,
        reverses=posting.reverses,
        effective_on=posting.now.astimezone(BOOK_TIME).date(),
        actor=posting.actor,
        memo=posting.memo,
    )
    txn.refresh_from_db()  # the database stamped it
    return txn


def _same_request(earlier: LedgerTxn, posting: Posting) -> LedgerTxn:
    if bytes(earlier.idem_hash) != posting.fingerprint:
        raise OtherRequestUnderThisKey(f"{posting.key} was used for {earlier.kind} {earlier.pk}")
    return earlier


def _lock_order(leg: Leg) -> tuple[bool, int]:
    # Each leg locks its account. A capture has locked the deposit already, through its hold, so
    # everybody locks deposits first: otherwise a reversal and a capture could wait for each other.
    return leg.account.purpose != Purpose.DEPOSIT, leg.account.pk
