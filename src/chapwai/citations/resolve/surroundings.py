"""The lines around a title, and what of theirs can be compared with a record."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from operator import attrgetter
from typing import NamedTuple

from chapwai.citations.identifiers import dois_in, issns_in, pmids_in
from chapwai.citations.lines import Line, box_of
from chapwai.citations.resolve.evidence import first_page
from chapwai.citations.source_line import Source, source_in
from chapwai.citations.source_patterns import YEAR_ALONE
from chapwai.citations.wording import common_era, letters_of, plain

# Around a title, in sizes of its type, stands what belongs to it; a table's cells beside it.
ABOVE, BELOW = 4.5, 11.0
BESIDE_BELOW = 5.0
# No item has a blank as high as this within it, in heights of its title's lines.
WIDEST_BLANK = 1.0
# Where a range ends, nothing begins: 419 of 412-419 is no first page.
NUMBER = re.compile(r"(?<![\w-])(?<!\d\s-\s)[A-Za-z]{0,3}\d{1,9}")
# Of such words a sentence has so many on a line; one that tells where an article stands has few.
SMALL_WORD = re.compile(r"(?<![\w-])[a-z]{2,30}(?![\w-])")
FEWEST_OF_PROSE = 7
WORD = re.compile(r"[^\W\d_][^\s,;:()\[\]]{0,60}")


@dataclass(frozen=True)
class Surroundings:
    """Some lines of a page, or all of them; each question is answered once."""

    lines: tuple[Line, ...]

    @cached_property
    def text(self) -> str:
        return plain("\n".join(line.text for line in self.lines))

    @cached_property
    def rows(self) -> tuple[str, ...]:
        """The letters of each line."""
        return tuple(letters_of(line.text) for line in self.lines)

    @cached_property
    def words(self) -> frozenset[str]:
        """The letters of each word."""
        return frozenset(letters_of(word) for word in WORD.findall(self.text))

    @cached_property
    def numbers(self) -> tuple[str, ...]:
        """Every number in order, spelled as first pages are compared."""
        return tuple(first_page(number) for number in NUMBER.findall(self.text))

    @cached_property
    def years(self) -> tuple[str, ...]:
        """Those told in running text only if there are no others: they are no article's own."""
        apart = "\n".join(line.text for line in self.lines if not _is_prose(line))
        years = YEAR_ALONE.findall(plain(apart)) or YEAR_ALONE.findall(self.text)
        return tuple(common_era(year) for year in years)

    @cached_property
    def sources(self) -> tuple[Source, ...]:
        """Every place in a journal that a line names."""
        found = (source_in(plain(line.text)) for line in self.lines)
        return tuple(source for source in found if source)

    @cached_property
    def issns(self) -> list[str]:
        return issns_in(self.text)

    @cached_property
    def identifiers(self) -> dict[str, list[str]]:
        return {"doi": dois_in(self.text), "pmid": pmids_in(self.text)}

    @property
    def heading(self) -> tuple[Source, ...]:
        """The one volume that a page names: a list of contents says above it all what it lists."""
        volumes = {source.volume for source in self.sources}
        return self.sources if len(volumes) == 1 else ()

    def around(self, title: Sequence[Line]) -> "Surroundings":
        """The title's own lines, those closely above and below it, and those beside it."""
        box, size = box_of(title), max(line.size for line in title)
        near = []
        for line in self.lines:
            rises, falls = box.top - line.box.middle, line.box.middle - box.bottom
            is_in_column = line.box.left < box.right + size and line.box.right > box.left - size
            is_near = rises < ABOVE * size and falls < BELOW * size
            is_beside = rises < 0 and falls < BESIDE_BELOW * size
            if (is_in_column and is_near) or is_beside:
                near.append(line)
        return Surroundings(tuple(near))

    def unbroken(self, title: Sequence[Line]) -> "Surroundings":
        """The lines that no gap parts from the title: gaps part the items of a list."""
        box = box_of(title)
        blank = WIDEST_BLANK * max(line.box.height for line in title)
        over = [_Span(line, box.top - line.box.bottom, line.box.height) for line in self.lines]
        under = [_Span(line, line.box.top - box.bottom, line.box.height) for line in self.lines]
        own = {*_without_gap(over, box.height, blank), *_without_gap(under, box.height, blank)}
        return Surroundings(tuple(line for line in self.lines if line in own))


class _Span(NamedTuple):
    """A line, how far from the title it begins, and how far it reaches from there."""

    line: Line
    distance: float
    height: float


def _without_gap(spans: Sequence[_Span], title: float, blank: float) -> Iterator[Line]:
    """The lines on one side of a title of some height, and beside it, up to a gap."""
    reached = 0.0
    for line, distance, height in sorted(spans, key=attrgetter("distance")):
        if distance - reached > blank:
            return
        if distance > -title:
            yield line
            reached = max(reached, distance + height)


def _is_prose(line: Line) -> bool:
    return len(SMALL_WORD.findall(line.text)) >= FEWEST_OF_PROSE
