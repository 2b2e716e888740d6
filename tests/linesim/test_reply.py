"""Answering events: reply tokens live once, and for about a minute."""

import pytest

from .conftest import NINE


@pytest.fixture
def token(platform, bot):
    """A fresh reply token from a text in the group."""
    platform.says("ฟ้า", "มีไหมคะ", chat="กลุ่มทดสอบ")
    return bot.next_event()["replyToken"]


class TestReplyToken:
    def test_speaks_in_the_chat_of_its_event(self, platform, token):
        answer = platform.reply(token, "มีค่ะ")

        assert answer.status_code == 200
        [sent] = answer.json()["sentMessages"]
        last = platform.chat("groups/กลุ่มทดสอบ")[-1]
        assert (last["id"], last["text"], last["delivery"]) == (sent["id"], "มีค่ะ", "reply")

    def test_works_once(self, platform, token):
        platform.reply(token, "มีค่ะ")

        again = platform.reply(token, "มีค่ะ")

        assert again.status_code == 400
        assert again.json() == {"message": "Invalid reply token"}

    def test_works_until_a_minute_has_passed(self, platform, token, clock):
        clock.advance(seconds=60)

        assert platform.reply(token, "ทัน").status_code == 200

    def test_ends_after_a_minute(self, platform, token, clock):
        clock.advance(seconds=61)

        assert platform.reply(token, "สาย").json() == {"message": "Invalid reply token"}

    def test_is_not_spent_by_a_message_that_is_refused(self, platform, token):
        platform.reply(token, "")

        assert platform.reply(token, "ลองใหม่").status_code == 200

    def test_is_unknown_when_made_up(self, platform):
        assert platform.reply("0" * 32, "?").json() == {"message": "Invalid reply token"}


class TestRedeliveredToken:
    @pytest.fixture
    def redelivered(self, platform, clock, bot):
        """Answers when the event of the group comes again, so many seconds later."""
        event_id = platform.says("ฟ้า", "มีไหมคะ", chat="กลุ่มทดสอบ")["webhookEventId"]
        token = bot.next_event()["replyToken"]

        def again(*, after_seconds):
            clock.advance(seconds=after_seconds)
            platform.control.post("/webhooks/replay", json={"ids": [event_id], "redelivery": True})
            assert bot.next_event()["replyToken"] == token
            return token

        return again

    def test_lives_one_minute_more(self, platform, redelivered, clock):
        token = redelivered(after_seconds=300)
        clock.advance(seconds=60)

        assert platform.reply(token, "มีค่ะ").status_code == 200

    def test_stays_spent(self, platform, redelivered):
        token = redelivered(after_seconds=10)
        platform.reply(token, "มีค่ะ")
        redelivered(after_seconds=10)

        assert platform.reply(token, "อีกครั้ง").status_code == 400

    def test_ends_twenty_minutes_after_its_event(self, platform, redelivered, clock):
        token = redelivered(after_seconds=19 * 60 + 30)
        clock.advance(seconds=31)

        assert platform.reply(token, "สาย").status_code == 400


class TestReply:
    def test_is_free(self, platform, token):
        platform.reply(token, "มีค่ะ", "เดี๋ยวส่งให้")

        assert platform.api.get("/message/quota/consumption").json() == {"totalUsage": 0}
        assert [one["cost"] for one in platform.chat("groups/กลุ่มทดสอบ")] == [0, 0, 0]

    def test_refuses_a_retry_key(self, platform, token):
        answer = platform.api.post(
            "/message/reply",
            json={"replyToken": token, "messages": [{"type": "text", "text": "มี"}]},
            headers={"x-line-retry-key": "2c1c6f9e-6f6a-4b1e-9d7e-000000000001"},
        )

        assert answer.status_code == 400

    def test_goes_on_when_the_month_is_used_up(self, platform, token):
        platform.simulator.quota.record("push", messages=1, counted=300, now=NINE)

        assert platform.reply(token, "ยังตอบได้").status_code == 200
