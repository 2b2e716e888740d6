"""What a press on a button may do, and the limits of each."""

from typing import Any

from linesim.graphemes import grapheme_length
from linesim.validation.rules import (
    Place,
    Problem,
    Problems,
    Property,
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

DATE = r"(19\d{2}|20\d{2}|2100)-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])"
TIME = r"([01]\d|2[0-3]):[0-5]\d"
MOMENTS = {"date": DATE, "time": TIME, "datetime": rf"{DATE}[Tt]{TIME}"}

INPUT_OPTIONS = one_of("closeRichMenu", "openRichMenu", "openKeyboard", "openVoice")
LINK = uri(1000, "http", "https", "line", "tel")
DATA = needed(text(300))
SAID = text(300, length=grapheme_length)


def _fill_in_text_needs_keyboard(value: Any, place: Place) -> Problems:
    if "fillInText" in value and value.get("inputOption") != "openKeyboard":
        yield Problem("invalid property", (*place, "fillInText"))


def _one_way_to_speak(value: Any, place: Place) -> Problems:
    """The older `text` and its successor `displayText` exclude each other."""
    if value.get("displayText") is not None and value.get("text") is not None:
        yield Problem("invalid property", (*place, "text"))


def _moments_fit_mode(value: Any, place: Place) -> Problems:
    mode = value.get("mode")
    if isinstance(mode, str) and mode in MOMENTS:
        moment = may(pattern(MOMENTS[mode]))
        yield from shape(initial=moment, max=moment, min=moment)(value, place)


def _moments_in_order(value: Any, place: Place) -> Problems:
    earliest, latest = value.get("min"), value.get("max")
    initial = value.get("initial")
    if _is_after(earliest, latest) or (earliest is not None and earliest == latest):
        yield Problem("invalid property", (*place, "max"))
    if _is_after(earliest, initial) or _is_after(initial, latest):
        yield Problem("invalid property", (*place, "initial"))


def _is_after(one: Any, other: Any) -> bool:
    """Written moments of one mode sort like the moments themselves."""
    return isinstance(one, str) and isinstance(other, str) and one.upper() > other.upper()


def actions(
    *, label: int, label_needed: bool, phone_only: bool = False, rich_menu: bool = False
) -> Rule:
    """The actions allowed somewhere; labels are counted as people see characters.

    `phone_only` adds camera, camera roll and location, which quick replies alone have,
    `rich_menu` the switch to another menu, which menus alone have.
    """
    label_rule = text(label, length=grapheme_length)
    labelled = {"label": needed(label_rule) if label_needed else may(label_rule)}
    kinds = _common_kinds(labelled)
    if phone_only:
        kinds |= dict.fromkeys(("camera", "cameraRoll", "location"), shape(**labelled))
    if rich_menu:
        kinds["richmenuswitch"] = shape(**labelled, richMenuAliasId=needed(text(32)), data=DATA)
    return by_type(kinds)


def _common_kinds(labelled: dict[str, Property]) -> dict[str, Rule]:
    return {
        "postback": every(
            shape(
                **labelled,
                data=DATA,
                displayText=may(SAID),
                text=may(SAID),
                inputOption=may(INPUT_OPTIONS),
                fillInText=may(text(300)),
            ),
            _fill_in_text_needs_keyboard,
            _one_way_to_speak,
        ),
        "message": shape(**labelled, text=needed(SAID)),
        "uri": shape(**labelled, uri=needed(LINK), altUri=may(shape(desktop=may(LINK)))),
        "datetimepicker": every(
            shape(**labelled, data=DATA, mode=needed(one_of(*MOMENTS))),
            _moments_fit_mode,
            _moments_in_order,
        ),
        "clipboard": shape(**labelled, clipboardText=needed(text(1000))),
    }


TEMPLATE_ACTION = actions(label=20, label_needed=True)
IMAGE_ACTION = actions(label=20, label_needed=False)
IMAGE_CAROUSEL_ACTION = actions(label=12, label_needed=False)
FLEX_ACTION = actions(label=40, label_needed=False)
FLEX_BUTTON_ACTION = actions(label=40, label_needed=True)
QUICK_REPLY_ACTION = actions(label=20, label_needed=True, phone_only=True)
RICH_MENU_ACTION = actions(label=20, label_needed=False, rich_menu=True)
