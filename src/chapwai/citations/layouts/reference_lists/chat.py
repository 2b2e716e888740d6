"""Screens of a chat: every message is a text of its own, with the time beside it."""

import re
from collections.abc import Sequence
from itertools import pairwise

from chapwai.citations.description import Description
from chapwai.citations.layouts.parts.blocks import WIDEST_STEP, column_of
from chapwai.citations.layouts.reference_lists.written import references_on
from chapwai.citations.lines import Line
from chapwai.citations.wording import plain

# 09:14, 09.14, 9.14 PM, Read 09:20, and the same in Thai; 22.24 ends an address, or is a number.
TIME = re.compile(
    r"(?:(?:read|seen|sent|delivered|อ่านแล้ว|ส่งแล้ว)\W{0,3})?"
    r"(?:0\d\.[0-5]\d|(?:[01]?\d|2[0-3])"
    r"(?::[0-5]\d(?:\s?(?:[ap]\.?m\.?|น\.?))?|\.[0-5]\d\s?(?:[ap]\.?m|น)\.?))",
    re.IGNORECASE,
)
# One time alone may be the clock of a telephone.
FEWEST_TIMES = 2


def read_chat(lines: Sequence[Line]) -> list[Description]:
    """Describe what the messages cite; empty if the page is no chat, or cites nothing."""
    times = [line for line in lines if TIME.fullmatch(plain(line.text).strip())]
    if len(times) < FEWEST_TIMES:
        return []
    said = _messages([line for line in lines if line not in times], times)
    return [found for message in said for found in references_on(message)]


def _messages(lines: Sequence[Line], times: Sequence[Line]) -> list[list[Line]]:
    """The lines that begin below one another, with neither a gap nor a time between them."""
    messages: list[list[Line]] = []
    waiting = list(lines)
    while waiting:
        column = column_of(waiting[0], waiting)
        ends = (n for n, pair in enumerate(pairwise(column), 1) if _are_apart(*pair, times))
        messages.append(column[: next(ends, len(column))])
        waiting = [line for line in waiting if line not in messages[-1]]
    return messages


def _are_apart(line: Line, following: Line, times: Sequence[Line]) -> bool:
    # Thai marks make the sizes of lines differ, but hardly their heights.
    height = max(line.box.height, following.box.height)
    is_timed = any(line.box.middle < time.box.middle < following.box.top for time in times)
    return is_timed or following.box.middle - line.box.middle > WIDEST_STEP * height
