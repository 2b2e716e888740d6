"""Tables of hits: title, authors, source and year each in a column, as in Scopus."""

import itertools
import re
import statistics
from collections.abc import Iterator, Sequence
from dataclasses import replace

from chapwai.citations import identifiers
from chapwai.citations.description import Description
from chapwai.citations.layouts.blocks import WIDEST_STEP
from chapwai.citations.layouts.card_words import (
    begins_with_control,
    speaks_to_visitors,
)
from chapwai.citations.layouts.list_rows import LEAST_MARGIN, has_mark, unmarked
from chapwai.citations.layouts.listed_names import listed_names
from chapwai.citations.layouts.pubmed import tidy_title
from chapwai.citations.layouts.sources import place_of
from chapwai.citations.layouts.table_columns import FEWEST_ROWS, YEAR_CELL, Column, frame_of
from chapwai.citations.layouts.table_slant import slant_of
from chapwai.citations.lines import Line, text_of
from chapwai.citations.source_line import PAGES, YEAR, expanded_pages
from chapwai.citations.wording import common_era, one_line, plain, repaired_journal

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
# What stands behind a journal: 12(3), pp. 412-419
NUMBERS_BEHIND = re.compile(r"[,.]\s?\d.*$")
# A row begins with its year's height to within this, in sizes of type.
ROW_BEGINS = 1.0

Cells = dict[str, list[Line]]


def read_table(lines: Sequence[Line]) -> list[Description]:
    """Describe each row, empty if the page has no such table."""
    slant = slant_of(lines)
    upright = [slant.removed(line) for line in lines]
    frame = frame_of(upright)
    if frame is None:
        return []
    cells = _cells([line for line in upright if line.box.top > frame.top], frame.columns)
    rows = [_description(row) for row in _rows(cells)]
    found = [replace(row, lines=tuple(map(slant.restored, row.lines))) for row in rows if row.title]
    return found if len(found) >= (1 if frame.has_head else FEWEST_ROWS) else []


def _cells(lines: Sequence[Line], columns: Sequence[Column]) -> Cells:
    """The pieces of the lines by the column in which they stand."""
    cells: Cells = {column.name: [] for column in columns}
    widths = _letter_widths(lines, columns)
    for line in lines:
        if speaks_to_visitors(line.text):
            continue
        for column, piece in _pieces(line, columns, widths):
            if column.name != "title":
                cells[column.name].append(piece)
            elif piece.box.right > column.left + TOUCHING * piece.size:
                cells[column.name].append(_without_mark(piece, column))
    return cells


def _without_mark(line: Line, title: Column) -> Line:
    """Without the box to tick and the number, which stand before the column's edge."""
    text = plain(line.text)
    is_marked = has_mark(text) or title.left - line.box.left > LEAST_MARGIN * line.size
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
        if column.left > line.box.left + touching:
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


def _rows(cells: Cells) -> list[Cells]:
    """The cells of each row: one begins at the height of each year, or halfway between two."""
    years = [line for line in cells["year"] if YEAR_CELL.fullmatch(plain(line.text))]
    if not years:
        return []
    tops = [line.box.middle - ROW_BEGINS * line.size for line in years]
    if not _begin_with_years(cells["title"], years):
        middles = [line.box.middle for line in years]
        tops = [0.0, *((a + b) / 2 for a, b in itertools.pairwise(middles))]
    ends = [*tops[1:], float("inf")]
    return [_row(cells, top, end) for top, end in zip(tops, ends, strict=True)]


def _row(cells: Cells, top: float, end: float) -> Cells:
    return {
        name: _unbroken([line for line in column if top <= line.box.middle < end])
        for name, column in cells.items()
    }


def _begin_with_years(titles: Sequence[Line], years: Sequence[Line]) -> bool:
    """Whether titles begin at the heights of the years, rather than stand around them."""
    own = [line for line in titles if _is_title_line(line)]
    return 2 * sum(_begins_title(own, year) for year in years) >= len(years)


def _begins_title(titles: Sequence[Line], year: Line) -> bool:
    above = [line for line in titles if line.box.middle < year.box.middle - ROW_BEGINS * year.size]
    level = [line for line in titles if abs(line.box.middle - year.box.middle) < 0.6 * year.size]
    if not level or not above:
        return bool(level)
    return level[0].box.middle - above[-1].box.middle > 1.25 * _pitch(titles, year.size)


def _pitch(titles: Sequence[Line], size: float) -> float:
    """From one line of a title to the next."""
    steps = [below.box.middle - line.box.middle for line, below in itertools.pairwise(titles)]
    close = [step for step in steps if 0.5 * size < step < WIDEST_STEP * size]
    return statistics.median_low(close) if close else size


def _unbroken(cell: Sequence[Line]) -> list[Line]:
    """The cell's lines down to a gap: what stands below it is no part of the table."""
    for place, (line, below) in enumerate(itertools.pairwise(cell)):
        if below.box.middle - line.box.middle > WIDEST_STEP * max(line.size, below.size):
            return list(cell[: place + 1])
    return list(cell)


def _above_links(cell: Sequence[Line]) -> list[Line]:
    """The lines of the title, down to the links under it."""
    return list(itertools.takewhile(lambda line: not begins_with_control(line.text), cell))


def _without_marks(cell: Sequence[Line]) -> list[Line]:
    """Without the numbers and boxes that stand alone before the column's edge."""
    edge = max((line.box.left for line in cell), default=0.0)
    return [line for line in cell if _has_words(line) or edge - line.box.left < line.size]


def _has_words(line: Line) -> bool:
    return sum(map(str.isalpha, line.text)) > 2


def _is_title_line(line: Line) -> bool:
    return not begins_with_control(line.text) and _has_words(line)


def _description(row: Cells) -> Description:
    title = _without_marks(_above_links(row["title"]))
    said = {name: one_line(plain(text_of(cell))) for name, cell in row.items()}
    place = place_of(said.get("journal", ""))
    year = re.search(YEAR, said["year"])
    return Description(
        title=tidy_title(one_line(plain(text_of(title)))) or None,
        authors=listed_names(row.get("authors", [])),
        journal=place.journal if place else _journal(said.get("journal", "")),
        year=common_era(year.group()) if year else None,
        volume=said.get("volume") or (place.volume if place else None),
        issue=said.get("issue") or (place.issue if place else None),
        pages=_pages(said.get("pages")) or (place.pages if place else None),
        dois=tuple(identifiers.dois_in(said.get("doi", ""))),
        pmids=tuple(identifiers.pmids_in(f"PMID: {said.get('pmid', '')}")),
        lines=tuple(line for name, cell in row.items() if name != "other" for line in cell),
    )


def _journal(text: str) -> str | None:
    """The journal without its numbers, of which none can be trusted."""
    return repaired_journal(NUMBERS_BEHIND.sub("", text)).strip(" ,.") or None


def _pages(text: str | None) -> str | None:
    found = re.fullmatch(PAGES, text or "", re.IGNORECASE)
    return expanded_pages(found["pages"]) if found else None
