"""What LIFF apps may say in people's names: to the chat they were opened in, or by sharing."""

from typing import Any

from linesim import phones
from linesim.liff_windows import LiffWindow, Share
from linesim.simulator import Simulator
from linesim.taps import actions_of
from linesim.validation import Detail, Invalid, check_messages
from linesim.world import Person

Content = dict[str, Any]

SHAREABLE = ("text", "image", "video", "audio", "location", "template", "flex")
SENDABLE = (*SHAREABLE, "sticker")
# Of cards the bot hears nothing, though they stand in its chat.
UNHEARD = frozenset({"template", "flex"})


class MayNotWrite(Exception):
    """The LIFF app was not opened in a chat, or may not write there."""


class MayNotShare(Exception):
    """The channel has its target picker switched off, or the target is not there to choose."""


def send(simulator: Simulator, window: LiffWindow, messages: Any) -> None:
    """Say up to five things in the chat of a window.

    Raises MayNotWrite, or Invalid with LINE's words.
    """
    if window.chat is None or not window.may_write:
        raise MayNotWrite
    check(messages, kinds=SENDABLE)
    for message in messages:
        heard = message["type"] not in UNHEARD
        content = _as_said_by_person(message)
        phones.say_from_liff(
            simulator, window.person, chat=window.chat, content=content, heard=heard
        )


def targets(simulator: Simulator, person: Person) -> dict[str, list[dict[str, str]]]:
    """Whom a person may share with: their groups, and everybody else as friends."""
    world = simulator.world
    groups = [group for group in world.groups if person.id in group.members]
    friends = [one for one in world.people if one is not person]
    return {
        "groups": [{"id": group.id, "name": group.name} for group in groups],
        "friends": [{"id": friend.id, "name": friend.name} for friend in friends],
    }


def share(simulator: Simulator, person: Person, *, to: list[str], messages: Any) -> None:
    """Pass up to five things on to groups and friends; the bot hears of none of them.

    Whether LINE tells bots of shared texts is not known, so nobody should rely on it.
    Raises MayNotShare, or Invalid with LINE's words.
    """
    check(messages, kinds=SHAREABLE)
    known = {one["id"] for kind in targets(simulator, person).values() for one in kind}
    if not to or not set(to) <= known:
        raise MayNotShare
    shared = Share(simulator.clock.now(), person.id, to, messages)
    simulator.liff_windows.shares.append(shared)
    for chat in to:
        # Chats between two people are not played here; the record of shares must do.
        if not chat.startswith("U"):
            _show(simulator, person, chat, messages)


def check(messages: Any, *, kinds: tuple[str, ...]) -> None:
    """Raise Invalid unless LIFF apps may say this: plain texts, and buttons that open pages."""
    check_messages(messages)
    problems = [
        problem
        for place, message in enumerate(messages)
        for problem in _problems(message, f"messages[{place}]", kinds)
    ]
    if problems:
        raise Invalid(f"The request body has {len(problems)} error(s)", problems)


def _problems(message: Content, place: str, kinds: tuple[str, ...]) -> list[Detail]:
    if message["type"] not in kinds:
        words = f"Must be one of the following values: [{', '.join(kinds)}]"
        return [{"message": words, "property": f"{place}.type"}]
    problems: list[Detail] = [
        {"message": "Only the uri action is supported", "property": f"{place}{path}"}
        for path, action in actions_of(message).items()
        if action.get("type") != "uri"
    ]
    for name in ("emojis", "quoteToken", "quickReply", "sender"):
        if name in message:
            problems.append({"message": "invalid property", "property": f"{place}.{name}"})
    return problems


def _show(simulator: Simulator, person: Person, chat: str, messages: list[Content]) -> None:
    for message in messages:
        content = _as_said_by_person(message)
        phones.say_from_liff(simulator, person, chat=chat, content=content, heard=False)


def _as_said_by_person(message: Content) -> Content:
    """A message in the words of an event: media stay where they are, at an address outside."""
    match message["type"]:
        case "sticker":
            return message | {"stickerResourceType": "STATIC"}
        case "image" | "video" | "audio" as kind:
            names = ("originalContentUrl", "previewImageUrl")
            found = {name: message[name] for name in names if name in message}
            duration = {"duration": message["duration"]} if kind == "audio" else {}
            return {"type": kind, **duration, "contentProvider": {"type": "external", **found}}
        case _:
            return message
