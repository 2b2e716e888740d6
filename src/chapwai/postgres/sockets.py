"""Where a cluster's socket stands: beside the data, or in a short folder if that is too deep."""

import hashlib
import os
import sys
import tempfile
from pathlib import Path
from urllib.parse import quote

PORT = 5432  # only part of the socket's name: nothing listens on the network
# The kernel's limit for a socket's path, its closing zero byte taken off.
LONGEST_PATH = 103 if sys.platform == "darwin" else 107


def socket_folder(data_dir: Path, *, server_is_us: bool) -> Path:
    """The folder for the socket, private to this data folder; it need not exist yet."""
    beside = data_dir / "run"
    if _fits(beside):
        return beside
    name = hashlib.sha256(os.fsencode(data_dir)).hexdigest()[:16]
    return _short_parent(server_is_us=server_is_us) / f"chapwai-{name}"


def lock_file_in(folder: Path) -> Path:
    """The file by which PostgreSQL marks the socket in the folder as taken."""
    return folder / f".s.PGSQL.{PORT}.lock"


def url_over(folder: Path, *, user: str, database: str) -> str:
    """A connection string for the server whose socket stands in the folder."""
    return f"postgresql://{user}@/{database}?host={quote(str(folder), safe='')}&port={PORT}"


def _fits(folder: Path) -> bool:
    path = os.fsencode(folder / f".s.PGSQL.{PORT}")
    # Clients take a comma in a host for the gap between two hosts.
    return len(path) <= LONGEST_PATH and b"," not in path


def _short_parent(*, server_is_us: bool) -> Path:
    # `su` and `sudo` may leave us the runtime folder of somebody else.
    runtime = os.environ.get("XDG_RUNTIME_DIR")
    if runtime and server_is_us and os.access(runtime, os.W_OK | os.X_OK):
        return Path(runtime)
    return Path(tempfile.gettempdir())
