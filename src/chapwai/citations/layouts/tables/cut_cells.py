"""Cells cut off at the border of their column: what was left of a number is another number."""

import re
from collections.abc import Sequence

from chapwai.citations.layouts.tables.columns import Column
from chapwai.citations.lines import Line
from chapwai.citations.wording import plain

# A cell ends clear of a border when it stays so far from it, in sizes of type.
CLEAR = 0.5
# A cell begins within so many sizes of type of its column's head.
BEGINS = 2.0
# 412-419: neither end has lost a figure.
EVEN_RANGE = re.compile(r"[A-Za-z]{0,2}(?P<first>\d{1,6})-[A-Za-z]{0,2}(?P<last>\d{1,6})$")


class Borders:
    """Where the cells of each column end: at the next column, or at the page's edge."""

    def __init__(self, columns: Sequence[Column], lines: Sequence[Line]) -> None:
        self.lefts = sorted(column.left for column in columns)
        self.edge = max((line.box.right for line in lines), default=0.0)

    def may_cut(self, cell: Line) -> bool:
        """Whether a cell reaches its border, behind which it may go on."""
        begins = cell.box.left + BEGINS * cell.size
        border = next((left for left in self.lefts if left > begins), self.edge)
        return cell.box.right > border - CLEAR * cell.size

    def may_cut_pages(self, cell: Line) -> bool:
        """Whether a cell of pages reaches its border, and does not say itself that it is whole."""
        return self.may_cut(cell) and not _is_even(plain(cell.text))


def _is_even(text: str) -> bool:
    ends = EVEN_RANGE.search(text)
    return ends is not None and len(ends["first"]) == len(ends["last"])
