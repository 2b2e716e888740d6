"""A worker process: `python -m chapwai.config.worker QUEUE…`."""

import os
import sys

import django
from procrastinate.contrib.django.django_connector import DjangoConnector

from chapwai.config.lifeline import hold_lifeline

PATIENCE_SECONDS = 15


def main(queues: list[str]) -> None:
    """Do what these queues ask for until told to stop."""
    hold_lifeline()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "chapwai.config.settings")
    django.setup()
    from django.conf import settings
    from procrastinate.contrib.django import app

    from chapwai.config.tasks import CONTENT, STALLED_AFTER_SECONDS, reading_worker

    if CONTENT in queues:
        reading_worker()  # its models load while the first photo is still to come
    worker_app = app.with_connector(DjangoConnector().get_worker_connector())
    with worker_app.open():
        worker_app.run_worker(
            queues=queues,
            concurrency=settings.WORKER_CONCURRENCY,
            update_heartbeat_interval=5,
            stalled_worker_timeout=STALLED_AFTER_SECONDS,
            shutdown_graceful_timeout=PATIENCE_SECONDS,
            delete_jobs="always",
        )


if __name__ == "__main__":
    main(sys.argv[1:])
