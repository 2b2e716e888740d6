"""The world as the pages and the tests see it: JSON, without secrets."""

from typing import Any

from linesim.mailbox import Mail
from linesim.simulator import Simulator
from linesim.validation.messages import BRACES
from linesim.world import BOT, Group, Message, Person, World


def world_view(simulator: Simulator) -> dict[str, Any]:
    """Everybody and everything, the channel without its secret and token."""
    world = simulator.world
    return {
        "channel": {
            "id": world.channel.id,
            "name": world.channel.display_name,
            "botUserId": world.channel.bot_user_id,
            "webhookUrl": world.channel.webhook_url,
            "plan": world.channel.plan,
            "timezone": world.channel.timezone,
            "limit": simulator.quota.limit,
            "used": simulator.quota.used(now=simulator.clock.now()),
        },
        "now": simulator.clock.now().isoformat(),
        "persons": [_person(person) for person in world.people],
        "groups": [_group(group) for group in world.groups],
    }


def chat_view(simulator: Simulator, chat: str) -> list[dict[str, Any]]:
    """The messages of a chat, oldest first."""
    return [message_view(simulator.world, one) for one in simulator.world.messages_in(chat)]


def notices_view(simulator: Simulator, chat: str) -> list[dict[str, Any]]:
    """What a chat said by itself, oldest first."""
    world = simulator.world
    return [
        {"kind": one.kind, "name": world.name_of(one.who), "time": one.at.isoformat()}
        for one in world.notices_in(chat)
    ]


def message_view(world: World, message: Message) -> dict[str, Any]:
    """One message, with the words a person would see."""
    view: dict[str, Any] = {
        "id": message.id,
        "chat": message.chat,
        "sender": _sender(world, message),
        "type": message.content["type"],
        "text": shown_text(world, message),
        "content": None if message.unsent_at else message.content,
        "time": message.sent_at.isoformat(),
        "quickReply": message.content.get("quickReply"),
        "delivery": message.carrier,
        "cost": message.counted,
        "edited": message.edited_at is not None,
        "unsent": message.unsent_at is not None,
        "read": message.read_at is not None,
        "quoted": None,
    }
    if message.quoted_id and world.remembers(message.quoted_id):
        quoted = world.message(message.quoted_id)
        view["quoted"] = {
            "id": quoted.id,
            "sender": _sender(world, quoted)["name"],
            "text": shown_text(world, quoted),
        }
    return view


def mail_view(mail: Mail) -> dict[str, Any]:
    """A mail with its envelope, headers, text and what is attached."""
    return {
        "n": mail.number,
        "time": mail.at.isoformat(),
        "sender": mail.sender,
        "recipients": mail.recipients,
        "subject": mail.subject,
        "headers": [[name, str(value)] for name, value in mail.message.items()],
        "text": mail.text,
        "html": mail.html,
        "size": len(mail.raw),
        "attachments": [
            {
                "k": place,
                "name": attachment.name,
                "type": attachment.media_type,
                "size": len(attachment.data),
                "sha256": attachment.sha256,
            }
            for place, attachment in enumerate(mail.attachments, 1)
        ],
    }


def shown_text(world: World, message: Message) -> str | None:
    """What stands in a message, or stands for it in a notification."""
    content = message.content
    if message.unsent_at:
        return None
    if content["type"] == "textV2":
        return _with_substitutes(world, content["text"], content.get("substitution") or {})
    text = content.get("text") or content.get("altText") or content.get("fileName")
    return str(text) if text else None


def _person(person: Person) -> dict[str, Any]:
    return {
        "id": person.id,
        "name": person.name,
        "device": person.device,
        "friend": person.friend,
        "blocked": person.blocked,
    }


def _group(group: Group) -> dict[str, Any]:
    return {"id": group.id, "name": group.name, "members": group.members, "bot": group.bot}


def _sender(world: World, message: Message) -> dict[str, str]:
    given = (message.content.get("sender") or {}) if message.sender == BOT else {}
    return {"id": message.sender, "name": given.get("name") or world.name_of(message.sender)}


def _with_substitutes(world: World, text: str, substitution: dict[str, Any]) -> str:
    def shown(key: str) -> str:
        substitute = substitution[key]
        if substitute["type"] == "emoji":
            return "🙂"
        mentionee = substitute["mentionee"]
        return "@All" if mentionee["type"] == "all" else f"@{world.name_of(mentionee['userId'])}"

    return BRACES.sub(lambda found: shown(found[1]) if found[1] else found[0][0], text)
