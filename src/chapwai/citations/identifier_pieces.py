"""The parts of a page's lines in which identifiers stand.

In a list each of them is somebody's article, and most stand at the end of a long line, of which
nothing else needs a second look.
"""

import functools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from rapidfuzz import fuzz

from chapwai.citations.identifiers import dois_in, pmids_in
from chapwai.citations.layouts.parts.running import goes_on, is_open
from chapwai.citations.lines import Line, confidence_of
from chapwai.citations.wording import letters_of, plain

# Engines glue a label to the figures before it: 250-259PMID.
LABELLED_PMID = r"(?<![A-Za-z])(?i:PM[I1l]D)\b"
# The address before a DOI is the same for all, and needs no second look.
BEGINS_ITSELF = re.compile(rf"10\.\d{{4}}|{LABELLED_PMID}|\bUI\s?:\s?\d")
BEGINS = re.compile(rf"(?i:https?:|www\.|\bdoi\b)|{BEGINS_ITSELF.pattern}")
# On PubMed's lines a DOI follows; of a piece with both, figures that repeat were lost.
WHOLE_PMID = re.compile(rf"{LABELLED_PMID}\W{{0,3}}[1-9]\d{{5,7}}(?!\d)")
BEGINS_DOI = re.compile(r"10\.\d{4}")
# A PMID below its label.
ALONE = re.compile(r"\s?[1-9]\d{6,7}\s?")
# Letters differ in width, so the place of one is known to within a few.
SPARE_LETTERS = 6
# Of two looks at one line so much is alike (of 100).
LEAST_ALIKE = 60
# A DOI's first half names who registered it, by four figures or more; engines lose the dot in it,
# and some of several equal figures: 10.111/ and 101111/.
WHOLE_PREFIX = re.compile(r"\b10\.\d{4,9}/")
PREFIX = re.compile(r"\b10\.?\d{1,9}/")


@dataclass(frozen=True)
class Piece:
    """The part of a line where an identifier begins or goes on: to its end, unless another does."""

    line: Line
    start: int
    end: int | None = None

    @property
    def part(self) -> Line:
        """The piece as a line of its own, with a few letters around it."""
        text, box = self.line.text, self.line.box
        start, end = max(0, self.start - SPARE_LETTERS), len(text)
        if self.end is not None:
            end = min(end, self.end + SPARE_LETTERS)
        letter = box.width / len(text)
        sides = replace(box, left=box.left + letter * start, right=box.left + letter * end)
        return replace(self.line, text=text[start:end], box=sides)

    @functools.cached_property
    def identifiers(self) -> frozenset[str]:
        """All that stand in it, or begin there."""
        return identifiers_in(self.line.text[self.start : self.end])

    def read_again(self, seen: Sequence[Line], on: Line) -> Line:
        """The line as it is known by now, with what was seen on this piece of it.

        Nothing changes if that is another line's, or no identifier.
        """
        seen_again = self._most_alike(seen)
        if seen_again is None:
            return on
        text = _with_whole_prefix(seen_again.text, self.part.text)
        again = replace(seen_again, text=text)
        if self.end is not None:
            return _with_pmid(on, again)
        if not self.start:
            return replace(again, box=on.box)
        return _spliced(on, again, least=max(0, self.start - SPARE_LETTERS))

    def _most_alike(self, seen: Sequence[Line]) -> Line | None:
        """The line seen, or all of them as one: on a tall box there may be parts of neighbours."""
        if not seen:
            return None
        together = Line(" ".join(line.text for line in seen), self.line.box, confidence_of(seen))
        best = max((*seen, together), key=self._likeness)
        return best if self._likeness(best) >= LEAST_ALIKE else None

    def _likeness(self, line: Line) -> float:
        return fuzz.ratio(letters_of(self.part.text), letters_of(line.text))


def identifiers_in(text: str) -> frozenset[str]:
    """The DOIs and PMIDs that stand in a line as it was read, or begin there."""
    return frozenset((*dois_in(plain(text)), *pmids_in(plain(text))))


def _with_pmid(line: Line, again: Line) -> Line:
    """The line with the PMID that was seen again."""
    known, seen = WHOLE_PMID.search(line.text), WHOLE_PMID.search(again.text)
    if not known or not seen:
        return line
    rest = replace(line, text=line.text[: known.start()] + line.text[known.end() :])
    text = line.text[: known.start()] + seen.group() + line.text[known.end() :]
    return Line(text, line.box, confidence_of([rest, again]))


def _spliced(line: Line, again: Line, *, least: int) -> Line:
    """The line with what was seen again from where an identifier begins on both."""
    for begins in (BEGINS_ITSELF, BEGINS):
        known, seen = begins.search(line.text, least), begins.search(again.text)
        if known and seen:
            front = replace(line, text=line.text[: known.start()])
            text = front.text + again.text[seen.start() :]
            return Line(text, line.box, confidence_of([front, again]))
    return line


def _beginning(text: str) -> int | None:
    """Where the first identifier begins, without the address before it unless it is misread."""
    begins = BEGINS_ITSELF.search(text) or BEGINS.search(text)
    return begins.start() if begins else None


def _with_whole_prefix(again: str, before: str) -> str:
    """What was seen again, with the DOI's first half as it was before if only figures were lost."""
    whole, seen = WHOLE_PREFIX.search(before), PREFIX.search(again)
    if not whole or not seen or WHOLE_PREFIX.fullmatch(seen.group()):
        return again
    is_same = _without_repeats(whole.group()) == _without_repeats(seen.group())
    return again[: seen.start()] + whole.group() + again[seen.end() :] if is_same else again


def _without_repeats(prefix: str) -> str:
    return re.sub(r"(\d)\1+", r"\1", prefix.replace(".", ""))


def names_an_article(line: Line) -> bool:
    """Whether a DOI or a PMID stands in the line, also below its label, or a DOI begins in it."""
    text = plain(line.text)
    return bool(dois_in(text) or pmids_in(text) or is_open(text) or ALONE.fullmatch(text))


def pieces_of(lines: Sequence[Line]) -> Iterator[Piece]:
    """Where identifiers stand on an item's lines, also the rest of one that is broken."""
    for before, line in pairwise([None, *lines]):
        if line is None:
            continue
        if ALONE.fullmatch(line.text) or (before is not None and goes_on(before, line)):
            yield Piece(line, 0)
        elif names_an_article(line):
            yield from _pieces_on(line)


def _pieces_on(line: Line) -> Iterator[Piece]:
    pmid = WHOLE_PMID.search(line.text)
    doi = BEGINS_DOI.search(line.text, pmid.end()) if pmid else None
    if pmid and doi:
        yield Piece(line, pmid.start(), pmid.end())
        yield Piece(line, doi.start())
    elif (begins := _beginning(line.text)) is not None:
        yield Piece(line, begins)
