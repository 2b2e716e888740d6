"""What a page is made from: its articles, its look, its filler and its chance."""

import random
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from benchmarks.reading.articles import Article
from benchmarks.reading.filler import Filler
from benchmarks.reading.looks import Device, Look
from benchmarks.reading.shown import ShownItem
from benchmarks.reading.words import Split


@dataclass(frozen=True, kw_only=True)
class Draft:
    """A page before it is written."""

    items: tuple[ShownItem, ...]
    look: Look
    rng: random.Random
    split: Split

    @property
    def item(self) -> ShownItem:
        return self.items[0]

    @property
    def filler(self) -> Filler:
        return Filler(self.rng, self.split)

    def chance(self, share: float) -> bool:
        return self.rng.random() < share


def anything(article: Article) -> bool:
    """Every English article may be shown."""
    return article.language == "en"


def all_together(articles: list[Article], _: random.Random) -> list[Article]:
    """Any of the articles may stand on one page."""
    return articles


@dataclass(frozen=True, kw_only=True)
class Layout:
    """A kind of page.

    `context` gives its template what it needs. A layout that is held back appears in the test
    only, so that nobody can develop for it. `frame` is the template of what lies around the page.
    `group` picks those that may stand on one page, such as the articles of one issue.
    """

    name: str
    template: str
    context: Callable[[Draft], dict[str, Any]]
    devices: tuple[Device, ...] = ("desktop",)
    fewest: int = 1
    most: int = 1
    language: str = "en"
    is_held_back: bool = False
    is_on_the_web: bool = True
    suits: Callable[[Article], bool] = anything
    frame: str = "page"
    group: Callable[[list[Article], random.Random], list[Article]] = all_together
