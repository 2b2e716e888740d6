"""What a press on a button may do, and the limits of each."""

from typing import Any

from linesim.graphemes import grapheme_length
from linesim.validation.rules import (
    Place,
    Problem,
    Problems,
    Rule,
    by_type,
    every,
    may,
    needed,
    one_of,
    pattern,
    shape,
    text,
    uri,
)

DATE_TIME = r"\d{4}-\d{2}-\d{2}([Tt]\d{2}:\d{2})?|\d{2}:\d{2}"

INPUT_OPTIONS = one_of("closeRichMenu", "openRichMenu", "openKeyboard", "openVoice")


def _fill_in_text_needs_keyboard(value: Any, place: Place) -> Problems:
    if "fillInText" in value and value.get("inputOption") != "openKeyboard":
        yield Problem("invalid property", (*place, "fillInText"))


def actions(*, label: int, label_needed: bool, phone_only: bool = False) -> Rule:
    """The actions allowed somewhere; labels are counted as people see characters.

    `phone_only` adds camera, camera roll and location, which quick replies alone have.
    """
    label_rule = text(label, length=grapheme_length)
    labelled = {"label": needed(label_rule) if label_needed else may(label_rule)}
    kinds: dict[str, Rule] = {
        "postback": every(
            shape(
                **labelled,
                data=needed(text(300)),
                displayText=may(text(300, length=grapheme_length)),
                text=may(text(300, length=grapheme_length)),
                inputOption=may(INPUT_OPTIONS),
                fillInText=may(text(300)),
            ),
            _fill_in_text_needs_keyboard,
        ),
        "message": shape(**labelled, text=needed(text(300, length=grapheme_length))),
        "uri": shape(
            **labelled,
            uri=needed(uri(1000, "http", "https", "line", "tel")),
            altUri=may(shape(desktop=may(uri(1000, "http", "https", "line", "tel")))),
        ),
        "datetimepicker": shape(
            **labelled,
            data=needed(text(300)),
            mode=needed(one_of("date", "time", "datetime")),
            initial=may(pattern(DATE_TIME)),
            max=may(pattern(DATE_TIME)),
            min=may(pattern(DATE_TIME)),
        ),
        "clipboard": shape(**labelled, clipboardText=needed(text(1000))),
        "richmenuswitch": shape(
            **labelled, richMenuAliasId=needed(text(32)), data=needed(text(300))
        ),
    }
    if phone_only:
        kinds |= dict.fromkeys(
            ("camera", "cameraRoll", "location"), shape(label=needed(label_rule))
        )
    return by_type(kinds)


TEMPLATE_ACTION = actions(label=20, label_needed=True)
IMAGE_ACTION = actions(label=20, label_needed=False)
FLEX_ACTION = actions(label=40, label_needed=False)
FLEX_BUTTON_ACTION = actions(label=40, label_needed=True)
QUICK_REPLY_ACTION = actions(label=20, label_needed=True, phone_only=True)
