"""Lines as an engine returns them, laid out like a page without drawing one."""

from chapwai.citations.lines import Box, Line

# As wide as an engine's boxes are, half a height for each letter.
WIDTH_OF_A_LETTER = 0.5


def page(*rows, left=40, top=40):
    """Rows from the top down: (text, size) or (text, size, left); a number alone is a gap."""
    lines = []
    for row in rows:
        if isinstance(row, int | float):
            top += row
            continue
        text, size, *aside = row
        begins = aside[0] if aside else left
        box = Box(begins, top, begins + len(text) * size * WIDTH_OF_A_LETTER, top + size)
        lines.append(Line(text, box, 0.98))
        top += 1.5 * size
    return lines


def beside(lines, *rows, left, top=40):
    """The lines with a column of others to their right, in the order of an engine."""
    both = [*lines, *page(*rows, left=left, top=top)]
    return sorted(both, key=lambda line: (line.box.middle, line.box.left))
