"""Which rule of the database a write broke, so that actions can say it by name."""

import psycopg
from django.db import IntegrityError


class Refusal(Exception):
    """The ledger refused; a subclass says why, in its docstring when not in its message."""

    def __init__(self, message: str | None = None) -> None:
        super().__init__(message or type(self).__doc__)


def broken_rule(error: IntegrityError) -> str:
    """The name of the constraint behind the error, empty if the database named none."""
    cause = error.__cause__
    return (cause.diag.constraint_name or "") if isinstance(cause, psycopg.Error) else ""
