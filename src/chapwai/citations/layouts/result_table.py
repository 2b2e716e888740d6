"""Tables of hits: title, authors, source and year each in a column, as in Scopus."""

import itertools
import math
import re
import statistics
from collections.abc import Sequence
from dataclasses import replace

from chapwai.citations import identifiers
from chapwai.citations.description import Description
from chapwai.citations.layouts.blocks import WIDEST_STEP
from chapwai.citations.layouts.card_words import begins_with_control, is_kind
from chapwai.citations.layouts.listed_names import listed_names
from chapwai.citations.layouts.pubmed import tidy_title
from chapwai.citations.layouts.sources import Place, place_of
from chapwai.citations.layouts.table_cells import Cells, cells_of
from chapwai.citations.layouts.table_columns import FEWEST_ROWS, YEAR_CELL, frame_of
from chapwai.citations.layouts.table_slant import slant_of
from chapwai.citations.lines import Line, text_of
from chapwai.citations.possible_pages import possible_pages
from chapwai.citations.source_line import PAGES, expanded_pages
from chapwai.citations.wording import common_era, one_line, plain, repaired_journal

# What stands behind a journal: 12(3), pp. 412-419
NUMBERS_BEHIND = re.compile(r"[,.]\s?\d.*$")
# A row begins with its year's height to within this, in sizes of type.
ROW_BEGINS = 1.0
# From one title's last line to the next one's first, in steps within a title.
ROW_GAP = 1.3


def read_table(lines: Sequence[Line]) -> list[Description]:
    """Describe each row, empty if the page has no such table."""
    slant = slant_of(lines)
    upright = [slant.removed(line) for line in lines]
    frame = frame_of(upright)
    if frame is None:
        return []
    cells = cells_of([line for line in upright if line.box.top > frame.top], frame.columns)
    rows = [_description(row) for row in _rows(cells)]
    found = [
        replace(row, lines=_as_seen(row.lines, upright, lines)) for row in rows if _says_enough(row)
    ]
    return found if len(found) >= (1 if frame.has_head else FEWEST_ROWS) else []


def _says_enough(row: Description) -> bool:
    """What stands below a table has no cells beside it."""
    return bool(row.title and (row.year or row.authors or row.journal))


def _as_seen(
    pieces: Sequence[Line], upright: Sequence[Line], lines: Sequence[Line]
) -> tuple[Line, ...]:
    """The page's own lines, of which the pieces are: only those can be looked at again."""
    places = [next(n for n, line in enumerate(upright) if _is_of(one, line)) for one in pieces]
    return tuple(lines[place] for place in dict.fromkeys(places))


def _is_of(piece: Line, line: Line) -> bool:
    shares = min(piece.box.right, line.box.right) - max(piece.box.left, line.box.left)
    return piece.box.middle == line.box.middle and (shares > 0 or piece == line)


def _rows(cells: Cells) -> list[Cells]:
    """The cells of each row: one begins at the height of each year, or halfway between two."""
    years = _years(cells) if "year" in cells else _sources(cells["journal"])
    if not years:
        return []
    if titles := _titles_beside(cells["title"], years):
        rows = _rows_from([_height_of(year) for year in years], cells)
        return [row | {"title": title} for row, title in zip(rows, titles, strict=True)]
    if _begin_with_years(cells["title"], years):
        return _rows_from(_tops(cells["title"], years), cells)
    middles = [line.box.middle for line in years]
    between = [(above + below) / 2 for above, below in itertools.pairwise(middles)]
    return _rows_from([0.0, *between], cells)


def _rows_from(tops: Sequence[float], cells: Cells) -> list[Cells]:
    return [_row(cells, top, end) for top, end in itertools.pairwise([*tops, math.inf])]


def _height_of(line: Line) -> float:
    """Where the row that begins with this line begins."""
    return line.box.middle - ROW_BEGINS * line.size


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


def _tops(titles: Sequence[Line], years: Sequence[Line]) -> list[float]:
    """Where rows begin: at their years, or below a gap where one's year was not read."""
    tops = [_height_of(line) for line in years]
    own = [line for line in titles if _is_title_line(line)]
    pitch = _pitch(own, years[0].size)
    for line, below in itertools.pairwise(own):
        top = _height_of(below)
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


def _above_links(cell: Sequence[Line]) -> list[Line]:
    """The lines of the title, from under what kind it is of down to the links under it."""
    named = itertools.dropwhile(lambda line: is_kind(line.text) or not _has_words(line), cell)
    return list(itertools.takewhile(lambda line: not begins_with_control(line.text), named))


def _without_marks(cell: Sequence[Line]) -> list[Line]:
    """Without the numbers and boxes that stand alone before the column's edge."""
    edge = max((line.box.left for line in cell), default=0.0)
    return [line for line in cell if _has_words(line) or edge - line.box.left < line.size]


def _has_words(line: Line) -> bool:
    return sum(map(str.isalpha, line.text)) > 2


def _is_title_line(line: Line) -> bool:
    """Whether a line is one of a title, or says over it what kind it is of."""
    is_title = is_kind(line.text) or not begins_with_control(line.text)
    return is_title and _has_words(line)


def _description(row: Cells) -> Description:
    title = _without_marks(_above_links(row["title"]))
    said = {name: one_line(plain(text_of(cell))) for name, cell in row.items()}
    place = place_of(said.get("journal", ""))
    year = YEAR_CELL.fullmatch(said.get("year", ""))
    return Description(
        title=tidy_title(one_line(plain(text_of(title)))) or None,
        authors=listed_names(row.get("authors", [])),
        journal=place.journal if place else _journal(said.get("journal", "")),
        year=common_era(year["year"]) if year else _year_of(place),
        volume=said.get("volume") or (place.volume if place else None),
        issue=said.get("issue") or (place.issue if place else None),
        pages=_pages(said.get("pages")) or (place.pages if place else None),
        dois=tuple(identifiers.dois_in(said.get("doi", ""))),
        pmids=tuple(identifiers.pmids_in(f"PMID: {said.get('pmid', '')}")),
        lines=tuple(line for name, cell in row.items() if name != "other" for line in cell),
    )


def _year_of(place: Place | None) -> str | None:
    return place.year if place else None


def _journal(text: str) -> str | None:
    """The journal without its numbers, of which none can be trusted."""
    return repaired_journal(NUMBERS_BEHIND.sub("", text)).strip(" ,.") or None


def _pages(text: str | None) -> str | None:
    found = re.fullmatch(PAGES, text or "", re.IGNORECASE)
    return possible_pages(expanded_pages(found["pages"])) if found else None
