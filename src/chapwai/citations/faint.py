"""What the engine itself was not sure of."""

from collections.abc import Iterator, Sequence

from chapwai.citations.description import Description
from chapwai.citations.lines import Line
from chapwai.citations.wording import letters_of

# Of lines read with less two in five are not as printed, of others one in twelve.
SURE = 0.96
# Fewer letters stand in many a line by chance.
FEWEST_LETTERS = 4


def is_faint(line: Line) -> bool:
    """Whether the engine may have taken one of its letters for another."""
    return line.confidence < SURE


def faintly_read(read: Description) -> Iterator[str]:
    """The fields of words that stand on faint lines, and no other look bears them out."""
    faint = [letters_of(line.text) for line in read.lines if is_faint(line)]
    if _is_on((read.title or "",), faint):
        yield "title"
    if _is_on(read.authors, faint):
        yield "authors"


def _is_on(words: Sequence[str], lines: Sequence[str]) -> bool:
    """Whether a line has any of the words, or is a part of them."""
    several = [letters for one in words if len(letters := letters_of(one)) >= FEWEST_LETTERS]
    long = [line for line in lines if len(line) >= FEWEST_LETTERS]
    return any(one in line or line in one for one in several for line in long)
