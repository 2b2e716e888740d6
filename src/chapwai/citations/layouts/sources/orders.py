"""The orders in which catalogues and search engines write volume, issue, pages and year."""

import functools
import re
from dataclasses import replace

from chapwai.citations.layouts.sources.named_numbers import named_source_in
from chapwai.citations.source_line import Source, expanded_pages, source_in
from chapwai.citations.source_patterns import END, ISSUE, MONTH, PAGES, VOLUME, YEAR
from chapwai.citations.wording import common_era

PAGE_WORD = r"(?:pp?\.?|pages?|pgs?\.?|หน้า)\s*:?"
ARTICLE_WORD = r"Art(?:icle)?\.?\s*(?:No\.?|number)?:?"
DATE = rf"(?:\d{{1,2}}\s*)?(?:{MONTH}\.?\s*)?(?:\d{{1,2}},\s*)?(?P<year>{YEAR})"
LONG_SUPPLEMENT = r"Suppl(?:ement)?\.?\s*\w{0,4}|Part\s*\w{1,4}"
# Each stands behind what every text that it fits has, in small letters: most texts have not.
PATTERNS = tuple(
    (mark, re.compile(pattern, re.IGNORECASE))
    for mark, pattern in (
        # Volume 12, Issue 3, March 2019, Pages 412-419 and Volume 12, Supplement 1, 2019, e101
        (
            "vol",
            rf"\bVolumes?\s*{VOLUME}\s*(?:,\s*(?:Issues?|No\.?)\s*{ISSUE}|,\s*(?P<number>{LONG_SUPPLEMENT}))?"
            rf"\s*,\s*{DATE}\s*,\s*(?:{PAGE_WORD}|Article\s*(?:No\.?|number)?)?\s*{PAGES}{END}",
        ),
        # Vol.12 (3), p.412-419, Vol. 12 Issue 3, p412-419 and Vol. 12, Suppl 1, p412-419
        (
            "vol",
            rf"\bVol(?:ume)?\.?\s*{VOLUME}\s*(?:\(\s*{ISSUE}\s*\)|,?\s*(?:Issue|Iss\.?|No\.?|Number)\s*"
            rf"{ISSUE.replace('issue', 'number')}|,?\s*(?P<supplement>{LONG_SUPPLEMENT}))?"
            rf"\s*[.,;:]\s*(?:{PAGE_WORD}|{ARTICLE_WORD})\s*{PAGES}(?=\W|$)",
        ),
        # 12(3):412-419, 2019 Mar and 12(3):412-419, 01 Mar 2019
        ("(", rf"(?<![\d;])(?<!\d\.){VOLUME}\s*\(\s*{ISSUE}\s*\)\s*:\s*{PAGES}\s*,\s*{DATE}(?!\d)"),
        # 2019 lan;12(3):412-9, with a month misread
        (
            ";",
            rf"(?P<year>{YEAR})\s*[^\W\d_][^;()\n]{{2,16}};\s*{VOLUME}\s*(?:\(\s*{ISSUE}\s*\))?\s*:\s*"
            rf"{PAGES}{END}",
        ),
        # 2019 12:3 (412-419) and (2019) 12:3 (412-419)
        ("(", rf"\(?(?P<year>{YEAR})\)?\s+{VOLUME}\s*:\s*{ISSUE}\s*\(\s*{PAGES}\s*\)"),
        # 2019 12 (412-419) and 2019 12 (e101): an issue would have fewer figures
        (
            "(",
            rf"\(?(?P<year>{YEAR})\)?\s+{VOLUME}\s*\(\s*"
            r"(?P<pages>[A-Za-z]{1,2}\d{2,8}|\d{3,6}\s*-\s*\d{1,6}|\d{5,8})\s*\)",
        ),
        # Mar 2019, 12 (3) 412-419
        ("(", rf"{DATE},\s{VOLUME}\s?\(\s?{ISSUE}\s?\)\s{PAGES}(?=[;.,]|$)"),
        # 12(3) pp. 412-419 right behind the journal, with any mark between them or none
        (
            "p",
            rf"(?<=[^\W\d_])[,.]\s?{VOLUME}\s?(?:\(\s?{ISSUE}\s?\))?\s?[,.;]?\s?pp?\b\.?\s?{PAGES}{END}",
        ),
        # 12 (3) , e101 and 12 (3) , 106758: a number too long to be a year
        (
            "(",
            rf"(?<![\d(,.])(?<!\d\s){VOLUME}\s*\(\s*{ISSUE}\s*\)\s*,\s*"
            rf"(?P<pages>[A-Za-z]{{1,2}}\d{{2,8}}|\d{{5,8}}){END}",
        ),
        # 12 (3), pp. 412-419 and 12 Suppl 1, pp. S4-S9, with the comma read as a stop perhaps
        (
            "",
            rf"(?<![\d(,.])(?<!\d\s){VOLUME}\s*(?:\(\s*{ISSUE}\s*\)|(?P<supplement>Suppl\.?(?:\s*\w{{1,3}})?))?"
            rf"\s*[,.]\s*(?:{PAGE_WORD}|{ARTICLE_WORD})"
            rf"\s*{PAGES}{END}",
        ),
    )
)
# Each order has a volume and a page: most lines of a page, its prose, have no two numbers.
TWO_NUMBERS = re.compile(r"\d\D+\d")


@functools.lru_cache(maxsize=2048)
def listed_source_in(text: str) -> Source | None:
    """By the numbers' names, by the orders of lists, and by those that everybody uses."""
    return named_source_in(text) or _in_orders_of_lists(text) or source_in(text)


def _in_orders_of_lists(text: str) -> Source | None:
    if not TWO_NUMBERS.search(text):
        return None
    lowered = text.lower()
    for mark, pattern in PATTERNS:
        match = pattern.search(text) if mark in lowered else None
        if match and not _holds_year(match):
            return _from_match(match)
    return None


def whole_source_in(text: str) -> Source | None:
    """By the numbers' names; by the orders that everybody uses, or of lists if these say more."""
    if named := named_source_in(text):
        return named
    usual, listed = source_in(text), listed_source_in(text)
    if usual is None or listed is None or (usual.issue and usual.pages):
        return usual
    says_all = listed.volume == usual.volume and listed.issue and listed.pages
    is_part = (listed.issue or "").startswith("Part")
    return replace(listed, year=listed.year or usual.year) if says_all and not is_part else usual


def _holds_year(match: re.Match[str]) -> bool:
    """Whether a year was taken for a number: No. 3 (March 2019), pp. 4-9."""
    found = match.groupdict()
    issue = found.get("issue") or found.get("number") or ""
    return bool(re.fullmatch(YEAR, found["volume"]) or re.search(YEAR, issue))


def _from_match(match: re.Match[str]) -> Source:
    found = match.groupdict()
    year = found.get("year")
    issue = found.get("issue") or found.get("number") or found.get("supplement")
    return Source(
        year=common_era(year) if year else None,
        volume=found["volume"].replace(" ", ""),
        issue=re.sub(r"(?i)^suppl(?:ement)?\.?\s*", "Suppl ", issue).strip() if issue else None,
        pages=expanded_pages(found["pages"]),
        start=match.start(),
        end=match.end(),
    )
