from datetime import datetime

import pytest
from django.db import connection, transaction

from chapwai.ledger.actions.close_month import BooksUnsound, MonthNotOver, close_month
from chapwai.ledger.posting import BOOK_TIME, PeriodClosed

NOVEMBER = datetime(2026, 11, 20, 9, 0, tzinfo=BOOK_TIME)
DECEMBER = datetime(2026, 12, 1, 0, 0, tzinfo=BOOK_TIME)


class TestCloseMonth:
    def test_seals_what_the_month_held(self, deposit):
        deposit.pay_in(now=NOVEMBER)

        november = close_month("2026-11", actor="mali", now=DECEMBER)

        assert (november.trial_sum, november.entry_count) == (0, 2)
        assert len(november.last_hash) == 32
        assert november.closed_by == "mali"

    def test_lets_nothing_more_into_it(self, deposit):
        close_month("2026-11", actor="mali", now=DECEMBER)

        with pytest.raises(PeriodClosed):
            deposit.pay_in(now=NOVEMBER)

        deposit.pay_in(now=DECEMBER)
        assert deposit.balance == 50_000

    def test_closes_the_months_before_it_too(self, deposit):
        close_month("2026-11", actor="mali", now=DECEMBER)

        with pytest.raises(PeriodClosed):
            deposit.pay_in(now=NOVEMBER.replace(month=8))

    def test_still_recognises_a_retry_of_what_it_holds(self, deposit):
        first = deposit.pay_in(now=NOVEMBER)
        close_month("2026-11", actor="mali", now=DECEMBER)

        again = deposit.pay_in(now=NOVEMBER)

        assert again.pk == first.pk

    def test_waits_for_the_end_of_the_month(self, deposit):
        with pytest.raises(MonthNotOver):
            close_month("2026-12", actor="mali", now=DECEMBER)

    def test_happens_once(self, deposit):
        close_month("2026-11", actor="mali", now=DECEMBER)

        with pytest.raises(PeriodClosed):
            close_month("2026-11", actor="somchai", now=DECEMBER)

    def test_needs_sound_books(self, deposit, sql):
        deposit.pay_in(now=NOVEMBER)
        connection.check_constraints()

        with transaction.atomic():
            sql("ALTER TABLE ledger_txn DISABLE TRIGGER no_change")
            sql("UPDATE ledger_txn SET memo = 'forged'")
            with pytest.raises(BooksUnsound):
                close_month("2026-11", actor="mali", now=DECEMBER)
            transaction.set_rollback(True)
