"""The line that says where an article stands: journal, year, volume, issue, pages."""

import functools
import re
from dataclasses import dataclass

from chapwai.citations.source_patterns import (
    A_FIGURE,
    A_YEAR,
    BRACKETS,
    COPYRIGHT,
    DATE_BEHIND,
    PATTERNS,
    UNDATED,
    YEAR_ALONE,
)
from chapwai.citations.wording import common_era


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
    def is_placed(self) -> bool:
        """Whether it says in which part of the journal the article stands."""
        return bool(self.volume or (self.issue and self.pages))

    @property
    def is_telling(self) -> bool:
        """Whether it says enough to be nothing but the place of an article."""
        return bool(self.year and (self.pages or self.issue))


@functools.lru_cache(maxsize=2048)
def source_in(text: str) -> Source | None:
    """The first place in the text that names a volume, or else an issue; None without any."""
    if not A_FIGURE.search(text):
        return None
    lowered = text.lower()
    for mark, pattern in PATTERNS if A_YEAR.search(text) else UNDATED:
        if mark in lowered and (match := pattern.search(text)):
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
    pages = found.get("pages") or found.get("alone")
    issue = found.get("issue") or found.get("number") or found.get("part")
    return Source(
        year=_year(found, text, match.end()),
        volume=(found.get("volume") or "").replace(" ", "") or None,
        issue=_tidy_issue(issue) if issue else None,
        pages=expanded_pages(pages) if pages else None,
        start=match.end("journal") if "journal" in found else match.start(),
        end=match.end(),
    )


def _year(found: dict[str, str | None], text: str, end: int) -> str | None:
    year = found.get("year")
    if not year:
        year = likeliest_year(text, between=found.get("between") or "", end=end)
    return common_era(year) if year else None


def likeliest_year(text: str, *, between: str, end: int) -> str | None:
    """The only year between the numbers, in brackets or anywhere, or that right behind them."""
    bracketed = " ".join(BRACKETS.findall(text))
    said = only_year(between) or only_year(bracketed) or only_year(COPYRIGHT.sub("", text))
    behind = DATE_BEHIND.match(text, end)
    return said or (behind["date"] if behind else None)


def only_year(text: str) -> str | None:
    """A year of the Common Era that has no rival in the text."""
    years = {common_era(year) for year in YEAR_ALONE.findall(text)}
    return years.pop() if len(years) == 1 else None


def _tidy_issue(issue: str) -> str:
    """Suppl1 as Suppl 1: engines lose the space that every journal prints."""
    issue = re.sub(r"(?i)\bsupplement\b", "Suppl", issue)
    return re.sub(r"(?i)\b(suppl|pt)\.?\s*(?=\w)", lambda word: f"{word.group(1)} ", issue).strip(
        " ."
    )
