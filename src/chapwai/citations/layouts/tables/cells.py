"""The cells of a table's columns: the lines, cut where an engine took two cells for one line."""

import re
import statistics
from collections.abc import Iterator, Sequence
from dataclasses import replace

from chapwai.citations.layouts.parts.card_words import speaks_to_visitors
from chapwai.citations.layouts.parts.list_rows import LEAST_MARGIN, has_mark, unmarked
from chapwai.citations.layouts.tables.columns import Column
from chapwai.citations.lines import Line
from chapwai.citations.source_patterns import YEAR
from chapwai.citations.wording import plain

# No cell begins with initials, and one of years only with a year.
BEFORE_CELL = re.compile(r"\s(?!(?:[A-Z]\.){1,4}(?:\W|$))")
BEFORE_COUNT = re.compile(r"\s(?=\d{1,5}$)")
BEFORE_YEAR = re.compile(rf"\s(?={YEAR}(?:\s|$))")
# The words of a cell's last line and of the next cell's first may touch: so many sizes of type.
TOUCHING = 1.0
# Where engines take two cells for one line, the gap between them is about so wide.
GAP = 0.8
# Widths in ordinary letters, about alike in all fonts of a screen.
NARROW_LETTERS, WIDE_LETTERS = frozenset("iljtfrI.,;:'()[]|! "), frozenset("mwMW@%")
NARROW, WIDE, CAPITAL = 0.55, 1.5, 1.25

Cells = dict[str, list[Line]]


def cells_of(lines: Sequence[Line], columns: Sequence[Column]) -> Cells:
    """The pieces of the lines by the column in which they stand."""
    cells: Cells = {column.name: [] for column in columns}
    widths = _letter_widths(lines, columns)
    for line in lines:
        if speaks_to_visitors(line.text):
            continue
        for column, piece in _pieces(line, columns, widths):
            if column.name != "title" and column != columns[0]:
                cells[column.name].append(piece)
            elif piece.box.right > column.left + TOUCHING * piece.size:
                cells[column.name].append(_without_mark(piece, column))
    return cells


def _without_mark(line: Line, column: Column) -> Line:
    """Without the box to tick and the number, which stand before the column's edge."""
    text = plain(line.text)
    is_marked = has_mark(text) or column.left - line.box.left > LEAST_MARGIN * line.size
    return replace(line, text=unmarked(text)) if is_marked else line


def _letter_widths(lines: Sequence[Line], columns: Sequence[Column]) -> dict[str, float]:
    """How wide a letter is in each column, by the lines that begin where it does."""
    widths = {
        column.name: [
            _letter_width(line)
            for line in lines
            if abs(line.box.left - column.left) < TOUCHING * line.size
        ]
        for column in columns
    }
    return {name: statistics.median(own) for name, own in widths.items() if own}


def _pieces(
    line: Line, columns: Sequence[Column], widths: dict[str, float]
) -> Iterator[tuple[Column, Line]]:
    """The line cut where columns begin within it, the last first: there its end is known."""
    touching = TOUCHING * line.size
    reached = [column for column in columns if column.left < line.box.right - touching]
    pieces: list[tuple[Column, Line]] = []
    for column in reversed(reached[1:]):
        if column.left > line.box.left + touching and BEFORE_CELL.search(line.text):
            line, piece = _cut(line, column, widths.get(column.name))
            pieces.append((column, piece))
    own = [column for column in columns if column.left <= line.box.left + touching]
    pieces.append((own[-1] if own else columns[0], line))
    return ((column, piece) for column, piece in reversed(pieces) if piece.text)


def _cut(line: Line, column: Column, letter: float | None) -> tuple[Line, Line]:
    """The line in two at the space nearest to the column's edge, measured from the line's end."""
    at, text = column.left, line.text
    letter = letter or _letter_width(line)
    spaces = [match.start() for match in _breaks(text, column)]
    behind = line.box.right - at
    place = min(spaces, key=lambda space: abs(letter * _width_of(text[space:]) - behind), default=0)
    ends = at - GAP * line.size
    left = replace(line, text=text[:place].strip(), box=replace(line.box, right=ends))
    return left, replace(line, text=text[place:].strip(), box=replace(line.box, left=at))


def _breaks(text: str, column: Column) -> list[re.Match[str]]:
    """Where the column's cell may begin: one of years with a year, one of counts with a figure."""
    begins = {"year": BEFORE_YEAR, "other": BEFORE_COUNT}.get(column.name, BEFORE_CELL)
    return list(begins.finditer(text)) or list(BEFORE_CELL.finditer(text))


def _letter_width(line: Line) -> float:
    return line.box.width / max(1.0, _width_of(line.text))


def _width_of(text: str) -> float:
    """How wide a text is, in ordinary letters."""
    return sum(
        NARROW
        if letter in NARROW_LETTERS
        else WIDE
        if letter in WIDE_LETTERS
        else CAPITAL
        if letter.isupper()
        else 1.0
        for letter in text
    )
