"""Tables of hits in an index of Thai journals, in Thai or in English.

ลำดับ  ชื่อบทความ / ผู้แต่ง               ชื่อวารสาร      ปีที่(ฉบับที่)  หน้า    พ.ศ.
1     The title, in one line or more   The journal   12(3)      41-50  2562
      First name and surname, another

Each number says by its shape what it is, so it is taken wherever it stands in its row.
"""

import itertools
import math
import re
from collections.abc import Sequence
from dataclasses import replace

from chapwai.citations.description import Description
from chapwai.citations.layouts.tables.cells import Cells, cells_of
from chapwai.citations.layouts.tables.numbers import RowNumbers
from chapwai.citations.layouts.tables.slant import as_seen
from chapwai.citations.layouts.thai.author_lines import authors_on
from chapwai.citations.layouts.thai.hits import names_at_end
from chapwai.citations.layouts.thai.journal_names import journal_name
from chapwai.citations.layouts.thai.parts import joined_text, tidy_title
from chapwai.citations.layouts.thai.table_columns import columns_of, heads_of, slant_of
from chapwai.citations.lines import Line
from chapwai.citations.possible_pages import possible_pages
from chapwai.citations.source_line import expanded_pages
from chapwai.citations.source_patterns import YEAR
from chapwai.citations.wording import common_era, plain

FEWEST_ROWS = 2
# All cells of a row begin level, to within this in sizes of type.
LEVEL = 0.7
# From line to line in a cell, in heights of a line.
WIDEST_STEP = 2.0
# Unread Thai figures look like other figures to the engine, which is not sure then.
SURE_OF_NUMBERS = 0.85
VOLUME_AND_ISSUE = re.compile(
    r"(?<!\S)(?P<volume>\d{1,3})\s?\(\s?(?P<issue>\d{1,2}(?:\s?[-/]\s?\d{1,2})?)\s?\)(?!\S)"
)
PAGE_RANGE = re.compile(r"(?<!\S)(?P<pages>\d{1,5}\s?-\s?\d{1,5})(?!\S)")
ONLY_YEAR = re.compile(rf"(?<!\S)(?P<year>{YEAR})(?!\S)")


def read_thai_table(lines: Sequence[Line]) -> list[Description]:
    """Describe each row, empty if the page has no such table."""
    heads = heads_of(lines)
    if not heads:
        return []
    slant = slant_of(heads)
    upright = [slant.removed(line) for line in lines]
    top = slant.removed(Line("", heads[0].box)).box.bottom
    below = [line for line in upright if line.box.middle > top]
    columns = columns_of(heads, below)
    rows = _rows(cells_of(below, columns)) if columns else []
    found = [_description(row) for row in rows]
    seen = [replace(one, lines=as_seen(one.lines, upright, lines)) for one in found]
    return seen if len(seen) >= FEWEST_ROWS else []


def _rows(cells: Cells) -> list[Cells]:
    """The cells of each row: it begins where a line of numbers and one of a title are level."""
    tops = [line.box.middle - LEVEL * line.size for line in _first_lines(cells)]
    rows = [_row(cells, top, end) for top, end in itertools.pairwise([*tops, math.inf])]
    return [row for row in rows if row["title"] and row["journal"]]


def _first_lines(cells: Cells) -> list[Line]:
    """The first number of each row, beside which its title begins."""
    first: list[Line] = []
    for line in cells["numbers"]:
        is_new = not first or not _is_level(first[-1], line)
        if is_new and any(_is_level(line, title) for title in cells["title"]):
            first.append(line)
    return first


def _is_level(one: Line, other: Line) -> bool:
    return abs(one.box.middle - other.box.middle) < LEVEL * min(one.size, other.size)


def _row(cells: Cells, top: float, end: float) -> Cells:
    """What stands between two heights, of each cell down to a gap."""
    return {
        name: _unbroken([line for line in column if top <= line.box.middle < end])
        for name, column in cells.items()
    }


def _unbroken(cell: Sequence[Line]) -> list[Line]:
    """The lines down to a gap; by their boxes, since marks over letters add to a text's length."""
    steps = itertools.pairwise(cell)
    whole = itertools.takewhile(
        lambda step: step[1].box.middle - step[0].box.middle < WIDEST_STEP * step[0].box.height,
        steps,
    )
    return [*cell[:1], *(below for _, below in whole)]


def _description(row: Cells) -> Description:
    title, names = _title_and_names(row["title"])
    numbers = _numbers_in(_sure_text(row["numbers"]))
    return Description(
        title=tidy_title(title) or None,
        authors=authors_on(names),
        journal=journal_name(joined_text(row["journal"])),
        year=numbers.year,
        volume=numbers.volume,
        issue=numbers.issue,
        pages=numbers.pages,
        lines=tuple(itertools.chain(*row.values())),
    )


def _title_and_names(cell: Sequence[Line]) -> tuple[Sequence[Line], Sequence[Line]]:
    """What is printed in capitals may look like names, but never a whole cell is that."""
    names = names_at_end(cell)
    count = len(names) if len(names) < len(cell) else min(1, len(cell) - 1)
    return cell[: len(cell) - count], cell[len(cell) - count :]


def _sure_text(cell: Sequence[Line]) -> str:
    """What was read for certain, from left to right."""
    sure = [line for line in cell if line.confidence >= SURE_OF_NUMBERS]
    return " ".join(plain(line.text) for line in sorted(sure, key=lambda line: line.box.left))


def _numbers_in(text: str) -> RowNumbers:
    """Each by its shape; what two numbers look like is neither."""
    issue = _only(VOLUME_AND_ISSUE, text)
    year, pages = _only(ONLY_YEAR, text), _only(PAGE_RANGE, text)
    return RowNumbers(
        year=common_era(year["year"]) if year else None,
        volume=issue["volume"] if issue else None,
        issue=issue["issue"].replace(" ", "") if issue else None,
        pages=possible_pages(expanded_pages(pages["pages"])) if pages else None,
    )


def _only(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    found = list(pattern.finditer(text))
    return found[0] if len(found) == 1 else None
