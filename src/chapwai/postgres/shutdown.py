"""Bringing a server down: patiently, then at once, and never somebody else's process."""

import logging
import os
import signal
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from chapwai.postgres import ClusterError
from chapwai.postgres.processes import (
    is_alive,
    is_server_in,
    processes_are_visible,
    read_postmaster_file,
    reap,
)

log = logging.getLogger(__name__)

PATIENCE_AFTER_IMMEDIATE_SECONDS = 10.0
POLL_SECONDS = 0.02
FAST = signal.SIGINT  # sessions end, everything is written to its place
IMMEDIATE = signal.SIGQUIT  # as if the power had gone: the next start recovers from the log


class CannotStop(ClusterError):
    """PostgreSQL did not stop, even when told to stop at once."""


def stop_server(folder: Path, *, answers: Callable[[], bool], patience_seconds: float) -> None:
    """Return when no server runs in the folder, or raise CannotStop."""
    pid = _server_pid(folder, answers)
    if pid is None or _stops(folder, pid, FAST, answers, patience_seconds):
        return
    log.warning("The server did not stop within %s s; stopping it at once.", patience_seconds)
    if not _stops(folder, pid, IMMEDIATE, answers, PATIENCE_AFTER_IMMEDIATE_SECONDS):
        raise CannotStop(f"The server {pid} of {folder} did not stop, even when told to at once.")


def _stops(
    folder: Path, pid: int, how: signal.Signals, answers: Callable[[], bool], seconds: float
) -> bool:
    with suppress(ProcessLookupError):
        os.kill(pid, how)
    deadline = time.monotonic() + seconds
    while _server_pid(folder, answers) == pid:
        if time.monotonic() >= deadline:
            return False
        time.sleep(POLL_SECONDS)
    return True


def _server_pid(folder: Path, answers: Callable[[], bool]) -> int | None:
    """The postmaster's number, proven to be one: a stale file may name anybody's process."""
    file = read_postmaster_file(folder)
    if file is None:
        return None
    reap(file.pid)
    if processes_are_visible():
        proven = is_server_in(folder, file.pid)
    else:
        proven = is_alive(file.pid) and answers()
    return file.pid if proven else None
