"""What the audit finds after somebody who may do everything has tampered with the books."""

import pytest
from django.db import connection, transaction

from chapwai.ledger.queries import audit

TABLES = ("ledger_account", "ledger_period", "ledger_txn", "ledger_entry", "ledger_hold")
# finding, and what was done to cause it
TAMPERINGS = [
    ("broken_hashes", "UPDATE ledger_txn SET memo = 'forged'"),
    ("broken_hashes", "UPDATE ledger_txn SET actor = 'mallory'"),
    ("broken_hashes", "UPDATE ledger_txn SET effective_on = effective_on - 1"),
    ("broken_hashes", "UPDATE ledger_txn SET posted_at = posted_at - interval '1 second'"),
    ("broken_hashes", "UPDATE ledger_txn SET supply_id = 9 WHERE kind = 'topup'"),
    ("broken_hashes", "UPDATE ledger_txn SET idem_key = idem_key || 'x'"),
    ("broken_hashes", "UPDATE ledger_txn SET kind = 'charge', supply_id = 9 WHERE kind = 'topup'"),
    ("broken_hashes", "UPDATE ledger_entry SET hash = sha256('forged')"),
    ("broken_hashes", "UPDATE ledger_entry SET amount = amount * 2"),
    ("sum_of_entries", "UPDATE ledger_entry SET amount = amount - 1 WHERE line = 1"),
    ("unbalanced_txns", "UPDATE ledger_entry SET amount = amount - 1 WHERE line = 1"),
    ("wrong_balance_after", "UPDATE ledger_entry SET balance_after = balance_after + 1"),
    ("version_gaps", "DELETE FROM ledger_entry WHERE account_version = 1"),
    ("version_gaps", "UPDATE ledger_account SET version = version + 1"),
    ("balance_drift", "UPDATE ledger_account SET balance = balance + 1"),
    ("held_drift", "UPDATE ledger_account SET held = held + 1"),
    ("held_drift", "DELETE FROM ledger_hold WHERE state = 'active'"),
    ("under_floor", "UPDATE ledger_account SET floor = 1000000 WHERE purpose = 'deposit'"),
    ("charges_without_hold", "UPDATE ledger_hold SET amount = amount - 1"),
    ("charges_without_hold", "DELETE FROM ledger_hold WHERE state = 'captured'"),
    ("charges_without_hold", "UPDATE ledger_hold SET supply_id = supply_id + 10"),
    (
        "holds_without_charge",
        "UPDATE ledger_hold SET captured_by = (SELECT id FROM ledger_txn WHERE kind = 'topup')"
        " WHERE state = 'captured'",
    ),
    ("inexact_reversals", "UPDATE ledger_txn SET supply_id = 9 WHERE kind = 'reversal'"),
    ("broken_seals", "UPDATE ledger_period SET entry_count = entry_count + 1"),
]


@pytest.fixture
def eventful_month(deposit, sql):
    """A closed month with a top-up, a reversed charge and a hold that still stands."""
    deposit.pay_in()
    deposit.hold(supply_id=1)
    deposit.capture(supply_id=1)
    deposit.reverse(supply_id=1)
    deposit.hold(supply_id=2)
    connection.check_constraints()
    sql("UPDATE ledger_period SET closed_at = now()")


@pytest.fixture
def unguarded(eventful_month, sql):
    """The month with every trigger off, and one check that no trigger stands for."""
    with transaction.atomic():
        for table in TABLES:
            sql(f"ALTER TABLE {table} DISABLE TRIGGER USER")
        sql("ALTER TABLE ledger_account DROP CONSTRAINT ledger_account_above_floor")
        yield
        transaction.set_rollback(True)


class TestAudit:
    def test_finds_nothing_in_sound_books(self, eventful_month):
        assert not any(audit().values())

    @pytest.mark.parametrize(("finding", "tampering"), TAMPERINGS)
    def test_finds_what_was_tampered_with(self, unguarded, sql, finding, tampering):
        sql(tampering)

        assert audit()[finding] > 0

    def test_has_every_finding_tried_above(self, db):
        assert set(audit()) == {finding for finding, _ in TAMPERINGS}

    def test_finds_a_shortened_history_by_the_seal_of_its_month(self, unguarded, sql):
        sql("DELETE FROM ledger_entry USING ledger_txn WHERE txn_id = id AND kind = 'reversal'")
        sql("DELETE FROM ledger_txn WHERE kind = 'reversal'")
        sql(
            "UPDATE ledger_account SET version = version - 1, balance ="
            " balance + CASE purpose WHEN 'income' THEN 2000 ELSE -2000 END"
            " WHERE purpose <> 'bank'"
        )

        assert {finding for finding, wrong in audit().items() if wrong} == {"broken_seals"}
