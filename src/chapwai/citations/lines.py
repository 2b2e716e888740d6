"""Lines of text on a picture, and how the fragments an engine returns become whole lines."""

import re
import statistics
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

# Both measured in line heights: how far apart two fragments of one visual line may lie.
SAME_MIDDLE = 0.45
WIDEST_GAP = 1.2
MOST_UNLIKE_SIZE = 1.4
# A letter is about half as wide as its type is high, in every font a browser shows.
LETTERS_TO_A_HEIGHT = 2.0
BROKEN_WORD = re.compile(r"\w[-/]$")
# Shorter texts say too little about the width of their letters.
LETTERS_THAT_MEASURE = 10


@dataclass(frozen=True)
class Box:
    """A rectangle in pixels of the picture, from the top left."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        return self.right - self.left

    @property
    def height(self) -> float:
        return self.bottom - self.top

    @cached_property
    def middle(self) -> float:
        return (self.top + self.bottom) / 2

    @property
    def corners(self) -> tuple[float, float, float, float]:
        return self.left, self.top, self.right, self.bottom

    @property
    def pixels(self) -> tuple[int, int, int, int]:
        """The corners in whole pixels, at least one apart each way."""
        left, top = int(self.left), int(self.top)
        return left, top, max(left + 1, round(self.right)), max(top + 1, round(self.bottom))

    def grown(self, margin: float, *, within: tuple[int, int]) -> "Box":
        """With a margin on all sides, as far as a picture of this size has room for it."""
        return Box(
            max(0, self.left - margin),
            max(0, self.top - margin),
            min(within[0], self.right + margin),
            min(within[1], self.bottom + margin),
        )

    def moved(self, right: float, down: float) -> "Box":
        return Box(self.left + right, self.top + down, self.right + right, self.bottom + down)

    def overlap(self, other: "Box") -> float:
        """The part that both share of the smallest box that holds both, 0 to 1."""
        width = min(self.right, other.right) - max(self.left, other.left)
        height = min(self.bottom, other.bottom) - max(self.top, other.top)
        whole = self.around(other)
        return max(0, width) * max(0, height) / max(1, whole.width * whole.height)

    def holds(self, other: "Box") -> bool:
        """Whether the other box lies within this one."""
        in_width = self.left <= other.left and other.right <= self.right
        return in_width and self.top <= other.top and other.bottom <= self.bottom

    def around(self, other: "Box") -> "Box":
        """The smallest box that holds both."""
        return Box(
            min(self.left, other.left),
            min(self.top, other.top),
            max(self.right, other.right),
            max(self.bottom, other.bottom),
        )


@dataclass(frozen=True)
class Line:
    """A line of text with its place and the engine's confidence, 0 to 1."""

    text: str
    box: Box
    confidence: float = 1.0

    @cached_property
    def size(self) -> float:
        """The height of the type in pixels.

        The box of a long line that is a little askew is much higher than its letters, so long
        lines are measured by the width of their letters.
        """
        if len(self.text) < LETTERS_THAT_MEASURE:
            return self.box.height
        return min(self.box.height, LETTERS_TO_A_HEIGHT * self.box.width / len(self.text))


def joined_lines(fragments: Iterable[Line]) -> list[Line]:
    """Whole visual lines from the top down, each from its fragments, left to right."""
    lines: list[Line] = []
    for fragment in sorted(fragments, key=lambda fragment: fragment.box.left):
        before = next((line for line in lines if _continues(line, fragment)), None)
        if before is None:
            lines.append(fragment)
        else:
            lines[lines.index(before)] = joined(before, fragment)
    return sorted(lines, key=lambda line: (line.box.middle, line.box.left))


def joined(line: Line, fragment: Line) -> Line:
    """Two fragments of one visual line, from left to right."""
    text = f"{line.text} {fragment.text}"
    both = confidence_of([line, fragment])
    return replace(line, text=text, box=line.box.around(fragment.box), confidence=both)


def box_of(lines: Sequence[Line]) -> Box:
    """The smallest box that holds all the lines; there must be one at least."""
    box = lines[0].box
    for line in lines[1:]:
        box = box.around(line.box)
    return box


def text_of(lines: Iterable[Line]) -> str:
    """The lines as running text."""
    return joined_texts(line.text for line in lines)


def joined_texts(texts: Iterable[str]) -> str:
    """The texts of lines as one.

    Browsers break a line after a hyphen or a slash that belongs to the word, so nothing is put
    between such a line and the next.
    """
    whole = ""
    for text in texts:
        glue = "" if not whole or BROKEN_WORD.search(whole[-3:]) else " "
        whole += glue + text
    return whole


def confidence_of(lines: Sequence[Line]) -> float:
    """The mean confidence over all letters, 0 without any."""
    letters = [(line.confidence, max(1, len(line.text))) for line in lines]
    total = sum(count for _, count in letters)
    return sum(confidence * count for confidence, count in letters) / total if total else 0.0


def usual_size(lines: Sequence[Line]) -> float:
    """The median size of type among the lines, 0 without any."""
    return statistics.median(line.size for line in lines) if lines else 0.0


def _continues(line: Line, fragment: Line) -> bool:
    height = min(line.box.height, fragment.box.height)
    gap = fragment.box.left - line.box.right
    return (
        abs(line.box.middle - fragment.box.middle) < SAME_MIDDLE * max(height, line.size)
        and -height < gap < WIDEST_GAP * max(line.size, height)
        and (_is_alike(line, fragment) or _is_mark(fragment))
    )


def _is_alike(line: Line, fragment: Line) -> bool:
    one, other = line.box.height, fragment.box.height
    return max(one, other) < MOST_UNLIKE_SIZE * min(one, other)


def _is_mark(fragment: Line) -> bool:
    """A raised footnote number stands alone and is smaller than its line."""
    return bool(re.fullmatch(r"[\d,*†‡§¹²³⁰⁴-⁹\s]{1,6}", fragment.text))
