"""The embedded database server: started once, shared by every process, stopped only on request.

Nothing here believes a pid file, a socket or an exit status. A server runs when it answers a
query and says that it serves this very data folder.
"""

import fcntl
import os
import shlex
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import psycopg

from chapwai.postgres import ClusterError
from chapwai.postgres.account import Account, NotOurFolder, account_for
from chapwai.postgres.binaries import Binaries, bin_dir
from chapwai.postgres.birth import DATABASE, OWNER, SUPERUSER, make_data_folder, make_database
from chapwai.postgres.processes import read_postmaster_file
from chapwai.postgres.shutdown import CannotStop, stop_server
from chapwai.postgres.sockets import PORT, socket_folder, url_over
from chapwai.postgres.startup import CannotStart, Startup

__all__ = ["CannotStart", "CannotStop", "Cluster", "ClusterError"]

CONNECT_TIMEOUT_SECONDS = 2


class Cluster:
    """The database server of one data folder.

    The folder holds the data in a folder named for the major version (`18/`), and beside it the
    lock (`postgres.lock`), the server's log (`postgres.log`) and the socket (`run/`).
    """

    def __init__(
        self,
        data_dir: Path,
        settings: Mapping[str, str] | None = None,
        *,
        binaries: Binaries | None = None,
        account: Account | None = None,
    ) -> None:
        """`settings` are further lines of postgresql.conf, for a server that is started here.

        `binaries` and `account` are chosen at the start where they are not given.
        """
        self._data_dir = data_dir.resolve()
        self._settings = dict(settings or {})
        self._given_binaries = binaries
        self._given_account = account

    @property
    def url(self) -> str:
        """A connection string for psycopg: the database chapwai as its owner, over the socket."""
        return url_over(self._socket_folder(), user=OWNER, database=DATABASE)

    def is_running(self) -> bool:
        """Whether a server answers a query, and from this data folder."""
        folder = self._existing_folder()
        if folder is None or read_postmaster_file(folder) is None:
            return False
        try:
            with self._connect() as connection:
                answer = connection.execute("SELECT current_setting('data_directory')").fetchone()
        except psycopg.OperationalError:
            return False
        return answer is not None and Path(answer[0]) == folder

    def start(self) -> None:
        """Return once the server answers and the database is there, making what is missing.

        Any number of processes may call it at once. Raises a ClusterError that names the ways out.
        """
        with self._lock() as lock:
            if not self.is_running():
                self._start_server(lock)
            make_database(self._connect)

    def stop(self, *, patience_seconds: float = 20) -> None:
        """End every session and stop the server; return when it is gone, or raise CannotStop.

        A server that does not end its work within the patience is stopped at once, which costs a
        recovery at the next start and no committed row.
        """
        folder = self._existing_folder()
        if folder is None:
            return
        with self._lock():
            sockets = self._socket_folder()
            stop_server(folder, answers=self.is_running, patience_seconds=patience_seconds)
            with suppress(OSError):  # already gone, or somebody put something there
                sockets.rmdir()

    def _start_server(self, lock: int) -> None:
        binaries = self._binaries()
        folder = self._existing_folder() or self._data_dir / str(binaries.major)
        account = self._given_account or account_for(folder)
        account.check_reach(folder=self._data_dir, program=binaries.program("postgres"))
        if not folder.exists():
            durable = self._settings.get("fsync") != "off"
            make_data_folder(folder, binaries=binaries, account=account, lock=lock, durable=durable)
        self._startup(folder, binaries, account).run()

    def _binaries(self) -> Binaries:
        """Programs of the major version that made the data, which no other can open."""
        folder = self._existing_folder()
        if folder is None:
            return self._given_binaries or bin_dir()
        major = _major_of(folder)
        if self._given_binaries is not None and self._given_binaries.major == major:
            return self._given_binaries
        return bin_dir(major)

    def _startup(self, folder: Path, binaries: Binaries, account: Account) -> Startup:
        sockets = socket_folder(self._data_dir, server_is_us=account.uid is None)
        account.make_private_folder(sockets)
        log_file = self._data_dir / "postgres.log"
        log_file.touch(mode=0o600)
        account.hand_over(log_file)
        command = [
            binaries.program("pg_ctl"),
            "start",
            "--wait",
            # Relative to the folder above it: pg_ctl hands paths to a shell without quoting them.
            f"--pgdata={folder.name}",
            f"--log={log_file.name}",
            f"--options={self._options(sockets)}",
        ]
        return Startup(folder, command, account, log_file, self.is_running)

    def _options(self, sockets: Path) -> str:
        """The settings that no line in postgresql.conf may change, in the shell's quoting."""
        quoted = str(sockets).replace('"', '""')
        settings = self._settings | {
            "listen_addresses": "",
            "port": str(PORT),
            "unix_socket_directories": f'"{quoted}"',
        }
        return shlex.join(f"--{name}={text}" for name, text in settings.items())

    def _existing_folder(self) -> Path | None:
        """The data, of the newest major version if an upgrade has left more than one."""
        made = [file.parent for file in self._data_dir.glob("*/PG_VERSION")]
        whole = [folder for folder in made if folder.name.isdecimal()]
        return max(whole, key=_major_of, default=None)

    def _socket_folder(self) -> Path:
        """Where the running server put its socket, else where one would."""
        folder = self._existing_folder()
        file = read_postmaster_file(folder) if folder else None
        if file is not None and file.socket_folder is not None:
            return file.socket_folder
        return socket_folder(self._data_dir, server_is_us=True)

    def _connect(self, database: str = "postgres") -> psycopg.Connection[tuple[Any, ...]]:
        return psycopg.connect(
            url_over(self._socket_folder(), user=SUPERUSER, database=database),
            autocommit=True,
            connect_timeout=CONNECT_TIMEOUT_SECONDS,
        )

    @contextmanager
    def _lock(self) -> Iterator[int]:
        """Only one process at a time starts or stops the server of a data folder."""
        try:
            self._data_dir.mkdir(mode=0o711, parents=True, exist_ok=True)
            handle = os.open(self._data_dir / "postgres.lock", os.O_RDWR | os.O_CREAT, 0o600)
        except PermissionError as error:
            raise NotOurFolder(self._data_dir) from error
        try:
            fcntl.flock(handle, fcntl.LOCK_EX)
            yield handle
        finally:
            os.close(handle)


def _major_of(folder: Path) -> int:
    return int((folder / "PG_VERSION").read_text())
