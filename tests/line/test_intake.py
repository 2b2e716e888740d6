import pytest

from chapwai.line.events import LineEvent, event_from
from chapwai.line.intake import keep_events
from chapwai.line.models import ReceivedEvent
from tests.building import NINE, minutes

pytestmark = pytest.mark.django_db


def event(event_id="01HA", **fields):
    return LineEvent({"webhookEventId": event_id, "type": "message", **fields})


class TestKeepEvents:
    def test_keeps_each_event_as_it_came(self):
        source = {"type": "group", "groupId": "C1", "userId": "U1"}
        came = event(source=source, message={"text": "ก\x00\ud800"})

        assert keep_events([came], now=NINE) == 1

        kept = ReceivedEvent.objects.get()
        assert event_from(bytes(kept.payload)).raw == came.raw
        assert (kept.conversation, kept.received_at, kept.due_at) == ("C1/U1", NINE, NINE)
        assert (kept.processed_at, kept.attempts) == (None, 0)

    def test_keeps_several_in_the_order_in_which_they_came(self):
        keep_events([event("01HB"), event("01HA"), event("01HC")], now=NINE)

        ids = ReceivedEvent.objects.order_by("id").values_list("webhook_event_id", flat=True)
        assert list(ids) == ["01HB", "01HA", "01HC"]

    def test_keeps_a_redelivered_event_once(self):
        keep_events([event()], now=NINE)
        redelivered = event(deliveryContext={"isRedelivery": True}, replyToken="another")

        assert keep_events([redelivered, event("01HB")], now=minutes(1)) == 1

        assert ReceivedEvent.objects.get(webhook_event_id="01HA").received_at == NINE

    def test_keeps_an_event_once_that_one_body_holds_twice(self):
        assert keep_events([event(), event()], now=NINE) == 1

    def test_keeps_events_with_hostile_ids(self):
        assert keep_events([event("a\x00b"), event("\ud800"), event("x" * 999)], now=NINE) == 3

    def test_has_nothing_to_do_for_none(self):
        assert keep_events([], now=NINE) == 0
