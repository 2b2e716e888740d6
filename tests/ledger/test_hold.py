import pytest

from chapwai.ledger.actions.hold import AlreadyHeld, DepositTooLow
from chapwai.ledger.actions.release_hold import NothingHeld
from chapwai.ledger.amounts import NotAnAmount
from chapwai.ledger.models import HoldState, LedgerHold


class TestPlaceHold:
    def test_sets_money_aside_without_spending_it(self, deposit):
        deposit.pay_in(50_000)

        deposit.hold(amount=2_000)

        assert (deposit.balance, deposit.held, deposit.available) == (50_000, 2_000, 48_000)

    def test_may_take_the_last_satang_and_no_more(self, deposit):
        deposit.pay_in(2_000)
        deposit.hold(supply_id=1, amount=1_500)

        with pytest.raises(DepositTooLow) as refusal:
            deposit.hold(supply_id=2, amount=501)

        assert (refusal.value.balance, refusal.value.needed) == (2_000, 2_001)
        deposit.hold(supply_id=2, amount=500)
        assert deposit.available == 0

    def test_finds_nothing_where_nobody_ever_paid_in(self, deposit):
        with pytest.raises(DepositTooLow) as refusal:
            deposit.hold(amount=2_000)

        assert (refusal.value.balance, refusal.value.needed) == (0, 2_000)

    def test_happens_once_per_supply(self, deposit):
        deposit.pay_in(2_000)
        deposit.hold(supply_id=1, amount=2_000)

        with pytest.raises(AlreadyHeld):
            deposit.hold(supply_id=1, amount=2_000)

    def test_is_refused_for_a_supply_that_was_paid_for(self, deposit):
        deposit.pay_in()
        deposit.hold(supply_id=1)
        deposit.capture(supply_id=1)

        with pytest.raises(AlreadyHeld):
            deposit.hold(supply_id=1)

    def test_is_not_needed_for_a_free_supply(self, deposit):
        assert deposit.hold(amount=0) is None
        assert not LedgerHold.objects.exists()

    def test_refuses_a_negative_amount(self, deposit):
        with pytest.raises(NotAnAmount):
            deposit.hold(amount=-2_000)


class TestReleaseHold:
    def test_gives_the_money_back(self, deposit):
        deposit.pay_in(50_000)
        deposit.hold(supply_id=1)

        deposit.release(supply_id=1)

        assert (deposit.held, deposit.available) == (0, 50_000)
        assert LedgerHold.objects.get().state == HoldState.RELEASED

    def test_happens_once(self, deposit):
        deposit.pay_in()
        deposit.hold(supply_id=1)
        deposit.release(supply_id=1)

        with pytest.raises(NothingHeld):
            deposit.release(supply_id=1)

    def test_comes_too_late_for_a_captured_hold(self, deposit):
        deposit.pay_in()
        deposit.hold(supply_id=1)
        deposit.capture(supply_id=1)

        with pytest.raises(NothingHeld):
            deposit.release(supply_id=1)

    def test_lets_the_supply_be_held_anew_at_another_price(self, deposit):
        deposit.pay_in(50_000)
        deposit.hold(supply_id=1, amount=2_000)
        deposit.release(supply_id=1)

        deposit.hold(supply_id=1, amount=3_500)

        assert deposit.held == 3_500
