"""Cells that hold a whole hit, as in the list of somebody's articles.

The title, in one line or more
A Fernhill, CB Stonebrook
Journal of Imaginary Care 12 (3), 412-419
"""

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass

from chapwai.citations.layouts.parts.listed_names import are_names
from chapwai.citations.layouts.sources.scholar import CUT, legible_names
from chapwai.citations.layouts.sources.sources import Place, place_of
from chapwai.citations.lines import Line, text_of
from chapwai.citations.names import GROUP_WORDS
from chapwai.citations.possible_pages import possible_pages
from chapwai.citations.source_line import expanded_pages
from chapwai.citations.source_patterns import PAGES
from chapwai.citations.wording import one_line, plain, repaired_journal

# Journal of Imaginary Care 12 (3), 412-419: the year has a column of its own.
SOURCE = re.compile(
    r"(?P<journal>[^\W\d].{2,120}?)\s(?P<volume>\d{1,4})(?:\s?\((?P<issue>[\w -]{1,12})\))?"
    rf"[,.]\s?{PAGES}"
)
# Names are set smaller than the title by this at least.
SMALLER = 0.92


@dataclass(frozen=True)
class StackedCell:
    """What stands below one another in a cell."""

    title: Sequence[Line]
    names: tuple[str, ...]
    place: Place | None


def hits_in(column: Sequence[Line]) -> list[list[Line]]:
    """The hits that stand below one another in a column; each ends with its source."""
    hits: list[list[Line]] = [[]]
    for line in column:
        is_last = _is_source(line, below=hits[-1])
        hits[-1].append(line)
        if is_last:
            hits.append([])
    return [hit for hit in hits if hit]


def _is_source(line: Line, *, below: Sequence[Line]) -> bool:
    """Whether it is shaped like one, or says numbers right below the names."""
    if SOURCE.fullmatch(one_line(plain(line.text))):
        return True
    has_numbers = any(map(str.isdigit, line.text))
    return len(below) > 1 and _are_names(below[-1]) and has_numbers and not _are_names(line)


def stacked_cell(cell: Sequence[Line]) -> StackedCell | None:
    """The parts of a cell, None if no line of names stands below its title."""
    begins = next((place for place, line in enumerate(cell) if place and _are_names(line)), None)
    if begins is None:
        return None
    begins += _words_of_title(cell[begins:])
    named = list(itertools.takewhile(_are_names, cell[begins:]))
    source = cell[begins + len(named) :]
    names = tuple(legible_names(plain(line.text)) for line in named)
    return StackedCell(cell[:begins], names, _place(one_line(plain(text_of(source)))))


def _words_of_title(named: Sequence[Line]) -> int:
    """How many lines are the title's last words, taken for a name: names are set smaller."""
    steps = itertools.pairwise(itertools.takewhile(_are_names, named))
    return sum(below.size < SMALLER * line.size for line, below in itertools.islice(steps, 1))


def _place(text: str) -> Place | None:
    found = SOURCE.fullmatch(text)
    if found is None:
        return place_of(text)
    journal = None if CUT.search(found["journal"]) else repaired_journal(found["journal"])
    pages = possible_pages(expanded_pages(found["pages"]))
    return Place(journal=journal, volume=found["volume"], issue=found["issue"], pages=pages)


def _are_names(line: Line) -> bool:
    text = legible_names(plain(line.text)).rstrip(",")
    return are_names(text) or bool(GROUP_WORDS.search(text) and not any(map(str.isdigit, text)))
