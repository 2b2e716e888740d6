"""Making a new data folder, whole or not at all, and the database in it."""

import os
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import psycopg

from chapwai.postgres import ClusterError
from chapwai.postgres.account import Account
from chapwai.postgres.binaries import Binaries

SUPERUSER = "postgres"
OWNER = DATABASE = "chapwai"
FIRST_MAJOR_WITH_BUILTIN_LOCALE = 17

OWNER_EXISTS = "SELECT 1 FROM pg_roles WHERE rolname = 'chapwai'"
MAKE_OWNER = "CREATE ROLE chapwai LOGIN CREATEDB CREATEROLE IN ROLE pg_monitor"
DATABASE_EXISTS = "SELECT 1 FROM pg_database WHERE datname = 'chapwai'"
MAKE_DATABASE = "CREATE DATABASE chapwai OWNER chapwai"
STATEMENTS_ARE_COUNTED = """
    SELECT 1 WHERE current_setting('shared_preload_libraries') LIKE '%pg_stat_statements%'
"""


class CannotMakeCluster(ClusterError):
    """initdb could not make the data folder."""


def make_data_folder(
    folder: Path, *, binaries: Binaries, account: Account, lock: int, durable: bool
) -> None:
    """Fill a folder beside the final one and rename it, so that a kill leaves nothing half made.

    `lock` is the file descriptor of the cluster's lock. initdb holds it too, so that nobody
    clears its folder away while it outlives us.
    """
    half_made = folder.with_name(f"{folder.name}.new")
    shutil.rmtree(half_made, ignore_errors=True)
    account.make_private_folder(half_made)
    _initdb(half_made, binaries=binaries, account=account, lock=lock, durable=durable)
    _append_settings(half_made / "postgresql.conf", _settings_at_birth(binaries))
    half_made.rename(folder)
    _flush(folder.parent)


def make_database(connect: Callable[[str], psycopg.Connection[tuple[Any, ...]]]) -> None:
    """Make the database and its owner where they are missing.

    `connect` opens a database as the superuser. The owner is none, so that row-level security
    holds for it; pg_stat_statements, which only a superuser may add, comes with the template.
    """
    with connect("postgres") as connection:
        if connection.execute(DATABASE_EXISTS).fetchone():
            return
    with connect("template1") as connection:
        if connection.execute(STATEMENTS_ARE_COUNTED).fetchone():
            connection.execute("CREATE EXTENSION IF NOT EXISTS pg_stat_statements")
    with connect("postgres") as connection:
        if not connection.execute(OWNER_EXISTS).fetchone():
            connection.execute(MAKE_OWNER)
        connection.execute(MAKE_DATABASE)


def _initdb(
    folder: Path, *, binaries: Binaries, account: Account, lock: int, durable: bool
) -> None:
    command = [binaries.program("initdb"), f"--pgdata={folder}", *_options(binaries.major)]
    if not durable:
        command.append("--no-sync")
    done = account.run(command, cwd=folder, pass_fds=[lock])
    if done.returncode != 0:
        raise CannotMakeCluster(f"initdb could not make {folder}: {done.stderr.strip()}")


def _options(major: int) -> list[str]:
    return [
        f"--username={SUPERUSER}",
        "--encoding=UTF8",
        *_locale_options(major),
        "--data-checksums",
        # Whoever can enter the 0700 folder of the socket is us. Peer authentication would fail
        # across the border of a user namespace.
        "--auth-local=trust",
        "--auth-host=reject",
    ]


def _locale_options(major: int) -> list[str]:
    # Code-point order in both, so an upgrade of the system's library spoils no index. Never
    # plain C, in which pg_trgm finds no letters in Thai.
    if major >= FIRST_MAJOR_WITH_BUILTIN_LOCALE:
        return ["--locale-provider=builtin", "--locale=C.UTF-8"]
    return ["--locale-provider=libc", "--locale=C.UTF-8"]


def _settings_at_birth(binaries: Binaries) -> dict[str, str]:
    """Ours in place of initdb's; the operator may change them later with ALTER SYSTEM."""
    settings = {"shared_buffers": "128MB", "max_connections": "100"}
    if binaries.has_library("pg_stat_statements"):
        settings["shared_preload_libraries"] = "pg_stat_statements"
    return settings


def _append_settings(file: Path, settings: Mapping[str, str]) -> None:
    with file.open("a") as conf:
        conf.write("\n# Chapwai's choices\n")
        conf.writelines(f"{name} = '{text}'\n" for name, text in settings.items())
        conf.flush()
        os.fsync(conf.fileno())


def _flush(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
