"""References some of whose figures could not be read: วารสารสมมุติ ????;12(?):41-??.

A reference without its numbers is hardly shaped like one. It is read twice, with other figures put
in each time: what comes out the same both times is what the page says.
"""

import re
from collections.abc import Callable
from dataclasses import replace

from chapwai.citations.description import Description
from chapwai.citations.references.numbers import NUMBER_PARTS
from chapwai.citations.wording import is_thai

UNREAD_YEAR = re.compile(r"(?<!\?)\?{4}(?!\?)")
# A question mark behind a word is one.
UNREAD = re.compile(r"(?<![^\W_])\?")
STAND_INS = (("2551", "1"), ("2552", "2"))


def has_unread_figures(text: str) -> bool:
    """Whether at least a year is unread; only the reader of Thai marks figures so."""
    return is_thai(text) and bool(UNREAD_YEAR.search(text))


def described_twice(text: str, describe: Callable[[str], Description | None]) -> Description | None:
    """What the reference says without the figures that nobody could read."""
    one, other = (describe(_filled(text, *figures)) for figures in STAND_INS)
    if one is None or other is None:
        return None
    known = {name: getattr(one, name) for name in NUMBER_PARTS}
    known |= {name: None for name in NUMBER_PARTS if known[name] != getattr(other, name)}
    return replace(one, **known)


def _filled(text: str, year: str, figure: str) -> str:
    return UNREAD.sub(figure, UNREAD_YEAR.sub(year, text))
