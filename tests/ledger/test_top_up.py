from datetime import UTC, date, datetime

import pytest

from chapwai.ledger.amounts import NotAnAmount
from chapwai.ledger.models import LedgerTxn
from chapwai.ledger.posting import OtherRequestUnderThisKey
from chapwai.ledger.queries import balances


class TestTopUp:
    def test_raises_the_deposit_and_the_supplier_s_bank_alike(self, deposit):
        deposit.pay_in(50_000)

        assert [(row["purpose"], row["party"], row["balance"]) for row in balances()] == [
            ("bank", "-", 50_000),
            ("deposit", "TH-RIVERSIDE", 50_000),
        ]

    def test_counts_a_bank_transfer_once(self, deposit):
        first = deposit.pay_in(50_000, key="slip:KTB:0001")

        again = deposit.pay_in(50_000, key="slip:KTB:0001", actor="somchai", memo="sent twice")

        assert again.pk == first.pk
        assert deposit.balance == 50_000

    def test_refuses_another_amount_under_the_same_key(self, deposit):
        deposit.pay_in(50_000, key="slip:KTB:0001")

        with pytest.raises(OtherRequestUnderThisKey):
            deposit.pay_in(60_000, key="slip:KTB:0001")

        assert deposit.balance == 50_000

    @pytest.mark.parametrize("amount", [0, -50_000])
    def test_refuses_what_is_not_an_amount(self, deposit, amount):
        with pytest.raises(NotAnAmount):
            deposit.pay_in(amount)

    def test_is_dated_by_the_thai_calendar(self, deposit):
        half_past_six_in_the_morning = datetime(2026, 11, 30, 23, 30, tzinfo=UTC)

        txn = deposit.pay_in(now=half_past_six_in_the_morning)

        assert txn.effective_on == date(2026, 12, 1)
        assert txn.period_id == "2026-12"

    def test_remembers_who_and_why(self, deposit):
        deposit.pay_in(actor="mali", memo="โอนจากกรุงไทย")

        txn = LedgerTxn.objects.get()
        assert (txn.actor, txn.memo) == ("mali", "โอนจากกรุงไทย")
