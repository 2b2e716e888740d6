"""Works as Crossref's service and its yearly files describe them, and CSL's JSON, their kin."""

from collections.abc import Mapping
from typing import Any

from chapwai.citations.formats.article import (
    article,
    doi_from,
    journal_names,
    name_from,
    pmid_from,
    title_from,
)
from chapwai.citations.formats.fault import NotAnArticle
from chapwai.citations.record import Record

BOOKS = {
    "book", "monograph", "edited-book", "reference-book", "book-set", "book-series", "journal",
    "journal-issue", "journal-volume", "proceedings", "component", "grant", "peer-review",
}  # fmt: skip
# When an article came out is the year of its issue, not of its first appearance online.
DATES = ("published-print", "issued", "published", "published-online")


def record_from_work(work: Mapping[str, Any]) -> Record | None:
    """The record of one work, None if it is a book, a journal or otherwise no article."""
    try:
        return article_from_work(work)
    except NotAnArticle:
        return None


def article_from_work(work: Mapping[str, Any]) -> Record:
    """The record of one work; raises NotAnArticle if it is none."""
    if _word(work.get("type")) in BOOKS:
        raise NotAnArticle("a whole book or journal")
    return article(
        origin="crossref",
        title=_title(work),
        authors=_authors(work.get("author")),
        **journal_names(
            [_word(work.get("container-title"))],
            [_word(work.get("short-container-title")), _word(work.get("container-title-short"))],
        ),
        issns=_words(work.get("ISSN")),
        year=_year(work),
        volume=_word(work.get("volume")),
        issue=_word(work.get("issue")) or _word(_part(work.get("journal-issue"), "issue")),
        pages=_word(work.get("page")) or _word(work.get("article-number")),
        doi=doi_from(_word(work.get("DOI"))),
        pmid=pmid_from(_word(work.get("PMID"))),
        pmcid=_word(work.get("PMCID")),
    )


def _title(work: Mapping[str, Any]) -> str | None:
    """With the subtitle, which pages print behind a colon."""
    title, subtitle = title_from(_word(work.get("title"))), title_from(_word(work.get("subtitle")))
    if title and subtitle and subtitle.casefold() not in title.casefold():
        return f"{title.rstrip(' :')}: {subtitle}"
    return title


def _authors(people: Any) -> list[str]:
    persons = [person for person in people if isinstance(person, Mapping)] if _many(people) else []
    return [name for person in persons if (name := _name(person))]


def _name(person: Mapping[str, Any]) -> str | None:
    family, given = _word(person.get("family")), _word(person.get("given"))
    particle = _word(person.get("non-dropping-particle"))
    whole = f"{particle} {family}" if particle and family else family
    return name_from(whole, given) or _word(person.get("name")) or _word(person.get("literal"))


def _year(work: Mapping[str, Any]) -> str | None:
    return next((year for name in DATES if (year := _year_of(work.get(name)))), None)


def _year_of(date: Any) -> str | None:
    """{"date-parts": [[2019, 3]]}, in CSL also {"raw": "2019-03"}."""
    return _word(_part(date, "date-parts")) or _word(_part(date, "raw") or _part(date, "literal"))


def _part(value: Any, name: str) -> Any:
    return value.get(name) if isinstance(value, Mapping) else None


def _word(value: Any) -> str | None:
    """A text, a number, or the first of a list of them; anything else says nothing."""
    for _ in range(3):
        value = value[0] if _many(value) and value else value
    is_number = isinstance(value, int) and not isinstance(value, bool)
    return (str(value) if isinstance(value, str) or is_number else None) or None


def _words(values: Any) -> list[str | None]:
    return [_word(value) for value in values[:20]] if _many(values) else [_word(values)]


def _many(value: Any) -> bool:
    return isinstance(value, list)
