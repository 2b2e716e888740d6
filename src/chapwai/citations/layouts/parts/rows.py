"""Rows of a column: what stands at one height belongs together, even far apart."""

from collections.abc import Sequence

from chapwai.citations.lines import Line, usual_size

# Words of one line stand no farther apart, in sizes of type, and at one height to within so much.
WIDEST_WORD_GAP = 4.0
SAME_MIDDLE = 0.45
# But in a justified column, where so many of the rows end at its margin, they may be stretched.
LEAST_JUSTIFIED = 0.4
MOST_JUSTIFIED_GAP = 16.0


def rows_of(column: Sequence[Line]) -> list[Line]:
    """The column's lines with those at one height joined.

    Numbers stand apart in the margin, and the words of justified lines far from one another.
    """
    rows: list[Line] = []
    margin = _right_margin(column)
    for line in sorted(column, key=lambda line: line.box.left):
        place = next((n for n, row in enumerate(rows) if _is_beside(row, line, margin)), None)
        if place is None:
            rows.append(line)
        else:
            rows[place] = _joined(rows[place], line)
    return sorted(rows, key=lambda line: line.box.middle)


def _is_beside(row: Line, line: Line, margin: float | None) -> bool:
    """Whether words go on a row; only those that end a justified row may stand far from it."""
    size = min(row.size, line.size)
    ends_row = margin is not None and abs(line.box.right - margin) < size
    widest = MOST_JUSTIFIED_GAP if ends_row else WIDEST_WORD_GAP
    apart = abs(row.box.middle - line.box.middle)
    return apart < SAME_MIDDLE * size and -size < line.box.left - row.box.right < widest * size


def _right_margin(column: Sequence[Line]) -> float | None:
    """Where the rows of a justified column end, None if they end raggedly."""
    size = usual_size(column)
    rights = [line.box.right for line in column]
    together = [sum(abs(right - other) < 0.3 * size for other in rights) for right in rights]
    most = max(together, default=0)
    is_justified = most and most >= LEAST_JUSTIFIED * len(rights)
    return rights[together.index(most)] if is_justified else None


def _joined(row: Line, line: Line) -> Line:
    confidence = min(row.confidence, line.confidence)
    return Line(f"{row.text} {line.text}", row.box.around(line.box), confidence)


def within_rows(lines: Sequence[Line], rows: Sequence[Line]) -> list[Line]:
    """The lines that the rows were made of, in the order of the rows."""
    return [line for row in rows for line in lines if line == row or _is_part(line, row)]


def _is_part(line: Line, row: Line) -> bool:
    return line.text in row.text and row.box.holds(line.box)
