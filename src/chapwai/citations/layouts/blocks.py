"""Blocks of lines below one another: columns, titles, lists of authors."""

from collections.abc import Sequence

from chapwai.citations.lines import LETTERS_THAT_MEASURE, Line

# Type of one block differs by less than this; between a title and what follows it is more.
SAME_SIZE = 0.8
# The box of a single word says less: a raised figure makes it half as high again.
SAME_SIZE_OF_WORDS = 0.55
# From one line to the next of a block, in sizes of type, measured from middle to middle.
WIDEST_STEP = 2.1


def column_of(anchor: Line, lines: Sequence[Line]) -> list[Line]:
    """The lines from the anchor downwards that begin about where it begins.

    A page photographed from the side is a trapezium: the further down, the more its left edge may
    have wandered.
    """
    below = [line for line in lines if line.box.middle > anchor.box.middle]
    return [anchor, *(line for line in below if _begins_with(anchor, line))]


def block_from(lines: Sequence[Line]) -> list[Line]:
    """The first line and those below it of the same size without a gap."""
    block = list(lines[:1])
    for line in lines[1:]:
        if not (same_size(block[0], line) and _follows(block[-1], line)):
            break
        block.append(line)
    return block


def same_size(one: Line, other: Line) -> bool:
    """Whether two lines are set in about the same type."""
    small, large = sorted((one.size, other.size))
    shortest = min(len(one.text), len(other.text))
    alike = SAME_SIZE if shortest >= LETTERS_THAT_MEASURE else SAME_SIZE_OF_WORDS
    return small >= alike * large


def _begins_with(anchor: Line, line: Line) -> bool:
    wandered = 0.1 * (line.box.middle - anchor.box.middle)
    return abs(line.box.left - anchor.box.left) < 2.5 * anchor.size + wandered


def _follows(line: Line, following: Line) -> bool:
    step = following.box.middle - line.box.middle
    return step < WIDEST_STEP * max(line.size, following.size)
