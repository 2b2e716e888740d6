"""Cells of a written table that name the article, broken wherever their column was full."""

import re
import statistics
from collections.abc import Sequence
from itertools import pairwise

from chapwai.citations.identifiers import dois_in, pmids_in
from chapwai.citations.layouts.parts.running import (
    BREAKS_AFTER,
    WIDEST_LETTER,
    goes_on,
    is_broken_after,
)
from chapwai.citations.lines import Line
from chapwai.citations.wording import plain

# What goes on for longer is not looked at a second time.
MOST_LINES = 2
# A number is broken over lines as little as a word is.
PMID = re.compile(r"PM[I1l]D\s?:?\s?[1-9]\d{6,7}")


def doi_in_cell(cell: Sequence[Line], column: Sequence[Line]) -> tuple[str, ...]:
    """The DOI that a cell's lines are together, if none of it may have been lost at their ends."""
    if not cell or len(cell) > MOST_LINES:
        return ()
    column = [*_aligned(column), *cell]
    if _may_go_on(cell[-1], column):
        return ()
    if not all(goes_on(*pair) and is_broken_after(pair[0], column) for pair in pairwise(cell)):
        return ()
    text = _text_of(cell, between="")
    return tuple(doi for doi in dois_in(text) if doi == text.lower())


def pmid_in_cell(cell: Sequence[Line]) -> tuple[str, ...]:
    """The PMID that a cell is, behind its label or below it."""
    text = _text_of(cell, between=" ")
    return tuple(pmids_in(text)) if PMID.fullmatch(text) else ()


def _aligned(column: Sequence[Line]) -> list[Line]:
    """The lines at the column's edge: what stands below the table may be anywhere."""
    edge = statistics.median([line.box.left for line in column])
    return [line for line in column if abs(line.box.left - edge) < line.size]


def _text_of(cell: Sequence[Line], *, between: str) -> str:
    return between.join(plain(line.text).strip() for line in cell)


def _may_go_on(line: Line, column: Sequence[Line]) -> bool:
    """Whether a line below, of a letter or two, may have been missed: this one is full."""
    margin = max(other.box.right for other in column)
    return line.text[-1] in BREAKS_AFTER or line.box.right > margin - WIDEST_LETTER * line.size
