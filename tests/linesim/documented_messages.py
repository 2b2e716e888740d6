"""What LINE documents about each message, action and Flex component."""

from .kinds import (
    Address,
    Flag,
    Named,
    Number,
    OneOf,
    Several,
    Thing,
    Word,
    Words,
    Written,
    may,
    needed,
)

MEDIA = Address(2000)
LINK = Address(1000, ("https", "http", "line", "tel"))
LONG = "x" * 1000


def action(label, *, needs_label):
    """The actions with labels of so many characters."""
    labelled = {"label": (Words(label, seen=True), needs_label)}
    data = {"data": needed(Words(300))}
    said = Words(300, seen=True)
    moment = may(Written(("-",), "tomorrow"))
    return {
        "postback": Thing(
            "postback",
            labelled
            | data
            | {
                "displayText": may(said),
                "text": may(said),
                "inputOption": may(
                    Word(("closeRichMenu", "openRichMenu", "openKeyboard", "openVoice"))
                ),
                "fillInText": may(Words(300)),
            },
            mend=mend_postback,
            relations={"two ways to speak": speak_twice, "no keyboard to fill": fill_nothing},
        ),
        "message": Thing("message", labelled | {"text": needed(said)}),
        "uri": Thing(
            "uri", labelled | {"uri": needed(LINK), "altUri": may(OneOf(("alt uri",), typed=False))}
        ),
        "datetimepicker": Thing(
            "datetimepicker",
            labelled
            | data
            | {
                "mode": needed(Word(("date", "time", "datetime"))),
                "initial": moment,
                "max": moment,
                "min": moment,
            },
            mend=mend_picker,
            relations={"latest before earliest": swap_ends},
        ),
        "clipboard": Thing("clipboard", labelled | {"clipboardText": needed(Words(1000))}),
    }


def mend_postback(value, chance):
    if "displayText" in value:
        value.pop("text", None)
    if "fillInText" in value:
        value["inputOption"] = "openKeyboard"


def speak_twice(value):
    value |= {"displayText": "ก", "text": "ข"}
    return ("text",)


def fill_nothing(value):
    value |= {"fillInText": "ก", "inputOption": "openVoice"}
    return ("fillInText",)


MOMENTS = {
    "date": ("2026-01-31", "2026-06-15", "2026-11-22"),
    "time": ("00:00", "09:30", "23:59"),
    "datetime": ("2026-01-31T00:00", "2026-06-15t12:00", "2026-11-22T23:59"),
}


def mend_picker(value, chance):
    earliest, initial, latest = MOMENTS[value["mode"]]
    for name, moment in (("min", earliest), ("initial", initial), ("max", latest)):
        if name in value:
            value[name] = moment


def swap_ends(value):
    earliest, _, latest = MOMENTS[value["mode"]]
    value |= {"min": latest, "max": earliest}
    return ("max",)


def mend_text(value, chance):
    emojis = value.get("emojis", [])
    if emojis:
        value["text"] = "🙏" + "$" * len(emojis)
    for place, emoji in enumerate(emojis):
        emoji["index"] = 2 + place


def misplace_emoji(value):
    value |= {"text": "ก$", "emojis": [{"index": 0, "productId": "5ac1", "emojiId": "001"}]}
    return ("emojis", 0, "index")


def mend_text_v2(value, chance):
    names = list(value.get("substitution", {}))
    value["text"] = "{{วงเล็บ}} " + " ".join(f"{{{name}}}" for name in names)


def forget_substitute(value):
    value["text"] = "{nobody}"
    return ("text",)


def mention_too_many(value):
    one = {"type": "mention", "mentionee": {"type": "all"}}
    value |= {"text": "x", "substitution": {f"k{number}": one for number in range(21)}}
    return ("substitution",)


def mend_words_beside_picture(value, chance):
    if "title" in value or "thumbnailImageUrl" in value:
        value["text"] = value["text"][:30]


def crowd(value):
    value |= {"title": "ก", "text": "ก" * 61}
    return ("text",)


def mend_columns(value, chance):
    first = value["columns"][0]
    value["columns"] = [first | {"text": f"คอลัมน์ {n}"} for n in range(len(value["columns"]))]


def unequal_columns(value):
    one = {"type": "message", "label": "ก", "text": "ก"}
    column = {"text": "ก", "actions": [one]}
    value["columns"] = [column, column | {"actions": [one, one]}]
    return ("columns",)


def say_nothing(value):
    value.pop("text", None)
    value.pop("contents", None)
    return ("text",)


def mend_flex_text(value, chance):
    if not value.get("contents"):
        value.setdefault("text", "ก")


def button_on_a_line(value):
    value["contents"] = [
        {"type": "button", "action": {"type": "uri", "label": "ก", "uri": "tel:1"}}
    ]
    return ("contents", 0)


def mend_bubble(value, chance):
    value.setdefault("body", {"type": "box", "layout": "vertical", "contents": []})
    if value.get("hero", {}).get("type") == "video":
        value["size"] = chance.choice(["kilo", "mega", "giga"])


def no_block(value):
    for name in ("header", "hero", "body", "footer"):
        value.pop(name, None)
    return ()


def too_large(value):
    value["body"] = vertical(*[{"type": "text", "text": LONG}] * 30)
    return ()


def cramped_video(value):
    value |= {"size": "nano", "hero": a_video()}
    return ("hero",)


def mend_carousel(value, chance):
    for bubble in value["contents"]:
        bubble["size"] = value["contents"][0].get("size", "mega")
        if bubble.get("hero", {}).get("type") == "video":
            del bubble["hero"]


def unequal_bubbles(value):
    bubble = {"type": "bubble", "body": vertical()}
    value["contents"] = [bubble | {"size": "nano"}, bubble | {"size": "giga"}]
    return ("contents",)


def video_in_a_row(value):
    value["contents"] = [{"type": "bubble", "hero": a_video()}]
    return ("contents", 0, "hero")


def carousel_too_large(value):
    page = {"type": "bubble", "body": vertical(*[{"type": "text", "text": LONG}] * 10)}
    value["contents"] = [page] * 6
    return ()


def mend_flex(value, chance):
    still(value["contents"])


def animate_too_many(value):
    picture = {"type": "image", "url": "https://x.example/a.png", "animated": True}
    value["contents"] = {"type": "bubble", "body": vertical(*[picture] * 11)}
    return ("contents",)


def still(value):
    """Stop all animations: ten are allowed, but counting them is not the point here."""
    for one in value if isinstance(value, list) else value.values():
        if isinstance(one, dict | list):
            still(one)
    if isinstance(value, dict):
        value.pop("animated", None)


def vertical(*contents):
    return {"type": "box", "layout": "vertical", "contents": list(contents)}


def a_video():
    picture = {"type": "image", "url": "https://x.example/a.jpg"}
    url = "https://x.example/a.mp4"
    return {"type": "video", "url": url, "previewUrl": picture["url"], "altContent": picture}


TEMPLATE_ACTIONS = action(20, needs_label=True)
PICTURE_ACTIONS = action(20, needs_label=False)
ROW_ACTIONS = action(12, needs_label=False)
FLEX_ACTIONS = action(40, needs_label=False)
BUTTON_ACTIONS = action(40, needs_label=True)
PHONE_ONLY = {
    name: Thing(name, {"label": needed(Words(20, seen=True))})
    for name in ("camera", "cameraRoll", "location")
}


def named(prefix, things):
    return {f"{prefix} {name}": thing for name, thing in things.items()}


def any_of(prefix, things):
    return OneOf(tuple(f"{prefix} {name}" for name in things))


QUICK_ACTIONS = TEMPLATE_ACTIONS | PHONE_ONLY
ACTIONS = (
    named("template action", TEMPLATE_ACTIONS)
    | named("picture action", PICTURE_ACTIONS)
    | named("row action", ROW_ACTIONS)
    | named("flex action", FLEX_ACTIONS)
    | named("button action", BUTTON_ACTIONS)
    | named("quick action", QUICK_ACTIONS)
)

COMMON = {
    "quickReply": may(OneOf(("quick reply",), typed=False)),
    "sender": may(OneOf(("sender",), typed=False)),
}
AREA = needed(OneOf(("area",), typed=False))
TAPPABLE = {"area": AREA, "label": may(Words(100))}
ALT = {"altText": needed(Words(1500))}
LOOK = {
    "imageAspectRatio": may(Word(("rectangle", "square"))),
    "imageSize": may(Word(("cover", "contain"))),
}
COLUMN = {
    "thumbnailImageUrl": may(MEDIA),
    "imageBackgroundColor": may(Written(("#FFFFFF", "#0b6b5e"), "white")),
    "title": may(Words(40)),
    "defaultAction": may(any_of("picture action", PICTURE_ACTIONS)),
}

PARTS = {
    "quick reply": Thing(
        None, {"items": needed(Several(OneOf(("quick reply item",), typed=False), 1, 13))}
    ),
    "quick reply item": Thing(
        "action", {"imageUrl": may(MEDIA), "action": needed(any_of("quick action", QUICK_ACTIONS))}
    ),
    "sender": Thing(None, {"name": may(Words(20)), "iconUrl": may(MEDIA)}),
    "alt uri": Thing(None, {"desktop": may(LINK)}),
    "emoji": Thing(
        None,
        {
            "index": needed(Number(0)),
            "productId": needed(Words()),
            "emojiId": needed(Words()),
        },
    ),
    "mention": Thing("mention", {"mentionee": needed(OneOf(("somebody", "everybody")))}),
    "somebody": Thing("user", {"userId": needed(Written(("U" + "1" * 32,), "C" + "1" * 32))}),
    "everybody": Thing("all", {}),
    "v2 emoji": Thing("emoji", {"productId": needed(Words()), "emojiId": needed(Words())}),
    "base size": Thing(None, {"width": needed(Number(1040, 1040)), "height": needed(Number(1))}),
    "area": Thing(None, {name: needed(Number(0)) for name in ("x", "y", "width", "height")}),
    "area uri": Thing("uri", TAPPABLE | {"linkUri": needed(LINK)}),
    "area message": Thing("message", TAPPABLE | {"text": needed(Words(400))}),
    "area clipboard": Thing("clipboard", TAPPABLE | {"clipboardText": needed(Words(1000))}),
    "imagemap video": Thing(
        None,
        {
            "originalContentUrl": needed(MEDIA),
            "previewImageUrl": needed(MEDIA),
            "area": AREA,
            "externalLink": may(OneOf(("external link",), typed=False)),
        },
    ),
    "external link": Thing(None, {"linkUri": needed(LINK), "label": needed(Words(30))}),
}

TEMPLATES = {
    "buttons": Thing(
        "buttons",
        LOOK
        | COLUMN
        | {
            "text": needed(Words(160)),
            "actions": needed(Several(any_of("template action", TEMPLATE_ACTIONS), 1, 4)),
        },
        mend=mend_words_beside_picture,
        relations={"too long beside a title": crowd},
    ),
    "confirm": Thing(
        "confirm",
        {
            "text": needed(Words(240)),
            "actions": needed(Several(any_of("template action", TEMPLATE_ACTIONS), 2, 2)),
        },
    ),
    "template carousel": Thing(
        "carousel",
        LOOK | {"columns": needed(Several(OneOf(("column",), typed=False), 1, 10))},
        mend=mend_columns,
        relations={"columns with unequal buttons": unequal_columns},
    ),
    "column": Thing(
        None,
        COLUMN
        | {
            "text": needed(Words(120)),
            "actions": needed(Several(any_of("template action", TEMPLATE_ACTIONS), 1, 3)),
        },
        mend=mend_words_beside_picture,
        relations={"too long beside a title": crowd},
    ),
    "image carousel": Thing(
        "image_carousel",
        {"columns": needed(Several(OneOf(("picture column",), typed=False), 1, 10))},
    ),
    "picture column": Thing(
        None, {"imageUrl": needed(MEDIA), "action": needed(any_of("row action", ROW_ACTIONS))}
    ),
}

COLOR = may(Written(("#16211E", "#0B6B5E80", "#ffffff"), "teal"))
GAP = may(Written(("none", "xs", "sm", "md", "lg", "xl", "xxl", "5px", "2.5px"), "huge"))
ROOM = may(Written(("none", "xs", "md", "xxl", "5px", "10%"), "huge"))
OFFSET = may(Written(("none", "sm", "xxl", "10px", "-4px", "25%"), "huge"))
LENGTH = may(Written(("100px", "50%"), "wide"))
SIZE = ("xxs", "xs", "sm", "md", "lg", "xl", "xxl", "3xl", "4xl", "5xl", "20px")
RATIO = may(Written(("1:1", "20:13", "1:3", "1.91:1"), "1:4"))
SHARE = may(Number(0))
WEIGHT = may(Word(("regular", "bold")))
STYLE = may(Word(("normal", "italic")))
DECORATION = may(Word(("none", "underline", "line-through")))
ALIGN = may(Word(("start", "end", "center")))
GRAVITY = may(Word(("top", "bottom", "center")))
SCALING = {"scaling": may(Flag())}
FIT = {"adjustMode": may(Word(("shrink-to-fit",)))}
PRESS = {"action": may(any_of("flex action", FLEX_ACTIONS))}
OFFSETS = {
    "position": may(Word(("relative", "absolute"))),
    "offsetTop": OFFSET,
    "offsetBottom": OFFSET,
    "offsetStart": OFFSET,
    "offsetEnd": OFFSET,
}
LETTERS = {
    "size": may(Written(SIZE, "huge")),
    "color": COLOR,
    "weight": WEIGHT,
    "style": STYLE,
    "decoration": DECORATION,
}
PICTURED = {"url": needed(MEDIA), "aspectRatio": RATIO}
IN_BOX = ("flex text", "button", "image", "separator", "filler", "box", "baseline box")
A_BOX = may(OneOf(("box", "baseline box")))
BLOCK = may(OneOf(("block style",), typed=False))
BOX = (
    OFFSETS
    | PRESS
    | dict.fromkeys(("width", "maxWidth", "height", "maxHeight"), LENGTH)
    | dict.fromkeys(("paddingAll", "paddingTop", "paddingBottom"), ROOM)
    | dict.fromkeys(("paddingStart", "paddingEnd"), ROOM)
    | {
        "flex": SHARE,
        "spacing": GAP,
        "margin": GAP,
        "cornerRadius": GAP,
        "backgroundColor": COLOR,
        "borderColor": COLOR,
        "borderWidth": may(Written(("none", "light", "normal", "semi-bold", "3px"), "huge")),
        "justifyContent": may(
            Word(
                (
                    "center",
                    "flex-start",
                    "flex-end",
                    "space-between",
                    "space-around",
                    "space-evenly",
                )
            )
        ),
        "alignItems": may(Word(("center", "flex-start", "flex-end"))),
        "background": may(OneOf(("gradient",))),
    }
)

FLEX = {
    "bubble": Thing(
        "bubble",
        {
            "size": may(Word(("nano", "micro", "deca", "hecto", "kilo", "mega", "giga"))),
            "direction": may(Word(("ltr", "rtl"))),
            "header": A_BOX,
            "hero": may(OneOf(("image", "box", "baseline box", "video"))),
            "body": A_BOX,
            "footer": A_BOX,
            "styles": may(OneOf(("bubble styles",), typed=False)),
        }
        | PRESS,
        closed=True,
        mend=mend_bubble,
        relations={
            "no block": no_block,
            "too large": too_large,
            "video in a small bubble": cramped_video,
        },
    ),
    "flex carousel": Thing(
        "carousel",
        {"contents": needed(Several(OneOf(("bubble",)), 1, 12))},
        closed=True,
        mend=mend_carousel,
        relations={
            "unequal bubbles": unequal_bubbles,
            "video in a row": video_in_a_row,
            "too large": carousel_too_large,
        },
    ),
    "bubble styles": Thing(
        None, dict.fromkeys(("header", "hero", "body", "footer"), BLOCK), closed=True
    ),
    "block style": Thing(
        None,
        {"backgroundColor": COLOR, "separator": may(Flag()), "separatorColor": COLOR},
        closed=True,
    ),
    "box": Thing(
        "box",
        BOX
        | {
            "layout": needed(Word(("horizontal", "vertical"))),
            "contents": needed(Several(OneOf(IN_BOX))),
        },
        closed=True,
    ),
    "baseline box": Thing(
        "box",
        BOX
        | {
            "layout": needed(Word(("baseline",))),
            "contents": needed(Several(OneOf(("flex text", "icon", "filler")))),
        },
        closed=True,
        relations={"button on a baseline": button_on_a_line},
    ),
    "flex text": Thing(
        "text",
        OFFSETS
        | LETTERS
        | SCALING
        | FIT
        | PRESS
        | {
            "text": may(Words()),
            "contents": may(Several(OneOf(("span",)))),
            "flex": SHARE,
            "align": ALIGN,
            "gravity": GRAVITY,
            "wrap": may(Flag()),
            "lineSpacing": may(Written(("4px", "6.5px"), "md")),
            "margin": GAP,
            "maxLines": may(Number(0)),
        },
        closed=True,
        mend=mend_flex_text,
        relations={"nothing to show": say_nothing},
    ),
    "span": Thing("span", LETTERS | {"text": needed(Words())}, closed=True),
    "button": Thing(
        "button",
        OFFSETS
        | SCALING
        | FIT
        | {
            "action": needed(any_of("button action", BUTTON_ACTIONS)),
            "flex": SHARE,
            "margin": GAP,
            "height": may(Word(("sm", "md"))),
            "style": may(Word(("primary", "secondary", "link"))),
            "color": COLOR,
            "gravity": GRAVITY,
        },
        closed=True,
    ),
    "image": Thing(
        "image",
        OFFSETS
        | PICTURED
        | PRESS
        | {
            "flex": SHARE,
            "margin": GAP,
            "align": ALIGN,
            "gravity": GRAVITY,
            "size": may(Written((*SIZE, "full", "40%"), "huge")),
            "aspectMode": may(Word(("cover", "fit"))),
            "backgroundColor": COLOR,
            "animated": may(Flag()),
        },
        closed=True,
    ),
    "icon": Thing(
        "icon",
        OFFSETS | PICTURED | SCALING | {"margin": GAP, "size": may(Written(SIZE, "huge"))},
        closed=True,
    ),
    "separator": Thing("separator", {"margin": GAP, "color": COLOR}, closed=True),
    "filler": Thing("filler", {"flex": SHARE}, closed=True),
    "gradient": Thing(
        "linearGradient",
        {
            "angle": needed(Written(("0deg", "45.5deg", "359deg"), "360deg")),
            "startColor": needed(COLOR[0]),
            "endColor": needed(COLOR[0]),
            "centerColor": COLOR,
            "centerPosition": may(Written(("0%", "33.3%", "100%"), "101%")),
        },
        closed=True,
    ),
    "video": Thing(
        "video",
        PICTURED
        | {
            "previewUrl": needed(MEDIA),
            "altContent": needed(OneOf(("image", "box"))),
            "action": may(OneOf(("video action",))),
        },
        closed=True,
    ),
    "video action": Thing("uri", {"label": needed(Words(40, seen=True)), "uri": needed(LINK)}),
}

MESSAGES = {
    "text message": Thing(
        "text",
        COMMON
        | {
            "text": needed(Words(5000)),
            "emojis": may(Several(OneOf(("emoji",), typed=False), 0, 20)),
            "quoteToken": may(Words()),
        },
        mend=mend_text,
        relations={"emoji where no dollar stands": misplace_emoji},
    ),
    "textV2 message": Thing(
        "textV2",
        COMMON
        | {
            "text": needed(Words(5000)),
            "substitution": may(Named(OneOf(("mention", "v2 emoji")))),
            "quoteToken": may(Words()),
        },
        mend=mend_text_v2,
        relations={"brace without a substitute": forget_substitute, "too many": mention_too_many},
    ),
    "sticker message": Thing(
        "sticker",
        COMMON
        | {
            "packageId": needed(Words()),
            "stickerId": needed(Words()),
            "quoteToken": may(Words()),
        },
    ),
    "image message": Thing(
        "image", COMMON | {"originalContentUrl": needed(MEDIA), "previewImageUrl": needed(MEDIA)}
    ),
    "video message": Thing(
        "video",
        COMMON
        | {
            "originalContentUrl": needed(MEDIA),
            "previewImageUrl": needed(MEDIA),
            "trackingId": may(Written(("track-1", "a" * 100), "ติดตาม")),
        },
    ),
    "audio message": Thing(
        "audio",
        COMMON | {"originalContentUrl": needed(MEDIA), "duration": needed(Number(1))},
    ),
    "location message": Thing(
        "location",
        COMMON
        | {
            "title": needed(Words(100)),
            "address": needed(Words(100)),
            "latitude": needed(Number(-90, 90)),
            "longitude": needed(Number(-180, 180)),
        },
    ),
    "imagemap message": Thing(
        "imagemap",
        COMMON
        | ALT
        | {
            "baseUrl": needed(MEDIA),
            "baseSize": needed(OneOf(("base size",), typed=False)),
            "actions": needed(
                Several(OneOf(("area uri", "area message", "area clipboard")), 0, 50)
            ),
            "video": may(OneOf(("imagemap video",), typed=False)),
        },
    ),
    "template message": Thing(
        "template",
        COMMON
        | ALT
        | {
            "template": needed(OneOf(("buttons", "confirm", "template carousel", "image carousel")))
        },
    ),
    "flex message": Thing(
        "flex",
        COMMON | ALT | {"contents": needed(OneOf(("bubble", "flex carousel")))},
        mend=mend_flex,
        relations={"too many animations": animate_too_many},
    ),
    "coupon message": Thing(
        "coupon", COMMON | {"couponId": needed(Words()), "deliveryTag": may(Words(30))}
    ),
}

THINGS = ACTIONS | PARTS | TEMPLATES | FLEX | MESSAGES
