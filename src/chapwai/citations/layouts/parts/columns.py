"""Where a page is set in columns, and which lines stand in which."""

import itertools
from collections.abc import Sequence

from chapwai.citations.lines import Line, box_of, usual_size

# A gutter is at least this wide, in sizes of type.
NARROWEST_GUTTER = 0.7
# Banners and headings may run across a gutter: so many of a hundred lines.
MOST_CROSSING = 0.08
FEWEST_LINES = 3
# Above both columns stand banners, up to these shares of all lines.
SHARES_OF_BANNERS = (0.12, 0.25, 0.4)
# Both columns stand side by side for at least this part of the shorter one.
SIDE_BY_SIDE = 0.4
# Shorter lines, in sizes of type, are numbers and marks that belong to the text beside them.
NARROWEST_LINE = 5


def columns_of(lines: Sequence[Line]) -> list[list[Line]]:
    """The page's columns from left to right, each from the top down.

    Lines that run across a gutter stand in the column to its left.
    """
    gutter = _gutter(lines)
    if gutter is None:
        return [list(lines)]
    left = [line for line in lines if line.box.left < gutter]
    right = [line for line in lines if line.box.left >= gutter]
    return [*columns_of(left), *columns_of(right)]


def _gutter(lines: Sequence[Line]) -> float | None:
    """Where two columns part, None if the page has only one; banners may run across it."""
    downwards = sorted(lines, key=lambda line: line.box.middle)
    below = (downwards[int(share * len(lines)) :] for share in (0, *SHARES_OF_BANNERS))
    return next((found for part in below if (found := _gap_between_columns(part))), None)


def _gap_between_columns(lines: Sequence[Line]) -> float | None:
    """The middle of the gap that next to no line crosses."""
    size = usual_size(lines)
    broad = [line for line in lines if line.box.width > NARROWEST_LINE * size]
    gaps = [
        (crossing, -width, at + width / 2)
        for at, width, crossing in _gaps(broad)
        if width >= NARROWEST_GUTTER * size and _parts_columns(broad, at + width / 2)
    ]
    return min(gaps)[-1] if gaps else None


def _gaps(lines: Sequence[Line]) -> list[tuple[float, float, int]]:
    """The stretches that next to no line covers: begin, width, and how many do."""
    edges = sorted(
        [(line.box.left, 1) for line in lines] + [(line.box.right, -1) for line in lines]
    )
    allowed, covering = MOST_CROSSING * len(lines), 0
    gaps = []
    for (at, change), (following, _) in itertools.pairwise(edges):
        covering += change
        if covering <= allowed:
            gaps.append((at, following - at, covering))
    return gaps


def _parts_columns(lines: Sequence[Line], at: float) -> bool:
    left = [line for line in lines if line.box.right <= at]
    right = [line for line in lines if line.box.left >= at]
    if min(len(left), len(right)) < FEWEST_LINES:
        return False
    one, other = box_of(left), box_of(right)
    shared = min(one.bottom, other.bottom) - max(one.top, other.top)
    return shared >= SIDE_BY_SIDE * min(one.height, other.height)
