"""The command line: `chapwai COMMAND …`. Each command is a file in commands/."""

import argparse
import sys
from collections.abc import Sequence
from contextlib import nullcontext
from dataclasses import dataclass
from importlib import import_module
from types import ModuleType

import psycopg
from django.db import Error as DatabaseError

from chapwai.config.environment import WrongSetting
from chapwai.config.refusal import Refused
from chapwai.postgres import ClusterError

REFUSED = 2


class UnreadableDatabaseUrl(Refused):
    """CHAPWAI_DATABASE_URL must be an address that begins with postgresql://, or be left out."""


@dataclass(frozen=True)
class Command:
    """Where a command is, what it does, and whether it finds Django and the database ready."""

    module: str
    summary: str
    needs_database: bool = True


COMMANDS = {
    "serve": Command(
        "chapwai.config.commands.serve", "run the whole service", needs_database=False
    ),
    "read": Command(
        "chapwai.config.commands.read", "read citations off photos and texts", needs_database=False
    ),
    "network": Command(
        "chapwai.config.commands.network", "load or show libraries, their people and deposits"
    ),
    "citations": Command(
        "chapwai.config.commands.citations",
        "import articles into the citation index, or count them",
    ),
    "requests": Command(
        "chapwai.config.commands.requests", "list the requests with their steps and costs"
    ),
    "ledger": Command("chapwai.config.commands.ledger", "look into the books, and audit them"),
}


def main(argv: Sequence[str] | None = None) -> int:
    """Carry out one command: 0 done, 1 something is wrong, 2 refused with the reason on stderr."""
    name, rest = _chosen(sys.argv[1:] if argv is None else argv)
    try:
        return _carry_out(name, COMMANDS[name], rest)
    except (Refused, WrongSetting, ClusterError, DatabaseError) as refusal:
        sys.stderr.write(f"{str(refusal).strip()}\n")
        return REFUSED


def _chosen(argv: Sequence[str]) -> tuple[str, list[str]]:
    summaries = "\n".join(f"  {name:10}{entry.summary}" for name, entry in COMMANDS.items())
    parser = argparse.ArgumentParser(
        prog="chapwai",
        description=f"commands:\n{summaries}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("command", choices=COMMANDS, metavar="COMMAND")
    parser.add_argument("rest", nargs=argparse.REMAINDER, help="see chapwai COMMAND --help")
    options = parser.parse_args(argv)
    return options.command, options.rest


def _carry_out(name: str, command: Command, rest: Sequence[str]) -> int:
    # Not at the top: settings refuse wrong variables when they are imported, and a command's
    # models can be imported only once Django is set up.
    _read_settings()
    from chapwai.config.database import chosen_database, running, set_up_django

    database = chosen_database() if command.needs_database else None
    if database:
        set_up_django(database.url)
    module = import_module(command.module)
    options = _options(name, module, rest)
    with running(database) if database else nullcontext():
        return int(module.run(options))


def _read_settings() -> None:
    """Fail by name where the settings do; psycopg would repeat the address, password and all."""
    try:
        import_module("chapwai.config.settings")
    except psycopg.ProgrammingError as error:
        raise UnreadableDatabaseUrl from error


def _options(name: str, module: ModuleType, rest: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog=f"chapwai {name}")
    module.add_arguments(parser)
    return parser.parse_args(rest)
