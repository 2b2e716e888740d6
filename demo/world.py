"""The people of the network file as people with phones, for linesim."""

import json
import tomllib
from pathlib import Path
from typing import Any


def write_world(network_file: Path, into: Path) -> Path:
    """Write linesim's world file: everybody with a LINE account, and the group of the staff."""
    described = tomllib.loads(network_file.read_text(encoding="utf-8"))
    staff = _with_line(described, "staff")
    readers = _with_line(described, "readers")
    world = {
        "channel": {
            "display_name": "ฉับไว Chapwai",
            "plan": "free",
            "timezone": "Asia/Bangkok",
        },
        "person": [_person(one) for one in readers + staff],
        "group": [
            {
                "id": described["network"]["line_group_id"],
                "name": described["network"]["name"],
                "members": [one["line_user_id"] for one in staff],
                "bot": True,
            }
        ],
    }
    into.write_text(json.dumps(world, ensure_ascii=False), encoding="utf-8")
    return into


def _with_line(described: dict[str, Any], kind: str) -> list[dict[str, Any]]:
    everybody = [one for library in described["libraries"] for one in library.get(kind, [])]
    return [one for one in everybody if one.get("line_user_id")]


def _person(described: dict[str, Any]) -> dict[str, Any]:
    return {"id": described["line_user_id"], "name": described["name"], "device": "phone"}
