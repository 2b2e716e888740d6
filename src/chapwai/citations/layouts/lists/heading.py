"""The journal and the issue that a table of contents names once, over its items."""

import re
from collections.abc import Sequence

from chapwai.citations.identifiers import issns_in
from chapwai.citations.layouts.articles.banner import whole_name
from chapwai.citations.layouts.parts.journal_words import could_be_journal
from chapwai.citations.layouts.sources.sources import Place, journal_alone
from chapwai.citations.lines import Line
from chapwai.citations.source_line import Source, only_year, source_in
from chapwai.citations.source_patterns import MONTH, YEAR
from chapwai.citations.wording import common_era, one_line, plain

EARLY = re.compile(
    r"(?i)latest articles|(?:online|e?pub(?:lished)?) (?:first|ahead of print)|first online|"
    r"early view|ahead of print|(?:articles )?in press|advance (?:articles|access)|just accepted"
)
NUMBER = r"(?:issue|number|no\.?)\s?:?\s?(?P<issue>\d{1,4}(?:[-/]\d{1,4})?)"
MONTHS = rf"{MONTH}\.?(?:\s?[-/]\s?{MONTH}\.?)?,?\s"
# Beside the volume: Pages 127-241 (April 2019), or the date alone, or behind the issue.
DATED = re.compile(
    rf"(?i)(?:{NUMBER}\W{{1,3}})?"
    r"(?:pages?|pp?\.?)?\s?(?:\w{1,8}\s?-\s?\w{1,8})?\W{0,3}(?:published\W{0,3})?(?:\d{1,2}\s)?"
    rf"(?:{MONTHS})?(?:\d{{1,2}},\s)?(?P<year>{YEAR})\W{{0,2}}"
)
ISSUE = re.compile(rf"(?i){NUMBER}(?:\W{{1,3}}(?:{MONTHS})?{YEAR})?\W{{0,2}}")
# So many sizes of type off, and no farther.
BESIDE = 3.0
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
            journal = _banner_over(lines, place)
            return Place(journal=journal, issn=issns[0]) if journal else None
    return None


def _over_early(lines: Sequence[Line]) -> Place | None:
    """The banner over the words for what has no issue yet: only a journal's own page has both."""
    for place, line in enumerate(lines):
        if EARLY.fullmatch(one_line(plain(line.text))):
            journal = _banner_over(lines, place)
            return Place(journal=journal) if journal else None
    return None


def _headed(lines: Sequence[Line], place: int, source: Source) -> Place:
    text = one_line(plain(lines[place].text))
    named = journal_alone(text[: source.start])
    return Place(
        # On a phone, the journal and its volume may be of one size.
        journal=named or _banner_over(lines, place, least=SAME_TYPE),
        year=source.year or only_year(text) or _year_beside(lines, place),
        volume=source.volume,
        issue=source.issue or _said_beside(lines, place, ISSUE, "issue"),
        issn=next((found for line in lines for found in issns_in(plain(line.text))), None),
    )


def _year_beside(lines: Sequence[Line], place: int) -> str | None:
    year = _said_beside(lines, place, DATED, "year")
    return common_era(year) if year else None


def _said_beside(
    lines: Sequence[Line], place: int, pattern: re.Pattern[str], name: str
) -> str | None:
    """What a line right over or under this one says, and nothing but that."""
    near = (line for line in lines if _is_beside(line, lines[place]))
    said = (pattern.fullmatch(one_line(plain(line.text))) for line in near)
    found = {match[name] for match in said if match}
    return found.pop() if len(found) == 1 else None


def _is_beside(line: Line, other: Line) -> bool:
    step = abs(line.box.middle - other.box.middle)
    is_over_or_under = line.box.left < other.box.right and other.box.left < line.box.right
    return line is not other and step < BESIDE * other.size and is_over_or_under


def _banner_over(lines: Sequence[Line], place: int, *, least: float = 1.0) -> str | None:
    """The name in the largest type over a line; of two, the lower: a site's stands at the top."""
    over = [line for line in lines[:place] if could_be_journal(line)]
    largest = max((line.size for line in over), default=0.0)
    if largest <= least * lines[place].size:
        return None
    lowest = [line for line in over if line.size >= SAME_TYPE * largest][-1]
    return whole_name(lowest, plain(lowest.text), over)
