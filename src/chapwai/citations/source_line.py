"""The line that says where an article stands: journal, year, volume, issue, pages.

Every publisher has an order of its own; each pattern here is one of them. Spaces are optional
throughout, because OCR engines lose those that follow punctuation.
"""

import re
from dataclasses import dataclass

from chapwai.citations.wording import common_era

MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|"
    r"Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?|Spring|Summer|Autumn|Fall|Winter)"
)
YEAR = r"(?:1[89]\d\d|20\d\d|2[45]\d\d)"
DATE = rf"(?P<year>{YEAR})(?:\s*-\s*{YEAR})?(?:\s*{MONTH}\.?(?:\s*[-/]\s*{MONTH}\.?)?)?"
DAY = rf"(?:\s*\d{{1,2}}(?:\s*-\s*(?:{MONTH}\s*)?\d{{1,2}})?(?!\d))?"
SUPPLEMENT = r"(?:Suppl|Pt|Spec\s?No|Hors\s?S[eé]rie|S)\.?(?:\s*[\dA-Z]{1,3})?"
VOLUME = r"(?P<volume>(?:[A-Z]{1,2})?\d{1,5}(?:\s*-\s*\d{1,4})?[A-Z]?)"
ISSUE = rf"(?P<issue>[\w./&+ -]{{1,24}}?(?:\s*{SUPPLEMENT})?)"
PAGE = r"[A-Za-z]{0,8}\.?\d+(?:\.?[A-Za-z]\w*)*"
PAGES = rf"(?P<pages>{PAGE}(?:\s*-\s*{PAGE})?(?:\s*,\s*{PAGE}\s*-\s*{PAGE})*)"
END = r"(?=\s*(?:[,;)\]]|\.(?!\s?\d)|$|\s(?!\d)))"

# Engines take a semicolon for something else; before 12(3): nothing else makes sense.
BEFORE_NUMBERS = r"(?=\s*\d{1,4}\s*\([^()]{1,20}\)\s*:)"
# Journal. 2019 Mar 12;12(3):412-9. And 2019;12 Suppl 1:S4-9, and 2019;12:e101.
VANCOUVER = re.compile(
    rf"{DATE}{DAY}\s*(?:;|[,:.]{BEFORE_NUMBERS})\s*{VOLUME}\s*(?:\(\s*{ISSUE}\s*\)|(?P<part>{SUPPLEMENT}))?"
    rf"\s*(?::\s*{PAGES}{END})?",
    re.IGNORECASE,
)
# Journal Name, 12(3), 412-419, the year in brackets elsewhere.
APA = re.compile(
    rf",\s*{VOLUME}\s*\(\s*{ISSUE}\s*\)\s*,\s*(?:pp?\.?\s*|Article\s*)?{PAGES}{END}",
    re.IGNORECASE,
)
# The same without an issue: only a range of pages makes it more than a list of numbers.
APA_WITHOUT_ISSUE = re.compile(
    rf",\s*{VOLUME}\s*,\s*(?:pp?\.?\s*)?(?P<pages>{PAGE}\s*-\s*{PAGE}){END}", re.IGNORECASE
)
# vol. 12, no. 3, pp. 412-419 / Volume 5, Issue 2, March 2019, Pages 1-9 / Vol. 5 No. 2 (2019): 1-9
SPELLED = re.compile(
    rf"\b(?:Vol(?:ume)?\.?|v\.)\s*{VOLUME}"
    rf"(?:\s*[,:;|·•]?\s*\(?(?:Issue|Iss\.?|No\.?|Number|Nr\.?)\s*{ISSUE}\)?(?=[\s,;:(|·•]|$))?"
    rf"(?P<between>[^\n]{{0,60}}?)"
    rf"(?:(?:Pages?|pp?\.|:|Article(?:\s*(?:No\.?|number))?:?)\s*{PAGES}{END}|$)",
    re.IGNORECASE,
)
# Journal 12, 412-419 (2019)
NATURE = re.compile(
    rf"{VOLUME}\s*(?:\(\s*{ISSUE}\s*\))?\s*,\s*{PAGES}\s*\(\s*(?P<year>{YEAR})\s*\)"
)
# Journal 12.3 (2019): 412-419 / Journal 12, no. 3 (March 2019): 412-419
CHICAGO = re.compile(
    rf"{VOLUME}\s*(?:[.,]\s*(?:no\.\s*)?{ISSUE})?\s*\((?:{MONTH}\.?\s*)?(?P<year>{YEAR})\)\s*:"
    rf"\s*{PAGES}{END}",
    re.IGNORECASE,
)
# Journal (2019) 12(3), 412-419 / Journal (2019) 12:412-419
SPRINGER = re.compile(
    rf"\(\s*(?P<year>{YEAR})\s*\)\s*{VOLUME}\s*(?:\(\s*{ISSUE}\s*\))?\s*[:,]\s*{PAGES}{END}",
    re.IGNORECASE,
)
# ปีที่ 12 ฉบับที่ 3 (2562) หน้า 41-50
THAI = re.compile(
    rf"ปีที่\s*{VOLUME}\s*,?\s*(?:ฉบับที่\s*{ISSUE}(?=[\s,:(]|$))?(?P<between>[^\n]{{0,40}}?)"
    rf"(?:(?:หน้า(?:ที่)?|:)\s*{PAGES}{END}|$)"
)
BRACKETS = re.compile(r"\([^()]{4,30}\)")
# Most telling first: a looser pattern would find less in what a stricter one understands.
PATTERNS = (VANCOUVER, THAI, SPELLED, SPRINGER, NATURE, CHICAGO, APA, APA_WITHOUT_ISSUE)


@dataclass(frozen=True, kw_only=True)
class Source:
    """Year, volume, issue and pages with the place in the text where they stand."""

    year: str | None
    volume: str | None
    issue: str | None
    pages: str | None
    start: int
    end: int

    @property
    def is_telling(self) -> bool:
        """Whether it says enough to be nothing but the place of an article."""
        return bool(self.year and (self.pages or self.issue))


def source_in(text: str) -> Source | None:
    """The first place in the text that names a volume, None without any."""
    for pattern in PATTERNS:
        if match := pattern.search(text):
            return _source(match, text)
    return None


def expanded_pages(pages: str) -> str:
    """412-9 becomes 412-419, S41-7 becomes S41-S47; e101 stays."""
    first, dash, last = re.sub(r"\s", "", pages).partition("-")
    letters = re.match(r"[A-Za-z]*", first)
    prefix = letters.group() if letters else ""
    number = first[len(prefix) :]
    if not dash or not number.isdigit():
        return f"{first}{dash}{last}"
    if last.isdigit():
        last = prefix + number[: max(0, len(number) - len(last))] + last
    return f"{first}-{last}"


def _source(match: re.Match[str], text: str) -> Source:
    found = match.groupdict()
    pages = found.get("pages")
    issue = found.get("issue") or found.get("part")
    return Source(
        year=_year(found, text),
        volume=found["volume"].replace(" ", "") if found["volume"] else None,
        issue=_tidy_issue(issue) if issue else None,
        pages=expanded_pages(pages) if pages else None,
        start=match.start(),
        end=match.end(),
    )


def _year(found: dict[str, str | None], text: str) -> str | None:
    year = found.get("year")
    if not year:
        between = found.get("between") or ""
        year = (
            _only_year(between) or _only_year(" ".join(BRACKETS.findall(text))) or _only_year(text)
        )
    return common_era(year) if year else None


def _only_year(text: str) -> str | None:
    """A year that has no rival in the text."""
    years = set(re.findall(rf"(?<!\d){YEAR}(?!\d)", text))
    return years.pop() if len(years) == 1 else None


def _tidy_issue(issue: str) -> str:
    """Suppl1 as Suppl 1: engines lose the space that every journal prints."""
    return re.sub(r"(?i)\b(suppl|pt)\.?\s*(?=\w)", lambda word: f"{word.group(1)} ", issue).strip()
