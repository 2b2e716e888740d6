"""The shape of a rich menu, and of what changes many people's menus at once."""

from typing import Any

from linesim.validation.actions import RICH_MENU_ACTION
from linesim.validation.rules import (
    Place,
    Problem,
    Problems,
    boolean,
    by_type,
    every,
    items,
    needed,
    pattern,
    shape,
    text,
    whole,
)

WIDTHS = (800, 2500)
LEAST_HEIGHT = 250
LEAST_RATIO = 1.45
MOST_AREAS = 20
MOST_PEOPLE = 500
MOST_OPERATIONS = 1000


def _wide_enough(value: Any, place: Place) -> Problems:
    width, height = value.get("width"), value.get("height")
    if isinstance(width, int) and isinstance(height, int) and width < LEAST_RATIO * height:
        yield Problem(f"The aspect ratio must be at least {LEAST_RATIO}", place)


SIZE = every(
    shape(width=needed(whole(*WIDTHS)), height=needed(whole(LEAST_HEIGHT, WIDTHS[1]))),
    _wide_enough,
)
BOUNDS = shape(
    x=needed(whole(0, WIDTHS[1])),
    y=needed(whole(0, WIDTHS[1])),
    width=needed(whole(1, WIDTHS[1])),
    height=needed(whole(1, WIDTHS[1])),
)
AREAS = items(
    shape(bounds=needed(BOUNDS), action=needed(RICH_MENU_ACTION)), least=1, most=MOST_AREAS
)
MENU = {
    "size": SIZE,
    "selected": boolean,
    "name": text(300),
    "chatBarText": text(14),
    "areas": AREAS,
}
ALIAS = pattern(r"[0-9a-z_-]{1,32}")
MENU_ID = text(100)
PEOPLE = items(text(100), least=1, most=MOST_PEOPLE)

OPERATIONS = items(
    by_type(
        {
            "link": shape(**{"from": needed(MENU_ID), "to": needed(MENU_ID)}),
            "unlink": shape(**{"from": needed(MENU_ID)}),
            "unlinkAll": shape(),
        }
    ),
    least=1,
    most=MOST_OPERATIONS,
)
