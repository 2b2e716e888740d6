"""An invented article, and where in its journal it stands."""

import random
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from benchmarks.reading.dois import Place, invented_doi
from benchmarks.reading.journals import Journal
from benchmarks.reading.people import Author

EARLIEST_YEAR, LATEST_YEAR = 1975, 2025
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
ISSUE_MARK = "-issue-"


@dataclass(frozen=True, kw_only=True)
class Article:
    """An invented article; `pages` are written out, `doi` is as its publisher prints it.

    `english_title` and `english_authors` belong to Thai articles.
    """

    id: str
    language: str
    title: str
    authors: tuple[Author, ...]
    journal: Journal
    year: int
    month: int
    volume: str
    issue: str | None
    pages: str
    doi: str | None
    pmid: str | None
    english_title: str | None = None
    english_authors: tuple[Author, ...] = ()

    @property
    def journal_title(self) -> str:
        thai = self.journal.thai_title if self.language == "th" else None
        return thai or self.journal.title

    @property
    def month_name(self) -> str:
        return MONTHS[self.month - 1]

    def to_json(self) -> dict[str, Any]:
        """The article as a line of a citation index: the fields of `chapwai read --json`."""
        return {
            "id": self.id,
            "language": self.language,
            "title": self.title,
            "authors": [author.vancouver for author in self.authors],
            "journal": self.journal_title,
            "abbreviation": self.journal.abbreviation,
            "issn": self.journal.issns[0],
            "issns": list(self.journal.issns),
            "year": str(self.year),
            "volume": self.volume or None,
            "issue": self.issue,
            "pages": self.pages or None,
            "doi": self.doi.lower() if self.doi else None,
            "pmid": self.pmid,
        }


def drawn_place(rng: random.Random, journal: Journal) -> dict[str, Any]:
    """Year, volume, issue, pages and DOI, which hang together."""
    earliest = max(journal.first_year + 1, EARLIEST_YEAR)
    # Newer articles are asked for more often.
    year = round(rng.triangular(earliest, LATEST_YEAR, LATEST_YEAR))
    month = rng.randint(1, 12)
    volume = str(year - journal.first_year)
    issue = _issue(rng, journal, month)
    pages = _pages(rng, journal, issue)
    has_doi = rng.random() < (0.5 if journal.thai_title else 0.9)
    doi = _doi(rng, journal, year, volume, issue, pages) if has_doi else None
    return {
        "year": year, "month": month, "volume": volume, "issue": issue, "pages": pages, "doi": doi,
    }  # fmt: skip


def _doi(
    rng: random.Random, journal: Journal, year: int, volume: str, issue: str | None, pages: str
) -> str:
    place = Place(
        year=year,
        volume=volume,
        issue=issue if issue and issue.isdigit() else None,
        first_page=pages.split("-")[0],
        issn=journal.issns[0],
        letters=journal.letters,
    )
    return invented_doi(rng, journal.doi_habit, place)


def _issue(rng: random.Random, journal: Journal, month: int) -> str | None:
    if not journal.issues_a_year:
        return None
    number = 1 + (month - 1) * journal.issues_a_year // 12
    chance = rng.random()
    if chance < 0.04 and not journal.thai_title:
        return rng.choice(("Suppl 1", "Suppl 2", "Suppl", f"{number} Suppl 1"))
    if chance < 0.06:
        return f"{number}-{number + 1}"
    return str(number)


def _pages(rng: random.Random, journal: Journal, issue: str | None) -> str:
    if journal.numbering == "e-pages":
        return rng.choice((f"e{rng.randint(1, 999)}", f"e{rng.randint(1000, 999999):07}"))
    if journal.numbering == "articles":
        return str(
            rng.choice((rng.randint(1, 999), rng.randint(1000, 9999), rng.randint(100000, 129999)))
        )
    first = rng.randint(1, rng.choice((200, 999, 999, 3999)))
    last = first + rng.choice((1, 3, 5, 6, 7, 8, 9, 10, 11, 12, 14, 17, 23))
    letter = "S" if issue and "Suppl" in issue else ""
    chance = rng.random()
    if chance < 0.03:
        return f"{letter}{first}"
    if chance < 0.035:
        return f"{first}-{last}, {last + 9}-{last + 11}"
    return f"{letter}{first}-{letter}{last}"


def whole_issue(rng: random.Random, articles: Sequence[Article]) -> list[Article]:
    """The articles moved into one issue of the first one's journal, one behind the other."""
    journal = replace(articles[0].journal, numbering="pages", issues_a_year=4)
    place = drawn_place(rng, journal)
    page = rng.randint(1, 400)
    moved = []
    for number, article in enumerate(articles):
        last = page + rng.randint(3, 12)
        moved.append(_moved(rng, article, journal, place, f"{page}-{last}", number))
        page = last + 1
    return moved


def issue_of(article: Article) -> tuple[str, str, str | None]:
    """What articles of one issue have in common."""
    return article.journal.title, article.volume, article.issue


def is_of_whole_issue(article: Article) -> bool:
    """Whether the articles beside it in its issue are known as well."""
    return ISSUE_MARK in article.id


def _moved(
    rng: random.Random,
    article: Article,
    journal: Journal,
    place: dict[str, Any],
    pages: str,
    number: int,
) -> Article:
    issue = str(1 + (place["month"] - 1) // 3)
    place = place | {"issue": issue, "pages": pages}
    if place["doi"]:
        place["doi"] = _doi(rng, journal, place["year"], place["volume"], issue, pages)
    name = f"{article.id}{ISSUE_MARK}{number}"
    return replace(article, id=name, journal=journal, **place)
