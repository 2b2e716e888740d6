"""The rows of a list's column: its lines without the numbers, boxes and icons in the margin."""

import itertools
import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from chapwai.citations.layouts.parts.card_words import is_kind
from chapwai.citations.layouts.parts.columns import columns_of
from chapwai.citations.layouts.parts.items import upright_lefts
from chapwai.citations.lines import Line, joined_texts, usual_size
from chapwai.citations.wording import one_line, plain

# What engines make of a box to tick, a bullet or an icon that stands before a text.
MARK = re.compile(
    r"^(?:[^\w\s(\[\"'¿¡]{1,3}|[OoLl](?=\s)|0(?=\s)|[□☐口■▢\u2e80-\u9fff])\s*(?=[\w(\[\"'])"
)
# Nothing else looks like these.
BOX = re.compile(r"^[□☐☑■▢]\s?")
IN_MARGIN = re.compile(r"(?:[A-Z]{4,16}\s){1,3}(?=[\w'\"]*[a-z])")
# The names of EBSCO's hits, with the language before them or without.
BYLINE = re.compile(
    r"(?:(?:^|[.?!]\s?)\((?:[A-Z][a-z]{3,12}[;,]?\s?){1,3}\)\s?|[.?!]\s|^)By(?::\s?|\.\s)"
    r"(?=[^\W\d_a-z])"
)
NUMBER = re.compile(r"^\W{0,2}[\d¹²³]{1,4}(?:\W{0,2}\s+|[.)]\s?)(?=[^\W_]|[\"'(\[])")
# Numbers and marks stand this far before the text, in sizes of type.
LEAST_MARGIN, MOST_MARGIN = 0.8, 5.0
# Lines that begin as near as this to the edge begin at it, and no line of an item beyond that.
AT_EDGE = 1.2
MOST_INDENT = 3.0
SHORTEST_TEXT = 4
SAME_HEIGHT = 0.45
FIRST_PAGE = re.compile(r"\d{1,5}")
# A letter is about this wide, in sizes of type.
LETTER_WIDTH = 0.5
# The right edge is where at least two lines end, give or take so much.
RAGGED = 3.0


@dataclass(frozen=True)
class Row:
    """A line of a column, with what it says behind its mark and what stands to its right."""

    line: Line
    text: str
    left: float
    beside: tuple[Line, ...] = ()
    is_full: bool = False
    begins_names: bool = False
    # Of printed contents, whether an item begins or ends with it.
    opens: bool | None = None
    ends: bool = False

    @property
    def size(self) -> float:
        return self.line.size

    @property
    def middle(self) -> float:
        return self.line.box.middle


def columns_of_rows(lines: Sequence[Line]) -> list[list[Row]]:
    """The rows of each column of a page, from left to right."""
    return [_rows(column) for column in columns_of(lines) if column]


def text_in(rows: Sequence[Row]) -> str:
    """What the rows say without their marks, as running text."""
    return joined_texts(row.text for row in rows)


def number_beside(row: Row) -> int | None:
    """The number that stands alone to the right of a row."""
    texts = [line.text.strip() for line in row.beside]
    return next((int(text) for text in texts if FIRST_PAGE.fullmatch(text)), None)


def _rows(column: Sequence[Line]) -> list[Row]:
    """The lines that begin about where most do, from the top down."""
    size = usual_size(column)
    as_read = [line.box.left for line in column]
    # The slope of a column is a guess: it counts only where it brings more lines to one edge.
    lefts = max(as_read, upright_lefts(column), key=lambda lefts: _aligned(lefts, size))
    edge = _edge(lefts, size)
    placed = sorted(zip(column, lefts, strict=True), key=lambda one: one[0].box.middle)
    near = [(line, left) for line, left in placed if _begins_near(line, left, edge)]
    rows = [_row(line, left, edge, column) for line, left in near if not _is_beside(line, near)]
    parted = [part for row in rows if row.text for part in _parted_at_byline(row)]
    return _with_fullness(parted)


def _edge(lefts: Sequence[float], size: float) -> float:
    """Where most lines begin."""
    ordered = sorted(lefts)
    return max(lefts, key=lambda left: _near(left, ordered, size))


def _aligned(lefts: Sequence[float], size: float) -> int:
    """How many lines begin at one edge at most."""
    ordered = sorted(lefts)
    return max(_near(left, ordered, size) for left in lefts)


def _near(edge: float, ordered: Sequence[float], size: float) -> int:
    """How many of the edges, in their order, lie near this one."""
    aside = 0.6 * size
    return bisect_left(ordered, edge + aside) - bisect_right(ordered, edge - aside)


def _begins_near(line: Line, left: float, edge: float) -> bool:
    size = line.size
    is_in_margin = line.box.right - line.box.left < edge - left + size
    return -MOST_MARGIN * size < left - edge < MOST_INDENT * size and not is_in_margin


def _is_beside(line: Line, placed: Sequence[tuple[Line, float]]) -> bool:
    """Whether another line stands to the left at its height."""
    return any(
        other.box.right <= line.box.left + line.size
        and abs(other.box.middle - line.box.middle) < SAME_HEIGHT * line.size
        for other, _ in placed
        if other is not line
    )


def _row(line: Line, left: float, edge: float, column: Sequence[Line]) -> Row:
    text, begins = one_line(plain(line.text)), left
    if has_mark(text) or edge - left > LEAST_MARGIN * line.size:
        bare = _without_label(unmarked(text))
        begins = edge if bare != text else left
        text = bare
    return Row(line, text, begins, _lines_beside(line, column))


def _parted_at_byline(row: Row) -> list[Row]:
    """The title and the names behind it, if a mark stands between: Evening tea. By: Marsh, D."""
    mark = BYLINE.search(row.text)
    if mark is None:
        return [row]
    names = replace(row, text=row.text[mark.end() :], begins_names=True)
    title = row.text[: mark.start()].strip()
    return [replace(row, text=title), names] if title else [names]


def _without_label(text: str) -> str:
    """Without the words under an icon in the margin: ARTICLE."""
    label = IN_MARGIN.match(text)
    return text[label.end() :] if label and is_kind(label.group()) else text


def has_mark(text: str) -> bool:
    """Whether a text begins with a box to tick, wherever it stands."""
    return bool(BOX.match(text))


def unmarked(text: str) -> str:
    """Without the mark and the number before it."""
    return NUMBER.sub("", MARK.sub("", text, count=1), count=1)


def _lines_beside(line: Line, column: Sequence[Line]) -> tuple[Line, ...]:
    return tuple(
        other
        for other in column
        if other.box.left > line.box.right
        and abs(other.box.middle - line.box.middle) < SAME_HEIGHT * max(line.size, other.size)
    )


def _with_fullness(rows: Sequence[Row]) -> list[Row]:
    """Each row with whether the next one's first word would have had no room on it."""
    edge = _right_edge(rows)
    pairs = itertools.pairwise([*rows, None])
    return [replace(row, is_full=_is_full(row, following, edge)) for row, following in pairs if row]


def _right_edge(rows: Sequence[Row]) -> float:
    """The outermost place where more than one line ends."""
    rights = sorted((row.line.box.right for row in rows), reverse=True)
    size = usual_size([row.line for row in rows])
    together = (one for one, other in itertools.pairwise(rights) if one - other < RAGGED * size)
    return next(together, rights[0] if rights else 0.0)


def _is_full(row: Row, following: Row | None, edge: float) -> bool:
    if following is None:
        return False
    word = following.text.split()[0]
    return row.line.box.right + (len(word) + 1) * LETTER_WIDTH * row.size > edge - row.size
