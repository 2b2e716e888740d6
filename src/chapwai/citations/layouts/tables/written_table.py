"""Tables that people write: numbered articles, whose cells run over as many lines as they need.

No. | Author(s)       | Year | Title                  | Journal, Vol(No): pages
1   | Fernhill A,     | 2019 | The title, in one line | Journal of Imaginary
    | Stonebrook CB   |      | or more                | Care 12(3): 412-419
"""

import itertools
import re
import statistics
from collections.abc import Sequence
from dataclasses import replace

from chapwai.citations.description import Description
from chapwai.citations.layouts.articles.pubmed import tidy_title
from chapwai.citations.layouts.parts.listed_names import listed_names_in
from chapwai.citations.layouts.sources.sources import Place, place_of
from chapwai.citations.layouts.tables.cells import Cells, cells_of
from chapwai.citations.layouts.tables.naming_cell import doi_in_cell, pmid_in_cell
from chapwai.citations.layouts.tables.slant import Slant, as_seen
from chapwai.citations.layouts.tables.written_head import columns_under, written_head
from chapwai.citations.lines import Line, text_of
from chapwai.citations.possible_pages import possible_pages
from chapwai.citations.source_line import expanded_pages
from chapwai.citations.source_patterns import PAGES, YEAR
from chapwai.citations.wording import common_era, one_line, plain, repaired_journal

FEWEST_ROWS = 2
# Between rows every cell has a gap, which is wider than a step within a cell by this.
ROW_GAP = 1.12
# No cell goes on over a gap as wide as this, and no table over the other.
BROKEN, WIDEST_GAP = 1.3, 2.5
SAME_HEIGHT = 0.5
SOURCE = re.compile(
    r"(?P<journal>[^\W\d].{2,160}?),?\s(?P<volume>[A-Z]?\d{1,4})"
    rf"(?:\s?\((?P<issue>[\w -]{{1,12}})\)|\s(?P<part>Suppl(?:\s\d{{1,2}})?))?\s?:\s?{PAGES}"
)
YEAR_BEHIND = re.compile(rf"\W{{0,3}}\(?(?P<year>{YEAR})\)?\W{{0,2}}$")


def read_written_table(lines: Sequence[Line]) -> list[Description]:
    """Describe each row, empty if the page has no such table."""
    head = written_head(lines)
    if head is None:
        return []
    slant = Slant(head.slope, 0.0)
    upright = [slant.removed(line) for line in lines]
    below = [line for line in upright if line.box.middle > head.bottom]
    cells = cells_of(sorted(below, key=lambda line: line.box.middle), columns_under(head, below))
    rows = [row for row in _rows(cells) if row]
    found = [
        _named(_description(row, as_seen(_lines_of(row), upright, lines)), row, cells)
        for row in rows
    ]
    return found if len(found) >= FEWEST_ROWS else []


def _rows(cells: Cells) -> list[Cells]:
    """The cells between the heights at which all columns begin anew."""
    pitch = _pitch(cells)
    starts = [line for line in cells["title"] if _begins_row(line, cells, pitch)]
    tops = [line.box.middle - SAME_HEIGHT * line.size for line in starts]
    return [_row(cells, top, end, pitch) for top, end in itertools.pairwise([*tops, float("inf")])]


def _pitch(cells: Cells) -> float:
    """From one line of a cell to the next."""
    steps = [
        (below.box.middle - line.box.middle, line.size)
        for cell in cells.values()
        for line, below in itertools.pairwise(cell)
    ]
    close = [step for step, size in steps if 0.7 * size < step < 2 * size]
    return statistics.median_low(close) if close else 0.0


def _begins_row(title: Line, cells: Cells, pitch: float) -> bool:
    """Whether a title's line and those beside it all begin their cells."""
    beside = [_level(title, cell) for cell in cells.values()]
    gaps = [_gap_over(cell, place) for cell, place in zip(cells.values(), beside, strict=True)]
    known = [gap for gap in gaps if gap is not None]
    return len(known) > 1 and min(known) > ROW_GAP * pitch


def _level(title: Line, cell: Sequence[Line]) -> int | None:
    """The place of the cell's line at the title's height."""
    near = (n for n, line in enumerate(cell) if _apart(title, line) < SAME_HEIGHT * title.size)
    return next(near, None)


def _apart(line: Line, other: Line) -> float:
    return abs(line.box.middle - other.box.middle)


def _gap_over(cell: Sequence[Line], place: int | None) -> float | None:
    if place is None:
        return None
    return cell[place].box.middle - cell[place - 1].box.middle if place else float("inf")


def _row(cells: Cells, top: float, end: float, pitch: float) -> Cells:
    """The cells between two heights; none if one is broken: it may be another row's."""
    row = {
        name: _above_gap([line for line in cell if top <= line.box.middle < end], pitch)
        for name, cell in cells.items()
    }
    steps = [step for cell in row.values() for step in itertools.pairwise(cell)]
    is_whole = all(_apart(line, below) < BROKEN * pitch for line, below in steps)
    return row if is_whole and row["title"] else {}


def _above_gap(cell: Sequence[Line], pitch: float) -> list[Line]:
    """The cell's lines down to a wide gap: what stands below it is no part of the table."""
    ends = (
        n
        for n, (line, below) in enumerate(itertools.pairwise(cell), 1)
        if _apart(line, below) > WIDEST_GAP * pitch
    )
    return list(cell[: next(ends, len(cell))])


def _lines_of(row: Cells) -> list[Line]:
    return [line for cell in row.values() for line in cell]


def _description(row: Cells, lines: tuple[Line, ...]) -> Description:
    said = {name: one_line(plain(text_of(cell))) for name, cell in row.items()}
    named = YEAR_BEHIND.search(said["authors"])
    authors = said["authors"][: named.start()] if named else said["authors"]
    place = _place(said["journal"])
    year = re.fullmatch(YEAR, said.get("year", "")) or (named and re.search(YEAR, named[0]))
    return Description(
        title=tidy_title(said["title"]) or None,
        authors=listed_names_in(authors),
        journal=place.journal,
        year=common_era(year[0]) if year else place.year,
        volume=place.volume,
        issue=place.issue,
        pages=place.pages,
        lines=lines,
    )


def _named(read: Description, row: Cells, cells: Cells) -> Description:
    """With its identifiers; of a line that was cut in two nobody knows where the cell begins."""
    seen = {line.text for line in read.lines}
    own = [line for line in row.get("doi", ()) if line.text in seen]
    if own != row.get("doi"):
        return read
    return replace(read, dois=doi_in_cell(own, cells["doi"]), pmids=pmid_in_cell(own))


def _place(text: str) -> Place:
    """What a cell says of the source; nothing of one whose numbers are not understood."""
    found = SOURCE.fullmatch(text)
    if found is None:
        return place_of(text) or Place()
    pages = possible_pages(expanded_pages(found["pages"]))
    issue = found["issue"] or found["part"]
    journal = repaired_journal(found["journal"])
    return Place(journal=journal, volume=found["volume"], issue=issue, pages=pages)
