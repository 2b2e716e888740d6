"""Webhooks: signed, complete, in order, within two seconds, again when wanted."""

import base64
import hashlib
import hmac
import json
import queue
import re
import threading

import pytest

from .conftest import FAH, GROUP, NINE, SECRET, TON


def wait_for_attempts(platform, number):
    """The attempts of the first webhook once there are so many."""
    for _ in range(500):
        first = platform.control.get("/traffic").json()["entries"][0]
        if len(first["attempts"]) >= number:
            return first["attempts"]
        threading.Event().wait(0.01)
    raise AssertionError(f"{number} attempts never came")


class TestWebhook:
    def test_is_signed_over_the_raw_bytes(self, platform, bot):
        platform.says("ฟ้า", "สวัสดีค่ะ 🙏")

        headers, body = bot.next_request()

        digest = hmac.new(SECRET.encode(), body, hashlib.sha256).digest()
        assert headers["x-line-signature"] == base64.b64encode(digest).decode()
        assert headers["content-type"] == "application/json; charset=utf-8"

    def test_says_whose_it_is(self, platform, bot):
        platform.says("ฟ้า", "สวัสดี")

        body = json.loads(bot.next_request()[1])

        assert body["destination"] == "U" + "b" * 32

    def test_keeps_the_order_of_a_chat(self, platform, bot):
        said = [str(number) for number in range(10)]
        for text in said:
            platform.says("ฟ้า", text, chat="กลุ่มทดสอบ")

        assert [bot.next_event()["message"]["text"] for _ in said] == said

    def test_waits_for_the_one_before_in_its_chat(self, platform, bot):
        bot.pause = threading.Event()
        platform.says("ฟ้า", "หนึ่ง")
        platform.says("ฟ้า", "สอง")

        assert bot.next_event()["message"]["text"] == "หนึ่ง"
        with pytest.raises(queue.Empty):
            bot.received.get(timeout=0.2)
        bot.pause.set()
        assert bot.next_event()["message"]["text"] == "สอง"

    def test_does_not_wait_for_another_chat(self, platform, bot):
        bot.pause = threading.Event()
        platform.says("ฟ้า", "คนแรก")
        platform.says("ต้น", "คนที่สอง")

        assert {bot.next_event()["source"]["userId"] for _ in "12"} == {FAH, TON}

    def test_gives_up_after_two_seconds(self, platform, bot):
        bot.pause = threading.Event()
        platform.says("ฟ้า", "เงียบ")

        [attempt] = wait_for_attempts(platform, 1)

        assert attempt["outcome"] == "request_timeout"
        assert platform.control.get("/webhooks/statistics").json() == {"request_timeout": 1}

    def test_is_recorded_with_its_answer(self, platform, bot):
        bot.answers = [503]
        event_id = platform.says("ฟ้า", "พัง")["webhookEventId"]

        [attempt] = wait_for_attempts(platform, 1)

        assert (attempt["outcome"], attempt["redelivery"]) == (503, False)
        entry = platform.control.get("/traffic").json()["entries"][0]
        assert (entry["kind"], entry["ids"]) == ("webhook", [event_id])

    def test_is_not_sent_while_switched_off(self, platform, bot):
        platform.control.post("/webhooks/settings", json={"active": False})
        platform.says("ฟ้า", "ไม่มีใครฟัง")
        platform.control.post("/webhooks/settings", json={"active": True})
        platform.says("ฟ้า", "มีคนฟัง")

        assert bot.next_event()["message"]["text"] == "มีคนฟัง"

    def test_can_hold_events_of_several_chats(self, platform, bot):
        platform.control.post("/webhooks/hold")
        platform.says("ฟ้า", "หนึ่ง")
        platform.says("ต้น", "สอง", chat="กลุ่มทดสอบ")
        platform.control.post("/webhooks/release")

        events = json.loads(bot.next_request()[1])["events"]
        assert [event["message"]["text"] for event in events] == ["หนึ่ง", "สอง"]


class TestRedelivery:
    def test_is_off_by_default(self, platform, bot):
        bot.answers = [500]
        platform.says("ฟ้า", "พัง")
        wait_for_attempts(platform, 1)
        platform.says("ฟ้า", "ต่อไป")

        assert [bot.next_event()["message"]["text"] for _ in "12"] == ["พัง", "ต่อไป"]

    def test_repeats_the_same_event_until_it_is_taken(self, platform, bot):
        platform.control.post(
            "/webhooks/settings", json={"redelivery": {"count": 5, "interval_seconds": 0}}
        )
        bot.answers = [500, 500]
        platform.says("ฟ้า", "พัง")

        first, second, third = (bot.next_event() for _ in range(3))

        assert not first["deliveryContext"]["isRedelivery"]
        assert second["deliveryContext"]["isRedelivery"]
        assert second | {"deliveryContext": first["deliveryContext"]} == first
        assert third == second
        assert len(wait_for_attempts(platform, 3)) == 3


class TestReplay:
    def test_sends_chosen_events_again(self, platform, bot):
        wanted = platform.says("ฟ้า", "หนึ่ง")["webhookEventId"]
        platform.says("ฟ้า", "สอง")
        originals = [bot.next_request() for _ in "12"]

        platform.control.post("/webhooks/replay", json={"ids": [wanted], "times": 3})

        assert [bot.next_request()[1] for _ in range(3)] == [originals[0][1]] * 3

    def test_can_shuffle(self, platform, bot):
        sent = [platform.says("ฟ้า", str(number))["webhookEventId"] for number in range(20)]
        for _ in sent:
            bot.next_event()

        again = platform.control.post("/webhooks/replay", json={"shuffle": True}).json()["sent"]

        assert sorted(again) == sorted(sent)
        assert again != sent
        assert {bot.next_event()["webhookEventId"] for _ in sent} == set(sent)


class TestEvents:
    def test_have_every_common_field(self, platform, bot):
        event_id = platform.says("ฟ้า", "สวัสดี")["webhookEventId"]

        event = bot.next_event()

        assert event["type"] == "message"
        assert event["mode"] == "active"
        assert event["timestamp"] == int(NINE.timestamp() * 1000)
        assert event["webhookEventId"] == event_id
        assert re.fullmatch(r"[0-7][0-9A-HJKMNP-TV-Z]{25}", event_id)
        assert event["deliveryContext"] == {"isRedelivery": False}
        assert event["source"] == {"type": "user", "userId": FAH}
        assert event["replyToken"]
        assert {"id", "text", "quoteToken", "markAsReadToken"} <= event["message"].keys()

    def test_name_group_and_person(self, platform, bot):
        platform.says("ต้น", "สวัสดี", chat="กลุ่มทดสอบ")

        assert bot.next_event()["source"] == {"type": "group", "groupId": GROUP, "userId": TON}

    def test_locate_mentions_in_utf16(self, platform, bot):
        platform.says("ฟ้า", "🙏 @ต้น @All", chat="กลุ่มทดสอบ", mentions=["ต้น", "all"])

        assert bot.next_event()["message"]["mention"]["mentionees"] == [
            {"index": 3, "length": 4, "type": "user", "userId": TON, "isSelf": False},
            {"index": 8, "length": 4, "type": "all"},
        ]

    def test_say_when_a_mention_is_of_the_bot(self, platform, bot):
        platform.says("ฟ้า", "@บัญชีทดสอบ", chat="กลุ่มทดสอบ", mentions=["bot"])

        [mentionee] = bot.next_event()["message"]["mention"]["mentionees"]
        assert mentionee["isSelf"] is True

    def test_tell_of_friends_coming_and_going(self, platform, bot):
        platform.does("ฟ้า", "block")
        platform.does("ฟ้า", "unblock")
        left, back = bot.next_event(), bot.next_event()
        platform.does("คนแปลกหน้า", "follow")
        new = bot.next_event()

        assert left["type"] == "unfollow"
        assert "replyToken" not in left
        assert (back["type"], back["follow"]) == ("follow", {"isUnblocked": True})
        assert (new["type"], new["follow"]) == ("follow", {"isUnblocked": False})

    def test_tell_of_an_edit_in_a_group(self, platform, bot):
        said = platform.says("ฟ้า", "มีค่ะ", chat="กลุ่มทดสอบ")["messageId"]
        platform.does("ฟ้า", "edit", messageId=said, text="ไม่มีค่ะ")

        first, second = bot.next_event(), bot.next_event()

        assert second["type"] == "messageEdited"
        assert second["message"]["id"] == said
        assert second["message"]["text"] == "ไม่มีค่ะ"
        assert second["message"]["quoteToken"] != first["message"]["quoteToken"]
        assert second["replyToken"] != first["replyToken"]
        assert "markAsReadToken" not in second["message"]

    def test_tell_of_a_message_taken_back(self, platform, bot):
        said = platform.says("ฟ้า", "มีค่ะ", chat="กลุ่มทดสอบ")["messageId"]
        platform.does("ฟ้า", "unsend", messageId=said)

        bot.next_event()
        event = bot.next_event()
        assert (event["type"], event["unsend"]) == ("unsend", {"messageId": said})
        assert event["source"] == {"type": "group", "groupId": GROUP, "userId": FAH}
        assert "replyToken" not in event
        assert platform.chat("groups/กลุ่มทดสอบ")[0]["text"] is None

    def test_tell_of_the_bot_leaving_and_joining(self, platform, bot):
        platform.api.post(f"/group/{GROUP}/leave")
        platform.says("ฟ้า", "บอตไม่ได้ยิน", chat="กลุ่มทดสอบ")
        platform.control.post(f"/groups/{GROUP}/bot")

        left, joined = bot.next_event(), bot.next_event()
        assert (left["type"], joined["type"]) == ("leave", "join")
        assert joined["source"] == {"type": "group", "groupId": GROUP}
        assert joined["replyToken"]

    def test_tell_of_people_joining_and_leaving(self, platform, bot):
        platform.control.post(f"/groups/{GROUP}/members", json={"person": "คนแปลกหน้า"})
        platform.control.delete(f"/groups/{GROUP}/members/ต้น")

        joined, left = bot.next_event(), bot.next_event()
        assert joined["type"] == "memberJoined"
        assert joined["replyToken"]
        assert (left["type"], left["left"]["members"]) == (
            "memberLeft",
            [{"type": "user", "userId": TON}],
        )

    def test_tell_of_a_sticker_that_quotes(self, platform, bot):
        said = platform.says("ฟ้า", "มีค่ะ", chat="กลุ่มทดสอบ")["messageId"]
        platform.does(
            "ต้น", "stickers", chat="กลุ่มทดสอบ", packageId="446", stickerId="1988", quote=said
        )

        bot.next_event()
        assert bot.next_event()["message"]["quotedMessageId"] == said


class TestEndpoint:
    def test_can_be_moved(self, platform, bot):
        platform.api.put("/channel/webhook/endpoint", json={"endpoint": "https://new.example/"})

        assert platform.api.get("/channel/webhook/endpoint").json() == {
            "endpoint": "https://new.example/",
            "active": True,
        }

    def test_needs_https_beyond_this_machine(self, platform):
        answer = platform.api.put(
            "/channel/webhook/endpoint", json={"endpoint": "http://new.example/"}
        )

        assert answer.status_code == 400

    def test_is_tested_with_a_signed_empty_request(self, platform, bot):
        answer = platform.api.post("/channel/webhook/test", json={}).json()

        assert json.loads(bot.next_request()[1])["events"] == []
        assert (answer["success"], answer["statusCode"], answer["reason"]) == (True, 200, "OK")

    @pytest.mark.parametrize(("status", "reason"), [(500, "ERROR_STATUS_CODE")])
    def test_tells_why_a_test_failed(self, platform, bot, status, reason):
        bot.answers = [status]

        answer = platform.api.post("/channel/webhook/test", json={}).json()

        assert (answer["success"], answer["statusCode"], answer["reason"]) == (
            False,
            status,
            reason,
        )
