"""What the books keep. PostgreSQL guards it: the rules are in migrations/0002_rules.sql.

Amounts are satang. In entries a debit is positive and a credit negative; an account's balance is
counted in its normal direction, so that a deposit with money in it is positive.
"""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

OWN_MONEY = "-"  # the party of an account that belongs to the library keeping the book


class AccountClass(models.TextChoices):
    """On which side of the balance sheet an account stands."""

    ASSET = "asset"
    LIABILITY = "liability"
    INCOME = "income"


class Purpose(models.TextChoices):
    """What an account is for."""

    BANK = "bank"  # money that the supplier received for deposits
    DEPOSIT = "deposit"  # what the supplier owes to a library that paid in advance
    INCOME = "income"  # what the supplier earned with supplies


class TxnKind(models.TextChoices):
    """Why money moved."""

    TOPUP = "topup"  # a library paid into its deposit
    CHARGE = "charge"  # a supply was accepted and paid from the deposit
    REVERSAL = "reversal"  # the exact mirror of an earlier transaction


class HoldState(models.TextChoices):
    """What became of money that was set aside for a supply."""

    ACTIVE = "active"  # promised at the claim, not yet spent
    CAPTURED = "captured"  # spent by a charge
    RELEASED = "released"  # given back to the deposit


class LedgerAccount(models.Model):
    """One account in the books of one library: `book` keeps it, `party` is the other side."""

    book = models.CharField(max_length=32)
    account_class = models.CharField(max_length=16, choices=AccountClass, db_column="class")
    purpose = models.CharField(max_length=16, choices=Purpose)
    party = models.CharField(max_length=32, default=OWN_MONEY)
    currency = models.CharField(max_length=3, default="THB")
    credit_normal = models.BooleanField()
    # No floor: any balance is right. Below zero: the credit that was agreed on.
    floor = models.BigIntegerField(null=True)
    # The three counters are kept by triggers and refused to everybody else.
    balance = models.BigIntegerField(default=0)
    held = models.BigIntegerField(default=0)
    version = models.BigIntegerField(default=0)
    closed_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "ledger_account"
        constraints = [
            models.UniqueConstraint(
                fields=["book", "purpose", "party"], name="ledger_account_once"
            ),
            models.CheckConstraint(
                condition=Q(floor=None) | Q(balance__gte=F("floor") + F("held")),
                name="ledger_account_above_floor",
            ),
            models.CheckConstraint(condition=Q(held__gte=0), name="ledger_account_held"),
            models.CheckConstraint(condition=Q(currency="THB"), name="ledger_account_currency"),
            models.CheckConstraint(
                condition=Q(account_class="asset", credit_normal=False)
                | Q(account_class__in=["liability", "income"], credit_normal=True),
                name="ledger_account_direction",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.book}:{self.purpose}:{self.party}"


class LedgerPeriod(models.Model):
    """One month of all books, as `2026-11`; once closed it takes no more transactions."""

    period = models.CharField(primary_key=True, max_length=7)
    closed_at = models.DateTimeField(null=True)
    closed_by = models.CharField(max_length=200, default="")
    # The seal is filled by the database at closing: what the month held, and a hash over all of it.
    trial_sum = models.BigIntegerField(null=True)
    entry_count = models.BigIntegerField(null=True)
    last_hash = models.BinaryField(null=True)

    class Meta:
        db_table = "ledger_period"
        constraints = [
            models.CheckConstraint(
                condition=Q(period__regex=r"^[0-9]{4}-(0[1-9]|1[0-2])$"),
                name="ledger_period_format",
            ),
        ]

    def __str__(self) -> str:
        return self.period


class LedgerTxn(models.Model):
    """One movement of money. `period`, `posted_at` and `xid` are stamped by the database."""

    idem_key = models.CharField(max_length=200)
    idem_hash = models.BinaryField()
    kind = models.CharField(max_length=16, choices=TxnKind)
    supply_id = models.BigIntegerField(null=True)
    reverses = models.ForeignKey(
        "self", models.PROTECT, null=True, related_name="reversals", db_index=False
    )
    period = models.ForeignKey(LedgerPeriod, models.PROTECT, db_column="period")
    effective_on = models.DateField()
    posted_at = models.DateTimeField()
    actor = models.CharField(max_length=200)
    memo = models.CharField(max_length=500, default="")
    xid = models.BigIntegerField()

    class Meta:
        db_table = "ledger_txn"
        constraints = [
            models.UniqueConstraint(fields=["idem_key"], name="ledger_txn_once_per_key"),
            models.UniqueConstraint(
                fields=["supply_id"],
                condition=Q(kind="charge"),
                name="ledger_txn_one_charge_per_supply",
            ),
            models.UniqueConstraint(fields=["reverses"], name="ledger_txn_reversed_once"),
            models.CheckConstraint(
                condition=Q(idem_key__regex="^.{8,200}$"), name="ledger_txn_key_length"
            ),
            models.CheckConstraint(condition=Q(kind__in=TxnKind.values), name="ledger_txn_kind"),
            models.CheckConstraint(
                condition=Q(kind="reversal", reverses__isnull=False)
                | (~Q(kind="reversal") & Q(reverses__isnull=True)),
                name="ledger_txn_reversal_reverses",
            ),
            models.CheckConstraint(
                condition=~Q(kind="charge") | Q(supply_id__isnull=False),
                name="ledger_txn_charge_has_supply",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.idem_key}"


class LedgerEntry(models.Model):
    """One leg of a transaction; all but transaction, line, account and amount is filled in."""

    pk = models.CompositePrimaryKey("txn_id", "line")
    txn = models.ForeignKey(LedgerTxn, models.PROTECT, related_name="entries", db_index=False)
    line = models.SmallIntegerField()
    account = models.ForeignKey(
        LedgerAccount, models.PROTECT, related_name="entries", db_index=False
    )
    amount = models.BigIntegerField()
    balance_after = models.BigIntegerField()
    account_version = models.BigIntegerField()
    hash = models.BinaryField()

    class Meta:
        db_table = "ledger_entry"
        constraints = [
            models.CheckConstraint(condition=~Q(amount=0), name="ledger_entry_moves_money"),
            models.UniqueConstraint(
                fields=["account", "account_version"], name="ledger_entry_version_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.txn_id}/{self.line}: {self.amount}"


class LedgerHold(models.Model):
    """Money of a deposit set aside for one supply."""

    supply_id = models.BigIntegerField()
    account = models.ForeignKey(LedgerAccount, models.PROTECT, related_name="holds")
    amount = models.BigIntegerField()
    state = models.CharField(max_length=16, choices=HoldState, default=HoldState.ACTIVE)
    captured_by = models.ForeignKey(
        LedgerTxn,
        models.PROTECT,
        null=True,
        related_name="captured_holds",
        db_column="captured_by",
        db_index=False,
    )
    created_at = models.DateTimeField()
    resolved_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "ledger_hold"
        constraints = [
            # A captured hold still counts: what was paid for once is not held for again.
            models.UniqueConstraint(
                fields=["supply_id"],
                condition=~Q(state="released"),
                name="ledger_hold_one_per_supply",
            ),
            models.UniqueConstraint(fields=["captured_by"], name="ledger_hold_one_per_charge"),
            models.CheckConstraint(condition=Q(amount__gt=0), name="ledger_hold_amount"),
            models.CheckConstraint(
                condition=Q(state__in=HoldState.values), name="ledger_hold_state"
            ),
            models.CheckConstraint(
                condition=Q(state="captured", captured_by__isnull=False)
                | (~Q(state="captured") & Q(captured_by__isnull=True)),
                name="ledger_hold_captured_by_a_charge",
            ),
            models.CheckConstraint(
                condition=Q(state="active", resolved_at__isnull=True)
                | (~Q(state="active") & Q(resolved_at__isnull=False)),
                name="ledger_hold_resolved_once",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.amount} for supply {self.supply_id}, {self.state}"
