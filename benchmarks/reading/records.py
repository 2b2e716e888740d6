"""Invented articles, the same ones for the same split and seed.

    records("dev"), records("test"), records("distractors")

The splits share no article, and words, names and journals only in part, so that the test shows
what nobody has developed for. Distractors fill an index: many other articles, and near-twins of
those wanted.
"""

import functools
import random
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from benchmarks.reading.dois import Place, invented_doi
from benchmarks.reading.journals import Journal, journals
from benchmarks.reading.people import Author, english_authors, thai_authors
from benchmarks.reading.titles import english_title, thai_title
from benchmarks.reading.words import Split

HOW_MANY = {"dev": (1_100, 270), "test": (1_100, 270), "distractors": (21_000, 1_500)}
# Whose titles and identifiers a split leaves to them.
EARLIER: dict[Split, tuple[Split, ...]] = {
    "dev": (),
    "test": ("dev",),
    "distractors": ("dev", "test"),
}
EARLIEST_YEAR, LATEST_YEAR = 1975, 2025
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


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


@functools.cache
def records(split: Split, *, seed: int = 1) -> tuple[Article, ...]:
    """All articles of a split, English ones first."""
    english, thai = HOW_MANY[split]
    rng = random.Random(f"{split} {seed}")
    made = [_english(rng, split, number) for number in range(english)]
    made += [_thai(rng, split, number) for number in range(thai)]
    if split == "distractors":
        made += _twins(random.Random(f"twins {seed}"), seed)
    taken = [article for other in EARLIER[split] for article in records(other, seed=seed)]
    return tuple(_with_names_of_their_own(made, taken, may_share_title=split == "distractors"))


def _with_names_of_their_own(
    articles: list[Article], taken: list[Article], *, may_share_title: bool
) -> Iterator[Article]:
    """Without those that bear a DOI or PMID of another article; wanted titles differ as well.

    An article ahead of print shares its identifiers with itself in print.
    """
    names = {name for article in taken for name in _names(article, may_share_title)}
    for article in articles:
        own = _names(article, may_share_title)
        if article.id.endswith("-epub") or not own & names:
            names |= own
            yield article


def _names(article: Article, may_share_title: bool) -> set[str]:
    names = {(article.doi or "").lower(), article.pmid or ""}
    return (names if may_share_title else names | {article.title}) - {""}


def _english(rng: random.Random, split: Split, number: int) -> Article:
    journal = rng.choice(_journals(split, "en"))
    place = _place(rng, journal)
    return Article(
        id=f"en-{split}-{number:05}",
        language="en",
        title=english_title(rng, split, is_title_case=journal.is_title_case),
        authors=english_authors(rng, split),
        journal=journal,
        pmid=str(rng.randint(8_000_000, 41_999_999)) if rng.random() < 0.7 else None,
        **place,
    )


def _thai(rng: random.Random, split: Split, number: int) -> Article:
    """A third are English articles of a Thai journal."""
    journal = rng.choice(_journals(split, "th"))
    title = english_title(rng, split, is_title_case=True)
    people = english_authors(rng, split)[:4]
    is_english = rng.random() < 0.33
    return Article(
        id=f"th-{split}-{number:05}",
        language="en" if is_english else "th",
        title=title if is_english else thai_title(rng, split),
        authors=people if is_english else thai_authors(rng, split),
        english_title=None if is_english else title,
        english_authors=() if is_english else people,
        journal=journal,
        pmid=None,
        **_place(rng, journal),
    )


@functools.cache
def _journals(split: Split, language: str) -> list[Journal]:
    return journals(split, language=language)


def _place(rng: random.Random, journal: Journal) -> dict[str, Any]:
    """Year, volume, issue, pages and DOI, which hang together."""
    earliest = max(journal.first_year + 1, EARLIEST_YEAR)
    # Newer articles are asked for more often.
    year = round(rng.triangular(earliest, LATEST_YEAR, LATEST_YEAR))
    month = rng.randint(1, 12)
    volume = str(year - journal.first_year)
    issue = _issue(rng, journal, month)
    pages = _pages(rng, journal, issue)
    place = Place(
        year=year,
        volume=volume,
        issue=issue if issue and issue.isdigit() else None,
        first_page=pages.split("-")[0],
        issn=journal.issns[0],
        letters=journal.letters,
    )
    has_doi = rng.random() < (0.5 if journal.thai_title else 0.9)
    doi = invented_doi(rng, journal.doi_habit, place) if has_doi else None
    return {
        "year": year, "month": month, "volume": volume, "issue": issue, "pages": pages, "doi": doi,
    }  # fmt: skip


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


def _twins(rng: random.Random, seed: int) -> Iterator[Article]:
    """Articles that are easily taken for one that is wanted."""
    wanted = [*records("dev", seed=seed), *records("test", seed=seed)]
    for article in rng.sample(wanted, len(wanted) // 4):
        yield _twin(rng, article)


def _twin(rng: random.Random, article: Article) -> Article:
    kind = rng.choice(("part", "erratum", "reply", "epub", "again"))
    later = _place(rng, article.journal)
    changes: dict[str, Any] = {
        "part": {"title": f"{article.title}. Part 2", **later},
        "erratum": {"title": f"Erratum: {article.title}", **later},
        "reply": {"title": f"Reply to: {article.title}", "authors": article.authors[:1], **later},
        "again": {"title": article.title, **later},
        # Ahead of print the same article has no place yet, and another year.
        "epub": {"year": article.year - 1, "volume": "", "issue": None, "pages": ""},
    }[kind]
    if kind != "epub":
        changes["pmid"] = str(rng.randint(8_000_000, 41_999_999)) if article.pmid else None
    return Article(**{**vars(article), "id": f"{article.id}-{kind}", **changes})
