"""Many at once, each in a thread and a database connection of its own."""

from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime

import pytest
from django.db import OperationalError, connection, transaction

from chapwai.ledger.actions.close_month import close_month
from chapwai.ledger.actions.hold import DepositTooLow
from chapwai.ledger.actions.release_hold import NothingHeld
from chapwai.ledger.models import LedgerEntry, LedgerTxn
from chapwai.ledger.posting import BOOK_TIME
from chapwai.ledger.refusals import Refusal

pytestmark = pytest.mark.django_db(transaction=True)


def all_at_once(count, act):
    """Call act(1) ... act(count) together; return how many ended in which error or value."""

    def attempt(number):
        try:
            return act(number)
        except Refusal as refusal:
            return type(refusal)
        finally:
            connection.close()

    with ThreadPoolExecutor(count) as threads:
        return Counter(threads.map(attempt, range(1, count + 1)))


class TestManySupplies:
    def test_spend_a_deposit_exactly_to_its_end(self, deposit):
        deposit.pay_in(50_000)

        def supply(number):
            deposit.hold(supply_id=number, amount=2_000)
            deposit.capture(supply_id=number)
            return "charged"

        assert all_at_once(40, supply) == {"charged": 25, DepositTooLow: 15}
        assert (deposit.balance, deposit.held, deposit.income) == (0, 0, 50_000)

    def test_are_refused_with_the_numbers_of_that_moment(self, deposit):
        deposit.pay_in(2_000)

        def shortfall(number):
            try:
                deposit.hold(supply_id=number, amount=1_999)
            except DepositTooLow as refusal:
                return refusal.needed - refusal.balance
            return "held"

        assert all_at_once(20, shortfall) == {"held": 1, 1_998: 19}

    def test_are_charged_and_reversed_without_waiting_for_each_other_in_a_ring(self, deposit):
        deposit.pay_in(50_000)
        for number in range(1, 11):
            deposit.hold(supply_id=number)
            deposit.capture(supply_id=number)
            deposit.hold(supply_id=100 + number, amount=1_000)

        def reverse_or_capture(number):
            if number % 2:
                return deposit.reverse(supply_id=1 + number // 2).kind
            return deposit.capture(supply_id=100 + number // 2).kind

        assert all_at_once(20, reverse_or_capture) == {"reversal": 10, "charge": 10}
        assert deposit.balance == 40_000


class TestOneKey:
    def test_gives_thirty_callers_one_top_up(self, deposit):
        txns = all_at_once(30, lambda _: deposit.pay_in(50_000, key="slip:KTB:0001").pk)

        assert list(txns.values()) == [30]
        assert deposit.balance == 50_000

    def test_gives_thirty_callers_one_charge(self, deposit):
        deposit.pay_in()
        deposit.hold()

        txns = all_at_once(30, lambda _: deposit.capture(key="accepted:1").pk)

        assert list(txns.values()) == [30]
        assert LedgerTxn.objects.filter(kind="charge").count() == 1
        assert LedgerEntry.objects.count() == 4


class TestOneHold:
    def test_is_captured_under_one_of_many_keys(self, deposit):
        deposit.pay_in(50_000)
        deposit.hold()

        outcomes = all_at_once(20, lambda number: deposit.capture(key=f"accepted:{number:02}").kind)

        assert outcomes == {"charge": 1, NothingHeld: 19}

    def test_is_either_captured_or_released(self, deposit):
        deposit.pay_in(50_000)
        deposit.hold()

        def resolve(number):
            return (
                deposit.capture(key=f"accepted:{number:02}").pk if number % 2 else deposit.release()
            )

        outcomes = all_at_once(20, resolve)

        assert outcomes[NothingHeld] == 19
        assert (deposit.balance, deposit.held) in {(50_000, 0), (48_000, 0)}


class TestClosingOfAMonth:
    def test_waits_for_postings_under_way(self, deposit, sql):
        deposit.pay_in(key="slip:KTB:0001")

        def close_impatiently():
            try:
                with transaction.atomic():
                    sql("SET LOCAL lock_timeout = '100ms'")
                    december = datetime(2026, 12, 1, tzinfo=BOOK_TIME)
                    close_month("2026-11", actor="mali", now=december)
            finally:
                connection.close()

        with transaction.atomic(), ThreadPoolExecutor(1) as treasurer:
            deposit.pay_in(key="slip:KTB:0002")
            with pytest.raises(OperationalError, match="lock timeout"):
                treasurer.submit(close_impatiently).result()
