"""A library's list above the preview of the one reference that is marked in it."""

import itertools
import re
from collections.abc import Sequence

from rapidfuzz import fuzz

from chapwai.citations.description import Description
from chapwai.citations.layouts.parts.blocks import WIDEST_STEP
from chapwai.citations.layouts.reference_lists.written import references_on
from chapwai.citations.layouts.tables.result_table import read_table
from chapwai.citations.lines import Line
from chapwai.citations.wording import letters_of, plain

# The tabs over it.
LABEL = re.compile(r"(?i)^(?:(?:reference\s)?preview\b|summary\s(?:edit|pdf|preview)\b)")
SHORTEST_TITLE = 14
# Of 100: what a row shows of a title, and the title.
SAME_TITLE = 90
# From the tab to the reference, in sizes of type.
FURTHEST = 4.0


def read_preview(lines: Sequence[Line]) -> Description | None:
    """Describe the reference in the preview, None if no row of the list has its title."""
    label = next((line for line in lines if LABEL.match(plain(line.text))), None)
    if label is None:
        return None
    rows = read_table([line for line in lines if line.box.bottom < label.box.top])
    shown = _below(label, lines)
    found = references_on(shown) if rows and shown else []
    return next((one for one in found if any(_is_listed(one, row) for row in rows)), None)


def _below(label: Line, lines: Sequence[Line]) -> list[Line]:
    """The lines of the preview, down to the first gap, without those of the pane beside it."""
    inside = [
        line
        for line in lines
        if line.box.top > label.box.bottom and line.box.left > label.box.left - 2 * label.size
    ]
    ordered = sorted(inside, key=lambda line: line.box.middle)
    steps = itertools.pairwise([label, *ordered])
    near = itertools.takewhile(lambda step: _follows(*step, label), steps)
    return [line for _, line in near]


def _follows(above: Line, line: Line, label: Line) -> bool:
    most = FURTHEST if above is label else WIDEST_STEP
    return line.box.middle - above.box.middle < most * max(line.size, above.size)


def _is_listed(one: Description, row: Description) -> bool:
    whole, shown = letters_of(one.title or ""), letters_of(row.title or "")
    is_long = min(len(whole), len(shown)) >= SHORTEST_TITLE
    return is_long and fuzz.partial_ratio(shown, whole) >= SAME_TITLE
