"""Flex: bubbles, carousels and the components inside, with their limits."""

import re
from collections.abc import Iterator
from typing import Any

from linesim.graphemes import grapheme_length
from linesim.validation.actions import FLEX_ACTION, FLEX_BUTTON_ACTION, LINK
from linesim.validation.rules import (
    Place,
    Problem,
    Problems,
    Property,
    Rule,
    anything,
    boolean,
    by_type,
    closed_shape,
    every,
    items,
    later,
    may,
    media,
    needed,
    one_of,
    pattern,
    shape,
    size_in_bytes,
    text,
    whole,
)

BUBBLE_BYTES = 30 * 1024
CAROUSEL_BYTES = 50 * 1024
BUBBLES = 12

COLOR = may(pattern(r"#[0-9A-Fa-f]{6}([0-9A-Fa-f]{2})?"))
PIXELS = r"\d+(\.\d+)?px"
PIXELS_OR_PERCENT = rf"{PIXELS}|\d+(\.\d+)?%"
KEYWORD_SIZE = "xxs|xs|sm|md|lg|xl|xxl|3xl|4xl|5xl"
MARGIN = may(pattern(rf"none|xs|sm|md|lg|xl|xxl|{PIXELS}"))
OFFSET = may(pattern(r"none|xs|sm|md|lg|xl|xxl|-?\d+(\.\d+)?(px|%)"))
PADDING = may(pattern(rf"none|xs|sm|md|lg|xl|xxl|{PIXELS_OR_PERCENT}"))
LENGTH = may(pattern(PIXELS_OR_PERCENT))
TEXT_SIZE = may(pattern(rf"{KEYWORD_SIZE}|{PIXELS}"))
MOST_ANIMATED = 10
ROOMY_ENOUGH_FOR_VIDEO = ("kilo", "mega", "giga")


def _ratio(value: Any, place: Place) -> Problems:
    """Width to height, each 1 to 100000; nothing is more than three times as high as wide."""
    found = RATIO_WRITTEN.fullmatch(value) if isinstance(value, str) else None
    width, height = (float(found[1]), float(found[2])) if found else (0.0, 0.0)
    if not (1 <= width <= 100_000 and 1 <= height <= 100_000 and height <= 3 * width):
        yield Problem("invalid property", place)


RATIO_WRITTEN = re.compile(r"(\d+(?:\.\d+)?):(\d+(?:\.\d+)?)")
RATIO = may(_ratio)
FLEX = may(whole(0, 1000))
ALIGN = may(one_of("start", "end", "center"))
GRAVITY = may(one_of("top", "bottom", "center"))
WEIGHT = may(one_of("regular", "bold"))
STYLE = may(one_of("normal", "italic"))
DECORATION = may(one_of("none", "underline", "line-through"))
SHRINK = may(one_of("shrink-to-fit"))
IMAGE_URL = media(2000)
ACTION = may(FLEX_ACTION)

OFFSETS: dict[str, Property] = {
    "position": may(one_of("relative", "absolute")),
    "offsetTop": OFFSET,
    "offsetBottom": OFFSET,
    "offsetStart": OFFSET,
    "offsetEnd": OFFSET,
}


WRITTEN = text(2000, empty="must be non-empty text")

SPAN = closed_shape(
    text=needed(WRITTEN),
    size=TEXT_SIZE,
    color=COLOR,
    weight=WEIGHT,
    style=STYLE,
    decoration=DECORATION,
)


def _text_or_spans(value: Any, place: Place) -> Problems:
    if not value.get("contents") and value.get("text") is None:
        yield Problem("must be specified", (*place, "text"))


TEXT = every(
    closed_shape(
        **OFFSETS,
        text=may(WRITTEN),
        contents=may(items(by_type({"span": SPAN}, unknown="invalid property"), most=100)),
        flex=FLEX,
        size=TEXT_SIZE,
        align=ALIGN,
        gravity=GRAVITY,
        color=COLOR,
        weight=WEIGHT,
        style=STYLE,
        decoration=DECORATION,
        wrap=may(boolean),
        lineSpacing=may(pattern(PIXELS)),
        margin=MARGIN,
        action=ACTION,
        maxLines=may(whole(0, 1000)),
        adjustMode=SHRINK,
        scaling=may(boolean),
    ),
    _text_or_spans,
)

BUTTON = closed_shape(
    **OFFSETS,
    action=needed(FLEX_BUTTON_ACTION),
    flex=FLEX,
    margin=MARGIN,
    height=may(one_of("sm", "md")),
    style=may(one_of("primary", "secondary", "link")),
    color=COLOR,
    gravity=GRAVITY,
    adjustMode=SHRINK,
    scaling=may(boolean),
)

IMAGE = closed_shape(
    **OFFSETS,
    url=needed(IMAGE_URL),
    flex=FLEX,
    margin=MARGIN,
    align=ALIGN,
    gravity=GRAVITY,
    size=may(pattern(rf"{KEYWORD_SIZE}|full|{PIXELS_OR_PERCENT}")),
    aspectRatio=RATIO,
    aspectMode=may(one_of("cover", "fit")),
    backgroundColor=COLOR,
    action=ACTION,
    animated=may(boolean),
)

ICON = closed_shape(
    **OFFSETS,
    url=needed(IMAGE_URL),
    margin=MARGIN,
    size=TEXT_SIZE,
    aspectRatio=RATIO,
    scaling=may(boolean),
)

SEPARATOR = closed_shape(margin=MARGIN, color=COLOR)
FILLER = closed_shape(flex=FLEX)

GRADIENT = closed_shape(
    angle=needed(pattern(r"([0-2]?\d?\d|3[0-5]\d)(\.\d+)?deg")),
    startColor=needed(COLOR[0]),
    endColor=needed(COLOR[0]),
    centerColor=COLOR,
    centerPosition=may(pattern(r"(\d?\d(\.\d+)?|100)%")),
)

IN_BASELINE = by_type({"text": TEXT, "icon": ICON, "filler": FILLER}, unknown="invalid property")
IN_STACK = by_type(
    {
        "box": later(lambda: box()),
        "button": BUTTON,
        "image": IMAGE,
        "text": TEXT,
        "separator": SEPARATOR,
        "filler": FILLER,
    },
    unknown="invalid property",
)


def _contents_fit_layout(value: Any, place: Place) -> Problems:
    allowed = IN_BASELINE if value.get("layout") == "baseline" else IN_STACK
    yield from shape(contents=may(items(allowed, most=1000)))(value, place)


BOX: Rule = every(
    closed_shape(
        **OFFSETS,
        layout=needed(one_of("horizontal", "vertical", "baseline")),
        contents=needed(anything),
        flex=FLEX,
        spacing=MARGIN,
        margin=MARGIN,
        width=LENGTH,
        maxWidth=LENGTH,
        height=LENGTH,
        maxHeight=LENGTH,
        backgroundColor=COLOR,
        borderColor=COLOR,
        borderWidth=may(pattern(rf"none|light|normal|medium|semi-bold|bold|{PIXELS}")),
        cornerRadius=MARGIN,
        paddingAll=PADDING,
        paddingTop=PADDING,
        paddingBottom=PADDING,
        paddingStart=PADDING,
        paddingEnd=PADDING,
        justifyContent=may(
            one_of(
                "flex-start", "center", "flex-end", "space-between", "space-around", "space-evenly"
            )
        ),
        alignItems=may(one_of("flex-start", "center", "flex-end")),
        background=may(by_type({"linearGradient": GRADIENT}, unknown="invalid property")),
        action=ACTION,
    ),
    _contents_fit_layout,
)

VIDEO_ACTION = by_type(
    {"uri": shape(label=needed(text(40, length=grapheme_length)), uri=needed(LINK))},
    unknown="invalid property",
)
VIDEO = closed_shape(
    url=needed(IMAGE_URL),
    previewUrl=needed(IMAGE_URL),
    altContent=needed(by_type({"image": IMAGE, "box": BOX}, unknown="invalid property")),
    aspectRatio=RATIO,
    action=may(VIDEO_ACTION),
)


def box() -> Rule:
    """The rule for boxes, for those above that contain boxes themselves."""
    return BOX


A_BOX = may(by_type({"box": BOX}, unknown="invalid property"))
BLOCK_STYLE = may(closed_shape(backgroundColor=COLOR, separator=may(boolean), separatorColor=COLOR))


def _has_a_block(value: Any, place: Place) -> Problems:
    if not any(value.get(block) for block in ("header", "hero", "body", "footer")):
        yield Problem("At least one block must be specified", place)


def _bubble_size(value: Any, place: Place) -> Problems:
    if size_in_bytes(value) > BUBBLE_BYTES:
        yield Problem(f"must be {BUBBLE_BYTES} bytes or less", place)


def _room_for_video(value: Any, place: Place) -> Problems:
    if _shows_video(value) and value.get("size", "mega") not in ROOMY_ENOUGH_FOR_VIDEO:
        yield Problem("invalid property", (*place, "hero"))


def _shows_video(bubble: dict[str, Any]) -> bool:
    hero = bubble.get("hero")
    return isinstance(hero, dict) and hero.get("type") == "video"


def _few_animations(value: Any, place: Place) -> Problems:
    if sum(1 for one in _things_in(value) if one.get("animated") is True) > MOST_ANIMATED:
        yield Problem(f"must have {MOST_ANIMATED} animated images or less", place)


def _things_in(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, list):
        for item in value:
            yield from _things_in(item)
    elif isinstance(value, dict):
        yield value
        yield from _things_in(list(value.values()))


BUBBLE = every(
    closed_shape(
        size=may(one_of("nano", "micro", "deca", "hecto", "kilo", "mega", "giga")),
        direction=may(one_of("ltr", "rtl")),
        header=A_BOX,
        hero=may(by_type({"image": IMAGE, "box": BOX, "video": VIDEO}, unknown="invalid property")),
        body=A_BOX,
        footer=A_BOX,
        styles=may(
            closed_shape(header=BLOCK_STYLE, hero=BLOCK_STYLE, body=BLOCK_STYLE, footer=BLOCK_STYLE)
        ),
        action=ACTION,
    ),
    _has_a_block,
    _bubble_size,
    _room_for_video,
)


def _no_video_in_rows(value: Any, place: Place) -> Problems:
    bubbles = value.get("contents")
    for number, bubble in enumerate(bubbles if isinstance(bubbles, list) else ()):
        if isinstance(bubble, dict) and _shows_video(bubble):
            yield Problem("invalid property", (*place, "contents", number, "hero"))


def _bubbles_alike(value: Any, place: Place) -> Problems:
    bubbles = value.get("contents")
    if isinstance(bubbles, list):
        sizes = {bubble.get("size", "mega") for bubble in bubbles if isinstance(bubble, dict)}
        if len(sizes) > 1:
            yield Problem("all bubbles must have the same size", (*place, "contents"))
    if size_in_bytes(value) > CAROUSEL_BYTES:
        yield Problem(f"must be {CAROUSEL_BYTES} bytes or less", place)


CAROUSEL = every(
    closed_shape(
        contents=needed(
            items(by_type({"bubble": BUBBLE}, unknown="invalid property"), least=1, most=BUBBLES)
        )
    ),
    _bubbles_alike,
    _no_video_in_rows,
)

CONTAINER = every(
    by_type({"bubble": BUBBLE, "carousel": CAROUSEL}, unknown="invalid property"),
    _few_animations,
)
