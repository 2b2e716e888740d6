"""Riverside has a deposit at Hilltop; after every test the books must be sound."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

import pytest
from django.db import IntegrityError, connection, transaction

from chapwai.ledger.actions.capture import capture_hold
from chapwai.ledger.actions.hold import place_hold
from chapwai.ledger.actions.release_hold import release_hold
from chapwai.ledger.actions.reverse import reverse_charge
from chapwai.ledger.actions.top_up import top_up
from chapwai.ledger.posting import BOOK_TIME
from chapwai.ledger.queries import audit, available_of, balance_of, held_of, income_of
from chapwai.ledger.refusals import broken_rule

NINE = datetime(2026, 11, 20, 9, 0, tzinfo=BOOK_TIME)


class Deposit:
    """What Riverside does with its deposit at Hilltop, with defaults for what does not matter."""

    supplier, payer = "TH-HILLTOP", "TH-RIVERSIDE"

    def pay_in(self, amount=50_000, *, key="slip:KTB:0001", now=NINE, memo="", actor="mali"):
        return top_up(
            supplier=self.supplier,
            payer=self.payer,
            amount=amount,
            key=key,
            actor=actor,
            now=now,
            memo=memo,
        )

    def hold(self, supply_id=1, amount=2_000, *, now=NINE):
        return place_hold(
            supplier=self.supplier,
            payer=self.payer,
            supply_id=supply_id,
            amount=amount,
            now=now,
        )

    def release(self, supply_id=1):
        release_hold(supply_id=supply_id, now=NINE)

    def capture(self, supply_id=1, *, key=None, now=NINE):
        return capture_hold(
            supply_id=supply_id, key=key or f"charge:{supply_id:04}", actor="system", now=now
        )

    def reverse(self, supply_id=1, *, key=None, now=NINE):
        return reverse_charge(
            supply_id=supply_id,
            key=key or f"reversal:{supply_id:04}",
            actor="somchai",
            now=now,
            memo="wrong article",
        )

    @property
    def balance(self):
        return balance_of(self.supplier, self.payer)

    @property
    def held(self):
        return held_of(self.supplier, self.payer)

    @property
    def available(self):
        return available_of(self.supplier, self.payer)

    @property
    def income(self):
        return income_of(self.supplier)


@pytest.fixture
def deposit(db) -> Iterator[Deposit]:
    yield Deposit()
    connection.check_constraints()
    assert not any(audit().values()), audit()


@pytest.fixture
def sql(db):
    """Run one statement and return its rows, as somebody with a database prompt would."""

    def run(statement, *values):
        with connection.cursor() as cursor:
            cursor.execute(statement, values)
            return cursor.fetchall() if cursor.description else []

    return run


@pytest.fixture
def refused(db):
    """Expect the database to refuse what happens inside, at once or at commit, by this rule."""

    @contextmanager
    def refused_by(rule):
        with pytest.raises(IntegrityError) as refusal, checked_as_at_commit():
            yield
        assert broken_rule(refusal.value) == rule

    return refused_by


@contextmanager
def checked_as_at_commit():
    with transaction.atomic():
        yield
        connection.check_constraints()
