"""Where an article stands, as Thai journals print it: ปีที่ 12 ฉบับที่ 3 (2562) หน้า 41-50.

Years are Buddhist, in brackets or behind a month; a tone mark more or less is an engine's fault.
"""

import re

from chapwai.citations.source_line import PAGES, YEAR, Source, expanded_pages, source_in
from chapwai.citations.wording import common_era

MONTH = re.compile(
    r"มกราคม|กุมภาพันธ์|มีนาคม|เมษายน|พฤษภาคม|มิถุนายน|กรกฎาคม|สิงหาคม|กันยายน|ตุลาคม|พฤศจิกายน|ธันวาคม|"
    r"(?:ม\.\s?ค|ก\.\s?พ|มี\.\s?ค|เม\.\s?ย|พ\.\s?ค|มิ\.\s?ย|ก\.\s?ค|ส\.\s?ค|ก\.\s?ย|ต\.\s?ค|พ\.\s?ย|ธ\.\s?ค)\."
)
THE = "ท[ีิ]?[่้]?"  # ที่, as it is read
SPECIAL = r"(?:พิเศษ|เพิ่มเติม|เสริม|ผนวก)"
ISSUE = rf"(?P<issue>\d{{1,3}}(?:\s?[-/]\s?\d{{1,3}})?|{SPECIAL}(?:\s?\d{{1,2}})?)(?!\d)"
SPELLED = re.compile(
    rf"(?:(?<!ชั้น)ป[ี๊ิ]?{THE}|(?<![A-Za-z])[Vv]ol(?:ume)?\s?[.,]?|เล่ม{THE})\s?(?P<volume>\d{{1,4}})(?!\d)\s?[,;:|.]?\s?"
    rf"(?:(?:[ฉจถ][บม]ั?[บนท]{THE}|เล่ม{THE}|ฉบับ|[Nn][o0]\s?[.,]?|[Ii]ssue\s?)\s?{ISSUE})?"
)
YEAR_ALONE = re.compile(rf"(?<!\d){YEAR}(?!\d)")
IN_BRACKETS = re.compile(rf"\(\s?(?:พ\s?\.?\s?ศ\s?\.?\s?)?(?P<year>{YEAR})\s?\)")
PAGES_SAID = re.compile(
    rf"(?:เลข)?หน้?า(?:{THE})?\s?:?\s?{PAGES}(?!\d)|(?:\bpp?|น)\s?\.\s?(?P<short>\d+\s?-\s?\d+)(?!\d)"
    r"|:\s?(?P<bare>\d{1,4}\s?-\s?\d{1,4})(?![\d-])"
)
# How far behind volume and issue the year and the pages may stand.
REACH = 80


def thai_source_in(text: str) -> Source | None:
    """The first place in the plain text that names a volume, None without any."""
    match = SPELLED.search(text)
    if match is None:
        return source_in(text)
    behind = text[match.end() : match.end() + REACH]
    following = SPELLED.search(behind)
    behind = behind[: following.start()] if following else behind
    pages = _pages_in(behind)
    return Source(
        year=_year_in(behind) or _year_in(text[max(0, match.start() - REACH) : match.start()]),
        volume=match["volume"],
        issue=_tidy(match["issue"]) if match["issue"] else None,
        pages=pages,
        start=match.start(),
        end=match.end(),
    )


def _tidy(issue: str) -> str:
    return re.sub(r"\s?([-/])\s?", r"\1", issue)


def _year_in(text: str) -> str | None:
    """The year in brackets, or else the only one; a month's is no other than the year itself."""
    if found := IN_BRACKETS.search(text):
        return common_era(found["year"])
    years = {common_era(year) for year in YEAR_ALONE.findall(text)}
    return years.pop() if len(years) == 1 else None


def _pages_in(text: str) -> str | None:
    found = PAGES_SAID.search(text)
    if found is None:
        return None
    pages = found["pages"] or found["short"] or found["bare"]
    return expanded_pages(pages)
