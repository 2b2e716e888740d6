"""Numbers that a photo shows legibly and that articles can have.

A wrong number sends somebody to the wrong shelf, and unlike a word it does not look wrong.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from chapwai.citations.description import Description
from chapwai.citations.lines import Line
from chapwai.citations.possible_pages import possible_pages
from chapwai.citations.source_patterns import MONTH
from chapwai.citations.wording import is_thai

# Of the numbers on lines read with less, one in six is wrong, of the others one in fifty.
LEAST_CONFIDENCE = 0.9
# Volumes come in parts A to D and in supplements; another letter begins the next word, and one
# before a nought was a figure. Of two numbers one is the neighbour's.
IMPOSSIBLE_VOLUME = re.compile(r"\d{1,4}[E-RT-Z]|[A-Z]{1,2}0\d{0,4}|\d{1,4}\s\d{1,4}")
# Issues without a figure are supplements, parts A to F, or called by their season or month.
POSSIBLE_ISSUE = re.compile(
    rf".{{0,24}}[1-9].{{0,24}}|(?:Suppl|Spec|Pt|Part)\b.{{0,24}}|[A-FS]|{MONTH}.{{0,12}}",
    re.IGNORECASE,
)


def with_believable_numbers(seen: Description) -> Description:
    """Without numbers that no article has, something was glued to them, and without faint ones."""
    volume = None if IMPOSSIBLE_VOLUME.fullmatch(seen.volume or "") else seen.volume
    issue = seen.issue if POSSIBLE_ISSUE.fullmatch(seen.issue or "") else None
    return replace(
        seen,
        year=_legible(seen.year, seen.lines),
        volume=_legible(volume, seen.lines),
        issue=_legible(issue, seen.lines),
        pages=_legible(possible_pages(seen.pages), seen.lines),
    )


def _legible(number: str | None, lines: Sequence[Line]) -> str | None:
    """The number, unless it stands on faint lines alone; the engine for Thai is never as sure."""
    printed = (number or "").partition("-")[0]
    bearing = [line for line in lines if printed in line.text]
    is_faint = all(line.confidence < LEAST_CONFIDENCE for line in bearing)
    return None if bearing and is_faint and not _any_thai(bearing) else number


def _any_thai(lines: Sequence[Line]) -> bool:
    return any(is_thai(line.text) for line in lines)
