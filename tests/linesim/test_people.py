"""Profiles, groups, content and small signs, as the API tells of them."""

import io

import pytest
from PIL import Image

from .conftest import FAH, GROUP, MALI, STRANGER, TON


def photo(width=3000, height=1500):
    out = io.BytesIO()
    Image.new("RGB", (width, height), "#0B6B5E").save(out, "PNG")
    return out.getvalue()


def sends(platform, person, data, media_type, **asked):
    """A person sends a photo or file; returns the message id."""
    answer = platform.control.post(
        f"/persons/{person}/files",
        content=data,
        params={"chat": "bot", "name": "หน้าจอ.png", **asked},
        headers={"content-type": media_type},
    )
    assert answer.status_code == 200, answer.text
    return answer.json()["messageId"]


class TestProfile:
    def test_is_shown_of_friends(self, platform):
        profile = platform.api.get(f"/profile/{FAH}").json()

        assert profile == {"userId": FAH, "displayName": "ฟ้า", "language": "th"}

    def test_is_hidden_of_strangers_until_they_write(self, platform):
        assert platform.api.get(f"/profile/{STRANGER}").status_code == 404
        platform.says("คนแปลกหน้า", "สวัสดี")
        assert platform.api.get(f"/profile/{STRANGER}").status_code == 200

    def test_is_hidden_of_who_blocks(self, platform):
        platform.does("ฟ้า", "block")

        assert platform.api.get(f"/profile/{FAH}").json() == {"message": "Not found"}


class TestInfo:
    def test_names_the_account(self, platform):
        info = platform.api.get("/info").json()

        assert info["displayName"] == "บัญชีทดสอบ"
        assert info["userId"] == "U" + "b" * 32


class TestGroup:
    def test_has_a_name_and_a_size(self, platform):
        summary = platform.api.get(f"/group/{GROUP}/summary").json()

        assert summary == {"groupId": GROUP, "groupName": "กลุ่มทดสอบ"}
        assert platform.api.get(f"/group/{GROUP}/members/count").json() == {"count": 3}

    def test_shows_members_without_friendship(self, platform):
        platform.does("ต้น", "block")

        assert platform.api.get(f"/group/{GROUP}/member/{TON}").json()["displayName"] == "ต้น"
        assert platform.api.get(f"/group/{GROUP}/member/{STRANGER}").status_code == 404

    def test_lists_members_to_verified_accounts_only(self, platform):
        refused = platform.api.get(f"/group/{GROUP}/members/ids")
        platform.simulator.world.channel.verified = True
        listed = platform.api.get(f"/group/{GROUP}/members/ids")

        assert (refused.status_code, refused.json()) == (
            403,
            {"message": "Access to this API is not available for your account"},
        )
        assert listed.json() == {"memberIds": [FAH, TON, MALI]}

    def test_lists_members_by_pages(self, platform):
        channel, group = platform.simulator.world.channel, platform.simulator.world.groups[0]
        channel.verified = True
        group.members = [f"U{number:032x}" for number in range(150)]

        first = platform.api.get(f"/group/{GROUP}/members/ids").json()
        last = platform.api.get(f"/group/{GROUP}/members/ids?start={first['next']}").json()
        wrong = platform.api.get(f"/group/{GROUP}/members/ids?start=elsewhere")

        assert first["memberIds"] + last["memberIds"] == group.members
        assert "next" not in last
        assert wrong.json() == {"message": "Invalid start param"}

    def test_refuses_what_is_no_group(self, platform):
        answer = platform.api.get("/group/x/summary")

        assert answer.json() == {"message": "The value for the 'groupId' parameter is invalid"}
        assert platform.api.get(f"/group/C{'9' * 32}/summary").status_code == 404

    def test_is_gone_after_leaving(self, platform):
        assert platform.api.post(f"/group/{GROUP}/leave").json() == {}
        assert platform.api.get(f"/group/{GROUP}/summary").status_code == 404


class TestContent:
    def test_is_a_file_as_it_was_sent(self, platform, bot):
        message_id = sends(platform, "ฟ้า", b"%PDF-1.7 ...", "application/pdf", name="บท.pdf")

        event = bot.next_event()
        answer = platform.api.get(f"/message/{message_id}/content")

        assert event["message"]["type"] == "file"
        assert event["message"]["fileName"] == "บท.pdf"
        assert event["message"]["fileSize"] == 12
        assert "quoteToken" not in event["message"]
        assert answer.content == b"%PDF-1.7 ..."
        assert answer.headers["content-type"] == "application/pdf"

    def test_is_a_photo_made_smaller(self, platform, bot):
        message_id = sends(platform, "ฟ้า", photo(), "image/png")

        event = bot.next_event()
        answer = platform.api.get(f"/message/{message_id}/content")

        assert event["message"]["contentProvider"] == {"type": "line"}
        assert event["message"]["quoteToken"]
        assert answer.headers["content-type"] == "image/jpeg"
        assert Image.open(io.BytesIO(answer.content)).size == (2048, 1024)

    def test_is_untouched_in_original_quality_or_as_a_file(self, platform):
        picture = photo()
        original = sends(platform, "ฟ้า", picture, "image/png", quality="original")
        file = sends(platform, "ฟ้า", picture, "image/png", **{"as": "file"})

        assert platform.api.get(f"/message/{original}/content").content == picture
        assert platform.api.get(f"/message/{file}/content").content == picture

    @pytest.mark.parametrize(
        ("media_type", "shown"), [("application/pdf", "inline"), ("text/html", "attachment")]
    )
    def test_is_opened_by_browsers_only_when_harmless(self, platform, media_type, shown):
        message_id = sends(platform, "ฟ้า", b"...", media_type, name="บท.pdf")

        answer = platform.control.get(f"/contents/{message_id}")

        assert answer.content == b"..."
        assert answer.headers["content-disposition"].startswith(f"{shown}; filename*=UTF-8''%E0")

    def test_has_a_small_preview(self, platform):
        message_id = sends(platform, "ฟ้า", photo(), "image/png")

        answer = platform.api.get(f"/message/{message_id}/content/preview")

        assert Image.open(io.BytesIO(answer.content)).size == (240, 120)

    def test_is_gone_when_taken_back(self, platform):
        message_id = sends(platform, "ฟ้า", photo(), "image/png")
        platform.does("ฟ้า", "unsend", messageId=message_id)

        answer = platform.api.get(f"/message/{message_id}/content")

        assert (answer.status_code, answer.json()) == (410, {"message": "The content is gone"})

    def test_is_not_found_for_texts_and_strangers(self, platform):
        text = platform.says("ฟ้า", "สวัสดี")["messageId"]

        for message_id in (text, "1"):
            answer = platform.api.get(f"/message/{message_id}/content")
            assert (answer.status_code, answer.json()) == (404, {"message": "not found"})
        assert platform.api.get("/message/abc/content").status_code == 400

    def test_refuses_a_photo_that_is_none(self, platform):
        answer = platform.control.post(
            "/persons/ฟ้า/files", content=b"?", headers={"content-type": "image/png"}
        )

        assert answer.status_code == 400

    def test_is_transcoded_for_videos_only(self, platform):
        message_id = sends(platform, "ฟ้า", photo(), "image/png")

        assert platform.api.get(f"/message/{message_id}/content/transcoding").status_code == 404


class TestLoading:
    def start(self, platform, **body):
        return platform.api.post("/chat/loading/start", json=body)

    def test_is_accepted_for_a_person(self, platform):
        answer = self.start(platform, chatId=FAH, loadingSeconds=60)

        assert (answer.status_code, answer.json()) == (202, {})
        assert self.start(platform, chatId=FAH).status_code == 202

    @pytest.mark.parametrize(
        ("seconds", "complaint"),
        [
            (4, "Must be between 5 and 60"),
            (65, "Must be between 5 and 60"),
            (7, "must be a multiple of five"),
        ],
    )
    def test_lasts_five_to_sixty_seconds(self, platform, seconds, complaint):
        answer = self.start(platform, chatId=FAH, loadingSeconds=seconds)

        assert answer.status_code == 400
        assert answer.json()["details"] == [{"message": complaint, "property": "loadingSeconds"}]

    def test_is_refused_for_a_group(self, platform):
        assert (
            self.start(platform, chatId=GROUP)
            .json()["details"][0]["message"]
            .startswith("Only user id is acceptable")
        )


class TestMarkAsRead:
    def test_marks_everything_up_to_a_message(self, platform, bot):
        for text in ("หนึ่ง", "สอง", "สาม"):
            platform.says("ฟ้า", text)
        bot.next_event()
        token = bot.next_event()["message"]["markAsReadToken"]

        answer = platform.api.post("/chat/markAsRead", json={"markAsReadToken": token})

        assert answer.status_code == 200
        assert [one["read"] for one in platform.chat("ฟ้า/bot")] == [True, True, False]

    def test_refuses_an_unknown_token(self, platform):
        answer = platform.api.post("/chat/markAsRead", json={"markAsReadToken": "x"})

        assert answer.status_code == 400
