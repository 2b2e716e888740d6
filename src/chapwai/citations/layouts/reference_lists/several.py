"""References that run into one another: no number, gap or indent showed where the next begins.

Described as one, they would give one article the volume and the pages of another.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from chapwai.citations.description import Description
from chapwai.citations.layouts.parts.items import begins_with_name, ends_item
from chapwai.citations.lines import Line, text_of
from chapwai.citations.references import NUMBERING
from chapwai.citations.source_patterns import YEAR
from chapwai.citations.wording import plain

# 12(3), 45 and 12(3). pp. 45 and 2019;12:45: where one article stands.
PLACE = re.compile(
    rf"(?P<volume>(?<![\w(])\d{{1,4}}\s?\([^()]{{0,16}}\)|(?<!\d){YEAR}\s?;\s?\d{{1,4}})"
    r"\s?[,.:;]\s?(?:pp?\b[.,]?\s?)?(?:Article\s)?(?P<page>[A-Za-z]{0,2}\d{1,9})"
)
# A group's name, which looks like no author's: COVID-CARE Consortium (2014).
BEGINS_WITH_GROUP = re.compile(rf"[A-Z][^()]{{2,80}}\({YEAR}\)")


def parted(lines: Sequence[Line]) -> list[list[Line]]:
    """The lines, at least one, by references; a next one begins only where one has ended."""
    if not tells_of_several(text_of(lines)):
        return [list(lines)]
    parts = [[lines[0]]]
    for line in lines[1:]:
        if _could_begin(line) and _has_ended(parts[-1]):
            parts.append([])
        parts[-1].append(line)
    return parts


def without_mixed_numbers(found: Description, text: str) -> Description:
    """Nobody can say which of two places is the article's."""
    if not tells_of_several(text):
        return found
    return replace(found, volume=None, issue=None, pages=None, year=None, dois=(), pmids=())


def tells_of_several(text: str) -> bool:
    """Whether a text names the places of more than one article."""
    return len({place.group("volume", "page") for place in PLACE.finditer(plain(text))}) > 1


def _has_ended(part: Sequence[Line]) -> bool:
    return ends_item(part[-1]) and PLACE.search(plain(text_of(part))) is not None


def _could_begin(line: Line) -> bool:
    text = plain(line.text)
    return bool(begins_with_name(text) or NUMBERING.match(text) or BEGINS_WITH_GROUP.match(text))
