"""Make a file that came in safe to hand out, in a process that can do no harm."""

import hashlib
import json
import os
import signal
import subprocess
import sys
import tempfile
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import IO, Any
from uuid import uuid4

from chapwai.documents.limits import Limits
from chapwai.documents.refusal import FileRefused

__all__ = ["CheckFailed", "CheckedFile", "FileRefused", "Limits", "check_document"]

LONGEST_REPORT = 100_000

_OUT_OF_TIME = {-signal.SIGXCPU, -signal.SIGKILL}


@dataclass(frozen=True)
class CheckedFile:
    """A safe copy at `path`, always a PDF; `removed` names the active content it has lost."""

    path: Path
    sha256: str
    size: int
    pages: int
    content_type: str
    title_text: str  # what the first page says, to compare with the title asked for; may be empty
    removed: tuple[str, ...]


class CheckFailed(Exception):
    """The check itself could not be done, which says nothing about the file: try again later."""


def check_document(source: Path, *, into: Path, limits: Limits | None = None) -> CheckedFile:
    """Check a PDF or a JPEG or PNG scan and write a safe copy into the folder `into`.

    Raises FileRefused or CheckFailed, and then leaves nothing in the folder.
    """
    target = into.absolute() / f"{uuid4().hex}.pdf"
    try:
        report = _report_of_child(source.absolute(), target, limits or Limits())
        if "refused" in report:
            raise FileRefused(report["refused"])
        return _checked_file(target, report)
    except BaseException:
        target.unlink(missing_ok=True)
        raise


def _report_of_child(source: Path, target: Path, limits: Limits) -> dict[str, Any]:
    # A file for the answer, not a pipe: the child's own limit on file sizes bounds what it can say.
    with tempfile.TemporaryFile() as answer:
        exit_code = _run_child(source, target, limits, answer)
        if exit_code in _OUT_OF_TIME:
            raise FileRefused("timed_out")
        answer.seek(0)
        return _parsed(answer.read(LONGEST_REPORT), exit_code)


def _run_child(source: Path, target: Path, limits: Limits, answer: IO[bytes]) -> int:
    # -I: the child looks neither at PYTHON… variables nor at the working directory.
    program = [sys.executable, "-I", "-B", "-m", "chapwai.documents.safety"]
    child = subprocess.Popen(
        [*program, str(source), str(target), json.dumps(asdict(limits))],
        stdin=subprocess.DEVNULL,
        stdout=answer,
        stderr=subprocess.DEVNULL,
        env={"LANG": "C.UTF-8"},  # no secret of ours is in there
        cwd="/",
        start_new_session=True,
    )
    try:
        return child.wait(limits.wall_seconds)
    except subprocess.TimeoutExpired:
        return -signal.SIGKILL
    finally:
        _end(child)


def _end(child: subprocess.Popen[bytes]) -> None:
    # Until wait() has collected it, the number cannot belong to anybody else's process group.
    if child.poll() is None:
        with suppress(ProcessLookupError):
            os.killpg(child.pid, signal.SIGKILL)
        child.wait()


def _parsed(answer: bytes, exit_code: int) -> dict[str, Any]:
    if exit_code < 0:
        return {"refused": "broken"}  # it brought down the library that reads it
    try:
        report: dict[str, Any] = json.loads(answer)
    except ValueError:
        raise CheckFailed(f"the checking process ended with {exit_code} and no report") from None
    if "failed" in report:
        raise CheckFailed(report["failed"])
    return report


def _checked_file(path: Path, report: dict[str, Any]) -> CheckedFile:
    with path.open("rb") as safe_copy:
        sha256 = hashlib.file_digest(safe_copy, "sha256").hexdigest()
    return CheckedFile(
        path=path,
        sha256=sha256,
        size=path.stat().st_size,
        pages=int(report["pages"]),
        content_type="application/pdf",
        title_text=str(report["title_text"]),
        removed=tuple(report["removed"]),
    )
