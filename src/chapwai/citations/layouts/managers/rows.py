"""The labelled rows of a reference manager: which lines begin with a label, and which align."""

import functools
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from chapwai.citations.layouts.managers.labels import LABELS, label_of, last_label_of
from chapwai.citations.lines import Line
from chapwai.citations.wording import one_line, plain

# How far labels of one column may be out of line, in sizes of type.
OUT_OF_LINE = 1.5
# The mark behind the label of a form's field that must be filled in.
REQUIRED = re.compile(r"\s?(?:\*|\(required\))$")
# The label in the page's own language, whatever was read of it, before the one in English.
OTHER_LANGUAGE = re.compile(r"^[^/]{0,24}/\s?(?=[A-Z])")
# Fewer labels beside those of the rows are words that happen to stand there.
FEWEST_BESIDE = 2


@dataclass(frozen=True)
class Row:
    """One label with its line, and what stands behind it on the same line."""

    name: str
    line: Line
    value: str
    # Where the label ends, and where a value on its line begins.
    label_right: float
    value_left: float
    # Title: Imaginary sleep, in one line of text: no column of values.
    is_inline: bool

    @property
    def value_lines(self) -> list[Line]:
        """The value on the line of its label, if there is one."""
        place = replace(self.line.box, left=self.value_left)
        return [replace(self.line, text=self.value, box=place)] if self.value else []


def rows_on(lines: Sequence[Line]) -> list[Row]:
    """The lines that begin with labels which stand below one another."""
    return _aligned([row for line in lines if (row := _row(line))])


def rows_beside(rows: Sequence[Row], lines: Sequence[Line]) -> list[Row]:
    """The rows of a form's second column, each level with one of the first's."""
    labels = {row.line for row in rows}
    others = [row for line in lines if line not in labels and (row := _row(line))]
    level = [row for row in others if any(_is_level(row, first) for first in rows)]
    beside = _aligned(level)
    return beside if len(beside) >= FEWEST_BESIDE else []


def _is_level(row: Row, first: Row) -> bool:
    apart = abs(row.line.box.middle - first.line.box.middle)
    return apart < 0.6 * first.line.size and row.line.box.left > first.label_right


def without_neighbours(lines: Sequence[Line]) -> list[Line]:
    """The lines, labels parted from what the pane beside them has at the same height."""
    rows = rows_on(lines)
    return [_label_at_end(line, rows) or line for line in lines]


def _label_at_end(line: Line, rows: Sequence[Row]) -> Line | None:
    """The label that a line ends with below those of the rows, None if it ends otherwise."""
    label = last_label_of(one_line(plain(line.text)))
    if label is None or not rows or _row(line):
        return None
    left = line.box.right - line.box.width * len(label) / len(line.text)
    alone = Line(label, replace(line.box, left=left), line.confidence)
    begins, ends = rows[0].line.box.left, rows[0].label_right
    below = min(abs(left - begins), abs(line.box.right - ends)) < OUT_OF_LINE * alone.size
    return alone if below else None


def _row(line: Line) -> Row | None:
    """The line as a row, if it begins with a label."""
    text, label = _labelled(line.text)
    if label is None:
        return None
    before, colon, behind = text.partition(":")
    is_alone = len(before) <= len(label) + 1 and label_of(before) == label
    is_inline = bool(colon and behind) and is_alone
    printed = before if is_inline else text[: len(label)]
    value = text[len(printed) :].lstrip(" :")
    letter = line.box.width / len(text)
    return Row(
        name=LABELS[label],
        line=line,
        value=value,
        label_right=line.box.left + letter * len(printed),
        value_left=line.box.left + letter * (len(text) - len(value)),
        is_inline=is_inline,
    )


@functools.lru_cache(maxsize=2048)
def _labelled(text: str) -> tuple[str, str | None]:
    """The text from its label on, with that label, if it begins with one."""
    text = REQUIRED.sub("", one_line(plain(text)))
    if label_of(text) is None:
        text = OTHER_LANGUAGE.sub("", text)
    return text, label_of(text)


def _aligned(rows: Sequence[Row]) -> list[Row]:
    """The most rows whose labels begin, or else end, below one another."""
    by_left = [_in_line(rows, one, lambda row: row.line.box.left) for one in rows]
    by_right = [_in_line(rows, one, lambda row: row.label_right) for one in rows]
    return max([*by_left, *by_right], key=len, default=[])


def _in_line(rows: Sequence[Row], one: Row, edge: Callable[[Row], float]) -> list[Row]:
    return [row for row in rows if abs(edge(row) - edge(one)) < OUT_OF_LINE * one.line.size]
