"""Where indexes of large files are kept between two runs: in the user's cache folder.

Twenty thousand records are indexed in half a second, three hundred thousand in ten: too long for
a command that reads one photo. An index is kept for as long as its file stays the same.
"""

import json
import os
import shutil
import tempfile
from contextlib import suppress
from dataclasses import asdict
from hashlib import sha256
from pathlib import Path

import tantivy

from chapwai.citations.index.file_building import Contents, fill_index, index_in, new_index

# Smaller files are indexed anew each time, in memory, which leaves nothing behind.
SMALLEST_KEPT_BYTES = 8_000_000
# Goes up with every change of what an index holds.
LAYOUT = 1
CONTENTS = "contents.json"
# What a damaged index, a full disk and a folder of somebody else's make of reading and writing.
FAILURES = (OSError, ValueError, KeyError)


def default_cache() -> Path | None:
    """The folder of the user's caches; None for a user without a home."""
    with suppress(RuntimeError):
        base = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
        return Path(base) / "chapwai" / "citation-index"
    return None


def searchable(path: Path, *, cache: Path | None) -> tuple[tantivy.Index, Contents]:
    """The index of the file, as it was kept or newly made; OSError if the file cannot be read."""
    if cache is None or path.stat().st_size < SMALLEST_KEPT_BYTES:
        return _made_in_memory(path)
    kept = _kept_folder(path, cache)
    # Whatever is wrong with a kept index or its folder, the file itself is still there.
    with suppress(*FAILURES):
        return _opened(kept)
    with suppress(*FAILURES):
        _make(path, kept)
        return _opened(kept)
    return _made_in_memory(path)


def _made_in_memory(path: Path) -> tuple[tantivy.Index, Contents]:
    index = new_index(None)
    with path.open("rb") as file:
        return index, fill_index(index, file)


def _opened(folder: Path) -> tuple[tantivy.Index, Contents]:
    contents = json.loads((folder / CONTENTS).read_text(encoding="utf-8"))
    return index_in(folder), Contents(records=contents["records"], faults=contents["faults"])


def _kept_folder(path: Path, cache: Path) -> Path:
    """One folder a file, and in it one for each state of the file."""
    file = path.resolve()
    state = file.stat()
    stamp = f"{LAYOUT}-{state.st_ino}-{state.st_size}-{state.st_mtime_ns}"
    return cache / sha256(os.fsencode(file)).hexdigest()[:32] / stamp


def _make(path: Path, folder: Path) -> None:
    """Make the index beside its place and rename it, so that nobody ever opens half of one."""
    folder.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    half_made = Path(tempfile.mkdtemp(prefix="new-", dir=folder.parent))
    try:
        with path.open("rb") as file:
            contents = fill_index(new_index(half_made), file)
        (half_made / CONTENTS).write_text(json.dumps(asdict(contents)), encoding="utf-8")
        shutil.rmtree(folder, ignore_errors=True)
        half_made.rename(folder)
    finally:
        shutil.rmtree(half_made, ignore_errors=True)
    _forget_earlier_states(folder)


def _forget_earlier_states(folder: Path) -> None:
    for other in folder.parent.iterdir():
        if other != folder and not other.name.startswith("new-"):
            shutil.rmtree(other, ignore_errors=True)
