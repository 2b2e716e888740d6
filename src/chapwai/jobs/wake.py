"""Tell the worker that something waits. A wake-up may be lost: the sweep finds what it meant."""

import logging

from django.db import DatabaseError, transaction
from procrastinate.contrib.django import app
from procrastinate.exceptions import AlreadyEnqueued, ProcrastinateException

log = logging.getLogger(__name__)


def wake_up(task: str = "handle_events") -> None:
    """Queue one wake-up, in a transaction of its own, after what it is about was committed.

    A second one while the first still waits is not needed, so a burst wakes the worker once.
    """
    try:
        with transaction.atomic():
            app.configure_task(task, queueing_lock=task).defer()
    except AlreadyEnqueued:
        return
    except (DatabaseError, ProcrastinateException):
        log.exception("no wake-up for %s; the sweep will find it", task)
