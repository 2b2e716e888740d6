"""The numbers of a table whose head names their columns: each from its own, or none."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from chapwai.citations.layouts.tables.columns import Frame
from chapwai.citations.layouts.tables.cut_cells import Borders
from chapwai.citations.lines import Line
from chapwai.citations.possible_pages import possible_pages
from chapwai.citations.source_patterns import PAGES, YEAR
from chapwai.citations.wording import common_era, plain

ORDER = ["year", "volume", "issue", "pages"]
FEWEST_NUMBERS = 3
# 12, 3, 5 Suppl 1, S2, 412-419, e101
NUMBER = r"[A-Za-z]{0,2}\d{1,9}(?:-[A-Za-z]{0,2}\d{1,7})?(?:\sSuppl\.?(?:\s\d{1,2})?)?"
NUMBERS = re.compile(rf"{NUMBER}(?:\s{NUMBER}){{0,3}}")
NUMBERS_BEHIND = re.compile(rf"\s(?={YEAR}(?:\s{NUMBER}){{0,3}}$)")
ONE_NUMBER = re.compile(r"[A-Za-z]?\d{1,4}(?:-\d{1,3})?(?:\sSuppl\.?(?:\s\d{1,2})?)?")
# How far a number stays clear of where the next column's numbers end, in sizes of type.
CLEAR = 0.4
TOUCHING = 1.0
# A year stands under its head, whose place is not known to the letter.
FURTHEST_YEAR = 3.0


@dataclass(frozen=True)
class RowNumbers:
    """Those that a row's cells say beyond doubt."""

    year: str | None = None
    volume: str | None = None
    issue: str | None = None
    pages: str | None = None


def has_number_columns(frame: Frame) -> bool:
    """Whether a head names the columns of numbers, beside one another and the year's first."""
    names = [column.name for column in frame.columns]
    numbered = [name for name in ORDER if name in names]
    if not frame.has_head or len(numbered) < FEWEST_NUMBERS or "year" not in names:
        return False
    first = names.index("year")
    return names[first : first + len(numbered)] == numbered


class NumberColumns:
    """Columns of numbers beside one another, which engines read as a single line."""

    def __init__(self, frame: Frame, borders: Borders) -> None:
        self.borders = borders
        self.columns = {column.name: column for column in frame.columns}

    def taken_from(self, lines: Sequence[Line]) -> tuple[list[Line], list[Line]]:
        """The lines of numbers, and the lines without them."""
        apart = [piece for line in lines for piece in self._pieces(line)]
        own = [line for line in apart if self._is_own(line)]
        return own, [line for line in apart if line not in own]

    def years(self, own: Sequence[Line]) -> list[Line]:
        """The year that each row begins its numbers with."""
        found = [(line, re.match(rf"{YEAR}(?!\S)", plain(line.text))) for line in own]
        edge = self.columns["year"].left
        return [
            replace(line, text=year[0])
            for line, year in found
            if year and abs(line.box.left - edge) < FURTHEST_YEAR * line.size
        ]

    def of_rows(self, rows: Sequence[Sequence[Line]]) -> list[RowNumbers]:
        """The numbers of each row, of which one may explain another."""
        middles = [[line for line in row if not self._is_pages(line)] for row in rows]
        ends = [line.box.right for row in middles for line in row[-1:] if len(_told(row)) == 3]
        issues_end = min(ends, default=0.0)
        return [self._of_row(row, issues_end) for row in rows]

    def _pieces(self, line: Line) -> list[Line]:
        """The line in two, where the numbers were read with the cell before them."""
        edge = self.columns["year"].left
        found = NUMBERS_BEHIND.search(plain(line.text))
        reaches = line.box.left < edge - TOUCHING * line.size and line.box.right > edge
        if not (found and reaches):
            return [line]
        text, numbers = plain(line.text)[: found.start()], plain(line.text)[found.end() :]
        before = replace(line, text=text, box=replace(line.box, right=edge - line.size))
        return [before, replace(line, text=numbers, box=replace(line.box, left=edge))]

    def _is_own(self, line: Line) -> bool:
        begins = line.box.left > self.columns["year"].left - TOUCHING * line.size
        return begins and bool(NUMBERS.fullmatch(plain(line.text)))

    def _is_pages(self, line: Line) -> bool:
        pages = self.columns.get("pages")
        return pages is not None and line.box.left > pages.left - TOUCHING * line.size

    def _reaches_pages(self, line: Line) -> bool:
        pages = self.columns.get("pages")
        return pages is not None and line.box.right > pages.left + TOUCHING * line.size

    def _of_row(self, row: Sequence[Line], issues_end: float) -> RowNumbers:
        ordered = sorted(row, key=lambda line: line.box.left)
        told = _told(ordered)
        if not (told and re.fullmatch(YEAR, told[0])):
            return RowNumbers()
        pages = told.pop() if len(told) > 1 and self._reaches_pages(ordered[-1]) else None
        if self.borders.may_cut_pages(ordered[-1]):
            pages = None
        ends = [line.box.right + CLEAR * line.size for line in ordered if not self._is_pages(line)]
        volume, issue = self._volume_and_issue(told[1:], max(ends, default=0.0) < issues_end)
        return RowNumbers(common_era(told[0]), volume, issue, _pages(pages))

    def _volume_and_issue(
        self, told: Sequence[str], is_before_issues: bool
    ) -> tuple[str | None, str | None]:
        """One number of two may be both, read as one: it is the volume where no issue can be."""
        if not all(map(ONE_NUMBER.fullmatch, told)):
            return None, None
        if len(told) == 2 and {"volume", "issue"} <= set(self.columns):
            return told[0], told[1]
        is_volume = is_before_issues or "issue" not in self.columns
        return (told[0], None) if len(told) == 1 and is_volume else (None, None)


def _told(row: Sequence[Line]) -> list[str]:
    return [one for line in row for one in re.findall(NUMBER, plain(line.text))]


def _pages(text: str | None) -> str | None:
    """The pages in full, as tables write them."""
    found = re.fullmatch(PAGES, text or "", re.IGNORECASE)
    return possible_pages(found["pages"]) if found else None
