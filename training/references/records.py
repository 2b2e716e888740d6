"""Invented publications: articles first of all, and what else stands in lists of references."""

import random
from dataclasses import dataclass

from training.references.journals import Journal, journal, thai_journal
from training.references.names import Person, group, person, thai_person
from training.references.titles import thai_title, title
from training.references.words import Stock

PUBLISHERS = (
    "Springer",
    "Elsevier",
    "Wiley-Blackwell",
    "Oxford University Press",
    "Garden House",
    "Routledge",
    "Academic Press",
    "Sage Publications",
    "Lakeside Books",
    "University Press",
    "World Health Organization",
    "Saunders",
    "Mosby",
    "McGarden",
    "Cambridge University Press",
)
TOWNS = (
    "New York",
    "London",
    "Geneva",
    "Bangkok",
    "Oxford",
    "Berlin",
    "Philadelphia (PA)",
    "Boston, MA",
    "Amsterdam",
    "Chiang Mai",
    "Cham, Switzerland",
    "Hoboken, NJ",
    "Paris",
    "Thousand Oaks, CA",
)
UNIVERSITIES = (
    "Riverside University",
    "University of Hilltop",
    "Lakeside College",
    "Mahagarden University",
    "มหาวิทยาลัยสมมติ",
    "University of the North",
)
ODD_ISSUES = (
    "Suppl 1",
    "Suppl {}",
    "Suppl",
    "Suppl_{}",
    "{} Suppl 1",
    "{} Suppl",
    "{} Pt 2",
    "S1",
    "S{}",
    "Pt {}",
    "Special {}",
    "{}-{}",
    "{}-{}",
    "{}/{}",
    "{}/{}",
    "Spec No",
    "Special Issue",
    "{}A",
    "Sup{}",
    "{} (Suppl {})",
    "{}S",
    "Suppl A",
)
ODD_PAGES = (
    "e{0}",
    "e{0}",
    "e0{0}7",
    "e{0}-e{1}",
    "{0}77",
    "S{0}-S{1}",
    "S{0}-S{1}",
    "{0}S-{1}S",
    "{0}.e1-{0}.e9",
    "CD{0:06}",
    "{letter}{0}",
    "{letter}{0}",
    "L{0}-L{1}",
    "R{0}",
    "1-{1}",
    "dmz{0}",
    "E{0}-E{1}",
    "W{0}-W{1}",
    "ii{0}-ii{1}",
    "{0}e{1}",
    "10{0}4",
    "{0}-{1}, {1}9",
    "{0}-{1}, {1}5-{1}8",
)


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
    year = _year(chance)
    volume = _volume(chance, year)
    paged = chance.random() < 0.96
    return Publication(
        kind=kind,
        title=thai_title(chance, stock) if thai else title(chance, stock),
        authors=_authors(chance, thai=thai),
        journal=thai_journal(chance, stock) if thai else journal(chance, stock),
        year=year,
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
    if len(people) > 1 and chance.random() < 0.06:
        return (*people, group(chance, thai=thai))
    return people


def _year(chance: random.Random) -> int:
    return chance.choices(
        (chance.randint(2010, 2026), chance.randint(1985, 2009), chance.randint(1890, 1984)),
        (70, 24, 6),
    )[0]


def _volume(chance: random.Random, year: int) -> str:
    kind = chance.random()
    if kind < 0.03:
        return chance.choice(("A", "B", "C", "E")) + str(chance.randint(10, 99))
    if kind < 0.05:
        return f"{chance.randint(10, 80)}-{chance.randint(81, 99)}"
    if kind < 0.065:
        return str(year)
    highest = chance.choice((30, 60, 60, 200, 999))
    return str(chance.randint(1, highest))


def _issue(chance: random.Random) -> str:
    kind = chance.random()
    number = chance.randint(1, 12)
    if kind < 0.16:
        return chance.choice(ODD_ISSUES).format(number, number + 1)
    return str(chance.randint(13, 9000)) if kind < 0.22 else str(number)


def _pages(chance: random.Random) -> str:
    kind = chance.random()
    first = chance.randint(1, chance.choice((99, 999, 2500, 9999)))
    last = first + chance.randint(1, 18)
    if kind < 0.20:
        return chance.choice(ODD_PAGES).format(first, last, letter=chance.choice("hijklmnopq"))
    return str(first) if kind < 0.26 else f"{first}-{last}"


def _doi(chance: random.Random) -> str:
    letters = "".join(chance.choice("abcdefghjkmnprstuvwy") for _ in range(chance.randint(2, 6)))
    number = chance.randint(10, 10**7)
    tail = chance.choice(("", f".{chance.randint(1, 9999)}", f"-{chance.randint(1, 99)}"))
    form = chance.choice(("{0}.{1}{2}", "{0}{1}{2}", "s{1}{2}", "j.{0}.{1}", "S0140-{1}(19)3{2}"))
    return "10.5555/" + form.format(letters, number, tail)
