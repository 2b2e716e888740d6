"""Which database a command works on, and Django told about it."""

import os
from collections.abc import Iterator
from contextlib import contextmanager

import django
import psycopg
from django.db import connections

from chapwai.config import settings
from chapwai.config.refusal import Refused
from chapwai.postgres.resolve import VARIABLE, Database, resolve_database

CONNECT_TIMEOUT_SECONDS = 5


class DatabaseOutOfReach(Refused):
    """The database does not answer."""


def chosen_database() -> Database:
    """The database that the environment names, else the embedded one in the data folder."""
    # Through the settings' reader, because the address may stand in a file of its own.
    named = {VARIABLE: settings.env.text(VARIABLE)}
    return resolve_database(named, settings.DATA_DIR / "postgres")


def set_up_django(url: str) -> None:
    """Point Django at the database, here and in processes started from here, and load it."""
    os.environ[VARIABLE] = url
    settings.DATABASES["default"] = settings.database(url)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "chapwai.config.settings")
    django.setup()


@contextmanager
def running(database: Database) -> Iterator[None]:
    """While inside, the database answers; a server that only this command needed stops after it."""
    ours = database.cluster if database.cluster and not database.cluster.is_running() else None
    if ours:
        ours.start()
    try:
        knock(database.url)
        yield
    finally:
        hang_up()
        if ours:
            ours.stop()


def knock(url: str) -> None:
    """Fail at once and clearly, where Django's pool would keep trying in the background."""
    try:
        psycopg.connect(url, connect_timeout=CONNECT_TIMEOUT_SECONDS).close()
    except psycopg.OperationalError as error:
        reason = " ".join(str(error).split())
        raise DatabaseOutOfReach(f"the database does not answer: {reason}") from error


def hang_up() -> None:
    """Close every connection of this process, those kept for later too."""
    connections.close_all()
    for connection in connections.all(initialized_only=True):
        if hasattr(connection, "close_pool"):
            connection.close_pool()
