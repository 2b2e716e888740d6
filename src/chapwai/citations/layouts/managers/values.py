"""What the values of a reference manager's rows mean: years, numbers, pages, PMIDs."""

import re

from chapwai.citations import identifiers
from chapwai.citations.source_line import expanded_pages
from chapwai.citations.source_patterns import PAGES, YEAR
from chapwai.citations.wording import common_era

OTHER_DATABASE = re.compile(r"(?i)\b(?:embase|cinahl|scopus|proquest|psycinfo|web of science)\b")
VOLUME_AND_ISSUE = re.compile(r"(?P<volume>\d{1,5})\s?[(/]\s?(?P<issue>[\w-]{1,8})\s?\)?")
SHORT_VALUE = re.compile(r"^[\w./ &+-]{1,16}$")


def year_of(said: dict[str, str]) -> str | None:
    found = re.search(rf"(?<!\d){YEAR}(?!\d)", said.get("year") or said.get("date") or "")
    return common_era(found.group()) if found else None


def volume_and_issue_of(said: dict[str, str]) -> tuple[str | None, str | None]:
    """By a label each, or both behind one: Vol/Issue: 12(3)."""
    both = VOLUME_AND_ISSUE.fullmatch(said.get("volume", ""))
    if both:
        return both["volume"], both["issue"]
    return number_of(said.get("volume")), number_of(said.get("issue") or said.get("part"))


def number_of(value: str | None) -> str | None:
    return value if value and SHORT_VALUE.match(value) and re.search(r"\d", value) else None


def pages_of(value: str | None) -> str | None:
    found = re.fullmatch(rf"(?:pp?\.\s*)?{PAGES}", value or "", re.IGNORECASE)
    return expanded_pages(found["pages"]) if found else None


def pmids_of(said: dict[str, str]) -> tuple[str, ...]:
    """By its own label, in the notes, or as the accession number that PubMed's records have."""
    named = identifiers.pmids_in(f"PMID: {said.get('pmid', '')}\n{said.get('extra', '')}")
    accession = re.fullmatch(r"[1-9]\d{6,7}", said.get("accession", ""))
    if named or not accession or OTHER_DATABASE.search(said.get("database", "")):
        return tuple(named)
    return (accession.group(),)
