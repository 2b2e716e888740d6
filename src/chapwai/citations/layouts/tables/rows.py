"""The rows of a table: which cells stand beside one another."""

import itertools
import math
import statistics
from collections.abc import Sequence

from chapwai.citations.layouts.parts.blocks import WIDEST_STEP
from chapwai.citations.layouts.parts.card_words import begins_with_control, is_kind
from chapwai.citations.layouts.tables.cells import Cells
from chapwai.citations.layouts.tables.columns import YEAR_CELL
from chapwai.citations.layouts.tables.stacked_cell import hits_in
from chapwai.citations.lines import Line
from chapwai.citations.wording import plain

# A row begins with its year's height to within this, in sizes of type.
ROW_BEGINS = 1.0
# Where numbers have columns of their own, the first lines of all cells stand level.
LEVEL_ROW_BEGINS = 0.6
# From one title's last line to the next one's first, in steps within a title.
ROW_GAP = 1.3
# Fewer hits tell nothing of how they are set.
FEWEST_HITS = 3


def rows_of(cells: Cells) -> list[Cells]:
    """The cells of each row: one begins at the height of each year, or halfway between two."""
    begins = LEVEL_ROW_BEGINS if "numbers" in cells else ROW_BEGINS
    years = _years(cells) if "year" in cells else _sources(cells["journal"])
    if not years:
        return []
    if hits := _whole_hits(cells, years):
        return hits
    if titles := _titles_beside(cells["title"], years):
        rows = _rows_from([_height_of(year, begins) for year in years], cells)
        return [row | {"title": title} for row, title in zip(rows, titles, strict=True)]
    if _begin_with_years(cells["title"], years):
        return _rows_from(_tops(cells["title"], years, begins), cells)
    middles = [line.box.middle for line in years]
    between = [(above + below) / 2 for above, below in itertools.pairwise(middles)]
    return _rows_from([0.0, *between], cells)


def _whole_hits(cells: Cells, years: Sequence[Line]) -> list[Cells]:
    """The rows of a list whose hits end with their sources, each with the year beside it.

    Whole hits stand so close that on a slanting photo a year may be level with another's.
    """
    hits = [] if {"authors", "journal", "numbers"} & set(cells) else hits_in(cells["title"])
    if len(hits) < max(FEWEST_HITS, len(years)):
        return []
    middles = [hit[0].box.middle for hit in hits]
    reach = min(below - above for above, below in itertools.pairwise(middles)) / 2
    beside = [
        [year for year in years if abs(year.box.middle - middle) < reach] for middle in middles
    ]
    return [{"title": hit, "year": found} for hit, found in zip(hits, beside, strict=True)]


def _rows_from(tops: Sequence[float], cells: Cells) -> list[Cells]:
    return [_row(cells, top, end) for top, end in itertools.pairwise([*tops, math.inf])]


def _height_of(line: Line, begins: float) -> float:
    """Where the row that begins with this line begins."""
    return line.box.middle - begins * line.size


def _titles_beside(column: Sequence[Line], years: Sequence[Line]) -> list[list[Line]]:
    """The title beside each year, in order; empty if links do not end each of them.

    On a photo the rows may run apart from left to right, so heights alone would mislead.
    """
    groups = itertools.groupby(column, key=_is_title_line)
    blocks = [list(block) for is_title, block in groups if is_title]
    links = sum(begins_with_control(line.text) and not is_kind(line.text) for line in column)
    if len(blocks) != len(years) or links < max(1, len(years) - 1):
        return []
    return list(map(_unbroken, blocks)) if _stand_beside(blocks, years) else []


def _stand_beside(blocks: Sequence[list[Line]], years: Sequence[Line]) -> bool:
    """Whether each block stands nearer to its own year than to the next."""
    middles = [line.box.middle for line in years]
    step = min((below - above for above, below in itertools.pairwise(middles)), default=math.inf)
    aside = [block[0].box.middle - middle for block, middle in zip(blocks, middles, strict=True)]
    return max(map(abs, aside)) < step / 2


def _years(cells: Cells) -> list[Line]:
    return [line for line in cells["year"] if YEAR_CELL.fullmatch(plain(line.text))]


def _sources(journals: Sequence[Line]) -> list[Line]:
    """The first line of each source: where no column has the years, sources tell rows apart."""
    pairs = itertools.pairwise([None, *journals])
    return [line for above, line in pairs if line and not (above and _goes_on(above, line))]


def _goes_on(line: Line, below: Line) -> bool:
    return below.box.middle - line.box.middle < WIDEST_STEP * max(line.size, below.size)


def _tops(titles: Sequence[Line], years: Sequence[Line], begins: float) -> list[float]:
    """Where rows begin: at their years, or below a gap where one's year was not read."""
    tops = [_height_of(line, begins) for line in years]
    own = [line for line in titles if _is_title_line(line)]
    pitch = _pitch(own, years[0].size)
    for line, below in itertools.pairwise(own):
        top = _height_of(below, begins)
        is_new = all(abs(top - other) > below.size for other in tops)
        if is_new and top > tops[0] and below.box.middle - line.box.middle > ROW_GAP * pitch:
            tops.append(top)
    return sorted(tops)


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
    return level[0].box.middle - above[-1].box.middle > ROW_GAP * _pitch(titles, year.size)


def _pitch(titles: Sequence[Line], size: float) -> float:
    """From one line of a title to the next."""
    steps = [below.box.middle - line.box.middle for line, below in itertools.pairwise(titles)]
    close = [step for step in steps if 0.5 * size < step < WIDEST_STEP * size]
    return statistics.median_low(close) if close else size


def _unbroken(cell: Sequence[Line]) -> list[Line]:
    """The cell's lines down to a gap: what stands below it is no part of the table."""
    for place, (line, below) in enumerate(itertools.pairwise(cell)):
        if not _goes_on(line, below):
            return list(cell[: place + 1])
    return list(cell)


def has_words(line: Line) -> bool:
    return sum(map(str.isalpha, line.text)) > 2


def _is_title_line(line: Line) -> bool:
    """Whether a line is one of a title, or says over it what kind it is of."""
    is_title = is_kind(line.text) or not begins_with_control(line.text)
    return is_title and has_words(line)
