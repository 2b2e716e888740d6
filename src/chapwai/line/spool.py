"""Signed webhook bodies that could not be stored wait on disk until the database is back."""

import os
import uuid
from collections.abc import Iterator
from pathlib import Path


def spool_body(body: bytes, *, folder: Path) -> Path:
    """Write the body so that it survives a power cut, and give its file."""
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    waiting = folder / f"{uuid.uuid4().hex}.json"
    unfinished = waiting.with_suffix(".part")
    with unfinished.open("xb") as file:
        file.write(body)
        file.flush()
        os.fsync(file.fileno())
    unfinished.rename(waiting)
    _sync_folder(folder)
    return waiting


def spooled_bodies(folder: Path) -> Iterator[tuple[Path, bytes]]:
    """What waits, the oldest first; the caller removes each file once its events are kept."""
    if not folder.is_dir():
        return
    for file in sorted(folder.glob("*.json"), key=lambda path: path.stat().st_mtime_ns):
        yield file, file.read_bytes()


def _sync_folder(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
