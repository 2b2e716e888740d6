"""The ledger against a model of it that fits on a page, over histories nobody thought of."""

import pytest
from django.db import connection, transaction
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    rule,
    run_state_machine_as_test,
)

from chapwai.ledger.actions.hold import AlreadyHeld, DepositTooLow
from chapwai.ledger.actions.release_hold import NothingHeld
from chapwai.ledger.actions.reverse import AlreadyReversed, NothingCharged
from chapwai.ledger.posting import OtherRequestUnderThisKey
from chapwai.ledger.queries import audit

supplies = st.integers(1, 4)
amounts = st.integers(1, 40)
keys = st.integers(1, 3)


class DepositMachine(RuleBasedStateMachine):
    """One deposit, four supplies: what the model expects is what the ledger must say."""

    deposit = None  # given by the test below

    @initialize()
    def start_with_empty_books(self):
        self.history = transaction.atomic()
        self.history.__enter__()
        self.topups = {}
        self.holds = {}
        self.charges = {}
        self.reversals = {}

    def teardown(self):
        transaction.set_rollback(True)
        self.history.__exit__(None, None, None)

    @rule(amount=amounts, number=keys)
    def pay_in(self, amount, number):
        expected = None
        if self.topups.setdefault(number, amount) != amount:
            expected = OtherRequestUnderThisKey
        self.expect(expected, lambda: self.deposit.pay_in(amount, key=f"slip:000{number}"))

    @rule(supply=supplies, amount=amounts)
    def hold(self, supply, amount):
        expected = None
        if supply in self.holds or supply in self.charges:
            expected = AlreadyHeld
        elif amount > self.balance - sum(self.holds.values()):
            expected = DepositTooLow
        else:
            self.holds[supply] = amount
        self.expect(expected, lambda: self.deposit.hold(supply, amount))

    @rule(supply=supplies)
    def release(self, supply):
        expected = None if self.holds.pop(supply, None) else NothingHeld
        self.expect(expected, lambda: self.deposit.release(supply))

    @rule(supply=supplies, number=keys)
    def capture(self, supply, number):
        key = f"charge:{supply}:{number}"
        if supply in self.holds:
            self.charges[supply] = key, self.holds.pop(supply)
        expected = None if self.charges.get(supply, ("", 0))[0] == key else NothingHeld
        self.expect(expected, lambda: self.deposit.capture(supply, key=key))

    @rule(supply=supplies, number=keys)
    def reverse(self, supply, number):
        key = f"reversal:{supply}:{number}"
        expected = None
        if supply not in self.charges:
            expected = NothingCharged
        elif self.reversals.setdefault(supply, key) != key:
            expected = AlreadyReversed
        self.expect(expected, lambda: self.deposit.reverse(supply, key=key))

    @invariant()
    def agrees_with_the_model(self):
        assert self.deposit.balance == self.balance
        assert self.deposit.held == sum(self.holds.values())
        assert self.deposit.income == self.income
        connection.check_constraints()
        assert not any(audit().values())

    @property
    def income(self):
        return sum(
            amount for supply, (_, amount) in self.charges.items() if supply not in self.reversals
        )

    @property
    def balance(self):
        return sum(self.topups.values()) - self.income

    def expect(self, refusal, act):
        if refusal is None:
            act()
        else:
            with pytest.raises(refusal):
                act()


class TestDeposit:
    def test_behaves_like_its_model(self, deposit):
        machine = type("Machine", (DepositMachine,), {"deposit": deposit})

        run_state_machine_as_test(
            machine,
            settings=settings(
                max_examples=30,
                stateful_step_count=25,
                deadline=None,  # a database on a shared machine
                database=None,
                suppress_health_check=[HealthCheck.too_slow],
            ),
        )
