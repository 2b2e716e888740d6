"""Asking afterwards what happened, and taking it away."""

import pytest

from linesim.ids import Ids
from linesim.recorder import NotAsExpected
from linesim.stream import Stream
from linesim.tokens import ReplyTokens
from linesim.traffic import CallRecord, Said, Traffic

from .conftest import FAH, GROUP, NINE, SECRET, TOKEN


class TestStory:
    def test_tells_what_it_cost(self, platform, bot):
        with platform.simulator.recorder.story() as free:
            platform.says("ฟ้า", "สวัสดี")
            platform.reply(bot.next_event()["replyToken"], "ค่ะ")
        with platform.simulator.recorder.story() as dear:
            platform.push(GROUP)

        assert (free.counted, dear.counted) == (0, 3)
        free.check(counted=0, calls={"POST /v2/bot/message/push": 0}, webhooks={"message": 1})

    def test_names_every_difference(self, platform):
        platform.push(FAH)

        with pytest.raises(NotAsExpected) as failed:
            platform.simulator.recorder.since().check(
                counted=0, calls={"POST /v2/bot/message/push": 2}, webhooks={"postback": 1}
            )

        assert str(failed.value) == (
            "counted messages: expected 0, got 1; "
            "POST /v2/bot/message/push: expected 2, got 1; postback: expected 1, got 0"
        )

    def test_lists_calls_and_webhooks(self, platform, bot):
        platform.says("ฟ้า", "สวัสดี")
        bot.next_event()
        platform.push(FAH)
        platform.api.get("/info")
        story = platform.simulator.recorder.since()

        assert [call.status for call in story.calls("GET /v2/bot/info")] == [200]
        assert len(story.webhooks("message")) == 1
        assert story.webhooks("follow") == []


class TestOverHttp:
    def test_tells_in_short(self, platform, bot):
        platform.says("ฟ้า", "สวัสดี")
        bot.next_event()
        before = platform.control.get("/recorder").json()
        platform.push(GROUP)

        since = platform.control.get("/recorder", params={"since": before["mark"]}).json()

        assert before["webhooks"] == {"message": 1}
        assert (since["counted"], since["webhooks"]) == (3, {})
        assert since["calls"] == {"POST /v2/bot/message/push": 1}

    def test_insists(self, platform):
        platform.push(GROUP)

        right = platform.control.post("/recorder/check", json={"counted": 3})
        wrong = platform.control.post("/recorder/check", json={"counted": 0})

        assert right.status_code == 200
        assert wrong.status_code == 409
        assert wrong.json() == {"error": "counted messages: expected 0, got 3"}


class TestArchive:
    def test_holds_calls_and_webhooks(self, platform, bot):
        platform.says("ฟ้า", "สวัสดี")
        bot.next_event()
        platform.push(FAH)

        answer = platform.control.get("/traffic.har")
        webhook, call = sorted(
            answer.json()["log"]["entries"], key=lambda entry: entry["request"]["url"] != bot.url
        )

        assert answer.json()["log"]["version"] == "1.2"
        assert webhook["request"]["url"] == bot.url
        assert "สวัสดี" in webhook["request"]["postData"]["text"]
        assert call["request"]["url"] == f"{platform.url}/v2/bot/message/push"
        assert "แจ้งข่าว" in call["request"]["postData"]["text"]
        assert (call["response"]["status"], call["response"]["statusText"]) == (200, "OK")
        assert "sentMessages" in call["response"]["content"]["text"]

    def test_tells_no_secrets(self, platform, bot):
        platform.says("ฟ้า", "สวัสดี")
        platform.push(FAH)

        archive = platform.control.get("/traffic.har").text

        assert TOKEN not in archive
        assert SECRET not in archive


class TestMemory:
    def test_is_bounded_while_sums_go_on(self):
        traffic = Traffic(Stream(), keep=3)
        for _ in range(5):
            said = Said({}, None, 0)
            traffic.add(CallRecord(NINE, "POST", "/v2/bot/x", 200, 1.0, 2, None, said, said))

        assert [entry["n"] for entry in traffic.since(0)["entries"]] == [3, 4, 5]
        assert traffic.counted() == 10

    def test_keeps_the_latest_messages(self, platform):
        platform.simulator.world.keep = 2
        first = platform.says("ฟ้า", "หนึ่ง", chat="กลุ่มทดสอบ")["messageId"]
        platform.says("ต้น", "สอง", chat="กลุ่มทดสอบ", quote=first)
        platform.says("ฟ้า", "สาม")

        [second] = platform.chat("groups/กลุ่มทดสอบ")

        assert (second["text"], second["quoted"]) == ("สอง", None)
        assert platform.chat("ฟ้า/bot")[0]["text"] == "สาม"

    def test_keeps_every_reply_token_that_is_still_good(self):
        tokens = ReplyTokens(ids=Ids(seed=1), keep=2)
        live = [tokens.issue("chat", now=NINE) for _ in range(5)]

        assert [tokens.chat_of(token, now=NINE) for token in live] == ["chat"] * 5

    def test_forgets_reply_tokens_that_were_used(self):
        tokens = ReplyTokens(ids=Ids(seed=1), keep=2)
        for _ in range(5):
            tokens.spend(tokens.issue("chat", now=NINE))
        last = tokens.issue("chat", now=NINE)

        tokens.issue("chat", now=NINE)

        assert len(tokens) == 3
        assert tokens.chat_of(last, now=NINE) == "chat"
