"""Webhook events as typed values. Whatever LINE adds without notice is tolerated and kept."""

import hashlib
import json
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

Json = dict[str, Any]


class UnreadableBody(Exception):
    """The body of a webhook is not what LINE sends."""


@dataclass(frozen=True)
class LineEvent:
    """One event. Missing parts are empty, so that an unknown kind of event harms nobody."""

    raw: Json

    @property
    def event_id(self) -> str:
        """LINE's own id; for an event without a usable one, a digest of its content."""
        given = self.raw.get("webhookEventId")
        # PostgreSQL's text holds no NUL and no lone surrogate, and an id has neither.
        if isinstance(given, str) and 0 < len(given) <= 64 and given.isascii() and given.isalnum():
            return given
        return hashlib.sha256(_compact(self.raw)).hexdigest()

    @property
    def type(self) -> str:
        return _text(self.raw, "type")

    @property
    def source_type(self) -> str:
        return _text(_part(self.raw, "source"), "type")

    @property
    def user_id(self) -> str:
        """Who acted; empty where LINE does not tell."""
        return _text(_part(self.raw, "source"), "userId")

    @property
    def chat(self) -> str:
        """Where it happened: the id of a group, a room, or the person in a 1:1 chat."""
        source = _part(self.raw, "source")
        return _text(source, "groupId") or _text(source, "roomId") or self.user_id

    @property
    def in_group(self) -> bool:
        return self.source_type in ("group", "room")

    @property
    def conversation(self) -> str:
        return f"{self.chat}/{self.user_id}"[:140]

    @property
    def reply_token(self) -> str:
        """Empty in standby mode and for events that cannot be answered."""
        return _text(self.raw, "replyToken")[:100]

    @property
    def message(self) -> Json:
        return _part(self.raw, "message")

    @property
    def message_id(self) -> str:
        return _text(self.message, "id")

    @property
    def message_type(self) -> str:
        return _text(self.message, "type")

    @property
    def text(self) -> str:
        return _text(self.message, "text")

    @property
    def quoted_message_id(self) -> str:
        return _text(self.message, "quotedMessageId")

    @property
    def file_name(self) -> str:
        return _text(self.message, "fileName")

    @property
    def file_size(self) -> int:
        """Bytes as LINE announces them, 0 where it does not."""
        size = self.message.get("fileSize")
        return size if isinstance(size, int) and size >= 0 else 0

    @property
    def served_by_line(self) -> bool:
        """Whether the content comes from LINE; anything else is an address that we never fetch."""
        return _text(_part(self.message, "contentProvider"), "type") in ("", "line")

    @property
    def postback_data(self) -> str:
        return _text(_part(self.raw, "postback"), "data")

    @property
    def happened_at(self) -> datetime | None:
        """When it happened by LINE's clock (UTC)."""
        stamp = self.raw.get("timestamp")
        if not isinstance(stamp, int | float) or not 0 < stamp < 1e14:
            return None
        return datetime.fromtimestamp(stamp / 1000, UTC)


def events_in(body: bytes) -> list[LineEvent]:
    """The events of a webhook body, or UnreadableBody."""
    try:
        parsed = json.loads(body)
    except (ValueError, RecursionError) as error:
        raise UnreadableBody from error
    events = parsed.get("events") if isinstance(parsed, dict) else None
    if not isinstance(events, list) or not all(isinstance(event, dict) for event in events):
        raise UnreadableBody
    return [LineEvent(event) for event in events]


def event_from(payload: bytes) -> LineEvent:
    """The event that `payload_of` kept."""
    return LineEvent(json.loads(payload))


def payload_of(event: LineEvent) -> bytes:
    """The event as bytes to keep; lone surrogates and NUL stay escaped."""
    return _compact(event.raw)


def _compact(value: Json) -> bytes:
    return json.dumps(value, separators=(",", ":"), sort_keys=True).encode("ascii")


def _part(value: Json, name: str) -> Json:
    part = value.get(name)
    return part if isinstance(part, dict) else {}


def _text(value: Json, name: str) -> str:
    text = value.get(name)
    # PostgreSQL keeps no NUL and no lone surrogate in text.
    if not isinstance(text, str):
        return ""
    return text.replace("\x00", "").encode("utf-8", "replace").decode("utf-8")
