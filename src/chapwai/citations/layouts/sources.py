"""The line of a list's item that says where the article stands: its journal and its numbers.

Catalogues and search engines write it in orders of their own, beside those that references and
publishers use. On a narrow page it runs over two or three lines.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from chapwai.citations.layouts.blocks import same_size, stands_under
from chapwai.citations.layouts.source_orders import listed_source_in
from chapwai.citations.lines import Line, text_of
from chapwai.citations.source_line import MONTH, YEAR, Source, expanded_pages, source_in
from chapwai.citations.wording import common_era, one_line, plain, repaired_journal

PAGES_ALONE = re.compile(
    r"^\W*(?:Pages?|pp?\.|หน้า|Article(?:\s*(?:No\.?|number|ID))?)\s*:?\s*(?P<pages>e?\d[\w.]{0,12}"
    r"(?:\s*-\s*[A-Za-z]?\d{1,6})?)(?=\s*(?:$|[|,;·•]|https?|doi))",
    re.IGNORECASE,
)
# In Journal Name (2019): hits that show no more.
IN_JOURNAL = re.compile(
    rf"^(?P<names>.{{3,300}}?)\sin\s(?P<journal>[A-Z].{{2,120}}?)\s*\((?P<year>{YEAR})\)"
)
# Journal. 2019 Mar 12. Online ahead of print: without a volume yet.
AHEAD = re.compile(
    rf"^(?P<journal>[^\W\d_][^.;]{{2,100}})\.\s*(?P<year>{YEAR})\b(?:\s*{MONTH}\b[\s\d-]{{0,8}})?[.;:]",
    re.IGNORECASE,
)
DATES_AROUND = re.compile(
    rf"(?i)^\W*(?:\d{{1,2}}\s)?(?:{MONTH}(?:\s*[-/]\s*{MONTH})?\s*\d{{0,2}}\W{{0,2}}\s*)?{YEAR}\W+(?=\w)"
    rf"|[\s,.(;|]{{0,6}}(?:\d{{1,2}}[\s/])?(?:{MONTH}\.?\s*(?:\d{{1,2}},?\s*)?)?{YEAR}(?:-\d{{2}}){{0,2}}"
    rf"(?:\s*{MONTH}\.?)?(?:\s*\d{{1,2}})?[\s),.;:|]{{0,6}}$|[\s,.(;|]{{0,6}}\d{{1,2}}/{YEAR}\W{{0,6}}$"
)
LEAD = re.compile(r"(?i)^\W*(?:published in|source|in|journal)\s*:\s*")
A_NUMBER = re.compile(
    rf"\b{YEAR}\b|\d\s*[(:]\s*\d|(?i:\bvol|\bpp?\.|\bpages?\b|\barticle\b|ปีที่|หน้า)"
)
MOST_SOURCE_LINES = 3
MOST_JOURNAL_LINES = 3
MOST_JOURNAL_WORDS = 16
# An average letter is this wide, in sizes of type.
LETTER_WIDTH = 0.5


@dataclass(frozen=True, kw_only=True)
class Found:
    """An item's source: where it begins among the page's lines, and what it says."""

    place: int
    lines: tuple[Line, ...]
    names: str = ""
    journal: str | None = None
    year: str | None = None
    volume: str | None = None
    issue: str | None = None
    pages: str | None = None


def source_at(lines: Sequence[Line], place: int) -> Found | None:
    """The source whose numbers begin on this line, in as few lines as it takes; None without."""
    if not A_NUMBER.search(plain(lines[place].text)):
        return None
    window = [lines[place]]
    best: Found | None = None
    for _ in range(MOST_SOURCE_LINES):
        found = _found(lines, place, window)
        if found and (best is None or (found.pages and not best.pages)):
            best = found
        following = _line_under(lines, place, window[-1])
        if (best and best.pages) or following is None:
            break
        window.append(following)
    return best


def place_of(text: str) -> Found | None:
    """What one text says of an article's place: its journal with the numbers, None without."""
    source = listed_source_in(text)
    journal = _journal(text[: source.start]) if source else None
    if source is None or journal is None:
        return None
    return Found(
        place=0,
        lines=(),
        journal=journal,
        year=source.year,
        volume=source.volume,
        issue=source.issue,
        pages=source.pages,
    )


def heading_source(lines: Sequence[Line]) -> Found | None:
    """The journal and the issue that a table of contents names once, over its items."""
    for place, line in enumerate(lines):
        source = source_in(one_line(plain(line.text)))
        if source and source.volume and not source.pages:
            return _headed(lines, place, source)
    return None


def _found(lines: Sequence[Line], place: int, window: Sequence[Line]) -> Found | None:
    text = one_line(plain(text_of(window)))
    first = one_line(plain(window[0].text))
    alone = PAGES_ALONE.match(first)
    if alone and not re.fullmatch(YEAR, alone["pages"]):
        pages = expanded_pages(alone["pages"])
        return Found(place=place, lines=tuple(window[:1]), pages=pages)
    return _numbered(lines, place, window, text, first) or _unnumbered(place, window, text)


def _numbered(
    lines: Sequence[Line], place: int, window: Sequence[Line], text: str, first: str
) -> Found | None:
    source = listed_source_in(text)
    if source is None or source.start >= len(first) or not (source.pages or source.is_telling):
        return None
    above = _journal_lines(lines, place, text[: source.start])
    head = one_line(plain(text_of(above)))
    journal = _journal(f"{head} {text[: source.start]}")
    if journal is None:
        return None
    year = source.year or _only_year(f"{head} {text}")
    return Found(
        place=place - _places_back(lines, place, above),
        lines=(*above, *window),
        journal=journal,
        year=year,
        volume=source.volume,
        issue=source.issue,
        pages=source.pages,
    )


def _unnumbered(place: int, window: Sequence[Line], text: str) -> Found | None:
    dated = IN_JOURNAL.match(text) or AHEAD.match(text)
    journal = _journal(dated["journal"]) if dated else None
    if dated is None or journal is None:
        return None
    names = dated.groupdict().get("names") or ""
    year = common_era(dated["year"])
    return Found(place=place, lines=tuple(window), names=names, journal=journal, year=year)


def _only_year(text: str) -> str | None:
    years = set(re.findall(rf"(?<!\d){YEAR}(?!\d)", text))
    return common_era(years.pop()) if len(years) == 1 else None


def _journal(text: str) -> str | None:
    """A name without the dates around it; a sentence, or a list of names, is none."""
    name = DATES_AROUND.sub("", LEAD.sub("", one_line(text)))
    name = DATES_AROUND.sub("", name).strip(" ,.;:|-•·>()/[]")
    is_name = sum(map(str.isalpha, name)) >= 2 and len(name.split()) <= MOST_JOURNAL_WORDS
    is_sentence = re.search(r"[;?!]|(?<=[^\W\d_]{3})\.\s(?=\w)|\.\.|…", name)
    return repaired_journal(name) if is_name and not is_sentence else None


def _journal_lines(lines: Sequence[Line], place: int, before: str) -> list[Line]:
    """The lines over this one on which the journal's long name begins: they are full."""
    above: list[Line] = []
    for line in reversed(lines[:place]):
        nearest = above[0] if above else lines[place]
        if len(above) == MOST_JOURNAL_LINES or not stands_under(line, nearest):
            continue
        if not (same_size(line, nearest) and _is_full(line, nearest, lines)) or _lists(line):
            break
        above.insert(0, line)
    return above


def _lists(line: Line) -> bool:
    """Whether a line has the marks between names, or figures that no journal's name has."""
    return bool(re.search(r"[,;\d?]", DATES_AROUND.sub("", plain(line.text))))


def _is_full(line: Line, following: Line, lines: Sequence[Line]) -> bool:
    """Whether the next line's first word would have had no room on this one."""
    word = following.text.split()[0] if following.text.split() else ""
    needed = (len(word) + 1) * LETTER_WIDTH * line.size
    edge = max(other.box.right for other in lines if other.box.left < line.box.right)
    return line.box.right + needed > edge


def _places_back(lines: Sequence[Line], place: int, above: Sequence[Line]) -> int:
    return place - lines.index(above[0]) if above else 0


def _line_under(lines: Sequence[Line], place: int, line: Line) -> Line | None:
    below = (other for other in lines[place + 1 : place + 8] if stands_under(line, other))
    return next((other for other in below if same_size(line, other)), None)


def _headed(lines: Sequence[Line], place: int, source: Source) -> Found:
    text = one_line(plain(lines[place].text))
    named = _journal(text[: source.start])
    over = [line for line in lines[:place] if len(line.text.split()) <= MOST_JOURNAL_WORDS]
    largest = max(over, key=lambda line: line.size, default=None)
    if named is None and largest and largest.size > lines[place].size:
        named = _journal(plain(largest.text))
    year = source.year or _only_year(text)
    return Found(
        place=place,
        lines=(),
        journal=named,
        year=year,
        volume=source.volume,
        issue=source.issue,
    )
