"""Screens of a chat: every message is a text of its own, with the time beside it."""

import re
from collections.abc import Sequence

from chapwai.citations.description import Description
from chapwai.citations.layouts.unknown import read_unknown
from chapwai.citations.lines import Line
from chapwai.citations.wording import plain

# 09:14, 9.14 PM, Read 09:20, and the same in Thai.
TIME = re.compile(
    r"(?:(?:read|seen|sent|delivered|อ่านแล้ว|ส่งแล้ว)\W{0,3})?"
    r"(?:[01]?\d|2[0-3])[:.][0-5]\d(?:\s?(?:[ap]\.?m\.?|น\.?))?",
    re.IGNORECASE,
)
# One time alone may be the clock of a telephone.
FEWEST_TIMES = 2


def read_chat(lines: Sequence[Line]) -> list[Description]:
    """Describe what the messages cite; empty if the page is no chat, or cites nothing."""
    times = [line for line in lines if TIME.fullmatch(plain(line.text).strip())]
    if len(times) < FEWEST_TIMES:
        return []
    return read_unknown([line for line in lines if line not in times])
