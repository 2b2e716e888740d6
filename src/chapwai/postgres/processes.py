"""Which PostgreSQL processes are alive around a data folder, told from what the system shows."""

import os
from dataclasses import dataclass
from pathlib import Path

PROC = Path("/proc")


@dataclass(frozen=True)
class PostmasterFile:
    """What a server wrote into postmaster.pid. It proves nothing about the server being alive."""

    pid: int
    socket_folder: Path | None


def read_postmaster_file(folder: Path) -> PostmasterFile | None:
    """The data folder's postmaster.pid, or None where it is missing or cut short by a crash."""
    try:
        lines = (folder / "postmaster.pid").read_text().splitlines()
        pid = int(lines[0])
    except (OSError, ValueError, IndexError):
        return None
    socket_folder = Path(lines[4]) if len(lines) > 4 and lines[4] else None
    return PostmasterFile(pid, socket_folder)


def processes_are_visible() -> bool:
    """Whether /proc tells the program and the working directory of a process (Linux)."""
    return (PROC / "self" / "cwd").exists()


def is_alive(pid: int) -> bool:
    """Whether the number is taken; a dead process that nobody has reaped still takes it."""
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


def servers_in(folder: Path) -> set[int]:
    """Living postmasters and backends that have the data folder open, by /proc.

    Every PostgreSQL process works inside its data folder, and keeps its program's name there.
    """
    numbers = (int(entry.name) for entry in PROC.iterdir() if entry.name.isdecimal())
    return {pid for pid in numbers if is_server_in(folder, pid)}


def is_server_in(folder: Path, pid: int) -> bool:
    """Whether the number is a living PostgreSQL process of the data folder, by /proc."""
    status = _status(pid)
    if status.get("Name") != "postgres" or _is_dead(status):
        return False
    try:
        return Path(os.readlink(PROC / str(pid) / "cwd")) == folder
    except PermissionError:
        # Other users' servers hide theirs and cannot open our folder; one of the folder's owner
        # that hides it cannot be ruled out.
        return int(status["Uid"].split()[0]) == folder.stat().st_uid
    except OSError:
        return False


def is_dead_server(pid: int) -> bool:
    """Whether the number is held by a dead PostgreSQL that its parent has not reaped yet."""
    status = _status(pid)
    return status.get("Name") == "postgres" and _is_dead(status)


def reap(pid: int) -> None:
    """Let go of a dead server if it is our own child, as orphans are to a container's first."""
    if is_dead_server(pid):
        try:
            os.waitpid(pid, os.WNOHANG)
        except ChildProcessError:
            return  # its parent is somebody else, who will


def _is_dead(status: dict[str, str]) -> bool:
    return status["State"][0] in "ZX"


def _status(pid: int) -> dict[str, str]:
    try:
        lines = (PROC / str(pid) / "status").read_text(errors="replace").splitlines()
    except OSError:
        return {}
    pairs = (line.partition(":") for line in lines)
    return {name: text.strip() for name, _, text in pairs}
