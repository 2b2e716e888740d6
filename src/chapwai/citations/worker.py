"""A warm child process that reads pictures, so that a hostile one costs itself and nothing else.

The child keeps the models loaded, may use 2 GB of memory and 20 seconds a picture, and is started
anew when it dies or takes longer. It inherits only the environment that a program needs to start.
"""

import contextlib
import json
import os
import selectors
import signal
import subprocess
import sys
import threading
import time
from types import TracebackType
from typing import IO, Any, Self, cast

from chapwai.citations.citation import PictureRefused, Reading
from chapwai.citations.engines.engine import EngineMissing
from chapwai.citations.wire import LENGTH, decoded, write_frame

WALL_SECONDS = 20.0
# Loading the models, on a busy machine.
START_SECONDS = 60.0
STOP_SECONDS = 2.0
INHERITED = (
    "PATH",
    "LANG",
    "LD_LIBRARY_PATH",
    "PYTHONPATH",
    "SYSTEMROOT",
    "TESSDATA_PREFIX",
    "TMPDIR",
)
LONGEST_ANSWER = 16 * 1024 * 1024


class ReadingTimedOut(Exception):
    """The picture took longer to read than a picture may."""


class ReadingCrashed(Exception):
    """The reading process died over the picture."""


class ReadingWorker:
    """Reads one picture at a time in a child process; several threads may ask.

    Starting returns at once: the child loads its models while the parent goes on.
    """

    def __init__(self, *, wall_seconds: float = WALL_SECONDS) -> None:
        self._wall_seconds = wall_seconds
        self._lock = threading.Lock()
        self._child: Child | None = Child()

    def read_photo(self, data: bytes) -> Reading:
        """As `read.read_photo`; raises ReadingTimedOut or ReadingCrashed besides."""
        with self._lock:
            answer = self._answer_to(data)
        if "refused" in answer:
            raise PictureRefused(answer["refused"])
        if "engine_missing" in answer:
            raise EngineMissing(answer["engine_missing"])
        return decoded(answer["reading"])

    def close(self) -> None:
        """End the child process; a picture being read is finished first."""
        with self._lock:
            self._drop_child()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def _answer_to(self, data: bytes) -> dict[str, Any]:
        child = self._living_child()
        try:
            child.await_start()
            return child.ask(data, wall_seconds=self._wall_seconds)
        except (ReadingTimedOut, ReadingCrashed):
            self._drop_child()
            raise

    def _living_child(self) -> "Child":
        if self._child is None or not self._child.is_alive:
            self._drop_child()
            self._child = Child()
        return self._child

    def _drop_child(self) -> None:
        if self._child is not None:
            self._child.end()
            self._child = None


class Child:
    """The process itself and the two pipes to it."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "chapwai.citations.reading_process"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env=_environment(),
            start_new_session=True,
        )
        self._has_started = False

    @property
    def is_alive(self) -> bool:
        return self._process.poll() is None

    @property
    def _questions(self) -> IO[bytes]:
        return cast(IO[bytes], self._process.stdin)

    @property
    def _answers(self) -> IO[bytes]:
        return cast(IO[bytes], self._process.stdout)

    def await_start(self) -> None:
        """Wait until the models are loaded."""
        if not self._has_started:
            self._receive(START_SECONDS)
            self._has_started = True

    def ask(self, data: bytes, *, wall_seconds: float) -> dict[str, Any]:
        """Send a picture and wait for the answer."""
        try:
            write_frame(cast(Any, self._questions), data)
        except OSError as gone:
            raise ReadingCrashed from gone
        return self._receive(wall_seconds)

    def end(self) -> None:
        """Close the pipes, and kill the process unless it leaves of itself."""
        with contextlib.suppress(OSError):
            self._questions.close()
        try:
            self._process.wait(STOP_SECONDS if self._has_started else 0)
        except subprocess.TimeoutExpired:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(self._process.pid, signal.SIGKILL)
            self._process.wait()
        self._answers.close()

    def _receive(self, seconds: float) -> dict[str, Any]:
        deadline = time.monotonic() + seconds
        (length,) = LENGTH.unpack(self._bytes(LENGTH.size, deadline))
        if length > LONGEST_ANSWER:
            raise ReadingCrashed
        return cast(dict[str, Any], json.loads(self._bytes(length, deadline)))

    def _bytes(self, count: int, deadline: float) -> bytes:
        received = b""
        with selectors.DefaultSelector() as selector:
            selector.register(self._answers, selectors.EVENT_READ)
            while len(received) < count:
                if not selector.select(max(0.0, deadline - time.monotonic())):
                    raise ReadingTimedOut
                received += self._some(count - len(received))
        return received

    def _some(self, most: int) -> bytes:
        part = os.read(self._answers.fileno(), most)
        if not part:
            raise ReadingCrashed
        return part


def _environment() -> dict[str, str]:
    inherited = {name: os.environ[name] for name in INHERITED if name in os.environ}
    # Every thread's own arena would otherwise count against the memory limit.
    return inherited | {"MALLOC_ARENA_MAX": "2"}
