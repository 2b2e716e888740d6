"""The processes of the service: started together, started again when one dies, stopped together."""

import logging
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from types import FrameType

from chapwai.config.lifeline import VARIABLE

log = logging.getLogger(__name__)

PROCESSES = {
    "web": ["chapwai.config.web_server"],
    "chat": ["chapwai.config.worker", "chat", "mail"],
    "content": ["chapwai.config.worker", "content"],
}
# All in all less than the thirty seconds that a service manager usually grants.
STOP_SECONDS = 18.0
LOOK_EVERY_SECONDS = 0.2
SHORTEST_PAUSE_SECONDS, LONGEST_PAUSE_SECONDS = 0.5, 30.0
# A process that lived this long did not fail at its start.
SETTLED_SECONDS = 60.0


@dataclass
class Running:
    """One line of the table: the process, and when it may be started again after a failure."""

    name: str
    process: subprocess.Popen[bytes]
    started_at: float
    pause_seconds: float = SHORTEST_PAUSE_SECONDS
    start_again_at: float | None = None


@dataclass
class ProcessTable:
    """Runs the processes of PROCESSES until a signal asks for the end."""

    public_url: str
    stopping: threading.Event = field(default_factory=threading.Event)

    def run(self) -> int:
        """Start all, keep all running, and stop all once asked; always 0."""
        reading_end, writing_end = os.pipe()
        try:
            running = [self._start(name, reading_end) for name in PROCESSES]
            log.info("serving %s", self.public_url)
            while not self.stopping.wait(LOOK_EVERY_SECONDS):
                running = [self._keep_alive(one, reading_end) for one in running]
            self._stop(running)
        finally:
            os.close(writing_end)
            os.close(reading_end)
        return 0

    @contextmanager
    def signals(self) -> Iterator[None]:
        """While inside, SIGTERM and SIGINT ask for an orderly end, even during the start."""
        kinds = (signal.SIGTERM, signal.SIGINT)
        before = {kind: signal.signal(kind, self._asked_to_stop) for kind in kinds}
        try:
            yield
        finally:
            for kind, handler in before.items():
                signal.signal(kind, handler)

    def _asked_to_stop(self, number: int, frame: FrameType | None) -> None:
        self.stopping.set()

    def _start(self, name: str, lifeline: int) -> Running:
        process = subprocess.Popen(
            [sys.executable, "-m", *PROCESSES[name]],
            env={**os.environ, VARIABLE: str(lifeline)},
            pass_fds=[lifeline],
            # A group of its own: Ctrl-C in a terminal reaches us, and we stop it in order.
            start_new_session=True,
        )
        return Running(name, process, time.monotonic())

    def _keep_alive(self, one: Running, lifeline: int) -> Running:
        """Start a process again that has died, with growing pauses while it keeps dying."""
        if one.process.poll() is None:
            return one
        now = time.monotonic()
        if one.start_again_at is None:
            if now - one.started_at > SETTLED_SECONDS:
                one.pause_seconds = SHORTEST_PAUSE_SECONDS
            log.error("%s ended with %s; starting again", one.name, one.process.returncode)
            _end_group(one.process)
            one.start_again_at = now + one.pause_seconds
        if now < one.start_again_at:
            return one
        again = self._start(one.name, lifeline)
        again.pause_seconds = min(one.pause_seconds * 2, LONGEST_PAUSE_SECONDS)
        return again

    def _stop(self, running: list[Running]) -> None:
        """Ask all at once, wait for all together, and end by force whoever does not listen."""
        for one in running:
            one.process.terminate()
        deadline = time.monotonic() + STOP_SECONDS
        for one in running:
            try:
                one.process.wait(max(0.0, deadline - time.monotonic()))
            except subprocess.TimeoutExpired:
                log.error("%s did not stop in time and is ended by force", one.name)
            _end_group(one.process)
            one.process.wait()


def _end_group(process: subprocess.Popen[bytes]) -> None:
    """End what is left of a process and of those it started, which would keep its port."""
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
