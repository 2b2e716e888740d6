"""Where an article stands, as Thai journals print it: ปีที่ 12 ฉบับที่ 3 (2562) หน้า 41-50.

Years are Buddhist, in brackets or behind a month; a tone mark more or less is an engine's fault.
"""

import re
from dataclasses import replace

from chapwai.citations.source_line import Source, expanded_pages, only_year, source_in
from chapwai.citations.source_patterns import PAGES, YEAR
from chapwai.citations.wording import common_era

THE = "ท[ีิ]?[่้]?"  # ที่, as it is read
SPECIAL = r"(?:พิเศษ|เพิ่มเติม|เสริม|ผนวก)"
ISSUE = rf"(?P<issue>\d{{1,3}}(?:\s?[-/]\s?\d{{1,3}})?|{SPECIAL}(?:\s?\d{{1,2}})?)(?![\d?])"
THE_ISSUE = rf"[ฉจถ][บม]ั?[บนท](?:{THE})?\s?{ISSUE}"
# What stands for a figure that was not read.
UNREAD = "?"
SPELLED = re.compile(
    rf"(?:(?<!ชั้น)ป[ี๊ิ]?{THE}|(?<![A-Za-z])[Vv]ol(?:ume)?\s?[.,]?|เล่ม{THE})\s?(?P<volume>\d{{1,4}})"
    rf"(?![\d?])\s?[,;:|.]?\s?(?:(?:[ฉจถ][บม]ั?[บนท](?:{THE})?|เล่ม{THE}|[Nn][o0]\s?[.,]?|[Ii]ssue\s?)"
    rf"\s?{ISSUE})?"
)
# The word for volume may be misread beyond recognition; nothing else is counted before an issue.
VOLUME_UNSAID = re.compile(rf"(?<![\d/.-])(?P<volume>(?!0)\d{{1,3}})\s?,?\s?{THE_ISSUE}")
IN_BRACKETS = re.compile(rf"\(\s?(?:พ\s?\.?\s?ศ\s?\.?\s?)?(?P<year>{YEAR})\s?\)")
PAGES_SAID = re.compile(
    rf"(?:เลข)?หน้?า(?:{THE})?\s?:?\s?{PAGES}(?!\d)|(?:\bpp?|น)\s?\.\s?(?P<short>\d+\s?-\s?\d+)(?!\d)"
    rf"|[:,)]\s?(?!{YEAR})(?P<bare>\d{{1,4}}\s?-\s?\d{{1,4}})(?![\d-])"
)
# How far behind volume and issue the year and the pages may stand.
REACH = 80


def thai_sources_in(text: str) -> list[Source]:
    """Every place in the plain text that names a volume, in order."""
    spelled = list(SPELLED.finditer(text)) or list(VOLUME_UNSAID.finditer(text))
    ends = [*(match.start() for match in spelled), len(text)]
    found = [_spelled_out(text, match, end) for match, end in zip(spelled, ends[1:], strict=True)]
    starts = [0, *(match.end() for match in spelled)]
    gaps = [_in_figures(text, start, end) for start, end in zip(starts, ends, strict=True)]
    sources = [source for source in [*found, *gaps] if source]
    return sorted(sources, key=lambda source: source.start)


def _spelled_out(text: str, match: re.Match[str], end: int) -> Source | None:
    """ปีที่ 12 ฉบับที่ 3 with the year and the pages behind it; a year of study is no volume."""
    behind = text[match.end() : min(end, match.end() + REACH)]
    source = Source(
        year=_year_in(behind),
        volume=match["volume"],
        issue=_tidy(match["issue"]) if match["issue"] else None,
        pages=_pages_in(behind),
        start=match.start(),
        end=match.end(),
    )
    return source if source.issue or source.is_telling else None


def _in_figures(text: str, start: int, end: int) -> Source | None:
    """12(3), 41-50 and the like, as references in every language have it."""
    source = source_in(text[start:end])
    if source is None or not (source.pages and (source.issue or source.year)):
        return None
    if f"{source.volume}{UNREAD}" in text[start:end]:
        return None
    return replace(source, start=start + source.start, end=start + source.end)


def _tidy(issue: str) -> str:
    return re.sub(r"\s?([-/])\s?", r"\1", issue)


def _year_in(text: str) -> str | None:
    """The year in brackets, or else the only one."""
    found = IN_BRACKETS.search(text)
    return common_era(found["year"]) if found else only_year(text)


def _pages_in(text: str) -> str | None:
    found = PAGES_SAID.search(text)
    if found is None:
        return None
    pages = found["pages"] or found["short"] or found["bare"]
    return expanded_pages(pages)
