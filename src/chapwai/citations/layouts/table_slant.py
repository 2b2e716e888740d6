"""How far a table that was photographed askew has to be moved to stand upright."""

import re
import statistics
from collections.abc import Sequence
from dataclasses import dataclass, replace

from chapwai.citations.layouts.table_columns import (
    FEWEST_COLUMNS,
    FEWEST_ROWS,
    columns_named,
    head_of,
    heads_on,
)
from chapwai.citations.lines import Line
from chapwai.citations.source_line import YEAR
from chapwai.citations.wording import plain

# How far the heads may go down a pixel to the right.
STEEPEST = 0.06
# And how far the columns wander aside, in sizes of type.
WIDEST_DRIFT = 3


@dataclass(frozen=True)
class Slant:
    """How far the rows run down a pixel to the right, and the columns right a pixel down."""

    slope: float
    drift: float

    def removed(self, line: Line) -> Line:
        if not (self.slope or self.drift):
            return line
        level = replace(line, box=line.box.moved(0, -self.slope * line.box.left))
        return replace(level, box=level.box.moved(-self.drift * level.box.middle, 0))


def slant_of(lines: Sequence[Line]) -> Slant:
    """The slant of the table on the page, none without heads."""
    slope = _slope(lines)
    level = [Slant(slope, 0.0).removed(line) for line in lines]
    return Slant(slope, _drift(level))


def _slope(lines: Sequence[Line]) -> float:
    """As the heads run; else the page is taken for level."""
    heads = [line for line in lines if any(heads_on(line))]
    chain = max((_chain(line, heads) for line in heads), key=len, default=[])
    if len(chain) < FEWEST_COLUMNS:
        return 0.0
    first, last = chain[0].box, chain[-1].box
    return (last.middle - first.middle) / (last.left - first.left)


def _chain(first: Line, heads: Sequence[Line]) -> list[Line]:
    """The heads to the right of the first, each nearly at the height of the one before."""
    chain = [first]
    for line in sorted(heads, key=lambda line: line.box.left):
        aside = line.box.left - chain[-1].box.right
        apart = abs(line.box.middle - chain[-1].box.middle)
        if aside > 0 and apart < 0.4 * line.size + STEEPEST * aside:
            chain.append(line)
    return chain


def _drift(lines: Sequence[Line]) -> float:
    """As the years stand under their head."""
    head = head_of(lines)
    columns = columns_named(head, lines) if head else []
    edge = next((column.left for column in columns if column.name == "year"), None)
    if head is None or edge is None:
        return 0.0
    drifts = [
        (line.box.left - edge) / (line.box.middle - head.box.middle)
        for line in lines
        if line.box.top > head.box.bottom
        and re.fullmatch(YEAR, plain(line.text))
        and abs(line.box.left - edge) < WIDEST_DRIFT * line.size
    ]
    return statistics.median(drifts) if len(drifts) >= FEWEST_ROWS else 0.0
