"""LINE's webhook: check the signature, keep the events, say 200. Everything else comes later."""

import logging
from collections.abc import Callable, Iterable
from http import HTTPStatus
from typing import Any

from django.conf import settings
from django.db import DatabaseError, close_old_connections, connection
from django.utils import timezone

from chapwai.jobs.wake import wake_up
from chapwai.line.events import UnreadableBody, events_in
from chapwai.line.intake import keep_events
from chapwai.line.signature import is_signed
from chapwai.line.spool import spool_body, spooled_bodies

log = logging.getLogger(__name__)

PATH = "/line/webhook"
LARGEST_BODY = 1_000_000

StartResponse = Callable[..., Any]


def receive(environ: dict[str, Any], start_response: StartResponse) -> Iterable[bytes]:
    """The WSGI application behind PATH."""
    status = _receive(environ)
    start_response(f"{status.value} {status.phrase}", [("Content-Length", "0")])
    return [b""]


def _receive(environ: dict[str, Any]) -> HTTPStatus:
    if environ["REQUEST_METHOD"] != "POST":
        return HTTPStatus.METHOD_NOT_ALLOWED
    body = _body(environ)
    if body is None:
        return HTTPStatus.REQUEST_ENTITY_TOO_LARGE
    signature = environ.get("HTTP_X_LINE_SIGNATURE", "")
    if not is_signed(body, signature=signature, secret=settings.LINE_CHANNEL_SECRET):
        return HTTPStatus.UNAUTHORIZED
    return keep(body)


def keep(body: bytes) -> HTTPStatus:
    """Keep a signed body: in the database, or on disk while the database is away."""
    try:
        events = events_in(body)
    except UnreadableBody:
        return HTTPStatus.BAD_REQUEST
    try:
        if keep_events(events, now=timezone.now()):
            wake_up()
    except DatabaseError:
        log.exception("the database is away; the events wait on disk")
        spool_body(body, folder=settings.SPOOL_DIR)
    finally:
        _give_connection_back()
    return HTTPStatus.OK


def keep_spooled() -> None:
    """Keep the events that waited on disk; each file goes once its events are in the database."""
    for file, body in spooled_bodies(settings.SPOOL_DIR):
        keep_events(events_in(body), now=timezone.now())
        file.unlink()


def _body(environ: dict[str, Any]) -> bytes | None:
    """The raw bytes that were signed, or None if there are more than LINE ever sends."""
    length = environ.get("CONTENT_LENGTH") or "0"
    if not length.isdecimal() or int(length) > LARGEST_BODY:
        return None
    body: bytes = environ["wsgi.input"].read(int(length))
    return body


def _give_connection_back() -> None:
    # Django does this at the end of its own requests; this one never reaches Django.
    if not connection.in_atomic_block:
        close_old_connections()
