"""One kept event after the other: in order, once, and none holds up the others."""

from datetime import timedelta

import pytest

from chapwai.chat import handle
from chapwai.chat.handle import MOST_ATTEMPTS, handle_next_event
from chapwai.chat.patience import PATIENCE, TOO_LATE, mention_slow_content
from chapwai.line.client import LineError
from chapwai.line.events import LineEvent
from chapwai.line.intake import keep_events
from chapwai.line.models import OutgoingMessage, ReceivedEvent, ReplyToken
from tests.building import NINE, minutes, place_a_request
from tests.chat.conftest import STRANGER, source_of

NOT_READY = LineError("202 content is not there", status=202)


def came(event_id, person, *, group=False, text="สวัสดีค่ะ", **fields):
    raw = {
        "webhookEventId": event_id,
        "type": "message",
        "replyToken": f"token of {event_id}",
        "source": source_of(person, group=group),
        "message": {"type": "text", "text": text},
        **fields,
    }
    keep_events([LineEvent(raw)], now=NINE)


@pytest.fixture
def on_fire(monkeypatch):
    """Whoever types this makes our own code fail."""
    real = handle.text_typed

    def text_typed(turn, event):
        if event.text == "ไฟ":
            raise ZeroDivisionError("ไฟ")
        real(turn, event)

    monkeypatch.setattr(handle, "text_typed", text_typed)


class TestHandleNextEvent:
    def test_gives_the_chat_that_may_be_answered(self, riverside):
        came("e1", riverside)

        assert handle_next_event(now=NINE) == riverside.line_user_id
        assert handle_next_event(now=NINE) is None

    def test_keeps_the_reply_of_a_photo_for_what_comes_of_it(self, riverside):
        came("e1", riverside, message={"type": "image", "id": "1"})

        assert handle_next_event(now=NINE) == ""
        assert ReplyToken.objects.get().used_at is None

    @pytest.mark.parametrize(
        "fields",
        [
            {"type": "join"},
            {"type": "memberJoined", "joined": {"members": []}},
            {"type": "something of next year", "source": None},
            {"message": {"type": "sticker", "id": "1"}},
            {"message": {"type": "location"}},
            {"message": None},
            {"type": "unsend", "unsend": {}},
            {"type": "postback"},
            {"type": "message", "message": {"type": "text"}},
        ],
    )
    def test_is_calm_about_whatever_line_sends(self, riverside, fields):
        came("e1", riverside, **fields)

        handle_next_event(now=NINE)

        assert ReceivedEvent.objects.get().processed_at == NINE

    def test_follows_are_welcomed(self, chat, riverside, reader):
        assert chat.follows(riverside) == ["help"]
        assert chat.follows(reader) == ["welcome_reader"]
        assert chat.follows(STRANGER) == ["unknown_reader"]


class TestFailure:
    def test_is_tried_again_a_little_later(self, riverside, on_fire, caplog):
        came("e1", riverside, text="ไฟ")

        handle_next_event(now=NINE)

        event = ReceivedEvent.objects.get()
        assert (event.processed_at, event.attempts, event.error) == (None, 1, "ZeroDivisionError")
        assert event.due_at == NINE + timedelta(seconds=2)
        assert handle_next_event(now=NINE) is None

    def test_is_set_aside_after_some_tries(self, riverside, on_fire, caplog):
        came("e1", riverside, text="ไฟ")

        for minute in range(MOST_ATTEMPTS + 2):
            handle_next_event(now=minutes(minute))

        event = ReceivedEvent.objects.get()
        assert (event.attempts, event.failed_at) == (MOST_ATTEMPTS, minutes(MOST_ATTEMPTS - 1))

    @pytest.mark.parametrize(("group", "said"), [(False, ["kept_for_later"]), (True, [])])
    def test_is_admitted_once_it_is_for_good_and_only_in_private(
        self, riverside, on_fire, caplog, group, said
    ):
        came("e1", riverside, text="ไฟ", group=group)

        for minute in range(MOST_ATTEMPTS + 2):
            handle_next_event(now=minutes(minute))

        assert [message.kind for message in OutgoingMessage.objects.all()] == said

    def test_holds_up_what_the_same_person_says_in_that_chat(self, riverside, on_fire, caplog):
        came("e1", riverside, text="ไฟ")
        came("e2", riverside)

        handle_next_event(now=NINE)

        assert handle_next_event(now=NINE) is None

    def test_holds_up_nobody_else(self, riverside, hilltop, on_fire, caplog):
        came("e1", riverside, text="ไฟ", group=True)
        came("e2", hilltop, group=True)
        came("e3", riverside)

        handle_next_event(now=NINE)
        handle_next_event(now=NINE)
        handle_next_event(now=NINE)

        waiting = ReceivedEvent.objects.filter(processed_at=None)
        assert [event.webhook_event_id for event in waiting] == ["e1"]

    def test_leaves_nothing_half_done(self, riverside, monkeypatch, caplog):
        def half(turn, event):
            place_a_request(riverside)
            raise ZeroDivisionError

        monkeypatch.setattr(handle, "text_typed", half)
        came("e1", riverside)

        handle_next_event(now=NINE)

        assert not riverside.library.requests_made.exists()
        assert not ReplyToken.objects.exists()


class TestOrder:
    def test_of_what_one_person_says_is_kept(self, riverside):
        for number in range(5):
            came(f"e{number}", riverside)

        for number in range(5):
            handle_next_event(now=minutes(number))

        processed = ReceivedEvent.objects.order_by("processed_at")
        assert [event.webhook_event_id for event in processed] == [f"e{n}" for n in range(5)]


class TestMentionSlowContent:
    @pytest.fixture
    def slow(self, chat, riverside, line):
        line.failures = [NOT_READY]
        chat.sends(riverside)
        return riverside.line_user_id

    def test_gives_the_chat_in_which_the_reply_still_lives(self, slow):
        assert mention_slow_content(now=NINE + PATIENCE) == {slow}

        message = OutgoingMessage.objects.get()
        assert message.kind == "reading_takes_longer"
        assert message.drop_at is not None

    def test_is_said_once(self, slow):
        mention_slow_content(now=NINE + PATIENCE)

        assert mention_slow_content(now=NINE + PATIENCE) == set()

    @pytest.mark.parametrize(
        "moment", [NINE, NINE + PATIENCE - timedelta(seconds=1), NINE + TOO_LATE]
    )
    def test_is_said_neither_too_early_nor_too_late(self, slow, moment):
        assert mention_slow_content(now=moment) == set()

    def test_is_not_said_of_what_is_done(self, chat, riverside):
        chat.sends(riverside)

        assert mention_slow_content(now=NINE + PATIENCE) == set()
