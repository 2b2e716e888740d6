"""What people do in LINE, and what the bot hears of it."""

from datetime import datetime
from typing import Any

from linesim import photos
from linesim.events import CAN_QUOTE, QUOTABLE_FROM_PEOPLE
from linesim.graphemes import utf16_length
from linesim.simulator import Simulator
from linesim.world import BOT, LARGEST_GROUP, Content, Group, Message, Notice, Person

LONGEST_TEXT = 10_000

# Kinds of message that a phone makes of a file, by the first half of its media type.
PLAYED = frozenset({"video", "audio"})


class Impossible(Exception):
    """LINE does not let anybody do this."""


def chat_of(simulator: Simulator, person: Person, where: str) -> str:
    """The chat meant by "bot", a group's id or its name.

    Raises Unknown, or Impossible for a group without this person.
    """
    if where == "bot":
        return person.id
    group = simulator.world.group(where)
    if person.id not in group.members:
        raise Impossible(f"{person.name} is not in {group.name}")
    return group.id


def write(
    simulator: Simulator,
    person: Person,
    *,
    chat: str,
    text: str,
    quote: str | None = None,
    mentions: list[str] | None = None,
) -> tuple[Message, str | None]:
    """Send a text, perhaps quoting a message or mentioning people ("all" and "bot" work too).

    Returns the message and the id of its event, None when the bot hears nothing.
    """
    if not text or utf16_length(text) > LONGEST_TEXT:
        raise Impossible(f"a text has 1 to {LONGEST_TEXT} characters")
    content: dict[str, Any] = {"type": "text", "text": text}
    if mentions:
        content["mention"] = {"mentionees": [_mention(simulator, text, one) for one in mentions]}
    return _send(simulator, person, chat, content, quote=quote)


def send_sticker(
    simulator: Simulator,
    person: Person,
    *,
    chat: str,
    package_id: str,
    sticker_id: str,
    quote: str | None = None,
) -> tuple[Message, str | None]:
    """Send a sticker, perhaps quoting a message."""
    content = {
        "type": "sticker",
        "packageId": package_id,
        "stickerId": sticker_id,
        "stickerResourceType": "STATIC",
    }
    return _send(simulator, person, chat, content, quote=quote)


def send_file(
    simulator: Simulator,
    person: Person,
    *,
    chat: str,
    name: str,
    data: bytes,
    media_type: str,
    as_file: bool = False,
    original_quality: bool = False,
    duration: int = 1000,
) -> tuple[Message, str | None]:
    """Send a photo, a video or audio of so many milliseconds, or a file of any other kind.

    LINE shrinks photos unless original quality is asked for; files it leaves alone.
    """
    if media_type.startswith("image/") and not as_file:
        content: dict[str, Any] = {"type": "image", "contentProvider": {"type": "line"}}
        if not original_quality:
            data, media_type = photos.as_sent_by_phone(data), "image/jpeg"
    elif (kind := media_type.partition("/")[0]) in PLAYED and not as_file:
        content = {"type": kind, "duration": duration, "contentProvider": {"type": "line"}}
    else:
        content = {"type": "file", "fileName": name, "fileSize": len(data)}
    return _send(simulator, person, chat, content, stored=Content(data, media_type, name))


def send_photos(
    simulator: Simulator,
    person: Person,
    *,
    chat: str,
    photographs: list[bytes],
    shuffle: bool = False,
    numbered: bool = True,
) -> list[tuple[Message, str | None]]:
    """Send several photos at once; the chat shows them in order, the bot may hear in another.

    Old phones tell neither the number of a photo nor how many there are: `numbered` False.
    """
    now, set_id = simulator.clock.now(), simulator.ids.message()
    messages = []
    for number, data in enumerate(photographs, 1):
        image_set: dict[str, Any] = {"id": set_id}
        if numbered:
            image_set |= {"index": number, "total": len(photographs)}
        content = {
            "type": "image",
            "contentProvider": {"type": "line"},
            "imageSet": image_set,
        }
        stored = Content(photos.as_sent_by_phone(data), "image/jpeg")
        messages.append(_show(simulator, chat, person, content, now=now, stored=stored))
    _note_contact(person, chat, now)
    heard = simulator.ids.shuffled(messages) if shuffle else messages
    told = {
        message.id: _tell_bot(simulator, chat, simulator.events.message(message, now=now))
        for message in heard
    }
    return [(message, told[message.id]) for message in messages]


def send_location(
    simulator: Simulator,
    person: Person,
    *,
    chat: str,
    title: str | None,
    address: str | None,
    latitude: float,
    longitude: float,
) -> tuple[Message, str | None]:
    """Send a place on the map."""
    named = {"title": title, "address": address}
    content: dict[str, Any] = {
        "type": "location",
        **{name: value for name, value in named.items() if value},
        "latitude": latitude,
        "longitude": longitude,
    }
    return _send(simulator, person, chat, content)


def say_from_liff(
    simulator: Simulator, person: Person, *, chat: str, content: dict[str, Any], heard: bool
) -> str | None:
    """Say in a person's name what a LIFF app wants said; the bot hears of it only if `heard`."""
    if heard:
        return _send(simulator, person, chat, content)[1]
    _show(simulator, chat, person, content, now=simulator.clock.now())
    return None


def press(
    simulator: Simulator,
    person: Person,
    *,
    chat: str,
    data: str,
    display_text: str | None = None,
    params: dict[str, str] | None = None,
) -> str | None:
    """Send a postback, and show its display text; returns the id of the event."""
    now = simulator.clock.now()
    if display_text:
        _show(simulator, chat, person, {"type": "text", "text": display_text}, now=now)
    _note_contact(person, chat, now)
    event = simulator.events.postback(chat, user=person.id, data=data, params=params, now=now)
    return _tell_bot(simulator, chat, event)


def edit(simulator: Simulator, person: Person, message: Message, *, text: str) -> str | None:
    """Change one's own text in a group; returns the id of the event."""
    if message.sender != person.id or message.content["type"] != "text" or message.unsent_at:
        raise Impossible("only one's own texts can be edited")
    if not message.chat.startswith("C"):
        raise Impossible("texts can be edited in groups only")
    now = simulator.clock.now()
    message.content = {"type": "text", "text": text}
    message.edited_at = now
    message.quote_token = simulator.ids.quote_token()
    simulator.world.register_quote_token(message)
    simulator.stream.publish("chat", chat=message.chat)
    return _tell_bot(simulator, message.chat, simulator.events.message_edited(message, now=now))


def unsend(simulator: Simulator, person: Person, message: Message) -> str | None:
    """Take one's own message back; returns the id of the event."""
    if message.sender != person.id or message.unsent_at:
        raise Impossible("only one's own messages can be taken back, and only once")
    message.unsent_at = now = simulator.clock.now()
    simulator.world.contents.pop(message.id, None)
    simulator.stream.publish("chat", chat=message.chat)
    return _tell_bot(simulator, message.chat, simulator.events.unsend(message, now=now))


def block(simulator: Simulator, person: Person) -> str | None:
    """Stop hearing from the account."""
    if person.blocked:
        raise Impossible(f"{person.name} already blocks the account")
    person.blocked = True
    simulator.stream.publish("world")
    event = simulator.events.unfollow(person.id, now=simulator.clock.now())
    return _tell_bot(simulator, person.id, event)


def unblock(simulator: Simulator, person: Person) -> str | None:
    """Hear from the account again."""
    if not person.blocked:
        raise Impossible(f"{person.name} does not block the account")
    person.blocked, person.friend = False, True
    return _tell_of_friend(simulator, person, unblocked=True)


def follow(simulator: Simulator, person: Person) -> str | None:
    """Add the account as a friend."""
    if person.friend:
        raise Impossible(f"{person.name} is a friend already")
    person.friend = True
    return _tell_of_friend(simulator, person, unblocked=False)


def invite_bot(simulator: Simulator, group: Group) -> str | None:
    """Bring the account into a group; it joins at once."""
    if group.bot:
        raise Impossible(f"the account is in {group.name} already")
    if group.other_account:
        raise Impossible(f"another account is in {group.name}; there can be one only")
    if not simulator.world.channel.joins_groups:
        raise Impossible("the account does not allow to be invited into groups")
    group.bot = True
    now = simulator.clock.now()
    _show_notice(simulator, group, Notice("joined", BOT, now))
    event = simulator.events.join(group.id, now=now)
    return _tell_bot(simulator, group.id, event)


def remove_bot(simulator: Simulator, group: Group) -> str | None:
    """Send the account out of a group."""
    if not group.bot:
        raise Impossible(f"the account is not in {group.name}")
    now = simulator.clock.now()
    event_id = _tell_bot(simulator, group.id, simulator.events.leave(group.id, now=now))
    group.bot = False
    _show_notice(simulator, group, Notice("left", BOT, now))
    return event_id


def add_member(simulator: Simulator, group: Group, person: Person) -> str | None:
    """Bring a person into a group."""
    if person.id in group.members:
        raise Impossible(f"{person.name} is in {group.name} already")
    if len(group.members) >= LARGEST_GROUP:
        raise Impossible(f"a group has at most {LARGEST_GROUP} people")
    group.members.append(person.id)
    now = simulator.clock.now()
    _show_notice(simulator, group, Notice("joined", person.id, now))
    event = simulator.events.member_joined(group.id, users=[person.id], now=now)
    return _tell_bot(simulator, group.id, event)


def remove_member(simulator: Simulator, group: Group, person: Person) -> str | None:
    """Let a person leave a group."""
    if person.id not in group.members:
        raise Impossible(f"{person.name} is not in {group.name}")
    group.members.remove(person.id)
    now = simulator.clock.now()
    _show_notice(simulator, group, Notice("left", person.id, now))
    event = simulator.events.member_left(group.id, users=[person.id], now=now)
    return _tell_bot(simulator, group.id, event)


def _send(
    simulator: Simulator,
    person: Person,
    chat: str,
    content: dict[str, Any],
    *,
    quote: str | None = None,
    stored: Content | None = None,
) -> tuple[Message, str | None]:
    now = simulator.clock.now()
    if chat == person.id and person.blocked:
        raise Impossible(f"{person.name} blocks the account")
    if quote:
        _check_quote(simulator, chat, content, quote)
    message = _show(simulator, chat, person, content, now=now, quote=quote, stored=stored)
    _note_contact(person, chat, now)
    return message, _tell_bot(simulator, chat, simulator.events.message(message, now=now))


def _check_quote(simulator: Simulator, chat: str, content: dict[str, Any], quote: str) -> None:
    quoted = simulator.world.message(quote)
    if quoted.chat != chat or quoted.unsent_at or content["type"] not in CAN_QUOTE:
        raise Impossible("a text or sticker can quote what is in the same chat")


def _show(
    simulator: Simulator,
    chat: str,
    person: Person,
    content: dict[str, Any],
    *,
    now: datetime,
    quote: str | None = None,
    stored: Content | None = None,
) -> Message:
    message = Message(
        id=simulator.ids.message(),
        chat=chat,
        sender=person.id,
        content=content,
        sent_at=now,
        carrier="person",
        quote_token=(
            simulator.ids.quote_token() if content["type"] in QUOTABLE_FROM_PEOPLE else None
        ),
        mark_as_read_token=simulator.ids.quote_token(),
        quoted_id=quote,
    )
    if stored:
        simulator.world.contents[message.id] = stored
    simulator.world.add(message)
    simulator.stream.publish("chat", chat=chat)
    return message


def _show_notice(simulator: Simulator, group: Group, notice: Notice) -> None:
    simulator.world.notice(group.id, notice)
    simulator.stream.publish("world")
    simulator.stream.publish("chat", chat=group.id)


def _note_contact(person: Person, chat: str, now: datetime) -> None:
    if chat == person.id:
        person.wrote_at = now


def _tell_of_friend(simulator: Simulator, person: Person, *, unblocked: bool) -> str | None:
    simulator.stream.publish("world")
    now = simulator.clock.now()
    event = simulator.events.follow(person.id, unblocked=unblocked, now=now)
    return _tell_bot(simulator, person.id, event)


def _tell_bot(simulator: Simulator, chat: str, event: dict[str, Any]) -> str | None:
    """Send an event to the bot, unless it is not in this group."""
    if not chat.startswith("U") and not simulator.world.group(chat).bot:
        return None
    simulator.webhooks.send([event], chat=chat)
    return str(event["webhookEventId"])


def _mention(simulator: Simulator, text: str, whom: str) -> dict[str, Any]:
    """Where in the text, in UTF-16 units, somebody's name stands after an @."""
    channel = simulator.world.channel
    target: dict[str, str] = {"type": "all"}
    name = "All"
    if whom == "bot":
        name, target = channel.display_name, {"type": "user", "userId": channel.bot_user_id}
    elif whom != "all":
        person = simulator.world.person(whom)
        name, target = person.name, {"type": "user", "userId": person.id}
    before, found, _ = text.partition(f"@{name}")
    if not found:
        raise Impossible(f"the text does not say @{name}")
    return {"index": utf16_length(before), "length": utf16_length(found), **target}
