"""Lists of Thai articles: hits of a search over journals, the contents of an issue.

The title, in one line or more
First name and surname, another one
วารสาร… ปีที่ 12 ฉบับที่ 3 (2562): กันยายน - ธันวาคม 2562 หน้า 41-50

Authors come before the source or after it. In an issue's contents only the pages stand there, and
the rest is said once, over all articles.
"""

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from chapwai.citations import identifiers
from chapwai.citations.description import Description
from chapwai.citations.layouts.parts.blocks import same_size, shares_column, stands_under
from chapwai.citations.layouts.parts.card_words import begins_with_control
from chapwai.citations.layouts.thai.author_lines import authors_on
from chapwai.citations.layouts.thai.journal_names import banner_name, name_before_numbers
from chapwai.citations.layouts.thai.parts import (
    JOURNAL_START,
    is_names,
    joined_text,
    tidy_title,
)
from chapwai.citations.lines import Line
from chapwai.citations.source_line import Source, expanded_pages
from chapwai.citations.thai_source import thai_sources_in
from chapwai.citations.wording import is_thai, plain

FEWEST_HITS = 2
FEWEST_TITLE_LETTERS = 8
# Where an issue is named, its figures may be unread.
NAMES_ISSUE = re.compile(r"(?:ปี|ฉบับ)ที่\s?[\d?]")
PAGES_ALONE = re.compile(r"^\W*(?:หน้า|น\.|pp?\.)?\s?(?P<pages>\d{1,4}\s?-\s?\d{1,4})\W*$")
MOST_SOURCE_LINES = 3
MOST_LINES_OF_NAMES = 6
MOST_TITLE_LINES = 5
NOTHING = Source(year=None, volume=None, issue=None, pages=None, start=0, end=0)


@dataclass(frozen=True)
class Hit:
    """One article's lines by what they say."""

    title: list[Line]
    names: list[Line]
    source: list[Line]

    @property
    def lines(self) -> tuple[Line, ...]:
        return (*self.title, *self.names, *self.source)


def read_thai_hits(lines: Sequence[Line]) -> list[Description]:
    """Describe each article of a list in reading order, empty if the page is none."""
    hits = list(_hits(lines))
    if len(hits) < FEWEST_HITS or not any(is_thai(joined_text(hit.source)) for hit in hits):
        return []
    top = hits[0].title[0].box.top
    heading = [line for line in lines if line.box.middle < top]
    return [_description(hit, heading, lines) for hit in [*hits, *_cut_hit(hits[-1], lines)]]


def _hits(lines: Sequence[Line]) -> Iterator[Hit]:
    taken: set[Line] = set()
    for place, line in enumerate(lines):
        text = plain(line.text)
        if line in taken or not (NAMES_ISSUE.search(text) or PAGES_ALONE.search(text)):
            continue
        hit = _hit(line, [above for above in lines[:place] if above not in taken], lines)
        if hit:
            taken.update(hit.lines)
            yield hit


def _hit(numbers: Line, above: Sequence[Line], lines: Sequence[Line]) -> Hit | None:
    source = [*_name_over(numbers, above), numbers]
    source += _rest_of_source(source, lines)
    column = _column_over(source[0], above)
    names = names_at_end(column)
    title = _title_at_end(column[: len(column) - len(names)])
    names = names or _names_under(source[-1], lines)
    return Hit(title, names, source) if title and names else None


def _name_over(numbers: Line, above: Sequence[Line]) -> list[Line]:
    """The lines over the numbers on which the journal's name begins."""
    if JOURNAL_START.search(plain(numbers.text)):
        return []
    column = _column_over(numbers, above)[-MOST_SOURCE_LINES + 1 :]
    places = [n for n, line in enumerate(column) if JOURNAL_START.search(plain(line.text))]
    return column[places[-1] :] if places else []


def _rest_of_source(source: Sequence[Line], lines: Sequence[Line]) -> list[Line]:
    """The line under the numbers on which the pages stand, if they do not stand with them."""
    if source_of(source).pages:
        return []
    under = (line for line in lines if line not in source and stands_under(source[-1], line))
    below = next(under, None)
    is_rest = below and same_size(source[-1], below) and source_of([*source, below]).pages
    return [below] if below and is_rest else []


def _column_over(line: Line, above: Sequence[Line]) -> list[Line]:
    """The lines that end directly over this one, without buttons between them."""
    column: list[Line] = []
    for other in reversed(above):
        lowest = column[0] if column else line
        if other.box.middle >= line.box.middle or not shares_column(line, other):
            continue
        if not stands_under(other, lowest) or begins_with_control(other.text):
            break
        column.insert(0, other)
    return column


def names_at_end(column: Sequence[Line]) -> list[Line]:
    """The lines at the end that list names; a surname may stand alone on the last of them."""
    start = len(column)
    while start and len(column) - start < MOST_LINES_OF_NAMES and _lists_names(column, start - 1):
        start -= 1
    return list(column[start:])


def _lists_names(column: Sequence[Line], place: int) -> bool:
    if is_names(column[place]):
        return True
    is_rest = len(plain(column[place].text).split()) == 1
    return is_rest and place > 0 and is_names(column[place - 1])


def _title_at_end(column: Sequence[Line]) -> list[Line]:
    title: list[Line] = []
    for line in reversed(column[-MOST_TITLE_LINES:]):
        if title and not same_size(title[-1], line):
            break
        title.insert(0, line)
    letters = sum(map(str.isalpha, joined_text(title))) if title else 0
    return title if letters >= FEWEST_TITLE_LETTERS else []


def _names_under(last: Line, lines: Sequence[Line]) -> list[Line]:
    names: list[Line] = []
    for line in lines:
        if stands_under(names[-1] if names else last, line):
            if not is_names(line):
                break
            names.append(line)
    return names


def _cut_hit(last: Hit, lines: Sequence[Line]) -> list[Hit]:
    """The title and the names under the last hit, whose source is below the picture."""
    end = max(line.box.bottom for line in last.lines)
    below = [line for line in lines if line.box.middle > end]
    column = [line for line in below if shares_column(last.title[0], line)]
    own = list(itertools.dropwhile(lambda line: begins_with_control(line.text), column))
    names = names_at_end(own)
    title = own[: len(own) - len(names)]
    is_whole = names and title and title == _title_at_end(title)
    return [Hit(title, names, [])] if is_whole and same_size(title[0], last.title[0]) else []


def _description(hit: Hit, heading: Sequence[Line], lines: Sequence[Line]) -> Description:
    text = joined_text(hit.source)
    own = source_of(hit.source)
    common = own if NAMES_ISSUE.search(text) else source_of(heading)
    return Description(
        title=tidy_title(hit.title),
        authors=authors_on(hit.names),
        journal=journal_before(text, own) or journal_over(heading),
        year=own.year or common.year,
        volume=own.volume or common.volume,
        issue=own.issue or common.issue,
        pages=own.pages,
        dois=tuple(_dois_under(hit, lines)),
        lines=hit.lines,
    )


def source_of(lines: Sequence[Line]) -> Source:
    text = joined_text(lines)
    if alone := PAGES_ALONE.search(text):
        return replace(NOTHING, pages=expanded_pages(alone["pages"]))
    return next(iter(thai_sources_in(text)), NOTHING)


def journal_before(text: str, own: Source) -> str | None:
    """The name in an item's own source, also before figures that were not read."""
    issue = NAMES_ISSUE.search(text)
    return name_before_numbers(text[: own.start or issue.start()]) if issue else None


def journal_over(heading: Sequence[Line]) -> str | None:
    """The journal whose issue the list is; over hits of many journals stands the site's name."""
    text = joined_text(heading)
    issue = NAMES_ISSUE.search(text)
    banners = (name for line in heading if (name := banner_name(plain(line.text))))
    return next(banners, name_before_numbers(text[: issue.start()])) if issue else None


def _dois_under(hit: Hit, lines: Sequence[Line]) -> list[str]:
    """Those of the lines down to the next article."""
    last = hit.lines[-1]
    dois: list[str] = []
    for line in lines:
        if stands_under(last, line):
            last = line
            dois += identifiers.dois_in(plain(line.text))
    return dois
