"""Lines below one another as running letters, in which a title can be looked for.

A title may begin and end anywhere: behind a number and names, above or before its source. So the
record's title is laid along the letters of the page, and what it covers is what was seen of it.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein

from chapwai.citations.lines import Line
from chapwai.citations.wording import letters_of

# Lines of one stretch follow each other within so many sizes of type, and begin alike or lie
# above one another for the most part.
WIDEST_STEP = 2.6
BEGIN_ALIKE = 3.0
LIE_ABOVE = 0.6
MOST_UNLIKE_SIZE = 1.6
FARTHEST = MOST_UNLIKE_SIZE * WIDEST_STEP
LINES_ABOVE, LINES_BELOW = 2, 4
# How much alike (of 100) the page must be to look closer.
ALIKE = 72
# A title that the picture's edge cuts off is no whole title.
LEAST_SHOWN = 0.9
# So far from where the letters fit best a title may really begin or end.
SLACK = 5
# Longer glued pieces of a word belong to something else, shorter ones to the title's own word.
LONGEST_GLUE = 4


@dataclass(frozen=True)
class Sighting:
    """A record's title on the page: as it is printed, what stands around it, and its lines."""

    text: str
    before: str
    behind: str
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class Stretch:
    """Some lines, from the top down."""

    lines: tuple[Line, ...]

    @cached_property
    def text(self) -> str:
        return "\n".join(line.text for line in self.lines)

    @cached_property
    def places(self) -> list[int]:
        """Where in the text each of the letters stands."""
        return [place for place, sign in enumerate(self.text) for _ in _letters_of(sign)]

    @cached_property
    def letters(self) -> str:
        return "".join(map(_letters_of, self.text))

    def below(self, line: Line) -> Line | None:
        """The next line."""
        behind = self.lines[self.lines.index(line) + 1 :]
        return behind[0] if behind else None

    def seen(self, title: str) -> Sighting | None:
        """What the lines show of a title, None if they do not show it."""
        wanted = letters_of(title)
        if len(self.letters) < LEAST_SHOWN * len(wanted) or not wanted:
            return None
        begins, ends = self._best_place(wanted)
        if begins == ends:
            return None
        return self._sighting(*self._to_words(self.places[begins], self.places[ends - 1] + 1))

    def _best_place(self, wanted: str) -> tuple[int, int]:
        if len(self.letters) <= len(wanted):
            alike = 100 * Levenshtein.normalized_similarity(wanted, self.letters)
            return (0, len(self.letters)) if alike >= ALIKE else (0, 0)
        found = fuzz.partial_ratio_alignment(wanted, self.letters, score_cutoff=ALIKE)
        if found is None:
            return 0, 0
        places = (
            (begins, ends)
            for begins in self._around(found.dest_start)
            for ends in self._around(found.dest_end)
            if begins < ends
        )
        return max(places, key=lambda place: _likeness(wanted, self.letters[slice(*place)]))

    def _around(self, place: int) -> range:
        return range(max(0, place - SLACK), min(len(self.letters), place + SLACK) + 1)

    def _to_words(self, begins: int, ends: int) -> tuple[int, int]:
        """With the rest of words that were cut, as far as it is short."""
        glue = re.search(rf"\w{{0,{LONGEST_GLUE + 1}}}\Z", self.text[:begins])
        tail = re.match(rf"\w{{0,{LONGEST_GLUE + 1}}}", self.text[ends:])
        before, behind = len(glue.group() if glue else ""), len(tail.group() if tail else "")
        return (
            begins - (before if before <= LONGEST_GLUE else 0),
            ends + (behind if behind <= LONGEST_GLUE else 0),
        )

    def _sighting(self, begins: int, ends: int) -> Sighting:
        return Sighting(
            text=self.text[begins:ends],
            before=self.text[:begins],
            behind=self.text[ends:],
            lines=tuple(self._lines_between(begins, ends)),
        )

    def _lines_between(self, begins: int, ends: int) -> Iterator[Line]:
        start = 0
        for line in self.lines:
            end = start + len(line.text)
            if start < ends and begins < end:
                yield line
            start = end + 1


def stretches_of(lines: Sequence[Line]) -> dict[Line, Stretch]:
    """For each line the stretch that it stands in: a title may begin above it and end below."""
    in_order = sorted(lines, key=lambda line: line.box.middle)
    return {
        line: Stretch(
            (
                *reversed(_neighbours(line, in_order[:at][::-1], most=LINES_ABOVE, step=-1)),
                line,
                *_neighbours(line, in_order[at + 1 :], most=LINES_BELOW, step=1),
            )
        )
        for at, line in enumerate(in_order)
    }


def _neighbours(line: Line, others: Sequence[Line], *, most: int, step: int) -> list[Line]:
    """The lines that go on where this one ends; the others are in order, the nearest first."""
    found: list[Line] = []
    last = line
    for other in others:
        distance = step * (other.box.middle - last.box.middle)
        if len(found) == most or distance > FARTHEST * max(last.size, last.box.height):
            break
        if _follows(last, other, distance):
            found.append(other)
            last = other
    return found


def _follows(line: Line, other: Line, distance: float) -> bool:
    size = max(line.size, other.size)
    is_alike = size < MOST_UNLIKE_SIZE * min(line.size, other.size)
    if not is_alike or not 0.5 * min(line.size, other.size) < distance < WIDEST_STEP * size:
        return False
    return abs(line.box.left - other.box.left) < BEGIN_ALIKE * size or _lie_above(line, other)


def _lie_above(line: Line, other: Line) -> bool:
    shared = min(line.box.right, other.box.right) - max(line.box.left, other.box.left)
    return shared > LIE_ABOVE * min(line.box.width, other.box.width)


@lru_cache(maxsize=4096)
def _letters_of(sign: str) -> str:
    return letters_of(sign)


def _likeness(wanted: str, seen: str) -> float:
    return Levenshtein.normalized_similarity(wanted, seen)
