"""Pressing buttons that a message really shows."""

import pytest

from .conftest import FAH, GROUP, MALI, TON


@pytest.fixture
def shown(platform, card):
    """The id of a card in the group."""
    return platform.push(GROUP, card).json()["sentMessages"][0]["id"]


class TestTap:
    def test_says_the_text_of_a_message_action(self, platform, bot, shown):
        outcome = platform.does("ต้น", "tap", messageId=shown, action="รับ")

        event = bot.next_event()
        assert event["webhookEventId"] == outcome["webhookEventId"]
        assert event["source"]["userId"] == TON
        assert event["message"]["text"] == "รับ A123"
        assert platform.chat("groups/กลุ่มทดสอบ")[-1]["text"] == "รับ A123"

    def test_sends_a_postback_and_shows_its_words(self, platform, bot, shown):
        platform.does("ต้น", "tap", messageId=shown, action="ไม่มี")

        event = bot.next_event()
        assert (event["type"], event["postback"]) == ("postback", {"data": "v1:no:A123"})
        assert event["source"] == {"type": "group", "groupId": GROUP, "userId": TON}
        assert event["replyToken"]
        assert platform.chat("groups/กลุ่มทดสอบ")[-1]["text"] == "ไม่มีค่ะ"

    def test_finds_a_button_by_its_path(self, platform, bot, shown):
        path = "/contents/footer/contents/0/action"
        platform.does("ต้น", "tap", messageId=shown, action=path)

        assert bot.next_event()["message"]["text"] == "รับ A123"

    def test_opens_the_address_meant_for_the_device(self, platform, shown):
        on_phone = platform.does("ต้น", "tap", messageId=shown, action="ดู")
        on_pc = platform.does("มะลิ", "tap", messageId=shown, action="ดู")

        assert on_phone == {"uri": "https://phone.example/"}
        assert on_pc == {"uri": "https://desk.example/"}

    def test_refuses_a_button_that_is_not_there(self, platform, shown):
        answer = platform.control.post("/persons/ต้น/tap", json={"messageId": shown, "action": "ลบ"})

        assert answer.status_code == 404

    def test_refuses_who_does_not_see_the_message(self, platform, shown):
        answer = platform.control.post(
            "/persons/คนแปลกหน้า/tap", json={"messageId": shown, "action": "รับ"}
        )

        assert answer.status_code == 409

    def test_presses_template_buttons(self, platform, bot):
        template = {
            "type": "confirm",
            "text": "ส่งเลยไหม",
            "actions": [
                {"type": "postback", "label": "ส่ง", "data": "yes"},
                {"type": "message", "label": "ไม่", "text": "ไม่ส่ง"},
            ],
        }
        message = {"type": "template", "altText": "ส่งเลยไหม", "template": template}
        [sent] = platform.push(FAH, message).json()["sentMessages"]

        platform.does("ฟ้า", "tap", messageId=sent["id"], action="ส่ง")

        assert bot.next_event()["postback"] == {"data": "yes"}

    def test_picks_a_date(self, platform, bot):
        picker = {"type": "datetimepicker", "label": "วันที่", "data": "by", "mode": "date"}
        template = {"type": "buttons", "text": "ภายใน", "actions": [picker]}
        message = {"type": "template", "altText": "ภายใน", "template": template}
        [sent] = platform.push(FAH, message).json()["sentMessages"]

        platform.does("ฟ้า", "tap", messageId=sent["id"], action="วันที่", value="2026-12-01")

        assert bot.next_event()["postback"] == {"data": "by", "params": {"date": "2026-12-01"}}


class TestQuickReply:
    def ask(self, platform, to):
        items = [{"type": "action", "action": {"type": "message", "label": "ใช่", "text": "ใช่ค่ะ"}}]
        message = {"type": "text", "text": "ใช่ไหม", "quickReply": {"items": items}}
        return platform.push(to, message).json()["sentMessages"][0]["id"]

    def tap(self, platform, person, message_id):
        order = {"messageId": message_id, "action": "ใช่"}
        return platform.control.post(f"/persons/{person}/tap", json=order)

    def test_can_be_pressed_on_a_phone(self, platform, bot):
        asked = self.ask(platform, FAH)

        assert self.tap(platform, "ฟ้า", asked).status_code == 200
        assert bot.next_event()["message"]["text"] == "ใช่ค่ะ"

    def test_does_not_show_on_a_pc(self, platform):
        asked = self.ask(platform, MALI)

        assert self.tap(platform, "มะลิ", asked).status_code == 404

    def test_goes_with_the_next_message(self, platform):
        asked = self.ask(platform, FAH)
        platform.says("ฟ้า", "เดี๋ยวก่อน")

        assert self.tap(platform, "ฟ้า", asked).status_code == 404


class TestPhone:
    @pytest.mark.parametrize(
        ("verb", "order"),
        [
            ("messages", {"chat": "กลุ่มทดสอบ", "text": "ขอเข้าหน่อย"}),
            ("follow", {}),
            ("unblock", {}),
        ],
    )
    def test_does_only_what_line_lets_people_do(self, platform, verb, order):
        who = "คนแปลกหน้า" if verb == "messages" else "ฟ้า"

        answer = platform.control.post(f"/persons/{who}/{verb}", json=order)

        assert answer.status_code == 409
        assert answer.json()["error"]

    def test_cannot_write_to_an_account_that_it_blocks(self, platform):
        platform.does("ฟ้า", "block")

        answer = platform.control.post("/persons/ฟ้า/messages", json={"chat": "bot", "text": "x"})

        assert answer.status_code == 409

    def test_quotes_only_what_is_in_the_chat(self, platform):
        elsewhere = platform.says("ฟ้า", "ที่อื่น")["messageId"]

        answer = platform.control.post(
            "/persons/ฟ้า/messages",
            json={"chat": "กลุ่มทดสอบ", "text": "x", "quote": elsewhere},
        )

        assert answer.status_code == 409

    def test_edits_and_takes_back_only_its_own(self, platform):
        said = platform.says("ฟ้า", "ของฟ้า", chat="กลุ่มทดสอบ")["messageId"]

        for verb, more in (("edit", {"text": "ของต้น"}), ("unsend", {})):
            answer = platform.control.post(f"/persons/ต้น/{verb}", json={"messageId": said, **more})
            assert answer.status_code == 409

    def test_is_unknown_for_nobody(self, platform):
        answer = platform.control.post(
            "/persons/ไม่มีใคร/messages", json={"chat": "bot", "text": "x"}
        )

        assert answer.status_code == 404
