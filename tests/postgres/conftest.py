"""Real servers in folders of their own; most tests share one, which each finds running."""

import ctypes
import pwd
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import psycopg
import pytest

from chapwai.postgres.binaries import NoSuchMajor, bin_dir
from chapwai.postgres.cluster import Cluster
from tests.machine import missing, require_root

# Nothing here survives a power cut, nor needs to.
HASTE = {"fsync": "off"}


@pytest.fixture(scope="session", autouse=True)
def _adopt_orphans():
    """Be the parent of the servers, as a container's first process is: others reap at leisure."""
    prctl, child_subreaper = ctypes.CDLL(None).prctl, 36
    prctl(child_subreaper, 1, 0, 0, 0)
    yield
    prctl(child_subreaper, 0, 0, 0, 0)


@pytest.fixture
def open_folder():
    """A folder that every account can enter, unlike pytest's own."""
    folder = Path(tempfile.mkdtemp(prefix="chapwai-test-")).resolve()
    folder.chmod(0o755)
    yield folder
    for data_dir in (found.parent.parent for found in folder.glob("**/postmaster.pid")):
        Cluster(data_dir).stop(patience_seconds=2)
    shutil.rmtree(folder)


@pytest.fixture
def data_dir(open_folder):
    return open_folder / "data"


@pytest.fixture(scope="session")
def shared_folder(tmp_path_factory):
    return tmp_path_factory.mktemp("shared")


@pytest.fixture(scope="session")
def shared_cluster(shared_folder):
    cluster = Cluster(shared_folder / "data", HASTE)
    yield cluster
    cluster.stop(patience_seconds=2)


@pytest.fixture
def cluster(shared_cluster):
    """A running cluster, whatever the test before did to it."""
    shared_cluster.start()
    return shared_cluster


@pytest.fixture(scope="session")
def neighbour(tmp_path_factory):
    """A second running cluster, which no test harms."""
    cluster = Cluster(tmp_path_factory.mktemp("neighbour"), HASTE)
    cluster.start()
    yield cluster
    cluster.stop(patience_seconds=2)


@pytest.fixture(scope="session")
def older_cluster(tmp_path_factory):
    """A cluster on the system's PostgreSQL 15, where the wheel's newer one is at hand too."""
    try:
        binaries = bin_dir(15)
    except NoSuchMajor:
        missing("PostgreSQL 15 is not installed")
    cluster = Cluster(tmp_path_factory.mktemp("older"), HASTE, binaries=binaries)
    cluster.start()
    yield cluster
    cluster.stop(patience_seconds=2)


@pytest.fixture
def ask():
    """Ask a cluster one question as the owner of its database."""

    def ask(cluster, question):
        with psycopg.connect(cluster.url, autocommit=True) as connection:
            answer = connection.execute(question)
            return answer.fetchone()[0] if answer.description else None

    return ask


@pytest.fixture
def postmaster():
    """The number of a cluster's server process, from its pid file."""

    def postmaster(cluster):
        (pid_file,) = cluster._data_dir.glob("*/postmaster.pid")
        return int(pid_file.read_text().split()[0])

    return postmaster


@pytest.fixture
def command():
    """The command line `python -m chapwai.postgres`, for a process of its own."""
    return lambda action, data_dir: [
        sys.executable,
        "-m",
        "chapwai.postgres",
        action,
        "--data-dir",
        str(data_dir),
    ]


@pytest.fixture
def as_root():
    require_root()


@pytest.fixture
def run_as_nobody(as_root):
    """Run Python as an ordinary user, who may not be able to reach our interpreter himself."""
    nobody = pwd.getpwnam("nobody")
    become_nobody = f"os.setgroups([]); os.setgid({nobody.pw_gid}); os.setuid({nobody.pw_uid})"

    def run_as_nobody(imports, program, *arguments):
        lines = f"import os\n{imports}\n{become_nobody}\n{program}"
        command = [sys.executable, "-c", lines, *map(str, arguments)]
        return subprocess.run(command, capture_output=True, text=True, timeout=60)

    return run_as_nobody


@pytest.fixture
def as_nobody(run_as_nobody):
    """Give the command line `python -m chapwai.postgres` as an ordinary user."""
    # An ordinary user may not be able to read our interpreter's library: csv is what
    # importlib.metadata loads only when it is asked for a package's files.
    imports = "import csv, sys, psycopg\nfrom chapwai.postgres.command import main"
    return lambda action, data_dir: run_as_nobody(
        imports, "sys.exit(main(sys.argv[1:]))", action, "--data-dir", data_dir
    )
