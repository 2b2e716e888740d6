"""What this machine can do. What is missing skips a test here and fails it in CI, which has all."""

import os
import shutil
import subprocess
from typing import NoReturn

import pytest

# Programs for operators are often not on the path of ordinary users.
PLACES = os.pathsep.join(
    [os.environ.get("PATH", ""), "/usr/sbin", "/usr/local/sbin", "/usr/bin", "/usr/local/bin"]
)


def require_program(*names: str, why: str = "") -> str:
    """The path of the first of these programs that this machine has."""
    found = next(filter(None, (shutil.which(name, path=PLACES) for name in names)), None)
    return found or missing(f"{' or '.join(names)} is not on this machine{why and f' ({why})'}")


def require_chromium() -> str:
    """The path of a browser to drive."""
    return require_program("chromium", "chromium-browser", "google-chrome", "chrome")


def require_root() -> None:
    """Go on only as root."""
    if os.geteuid() != 0:
        missing("only root can do this")


def require_own_network() -> list[str]:
    """The beginning of a command that runs in a network of its own, with loopback and no more."""
    unshare = require_program("unshare", why="from util-linux")
    # With processes of its own too: a database is careful where it sees others that it cannot ask.
    namespaces = ["--map-root-user", "--net", "--pid", "--fork", "--kill-child", "--mount-proc"]
    alone = [unshare, *namespaces, "sh", "-c", 'ip link set lo up && exec "$@"', "sh"]
    tried = subprocess.run([*alone, "true"], check=False, capture_output=True, text=True)
    if tried.returncode:
        missing(f"no network namespace may be made here: {tried.stderr.strip()}")
    return alone


def missing(reason: str) -> NoReturn:
    """Skip here, fail in CI: there a skip would hide that nothing was tested."""
    if os.environ.get("CI"):
        pytest.fail(f"CI must have it: {reason}", pytrace=False)
    pytest.skip(reason)
