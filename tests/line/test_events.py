import json

import pytest

from chapwai.line.events import LineEvent, UnreadableBody, event_from, events_in, payload_of

GROUP_SOURCE = {"type": "group", "groupId": "C1", "userId": "U1"}


class TestLineEvent:
    def test_tells_who_said_what_where(self):
        event = LineEvent(
            {"type": "message", "source": GROUP_SOURCE, "message": {"type": "text", "text": "มีค่ะ"}}
        )

        assert (event.chat, event.user_id, event.in_group) == ("C1", "U1", True)
        assert (event.message_type, event.text, event.conversation) == ("text", "มีค่ะ", "C1/U1")

    def test_takes_a_person_for_the_chat_of_one(self):
        event = LineEvent({"source": {"type": "user", "userId": "U1"}})

        assert (event.chat, event.in_group) == ("U1", False)

    def test_takes_a_room_for_a_group(self):
        event = LineEvent({"source": {"type": "room", "roomId": "R1", "userId": "U1"}})

        assert (event.chat, event.in_group) == ("R1", True)

    @pytest.mark.parametrize(
        "raw",
        [
            {},
            {"type": 1, "source": [], "message": "text", "postback": None, "replyToken": {}},
            {"source": {"type": None, "userId": 7}, "message": {"id": 1, "text": ["a"]}},
            {"message": {"fileSize": "large", "fileName": None, "contentProvider": []}},
            {"timestamp": "now"},
        ],
    )
    def test_is_empty_where_parts_are_missing_or_of_another_kind(self, raw):
        event = LineEvent(raw)

        assert {event.type, event.user_id, event.chat, event.text, event.reply_token} == {""}
        assert {event.message_id, event.file_name, event.postback_data} == {""}
        assert (event.file_size, event.happened_at) == (0, None)

    def test_leaves_out_of_texts_what_postgresql_cannot_keep(self):
        event = LineEvent({"message": {"text": "ก\x00ข\ud800ค"}})

        assert event.text == "กข?ค"

    def test_fetches_no_content_from_elsewhere(self):
        elsewhere = {"contentProvider": {"type": "external", "originalContentUrl": "http://x"}}

        assert not LineEvent({"message": elsewhere}).served_by_line
        assert LineEvent({"message": {"contentProvider": {"type": "line"}}}).served_by_line
        assert LineEvent({"message": {}}).served_by_line


class TestEventId:
    def test_is_lines_own(self):
        assert LineEvent({"webhookEventId": "01HZ"}).event_id == "01HZ"

    @pytest.mark.parametrize("given", [None, "", 5, "x" * 65, "a\x00b", "\ud800", "ก"])
    def test_is_a_digest_where_the_given_one_is_of_no_use(self, given):
        event = LineEvent({"webhookEventId": given, "type": "message"})

        assert len(event.event_id) == 64
        assert event.event_id == LineEvent({"type": "message", "webhookEventId": given}).event_id
        assert event.event_id != LineEvent({"webhookEventId": given, "type": "follow"}).event_id


class TestEventsIn:
    def test_are_all_in_the_body(self):
        body = json.dumps({"events": [{"type": "message"}, {"type": "unknown"}]}).encode()

        assert [event.type for event in events_in(body)] == ["message", "unknown"]

    def test_may_be_none_as_when_line_checks_the_address(self):
        assert events_in(b'{"destination": "U0", "events": []}') == []

    @pytest.mark.parametrize(
        "body",
        [b"", b"{", b"[]", b"{}", b"null", b'{"events": {}}', b'{"events": [1]}', b"\xff\xfe"],
    )
    def test_are_not_found_in_anything_else(self, body):
        with pytest.raises(UnreadableBody):
            events_in(body)

    def test_are_not_looked_for_without_end(self):
        with pytest.raises(UnreadableBody):
            events_in(b'{"events": ' + b"[" * 100_000)


class TestPayload:
    def test_keeps_every_character_as_it_came(self):
        event = LineEvent({"message": {"text": "ก\x00\ud800🙏", "new field": [1, None]}})

        assert event_from(payload_of(event)).raw == event.raw
