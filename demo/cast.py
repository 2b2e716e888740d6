"""Who plays in the story: picked from the network file, so that the two cannot disagree."""

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any


@dataclass(frozen=True)
class Person:
    """Somebody with a phone. `line` is the LINE user id, `library` the symbol."""

    line: str
    email: str
    library: str
    short_name: str


@dataclass(frozen=True)
class Cast:
    """The asking library's people, and one librarian of each other library."""

    group: str
    librarian: Person
    reader: Person
    reader_without_email: Person
    suppliers: list[Person]


def cast_of(network_file: Path) -> Cast:
    """The first library asks; all others may supply."""
    described = tomllib.loads(network_file.read_text(encoding="utf-8"))
    asking, *others = described["libraries"]
    readers = [_person(one, asking) for one in asking["readers"] if one.get("line_user_id")]
    return Cast(
        group=described["network"]["line_group_id"],
        librarian=_person(asking["staff"][0], asking),
        reader=next(one for one in readers if one.email),
        reader_without_email=next(one for one in readers if not one.email),
        suppliers=[_person(other["staff"][0], other) for other in others],
    )


def _person(described: dict[str, Any], library: dict[str, Any]) -> Person:
    return Person(
        line=described["line_user_id"],
        email=described.get("email", ""),
        library=library["symbol"],
        short_name=library["short_name_th"],
    )
