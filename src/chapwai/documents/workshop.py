"""Where files are worked on: on the disk of the store, never in a shared folder."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings


@contextmanager
def workshop() -> Iterator[Path]:
    """A folder that only we can enter, gone with everything in it at the end."""
    folder: Path = settings.DATA_DIR / "workshop"
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    with tempfile.TemporaryDirectory(dir=folder) as name:
        yield Path(name)
