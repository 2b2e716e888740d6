"""The labelled rows of a reference manager: which lines begin with a label, and which align."""

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
    text = REQUIRED.sub("", one_line(plain(line.text)))
    label = label_of(text)
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


def _aligned(rows: Sequence[Row]) -> list[Row]:
    """The most rows whose labels begin, or else end, below one another."""
    by_left = [_in_line(rows, one, lambda row: row.line.box.left) for one in rows]
    by_right = [_in_line(rows, one, lambda row: row.label_right) for one in rows]
    return max([*by_left, *by_right], key=len, default=[])


def _in_line(rows: Sequence[Row], one: Row, edge: Callable[[Row], float]) -> list[Row]:
    return [row for row in rows if abs(edge(row) - edge(one)) < OUT_OF_LINE * one.line.size]
