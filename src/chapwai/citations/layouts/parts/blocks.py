"""Blocks of lines below one another: columns, titles, lists of authors."""

from collections.abc import Sequence

from chapwai.citations.lines import LETTERS_THAT_MEASURE, Line

# Type of one block differs by less than this; between a title and what follows it is more.
SAME_SIZE = 0.8
# The box of a single word says less: a raised figure makes it half as high again.
SAME_SIZE_OF_WORDS = 0.55
# From one line to the next of a block, in sizes of type, measured from middle to middle.
WIDEST_STEP = 2.1
# A line that begins so near to the picture's upper edge, in pixels, is not whole.
AT_THE_EDGE = 1.0
# Lines that make one statement may stand farther apart.
WIDEST_STEP_OF_A_RUN = 2.6
# Numbers and boxes to tick stand this far before a line that they belong to, in sizes of type.
WIDEST_MARGIN = 4.5


def column_of(anchor: Line, lines: Sequence[Line]) -> list[Line]:
    """The lines from the anchor downwards that begin about where it begins.

    A page photographed from the side is a trapezium: the further down, the more its left edge may
    have wandered.
    """
    below = [line for line in lines if line.box.middle > anchor.box.middle]
    return [anchor, *(line for line in below if _begins_with(anchor, line))]


def block_from(lines: Sequence[Line], *, upwards: bool = False) -> list[Line]:
    """The first line and those after it of the same size without a gap."""
    block = list(lines[:1])
    for line in lines[1:]:
        upper, lower = (line, block[-1]) if upwards else (block[-1], line)
        if not (same_size(block[0], line) and _follows(upper, lower)):
            break
        block.append(line)
    return block


def run_from(line: Line, lines: Sequence[Line], count: int) -> list[Line]:
    """The line and those that follow it closely in its column, so many at most."""
    run = [line]
    for other in lines:
        if len(run) == count:
            break
        if _is_close(run[-1], other) and _are_aligned(line, other):
            run.append(other)
    return run


def is_cut(block: Sequence[Line], lines: Sequence[Line]) -> bool:
    """Whether the picture's upper edge runs through the block, or through what stands over it."""
    over = [line for line in lines if line not in block and shares_column(block[0], line)]
    return any(
        line.box.top <= AT_THE_EDGE and _follows(line, block[0])
        for line in [*over, block[0]]
        if line.box.middle <= block[0].box.middle
    )


def block_around(anchor: Line, lines: Sequence[Line]) -> list[Line]:
    """The lines over and under the anchor that are of its size without a gap, with it."""
    place = lines.index(anchor)
    over = block_from([anchor, *reversed(lines[:place])], upwards=True)
    return [*reversed(over[1:]), *block_from(lines[place:])]


def shares_column(anchor: Line, line: Line) -> bool:
    """Whether a line begins about where the anchor begins, or a mark's width before."""
    size = max(anchor.size, line.size)
    begins = line.box.left - anchor.box.left
    return -WIDEST_MARGIN * size < begins < 1.5 * size and line.box.right > anchor.box.left + size


def stands_under(line: Line, following: Line) -> bool:
    """Whether a line goes on where the other ended: right below it and in its column."""
    lower = following.box.middle > line.box.middle + 0.5 * line.size
    return lower and shares_column(line, following) and _follows(line, following)


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


def _is_close(last: Line, other: Line) -> bool:
    """Whether the other line follows; what lies across the line itself is no next line."""
    step = other.box.middle - last.box.middle
    return step > 0 and 0.5 * other.size < step < WIDEST_STEP_OF_A_RUN * max(last.size, other.size)


def _are_aligned(line: Line, other: Line) -> bool:
    """Whether two lines begin together, or are centred below one another."""
    lefts = abs(other.box.left - line.box.left)
    middles = abs(other.box.left + other.box.right - line.box.left - line.box.right) / 2
    return min(lefts, middles) < 2 * line.size
