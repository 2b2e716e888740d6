"""The door for LINE: only what is signed comes in, and whatever comes in is kept."""

import gzip
import io
import json
import threading
from http import HTTPStatus

import pytest
from django.conf import settings
from django.db import OperationalError, connection
from procrastinate.contrib.django.models import ProcrastinateJob

from chapwai.chat import webhook
from chapwai.chat.webhook import LARGEST_BODY, keep_spooled, receive
from chapwai.line.models import ReceivedEvent
from chapwai.line.signature import signature_of
from chapwai.line.spool import spooled_bodies

pytestmark = pytest.mark.django_db


def body_of(*event_ids):
    events = [{"webhookEventId": one, "type": "message"} for one in event_ids]
    return json.dumps({"destination": "U0", "events": events}).encode()


def deliver(body, *, signature=None, **environ):
    """Send the bytes as LINE does, and return the status of the answer."""
    if signature is None:
        signature = signature_of(body, secret=settings.LINE_CHANNEL_SECRET)
    answers = []
    request = {
        "REQUEST_METHOD": "POST",
        "CONTENT_LENGTH": str(len(body)),
        "HTTP_X_LINE_SIGNATURE": signature,
        "wsgi.input": io.BytesIO(body),
        **environ,
    }
    content = receive(request, lambda status, headers: answers.append((status, headers)))
    assert b"".join(content) == b""
    ((status, _),) = answers
    return HTTPStatus(int(status.partition(" ")[0]))


@pytest.fixture
def spool(settings, tmp_path):
    settings.SPOOL_DIR = tmp_path / "spool"
    return lambda: [body for _, body in spooled_bodies(settings.SPOOL_DIR)]


@pytest.fixture
def database_away(monkeypatch):
    """From now on; `undo` brings it back."""

    def away(*_, **__):
        raise OperationalError("connection refused")

    monkeypatch.setattr(webhook, "keep_events", away)
    return monkeypatch


class TestSigned:
    def test_body_is_kept_and_the_worker_woken_once(self):
        assert deliver(body_of("e1", "e2")) == HTTPStatus.OK
        assert deliver(body_of("e3")) == HTTPStatus.OK

        assert ReceivedEvent.objects.count() == 3
        assert ProcrastinateJob.objects.filter(task_name="handle_events").count() == 1

    def test_redelivery_changes_nothing(self):
        deliver(body_of("e1"))

        assert deliver(body_of("e1")) == HTTPStatus.OK

        assert ReceivedEvent.objects.count() == 1

    def test_body_without_events_is_a_check_of_the_address(self):
        assert deliver(body_of()) == HTTPStatus.OK

        assert not ProcrastinateJob.objects.exists()

    def test_body_that_is_none_of_lines_is_refused(self):
        assert deliver(b"[]") == HTTPStatus.BAD_REQUEST

    def test_body_with_what_postgresql_cannot_keep_is_kept(self):
        body = b'{"events": [{"webhookEventId": "\\u0000", "message": {"text": "\\ud800\\u0000"}}]}'

        assert deliver(body) == HTTPStatus.OK

        assert ReceivedEvent.objects.count() == 1


class TestUnsigned:
    @pytest.mark.parametrize(
        "signature",
        ["", "wrong", "à¸¥à¸²à¸¢", signature_of(body_of("e1"), secret="another channel's secret")],
    )
    def test_body_is_refused_and_leaves_no_row(self, signature):
        assert deliver(body_of("e1"), signature=signature) == HTTPStatus.UNAUTHORIZED

        assert not ReceivedEvent.objects.exists()

    def test_body_without_the_header_is_refused(self):
        body = body_of("e1")
        environ = {
            "REQUEST_METHOD": "POST",
            "CONTENT_LENGTH": str(len(body)),
            "wsgi.input": io.BytesIO(body),
        }
        answers = []

        receive(environ, lambda status, _: answers.append(status))

        assert answers == ["401 Unauthorized"]

    def test_body_with_one_byte_changed_is_refused(self):
        body = body_of("e1")
        signature = signature_of(body, secret=settings.LINE_CHANNEL_SECRET)

        for position in range(len(body)):
            changed = bytearray(body)
            changed[position] ^= 1
            assert deliver(bytes(changed), signature=signature) == HTTPStatus.UNAUTHORIZED

        assert not ReceivedEvent.objects.exists()

    def test_body_that_was_packed_on_the_way_is_refused(self):
        body = body_of("e1")
        signature = signature_of(body, secret=settings.LINE_CHANNEL_SECRET)

        assert deliver(gzip.compress(body), signature=signature) == HTTPStatus.UNAUTHORIZED

    def test_empty_body_is_refused(self):
        signature = signature_of(body_of("e1"), secret=settings.LINE_CHANNEL_SECRET)

        assert deliver(b"", signature=signature) == HTTPStatus.UNAUTHORIZED
        assert deliver(b"", signature=signature, CONTENT_LENGTH="") == HTTPStatus.UNAUTHORIZED


class TestShape:
    @pytest.mark.parametrize("length", [str(LARGEST_BODY + 1), "5000000", "many", "-1"])
    def test_body_that_is_too_long_is_not_even_read(self, length):
        untouched = io.BytesIO(body_of("e1"))

        status = deliver(b"", CONTENT_LENGTH=length, **{"wsgi.input": untouched})

        assert status == HTTPStatus.REQUEST_ENTITY_TOO_LARGE
        assert untouched.tell() == 0

    @pytest.mark.parametrize("method", ["GET", "HEAD", "PUT", "DELETE"])
    def test_other_methods_are_refused(self, method):
        assert deliver(body_of("e1"), REQUEST_METHOD=method) == HTTPStatus.METHOD_NOT_ALLOWED


class TestDatabaseAway:
    def test_lets_the_body_wait_on_disk_and_thanks_line(self, spool, database_away, caplog):
        assert deliver(body_of("e1")) == HTTPStatus.OK

        assert spool() == [body_of("e1")]

    def test_keeps_the_body_once_it_is_back(self, spool, database_away, caplog):
        deliver(body_of("e1"))
        deliver(body_of("e1", "e2"))
        database_away.undo()

        keep_spooled()

        assert spool() == []
        assert ReceivedEvent.objects.count() == 2

    def test_leaves_the_body_on_disk_until_then(self, spool, database_away, caplog):
        deliver(body_of("e1"))

        with pytest.raises(OperationalError):
            keep_spooled()

        assert spool() == [body_of("e1")]


class TestConnection:
    @pytest.mark.django_db(transaction=True)
    def test_is_given_back_after_each_delivery(self):
        left_open = []

        def answer():
            deliver(body_of("e1"))
            left_open.append(connection.connection)

        thread = threading.Thread(target=answer)
        thread.start()
        thread.join()

        assert left_open == [None]
        assert ReceivedEvent.objects.count() == 1
