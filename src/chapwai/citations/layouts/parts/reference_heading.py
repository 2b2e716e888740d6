"""The heading over a list of references."""

import re
from collections.abc import Iterable

from chapwai.citations.lines import Line
from chapwai.citations.wording import plain

HEADING = re.compile(
    r"(?i)^\W*(?:\d{1,2}\W+)?(?:(?:selected |cited |list of |notes and )?"
    r"references?(?: (?:list|cited|and notes))?|"
    # In small letters it is the last word of a title: a review of the literature.
    r"bibliography|(?-i:L)iterature|literature cited|(?:works|sources) cited|"
    r"(?:further|selected|suggested) readings?|"
    r"เอกสารอ้างอิง|บรรณานุกรม|รายการอ้างอิง)"
    r"(?:\s*\(\d+\))?(?:\s*\[\s?edit(?: source)?\s?\])?\W*$"
)


def is_heading(line: Line) -> bool:
    """Whether references follow below the line."""
    return bool(HEADING.match(plain(line.text)))


def has_heading(lines: Iterable[Line]) -> bool:
    """Whether the page says that references follow."""
    return any(map(is_heading, lines))
