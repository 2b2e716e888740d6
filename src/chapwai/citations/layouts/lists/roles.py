"""How well each row of a list plays each part of an item: its title, its names, its source.

What a row says counts for or against a part in points; list_path.py finds the parts for all rows
that make most points together.
"""

import functools
import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum

from chapwai.citations import identifiers
from chapwai.citations.layouts.lists.manner import CLEAR_NAMES, Manner
from chapwai.citations.layouts.parts.blocks import same_size
from chapwai.citations.layouts.parts.card_words import begins_with_control, is_kind
from chapwai.citations.layouts.parts.list_rows import AT_EDGE, MOST_MARGIN, Row, text_in
from chapwai.citations.layouts.parts.listed_names import (
    are_clear_names,
    are_names,
    could_end_names,
    end_with_whole_name,
    hold_names,
    is_one_name,
)
from chapwai.citations.layouts.sources.sources import (
    Place,
    could_begin_journal,
    starts_with_numbers,
)
from chapwai.citations.names import GROUP_WORDS, JOINING


class Role(IntEnum):
    """The parts of an item in the order of most lists, and what belongs to none."""

    OTHER = 0
    TITLE = 1
    NAMES = 2
    ASIDE = 3  # a label or a button between the title and the source
    SOURCE = 4
    NAMES_AFTER = 5


Points = dict[Role, float]
Worth = tuple[float, int, int]

NEVER = -6.0
WORTHLESS = (NEVER, 0, 0)
UNLIKELY = -2.0
# A source runs over so many rows.
MOST_SOURCE_ROWS = 3
FEWEST_TITLE_LETTERS = 8
MOST_GROUP_WORDS = 8
URL = re.compile(r"(?i)https?:|www\.|\S@\S")
# The last of several names, alone on its row: & Vale E
JOINED = re.compile(r"^(?:&|and)\s")
# Where a list shows some of many names: Vale E & others
OTHERS_BEHIND = re.compile(r"(?i)(?:^|,?\s)(?:&|and)\s(?:\d{1,3}\s)?others$")
ENDS_SNIPPET = re.compile(r"(?i)\b(?:show|read|view|see) (?:more|all)\W*$|(?:^|[.…]\s?)expand\W*$")
# Steps between the rows of one part, in sizes of type.
WIDEST_STEP = 2.1
# Lines of one size differ by so much where dots or capitals end them.
SAME_TYPE = 0.72


@dataclass(frozen=True)
class Style:
    """How the titles of a list are set: their size, and where they begin."""

    size: float
    left: float

    def fits(self, row: Row) -> bool:
        alike = 0.82 < row.size / self.size < 1.22
        # The mark before a title may not have been read; its place is in the row's box.
        return alike and -MOST_MARGIN * self.size < row.left - self.left < AT_EDGE * self.size


def points_of(rows: Sequence[Row], manner: Manner) -> list[Points]:
    """For each row the points that its words make in each part."""
    tells = _source_points(rows, manner)
    points = [_points(row.text, tell, manner) for row, tell in zip(rows, tells, strict=True)]
    return [_with_single_name(own, row) for own, row in zip(points, rows, strict=True)]


def _with_single_name(points: Points, row: Row) -> Points:
    """A whole name, or a group's, between a title and the next one can be nothing else."""
    is_last = row.ends and not row.opens
    is_name = is_last and (is_one_name(row.text) or points[Role.NAMES] > 1)
    return points | {Role.NAMES: max(points[Role.NAMES], 3.0)} if is_name else points


def styled(points: Points, row: Row, style: Style) -> Points:
    """With what a row's type and place say for it as a title, or against."""
    return points | {Role.TITLE: points[Role.TITLE] + (1.0 if style.fits(row) else -1.5)}


def on_one_side(points: Sequence[Points], roles: Sequence[Role]) -> list[Points]:
    """With what speaks against names before the sources of a list that has them behind.

    What looks like names there is the last row of a title: Ontario, Canada.
    """
    before, behind = roles.count(Role.NAMES), roles.count(Role.NAMES_AFTER)
    if behind <= before:
        return list(points)
    return [own | {Role.NAMES: own[Role.NAMES] + UNLIKELY} for own in points]


def _points(text: str, source: float, manner: Manner) -> Points:
    if names_identifier(text) or URL.search(text) or begins_with_control(text):
        return _of_a_control(source)
    kind = is_kind(text)
    names = _names_points(text)
    names = names if names >= manner.least_names else NEVER
    return {
        Role.OTHER: 2.0 if kind or ENDS_SNIPPET.search(text) else 0.0,
        Role.TITLE: _title_points(text, names, source),
        Role.NAMES: NEVER if source > 2 else names,
        Role.ASIDE: 1.0 if kind else NEVER,
        Role.SOURCE: source,
        Role.NAMES_AFTER: NEVER if source > 2 else names - 0.5,
    }


def _of_a_control(source: float) -> Points:
    """A button, an address or an identifier is no part of an item unless it is in its source."""
    return {
        Role.OTHER: 3.0,
        Role.TITLE: NEVER,
        Role.NAMES: NEVER,
        Role.ASIDE: 1.0,
        Role.SOURCE: source,
        Role.NAMES_AFTER: NEVER,
    }


@functools.lru_cache(maxsize=2048)
def names_identifier(text: str) -> bool:
    return bool(identifiers.dois_in(text) or identifiers.pmids_in(text))


@functools.lru_cache(maxsize=1024)
def _names_points(text: str) -> float:
    if are_clear_names(text) or hold_names(text) or _ends_names(text):
        return CLEAR_NAMES
    if GROUP_WORDS.search(text) and len(text.split()) <= MOST_GROUP_WORDS:
        return 2.0
    if are_names(text) or could_end_names(text):
        return 1.0
    return NEVER if JOINING.search(text) else UNLIKELY


def _ends_names(text: str) -> bool:
    """Whether a row ends names: with the last of them, or with others that a list leaves out."""
    shown = JOINED.sub("", OTHERS_BEHIND.sub("", text))
    return shown != text and (not shown or is_one_name(shown) or are_names(shown))


def _title_points(text: str, names: float, source: float) -> float:
    has_words = sum(map(str.isalpha, text)) > 2
    return (0.0 if has_words else NEVER) - max(0.0, names - 1.0) - max(0.0, source)


def begins_title(row: Row) -> float:
    """What speaks against a row as the first of a title."""
    letters = sum(map(str.isalpha, row.text))
    is_small = bool(re.match(r"[a-z]{2,}\s", row.text))
    is_no_title = letters < FEWEST_TITLE_LETTERS or is_kind(row.text)
    opens = {None: 0.0, True: 2.0, False: -4.0}[row.opens]
    return opens + (-3.0 if is_no_title else 0.0) + (-1.5 if is_small else 0.0)


def goes_on(row: Row, following: Row) -> bool:
    """Whether the next row may continue the part: near, and in the same type."""
    step = following.middle - row.middle
    small, large = sorted((row.size, following.size))
    alike = small >= SAME_TYPE * large or same_size(row.line, following.line)
    return alike and step < WIDEST_STEP * large and not following.begins_names


def _source_points(rows: Sequence[Row], manner: Manner) -> list[float]:
    """By what each row tells of a source, alone or with the rows before and behind it."""
    points = [NEVER] * len(rows)
    told: dict[tuple[int, int], Worth] = {}
    for first, end in _spans(rows):
        worth = _worth(rows[first:end], manner)
        within = max(told.get((first, end - 1), WORTHLESS), told.get((first + 1, end), WORTHLESS))
        told[first, end] = max(worth, within)
        if worth > within:  # the rows say more together than without the first or the last
            points[first:end] = [max(own, worth[0]) for own in points[first:end]]
    return _with_journals_above(rows, points)


def _spans(rows: Sequence[Row]) -> Iterator[tuple[int, int]]:
    """The rows that may be one source, the shorter runs first."""
    on = [goes_on(row, following) for row, following in itertools.pairwise(rows)]
    for count in range(1, MOST_SOURCE_ROWS + 1):
        for first in range(len(rows) - count + 1):
            if all(on[first : first + count - 1]):
                yield first, first + count


def _worth(rows: Sequence[Row], manner: Manner) -> Worth:
    """The points of rows as a source, how many fields they have, and how much of the pages."""
    text = text_in(rows)
    place = manner.place_of(text)
    if place is None:
        return (1.0, 1, 0) if manner.place_beside_names(text) else WORTHLESS
    fields = (
        _names_running_on(rows[0], place),
        place.journal,
        place.year,
        place.volume,
        place.issue,
        place.pages,
    )
    return (
        5.0 if place.is_telling or place.names else 3.0,
        sum(map(bool, fields)),
        len(place.pages or ""),
    )


def _names_running_on(row: Row, place: Place) -> str:
    """The names before the journal, if it begins on their row: Marsh, Dora. Imaginary | Nursing"""
    run_on = row.is_full and end_with_whole_name(place.names)
    return place.names if run_on and not end_with_whole_name(row.text.rstrip(".")) else ""


def _with_journals_above(rows: Sequence[Row], points: Sequence[float]) -> list[float]:
    """The row over a source may be the beginning of its journal's name."""
    return [max(own, 0.0) if _could_begin(rows, points, n) else own for n, own in enumerate(points)]


def _could_begin(rows: Sequence[Row], points: Sequence[float], n: int) -> bool:
    if n + 1 == len(rows) or points[n + 1] <= 0 or not goes_on(rows[n], rows[n + 1]):
        return False
    return could_begin_journal(rows[n].text) and (
        rows[n].is_full or starts_with_numbers(rows[n + 1].text)
    )
