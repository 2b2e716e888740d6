"""No process outlives the service that started it, not even when the service is killed.

The parent keeps the writing end of a pipe and never writes. When it is gone, however it went,
reading ends, and the child takes that for a request to stop.
"""

import os
import signal
import threading

VARIABLE = "CHAPWAI_LIFELINE"


def hold_lifeline() -> None:
    """Stop this process as soon as its parent is gone; nothing to do for one started by hand."""
    descriptor = os.environ.pop(VARIABLE, "")
    if descriptor.isdecimal():
        threading.Thread(target=_wait, args=[int(descriptor)], daemon=True).start()


def _wait(descriptor: int) -> None:
    os.read(descriptor, 1)
    os.kill(os.getpid(), signal.SIGTERM)
