"""A pytest plugin: the settings of the tests, and a PostgreSQL cluster of their own.

Settings are read before any conftest is, so this has to come first: `-p tests.database`. The
cluster starts when the first test asks for the database, and is gone after the run.
"""

import os
import shutil
import tempfile
from pathlib import Path

import pytest

from chapwai.postgres.cluster import Cluster

SHARED = "CHAPWAI_TEST_FOLDER"


def _folder() -> Path:
    """One folder a run, inside the checkout; the workers of a parallel run share it."""
    runs = Path(__file__).parents[1] / ".run"
    runs.mkdir(exist_ok=True)
    return Path(os.environ.get(SHARED) or tempfile.mkdtemp(prefix="tests-", dir=runs))


owner = SHARED not in os.environ
folder = _folder()
# Nothing in these tests outlives a power cut, nor needs to; crash tests have their own clusters.
cluster = Cluster(folder / "postgres", {"fsync": "off", "max_connections": "300"})

os.environ |= {
    SHARED: str(folder),
    "CHAPWAI_DATABASE_URL": cluster.url,
    "CHAPWAI_DATA_DIR": str(folder / "data"),
    "CHAPWAI_PUBLIC_URL": "http://chapwai.example",
    "CHAPWAI_LINE_API_URL": "http://127.0.0.1:9",
    "CHAPWAI_LINE_CHANNEL_SECRET": "the secret of the tests",
    "CHAPWAI_LINE_CHANNEL_TOKEN": "the token of the tests",
    "CHAPWAI_MAIL_FROM": "chapwai@network.example",
    "CHAPWAI_SECRET_KEY": "the key of the tests",
}


@pytest.hookimpl(trylast=True)
def pytest_unconfigure() -> None:
    """Leave nothing behind, neither a server nor a file."""
    if owner:
        cluster.stop(patience_seconds=5)
        shutil.rmtree(folder, ignore_errors=True)
