"""What the pages are told beyond the messages: who came and went, where the phones are."""

import smtplib
from email.message import EmailMessage

import pytest

from linesim.ids import Ids
from linesim.world_file import BadWorldFile, build_world

from .conftest import GROUP, STRANGER


class TestNotices:
    def test_tell_who_came_and_went(self, platform):
        members = f"/groups/{GROUP}/members"
        platform.control.post(members, json={"person": STRANGER})
        platform.control.delete(f"{members}/{STRANGER}")

        notices = platform.control.get(f"/chats/groups/{GROUP}").json()["notices"]

        assert [(one["kind"], one["name"]) for one in notices] == [
            ("joined", "คนแปลกหน้า"),
            ("left", "คนแปลกหน้า"),
        ]

    def test_tell_of_the_account_too(self, platform):
        platform.control.delete(f"/groups/{GROUP}/bot")
        platform.control.post(f"/groups/{GROUP}/bot")

        notices = platform.control.get(f"/chats/groups/{GROUP}").json()["notices"]

        assert [(one["kind"], one["name"]) for one in notices] == [
            ("left", "บัญชีทดสอบ"),
            ("joined", "บัญชีทดสอบ"),
        ]


class TestTimezone:
    def test_is_told_to_the_phones(self, platform):
        platform.simulator.world.channel.timezone = "Asia/Bangkok"

        assert platform.control.get("/world").json()["channel"]["timezone"] == "Asia/Bangkok"

    def test_must_be_a_real_one(self):
        with pytest.raises(BadWorldFile):
            build_world({"channel": {"timezone": "Asia/Bangcock"}}, ids=Ids(1))


class TestMailView:
    def test_shows_html_beside_text(self, platform):
        mail = EmailMessage()
        mail["Subject"], mail["From"], mail["To"] = "A123", "a@a.example", "b@b.example"
        mail.set_content("ตามไฟล์แนบ")
        mail.add_alternative("<p>ตามไฟล์แนบ</p>", subtype="html")
        with smtplib.SMTP("127.0.0.1", platform.smtp_port, timeout=10) as smtp:
            smtp.send_message(mail)

        [shown] = platform.control.get("/mails").json()["mails"]

        assert (shown["text"].strip(), shown["html"].strip()) == (
            "ตามไฟล์แนบ",
            "<p>ตามไฟล์แนบ</p>",
        )


class TestTap:
    def test_opens_the_address_of_an_imagemap_area(self, platform):
        area = {"x": 0, "y": 0, "width": 100, "height": 100}
        action = {"type": "uri", "linkUri": "https://x.example/", "area": area}
        imagemap = {
            "type": "imagemap",
            "baseUrl": "https://x.example/map",
            "altText": "แผนที่",
            "baseSize": {"width": 1040, "height": 1040},
            "actions": [action],
        }
        message_id = platform.push(GROUP, imagemap).json()["sentMessages"][0]["id"]

        outcome = platform.does("ฟ้า", "tap", messageId=message_id, action="/actions/0")

        assert outcome == {"uri": "https://x.example/"}
