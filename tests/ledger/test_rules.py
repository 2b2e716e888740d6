"""What the database refuses to whoever writes to it directly, past all of our code."""

import pytest
from django.db import connection

from chapwai.ledger.models import LedgerTxn

NEW_TXN = """
    INSERT INTO ledger_txn
        (idem_key, idem_hash, kind, supply_id, reverses_id, effective_on, actor, memo)
    VALUES (%s, '', %s, %s, %s, %s, 'mallory', '')
    RETURNING id
"""
NEW_LEG = """
    INSERT INTO ledger_entry (txn_id, line, account_id, amount)
    SELECT %s, %s, id, %s FROM ledger_account WHERE book = %s AND purpose = %s
"""
NEW_HOLD = """
    INSERT INTO ledger_hold
        (supply_id, account_id, amount, state, captured_by, created_at, resolved_at)
    SELECT %s, id, %s, %s, %s, now(), %s FROM ledger_account WHERE purpose = %s
"""
CAPTURE = """
    UPDATE ledger_hold SET state = 'captured', captured_by = %s, resolved_at = now()
    WHERE supply_id = %s
"""


@pytest.fixture
def new_txn(sql):
    def insert(kind="topup", *, key="forged:0001", supply_id=None, reverses=None, on="2026-11-20"):
        [(txn_id,)] = sql(NEW_TXN, key, kind, supply_id, reverses, on)
        return txn_id

    return insert


@pytest.fixture
def new_leg(sql):
    def insert(txn_id, line, amount, purpose, *, book="TH-HILLTOP"):
        sql(NEW_LEG, txn_id, line, amount, book, purpose)

    return insert


@pytest.fixture
def new_hold(sql):
    def insert(supply_id, amount, *, state="active", by=None, resolved=None, on="deposit"):
        sql(NEW_HOLD, supply_id, amount, state, by, resolved, on)

    return insert


@pytest.fixture
def books(deposit):
    """A top-up, a charged supply 1 and a held supply 2."""
    deposit.pay_in(50_000)
    deposit.hold(supply_id=1, amount=2_000)
    deposit.capture(supply_id=1)
    deposit.hold(supply_id=2, amount=3_000)
    connection.check_constraints()
    return deposit


class TestHistory:
    @pytest.mark.parametrize(
        "statement",
        [
            "UPDATE ledger_txn SET memo = 'forged'",
            "UPDATE ledger_txn SET period = '2027-01'",
            "UPDATE ledger_entry SET amount = amount * 2",
            "DELETE FROM ledger_txn",
            "DELETE FROM ledger_entry",
            "DELETE FROM ledger_account",
            "DELETE FROM ledger_period",
            "DELETE FROM ledger_hold",
        ],
    )
    def test_is_neither_edited_nor_deleted(self, books, sql, refused, statement):
        with refused("ledger_append_only"):
            sql(statement)

    @pytest.mark.parametrize(
        "table",
        ["ledger_account", "ledger_period", "ledger_txn", "ledger_entry", "ledger_hold"],
    )
    def test_is_not_truncated(self, books, sql, refused, table):
        with refused("ledger_append_only"):
            sql(f"ALTER TABLE {table} ENABLE TRIGGER no_truncate")  # off for the test runner
            sql(f"TRUNCATE {table} CASCADE")


class TestTxn:
    def test_needs_legs(self, books, new_txn, refused):
        with refused("ledger_txn_balanced"):
            new_txn()

    def test_needs_two_legs(self, books, new_txn, new_leg, refused):
        with refused("ledger_txn_balanced"):
            new_leg(new_txn(), 1, 100, "bank")

    def test_balances(self, books, new_txn, new_leg, refused):
        with refused("ledger_txn_balanced"):
            txn_id = new_txn()
            new_leg(txn_id, 1, 100, "bank")
            new_leg(txn_id, 2, -99, "deposit")

    def test_balances_in_each_book(self, books, new_txn, new_leg, sql, refused):
        sql(
            "INSERT INTO ledger_account (book, class, purpose, party, currency, credit_normal,"
            " balance, held, version) VALUES ('TH-LAKESIDE', 'income', 'income', '-', 'THB', true,"
            " 0, 0, 0)"
        )

        with refused("ledger_txn_balanced"):
            txn_id = new_txn()
            new_leg(txn_id, 1, 100, "bank")
            new_leg(txn_id, 2, -100, "income", book="TH-LAKESIDE")

    def test_cannot_gain_legs_after_an_early_check(self, books, new_txn, new_leg, refused):
        with refused("ledger_txn_balanced"):
            txn_id = new_txn()
            new_leg(txn_id, 1, 100, "bank")
            new_leg(txn_id, 2, -100, "deposit")
            connection.check_constraints()
            new_leg(txn_id, 3, 100, "bank")

    def test_has_a_key_that_nobody_used(self, books, new_txn, refused):
        with refused("ledger_txn_once_per_key"):
            new_txn(key="slip:KTB:0001")

    def test_has_a_key_worth_the_name(self, books, new_txn, refused):
        with refused("ledger_txn_key_length"):
            new_txn(key="short")

    def test_is_of_a_known_kind(self, books, new_txn, refused):
        with refused("ledger_txn_kind"):
            new_txn("refund")

    def test_stays_out_of_a_closed_month(self, books, new_txn, sql, refused):
        sql("UPDATE ledger_period SET closed_at = now() WHERE period = '2026-11'")

        with refused("ledger_period_open"):
            new_txn(on="2026-11-30")

    def test_is_stamped_by_the_database_whatever_was_sent(self, books, sql, refused):
        with refused("ledger_txn_balanced"):
            [stamped] = sql(
                "INSERT INTO ledger_txn (idem_key, idem_hash, kind, period, effective_on,"
                " posted_at, actor, memo, xid) VALUES ('forged:0001', '', 'topup', '2026-10',"
                " '2026-11-20', '2000-01-01', 'mallory', '', 1)"
                " RETURNING period, posted_at > now(), xid = pg_current_xact_id()::text::bigint"
            )

            assert stamped == ("2026-11", True, True)


@pytest.mark.django_db(transaction=True)
class TestLateLeg:
    def test_is_refused_once_the_transaction_is_committed(self, deposit, new_leg, refused):
        txn = deposit.pay_in()

        with refused("ledger_entry_in_time"):
            new_leg(txn.pk, 3, 100, "bank")
            new_leg(txn.pk, 4, -100, "deposit")


class TestCharge:
    def test_is_posted_once_per_supply(self, books, new_txn, refused):
        with refused("ledger_txn_one_charge_per_supply"):
            new_txn("charge", supply_id=1)

    def test_names_its_supply(self, books, new_txn, refused):
        with refused("ledger_txn_charge_has_supply"):
            new_txn("charge")

    def test_needs_a_hold(self, books, new_txn, new_leg, refused):
        with refused("ledger_charge_has_its_hold"):
            txn_id = new_txn("charge", supply_id=3)
            new_leg(txn_id, 1, 2_000, "deposit")
            new_leg(txn_id, 2, -2_000, "income")

    @pytest.mark.parametrize("amount", [2_999, 3_001])
    def test_is_of_the_amount_held(self, books, sql, new_txn, new_leg, refused, amount):
        with refused("ledger_charge_has_its_hold"):
            txn_id = new_txn("charge", supply_id=2)
            sql(CAPTURE, txn_id, 2)
            new_leg(txn_id, 1, amount, "deposit")
            new_leg(txn_id, 2, -amount, "income")

    def test_takes_from_the_deposit_that_was_held(self, books, sql, new_txn, new_leg, refused):
        with refused("ledger_charge_has_its_hold"):
            txn_id = new_txn("charge", supply_id=2)
            sql(CAPTURE, txn_id, 2)
            new_leg(txn_id, 1, 3_000, "bank")
            new_leg(txn_id, 2, -3_000, "income")


class TestReversal:
    def test_happens_once(self, books, new_txn, refused):
        books.reverse(supply_id=1)

        with refused("ledger_txn_reversed_once"):
            charge = LedgerTxn.objects.get(kind="charge")
            new_txn("reversal", supply_id=1, reverses=charge.pk)

    @pytest.mark.parametrize(("amount", "supply_id"), [(1_999, 1), (2_000, 2), (-2_000, 1)])
    def test_is_exact(self, books, new_txn, new_leg, refused, amount, supply_id):
        charge = LedgerTxn.objects.get(kind="charge")

        with refused("ledger_reversal_is_exact"):
            txn_id = new_txn("reversal", supply_id=supply_id, reverses=charge.pk)
            new_leg(txn_id, 1, -amount, "deposit")
            new_leg(txn_id, 2, amount, "income")

    def test_is_not_itself_reversed(self, books, new_txn, new_leg, refused):
        reversal = books.reverse(supply_id=1)

        with refused("ledger_reversal_is_exact"):
            txn_id = new_txn("reversal", supply_id=1, reverses=reversal.pk)
            new_leg(txn_id, 1, 2_000, "deposit")
            new_leg(txn_id, 2, -2_000, "income")

    def test_names_what_it_reverses(self, books, new_txn, refused):
        with refused("ledger_txn_reversal_reverses"):
            new_txn("reversal", supply_id=1)


class TestAccount:
    @pytest.mark.parametrize("change", ["balance = 1", "held = 0", "version = 99"])
    def test_has_counters_that_only_entries_and_holds_move(self, books, sql, refused, change):
        with refused("ledger_account_counters"):
            sql(f"UPDATE ledger_account SET {change}")

    @pytest.mark.parametrize("change", ["book = 'X'", "party = 'X'", "purpose = 'bank'"])
    def test_keeps_its_name(self, books, sql, refused, change):
        with refused("ledger_account_keeps_its_name"):
            sql(f"UPDATE ledger_account SET {change} WHERE purpose = 'deposit'")

    def test_opens_empty(self, books, sql, refused):
        with refused("ledger_account_opens_empty"):
            sql(
                "INSERT INTO ledger_account (book, class, purpose, party, currency, credit_normal,"
                " floor, balance, held, version) VALUES ('TH-LAKESIDE', 'liability', 'deposit',"
                " 'TH-HILLTOP', 'THB', true, 0, 100, 0, 0)"
            )

    def test_stays_above_its_floor(self, books, new_txn, new_leg, refused):
        with refused("ledger_account_above_floor"):
            new_leg(new_txn(), 1, 45_001, "deposit")

    def test_cannot_have_its_floor_raised_over_the_balance(self, books, sql, refused):
        with refused("ledger_account_above_floor"):
            sql("UPDATE ledger_account SET floor = 45001 WHERE purpose = 'deposit'")

    def test_takes_neither_entries_nor_holds_once_closed(
        self, books, sql, new_txn, new_leg, new_hold, refused
    ):
        sql("UPDATE ledger_account SET closed_at = now() WHERE purpose = 'deposit'")

        with refused("ledger_account_open"):
            new_leg(new_txn(), 1, -100, "deposit")
        with refused("ledger_account_open"):
            new_hold(3, 100)


class TestHold:
    def test_is_refused_while_another_lives(self, books, new_hold, refused):
        with refused("ledger_hold_one_per_supply"):
            new_hold(2, 100)

    def test_is_covered_by_the_deposit(self, books, new_hold, refused):
        with refused("ledger_account_above_floor"):
            new_hold(3, 45_001)

    @pytest.mark.parametrize("amount", [0, -100])
    def test_holds_something(self, books, new_hold, refused, amount):
        with refused("ledger_hold_amount"):
            new_hold(3, amount)

    def test_is_placed_on_a_deposit(self, books, new_hold, refused):
        with refused("ledger_account_open"):
            new_hold(3, 100, on="bank")

    @pytest.mark.parametrize("state", ["released", "captured"])
    def test_starts_active(self, books, new_hold, refused, state):
        with refused("ledger_hold_starts_active"):
            new_hold(3, 100, state=state, resolved="2026-11-20")

    @pytest.mark.parametrize("change", ["amount = 1", "supply_id = 9", "created_at = now()"])
    def test_keeps_what_it_is_for(self, books, sql, refused, change):
        with refused("ledger_hold_is_kept"):
            sql(
                f"UPDATE ledger_hold SET {change}, state = 'released', resolved_at = now()"
                " WHERE supply_id = 2"
            )

    @pytest.mark.parametrize(
        "change",
        [
            "state = 'released', resolved_at = now(), captured_by = NULL",
            "state = 'active', resolved_at = NULL, captured_by = NULL",
        ],
    )
    def test_is_resolved_once(self, books, sql, refused, change):
        with refused("ledger_hold_resolved_once"):
            sql(f"UPDATE ledger_hold SET {change} WHERE supply_id = 1")

    def test_is_not_released_twice(self, books, sql, refused):
        books.release(supply_id=2)

        with refused("ledger_hold_resolved_once"):
            sql("UPDATE ledger_hold SET resolved_at = now() WHERE supply_id = 2")

    @pytest.mark.parametrize("kind", ["topup", "charge"])
    def test_is_not_captured_by_an_unrelated_transaction(self, books, sql, refused, kind):
        unrelated = LedgerTxn.objects.get(kind=kind)

        with refused("ledger_charge_has_its_hold"):
            sql(CAPTURE, unrelated.pk, 2)

    def test_is_captured_by_a_charge_only(self, books, sql, new_txn, refused):
        with refused("ledger_charge_has_its_hold"):
            sql(CAPTURE, new_txn("topup", supply_id=2), 2)


class TestPeriod:
    @pytest.fixture
    def closed(self, books, sql):
        sql("UPDATE ledger_period SET closed_at = now(), closed_by = 'mali'")
        return books

    @pytest.mark.parametrize(
        "change",
        ["closed_at = NULL", "closed_by = 'mallory'", "last_hash = ''", "entry_count = 0"],
    )
    def test_is_never_opened_or_resealed(self, closed, sql, refused, change):
        with refused("ledger_period_closed_once"):
            sql(f"UPDATE ledger_period SET {change}")

    @pytest.mark.parametrize(
        "change",
        ["closed_by = 'mallory'", "period = '2026-12', closed_at = now()"],
    )
    def test_changes_by_closing_only(self, books, sql, refused, change):
        with refused("ledger_period_closed_once"):
            sql(f"UPDATE ledger_period SET {change}")

    def test_is_not_born_closed(self, books, sql, refused):
        with refused("ledger_period_closed_once"):
            sql(
                "INSERT INTO ledger_period (period, closed_by, closed_at)"
                " VALUES ('2027-01', '', now())"
            )

    def test_is_a_month(self, books, sql, refused):
        with refused("ledger_period_format"):
            sql("INSERT INTO ledger_period (period, closed_by) VALUES ('2026-13', '')")
