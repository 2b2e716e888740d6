"""An article's place in pieces between commas, in whatever order a site lists them.

Imaginary Care, 2019, Vol 12, No 3, 412-419 · Mar 2019 | Imaginary Care, 12 (3), e101
"""

import re
from collections.abc import Sequence

from chapwai.citations.layouts.sources.orders import listed_source_in
from chapwai.citations.source_line import Source, expanded_pages
from chapwai.citations.source_patterns import MONTH, PAGE, YEAR
from chapwai.citations.wording import common_era

# Engines read a comma as a stop.
BETWEEN = re.compile(r"\s?[,;|·•]\s?|\s-\s|\.\s?(?=(?:No|Vol|Iss|pp)\b)|(?<=\d)\.\s(?=[\de])")
DATE = re.compile(
    rf"(?i)\(?(?:\d{{1,2}}\s)?(?:{MONTH}\.?(?:\s?[-/]\s?{MONTH}\.?)?\s?)?(?:\d{{1,2}}\s)?"
    rf"\(?(?P<year>{YEAR})(?:-\d\d){{0,2}}\)?"
)
VOLUME = re.compile(
    r"(?i)(?:Vol(?:ume)?\.?|V\.|ปีที่)\s?(?P<volume>[A-Z]{0,2}\d{1,5})"
    r"(?:\s?\(\s?(?P<issue>[\w/-]{1,8})\s?\))?"
)
ISSUE = re.compile(
    r"(?i)(?:Issue|Iss\.?|No\.?|Number|Nr\.?|N°|ฉบับที่)\s?"
    r"(?P<issue>(?:Suppl(?:ement)?\.?\s?)?[\w/-]{1,8}(?:\sSuppl\.?\s?\w{1,3})?)"
)
NUMBERS = re.compile(
    rf"(?P<volume>[A-Z]?\d{{1,5}})\s?\(\s?(?P<issue>[\w /-]{{1,12}})\s?\)"
    rf"(?:\s?:\s?(?P<pages>{PAGE}(?:\s?-\s?{PAGE})?))?"
)
PAGES_NAMED = re.compile(
    rf"(?i)(?:pp?\.?|pages?|pgs?\.?|หน้า|Article(?:\s(?:No\.?|number|ID))?)\s?:?\s?"
    rf"(?P<pages>{PAGE}(?:\s?-\s?{PAGE})?)"
)
# A bare number could be anything, unless it stands right behind the volume or the issue.
PAGES_BARE = re.compile(r"(?P<pages>[A-Za-z]?\d{1,6}\s?-\s?[A-Za-z]?\d{1,6}|[eE]\d{2,10})\.?")
PAGE_BEHIND = re.compile(r"(?P<pages>\d{1,6})")
KINDS = (DATE, VOLUME, ISSUE, NUMBERS, PAGES_NAMED, PAGES_BARE)
MOST_PIECES = 24


def fullest_source_in(text: str) -> Source | None:
    """By the known orders, or in pieces where those find no pages."""
    source = listed_source_in(text)
    return source if source and source.pages else source_in_pieces(text) or source


def source_in_pieces(text: str) -> Source | None:
    """The numbers among the pieces; None unless two of volume, pages and year are there."""
    said: dict[str, str] = {}
    told: dict[str, str] = {}
    start = end = None
    for begin, piece in _pieces(text):
        is_behind = bool({"volume", "issue"} & told.keys())
        found = _numbers_in(piece, (*KINDS, PAGE_BEHIND) if is_behind else KINDS)
        told = {name: value for name, value in found.items() if name not in said}
        if "year" not in told:
            start, end = _reached(start, end, begin, piece, told)
        said |= told
    if start is None or end is None or len({"volume", "pages", "year"} & said.keys()) < 2:
        return None
    return Source(
        year=common_era(said["year"]) if "year" in said else None,
        volume=said.get("volume"),
        issue=said.get("issue"),
        pages=expanded_pages(said["pages"]) if "pages" in said else None,
        start=start,
        end=end,
    )


def _pieces(text: str) -> list[tuple[int, str]]:
    """Each piece and where it begins."""
    pieces, at = [], 0
    for mark in BETWEEN.finditer(text):
        pieces.append((at, text[at : mark.start()]))
        at = mark.end()
    return [*pieces, (at, text[at:])][:MOST_PIECES]


def _numbers_in(piece: str, kinds: Sequence[re.Pattern[str]]) -> dict[str, str]:
    piece = piece.strip(" .")
    match = next((found for kind in kinds if (found := kind.fullmatch(piece))), None)
    return {name: value for name, value in match.groupdict().items() if value} if match else {}


def _reached(
    start: int | None, end: int | None, begin: int, piece: str, told: dict[str, str]
) -> tuple[int | None, int | None]:
    """How far the numbers reach: dates may stand before the journal, the others stand behind."""
    if not told:
        return start, end
    return (begin if start is None else start), begin + len(piece)
