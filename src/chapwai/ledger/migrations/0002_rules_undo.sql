-- Takes back 0002_rules.sql; dropping a trigger function with CASCADE drops its triggers.

DROP VIEW ledger_audit;
DROP FUNCTION ledger_hold_resolved() CASCADE;
DROP FUNCTION ledger_hold_set_aside() CASCADE;
DROP FUNCTION ledger_hold_placed() CASCADE;
DROP FUNCTION ledger_entry_inserted() CASCADE;
DROP FUNCTION ledger_entry_hash(bytea, ledger_txn, ledger_entry);
DROP FUNCTION ledger_entry_committed() CASCADE;
DROP FUNCTION ledger_txn_committed() CASCADE;
DROP FUNCTION ledger_check_txn(ledger_txn);
DROP FUNCTION ledger_reversal_is_exact(bigint);
DROP FUNCTION ledger_charge_has_its_hold(bigint);
DROP FUNCTION ledger_txn_is_balanced(bigint);
DROP FUNCTION ledger_txn_inserted() CASCADE;
DROP FUNCTION ledger_period_changed() CASCADE;
DROP FUNCTION ledger_period_opened() CASCADE;
DROP FUNCTION ledger_period_seal(text);
DROP FUNCTION ledger_account_changed() CASCADE;
DROP FUNCTION ledger_account_opened() CASCADE;
DROP FUNCTION ledger_refuse_truncate() CASCADE;
DROP FUNCTION ledger_refuse_change() CASCADE;
DROP FUNCTION ledger_refuse(text, text);
