"""From what was read to the right article: ask the sources in turn, take one record or none.

An identifier is a fact only when it was read exactly or its record's title agrees; one whose
record has another title is void. Without an identifier the title finds the record, without a
readable title its place in the journal does. What only may be the article is offered to the
reader and fills in nothing.
"""

import re
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import replace
from functools import partial
from typing import Protocol

from chapwai.citations.citation import Citation, Reading
from chapwai.citations.cut_marks import without_cut_mark
from chapwai.citations.judge import verdict_on
from chapwai.citations.lines import Line
from chapwai.citations.record import CitationIndex, Record
from chapwai.citations.resolve.acceptance import (
    PLACE,
    Acceptance,
    acceptance_of,
    best_of,
    same_paper,
)
from chapwai.citations.resolve.complete import completed
from chapwai.citations.resolve.evidence import (
    IDENTIFIERS,
    Evidence,
    evidence_for,
    years_apart,
)
from chapwai.citations.resolve.merge import merged
from chapwai.citations.resolve.surroundings import Surroundings
from chapwai.citations.resolve.void import without_void_identifiers
from chapwai.citations.resolve.weak import without_weak_numbers

Question = Callable[[Citation], list[Record]]

# Four figures that the engine for them left open.
UNREAD_YEAR = re.compile(r"(?<!\?)\?{4}(?!\?)")
MOST_BY_TITLE = 10
MOST_BY_PLACE = 20
MOST_OFFERED = 5
# What one record of a paper may say and another leave out.
COMPLETED = ("abbreviation", "issns", "volume", "issue", "pages", "doi", "pmid", "pmcid")


class OnlineSources(Protocol):
    """Services outside, asked only for what no index at home answers. They raise nothing."""

    def identified(self, *, doi: str | None, pmid: str | None, pmcid: str | None) -> list[Record]:
        """The records that bear any of these identifiers."""

    def described(self, citation: Citation) -> list[Record]:
        """Records that may be the article, to be checked by the caller."""


def resolved_reading(
    reading: Reading, *, index: CitationIndex | None, online: OnlineSources | None = None
) -> Reading:
    """The reading with each of its citations resolved, and a verdict on the result."""
    years = _years_on(reading.lines)
    citations = tuple(
        resolved(one, index=index, online=online, years=years) for one in reading.citations
    )
    if index:
        citations = completed(citations, reading.lines, index)
    verdict = verdict_on(citations) if citations else reading.verdict
    return replace(reading, citations=citations, verdict=verdict)


def resolved(
    citation: Citation,
    *,
    index: CitationIndex | None,
    online: OnlineSources | None = None,
    years: Collection[str] = (),
) -> Citation:
    """The citation with all that the article's record says, or with candidates to choose from.

    `years` are all that the page prints, whatever was made of them.
    """
    looked_at: list[Evidence] = []
    for question in _questions(index, online):
        looked_at += _new(question(citation), looked_at, citation)
        taken = [one for one in looked_at if _is_taken(one, citation, years)]
        if best := best_of(taken):
            kept = without_void_identifiers(citation, looked_at, article=best.record)
            return merged(kept, _completed(best.record, taken))
    return _offered(without_void_identifiers(citation, looked_at), looked_at)


def _is_taken(evidence: Evidence, citation: Citation, years: Collection[str]) -> bool:
    """Whether the record is the article, and not one by the same people of a year not printed.

    Where the layout found no place at all, the years of the page still say which one is not meant.
    """
    if acceptance_of(evidence, citation) is not Acceptance.TAKEN:
        return False
    if evidence.agreeing(*PLACE, *IDENTIFIERS) or not years or evidence.record.year is None:
        return True
    apart = 0 if evidence.record.is_placed else 1  # ahead of print a year may lie between the two
    return any(years_apart(year, evidence.record.year) in range(apart + 1) for year in years)


def _years_on(lines: Sequence[Line]) -> tuple[str, ...]:
    """The years that the page prints; those whose Thai figures nobody could read are some, too."""
    page = Surroundings(tuple(lines))
    return (*page.years, *UNREAD_YEAR.findall(page.text))


def _questions(index: CitationIndex | None, online: OnlineSources | None) -> list[Question]:
    """What can be asked, in order; a later question is only put if no earlier one settled it."""
    questions: list[Question] = []
    if index:
        ways = (_identified, _with_its_title, _at_its_place)
        questions += [partial(way, index) for way in ways]
    if online:
        questions += [partial(_identified, online), online.described]
    return questions


def _identified(source: CitationIndex | OnlineSources, citation: Citation) -> list[Record]:
    return source.identified(doi=citation.doi, pmid=citation.pmid, pmcid=citation.pmcid)


def _with_its_title(index: CitationIndex, citation: Citation) -> list[Record]:
    title = without_cut_mark(citation.title or "")
    return index.with_title_like(title, most=MOST_BY_TITLE) if title else []


def _at_its_place(index: CitationIndex, citation: Citation) -> list[Record]:
    if not citation.volume or not citation.pages:
        return []
    page = citation.pages.split("-")[0]
    return index.at_place(
        volume=citation.volume, first_page=page, year=citation.year, most=MOST_BY_PLACE
    )


def _new(
    records: Iterable[Record], looked_at: Sequence[Evidence], citation: Citation
) -> list[Evidence]:
    known = [evidence.record for evidence in looked_at]
    return [evidence_for(record, citation) for record in records if record not in known]


def _completed(record: Record, taken: Sequence[Evidence]) -> Record:
    """With what only other records of the same paper say: one has the PMID, one the DOI."""
    for other in (evidence.record for evidence in taken):
        if same_paper(record, other):
            missing = {name for name in COMPLETED if not getattr(record, name)}
            record = replace(record, **{name: getattr(other, name) for name in missing})
    return record


def _offered(citation: Citation, looked_at: Sequence[Evidence]) -> Citation:
    """With the records that may be the article, the likeliest first, each article once."""
    in_order = sorted(looked_at, key=lambda evidence: evidence.weight, reverse=True)
    worth = [one.record for one in in_order if acceptance_of(one, citation) > Acceptance.LEFT]
    once: list[Record] = []
    for record in worth:
        if not any(same_paper(record, other) for other in once):
            once.append(record)
    return replace(without_weak_numbers(citation), candidates=tuple(once[:MOST_OFFERED]))
