"""Read a world from a TOML or JSON file, or make a small one to try things out.

[channel]
id = "1650000000"
secret = "…"                # left out: made from the seed, and printed at start
access_token = "…"          # likewise
bot_user_id = "U…"
display_name = "Example"
webhook_url = "http://127.0.0.1:8000/webhook"
plan = "free"               # free, basic, pro or none
assertion_keys = [{kid = "…", n = "…", e = "AQAB"}]  # public, for tokens by assertion
joins_groups = true         # whether it may be invited; LINE's own default is false
verified = false            # only verified accounts may list the members of a group
timezone = "Asia/Bangkok"   # of the times on the phones; left out: the browser's own

[[person]]
name = "มะลิ"                # an id is made from the seed unless it is given
device = "phone"            # or "pc"
friend = true
email = "mali@example.com"  # told to login channels that may read it

[[group]]
name = "กลุ่มตัวอย่าง"
members = ["มะลิ"]            # ids or names
bot = true
other_account = false       # another official account is there and leaves no room for ours

[[room]]                    # a chat of several people without a name of its own in LINE
name = "ห้องตัวอย่าง"
members = ["มะลิ"]

[[login_channel]]           # LINE Login
id = "1650000001"
secret = "…"                # left out: made from the seed, and printed at start
name = "Example"
redirect_uris = ["http://127.0.0.1:8000/login/callback"]
linked_bot = true           # the official account that people may add while signing in
email_permission = false
share_target_picker = true

[[login_channel.liff]]      # a LIFF app of that channel
id = "1650000001-AbCdEfGh"
endpoint = "http://127.0.0.1:8000/liff"
scopes = ["openid", "profile", "chat_message.write"]
size = "full"               # full, tall or compact
bot_prompt = "none"         # none, normal or aggressive
"""

import json
import re
import tomllib
from pathlib import Path
from typing import Any
from zoneinfo import available_timezones

from linesim.ids import GROUP_ID, ROOM_ID, USER_ID, Ids
from linesim.login_channels import BOT_PROMPTS, LIFF_SCOPES, SIZES, LiffApp, LoginChannel
from linesim.quota import PLANS
from linesim.world import LARGEST_GROUP, Channel, Group, Person, Unknown, World

EXAMPLE = {
    "channel": {"display_name": "บัญชีตัวอย่าง"},
    "person": [
        {"name": "มะลิ"},
        {"name": "ต้นกล้า"},
        {"name": "ใบบัว", "device": "pc"},
    ],
    "group": [{"name": "กลุ่มตัวอย่าง", "members": ["มะลิ", "ต้นกล้า", "ใบบัว"]}],
}


class BadWorldFile(Exception):
    """The world file says something that cannot be."""


def read_world(path: Path | None, *, ids: Ids) -> World:
    """Build the world of a file, or the example world without one.

    Raises BadWorldFile, naming the entry at fault.
    """
    described = _parsed(path) if path else EXAMPLE
    return build_world(described, ids=ids)


def build_world(described: dict[str, Any], *, ids: Ids) -> World:
    """Build a world from the content of a world file."""
    people = [_person(entry, ids) for entry in described.get("person", [])]
    world = World(
        channel=_channel(described.get("channel", {}), ids), people=people, groups=[], ids=ids
    )
    for entry in described.get("group", []):
        world.groups.append(_group({"id": ids.group()} | entry, world, shape=GROUP_ID))
    for entry in described.get("room", []):
        world.groups.append(_group({"id": ids.room()} | entry, world, shape=ROOM_ID))
    for entry in described.get("login_channel", []):
        world.login_channels.append(_login_channel(entry, ids))
    return world


def _parsed(path: Path) -> dict[str, Any]:
    try:
        text = path.read_text(encoding="utf-8")
        parsed = json.loads(text) if path.suffix == ".json" else tomllib.loads(text)
    except ValueError as unreadable:
        raise BadWorldFile(f"{path}: {unreadable}") from unreadable
    return dict(parsed)


def _channel(entry: dict[str, Any], ids: Ids) -> Channel:
    made = {
        "id": "1650000000",
        "secret": ids.secret(),
        "access_token": ids.access_token(),
        "bot_user_id": ids.user(),
        "display_name": "LINE",
    }
    channel: Channel = _built(Channel, made | entry)
    if channel.plan not in PLANS:
        raise BadWorldFile(f"plan {channel.plan!r} is none of {', '.join(PLANS)}")
    if channel.timezone and channel.timezone not in available_timezones():
        raise BadWorldFile(f"timezone {channel.timezone!r} is not known")
    return channel


def _person(entry: dict[str, Any], ids: Ids) -> Person:
    person: Person = _built(Person, {"id": ids.user()} | entry)
    if not USER_ID.fullmatch(person.id):
        raise BadWorldFile(f"{person.id!r} is not a user id (U and 32 hexadecimal digits)")
    if person.device not in ("phone", "pc"):
        raise BadWorldFile(f"{person.name} holds a {person.device!r}, neither phone nor pc")
    return person


def _group(entry: dict[str, Any], world: World, *, shape: re.Pattern[str]) -> Group:
    group: Group = _built(Group, entry)
    if not shape.fullmatch(group.id):
        raise BadWorldFile(
            f"{group.id!r} is not a group id (C, or R for a room, and 32 hexadecimal digits)"
        )
    if len(group.members) > LARGEST_GROUP:
        raise BadWorldFile(f"{group.name} has more than {LARGEST_GROUP} members")
    try:
        group.members = [world.person(member).id for member in group.members]
    except Unknown as stranger:
        raise BadWorldFile(f"group {group.name}: {stranger}") from stranger
    return group


def _login_channel(entry: dict[str, Any], ids: Ids) -> LoginChannel:
    made = {"id": "1650000001", "secret": ids.secret()}
    channel: LoginChannel = _built(LoginChannel, made | entry)
    channel.liff = [_liff_app(app) for app in entry.get("liff", [])]
    return channel


def _liff_app(entry: dict[str, Any]) -> LiffApp:
    app: LiffApp = _built(LiffApp, entry)
    app.scopes = tuple(app.scopes)
    for said, allowed in (
        ([app.size], SIZES),
        ([app.bot_prompt], BOT_PROMPTS),
        (app.scopes, LIFF_SCOPES),
    ):
        if strange := [one for one in said if one not in allowed]:
            raise BadWorldFile(f"LIFF app {app.id}: {strange[0]!r} is none of {', '.join(allowed)}")
    return app


def _built(kind: type[Any], entry: dict[str, Any]) -> Any:
    try:
        return kind(**entry)
    except TypeError as misfit:
        raise BadWorldFile(f"{kind.__name__.lower()}: {misfit}") from misfit
