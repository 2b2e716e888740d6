"""How often one service is asked, and when it is left alone."""

import threading
import time
from collections.abc import Callable

from chapwai.citations.online.failure import ServiceFailure

FAILURES_IN_A_ROW = 3
REST_SECONDS = 60.0
LONGEST_REST_SECONDS = 3600.0

Clock = Callable[[], float]


class Manners:
    """One service's pace and patience, shared by all threads of a process.

    Several processes each keep this pace, so it is set well below what services allow.
    """

    def __init__(self, *, per_second: float, clock: Clock = time.monotonic) -> None:
        self._gap_seconds = 1 / per_second
        self._clock = clock
        self._lock = threading.Lock()
        self._next_turn = self._rests_until = clock()
        self._failures = 0

    def turn(self, *, deadline: float) -> float:
        """Take a turn and say how many seconds it is away.

        Raises ServiceFailure while the service rests, or if the turn comes after the deadline.
        """
        with self._lock:
            now = self._clock()
            if now < self._rests_until:
                raise ServiceFailure("resting")
            turn = max(now, self._next_turn)
            if turn >= deadline:
                raise ServiceFailure("slow")
            self._next_turn = turn + self._gap_seconds
            return turn - now

    def succeeded(self) -> None:
        """It answered."""
        with self._lock:
            self._failures = 0

    def failed(self, failure: ServiceFailure) -> None:
        """It did not; after some failures in a row, or when it asks for it, it is let alone."""
        with self._lock:
            self._failures += 1
            rest = failure.retry_after_seconds
            if rest is None and self._failures >= FAILURES_IN_A_ROW:
                rest = REST_SECONDS
            if rest is not None:
                until = self._clock() + min(rest, LONGEST_REST_SECONDS)
                self._rests_until = max(self._rests_until, until)
