"""The role that serves: it may read and add, and resolve holds; the triggers do the rest."""

import pytest
from django.db import ProgrammingError, connection, transaction

GRANTS = """
    CREATE ROLE chapwai_serving_test;
    GRANT chapwai_serving_test TO CURRENT_USER;
    GRANT USAGE ON SCHEMA public TO chapwai_serving_test;
    GRANT SELECT, INSERT ON ledger_account, ledger_txn, ledger_entry, ledger_hold
        TO chapwai_serving_test;
    GRANT SELECT ON ledger_period, ledger_audit TO chapwai_serving_test;
    GRANT UPDATE (state, captured_by, resolved_at) ON ledger_hold TO chapwai_serving_test;
    GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO chapwai_serving_test;
"""


@pytest.fixture
def as_app_role(db, sql):
    """Roles are transactional: this one is gone with the test."""
    sql(GRANTS)
    sql("SET LOCAL ROLE chapwai_serving_test")
    yield
    connection.check_constraints()
    sql("RESET ROLE")


class TestAppRole:
    def test_can_take_money_through_its_whole_life(self, deposit, as_app_role):
        deposit.pay_in(50_000)
        deposit.hold(supply_id=1, amount=2_000)
        deposit.capture(supply_id=1)
        deposit.reverse(supply_id=1)
        deposit.hold(supply_id=2)
        deposit.release(supply_id=2)

        connection.check_constraints()

        assert deposit.available == 50_000

    @pytest.mark.parametrize(
        "statement",
        [
            "UPDATE ledger_account SET floor = -1000000",
            "UPDATE ledger_account SET balance = 1000000",
            "UPDATE ledger_entry SET amount = 1",
            "UPDATE ledger_hold SET amount = 1",
            "UPDATE ledger_period SET closed_at = NULL",
            "DELETE FROM ledger_hold",
            "TRUNCATE ledger_hold",
            "ALTER TABLE ledger_txn DISABLE TRIGGER USER",
        ],
    )
    def test_can_do_nothing_else(self, deposit, as_app_role, sql, statement):
        with pytest.raises(ProgrammingError), transaction.atomic():
            sql(statement)
