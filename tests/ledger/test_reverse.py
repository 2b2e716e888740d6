import pytest

from chapwai.ledger.actions.hold import AlreadyHeld
from chapwai.ledger.actions.reverse import AlreadyReversed, NothingCharged
from chapwai.ledger.queries import entries_of


@pytest.fixture
def charged(deposit):
    deposit.pay_in(50_000)
    deposit.hold(supply_id=1, amount=2_000)
    deposit.capture(supply_id=1)
    return deposit


class TestReverseCharge:
    def test_gives_the_money_back_and_keeps_the_history(self, charged):
        charged.reverse(supply_id=1)

        assert (charged.balance, charged.income) == (50_000, 0)
        lines = entries_of(charged.supplier, charged.payer)
        assert [(line.txn.kind, line.balance_after) for line in lines] == [
            ("topup", 50_000),
            ("charge", 48_000),
            ("reversal", 50_000),
        ]

    def test_reverses_once_however_often_it_is_asked_under_one_key(self, charged):
        first = charged.reverse(key="wrong-article:1")

        again = charged.reverse(key="wrong-article:1")

        assert again.pk == first.pk
        assert charged.balance == 50_000

    def test_does_not_reverse_again_under_another_key(self, charged):
        charged.reverse(key="wrong-article:1")

        with pytest.raises(AlreadyReversed):
            charged.reverse(key="wrong-article:2")

        assert charged.balance == 50_000

    def test_needs_a_charge(self, deposit):
        with pytest.raises(NothingCharged):
            deposit.reverse(supply_id=1)

    def test_leaves_a_second_attempt_to_a_new_supply(self, charged):
        charged.reverse(supply_id=1)

        with pytest.raises(AlreadyHeld):
            charged.hold(supply_id=1)

        charged.hold(supply_id=2)
        charged.capture(supply_id=2)
        assert charged.income == 2_000
