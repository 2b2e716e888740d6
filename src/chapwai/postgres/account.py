"""As whom PostgreSQL's programs run: they refuse to run as root."""

import functools
import os
import pwd
import stat
import subprocess
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from chapwai.postgres import ClusterError

ROOT = 0
# Inside such a namespace we are an ordinary user; outside, files and processes stay root's. So a
# folder that only root can reach will do, and no account is needed.
NAMESPACE = ("unshare", "--user", "--map-user=1000", "--map-group=1000", "--")
UNPRIVILEGED = ("postgres", "nobody")
WAYS_OUT = (
    "There are three ways out: run as an ordinary user; choose a data folder which that account "
    "can reach; or name a server of your own in CHAPWAI_DATABASE_URL."
)


class NotOurFolder(ClusterError):
    """The data folder belongs to another user."""

    def __init__(self, folder: Path) -> None:
        super().__init__(
            f"{folder} is not ours to use: it, or what it stands in, belongs to another user. Run "
            "as that user, or choose another data folder, or name a server of your own in "
            "CHAPWAI_DATABASE_URL."
        )


class UnsafeFolder(ClusterError):
    """A folder that must be private to the database can be reached by other users."""


class NoAccount(ClusterError):
    """PostgreSQL does not run as root, and there is nobody else here to run it as."""


class CannotReach(ClusterError):
    """The account that PostgreSQL would run as cannot reach its files."""


@dataclass(frozen=True)
class Account:
    """Runs programs as somebody PostgreSQL accepts: itself, in a namespace, or as an account."""

    prefix: tuple[str, ...] = ()
    uid: int | None = None
    gid: int | None = None

    def run(
        self, command: Sequence[str], *, cwd: Path, pass_fds: Sequence[int] = ()
    ) -> subprocess.CompletedProcess[str]:
        """Run one program to its end; its exit status is the caller's to judge."""
        return subprocess.run(
            [*self.prefix, *command],
            cwd=cwd,
            env=_plain_environment(),
            user=self.uid,
            group=self.gid,
            extra_groups=None if self.uid is None else [],
            pass_fds=pass_fds,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            errors="replace",
            check=False,
        )

    @property
    def owner(self) -> int:
        """The uid that the server's files have, as seen from here."""
        return os.geteuid() if self.uid is None else self.uid

    def make_private_folder(self, folder: Path) -> None:
        """Make a 0700 folder of the account's, or raise UnsafeFolder where another one stands."""
        try:
            folder.mkdir(mode=0o700)
        except FileExistsError:
            self._insist_on_private(folder)
        else:
            self.hand_over(folder)

    def hand_over(self, path: Path) -> None:
        """Give the account a file or folder that we have just made ourselves."""
        if self.uid is not None and self.gid is not None:
            os.chown(path, self.uid, self.gid)

    def check_reach(self, *, folder: Path, program: str) -> None:
        """Raise CannotReach unless the account can enter the folder and run the program."""
        if self.uid is None:
            return
        for wanted in (str(folder), program):
            if self.run(["test", "-x", wanted], cwd=Path("/")).returncode != 0:
                name = _name_of(self.uid)
                raise CannotReach(f"The account {name} cannot reach {wanted}. {WAYS_OUT}")

    def _insist_on_private(self, folder: Path) -> None:
        # Without following links: in a temporary folder anybody may have put one there.
        found = folder.lstat()
        private = stat.S_ISDIR(found.st_mode) and not found.st_mode & 0o077
        if not private or found.st_uid != self.owner:
            raise UnsafeFolder(
                f"{folder} must be a folder that only {_name_of(self.owner)} can enter. "
                "Remove it, or choose another data folder."
            )


MYSELF = Account()
IN_NAMESPACE = Account(prefix=NAMESPACE)


@functools.cache
def namespaces_allowed() -> bool:
    """Whether root may drop into a user namespace here (some containers forbid it)."""
    try:
        trial = subprocess.run([*NAMESPACE, "true"], capture_output=True, check=False)
    except OSError:
        return False
    return trial.returncode == 0


def account_for(
    folder: Path,
    *,
    namespaces_allowed: Callable[[], bool] = namespaces_allowed,
    unprivileged: Sequence[str] = UNPRIVILEGED,
) -> Account:
    """As whom to run the server of a data folder, which need not exist yet.

    A folder that exists decides by its owner, since PostgreSQL insists on running as that user.
    Raises NotOurFolder or NoAccount.
    """
    owner = folder.stat().st_uid if folder.exists() else os.geteuid()
    if os.geteuid() != ROOT:
        return _ourselves(folder, owner)
    if owner != ROOT:
        return Account(uid=owner, gid=folder.stat().st_gid)
    return IN_NAMESPACE if namespaces_allowed() else _first_existing(unprivileged)


def _ourselves(folder: Path, owner: int) -> Account:
    if owner != os.geteuid():
        raise NotOurFolder(folder)
    return MYSELF


def _first_existing(names: Sequence[str]) -> Account:
    for name in names:
        try:
            entry = pwd.getpwnam(name)
        except KeyError:
            continue
        return Account(uid=entry.pw_uid, gid=entry.pw_gid)
    raise NoAccount(
        "PostgreSQL does not run as root, this machine forbids user namespaces, and none of the "
        f"accounts {', '.join(names)} exists. Run as an ordinary user, or name a server of your "
        "own in CHAPWAI_DATABASE_URL."
    )


def _name_of(uid: int) -> str:
    try:
        return pwd.getpwuid(uid).pw_name
    except KeyError:
        return f"user {uid}"


def _plain_environment() -> dict[str, str]:
    # PGPORT, PGDATA and the like would change what our arguments say, and the language would
    # change the messages that we look for in the log.
    kept = {name: text for name, text in os.environ.items() if not name.startswith("PG")}
    return kept | {"LC_ALL": "C"}
