"""Articles that the index knows and whose titles stand on the page, though no layout found them.

The index is asked about lines. A record that it answers with counts only if the page bears it out:
its title lies along the lines, and its names and numbers stand around it.
"""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import islice
from types import MappingProxyType

from chapwai.citations.citation import Citation
from chapwai.citations.lines import Line, confidence_of
from chapwai.citations.record import CitationIndex, Record
from chapwai.citations.resolve.acceptance import (
    Acceptance,
    acceptance_of,
    best_of,
)
from chapwai.citations.resolve.borne_out import borne_out
from chapwai.citations.resolve.evidence import IDENTIFIERS, Evidence, evidence_for
from chapwai.citations.resolve.merge import merged
from chapwai.citations.resolve.stretch import Sighting, Stretch
from chapwai.citations.resolve.surroundings import Surroundings
from chapwai.citations.resolve.titles import needs_company
from chapwai.citations.wording import letters_of, plain

# A question takes the index about 15 ms at 300 thousand records.
MOST_ASKED = 20
MOST_ALIKE = 20
# A title's line has at least so many letters, and says no more with more than so many.
FEWEST_LETTERS, MOST_LETTERS = 12, 60
MOST_FIGURES = 0.3
# So long a title is worth a question, though nothing stands beside it.
FEWEST_LETTERS_ALONE = 20
# On lines read so well a title is printed as the record has it (of 100), or it is another one.
LEGIBLE, ALIKE_IF_LEGIBLE = 0.93, 93
# Before or behind a title these make another article of it, whatever the rest says.
TWIN_BEFORE = re.compile(
    r"(?i)\b(?:errat(?:um|a)|corrigendum|correction|retract\w{1,4}|withdrawn|repl(?:y|ies)|"
    r"response|rejoinder|addendum|comment(?=\W{1,4}on))\W{1,4}(?:(?:to|on|of|for)\W{1,4})?$"
)
# A figure on the next line is the number of the next item.
TWIN_BEHIND = re.compile(r"(?i)[\s.:,-]{0,4}part\s?[2-9iv]|[ .:,-]{1,4}(?:[2-9]|i{2,3}|iv)\b")
LETTERS_BEFORE, LETTERS_BEHIND = 40, 12


@dataclass(frozen=True)
class Find:
    """An article of the index: what the page shows of it, how that agrees, and where it stands."""

    shown: Citation
    evidence: Evidence
    seen: Sighting

    @property
    def record(self) -> Record:
        return self.evidence.record

    @property
    def citation(self) -> Citation:
        """The article, with the screen's word for what the screen shows."""
        return merged(_agreeing(self.shown, self.evidence), self.record)

    @cached_property
    def is_sure(self) -> bool:
        """Whether the page bears out that it is this article, and not only its title."""
        return _is_taken(self)

    @property
    def is_named(self) -> bool:
        """Whether the page prints its whole title, and nothing that speaks against it."""
        is_telling = len(letters_of(self.record.title)) >= FEWEST_LETTERS_ALONE
        is_same = self.evidence.title.is_same and _is_printed_so(self)
        return is_telling and is_same and not self.evidence.against

    @property
    def size(self) -> float:
        """The size of the title's type."""
        return max(line.size for line in self.seen.lines)

    @property
    def is_at_its_place(self) -> bool:
        """Whether the page prints the very place of the article, or its identifier."""
        is_identified = any(self.evidence.says(name) for name in IDENTIFIERS)
        has_page = self.evidence.says("pages") and self.evidence.agreeing("authors", "journal") > 0
        return is_identified or has_page or self.evidence.says("volume", "pages")


def finds_on(
    stretches: Mapping[Line, Stretch], explained: Collection[Line], index: CitationIndex
) -> list[Find]:
    """What the lines that nobody has explained name, the most promising asked first.

    Those that are not sure are titles on the page, which more than one article may bear.
    """
    page = Surroundings(tuple(stretches))
    finds: list[Find] = []
    known = set(explained)
    for question, line in islice(_questions(stretches, known), MOST_ASKED):
        found = _finds_at(stretches[line], question, page, index)
        finds += found
        known.update(line for find in found if find.is_sure for line in find.seen.lines)
    return finds


def _questions(
    stretches: Mapping[Line, Stretch], known: Collection[Line]
) -> Iterator[tuple[str, Line]]:
    """What to ask and where it stands: single lines, then pairs, as a line's end breaks titles.

    What becomes known in between is not asked any more.
    """
    promising = sorted((line for line in stretches if _promise(line)), key=_promise, reverse=True)
    for line in promising:
        if line not in known:
            yield plain(line.text), line
    for line in promising:
        below = stretches[line].below(line)
        if line not in known and below is not None:
            yield plain(f"{line.text} {below.text}"), line


def _promise(line: Line) -> float:
    """How much like a title's a line is: long, legible, of words; 0 if it can be none."""
    letters = letters_of(line.text)
    figures = sum(sign.isdigit() for sign in letters)
    if len(letters) < FEWEST_LETTERS or figures > MOST_FIGURES * len(letters):
        return 0.0
    return min(MOST_LETTERS, len(letters)) * line.confidence


def _finds_at(
    stretch: Stretch, question: str, page: Surroundings, index: CitationIndex
) -> list[Find]:
    """The one article that is sure, otherwise all that may be meant."""
    records = index.with_title_like(question, most=MOST_ALIKE)
    sightings = [(record, seen) for record in records if (seen := stretch.seen(record.title))]
    finds = [_find(record, seen, page) for record, seen in sightings if not _is_twin(seen)]
    best = best_of([find.evidence for find in finds if find.is_sure])
    sure = [find for find in finds if find.evidence is best]
    return sure or [find for find in finds if find.is_named and not find.is_sure]


def _find(record: Record, seen: Sighting, page: Surroundings) -> Find:
    shown = borne_out(record, seen, page)
    return Find(shown, evidence_for(record, shown), seen)


def _is_twin(seen: Sighting) -> bool:
    """Whether the page's title is longer than the record's, and that of another article."""
    before, behind = seen.before[-LETTERS_BEFORE:], seen.behind[:LETTERS_BEHIND]
    return bool(TWIN_BEFORE.search(before) or TWIN_BEHIND.match(behind))


def _is_taken(find: Find) -> bool:
    """As any record, and a little stricter: what stands near may be a neighbour's."""
    if acceptance_of(find.evidence, find.shown) is not Acceptance.TAKEN:
        return False
    return find.is_at_its_place or (_is_printed_so(find) and _is_in_company(find))


def _is_printed_so(find: Find) -> bool:
    """Whether the title differs no more than the lines are hard to read."""
    is_legible = confidence_of(find.seen.lines) >= LEGIBLE
    return not is_legible or find.evidence.title.ratio >= ALIKE_IF_LEGIBLE


def _is_in_company(find: Find) -> bool:
    """Whether people and source agree: a neighbour may have the year, and the journal as well.

    The same people may have published the same words again, so the time must be seen; and before,
    as a preprint or at a meeting, so that a year alone needs the journal.
    """
    has_place = find.evidence.agreeing("volume", "pages") > 0
    if has_place and not needs_company(find.shown.title or ""):
        return find.evidence.says("authors")
    return find.evidence.says("authors", "journal", "year")


def _agreeing(shown: Citation, evidence: Evidence) -> Citation:
    """Only what page and record both say; what else stands there may be a neighbour's.

    But an article that appeared ahead of print is asked for by the year that the page has.
    """
    may_differ = {"authors", "year"} if evidence.years_apart == 1 else {"authors"}
    differ = {name for name in evidence.fields if not evidence.says(name)} - may_differ
    kept = {name: origin for name, origin in shown.origins.items() if name not in differ}
    return replace(
        shown,
        origins=MappingProxyType(kept),
        **dict.fromkeys(differ),  # type: ignore[arg-type]  # all of them may be None
    )
