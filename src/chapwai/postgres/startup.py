"""Bringing a server up: past what an earlier one left behind, and through a long recovery."""

import logging
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from chapwai.postgres import ClusterError
from chapwai.postgres.account import Account
from chapwai.postgres.processes import (
    is_alive,
    is_dead_server,
    processes_are_visible,
    read_postmaster_file,
    reap,
    servers_in,
)
from chapwai.postgres.sockets import lock_file_in

log = logging.getLogger(__name__)

# The processes of a killed server hold its shared memory for a moment longer than it lives.
PATIENCE_SECONDS = 15.0
FIRST_PAUSE_SECONDS = 0.05
LONGEST_PAUSE_SECONDS = 1.0
SECONDS_BETWEEN_REPORTS = 10.0
PASSING_REFUSALS = ('"postmaster.pid" already exists', "pre-existing shared memory block")
WAYS_OUT = (
    "Put right what stands above, or choose another data folder, or name a server of your own "
    "in CHAPWAI_DATABASE_URL."
)


class CannotStart(ClusterError):
    """PostgreSQL did not start."""


class Obstacle(NamedTuple):
    """What keeps a new server from starting now; `a_server` if it may come to answer itself."""

    description: str
    a_server: bool


@dataclass(frozen=True)
class Startup:
    """One server to bring up, under the cluster's lock.

    `answers` tells whether the server of this folder answers queries; `command` starts it and
    returns when it does, or has failed.
    """

    folder: Path
    command: Sequence[str]
    account: Account
    log_file: Path
    answers: Callable[[], bool]

    def run(self) -> None:
        """Return when the server answers, or raise CannotStart with the end of its log."""
        deadline = time.monotonic() + PATIENCE_SECONDS
        pauses = _Pauses()
        while True:
            make_way(self.folder, answers=self.answers)
            refusal = self._launch()
            if refusal is None:
                return
            if time.monotonic() > deadline or not _passes(refusal):
                raise CannotStart(f"PostgreSQL did not start:\n{refusal}\n{WAYS_OUT}")
            pauses.rest()

    def _launch(self) -> str | None:
        """Start the server unless it answers already; what it says when it refuses."""
        if self.answers():
            return None
        written = self.log_file.stat().st_size
        done = self.account.run(self.command, cwd=self.folder.parent)
        if done.returncode == 0 or obstacle_in(self.folder) is not None:
            # pg_ctl has seen it answer, or has given up waiting for a recovery that goes on.
            make_way(self.folder, answers=self.answers)
        return None if self.answers() else done.stderr + self._log_since(written)

    def _log_since(self, position: int) -> str:
        with self.log_file.open(errors="replace") as lines:
            lines.seek(position)
            return lines.read().strip()


def make_way(folder: Path, *, answers: Callable[[], bool]) -> None:
    """Return when a server answers, or when nothing of an earlier one is left in the way.

    A server in recovery is waited for as long as it takes, and never killed. Anything else must
    go within the patience, or CannotStart says what it is.
    """
    deadline = time.monotonic() + PATIENCE_SECONDS
    pauses = _Pauses()
    while not answers() and (obstacle := obstacle_in(folder)):
        if time.monotonic() > deadline and not obstacle.a_server:
            raise CannotStart(f"{obstacle.description} {WAYS_OUT}")
        pauses.report(obstacle.description)
        pauses.rest()


def obstacle_in(folder: Path) -> Obstacle | None:
    """What an earlier server has left in the way; a pid file that lies is taken away here."""
    file = read_postmaster_file(folder)
    pid = file.pid if file else None
    if not processes_are_visible():
        return _obstacle_unseen(folder, pid)
    if pid is not None:
        reap(pid)
    servers = servers_in(folder)
    if servers:
        return _living_obstacle(folder, pid, servers)
    if pid is not None and is_dead_server(pid):
        return Obstacle(f"The dead server {pid} is still held by its parent process.", False)
    _remove_false_postmaster_file(folder)
    return None


def _living_obstacle(folder: Path, pid: int | None, servers: set[int]) -> Obstacle:
    if pid in servers:
        return Obstacle(f"The server {pid} runs in {folder} but does not answer yet.", True)
    numbers = ", ".join(map(str, sorted(servers)))
    return Obstacle(f"Processes of an earlier server still run in {folder}: {numbers}.", False)


def _obstacle_unseen(folder: Path, pid: int | None) -> Obstacle | None:
    """Where processes hide their folders nothing can be proven, so nothing is removed."""
    if pid is None or not is_alive(pid):
        return None
    return Obstacle(
        f"{folder / 'postmaster.pid'} names the process {pid}, which is alive. If it is not a "
        "PostgreSQL server, remove that file.",
        False,
    )


def _remove_false_postmaster_file(folder: Path) -> None:
    """Remove a file cut short by a crash, or whose number another process has by now.

    Only called when no living server has the folder open. A number that is free is left to
    PostgreSQL, which clears it itself.
    """
    path = folder / "postmaster.pid"
    file = read_postmaster_file(folder)
    if not path.exists() or (file is not None and not is_alive(file.pid)):
        return
    log.warning("Removing %s: no server has this folder open.", path)
    path.unlink()
    if file is not None and file.socket_folder is not None:
        lock_file_in(file.socket_folder).unlink(missing_ok=True)


def _passes(refusal: str) -> bool:
    return any(text in refusal for text in PASSING_REFUSALS)


class _Pauses:
    """Waits that grow, and reports that do not come too often."""

    def __init__(self) -> None:
        self._pause = FIRST_PAUSE_SECONDS
        self._next_report = time.monotonic() + LONGEST_PAUSE_SECONDS

    def rest(self) -> None:
        time.sleep(self._pause)
        self._pause = min(self._pause * 1.5, LONGEST_PAUSE_SECONDS)

    def report(self, description: str) -> None:
        now = time.monotonic()
        if now >= self._next_report:
            log.warning("Waiting: %s", description)
            self._next_report = now + SECONDS_BETWEEN_REPORTS
