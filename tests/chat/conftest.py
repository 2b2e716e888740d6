"""People who type, press and send in LINE, as events that the worker handles one by one."""

import itertools

import pytest
from django.conf import settings
from linebot.v3.messaging import Message

from chapwai.cards.postbacks import postback
from chapwai.chat.content import handle_content, take_next_content
from chapwai.chat.handle import handle_next_event
from chapwai.citations.citation import Reading, Verdict
from chapwai.line import outbox
from chapwai.line.events import LineEvent
from chapwai.line.intake import keep_events
from chapwai.line.models import OutgoingMessage
from chapwai.notices.tell import tell_new_events
from tests.building import GROUP, NINE, an_article

STRANGER = "U" + "f" * 32
_count = itertools.count(1)


class FakeReader:
    """The reading process at our edge: it finds what a test says, or raises it."""

    def __init__(self):
        self.reading = reading_of(an_article())
        self.asked = 0

    def read_photo(self, data):
        self.asked += 1
        if isinstance(self.reading, Exception):
            raise self.reading
        return self.reading


def reading_of(*citations, verdict=Verdict.SURE, picture=b"clean pixels"):
    return Reading(verdict=verdict, citations=citations, picture=picture, engine="fake")


class Chat:
    """What people do in LINE, and what LINE gets to hear of it."""

    def __init__(self, line, reader):
        self.line, self.reader, self.now = line, reader, NINE

    def types(self, person, text, *, group=True, quoting=""):
        quoted = {"quotedMessageId": quoting} if quoting else {}
        return self.happens(person, group, message={"type": "text", "text": text, **quoted})

    def presses(self, person, verb, subject, value="", *, group=False):
        data = postback(verb, str(subject), value)
        return self.happens(person, group, type="postback", postback={"data": data})

    def sends(self, person, content=b"pixels", *, group=False, name="", **message):
        """A photo, or a file if it has a name; it is handled at once."""
        message_id = f"5{next(_count):05}"
        self.line.contents[message_id] = content
        kind = {"type": "file", "fileName": name} if name else {"type": "image"}
        said = self.happens(person, group, message={"id": message_id, **kind, **message})
        return said + self.contents_are_handled()

    def contents_are_handled(self):
        before = self._count()
        while content := take_next_content(now=self.now):
            handle_content(content, client=self.line, reader=self.reader, now=self.now)
            self._speak({content.chat})
        return self._said_since(before)

    def follows(self, person):
        return self.happens(person, type="follow")

    def unsends(self, person, message_id, *, group=False):
        return self.happens(person, group, type="unsend", unsend={"messageId": message_id})

    def happens(self, person, group=False, **event):
        """LINE delivers an event, and the worker handles it."""
        number = next(_count)
        before = self._count()
        raw = {
            "type": "message",
            "webhookEventId": f"01H{number}",
            "replyToken": f"token{number}",
            "source": source_of(person, group=group),
            **event,
        }
        keep_events([LineEvent(raw)], now=self.now)
        while (chat := handle_next_event(now=self.now)) is not None:
            self._speak({chat} - {""})
        return self._said_since(before)

    def _speak(self, chats):
        for chat in chats | tell_new_events(now=self.now):
            outbox.speak(chat, client=self.line, now=self.now)

    def _count(self):
        newest = OutgoingMessage.objects.order_by("-id").first()
        return newest.pk if newest else 0

    def _said_since(self, pk):
        """The kinds of messages that this brought about, news to others left out."""
        own = OutgoingMessage.objects.filter(pk__gt=pk, notice=None).order_by("id")
        return [message.kind for message in own]


def source_of(person, *, group):
    user_id = getattr(person, "line_user_id", person)
    if group:
        chat = GROUP if group is True else group
        return {"type": "group", "groupId": chat, "userId": user_id}
    return {"type": "user", "userId": user_id}


@pytest.fixture
def photo_reader():
    return FakeReader()


@pytest.fixture
def chat(line, photo_reader, network):
    """A chat; whatever was said in it must be what LINE's own library knows."""
    settings.DATA_DIR.mkdir(parents=True, exist_ok=True)
    yield Chat(line, photo_reader)
    for call in line.calls:
        for message in call.messages:
            assert Message.from_dict(message).type == message["type"]


def newest_message(kind):
    return OutgoingMessage.objects.filter(kind=kind).order_by("-id").first()
