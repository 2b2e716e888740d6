"""Invented authors and the ways in which pages print their names."""

import random
from dataclasses import dataclass

from benchmarks.reading.words import Split, Stock

HOW_MANY = (1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 8, 9, 12, 15)
CROWD = 50


@dataclass(frozen=True)
class Author:
    """A person, or a group that has only a family name; Thai names keep their Thai order."""

    family: str
    given: str = ""
    is_thai: bool = False

    @property
    def full(self) -> str:
        """As publishers print it, with a stop behind an initial: Anna B. Castell."""
        given = " ".join(f"{name}." if len(name) == 1 else name for name in self.given.split())
        return f"{given} {self.family}".strip()

    @property
    def unstopped(self) -> str:
        """As PubMed prints it: Anna B Castell."""
        return f"{self.given} {self.family}".strip()

    @property
    def initials(self) -> str:
        """The first letters of the given names: JL of Jean-Luc, JM of José M."""
        return "".join(name[0] for name in self.given.replace("-", " ").split())

    @property
    def vancouver(self) -> str:
        return self.full if self.is_thai else f"{self.family} {self.initials}".strip()

    @property
    def apa(self) -> str:
        if self.is_thai or not self.given:
            return self.full
        return f"{self.family}, " + " ".join(f"{letter}." for letter in self.initials)

    @property
    def ieee(self) -> str:
        if self.is_thai or not self.given:
            return self.full
        return " ".join(f"{letter}." for letter in self.initials) + f" {self.family}"

    @property
    def scholar(self) -> str:
        return self.full if self.is_thai else f"{self.initials} {self.family}".strip()

    @property
    def inverted(self) -> str:
        if self.is_thai or not self.given:
            return self.full
        return f"{self.family}, {self.given}"


def english_authors(rng: random.Random, split: Split) -> tuple[Author, ...]:
    """One to fifty people, now and then with a group, or a group alone."""
    stock = Stock("names", split)
    count = CROWD if rng.random() < 0.01 else rng.choice(HOW_MANY)
    families = rng.sample(stock.words("family"), count)
    people = [Author(family, _given(rng, stock)) for family in families]
    chance = rng.random()
    group = Author(stock.pick(rng, "group"))
    if chance < 0.015:
        return (group,)
    return (*people, group) if chance < 0.05 else tuple(people)


def thai_authors(rng: random.Random, split: Split) -> tuple[Author, ...]:
    """One to five people with Thai names."""
    stock = Stock("thai", split)
    families = rng.sample(stock.words("family"), rng.choice((1, 2, 2, 3, 3, 4, 5)))
    return tuple(Author(family, stock.pick(rng, "given"), is_thai=True) for family in families)


def _given(rng: random.Random, stock: Stock) -> str:
    given = stock.pick(rng, "given")
    return f"{given} {stock.pick(rng, 'middle')}" if rng.random() < 0.3 else given
