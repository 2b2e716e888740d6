"""Blocks of lines that could be an article's title: set alike, and saying nothing else."""

import functools
import itertools
import re
from collections.abc import Sequence

from chapwai.citations import identifiers
from chapwai.citations.degrees import DEGREES
from chapwai.citations.layouts.articles.byline import begins_byline, is_byline, lines_below
from chapwai.citations.layouts.parts.article_kind import KIND
from chapwai.citations.lines import LETTERS_THAT_MEASURE, Line
from chapwai.citations.source_line import source_in
from chapwai.citations.source_patterns import MONTH, YEAR
from chapwai.citations.wording import plain

CONTROLS = re.compile(
    r"(?i)\b(cookies?|log ?in|sign in|register|download|subscribe|search|menu|advertis\w+|"
    r"access through|purchase|(?:my|create) account|view pdf|sign up|contact us|"
    r"get rights|share|cite this|altmetric|annotations)\b|"
    r"\d\W{0,2}(?:accesses|citations)\b|impact factor|(?:full[- ]text|pdf|abstract) available|"
    r"free full text|^\W*(introduction|highlights|"
    r"keywords|open access|original (?:article|research|paper)|research article|review article|"
    r"full text|contents|sections|figures|references|article menu|check for updates|"
    r"notes|notebook|info|metrics|responses|related content)\W*$"
)
# May 2019 · Imaginary Care: the date before a journal.
BEGINS_WITH_DATE = re.compile(rf"(?i){MONTH}\.?\s(?:\d{{1,2}},\s)?{YEAR}\s?[·•|.]")
# PMID: 12345678, and whatever archives call theirs.
LABELLED_NUMBER = re.compile(r"\W{0,2}(?:[A-Z]{2,8}|\w{1,12} ID)\s?:\s?[A-Z]{0,4}\d{5,12}\b")
SAME_TYPE = 0.74
# The box of a single word says less.
SAME_TYPE_OF_WORDS = 0.6
# Boxes of long lines askew are all alike in height, so their letters have a say as well.
LETTERS_OF_A_LONG_LINE, LEAST_ALIKE = 25, 0.6
# Lines of one title keep the distance of its first two.
SAME_STEP = 1.35
FARTHER = 1.22
WIDEST_STEP = 2.2


def blocks_of(lines: Sequence[Line]) -> list[list[Line]]:
    """Lines of one type below one another, left-aligned or centred; each line in one block."""
    blocks: list[list[Line]] = []
    for line in lines:
        above = next((block for block in blocks if _goes_on(block, line, lines)), None)
        if above is None:
            blocks.append([line])
        else:
            above.append(line)
    return [part for block in blocks for part in _without_banner(block)]


def _without_banner(block: list[Line]) -> list[list[Line]]:
    """A journal's name in like type stands further off than the lines of the title do."""
    steps = [below.box.middle - line.box.middle for line, below in itertools.pairwise(block)]
    is_apart = len(steps) > 1 and steps[0] > FARTHER * steps[1]
    return [block[:1], block[1:]] if is_apart else [block]


def _goes_on(block: Sequence[Line], line: Line, lines: Sequence[Line]) -> bool:
    last = block[-1]
    step = line.box.middle - last.box.middle
    return (
        0.5 * last.size < step < WIDEST_STEP * max(last.size, line.size)
        and are_alike(max(block, key=lambda other: len(other.text)), line)
        and _could_begin(plain(block[0].text))
        and step < SAME_STEP * _usual_step(block, otherwise=step)
        and are_aligned(last, line)
        and not (_is_whole(block) and (is_byline(line) or begins_byline(block, line)))
        and (_ends_in_years(last, line) or not says_something_else(plain(line.text)))
        and not _is_label(line, lines)
        and not _are_names_between(last, line, lines)
    )


def _are_names_between(last: Line, line: Line, lines: Sequence[Line]) -> bool:
    """Whether a list of names has begun: its last name may be set like the title."""
    return any(
        last.box.middle < other.box.middle < line.box.middle and is_byline(other)
        for other in lines
        if are_aligned(last, other)
    )


def _ends_in_years(last: Line, line: Line) -> bool:
    """A title's last words may be figures alone: ..., 1998-2010"""
    is_open = re.search(r"(?:[,-]|\b(?:in|of|from|to|and|since))$", plain(last.text))
    return bool(is_open and re.fullmatch(rf"(?:{YEAR}\s?-\s?)?{YEAR}", plain(line.text)))


def _is_label(line: Line, lines: Sequence[Line]) -> bool:
    """Whether a line says what kind of article stands in larger type below it."""
    below = lines_below([line], lines)[:1]
    return bool(KIND.match(plain(line.text))) and any(other.size > line.size for other in below)


def _could_begin(text: str) -> bool:
    """What kind of article it is, or on which pages it stands, is no part of the title."""
    is_path = re.search(r"\s[>»›]\s", text)
    is_other = KIND.match(text) or is_path or says_something_else(text)
    return not is_other and bool(re.search(r"[^\W\d_]{2}", text))


def _usual_step(block: Sequence[Line], *, otherwise: float) -> float:
    return block[1].box.middle - block[0].box.middle if len(block) > 1 else otherwise


def are_alike(one: Line, other: Line) -> bool:
    """Whether two lines are set in one type, by their height or by the width of their letters."""
    is_word = min(len(one.text), len(other.text)) < LETTERS_THAT_MEASURE
    in_size = _ratio(one.size, other.size)
    if min(len(one.text), len(other.text)) >= LETTERS_OF_A_LONG_LINE and in_size < LEAST_ALIKE:
        return False
    alike = max(in_size, _ratio(one.box.height, other.box.height))
    return alike >= (SAME_TYPE_OF_WORDS if is_word else SAME_TYPE)


def _ratio(one: float, other: float) -> float:
    return min(one, other) / max(one, other, 1)


def are_aligned(one: Line, other: Line) -> bool:
    lefts = abs(one.box.left - other.box.left)
    middles = abs(one.box.left + one.box.right - other.box.left - other.box.right) / 2
    return min(lefts, middles) < 1.5 * max(one.size, other.size)


def _is_whole(block: Sequence[Line]) -> bool:
    """A title may go on with a line of names: in Lakeside and Hilltop. It has to begin first."""
    return not re.search(r"(?i)\b(?:in|of|and|the|for|with|among|from|[:,-])$", block[-1].text)


@functools.lru_cache(maxsize=2048)
def says_something_else(text: str) -> bool:
    return bool(
        CONTROLS.search(text)
        or not re.search(r"[^\W\d_]", text)
        or identifiers.dois_in(text)
        or ((source := source_in(text)) and source.is_telling)
        or DEGREES.fullmatch(text)
        or LABELLED_NUMBER.match(text)
        or re.match(r"(?i)\W*(?:received|volume|vol\.|doi|https?:|by\s[A-Z])", text)
        or BEGINS_WITH_DATE.match(text)
        or re.search(r"(?i)\bpublished\b.{0,20}\d{4}|\s?\|\s?", text)
    )
