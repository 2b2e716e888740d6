"""Tables of hits: title, authors, source and year each in a column, as in Scopus."""

import itertools
import re
from collections.abc import Sequence
from dataclasses import asdict, replace

from chapwai.citations import identifiers
from chapwai.citations.description import Description
from chapwai.citations.layouts.articles.pubmed import tidy_title
from chapwai.citations.layouts.parts.card_words import begins_with_control, is_kind
from chapwai.citations.layouts.parts.listed_names import listed_names, listed_names_in
from chapwai.citations.layouts.sources.sources import Place, place_of
from chapwai.citations.layouts.tables.cells import Cells, cells_of
from chapwai.citations.layouts.tables.columns import FEWEST_ROWS, YEAR_CELL, Frame, frame_of
from chapwai.citations.layouts.tables.cut_cells import Borders
from chapwai.citations.layouts.tables.numbers import (
    ONE_NUMBER,
    NumberColumns,
    has_number_columns,
)
from chapwai.citations.layouts.tables.rows import has_words, rows_of
from chapwai.citations.layouts.tables.slant import as_seen, slant_of
from chapwai.citations.layouts.tables.stacked_cell import StackedCell, stacked_cell
from chapwai.citations.lines import Line, text_of
from chapwai.citations.possible_pages import possible_pages
from chapwai.citations.source_line import expanded_pages
from chapwai.citations.source_patterns import PAGES
from chapwai.citations.wording import common_era, one_line, plain, repaired_journal

# What stands behind a journal: 12(3), pp. 412-419
NUMBERS_BEHIND = re.compile(r"[,.]\s?\d.*$")

PROFILE = ["title", "other", "year"]


def read_table(lines: Sequence[Line]) -> list[Description]:
    """Describe each row, empty if the page has no such table."""
    slant = slant_of(lines)
    upright = [slant.removed(line) for line in lines]
    frame = frame_of(upright)
    if frame is None:
        return []
    found = [
        replace(row, lines=as_seen(row.lines, upright, lines))
        for row in _described(upright, frame)
        if _says_enough(row)
    ]
    return found if len(found) >= (1 if frame.has_head else FEWEST_ROWS) else []


def read_headed_table(lines: Sequence[Line]) -> list[Description]:
    """Describe each row of a table whose head is like nothing else: a sheet's or a profile's."""
    slant = slant_of(lines)
    frame = frame_of([slant.removed(line) for line in lines])
    if frame is None or not (has_number_columns(frame) or _is_profile(frame)):
        return []
    rows = read_table(lines)
    are_told = 2 * sum(bool(row.authors) for row in rows) >= len(rows)
    return rows if are_told and len(rows) >= FEWEST_ROWS else []


def _is_profile(frame: Frame) -> bool:
    """Whether somebody's articles are listed, each with its year and how often it was cited."""
    return frame.has_head and [column.name for column in frame.columns] == PROFILE


def _described(lines: Sequence[Line], frame: Frame) -> list[Description]:
    borders = Borders(frame.columns, lines)
    lines = [line for line in lines if line.box.top > frame.top]
    if not has_number_columns(frame):
        return [_description(row, borders) for row in rows_of(cells_of(lines, frame.columns))]
    numbers = NumberColumns(frame, borders)
    own, others = numbers.taken_from(lines)
    cells = cells_of(others, frame.columns)
    rows = rows_of(cells | {"year": numbers.years(own), "numbers": own})
    told = numbers.of_rows([row["numbers"] for row in rows])
    return [
        replace(_description(row, borders), **asdict(one))
        for row, one in zip(rows, told, strict=True)
    ]


def _says_enough(row: Description) -> bool:
    """What stands below a table has no cells beside it."""
    return bool(row.title and (row.year or row.authors or row.journal))


def _above_links(cell: Sequence[Line]) -> list[Line]:
    """The lines of the title, from under what kind it is of down to the links under it."""
    named = itertools.dropwhile(lambda line: is_kind(line.text) or not has_words(line), cell)
    return list(itertools.takewhile(lambda line: not begins_with_control(line.text), named))


def _without_marks(cell: Sequence[Line]) -> list[Line]:
    """Without the numbers and boxes that stand alone before the column's edge."""
    edge = max((line.box.left for line in cell), default=0.0)
    return [line for line in cell if has_words(line) or edge - line.box.left < line.size]


def _description(row: Cells, borders: Borders) -> Description:
    title = _without_marks(_above_links(row["title"]))
    stacked = None if {"authors", "journal"} & set(row) else stacked_cell(title)
    said = {name: one_line(plain(text_of(cell))) for name, cell in row.items()}
    place = stacked.place if stacked else place_of(said.get("journal", ""))
    year = _year(row.get("year", []))
    return Description(
        title=tidy_title(one_line(plain(text_of(stacked.title if stacked else title)))) or None,
        authors=_authors(stacked, row.get("authors", [])),
        journal=place.journal if place else _journal(said.get("journal", "")),
        year=year or _year_of(place),
        volume=_number(said.get("volume")) or (place.volume if place else None),
        issue=_number(said.get("issue")) or (place.issue if place else None),
        pages=_pages(said.get("pages")) or (place.pages if place else None),
        dois=_dois(row.get("doi", []), borders),
        pmids=tuple(identifiers.pmids_in(f"PMID: {said.get('pmid', '')}")),
        lines=tuple(line for name, cell in row.items() if name != "other" for line in cell),
    )


def _authors(stacked: StackedCell | None, cell: Sequence[Line]) -> tuple[str, ...]:
    return listed_names_in("\n".join(stacked.names)) if stacked else listed_names(cell)


def _year(cell: Sequence[Line]) -> str | None:
    """The only year in a cell: other things may stand behind the last column."""
    found = [year for line in cell if (year := YEAR_CELL.fullmatch(plain(line.text)))]
    return common_era(found[0]["year"]) if len(found) == 1 else None


def _year_of(place: Place | None) -> str | None:
    return place.year if place else None


def _journal(text: str) -> str | None:
    """The journal without its numbers, of which none can be trusted."""
    return repaired_journal(NUMBERS_BEHIND.sub("", text)).strip(" ,.") or None


def _number(text: str | None) -> str | None:
    """Two numbers in a cell are two cells'."""
    return text if ONE_NUMBER.fullmatch(text or "") else None


def _dois(cell: Sequence[Line], borders: Borders) -> tuple[str, ...]:
    """None from a cell that may go on behind its border, or that is broken."""
    whole = [line for line in cell if not borders.may_cut(line)]
    return tuple(identifiers.dois_in(plain(text_of(cell)))) if len(whole) == len(cell) == 1 else ()


def _pages(text: str | None) -> str | None:
    found = re.fullmatch(PAGES, text or "", re.IGNORECASE)
    return possible_pages(expanded_pages(found["pages"])) if found else None
