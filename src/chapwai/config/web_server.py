"""The web process: `python -m chapwai.config.web_server`."""

from granian import Granian
from granian.constants import Interfaces
from granian.log import LogLevels

from chapwai.config import settings
from chapwai.config.lifeline import hold_lifeline

# Longer than LINE waits for an answer, shorter than the service may take to stop.
PATIENCE_SECONDS = 10


def main() -> None:
    """Serve until told to stop."""
    hold_lifeline()
    Granian(
        "chapwai.config.wsgi:application",
        address=settings.BIND_HOST,
        port=settings.BIND_PORT,
        interface=Interfaces.WSGI,
        workers=settings.WEB_WORKERS,
        blocking_threads=settings.WEB_THREADS,
        respawn_failed_workers=True,
        workers_kill_timeout=PATIENCE_SECONDS,
        websockets=False,
        log_level=LogLevels.error,
        log_access=False,  # addresses of documents are secrets
    ).serve()


if __name__ == "__main__":
    main()
