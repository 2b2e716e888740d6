"""An article in a Thai journal: its page on a journal site, or the first page of its PDF.

วารสาร … ปีที่ 12 ฉบับที่ 3 (2562): กันยายน - ธันวาคม 2562
The title, the largest running text, in Thai or in English under a Thai menu
The authors, each over a place of work, or all in one line with raised figures
DOI, abstract; beside or below: how to cite it, in which issue it is

The same numbers stand on such a page two or three times, so a misread one is outvoted.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from rapidfuzz import fuzz

from chapwai.citations import identifiers
from chapwai.citations.description import Description
from chapwai.citations.layouts.thai.author_lines import author_lines, authors_on
from chapwai.citations.layouts.thai.journal_names import banner_name, name_before_numbers
from chapwai.citations.layouts.thai.parts import (
    OTHER_ARTICLES,
    columns,
    joined_text,
    paragraphs,
    tidy_title,
    title_lines,
)
from chapwai.citations.lines import Line
from chapwai.citations.possible_pages import possible_pages
from chapwai.citations.source_line import Source, expanded_pages
from chapwai.citations.source_patterns import YEAR
from chapwai.citations.thai_source import thai_sources_in
from chapwai.citations.wording import common_era, is_thai, letters_of, plain

TELLTALE = re.compile(
    r"วารสาร|เวชสาร|ปีที่?\s?\d|ฉบับที่?\s?\d|บทคัดย่อ|เผยแพร่|ผู้แต่ง|คำสำคัญ|รูปแบบการอ้างอิง|เอกสารย้อนหลัง"
)
FEWEST_THAI_LINES = 3
# Specks are read with less.
LEAST_CONFIDENCE = 0.5
# Dust, icons, and marks under a line that were taken for lines of their own.
LONGEST_SPECK = 2
SPLIT_DOI = re.compile(r"10\.\d{4,9}/[^\s]{0,60}\s[\d./_-]")
CITED_YEAR = re.compile(rf"[.,] \(({YEAR})\)\s?\.")
# Pages in a line of their own, what counts the visitors behind them: หน้า 41-50 | เข้าชม 97 ครั้ง
PAGES_LINE = re.compile(
    r"^\W{0,3}(?:เลข)?หน้า(?:ที่)?\s?:?\s?(?P<pages>\d{1,5}\s?-\s?\d{1,5})\s?(?:[|•·(].*)?$"
)
SAME_NAME = 85
MOST_LETTERS_APART = 3


def read_thai_journal(lines: Sequence[Line]) -> Description | None:
    """Describe the article of the page, None if it is not one of a Thai journal."""
    own = list(_own_lines(lines))
    text = "\n".join(plain(line.text) for line in own)
    title = title_lines(own) if _is_thai_page(own, text) else []
    if not title:
        return None
    authors = author_lines(title, own)
    sightings = list(_sightings(own))
    source = _agreed_source([source for _, source in sightings])
    cited = _cited(own, source)
    return Description(
        title=tidy_title(title),
        authors=authors_on(authors),
        journal=_journal(own, sightings),
        year=source.year or cited.year,
        volume=source.volume,
        issue=source.issue,
        pages=source.pages or cited.pages or _pages_on(own),
        issn=next(iter(identifiers.issns_in(text)), None),
        dois=tuple(doi for line in own for doi in whole_dois(plain(line.text))),
        pmids=tuple(identifiers.pmids_in(text)),
        lines=tuple(dict.fromkeys([*title, *authors, *_telling(own)])),
    )


def _is_thai_page(lines: Sequence[Line], text: str) -> bool:
    thai = sum(is_thai(line.text) for line in lines)
    return thai >= FEWEST_THAI_LINES and bool(TELLTALE.search(text))


def _own_lines(lines: Sequence[Line]) -> Iterator[Line]:
    """Down to where the page goes on about other articles, without specks."""
    for line in lines:
        if len(line.text) <= LONGEST_SPECK and line.confidence < LEAST_CONFIDENCE:
            continue
        if OTHER_ARTICLES.search(plain(line.text)):
            return
        yield line


def _sightings(lines: Sequence[Line]) -> Iterator[tuple[str, Source]]:
    """Every place that names a volume, with the text before it."""
    for column in columns(lines):
        text = joined_text(column)
        for source in thai_sources_in(text):
            yield text[: source.start], source


def whole_dois(text: str) -> list[str]:
    """The DOIs of a line, unless a space was seen where it may go on: 10.5555/thj 2020.376."""
    return [] if SPLIT_DOI.search(text) else identifiers.dois_in(text)


def _agreed_source(sources: Sequence[Source]) -> Source:
    """Of each field what is seen most often."""
    return Source(
        year=_elected(source.year for source in sources),
        volume=_elected(source.volume for source in sources),
        issue=_elected(source.issue for source in sources),
        pages=_elected(source.pages for source in sources),
        start=0,
        end=0,
    )


def _cited(lines: Sequence[Line], source: Source) -> Source:
    """Year and pages of a reference that is too misread to be one: (2563). … 261), 461-471."""
    text = " ".join(plain(line.text) for line in lines)
    years = [common_era(year) for year in CITED_YEAR.findall(text)]
    pages = _pages_behind(source.volume, source.issue, text)
    return replace(source, year=_elected(years), pages=_elected(pages))


def _pages_behind(volume: str | None, issue: str | None, text: str) -> list[str]:
    """What stands behind these two numbers, whatever stands between them."""
    if not (volume and issue):
        return []
    place = rf"(?<!\d){re.escape(volume)}\W{{0,2}}{re.escape(issue)}\W{{1,4}}"
    return [
        expanded_pages(pages) for pages in re.findall(rf"{place}(\d{{1,4}}-\d{{1,4}})(?!\d)", text)
    ]


def _pages_on(lines: Sequence[Line]) -> str | None:
    """Those of the lines that say pages and nothing else of the article."""
    said = (PAGES_LINE.search(plain(line.text)) for line in lines)
    return _elected(possible_pages(expanded_pages(one["pages"])) for one in said if one)


def _elected(values: Iterable[str | None]) -> str | None:
    """What is seen most often; None when two values are seen equally often."""
    votes = Counter(value for value in values if value).most_common(2)
    if len(votes) > 1 and votes[0][1] == votes[1][1]:
        return None
    return votes[0][0] if votes else None


def _journal(lines: Sequence[Line], sightings: Sequence[tuple[str, Source]]) -> str | None:
    """The name that stands before numbers, as the page's banner has it if that is the same."""
    before = [name for text, _ in sightings if (name := name_before_numbers(text))]
    banners = list(_banners(lines))
    same = [banner for banner in banners if any(_is_same(banner, name) for name in before)]
    return next(iter([*same, *before, *banners]), None)


def _banners(lines: Sequence[Line]) -> Iterator[str]:
    """Names that begin a block, with the second line they need on a phone or without it."""
    for block in paragraphs(lines):
        for count in (2, 1):
            text = plain(joined_text(block[:count]))
            if len(block) >= count and (name := banner_name(text)):
                yield name


def _is_same(one: str, other: str) -> bool:
    """But for a few letters: larger type is read better."""
    one, other = letters_of(one), letters_of(other)
    near = abs(len(one) - len(other)) <= MOST_LETTERS_APART
    return near and fuzz.ratio(one, other) >= SAME_NAME


def _telling(lines: Sequence[Line]) -> list[Line]:
    """The lines with numbers and names that a second look should see again."""
    return [
        line
        for line in lines
        if identifiers.dois_in(plain(line.text)) or thai_sources_in(plain(line.text))
    ]
