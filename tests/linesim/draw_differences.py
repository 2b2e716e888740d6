"""Draw docs/linesim-differences.md from what a run of generated messages finds.

    python -m tests.linesim.draw_differences

tests/linesim/test_generated_messages.py fails while the page differs from what this draws.
"""

import warnings
from collections import defaultdict
from pathlib import Path

from linesim.validation import Invalid, check_messages

from .generate import cases

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    from linebot.v3.messaging.models import Message

NUMBER, SEED = 2000, 20261122
PAGE = Path(__file__).resolve().parents[2] / "docs" / "linesim-differences.md"

HEAD = (
    "# What linesim refuses and the official SDK lets pass",
    "",
    "Drawn by `python -m tests.linesim.draw_differences` from "
    f"{NUMBER:,} generated messages, half of them whole and half broken in one place; do not edit.",
    "",
    "linesim takes every whole one and refuses every broken one. The models of LINE's Python SDK "
    "take every whole one too, but they check hardly any limit and only some needed properties and "
    "closed lists, and they leave out what they do not know. So a message that the SDK builds is "
    "not yet one that LINE sends. What the models refuse, linesim refuses as well.",
    "",
    "| what is wrong | where the models let it pass |",
    "| --- | --- |",
)

FOOT = (
    "",
    "In one thing linesim is milder than LINE on purpose: addresses of pictures and media may be "
    "plain http when they lead to the machine that linesim runs on. It does not fetch them, so "
    "sizes and formats of pictures, videos and sounds go unchecked, and it cannot know which "
    "coupons, stickers and emoji exist.",
    "",
)


def taken_by_linesim(message):
    """Whether linesim would send it."""
    try:
        check_messages([message])
    except Invalid:
        return False
    return True


def taken_by_sdk(message):
    """Whether the models of the SDK read it without complaint."""
    try:
        Message.from_dict(message)
    except (ValueError, KeyError, TypeError, AttributeError):
        return False
    return True


def differences(found):
    """What linesim refuses and the models take: {kind of fault: {thing: {properties}}}."""
    differing = defaultdict(lambda: defaultdict(set))
    for case in found:
        if case.fault and taken_by_sdk(case.message) and not taken_by_linesim(case.message):
            differing[case.fault.kind][plain(case.fault.thing)].add(case.fault.property)
    return differing


def plain(thing):
    """The thing's name without where it hangs: a button's action is an action like any other."""
    if " action " in thing:
        thing = thing.partition(" action ")[2] + " action"
    return thing.replace("baseline box", "box").removesuffix(" message").removeprefix("video ")


def page(found):
    """The whole page for these cases."""
    rows = [f"| {kind} | {listed(things)} |" for kind, things in sorted(differences(found).items())]
    return "\n".join([*HEAD, *rows, *FOOT])


def listed(things):
    return " · ".join(named(thing, things[thing]) for thing in sorted(things))


def named(thing, properties):
    names = [f"`{name}`" for name in sorted(properties) if name]
    return f"{thing}: {' '.join(names)}" if names else thing


if __name__ == "__main__":
    PAGE.write_text(page(cases(NUMBER, seed=SEED)), encoding="utf-8")
