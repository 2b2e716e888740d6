"""Who is there, in which chats, and what has been said."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Literal, TypeVar

from linesim.ids import Ids
from linesim.login_channels import LiffApp, LoginChannel

BOT = "bot"
LARGEST_GROUP = 500

Device = Literal["phone", "pc"]
Carrier = Literal["person", "reply", "push", "multicast", "broadcast"]

Thing = TypeVar("Thing", "Person", "Group")


class Unknown(Exception):
    """There is no such person, group or message in this world."""


@dataclass
class Person:
    """Somebody who holds a phone or sits at a PC."""

    id: str
    name: str
    device: Device = "phone"
    friend: bool = True
    blocked: bool = False
    wrote_at: datetime | None = None  # last time in the one-to-one chat
    email: str | None = None  # told to login channels that may read it

    def can_be_reached(self, *, since: datetime) -> bool:
        """LINE delivers to friends, and to others who wrote to the account not long ago."""
        if self.blocked:
            return False
        return self.friend or (self.wrote_at is not None and self.wrote_at >= since)


@dataclass
class Group:
    """A group, or a room, whose name is ours only; `bot`: whether the account is in it."""

    id: str
    name: str
    members: list[str] = field(default_factory=list)
    bot: bool = True
    other_account: bool = False  # another official account, which leaves no room for ours


@dataclass
class Channel:
    """The official account and its Messaging API channel."""

    id: str
    secret: str
    access_token: str
    bot_user_id: str
    display_name: str
    webhook_url: str | None = None
    webhook_active: bool = True
    plan: str = "free"
    verified: bool = False
    timezone: str | None = None  # where the phones are; None: wherever they are looked at
    joins_groups: bool = True  # LINE's own default is False
    assertion_keys: list[dict[str, str]] = field(default_factory=list)  # public keys, as JWK


@dataclass
class Content:
    """The bytes behind an image or a file that a person sent."""

    data: bytes
    media_type: str
    file_name: str | None = None


@dataclass
class Message:
    """One message in one chat. `content` is in LINE's own words."""

    id: str
    chat: str  # a user id for a one-to-one chat, else a group id
    sender: str  # a user id, or BOT
    content: dict[str, Any]
    sent_at: datetime
    carrier: Carrier
    quote_token: str | None = None
    mark_as_read_token: str | None = None
    quoted_id: str | None = None
    counted: int = 0
    edited_at: datetime | None = None
    unsent_at: datetime | None = None
    read_at: datetime | None = None


@dataclass
class Notice:
    """What a chat says by itself: somebody joined or left it. `who` is a user id, or BOT."""

    kind: Literal["joined", "left"]
    who: str
    at: datetime


class World:
    """All people, groups, chats and messages of one platform."""

    def __init__(
        self, *, channel: Channel, people: list[Person], groups: list[Group], ids: Ids
    ) -> None:
        self.channel = channel
        self.people = people
        self.groups = groups
        self.ids = ids
        self.login_channels: list[LoginChannel] = []
        self.contents: dict[str, Content] = {}
        self._notices: dict[str, list[Notice]] = {}
        self.keep: int | None = None  # remember so many messages, the latest ones
        self._chats: dict[str, list[Message]] = {}
        self._messages: dict[str, Message] = {}
        self._by_quote_token: dict[str, Message] = {}

    def person(self, who: str) -> Person:
        """Find a person by id or name, or raise Unknown."""
        return _find(self.people, who)

    def group(self, which: str) -> Group:
        """Find a group by id or name, or raise Unknown."""
        return _find(self.groups, which)

    def login_channel(self, channel_id: str) -> LoginChannel:
        """Find a login channel by its id, or raise Unknown."""
        for channel in self.login_channels:
            if channel.id == channel_id:
                return channel
        raise Unknown(f"no login channel {channel_id!r}")

    def liff_app(self, liff_id: str) -> tuple[LoginChannel, LiffApp]:
        """Find a LIFF app and the channel it hangs on, or raise Unknown."""
        for channel in self.login_channels:
            for app in channel.liff:
                if app.id == liff_id:
                    return channel, app
        raise Unknown(f"no LIFF app {liff_id!r}")

    def chat_called(self, name: str) -> str:
        """The chat with a person or group of this id or name, or raise Unknown."""
        for person in self.people:
            if name in (person.id, person.name):
                return person.id
        return self.group(name).id

    def add(self, message: Message) -> None:
        """Put a message at the end of its chat."""
        self._chats.setdefault(message.chat, []).append(message)
        self._messages[message.id] = message
        self.register_quote_token(message)
        if self.keep is not None and len(self._messages) > self.keep:
            self._forget_oldest()

    def register_quote_token(self, message: Message) -> None:
        """Let a message be quoted by its token; earlier tokens of it stay valid."""
        if message.quote_token:
            self._by_quote_token[message.quote_token] = message

    def message(self, message_id: str) -> Message:
        """Find a message, or raise Unknown."""
        try:
            return self._messages[message_id]
        except KeyError:
            raise Unknown(f"no message {message_id}") from None

    def remembers(self, message_id: str) -> bool:
        """Whether a message is still kept."""
        return message_id in self._messages

    def messages_in(self, chat: str) -> list[Message]:
        """Everything said in a chat, oldest first."""
        return self._chats.get(chat, [])

    def notice(self, chat: str, notice: Notice) -> None:
        """Let a chat say something by itself."""
        self._notices.setdefault(chat, []).append(notice)

    def notices_in(self, chat: str) -> list[Notice]:
        """Everything a chat said by itself, oldest first."""
        return self._notices.get(chat, [])

    def quoted_by(self, quote_token: str, *, chat: str) -> Message | None:
        """The message that a quote token stands for; it means nothing in any other chat."""
        message = self._by_quote_token.get(quote_token)
        return message if message and message.chat == chat else None

    def read_up_to(self, token: str, *, now: datetime) -> bool:
        """Mark a chat as read up to the message with this token; False if nobody has it."""
        for messages in self._chats.values():
            for place, message in enumerate(messages):
                if message.mark_as_read_token == token:
                    for earlier in messages[: place + 1]:
                        earlier.read_at = earlier.read_at or now
                    return True
        return False

    def name_of(self, sender: str) -> str:
        """What a chat shows as the sender's name."""
        return self.channel.display_name if sender == BOT else self.person(sender).name

    def _forget_oldest(self) -> None:
        """The oldest message of all is also the first in its chat."""
        oldest = self._messages.pop(next(iter(self._messages)))
        self._chats[oldest.chat].remove(oldest)
        self._by_quote_token.pop(oldest.quote_token or "", None)
        self.contents.pop(oldest.id, None)


def _find(things: list[Thing], wanted: str) -> Thing:
    for thing in things:
        if wanted in (thing.id, thing.name):
            return thing
    raise Unknown(f"nobody and nothing here is called {wanted!r}")
