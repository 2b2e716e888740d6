"""The tables of the database: brought up to date by one process at a time, and checked."""

import os
from collections.abc import Iterator
from contextlib import contextmanager

from django.apps import apps
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from chapwai.config.database import set_up_django
from chapwai.config.refusal import Refused
from chapwai.postgres.resolve import VARIABLE

# Any number will do, as long as nobody else in the database uses it for something else.
MIGRATION_LOCK = 7_437_201


class SchemaMissing(Refused):
    """The database is empty: `chapwai network load FILE` makes the tables and fills them."""


class SchemaOld(Refused):
    """The database is of an earlier version: `chapwai serve` brings it up to date at its start."""


def migrate() -> None:
    """Bring the database of CHAPWAI_DATABASE_URL up to date; starters that meet take turns."""
    if not apps.ready:
        set_up_django(os.environ[VARIABLE])
    with _one_at_a_time():
        call_command("migrate", interactive=False, verbosity=0)


def require_current_schema() -> None:
    """Return if all tables are as this version needs them, else raise by name."""
    executor = MigrationExecutor(connection)
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        raise SchemaOld if executor.loader.applied_migrations else SchemaMissing


@contextmanager
def _one_at_a_time() -> Iterator[None]:
    with connection.cursor() as cursor:
        # Whoever waits for another's migrations must outwait our short limit for row locks.
        cursor.execute("SET lock_timeout = 0")
        cursor.execute("SELECT pg_advisory_lock(%s)", [MIGRATION_LOCK])
    try:
        yield
    finally:
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_unlock(%s)", [MIGRATION_LOCK])
            cursor.execute("RESET lock_timeout")
