"""How far a table that was photographed askew has to be moved to stand upright."""

import re
import statistics
from collections.abc import Sequence
from dataclasses import dataclass, replace

from chapwai.citations.layouts.tables.columns import (
    FEWEST_COLUMNS,
    FEWEST_ROWS,
    columns_named,
    head_of,
    heads_on,
)
from chapwai.citations.lines import Line
from chapwai.citations.source_patterns import YEAR
from chapwai.citations.wording import plain

BEGINS_WITH_YEAR = re.compile(rf"{YEAR}(?=\s\d|$)")
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


def as_seen(
    pieces: Sequence[Line], upright: Sequence[Line], lines: Sequence[Line]
) -> tuple[Line, ...]:
    """The page's own lines, of which the pieces are: only those can be looked at again."""
    places = [next(n for n, line in enumerate(upright) if _is_of(one, line)) for one in pieces]
    return tuple(lines[place] for place in dict.fromkeys(places))


def _is_of(piece: Line, line: Line) -> bool:
    shares = min(piece.box.right, line.box.right) - max(piece.box.left, line.box.left)
    return piece.box.middle == line.box.middle and (shares > 0 or piece == line)


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
    """As the years stand under the first of them, or of few under their head.

    Figures may stand at another edge than the head above them.
    """
    head = head_of(lines)
    edge = _year_edge(head, lines) if head else None
    if head is None or edge is None:
        return 0.0
    years = [line for line in lines if line.box.top > head.box.bottom and _is_year(line, edge)]
    if len(years) <= FEWEST_ROWS:
        years = [*(line for line in lines if _is_head_at(line, edge)), *years]
    drifts = [_lean(years[0], line) for line in years[1:]]
    return statistics.median(drifts) if len(drifts) >= FEWEST_ROWS else 0.0


def _year_edge(head: Line, lines: Sequence[Line]) -> float | None:
    columns = columns_named(head, lines)
    return next((column.left for column in columns if column.name == "year"), None)


def _is_year(line: Line, edge: float) -> bool:
    """Whether a line begins with the year of a row, whatever was read with it."""
    is_near = abs(line.box.left - edge) < WIDEST_DRIFT * line.size
    return is_near and bool(BEGINS_WITH_YEAR.match(plain(line.text)))


def _is_head_at(line: Line, edge: float) -> bool:
    """Whether a line is one head alone, which begins where its line does."""
    return line.box.left == edge and len(list(heads_on(line))) == 1


def _lean(above: Line, below: Line) -> float:
    return (below.box.left - above.box.left) / (below.box.middle - above.box.middle)
