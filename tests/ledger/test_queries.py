from chapwai.ledger.queries import (
    audit,
    available_of,
    balance_of,
    balances,
    entries_of,
    held_of,
    income_of,
)


class TestBalances:
    def test_lists_every_account_with_what_is_held(self, deposit):
        deposit.pay_in(50_000)
        deposit.hold(supply_id=1, amount=2_000)
        deposit.hold(supply_id=2, amount=3_000)
        deposit.capture(supply_id=1)

        own = {"book": "TH-HILLTOP", "party": "-", "held": 0}
        assert balances() == [
            {**own, "purpose": "bank", "balance": 50_000},
            {
                **own,
                "purpose": "deposit",
                "party": "TH-RIVERSIDE",
                "balance": 48_000,
                "held": 3_000,
            },
            {**own, "purpose": "income", "balance": 2_000},
        ]


class TestQuestionsAboutStrangers:
    def test_are_answered_with_nothing(self, deposit):
        for question in (balance_of, held_of, available_of):
            assert question("TH-HILLTOP", "TH-LAKESIDE") == 0
        assert income_of("TH-LAKESIDE") == 0
        assert not entries_of("TH-HILLTOP", "TH-LAKESIDE").exists()

    def test_leave_the_books_as_they_were(self, deposit):
        balance_of("TH-HILLTOP", "TH-LAKESIDE")

        assert balances() == []


class TestEntriesOf:
    def test_shows_only_what_one_library_did_at_one_supplier(self, deposit):
        deposit.pay_in()
        deposit.hold()
        deposit.capture()

        lines = entries_of(deposit.supplier, deposit.payer)

        assert [(line.account_version, line.amount) for line in lines] == [(1, -50_000), (2, 2_000)]


class TestAudit:
    def test_names_everything_it_looked_at(self, deposit):
        assert set(audit()) == {
            "sum_of_entries",
            "unbalanced_txns",
            "charges_without_hold",
            "holds_without_charge",
            "inexact_reversals",
            "balance_drift",
            "held_drift",
            "version_gaps",
            "under_floor",
            "wrong_balance_after",
            "broken_hashes",
            "broken_seals",
        }
