"""Pushing: whom it reaches, what it costs, when it is refused."""

import pytest

from .conftest import FAH, GROUP, MALI, NINE, STRANGER, TON

KEY = "2c1c6f9e-6f6a-4b1e-9d7e-000000000001"


def used(platform):
    return platform.api.get("/message/quota/consumption").json()["totalUsage"]


class TestPush:
    def test_counts_every_person_of_a_group_once_whatever_it_holds(self, platform):
        platform.push(GROUP, *[{"type": "text", "text": f"บรรทัด {n}"} for n in range(4)])

        assert used(platform) == 3
        assert [one["cost"] for one in platform.chat("groups/กลุ่มทดสอบ")] == [3, 0, 0, 0]

    def test_counts_one_for_a_person(self, platform):
        platform.push(FAH)

        assert used(platform) == 1
        assert platform.chat("ฟ้า/bot")[0]["delivery"] == "push"

    @pytest.mark.parametrize("verb", ["block"])
    def test_says_yes_but_does_not_reach_who_blocks(self, platform, verb):
        platform.does("ฟ้า", verb)

        answer = platform.push(FAH)

        assert answer.status_code == 200
        assert answer.json()["sentMessages"]
        assert platform.chat("ฟ้า/bot") == []
        assert used(platform) == 0

    def test_does_not_reach_a_stranger(self, platform):
        assert platform.push(STRANGER).status_code == 200
        assert used(platform) == 0

    def test_reaches_a_stranger_within_seven_days_of_writing(self, platform, clock):
        platform.says("คนแปลกหน้า", "สวัสดี")
        clock.advance(seconds=7 * 86400)
        platform.push(STRANGER)
        clock.advance(seconds=1)
        platform.push(STRANGER)

        assert used(platform) == 1

    @pytest.mark.parametrize("nobody", ["U" + "9" * 32, "C" + "9" * 32, "R" + "9" * 32])
    def test_fails_for_nobody(self, platform, nobody):
        answer = platform.push(nobody)

        assert answer.status_code == 400
        assert answer.json() == {"message": "Failed to send messages"}

    def test_fails_for_a_group_that_it_left(self, platform):
        platform.api.post(f"/group/{GROUP}/leave")

        assert platform.push(GROUP).json() == {"message": "Failed to send messages"}

    def test_refuses_what_is_no_address(self, platform):
        assert platform.push("ฟ้า").json() == {
            "message": "The property, to, in the request body is invalid (line: -, column: -)"
        }


class TestQuota:
    def test_is_the_plan(self, platform):
        assert platform.api.get("/message/quota").json() == {"type": "limited", "value": 300}

    def test_refuses_what_would_exceed_it(self, platform):
        platform.simulator.quota.record("push", messages=1, counted=298, now=NINE)

        answer = platform.push(GROUP)

        assert answer.status_code == 429
        assert answer.json() == {"message": "You have reached your monthly limit."}
        assert platform.push(FAH).status_code == 200
        assert used(platform) == 299

    def test_starts_again_with_the_month(self, platform, clock):
        platform.push(FAH)
        clock.advance(seconds=10 * 86400)

        assert used(platform) == 0

    def test_has_no_value_without_a_limit(self, platform):
        platform.simulator.quota.plan = "none"

        assert platform.api.get("/message/quota").json() == {"type": "none"}


class TestDelivery:
    def test_is_unready_while_the_day_lasts(self, platform):
        platform.push(FAH)

        answer = platform.api.get("/message/delivery/push", params={"date": "20261122"})
        assert answer.json() == {"status": "unready"}

    def test_counts_by_days_of_utc_plus_nine(self, platform, clock):
        platform.push(FAH)
        clock.advance(seconds=13 * 3600)  # 15:00 UTC: the next day in UTC+9
        platform.push(GROUP)
        clock.advance(seconds=86400)

        days = [
            platform.api.get("/message/delivery/push", params={"date": f"202611{day}"}).json()
            for day in (22, 23)
        ]
        assert days == [{"status": "ready", "success": 1}, {"status": "ready", "success": 3}]


class TestRetryKey:
    def test_carries_a_request_out_only_once(self, platform):
        first = platform.push(FAH, **{"x-line-retry-key": KEY})
        second = platform.push(FAH, **{"x-line-retry-key": KEY})

        assert second.status_code == 409
        assert second.json() == {
            "message": "The retry key is already accepted",
            "sentMessages": first.json()["sentMessages"],
        }
        accepted = second.headers["x-line-accepted-request-id"]
        assert accepted == first.headers["x-line-request-id"]
        assert used(platform) == 1

    def test_ends_after_a_day(self, platform, clock):
        platform.push(FAH, **{"x-line-retry-key": KEY})
        clock.advance(seconds=86400)

        assert platform.push(FAH, **{"x-line-retry-key": KEY}).status_code == 200

    def test_is_free_again_after_a_refusal(self, platform):
        platform.push("U" + "9" * 32, **{"x-line-retry-key": KEY})

        assert platform.push(FAH, **{"x-line-retry-key": KEY}).status_code == 200

    def test_must_be_a_uuid(self, platform):
        assert platform.push(FAH, **{"x-line-retry-key": "again"}).status_code == 400


class TestMulticast:
    def send(self, platform, to, **message):
        message = message or {"type": "text", "text": "แจ้งข่าว"}
        return platform.api.post("/message/multicast", json={"to": to, "messages": [message]})

    def test_counts_whom_it_reaches(self, platform):
        platform.does("ต้น", "block")

        answer = self.send(platform, [FAH, TON, MALI, "U" + "9" * 32])

        assert (answer.status_code, answer.json()) == (200, {})
        assert used(platform) == 2
        assert platform.chat("มะลิ/bot")[0]["delivery"] == "multicast"

    def test_refuses_groups(self, platform):
        answer = self.send(platform, [FAH, GROUP])

        assert answer.status_code == 400
        assert answer.json()["message"] == (
            "The property, to[1], in the request body is invalid (line: -, column: -)"
        )

    def test_takes_at_most_five_hundred(self, platform):
        answer = self.send(platform, [FAH] * 501)

        assert answer.json()["details"] == [
            {"message": "Size must be between 1 and 500", "property": "to"}
        ]


class TestQuote:
    def test_shows_what_is_quoted(self, platform, bot):
        asked = platform.says("ฟ้า", "มีไหมคะ", chat="กลุ่มทดสอบ")["messageId"]
        quote_token = bot.next_event()["message"]["quoteToken"]

        platform.push(GROUP, {"type": "text", "text": "มีค่ะ", "quoteToken": quote_token})

        quoted = platform.chat("groups/กลุ่มทดสอบ")[-1]["quoted"]
        assert quoted == {"id": asked, "sender": "ฟ้า", "text": "มีไหมคะ"}

    def test_works_only_in_its_own_chat(self, platform, bot):
        platform.says("ฟ้า", "มีไหมคะ")
        quote_token = bot.next_event()["message"]["quoteToken"]

        answer = platform.push(GROUP, {"type": "text", "text": "มี", "quoteToken": quote_token})

        assert answer.status_code == 400

    def test_can_be_of_a_card(self, platform, bot, card):
        [sent] = platform.push(GROUP, card).json()["sentMessages"]

        platform.push(GROUP, {"type": "text", "text": "รับแล้ว", "quoteToken": sent["quoteToken"]})
        platform.says("ต้น", "มีค่ะ", chat="กลุ่มทดสอบ", quote=sent["id"])

        assert platform.chat("groups/กลุ่มทดสอบ")[1]["quoted"]["text"] == "การ์ดทดสอบ"
        assert bot.next_event()["message"]["quotedMessageId"] == sent["id"]


def mention(user_id):
    return {
        "type": "textV2",
        "text": "ขอบคุณ {who} {{ยิ้ม}}",
        "substitution": {
            "who": {"type": "mention", "mentionee": {"type": "user", "userId": user_id}}
        },
    }


class TestMention:
    def test_shows_the_name_of_a_member(self, platform):
        platform.push(GROUP, mention(TON))

        assert platform.chat("groups/กลุ่มทดสอบ")[0]["text"] == "ขอบคุณ @ต้น {ยิ้ม}"

    def test_refuses_who_is_not_in_the_group(self, platform):
        assert platform.push(GROUP, mention(STRANGER)).status_code == 400

    def test_refuses_a_one_to_one_chat(self, platform):
        assert platform.push(FAH, mention(FAH)).status_code == 400

    def test_is_not_noticed_by_validate(self, platform):
        answer = platform.api.post("/message/validate/push", json={"messages": [mention(STRANGER)]})

        assert answer.status_code == 200
