"""Template messages: buttons, confirm, carousel, image carousel."""

from typing import Any

from linesim.validation.actions import IMAGE_ACTION, IMAGE_CAROUSEL_ACTION, TEMPLATE_ACTION
from linesim.validation.rules import (
    Place,
    Problem,
    Problems,
    Rule,
    by_type,
    every,
    items,
    may,
    media,
    needed,
    one_of,
    pattern,
    shape,
    text,
)

COLOR = pattern(r"#[0-9A-Fa-f]{6}")
IMAGE_URL = media(2000)
IMAGE_LOOK = {
    "imageAspectRatio": may(one_of("rectangle", "square")),
    "imageSize": may(one_of("cover", "contain")),
}


def _words_and_buttons(value: Any, place: Place, *, plain: int, beside: int, most: int) -> Problems:
    """A text has less room beside a title or picture."""
    crowded = value.get("title") or value.get("thumbnailImageUrl")
    yield from shape(
        text=needed(text(beside if crowded else plain)),
        actions=needed(items(TEMPLATE_ACTION, least=1, most=most)),
    )(value, place)


def _with_words_and_buttons(*, plain: int, beside: int, most: int) -> Rule:
    """A picture, a title, a text and buttons: the shape of a buttons template and of a column."""

    def words(value: Any, place: Place) -> Problems:
        yield from _words_and_buttons(value, place, plain=plain, beside=beside, most=most)

    outline = shape(
        thumbnailImageUrl=may(IMAGE_URL),
        imageBackgroundColor=may(COLOR),
        title=may(text(40)),
        defaultAction=may(IMAGE_ACTION),
    )
    return every(outline, words)


def _columns_alike(value: Any, place: Place) -> Problems:
    columns = [one for one in value.get("columns") or [] if isinstance(one, dict)]
    if len({len(column.get("actions") or []) for column in columns}) > 1:
        yield Problem("all columns must have the same number of actions", (*place, "columns"))
    for name in ("title", "thumbnailImageUrl"):
        if len({column.get(name) is None for column in columns}) > 1:
            yield Problem(f"all columns must have {name}, or none", (*place, "columns"))


BUTTONS = every(shape(**IMAGE_LOOK), _with_words_and_buttons(plain=160, beside=60, most=4))
CONFIRM = shape(text=needed(text(240)), actions=needed(items(TEMPLATE_ACTION, least=2, most=2)))
CAROUSEL = every(
    shape(
        **IMAGE_LOOK,
        columns=needed(
            items(_with_words_and_buttons(plain=120, beside=60, most=3), least=1, most=10)
        ),
    ),
    _columns_alike,
)
IMAGE_CAROUSEL = shape(
    columns=needed(
        items(
            shape(imageUrl=needed(IMAGE_URL), action=needed(IMAGE_CAROUSEL_ACTION)),
            least=1,
            most=10,
        )
    )
)

TEMPLATE = by_type(
    {
        "buttons": BUTTONS,
        "confirm": CONFIRM,
        "carousel": CAROUSEL,
        "image_carousel": IMAGE_CAROUSEL,
    }
)
