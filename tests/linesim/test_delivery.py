"""What LINE may change about webhooks without notice."""

import base64
import hashlib
import hmac
import json

import pytest

from .conftest import GROUP, NINE, SECRET
from .test_webhooks import wait_for_attempts


@pytest.fixture
def deliver(platform):
    """Change how webhooks are delivered."""

    def deliver(**delivery):
        answer = platform.control.post("/webhooks/settings", json={"delivery": delivery})
        assert answer.status_code == 200, answer.text

    return deliver


class TestDelivery:
    @pytest.mark.parametrize("name", ["X-Line-Signature", "X-LINE-SIGNATURE"])
    def test_may_write_the_header_in_other_letters(self, platform, deliver, bot, name):
        deliver(header_name=name)
        platform.says("ฟ้า", "สวัสดี")

        headers, body = bot.received.get(timeout=10)

        digest = hmac.new(SECRET.encode(), body, hashlib.sha256).digest()
        assert headers[name] == base64.b64encode(digest).decode()

    @pytest.mark.parametrize("escaped", [True, False])
    def test_may_escape_what_is_not_ascii(self, platform, deliver, bot, escaped):
        deliver(escape_unicode=escaped)
        platform.says("ฟ้า", "สวัสดี")

        _, body = bot.next_request()

        assert body.isascii() is escaped
        assert json.loads(body)["events"][0]["message"]["text"] == "สวัสดี"

    def test_may_add_properties_that_nobody_knows(self, platform, deliver, bot):
        deliver(add_to_events={"weather": {"rain": True}})
        platform.says("ฟ้า", "สวัสดี")

        assert bot.next_event()["weather"] == {"rain": True}

    def test_may_collect_events(self, platform, deliver, bot):
        deliver(batch_size=3)
        for text in "123456":
            platform.says("ฟ้า", text)

        requests = [json.loads(bot.next_request()[1])["events"] for _ in "12"]

        assert [[event["message"]["text"] for event in events] for events in requests] == [
            ["1", "2", "3"],
            ["4", "5", "6"],
        ]

    def test_may_send_everything_at_once(self, platform, deliver, bot):
        deliver(ordered=False)
        texts = {str(number) for number in range(10)}
        for text in texts:
            platform.says("ฟ้า", text)

        assert {bot.next_event()["message"]["text"] for _ in texts} == texts

    def test_may_shuffle(self, platform, bot):
        platform.control.post("/webhooks/hold")
        texts = [str(number) for number in range(10)]
        for text in texts:
            platform.says("ฟ้า", text, chat="กลุ่มทดสอบ")
        platform.control.post("/webhooks/release", json={"together": False, "shuffle": True})

        got = [bot.next_event()["message"]["text"] for _ in texts]

        assert sorted(got) == texts
        assert got != texts

    def test_may_end_after_many_failures(self, platform, deliver, bot):
        deliver(suspend_after=2)
        bot.answers = [500, 500]
        for text in "12":
            platform.says("ฟ้า", text)
        platform.wait_until_quiet()

        answer = platform.api.get("/channel/webhook/endpoint")
        assert answer.json()["active"] is False

    def test_refuses_what_it_does_not_know(self, platform):
        answer = platform.control.post("/webhooks/settings", json={"delivery": {"colour": 1}})

        assert answer.status_code == 400


class TestInjection:
    def test_sends_events_of_any_type(self, platform, bot):
        event_id = platform.control.post(
            "/webhooks/events",
            json={"event": {"type": "teleport", "to": "moon"}, "chat": "กลุ่มทดสอบ"},
        ).json()["webhookEventId"]

        assert bot.next_event() == {
            "type": "teleport",
            "to": "moon",
            "mode": "active",
            "timestamp": int(NINE.timestamp() * 1000),
            "source": {"type": "group", "groupId": GROUP},
            "webhookEventId": event_id,
            "deliveryContext": {"isRedelivery": False},
        }

    def test_lets_an_event_be_wrong_on_purpose(self, platform, bot):
        platform.control.post(
            "/webhooks/events", json={"event": {"type": "message", "mode": "odd", "timestamp": 1.5}}
        )

        event = bot.next_event()
        assert (event["mode"], event["timestamp"]) == ("odd", 1.5)

    def test_needs_a_type(self, platform):
        assert platform.control.post("/webhooks/events", json={"event": {}}).status_code == 400


class TestRedeliveryByTheClock:
    def test_waits_for_the_platforms_time(self, platform, bot, clock):
        platform.control.post("/webhooks/settings", json={"redelivery": {"count": 1}})
        bot.answers = [500]
        token = platform.says("ฟ้า", "พัง")["webhookEventId"]
        bot.next_event()
        wait_for_attempts(platform, 1)

        clock.advance(seconds=30)

        again = bot.next_event()
        assert again["webhookEventId"] == token
        clock.advance(seconds=60)  # a minute after the redelivery, not after the event
        assert platform.reply(again["replyToken"], "ทันไหม").status_code == 200
