import pytest

from chapwai.ledger.actions.agree_credit import CreditInUse, agree_credit
from chapwai.ledger.actions.open_deposit import open_deposit
from chapwai.ledger.amounts import NotAnAmount

PAIR = {"supplier": "TH-HILLTOP", "payer": "TH-RIVERSIDE"}


class TestOpenDeposit:
    def test_opens_it_empty_and_without_credit(self, deposit):
        account = open_deposit(**PAIR)

        assert (account.balance, account.held, account.floor) == (0, 0, 0)

    def test_returns_the_one_that_is_open(self, deposit):
        deposit.pay_in(50_000)

        assert open_deposit(**PAIR).balance == 50_000


class TestAgreeCredit:
    def test_lets_the_deposit_go_below_zero(self, deposit):
        agree_credit(**PAIR, limit=3_000)

        deposit.hold(amount=2_000)
        deposit.capture()

        assert (deposit.balance, deposit.available) == (-2_000, 1_000)

    def test_is_not_taken_back_while_it_is_used(self, deposit):
        agree_credit(**PAIR, limit=3_000)
        deposit.hold(amount=2_000)

        with pytest.raises(CreditInUse):
            agree_credit(**PAIR, limit=1_999)

        assert agree_credit(**PAIR, limit=2_000).floor == -2_000

    def test_cannot_be_negative(self, deposit):
        with pytest.raises(NotAnAmount):
            agree_credit(**PAIR, limit=-1)
