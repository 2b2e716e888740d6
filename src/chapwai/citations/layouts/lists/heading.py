"""The journal and the issue that a table of contents names once, over its items."""

import re
from collections.abc import Sequence

from chapwai.citations.identifiers import issns_in
from chapwai.citations.layouts.sources.sources import MOST_JOURNAL_WORDS, Place, journal_alone
from chapwai.citations.lines import Line, text_of
from chapwai.citations.source_line import Source, only_year, source_in
from chapwai.citations.source_patterns import A_FIGURE
from chapwai.citations.wording import one_line, plain

EARLY = re.compile(
    r"(?i)latest articles|(?:online|e?pub(?:lished)?) (?:first|ahead of print)|first online|"
    r"early view|ahead of print|(?:articles )?in press|advance (?:articles|access)|just accepted"
)
# Lines of one type, one of which has no letter that goes below.
SAME_TYPE = 0.8


def heading_place(lines: Sequence[Line]) -> Place | None:
    """The journal and the issue that a table of contents names once, over its items."""
    for place, line in enumerate(lines):
        source = source_in(one_line(plain(line.text)))
        if source and source.volume and not source.pages:
            return _headed(lines, place, source)
    return _over_issn(lines) or _over_early(lines)


def _over_issn(lines: Sequence[Line]) -> Place | None:
    """The banner with its ISSN right below, where articles are listed before their issue."""
    for place, line in enumerate(lines):
        if issns := issns_in(plain(line.text)):
            journal = journal_alone(_banner_over(lines, place))
            return Place(journal=journal, issn=issns[0]) if journal else None
    return None


def _over_early(lines: Sequence[Line]) -> Place | None:
    """The banner over the words for what has no issue yet: only a journal's own page has both."""
    for place, line in enumerate(lines):
        if EARLY.fullmatch(one_line(plain(line.text))):
            journal = journal_alone(_banner_over(lines, place))
            return Place(journal=journal) if journal else None
    return None


def _headed(lines: Sequence[Line], place: int, source: Source) -> Place:
    text = one_line(plain(lines[place].text))
    named = journal_alone(text[: source.start])
    return Place(
        journal=named or journal_alone(_banner_over(lines, place)),
        year=source.year or only_year(text),
        volume=source.volume,
        issue=source.issue,
        issn=next((found for line in lines for found in issns_in(plain(line.text))), None),
    )


def _banner_over(lines: Sequence[Line], place: int) -> str:
    """What stands in the largest type over a line, on one line or on several."""
    over = [line for line in lines[:place] if _could_be_banner(line.text)]
    largest = max((line.size for line in over), default=0.0)
    if largest <= lines[place].size:
        return ""
    return plain(text_of([line for line in over if line.size >= SAME_TYPE * largest]))


def _could_be_banner(text: str) -> bool:
    return len(text.split()) <= MOST_JOURNAL_WORDS and not A_FIGURE.search(text)
