"""Deposits, holds and charges between libraries; entries are only ever added."""
