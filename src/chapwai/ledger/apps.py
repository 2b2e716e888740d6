"""The ledger as a Django application."""

from django.apps import AppConfig


class LedgerConfig(AppConfig):
    """Deposits, holds and charges between libraries."""

    name = "chapwai.ledger"
    label = "ledger"
