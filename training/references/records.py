"""Invented publications: articles first of all, and what else stands in lists of references."""

import random
from dataclasses import dataclass

from training.references.names import Person, group, person, thai_person
from training.references.titles import thai_title, title
from training.references.journals import Journal, journal, thai_journal
from training.references.words import Stock

PUBLISHERS = (
    "Springer", "Elsevier", "Wiley-Blackwell", "Oxford University Press", "Garden House",
    "Routledge", "Academic Press", "Sage Publications", "Lakeside Books", "University Press",
    "World Health Organization", "Saunders", "Mosby", "McGarden", "Cambridge University Press",
)  # fmt: skip
TOWNS = (
    "New York", "London", "Geneva", "Bangkok", "Oxford", "Berlin", "Philadelphia (PA)", "Boston, MA",
    "Amsterdam", "Chiang Mai", "Cham, Switzerland", "Hoboken, NJ", "Paris", "Thousand Oaks, CA",
)  # fmt: skip
UNIVERSITIES = (
    "Riverside University", "University of Hilltop", "Lakeside College", "Mahagarden University",
    "มหาวิทยาลัยสมมติ", "University of the North",
)  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class Publication:
    """One work with every field it has; `kind` is article, chapter, book, thesis or web."""

    kind: str
    title: str
    authors: tuple[Person, ...]
    journal: Journal | None
    year: int
    month: int
    day: int
    volume: str | None
    issue: str | None
    pages: str | None
    doi: str | None
    pmid: str | None
    editors: tuple[Person, ...]
    publisher: str
    town: str
    university: str
    thai: bool


def publication(chance: random.Random, stock: Stock) -> Publication:
    """Any publication, in English or Thai; articles are most of them."""
    thai = chance.random() < 0.12
    kind = chance.choices(("article", "chapter", "book", "thesis", "web"), (84, 4, 5, 3, 4))[0]
    volume = _volume(chance)
    paged = chance.random() < 0.96
    return Publication(
        kind=kind,
        title=thai_title(chance, stock) if thai else title(chance, stock),
        authors=_authors(chance, thai=thai),
        journal=thai_journal(chance, stock) if thai else journal(chance, stock),
        year=_year(chance),
        month=chance.randint(1, 12),
        day=chance.randint(1, 28),
        volume=volume if chance.random() < 0.96 else None,
        issue=_issue(chance) if chance.random() < 0.8 else None,
        pages=_pages(chance) if paged else None,
        doi=_doi(chance) if chance.random() < 0.7 else None,
        pmid=str(chance.randint(10**5, 4 * 10**7)) if chance.random() < 0.4 else None,
        editors=tuple(person(chance) for _ in range(chance.randint(1, 3))),
        publisher=chance.choice(PUBLISHERS),
        town=chance.choice(TOWNS),
        university=chance.choice(UNIVERSITIES),
        thai=thai,
    )


def _authors(chance: random.Random, *, thai: bool) -> tuple[Person, ...]:
    count = chance.choices((0, 1, 2, 3, 4, 6, 9, 15), (3, 16, 18, 18, 14, 18, 10, 3))[0]
    if chance.random() < 0.05:
        return (group(chance, thai=thai),)
    people = tuple((thai_person if thai else person)(chance) for _ in range(count))
    if len(people) > 2 and chance.random() < 0.03:
        return (*people, group(chance, thai=thai))
    return people


def _year(chance: random.Random) -> int:
    return chance.choices(
        (chance.randint(2010, 2026), chance.randint(1985, 2009), chance.randint(1890, 1984)),
        (70, 24, 6),
    )[0]


def _volume(chance: random.Random) -> str:
    kind = chance.random()
    if kind < 0.03:
        return chance.choice(("A", "B", "C", "E")) + str(chance.randint(10, 99))
    if kind < 0.05:
        return f"{chance.randint(10, 80)}-{chance.randint(81, 99)}"
    return str(
        chance.choice((chance.randint(1, 60), chance.randint(1, 60), chance.randint(60, 999)))
    )


def _issue(chance: random.Random) -> str:
    kind = chance.random()
    number = str(chance.randint(1, 12))
    if kind < 0.08:
        return chance.choice(
            ("Suppl 1", "Suppl 2", "Suppl", f"Suppl_{number}", f"{number} Suppl 1")
        )
    if kind < 0.12:
        return chance.choice((f"{number} Pt 2", "S1", "S2", f"Pt {number}", f"Special {number}"))
    if kind < 0.16:
        return f"{number}-{int(number) + 1}"
    return str(chance.randint(13, 9000)) if kind < 0.22 else number


def _pages(chance: random.Random) -> str:
    kind = chance.random()
    first = chance.choice(
        (chance.randint(1, 99), chance.randint(100, 2500), chance.randint(100, 9999))
    )
    last = first + chance.randint(1, 18)
    if kind < 0.12:
        return chance.choice(
            (f"e{first}", f"{first * 101}", f"e{first}-e{last}", f"e0{first * 77}")
        )
    if kind < 0.17:
        return f"S{first}-S{last}"
    if kind < 0.20:
        return chance.choice((f"{first}.e1-{first}.e9", f"CD{first:06}", f"i{first}", f"m{first}"))
    return str(first) if kind < 0.26 else f"{first}-{last}"


def _doi(chance: random.Random) -> str:
    letters = "".join(chance.choice("abcdefghjkmnprstuvwy") for _ in range(chance.randint(2, 6)))
    number = chance.randint(10, 10**7)
    tail = chance.choice(("", f".{chance.randint(1, 9999)}", f"-{chance.randint(1, 99)}"))
    form = chance.choice(("{0}.{1}{2}", "{0}{1}{2}", "s{1}{2}", "j.{0}.{1}", "S0140-{1}(19)3{2}"))
    return "10.5555/" + form.format(letters, number, tail)
