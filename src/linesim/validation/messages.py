"""Every kind of message a bot can send, with its limits."""

import re
from collections.abc import Iterator
from typing import Any

from linesim.validation.actions import LINK, QUICK_REPLY_ACTION
from linesim.validation.flex import CONTAINER
from linesim.validation.rules import (
    Place,
    Problem,
    Problems,
    Property,
    anything,
    by_type,
    decimal,
    entries,
    every,
    items,
    may,
    media,
    needed,
    one_of,
    pattern,
    shape,
    text,
    whole,
)
from linesim.validation.templates import TEMPLATE

MOST_MESSAGES = 5
MENTIONS = 20
EMOJIS = 20
ALT_TEXT = 1500
MEDIA_URL = media(2000)

COMMON: dict[str, Property] = {
    "quickReply": may(
        shape(
            items=needed(
                items(
                    every(
                        shape(type=needed(one_of("action")), imageUrl=may(MEDIA_URL)),
                        shape(action=needed(QUICK_REPLY_ACTION)),
                    ),
                    least=1,
                    most=13,
                )
            )
        )
    ),
    "sender": may(shape(name=may(text(20)), iconUrl=may(MEDIA_URL))),
}

EMOJI = shape(index=needed(whole(0, 5000)), productId=needed(text(100)), emojiId=needed(text(100)))

MENTION = shape(
    mentionee=needed(
        by_type({"user": shape(userId=needed(pattern(r"U[0-9a-f]{32}"))), "all": anything})
    )
)

SUBSTITUTION = by_type(
    {
        "mention": MENTION,
        "emoji": shape(productId=needed(text(100)), emojiId=needed(text(100))),
    }
)

BRACES = re.compile(r"\{\{|\}\}|\{([0-9A-Za-z_]{1,20})\}|[{}]")


def _emojis_have_their_places(value: Any, place: Place) -> Problems:
    """Each emoji stands where the text, in UTF-16 units, has a dollar sign."""
    written, emojis = value.get("text"), value.get("emojis")
    if not isinstance(written, str) or not isinstance(emojis, list):
        return
    units = written.encode("utf-16-le", "surrogatepass")
    for number, emoji in enumerate(emojis):
        index = emoji.get("index") if isinstance(emoji, dict) else None
        if isinstance(index, int) and units[2 * index : 2 * index + 2] != b"$\0":
            yield Problem("invalid emoji index", (*place, "emojis", number, "index"))


def _braces_have_substitutes(value: Any, place: Place) -> Problems:
    written, substitution = value.get("text"), value.get("substitution") or {}
    if not isinstance(written, str) or not isinstance(substitution, dict):
        return
    for found in BRACES.finditer(written):
        if found[0] in ("{", "}") or (found[1] and found[1] not in substitution):
            yield Problem("invalid substitution", (*place, "text"))
            return


def _few_substitutes_of_a_kind(value: Any, place: Place) -> Problems:
    for kind, most in (("mention", MENTIONS), ("emoji", EMOJIS)):
        if len(list(_substitutes(value, kind))) > most:
            yield Problem(f"Size must be between 0 and {most}", (*place, "substitution"))


AREA = shape(**{name: needed(whole(0, 10_000)) for name in ("x", "y", "width", "height")})
TAPPABLE: dict[str, Property] = {"area": needed(AREA), "label": may(text(100))}

IMAGEMAP_ACTION = by_type(
    {
        "uri": shape(**TAPPABLE, linkUri=needed(LINK)),
        "message": shape(**TAPPABLE, text=needed(text(400))),
        "clipboard": shape(**TAPPABLE, clipboardText=needed(text(1000))),
    }
)

IMAGEMAP_VIDEO = shape(
    originalContentUrl=needed(MEDIA_URL),
    previewImageUrl=needed(MEDIA_URL),
    area=needed(AREA),
    externalLink=may(shape(linkUri=needed(LINK), label=needed(text(30)))),
)

MESSAGE = by_type(
    {
        "text": every(
            shape(
                text=needed(text(5000)),
                emojis=may(items(EMOJI, most=EMOJIS)),
                quoteToken=may(text(500)),
                **COMMON,
            ),
            _emojis_have_their_places,
        ),
        "textV2": every(
            shape(
                text=needed(text(5000)),
                substitution=may(entries(r"[0-9A-Za-z_]{1,20}", SUBSTITUTION, most=100)),
                quoteToken=may(text(500)),
                **COMMON,
            ),
            _braces_have_substitutes,
            _few_substitutes_of_a_kind,
        ),
        "sticker": shape(
            packageId=needed(text(20)),
            stickerId=needed(text(20)),
            quoteToken=may(text(500)),
            **COMMON,
        ),
        "image": shape(
            originalContentUrl=needed(MEDIA_URL), previewImageUrl=needed(MEDIA_URL), **COMMON
        ),
        "video": shape(
            originalContentUrl=needed(MEDIA_URL),
            previewImageUrl=needed(MEDIA_URL),
            trackingId=may(pattern(r"[A-Za-z0-9\-.=,+*()%$&;:@{}!?<>\[\]]{1,100}")),
            **COMMON,
        ),
        "audio": shape(
            originalContentUrl=needed(MEDIA_URL), duration=needed(whole(1, 86_400_000)), **COMMON
        ),
        "location": shape(
            title=needed(text(100)),
            address=needed(text(100)),
            latitude=needed(decimal(-90, 90)),
            longitude=needed(decimal(-180, 180)),
            **COMMON,
        ),
        "imagemap": shape(
            baseUrl=needed(MEDIA_URL),
            altText=needed(text(ALT_TEXT)),
            baseSize=needed(
                shape(width=needed(whole(1040, 1040)), height=needed(whole(1, 10_000)))
            ),
            actions=needed(items(IMAGEMAP_ACTION, most=50)),
            video=may(IMAGEMAP_VIDEO),
            **COMMON,
        ),
        "template": shape(altText=needed(text(ALT_TEXT)), template=needed(TEMPLATE), **COMMON),
        "flex": shape(altText=needed(text(ALT_TEXT)), contents=needed(CONTAINER), **COMMON),
        "coupon": shape(couponId=needed(text(100)), deliveryTag=may(text(30)), **COMMON),
    }
)

MESSAGES = items(MESSAGE, least=1, most=MOST_MESSAGES)


def mentions_in(message: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Whom a textV2 message mentions: `{"type": "user", "userId": …}` or `{"type": "all"}`."""
    for substitute in _substitutes(message, "mention"):
        yield substitute.get("mentionee") or {}


def _substitutes(message: dict[str, Any], kind: str) -> Iterator[dict[str, Any]]:
    substitution = message.get("substitution")
    for substitute in substitution.values() if isinstance(substitution, dict) else ():
        if isinstance(substitute, dict) and substitute.get("type") == kind:
            yield substitute
