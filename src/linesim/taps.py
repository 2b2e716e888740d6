"""Press a button that a message really shows, and do what LINE does then."""

from collections.abc import Iterator
from typing import Any

from linesim import phones
from linesim.phones import Impossible
from linesim.rich_menus import NoPicture, NoSuchAlias, NoSuchMenu
from linesim.simulator import Simulator
from linesim.world import Message, Person

Action = dict[str, Any]


class NoSuchButton(Exception):
    """The message shows no button with this path or label to this person."""


def actions_in(message: Message) -> dict[str, Action]:
    """Every action of a message by its path, as in `/contents/footer/contents/0/action`."""
    return actions_of(message.content)


def actions_of(content: dict[str, Any]) -> dict[str, Action]:
    """Every action of a message's content by its path."""
    return dict(_walk(content, ""))


def tap(
    simulator: Simulator, person: Person, message: Message, *, action: str, value: str | None = None
) -> dict[str, Any]:
    """Press the button with this path or label; `value` is what a date picker chose.

    Returns what the press led to: `messageId` and `webhookEventId`, or what only happens
    on the device: `uri`, `opens`, `copied`, `fillInText`. Raises NoSuchButton or Impossible.
    """
    pressed = _find(simulator, person, message, action)
    return carry_out(simulator, person, pressed, chat=message.chat, value=value)


def carry_out(
    simulator: Simulator, person: Person, pressed: Action, *, chat: str, value: str | None = None
) -> dict[str, Any]:
    """Do what a button says, wherever it stands; returns the same as `tap`."""
    match pressed["type"]:
        case "message":
            sent, event_id = phones.write(simulator, person, chat=chat, text=pressed["text"])
            return {"messageId": sent.id, "webhookEventId": event_id}
        case "postback":
            return _post_back(simulator, person, chat, pressed)
        case "datetimepicker":
            return _pick(simulator, person, chat, pressed, value)
        case "richmenuswitch":
            return _switch_menu(simulator, person, chat, pressed)
        case "uri":
            return {"uri": _address(pressed, person)}
        case "clipboard":
            return {"copied": pressed["clipboardText"]}
        case other:
            return {"opens": other}


def _walk(value: Any, path: str) -> Iterator[tuple[str, Action]]:
    if isinstance(value, list):
        for place, item in enumerate(value):
            yield from _walk(item, f"{path}/{place}")
    elif isinstance(value, dict):
        for key, item in value.items():
            here = f"{path}/{key}"
            if key in ("action", "defaultAction") and isinstance(item, dict):
                yield here, item
            elif key == "actions" and isinstance(item, list):
                yield from ((f"{here}/{place}", one) for place, one in enumerate(item))
            else:
                yield from _walk(item, here)


def _find(simulator: Simulator, person: Person, message: Message, wanted: str) -> Action:
    matching = [
        (path, action)
        for path, action in actions_in(message).items()
        if wanted in (path, action.get("label"))
    ]
    for path, action in matching:
        if not path.startswith("/quickReply/") or quick_reply_shows(simulator, person, message):
            return action
    raise NoSuchButton


def quick_reply_shows(simulator: Simulator, person: Person, message: Message) -> bool:
    """Quick replies show on phones, under the last message of a chat only."""
    return person.device == "phone" and simulator.world.messages_in(message.chat)[-1] is message


def _post_back(simulator: Simulator, person: Person, chat: str, pressed: Action) -> dict[str, Any]:
    event_id = phones.press(
        simulator,
        person,
        chat=chat,
        data=pressed["data"],
        display_text=pressed.get("displayText"),
    )
    filled = {"fillInText": pressed["fillInText"]} if "fillInText" in pressed else {}
    return {"webhookEventId": event_id} | filled


def _pick(
    simulator: Simulator, person: Person, chat: str, pressed: Action, value: str | None
) -> dict[str, Any]:
    if not value:
        raise Impossible("a date picker needs a value")
    params = {pressed["mode"]: value}
    event_id = phones.press(simulator, person, chat=chat, data=pressed["data"], params=params)
    return {"webhookEventId": event_id}


def _switch_menu(
    simulator: Simulator, person: Person, chat: str, pressed: Action
) -> dict[str, Any]:
    """Show another menu, if the alias leads to one, and tell the bot how it went."""
    alias, menus = pressed["richMenuAliasId"], simulator.rich_menus
    try:
        menus.link([person.id], menus.aliased(alias))
        status = "SUCCESS"
    except NoSuchAlias:
        status = "RICHMENU_ALIAS_ID_NOTFOUND"
    except (NoSuchMenu, NoPicture):
        status = "RICHMENU_NOTFOUND"
    simulator.stream.publish("world")
    params = {"newRichMenuAliasId": alias, "status": status}
    event_id = phones.press(simulator, person, chat=chat, data=pressed["data"], params=params)
    return {"webhookEventId": event_id}


def _address(pressed: Action, person: Person) -> str:
    desktop = (pressed.get("altUri") or {}).get("desktop")
    # In an imagemap the address is called linkUri.
    address = pressed.get("uri") or pressed.get("linkUri")
    return str(desktop if desktop and person.device == "pc" else address)
