"""Files kept by what is in them: the same bytes are one file, and its name proves it whole."""

import hashlib
import os
import re
import tempfile
from collections.abc import Collection, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import IO, BinaryIO

CHUNK_BYTES = 1_048_576

_SHA256 = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True)
class StoredFile:
    """A file that will survive a power cut."""

    sha256: str
    size: int
    path: Path


class TooBig(Exception):
    """The file has more bytes than are allowed; none of them was kept."""


class NotStored(Exception):
    """No file with these bytes is kept here."""


class Store:
    """A folder of files at ``ab/cd/abcd…`` and, while they arrive, in ``arriving``."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def put(self, source: Path | IO[bytes], *, limit_bytes: int | None = None) -> StoredFile:
        """Keep the bytes of a file or stream, durably; raises TooBig and then keeps nothing."""
        if isinstance(source, Path):
            with source.open("rb") as opened:
                return self.put(opened, limit_bytes=limit_bytes)
        with self._arriving_file() as arriving:
            sha256, size = _copy(source, arriving, limit_bytes)
            path = self._move_into_place(Path(arriving.name), sha256)
        return StoredFile(sha256, size, path)

    def open(self, sha256: str) -> BinaryIO:
        """Open a kept file for reading; raises NotStored."""
        try:
            return self.path_of(sha256).open("rb")
        except FileNotFoundError:
            raise NotStored(sha256) from None

    def path_of(self, sha256: str) -> Path:
        """Return where a file with these bytes is or would be; raises NotStored for a bad name."""
        if not _SHA256.fullmatch(sha256):
            raise NotStored(sha256)
        return self.root / sha256[:2] / sha256[2:4] / sha256

    def delete(self, sha256: str) -> None:
        """Let a file go; deleting it again does no harm."""
        path = self.path_of(sha256)
        with suppress(FileNotFoundError):
            path.unlink()
            _sync_folder(path.parent)

    def orphans(
        self, known: Collection[str], *, older_than: timedelta, now: datetime
    ) -> Iterator[str]:
        """Yield the files that no row knows and that have been here, or came again, long ago.

        Each is looked at when it is asked for, so delete it before asking for the next.
        """
        for path in self.root.glob("??/??/*"):
            if path.name not in known and _is_older(path, now - older_than):
                yield path.name

    def delete_unfinished(self, *, older_than: timedelta, now: datetime) -> int:
        """Delete what a crash has left half arrived; returns how many files that was."""
        leftovers = [
            path for path in self.root.glob("arriving/*") if _is_older(path, now - older_than)
        ]
        for path in leftovers:
            path.unlink(missing_ok=True)
        return len(leftovers)

    @contextmanager
    def _arriving_file(self) -> Iterator[IO[bytes]]:
        folder = self.root / "arriving"
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=folder, delete=False) as arriving:
            try:
                yield arriving
            finally:
                Path(arriving.name).unlink(missing_ok=True)

    def _move_into_place(self, arrived: Path, sha256: str) -> Path:
        path = self.path_of(sha256)
        _make_folders(path.parent, below=self.root)
        # Over a twin too: its age starts anew, so it is no orphan before its row is written.
        arrived.replace(path)
        _sync_folder(path.parent)
        return path


def _copy(source: IO[bytes], arriving: IO[bytes], limit_bytes: int | None) -> tuple[str, int]:
    digest, size = hashlib.sha256(), 0
    while chunk := source.read(CHUNK_BYTES):
        size += len(chunk)
        if limit_bytes is not None and size > limit_bytes:
            raise TooBig(f"more than {limit_bytes} bytes")
        digest.update(chunk)
        arriving.write(chunk)
    arriving.flush()
    os.fsync(arriving.fileno())
    return digest.hexdigest(), size


def _make_folders(folder: Path, *, below: Path) -> None:
    if folder == below or folder.is_dir():
        return
    _make_folders(folder.parent, below=below)
    folder.mkdir(exist_ok=True)
    _sync_folder(folder.parent)


def _sync_folder(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _is_older(path: Path, moment: datetime) -> bool:
    try:
        return path.stat().st_mtime < moment.timestamp()
    except FileNotFoundError:
        return False
