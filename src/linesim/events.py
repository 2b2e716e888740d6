"""Webhook events in LINE's own words."""

from datetime import datetime
from typing import Any

from linesim.clock import milliseconds
from linesim.ids import Ids
from linesim.tokens import ReplyTokens
from linesim.world import Message, World

# Kinds of message a person can send whose event carries a quote token.
QUOTABLE_FROM_PEOPLE = frozenset({"text", "image", "video", "sticker"})
# Kinds a person can send as a quote of another.
CAN_QUOTE = frozenset({"text", "sticker"})

Event = dict[str, Any]


class Events:
    """Build events with every field that LINE documents for them."""

    def __init__(self, *, world: World, ids: Ids, reply_tokens: ReplyTokens) -> None:
        self._world = world
        self._ids = ids
        self._reply_tokens = reply_tokens

    def message(self, message: Message, *, now: datetime) -> Event:
        """Somebody sent a message."""
        event = self._answerable("message", message.chat, user=message.sender, now=now)
        event["message"] = message_content(message, world=self._world)
        return event

    def message_edited(self, message: Message, *, now: datetime) -> Event:
        """Somebody changed a text in a group; the id is the original's."""
        event = self._answerable("messageEdited", message.chat, user=message.sender, now=now)
        content = message_content(message, world=self._world)
        content.pop("markAsReadToken", None)
        event["message"] = content
        return event

    def unsend(self, message: Message, *, now: datetime) -> Event:
        """Somebody took a message back."""
        event = self._event("unsend", self._source(message.chat, message.sender), now=now)
        event["unsend"] = {"messageId": message.id}
        return event

    def postback(
        self,
        chat: str,
        *,
        user: str,
        data: str,
        params: dict[str, str] | None = None,
        now: datetime,
    ) -> Event:
        """Somebody pressed a button that speaks to the bot."""
        event = self._answerable("postback", chat, user=user, now=now)
        event["postback"] = {"data": data} | ({"params": params} if params else {})
        return event

    def follow(self, user: str, *, unblocked: bool, now: datetime) -> Event:
        """Somebody became a friend, or stopped blocking."""
        event = self._answerable("follow", user, user=user, now=now)
        event["follow"] = {"isUnblocked": unblocked}
        return event

    def unfollow(self, user: str, *, now: datetime) -> Event:
        """Somebody blocked the account."""
        return self._event("unfollow", self._source(user, user), now=now)

    def account_link(self, user: str, *, nonce: str, linked: bool, now: datetime) -> Event:
        """Somebody tied an account at the bot's service to LINE, or could not.

        Of a failure LINE does not say whose it was, and nobody can answer it.
        """
        if linked:
            event = self._answerable("accountLink", user, user=user, now=now)
        else:
            event = self._event("accountLink", {}, now=now)
            del event["source"]
        event["link"] = {"result": "ok" if linked else "failed", "nonce": nonce}
        return event

    def join(self, group: str, *, now: datetime) -> Event:
        """The bot came into a group."""
        return self._answerable("join", group, user=None, now=now)

    def leave(self, group: str, *, now: datetime) -> Event:
        """The bot is no longer in a group."""
        return self._event("leave", self._source(group, None), now=now)

    def member_joined(self, group: str, *, users: list[str], now: datetime) -> Event:
        """People came into a group."""
        event = self._answerable("memberJoined", group, user=None, now=now)
        event["joined"] = {"members": [{"type": "user", "userId": user} for user in users]}
        return event

    def member_left(self, group: str, *, users: list[str], now: datetime) -> Event:
        """People left a group."""
        event = self._event("memberLeft", self._source(group, None), now=now)
        event["left"] = {"members": [{"type": "user", "userId": user} for user in users]}
        return event

    def completed(self, event: Event, *, chat: str, now: datetime) -> Event:
        """An event of any type, with the common fields that it lacks."""
        user = chat if chat.startswith("U") else None
        return self._event(event["type"], self._source(chat, user), now=now) | event

    def _answerable(self, kind: str, chat: str, *, user: str | None, now: datetime) -> Event:
        event = self._event(kind, self._source(chat, user), now=now)
        event["replyToken"] = self._reply_tokens.issue(chat, now=now)
        return event

    def _event(self, kind: str, source: dict[str, str], *, now: datetime) -> Event:
        return {
            "type": kind,
            "mode": "active",
            "timestamp": milliseconds(now),
            "source": source,
            "webhookEventId": self._ids.webhook_event(now),
            "deliveryContext": {"isRedelivery": False},
        }

    def _source(self, chat: str, user: str | None) -> dict[str, str]:
        if chat.startswith("U"):
            return {"type": "user", "userId": chat}
        kind = "room" if chat.startswith("R") else "group"
        source = {"type": kind, f"{kind}Id": chat}
        return source | {"userId": user} if user else source


def message_content(message: Message, *, world: World) -> dict[str, Any]:
    """A person's message as its event carries it."""
    content: dict[str, Any] = {"id": message.id, **message.content}
    if "mention" in content:
        content["mention"] = {
            "mentionees": [_mentionee(one, world) for one in content["mention"]["mentionees"]]
        }
    if message.quote_token:
        content["quoteToken"] = message.quote_token
    if message.quoted_id:
        content["quotedMessageId"] = message.quoted_id
    if message.mark_as_read_token:
        content["markAsReadToken"] = message.mark_as_read_token
    return content


def _mentionee(mentionee: dict[str, Any], world: World) -> dict[str, Any]:
    if mentionee["type"] != "user":
        return mentionee
    return mentionee | {"isSelf": mentionee["userId"] == world.channel.bot_user_id}
