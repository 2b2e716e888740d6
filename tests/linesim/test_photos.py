"""Several photos at once, and other things that phones send."""

import io

import pytest
from PIL import Image

from .conftest import FAH, GROUP, ROOM


def photograph(colour):
    out = io.BytesIO()
    Image.new("RGB", (60, 40), colour).save(out, "JPEG")
    return out.getvalue()


@pytest.fixture
def sends_three(platform):
    def sends_three(**asked):
        files = [("photo", (f"{one}.jpg", photograph(one))) for one in ("red", "green", "blue")]
        answer = platform.control.post(
            "/persons/ฟ้า/photos", files=files, params={"chat": "กลุ่มทดสอบ"} | asked
        )
        return [one["messageId"] for one in answer.json()["sent"]]

    return sends_three


class TestImageSet:
    def test_numbers_its_photos(self, sends_three, bot):
        sent = sends_three()

        messages = [bot.next_event()["message"] for _ in sent]

        assert [message["id"] for message in messages] == sent
        sets = [message["imageSet"] for message in messages]
        assert [(one["index"], one["total"]) for one in sets] == [(1, 3), (2, 3), (3, 3)]
        assert len({one["id"] for one in sets}) == 1

    def test_may_arrive_in_another_order(self, sends_three, bot, platform):
        sent = sends_three(order="shuffled")

        heard = [bot.next_event()["message"]["id"] for _ in sent]

        assert sorted(heard) == sorted(sent)
        assert heard != sent
        assert [one["id"] for one in platform.chat("groups/กลุ่มทดสอบ")] == sent

    def test_of_an_old_phone_has_no_numbers(self, sends_three, bot):
        sends_three(numbered="no")

        assert list(bot.next_event()["message"]["imageSet"]) == ["id"]

    def test_needs_photos(self, platform):
        assert platform.control.post("/persons/ฟ้า/photos").status_code == 400


class TestOtherKinds:
    def test_can_be_a_video(self, platform, bot):
        platform.control.post(
            "/persons/ฟ้า/files",
            content=b"film",
            params={"chat": "bot", "name": "a.mp4", "duration": "5000"},
            headers={"content-type": "video/mp4"},
        )

        message = bot.next_event()["message"]
        assert (message["type"], message["duration"]) == ("video", 5000)
        assert message["quoteToken"]

    def test_can_be_a_place(self, platform, bot):
        platform.does("ฟ้า", "locations", chat="bot", latitude=13.7, longitude=100.5, title="ที่นี่")

        message = bot.next_event()["message"]
        assert (message["type"], message["latitude"], message["title"]) == (
            "location",
            13.7,
            "ที่นี่",
        )


class TestRoom:
    def test_is_where_an_event_comes_from(self, platform, bot):
        platform.says("ฟ้า", "สวัสดี", chat="ห้องทดสอบ")

        event = bot.next_event()
        assert event["source"] == {"type": "room", "roomId": ROOM, "userId": FAH}
        assert platform.reply(event["replyToken"], "ค่ะ").status_code == 200


class TestGroup:
    def test_has_at_most_five_hundred_people(self, platform):
        group = platform.simulator.world.group(GROUP)
        group.members += [f"U{number:032x}" for number in range(497)]

        answer = platform.control.post(f"/groups/{GROUP}/members", json={"person": "คนแปลกหน้า"})

        assert answer.status_code == 409

    @pytest.mark.parametrize("hindrance", ["other_account", "joins_groups"])
    def test_takes_the_account_only_if_it_may(self, platform, hindrance):
        world = platform.simulator.world
        platform.control.delete(f"/groups/{GROUP}/bot")
        world.group(GROUP).other_account = hindrance == "other_account"
        world.channel.joins_groups = hindrance != "joins_groups"

        assert platform.control.post(f"/groups/{GROUP}/bot").status_code == 409
