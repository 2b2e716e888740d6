import pytest

from chapwai.ledger.actions.release_hold import NothingHeld
from chapwai.ledger.models import HoldState, LedgerHold
from chapwai.ledger.posting import OtherRequestUnderThisKey


class TestCaptureHold:
    def test_turns_the_held_money_into_the_supplier_s_income(self, deposit):
        deposit.pay_in(50_000)
        deposit.hold(amount=2_000)

        charge = deposit.capture()

        assert (deposit.balance, deposit.held, deposit.income) == (48_000, 0, 2_000)
        hold = LedgerHold.objects.get()
        assert (hold.state, hold.captured_by) == (HoldState.CAPTURED, charge)

    def test_spends_a_deposit_to_the_last_satang(self, deposit):
        deposit.pay_in(2_000)
        deposit.hold(amount=2_000)

        deposit.capture()

        assert deposit.balance == 0

    def test_charges_once_however_often_it_is_asked_under_one_key(self, deposit):
        deposit.pay_in(50_000)
        deposit.hold()
        first = deposit.capture(key="accepted:1")

        again = deposit.capture(key="accepted:1")

        assert again.pk == first.pk
        assert deposit.income == 2_000

    def test_does_not_charge_again_under_another_key(self, deposit):
        deposit.pay_in()
        deposit.hold()
        deposit.capture(key="accepted:1")

        with pytest.raises(NothingHeld):
            deposit.capture(key="accepted:2")

    def test_needs_a_key_of_its_own(self, deposit):
        deposit.pay_in()
        deposit.hold(supply_id=1)
        deposit.hold(supply_id=2)
        deposit.capture(supply_id=1, key="accepted:1")

        with pytest.raises(OtherRequestUnderThisKey):
            deposit.capture(supply_id=2, key="accepted:1")

    def test_needs_a_hold(self, deposit):
        deposit.pay_in()

        with pytest.raises(NothingHeld):
            deposit.capture()

    def test_comes_too_late_for_a_released_hold(self, deposit):
        deposit.pay_in()
        deposit.hold()
        deposit.release()

        with pytest.raises(NothingHeld):
            deposit.capture()
