-- The rules of the books, kept by the database itself.
--
-- Every function that writes runs with its owner's rights and a fixed search path, so that a role
-- which may only SELECT and INSERT (and UPDATE the three outcome columns of ledger_hold) can post
-- without being able to change a balance. Every refusal is a check violation (SQLSTATE 23514)
-- whose CONSTRAINT names the rule.

CREATE FUNCTION ledger_refuse(rule text, explanation text) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION USING
        ERRCODE = 'check_violation', CONSTRAINT = rule, MESSAGE = explanation;
END $$;


-- 1. Nothing is edited, nothing is removed ------------------------------------------------------

CREATE FUNCTION ledger_refuse_change() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    PERFORM ledger_refuse('ledger_append_only', format('%s of %s', TG_OP, TG_TABLE_NAME));
    RETURN NULL;
END $$;

-- An empty table may be truncated: it has nothing to lose, and test runners truncate everything.
CREATE FUNCTION ledger_refuse_truncate() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    holds_rows boolean;
BEGIN
    EXECUTE format('SELECT EXISTS (SELECT FROM %s)', TG_RELID::regclass) INTO holds_rows;
    IF holds_rows THEN
        PERFORM ledger_refuse('ledger_append_only', format('TRUNCATE of %s', TG_TABLE_NAME));
    END IF;
    RETURN NULL;
END $$;

CREATE TRIGGER no_change BEFORE UPDATE OR DELETE ON ledger_txn
    FOR EACH ROW EXECUTE FUNCTION ledger_refuse_change();
CREATE TRIGGER no_change BEFORE UPDATE OR DELETE ON ledger_entry
    FOR EACH ROW EXECUTE FUNCTION ledger_refuse_change();
CREATE TRIGGER no_delete BEFORE DELETE ON ledger_account
    FOR EACH ROW EXECUTE FUNCTION ledger_refuse_change();
CREATE TRIGGER no_delete BEFORE DELETE ON ledger_period
    FOR EACH ROW EXECUTE FUNCTION ledger_refuse_change();
CREATE TRIGGER no_delete BEFORE DELETE ON ledger_hold
    FOR EACH ROW EXECUTE FUNCTION ledger_refuse_change();

CREATE TRIGGER no_truncate BEFORE TRUNCATE ON ledger_txn
    FOR EACH STATEMENT EXECUTE FUNCTION ledger_refuse_truncate();
CREATE TRIGGER no_truncate BEFORE TRUNCATE ON ledger_entry
    FOR EACH STATEMENT EXECUTE FUNCTION ledger_refuse_truncate();
CREATE TRIGGER no_truncate BEFORE TRUNCATE ON ledger_account
    FOR EACH STATEMENT EXECUTE FUNCTION ledger_refuse_truncate();
CREATE TRIGGER no_truncate BEFORE TRUNCATE ON ledger_period
    FOR EACH STATEMENT EXECUTE FUNCTION ledger_refuse_truncate();
CREATE TRIGGER no_truncate BEFORE TRUNCATE ON ledger_hold
    FOR EACH STATEMENT EXECUTE FUNCTION ledger_refuse_truncate();


-- 2. Accounts: the counters move only through entries and holds ----------------------------------

CREATE FUNCTION ledger_account_opened() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    IF (NEW.balance, NEW.held, NEW.version) IS DISTINCT FROM (0, 0, 0) OR NEW.closed_at IS NOT NULL THEN
        PERFORM ledger_refuse('ledger_account_opens_empty', 'an account opens empty');
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER opened BEFORE INSERT ON ledger_account
    FOR EACH ROW EXECUTE FUNCTION ledger_account_opened();

CREATE FUNCTION ledger_account_changed() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    IF (NEW.id, NEW.book, NEW.class, NEW.purpose, NEW.party, NEW.currency, NEW.credit_normal)
        IS DISTINCT FROM
        (OLD.id, OLD.book, OLD.class, OLD.purpose, OLD.party, OLD.currency, OLD.credit_normal)
    THEN
        PERFORM ledger_refuse('ledger_account_keeps_its_name', 'an account keeps its name');
    END IF;
    -- At depth 1 somebody wrote to the account directly; our own triggers come in deeper.
    IF (NEW.balance, NEW.held, NEW.version)
            IS DISTINCT FROM (OLD.balance, OLD.held, OLD.version)
        AND pg_trigger_depth() = 1
    THEN
        PERFORM ledger_refuse('ledger_account_counters', 'only entries and holds move a balance');
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER changed BEFORE UPDATE ON ledger_account
    FOR EACH ROW EXECUTE FUNCTION ledger_account_changed();


-- 3. Periods: closed once, sealed, never opened again ---------------------------------------------

CREATE FUNCTION ledger_period_seal(
    month text, OUT trial_sum bigint, OUT entry_count bigint, OUT last_hash bytea
) LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT coalesce(sum(entry.amount), 0)::bigint,
           count(*),
           sha256(coalesce(
               string_agg(entry.hash, ''::bytea ORDER BY entry.account_id, entry.account_version),
               ''::bytea))
    FROM ledger_entry AS entry
    JOIN ledger_txn AS txn ON txn.id = entry.txn_id
    WHERE txn.period = month
$$;

CREATE FUNCTION ledger_period_opened() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    IF NEW.closed_at IS NOT NULL THEN
        PERFORM ledger_refuse('ledger_period_closed_once', 'a period opens before it closes');
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER opened BEFORE INSERT ON ledger_period
    FOR EACH ROW EXECUTE FUNCTION ledger_period_opened();

CREATE FUNCTION ledger_period_changed() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    IF OLD.closed_at IS NOT NULL OR NEW.closed_at IS NULL OR NEW.period <> OLD.period THEN
        PERFORM ledger_refuse('ledger_period_closed_once', 'a period only ever goes to closed');
    END IF;
    -- Waits for postings under way and holds new ones back until the seal is committed.
    LOCK TABLE ledger_txn IN EXCLUSIVE MODE;
    SELECT * INTO NEW.trial_sum, NEW.entry_count, NEW.last_hash
        FROM ledger_period_seal(NEW.period);
    RETURN NEW;
END $$;

CREATE TRIGGER changed BEFORE UPDATE ON ledger_period
    FOR EACH ROW EXECUTE FUNCTION ledger_period_changed();


-- 4. Transactions: stamped, in an open period, sound at commit ------------------------------------

CREATE FUNCTION ledger_txn_inserted() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    NEW.xid := pg_current_xact_id()::text::bigint;
    NEW.posted_at := clock_timestamp();
    NEW.period := to_char(NEW.effective_on, 'YYYY-MM');
    -- A closed month closes all before it, whether they ever had a transaction or not.
    IF EXISTS (
        SELECT FROM ledger_period WHERE period >= NEW.period AND closed_at IS NOT NULL
    ) THEN
        PERFORM ledger_refuse('ledger_period_open', format('%s is closed', NEW.period));
    END IF;
    INSERT INTO ledger_period (period, closed_by) VALUES (NEW.period, '')
        ON CONFLICT (period) DO NOTHING;
    RETURN NEW;
END $$;

CREATE TRIGGER inserted BEFORE INSERT ON ledger_txn
    FOR EACH ROW EXECUTE FUNCTION ledger_txn_inserted();

CREATE FUNCTION ledger_txn_is_balanced(subject bigint) RETURNS boolean
LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
    -- No leg is 0, so two of them at least make a 0; no legs at all make no answer.
    SELECT coalesce(bool_and(book.total = 0), false)
    FROM (
        SELECT sum(entry.amount) AS total
        FROM ledger_entry AS entry
        JOIN ledger_account AS account ON account.id = entry.account_id
        WHERE entry.txn_id = subject
        GROUP BY account.book
    ) AS book
$$;

-- A charge spends exactly one hold: of the same supply, the same deposit, the same amount.
CREATE FUNCTION ledger_charge_has_its_hold(subject bigint) RETURNS boolean
LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT EXISTS (
        SELECT FROM ledger_hold AS hold
        JOIN ledger_txn AS txn ON txn.id = hold.captured_by AND txn.supply_id = hold.supply_id
        WHERE txn.id = subject AND hold.amount = (
            SELECT sum(entry.amount) FROM ledger_entry AS entry
            WHERE entry.txn_id = txn.id AND entry.account_id = hold.account_id)
    )
$$;

CREATE FUNCTION ledger_reversal_is_exact(subject bigint) RETURNS boolean
LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT original.kind <> 'reversal'
        AND reversal.supply_id IS NOT DISTINCT FROM original.supply_id
        AND NOT EXISTS (
            SELECT FROM ledger_entry AS entry
            WHERE entry.txn_id IN (original.id, reversal.id)
            GROUP BY entry.account_id HAVING sum(entry.amount) <> 0)
    FROM ledger_txn AS reversal
    JOIN ledger_txn AS original ON original.id = reversal.reverses_id
    WHERE reversal.id = subject
$$;

CREATE FUNCTION ledger_check_txn(txn ledger_txn) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    IF NOT ledger_txn_is_balanced(txn.id) THEN
        PERFORM ledger_refuse('ledger_txn_balanced', 'debits and credits of each book must agree');
    END IF;
    IF txn.kind = 'charge' AND NOT ledger_charge_has_its_hold(txn.id) THEN
        PERFORM ledger_refuse('ledger_charge_has_its_hold', 'a charge spends the hold it is for');
    END IF;
    IF txn.kind = 'reversal' AND NOT ledger_reversal_is_exact(txn.id) THEN
        PERFORM ledger_refuse('ledger_reversal_is_exact', 'a reversal mirrors its original');
    END IF;
END $$;

CREATE FUNCTION ledger_txn_committed() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    PERFORM ledger_check_txn(NEW);
    RETURN NULL;
END $$;

CREATE FUNCTION ledger_entry_committed() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    PERFORM ledger_check_txn(txn) FROM ledger_txn AS txn WHERE txn.id = NEW.txn_id;
    RETURN NULL;
END $$;

-- On the transaction, so that one without any legs is caught too ...
CREATE CONSTRAINT TRIGGER sound AFTER INSERT ON ledger_txn
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION ledger_txn_committed();
-- ... and on each leg, so that none slips in after an early SET CONSTRAINTS ... IMMEDIATE.
CREATE CONSTRAINT TRIGGER sound AFTER INSERT ON ledger_entry
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION ledger_entry_committed();


-- 5. Entries: move the balance, and chain on to the entry before ----------------------------------

-- A JSON array keeps the fields apart: no memo can be written that reads as another actor.
CREATE FUNCTION ledger_entry_hash(
    previous bytea, txn ledger_txn, entry ledger_entry
) RETURNS bytea
LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT sha256(coalesce(previous, ''::bytea) || convert_to(jsonb_build_array(
        entry.txn_id, entry.line, entry.account_id, entry.amount,
        entry.account_version, entry.balance_after,
        txn.idem_key, encode(txn.idem_hash, 'hex'), txn.kind, txn.supply_id, txn.reverses_id,
        txn.effective_on, extract(epoch FROM txn.posted_at), txn.actor, txn.memo
    )::text, 'UTF8'))
$$;

CREATE FUNCTION ledger_entry_inserted() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    txn ledger_txn;
    account ledger_account;
    previous bytea;
BEGIN
    SELECT * INTO txn FROM ledger_txn WHERE id = NEW.txn_id;
    IF txn.xid IS DISTINCT FROM pg_current_xact_id()::text::bigint THEN
        PERFORM ledger_refuse('ledger_entry_in_time', 'legs are posted with their transaction');
    END IF;
    -- Takes the account's row lock: whoever posts next continues from this version.
    UPDATE ledger_account
        SET balance = balance + CASE WHEN credit_normal THEN -NEW.amount ELSE NEW.amount END,
            version = version + 1
        WHERE id = NEW.account_id AND closed_at IS NULL
        RETURNING * INTO account;
    IF NOT FOUND THEN
        PERFORM ledger_refuse('ledger_account_open', 'the account is closed or unknown');
    END IF;
    SELECT hash INTO previous FROM ledger_entry
        WHERE account_id = account.id AND account_version = account.version - 1;
    NEW.balance_after := account.balance;
    NEW.account_version := account.version;
    NEW.hash := ledger_entry_hash(previous, txn, NEW);
    RETURN NEW;
END $$;

CREATE TRIGGER inserted BEFORE INSERT ON ledger_entry
    FOR EACH ROW EXECUTE FUNCTION ledger_entry_inserted();


-- 6. Holds: placed active, resolved once ----------------------------------------------------------

CREATE FUNCTION ledger_hold_placed() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    IF NEW.state <> 'active' THEN
        PERFORM ledger_refuse('ledger_hold_starts_active', 'a hold starts active');
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER placed BEFORE INSERT ON ledger_hold
    FOR EACH ROW EXECUTE FUNCTION ledger_hold_placed();

-- After the insert, so that a second hold for a supply is refused as such and not for lack of money.
CREATE FUNCTION ledger_hold_set_aside() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    UPDATE ledger_account SET held = held + NEW.amount
        WHERE id = NEW.account_id AND purpose = 'deposit' AND closed_at IS NULL;
    IF NOT FOUND THEN
        PERFORM ledger_refuse('ledger_account_open', 'holds are placed on open deposits only');
    END IF;
    RETURN NULL;
END $$;

CREATE TRIGGER set_aside AFTER INSERT ON ledger_hold
    FOR EACH ROW EXECUTE FUNCTION ledger_hold_set_aside();

CREATE FUNCTION ledger_hold_resolved() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    IF OLD.state <> 'active' OR NEW.state = 'active' THEN
        PERFORM ledger_refuse('ledger_hold_resolved_once', 'a hold is resolved once');
    END IF;
    IF (NEW.id, NEW.supply_id, NEW.account_id, NEW.amount, NEW.created_at)
        IS DISTINCT FROM (OLD.id, OLD.supply_id, OLD.account_id, OLD.amount, OLD.created_at)
    THEN
        PERFORM ledger_refuse('ledger_hold_is_kept', 'a hold keeps supply, deposit and amount');
    END IF;
    IF NEW.state = 'captured' AND NOT EXISTS (
        SELECT FROM ledger_txn
        WHERE id = NEW.captured_by AND kind = 'charge' AND supply_id = NEW.supply_id
    ) THEN
        PERFORM ledger_refuse('ledger_charge_has_its_hold', 'captured by its own charge only');
    END IF;
    UPDATE ledger_account SET held = held - NEW.amount WHERE id = NEW.account_id;
    RETURN NEW;
END $$;

CREATE TRIGGER resolved BEFORE UPDATE ON ledger_hold
    FOR EACH ROW EXECUTE FUNCTION ledger_hold_resolved();


-- 7. The audit: every number is 0 when the books are sound -----------------------------------------

CREATE VIEW ledger_audit AS
WITH chained AS (
    SELECT entry.account_id,
           entry.hash,
           entry.balance_after,
           ledger_entry_hash(lag(entry.hash) OVER history, txn, entry) AS right_hash,
           sum(CASE WHEN account.credit_normal THEN -entry.amount ELSE entry.amount END)
               OVER history AS right_balance,
           entry.account_version - row_number() OVER history AS version_gap
    FROM ledger_entry AS entry
    JOIN ledger_txn AS txn ON txn.id = entry.txn_id
    JOIN ledger_account AS account ON account.id = entry.account_id
    WINDOW history AS (PARTITION BY entry.account_id ORDER BY entry.account_version)
), recounted AS (
    SELECT account.*,
           coalesce((
               SELECT sum(CASE WHEN account.credit_normal THEN -amount ELSE amount END)
               FROM ledger_entry WHERE account_id = account.id), 0) AS right_balance,
           coalesce((
               SELECT sum(amount) FROM ledger_hold
               WHERE account_id = account.id AND state = 'active'), 0) AS right_held,
           (SELECT count(*) FROM ledger_entry WHERE account_id = account.id) AS right_version
    FROM ledger_account AS account
)
SELECT 'sum_of_entries' AS finding, abs(coalesce(sum(amount), 0))::bigint AS wrong
    FROM ledger_entry
UNION ALL
SELECT 'unbalanced_txns', count(*) FROM ledger_txn WHERE NOT ledger_txn_is_balanced(id)
UNION ALL
SELECT 'charges_without_hold', count(*)
    FROM ledger_txn WHERE kind = 'charge' AND NOT ledger_charge_has_its_hold(id)
UNION ALL
SELECT 'holds_without_charge', count(*)
    FROM ledger_hold AS hold JOIN ledger_txn AS txn ON txn.id = hold.captured_by
    WHERE txn.kind <> 'charge'
UNION ALL
SELECT 'inexact_reversals', count(*)
    FROM ledger_txn WHERE kind = 'reversal' AND NOT ledger_reversal_is_exact(id)
UNION ALL
SELECT 'balance_drift', count(*) FROM recounted WHERE balance <> right_balance
UNION ALL
SELECT 'held_drift', count(*) FROM recounted WHERE held <> right_held
UNION ALL
SELECT 'version_gaps',
       (SELECT count(*) FROM chained WHERE version_gap <> 0)
       + (SELECT count(*) FROM recounted WHERE version <> right_version)
UNION ALL
SELECT 'under_floor', count(*) FROM ledger_account WHERE balance - held < floor
UNION ALL
SELECT 'wrong_balance_after', count(*) FROM chained WHERE balance_after <> right_balance
UNION ALL
SELECT 'broken_hashes', count(*) FROM chained WHERE hash <> right_hash
UNION ALL
SELECT 'broken_seals', count(*)
    FROM ledger_period AS period, ledger_period_seal(period.period) AS seal
    WHERE period.closed_at IS NOT NULL
        AND (period.trial_sum, period.entry_count, period.last_hash)
            IS DISTINCT FROM (seal.trial_sum, seal.entry_count, seal.last_hash);
