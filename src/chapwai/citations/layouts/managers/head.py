"""Title and authors without labels, over the rows of a reference manager's pane."""

import itertools
import re
from collections.abc import Sequence

from chapwai.citations.layouts.managers.rows import Row
from chapwai.citations.layouts.parts.article_kind import KIND
from chapwai.citations.layouts.parts.blocks import block_around, block_from
from chapwai.citations.layouts.parts.listed_names import are_clear_names, are_names
from chapwai.citations.lines import Line
from chapwai.citations.wording import plain

# A list that goes on: behind a mark, or an initial whose surname is still to come.
OPEN = re.compile(r"(?:[,;&]|\b[A-Z]\.)\s?$")


def lines_over(rows: Sequence[Row], lines: Sequence[Line]) -> list[Line]:
    """What stands over the rows in the same pane, from the largest block on: title and authors."""
    start, first = _around_title(rows)
    over = [
        line
        for line in lines
        if start < line.box.middle < first.box.middle
        and abs(line.box.left - first.box.left) < 3 * first.size
    ]
    kinds = [place for place, line in enumerate(over) if KIND.match(plain(line.text))]
    over = over[kinds[-1] + 1 :] if kinds else over
    largest = max(over, key=lambda line: line.size, default=None)
    return over[over.index(block_around(largest, over)[0]) :] if largest else []


def title_over(over: Sequence[Line]) -> list[Line]:
    """The first block, as far as no names follow that are set in like type."""
    block = block_from(over)
    ends = (n for n, line in enumerate(block) if n and are_clear_names(line.text))
    return block[: next(ends, len(block))]


def people_over(lines: Sequence[Line]) -> list[Line]:
    """The lines of names under the title: links may stand between them and the rows."""
    pairs = enumerate(itertools.pairwise(lines), 1)
    ends = (place for place, (above, line) in pairs if not _go_on(above, line))
    return list(lines[: next(ends, len(lines))])


def _go_on(above: Line, line: Line) -> bool:
    return bool(OPEN.search(plain(above.text)) or are_names(line.text))


def _around_title(rows: Sequence[Row]) -> tuple[float, Line]:
    """Where a title without label may begin, and the row below it: the type may stand above."""
    if rows[0].name == "type" and len(rows) > 1:
        return rows[0].line.box.middle, rows[1].line
    return 0.0, rows[0].line
