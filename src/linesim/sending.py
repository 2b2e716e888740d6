"""What the bot says: into which chats, at what price."""

from datetime import datetime, timedelta
from typing import Any

from linesim.simulator import Simulator
from linesim.validation import Invalid
from linesim.validation.messages import mentions_in
from linesim.world import BOT, Carrier, Group, Message, Unknown

# Someone who is no friend is reached for so long after writing to the account.
STRANGERS_REACHED_FOR = timedelta(days=7)

QUOTABLE_FROM_BOT = frozenset({"text", "textV2", "sticker", "image", "video", "template", "flex"})


class CannotSend(Exception):
    """Failed to send messages"""


def reply(
    simulator: Simulator, token: str, messages: list[dict[str, Any]], *, now: datetime
) -> list[dict[str, str]]:
    """Answer an event, free of charge, and return what LINE calls the sent messages.

    Raises InvalidReplyToken, CannotSend or Invalid; the token is spent only on success.
    """
    chat = simulator.reply_tokens.chat_of(token, now=now)
    _check_for_chat(simulator, chat, messages)
    simulator.reply_tokens.spend(token)
    simulator.quota.record("reply", messages=len(messages), counted=0, now=now)
    return _put(simulator, chat, messages, carrier="reply", counted=0, now=now)


def push(
    simulator: Simulator, chat: str, messages: list[dict[str, Any]], *, now: datetime
) -> tuple[list[dict[str, str]], int]:
    """Send into a chat; return the sent messages and how many were counted.

    Raises CannotSend, Invalid or MonthlyLimitReached.
    """
    _check_for_chat(simulator, chat, messages)
    counted = _people_reached(simulator, chat, now=now)
    simulator.quota.check(counted, now=now)
    simulator.quota.record("push", messages=len(messages), counted=counted, now=now)
    if chat.startswith("U") and not counted:
        # LINE answers as if it had been delivered: nobody learns who blocks whom.
        return [_sent(_made(simulator, chat, one, "push", now)) for one in messages], 0
    return _put(simulator, chat, messages, carrier="push", counted=counted, now=now), counted


def multicast(
    simulator: Simulator, users: list[str], messages: list[dict[str, Any]], *, now: datetime
) -> int:
    """Send to many people one by one, and return how many were counted."""
    if any(mention for message in messages for mention in mentions_in(message)):
        raise mention_refused()
    reached = [user for user in dict.fromkeys(users) if _is_reached(simulator, user, now=now)]
    simulator.quota.check(len(reached), now=now)
    simulator.quota.record("multicast", messages=len(messages), counted=len(reached), now=now)
    for user in reached:
        _put(simulator, user, messages, carrier="multicast", counted=1, now=now)
    return len(reached)


def broadcast(simulator: Simulator, messages: list[dict[str, Any]], *, now: datetime) -> int:
    """Send to every friend who does not block the account, and return how many were counted."""
    if any(mention for message in messages for mention in mentions_in(message)):
        raise mention_refused()
    friends = [one.id for one in simulator.world.people if one.friend and not one.blocked]
    simulator.quota.check(len(friends), now=now)
    simulator.quota.record("broadcast", messages=len(messages), counted=len(friends), now=now)
    for user in friends:
        _put(simulator, user, messages, carrier="broadcast", counted=1, now=now)
    return len(friends)


def mention_refused() -> Invalid:
    """Mentions work only in a group, of people who are in it."""
    return Invalid(
        "The request body has 1 error(s)",
        [{"message": "mention is not available", "property": "messages"}],
    )


def _check_for_chat(simulator: Simulator, chat: str, messages: list[dict[str, Any]]) -> None:
    group = _group_or_none(simulator, chat)
    for message in messages:
        for mention in mentions_in(message):
            _check_mention(mention, group)
        token = message.get("quoteToken")
        if token and not simulator.world.quoted_by(token, chat=chat):
            raise CannotSend


def _group_or_none(simulator: Simulator, chat: str) -> Group | None:
    """The group behind a chat that the bot may write to, None for one-to-one."""
    try:
        if chat.startswith("U"):
            simulator.world.person(chat)
            return None
        group = simulator.world.group(chat)
    except Unknown as nobody:
        raise CannotSend from nobody
    if not group.bot:
        raise CannotSend
    return group


def _check_mention(mention: dict[str, Any], group: Group | None) -> None:
    if group is None:
        raise mention_refused()
    if mention["type"] == "user" and mention["userId"] not in group.members:
        raise mention_refused()


def _people_reached(simulator: Simulator, chat: str, *, now: datetime) -> int:
    if chat.startswith("U"):
        return int(_is_reached(simulator, chat, now=now))
    return len(simulator.world.group(chat).members)


def _is_reached(simulator: Simulator, user: str, *, now: datetime) -> bool:
    try:
        person = simulator.world.person(user)
    except Unknown:
        return False
    return person.can_be_reached(since=now - STRANGERS_REACHED_FOR)


def _put(
    simulator: Simulator,
    chat: str,
    messages: list[dict[str, Any]],
    *,
    carrier: Carrier,
    counted: int,
    now: datetime,
) -> list[dict[str, str]]:
    """Show messages in a chat; the whole price stands on the first of them."""
    sent = [_made(simulator, chat, message, carrier, now) for message in messages]
    sent[0].counted = counted
    for message in sent:
        simulator.world.add(message)
    simulator.stream.publish("chat", chat=chat)
    return [_sent(message) for message in sent]


def _made(
    simulator: Simulator, chat: str, content: dict[str, Any], carrier: Carrier, now: datetime
) -> Message:
    quoted = simulator.world.quoted_by(content.get("quoteToken", ""), chat=chat)
    return Message(
        id=simulator.ids.message(),
        chat=chat,
        sender=BOT,
        content=content,
        sent_at=now,
        carrier=carrier,
        quote_token=simulator.ids.quote_token() if content["type"] in QUOTABLE_FROM_BOT else None,
        quoted_id=quoted.id if quoted else None,
    )


def _sent(message: Message) -> dict[str, str]:
    sent = {"id": message.id}
    return sent | {"quoteToken": message.quote_token} if message.quote_token else sent
