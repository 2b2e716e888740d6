"""How a kind of page stands in the table, and which articles may stand on it."""

import random
from typing import Any

from benchmarks.reading.articles import Article, is_of_whole_issue, issue_of
from benchmarks.reading.draft import Layout
from benchmarks.reading.looks import Device

ANY_SCREEN: tuple[Device, ...] = ("desktop", "desktop", "phone")
ONLINE_JOURNALS_BEGAN = 2006


def article_page(name: str, context: Any, **options: Any) -> Layout:
    """The page of one article on the web."""
    return _layout(name, context, **{"devices": ANY_SCREEN, **options})


def hit_list(name: str, context: Any, *, most: int, **options: Any) -> Layout:
    """A list on the web, of four items and more."""
    return _layout(name, context, **{"fewest": 4, "most": most, **options})


def desk_page(name: str, context: Any, **options: Any) -> Layout:
    """A page of paper, of a program, or of another screen that is not the web."""
    return _layout(name, context, is_on_the_web=False, **options)


def _layout(name: str, context: Any, **options: Any) -> Layout:
    template = "unseen/" + options.pop("template", name).replace("-", "_")
    return Layout(name=name, template=template, context=context, frame="unseen/frame", **options)


def has_pmid(article: Article) -> bool:
    """An English article that PubMed would know."""
    return article.language == "en" and article.pmid is not None


def is_recent(article: Article) -> bool:
    """An English article of the years in which journals are read online."""
    return article.language == "en" and article.year >= ONLINE_JOURNALS_BEGAN


def is_thai(article: Article) -> bool:
    """An article in Thai."""
    return article.language == "th"


def is_of_thai_journal(article: Article) -> bool:
    """An article of a Thai journal, in either language."""
    return article.journal.thai_title is not None


def is_of_known_issue(article: Article) -> bool:
    """An English article whose neighbours in its issue are known."""
    return article.language == "en" and is_of_whole_issue(article)


def is_of_recent_issue(article: Article) -> bool:
    """The same, of the years in which articles come out ahead of print."""
    return is_of_known_issue(article) and is_recent(article)


def is_of_known_thai_issue(article: Article) -> bool:
    """A Thai article whose neighbours in its issue are known."""
    return article.language == "th" and is_of_whole_issue(article)


def one_issue(articles: list[Article], rng: random.Random) -> list[Article]:
    """All articles of one issue."""
    chosen = issue_of(rng.choice(articles))
    return [article for article in articles if issue_of(article) == chosen]
