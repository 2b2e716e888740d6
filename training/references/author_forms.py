"""How styles print names and lists of names."""

import random
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from training.references.labelled import Letter, lettered
from training.references.names import THAI_TITLES, Person

ET_AL = (", et al", " et al", ", et al.", " et al.", ", et al.", " and others", ", ...", ", …")
THAI_ET_AL = (" และคณะ", ", และคณะ", " และคนอื่น ๆ", "และคณะ")


def _initials(person: Person, stop: str, space: str) -> str:
    return space.join(
        "-".join(f"{part[0]}{stop}" for part in name.split("-")) for name in person.given
    )


def _middle(person: Person) -> str:
    """Anna B."""
    return " ".join([person.given[0], *(f"{name[0]}." for name in person.given[1:])])


NAME_FORMS: dict[str, Callable[[Person], str]] = {
    "Family AB": lambda person: f"{person.family} {_initials(person, '', '')}",
    "Family A.B.": lambda person: f"{person.family} {_initials(person, '.', '')}",
    "Family A. B.": lambda person: f"{person.family} {_initials(person, '.', ' ')}",
    "Family, A. B.": lambda person: f"{person.family}, {_initials(person, '.', ' ')}",
    "Family, A.B.": lambda person: f"{person.family}, {_initials(person, '.', '')}",
    "Family, AB": lambda person: f"{person.family}, {_initials(person, '', '')}",
    "Family, A B": lambda person: f"{person.family}, {_initials(person, '', ' ')}",
    "FAMILY, A. B.": lambda person: f"{person.family.upper()}, {_initials(person, '.', ' ')}",
    "FAMILY AB": lambda person: f"{person.family.upper()} {_initials(person, '', '')}",
    "A. B. Family": lambda person: f"{_initials(person, '.', ' ')} {person.family}",
    "A.B. Family": lambda person: f"{_initials(person, '.', '')} {person.family}",
    "AB Family": lambda person: f"{_initials(person, '', '')} {person.family}",
    "Family, Anna B.": lambda person: f"{person.family}, {_middle(person)}",
    "Anna B. Family": lambda person: f"{_middle(person)} {person.family}",
    "Family, Anna B": lambda person: f"{person.family}, {_middle(person)}".rstrip("."),
    "Anna B Family": lambda person: f"{_middle(person)} {person.family}".replace(". ", " "),
    "Family Anna": lambda person: f"{person.family} {person.given[0]}",
    "Family, Anna": lambda person: f"{person.family}, {person.given[0]}",
    "Anna Family": lambda person: f"{person.given[0]} {person.family}",
}


@dataclass(frozen=True, kw_only=True)
class AuthorForm:
    """How a list of authors is printed; `others` is the form of all but the first."""

    name: str
    others: str = ""
    between: str = ", "
    last: str = ", "
    pair: str = ""
    most: int = 99
    shown: int = 0

    def printed(self, people: Sequence[Person], chance: random.Random) -> list[Letter]:
        """The list, each name with its number."""
        cut = len(people) > self.most
        shown = people[: self.shown or self.most] if cut else people
        letters: list[Letter] = []
        for n, person in enumerate(shown):
            mark = self._mark(n, len(shown), cut=cut)
            letters += lettered(_in_thai(mark) if _is_thai(person) else mark)
            letters += _name(person, self.others if n and self.others else self.name, n, chance)
        return letters + lettered(_et_al(people[0], chance) if cut else "")

    def _mark(self, n: int, total: int, *, cut: bool) -> str:
        if n == 0:
            return ""
        if n < total - 1 or cut:
            return self.between
        return (self.pair or self.last) if total == 2 else self.last


def _name(person: Person, form: str, n: int, chance: random.Random) -> list[Letter]:
    if person.is_whole:
        return _whole_name(person, n, chance)
    text = NAME_FORMS[form](person)
    if person.suffix:
        text += f"{chance.choice((' ', ', '))}{person.suffix}"
    return lettered(text, "author", name=n + 1)


def _is_thai(person: Person) -> bool:
    return "\u0e01" <= person.family[0] <= "\u0e4e"


def _in_thai(mark: str) -> str:
    """Thai lists say และ for every kind of "and"."""
    return " และ" if mark.endswith(" and ") else re.sub(r",? (?:and|&) $", " และ ", mark)


def _whole_name(person: Person, n: int, chance: random.Random) -> list[Letter]:
    title = chance.choice(THAI_TITLES) if _is_thai(person) and chance.random() < 0.06 else ""
    return lettered(title) + lettered(person.family, "author", name=n + 1)


def _et_al(first: Person, chance: random.Random) -> str:
    return chance.choice(THAI_ET_AL if _is_thai(first) else ET_AL)


VANCOUVER = AuthorForm(name="Family AB", most=6)
VANCOUVER_SHORT = AuthorForm(name="Family AB", most=3)
ALL_NAMES = AuthorForm(name="Family AB")
APA = AuthorForm(name="Family, A. B.", last=", & ", most=20, shown=19)
APA_OLD = AuthorForm(name="Family, A. B.", last=", & ", most=7, shown=6)
HARVARD = AuthorForm(name="Family, A.B.", last=" and ", most=3, shown=1)
HARVARD_AMP = AuthorForm(name="Family, AB", last=" & ", most=6, shown=3)
ELSEVIER = AuthorForm(name="Family, A.B.")
ELSEVIER_NUMBERED = AuthorForm(name="A.B. Family")
IEEE = AuthorForm(name="A. B. Family", last=", and ", pair=" and ", most=6, shown=1)
MLA = AuthorForm(name="Family, Anna B.", others="Anna B. Family", last=", and ", most=2, shown=1)
CHICAGO = AuthorForm(name="Family, Anna", others="Anna Family", last=", and ", most=10, shown=7)
NOTES = AuthorForm(name="Anna B. Family", last=", and ", pair=" and ", most=3, shown=1)
NATURE = AuthorForm(name="Family, A. B.", last=" & ", most=5, shown=1)
SCIENCE = AuthorForm(name="A. B. Family", most=5, shown=1)
CELL = AuthorForm(name="Family, A.B.", last=", and ", most=10)
ACS = AuthorForm(name="Family, A. B.", between="; ", last="; ")
MDPI = AuthorForm(name="Family, A.B.", between="; ", last="; ", most=10)
SPRINGER = AuthorForm(name="Family AB", most=3)
ABNT = AuthorForm(name="FAMILY, A. B.", between="; ", last="; ", most=3, shown=1)
CAPITALS = AuthorForm(name="FAMILY AB", last=" & ")
DOTTED = AuthorForm(name="Family A.B.", last=", ")
DOTTED_WIDE = AuthorForm(name="Family A. B.", last=", ")
SEMICOLONS = AuthorForm(name="Family AB", between="; ", last="; ")
FULL_SEMICOLONS = AuthorForm(name="Family, Anna", between="; ", last="; ")
PLAIN_FULL = AuthorForm(name="Anna B. Family")
PLAIN_MIDDLE = AuthorForm(name="Anna B Family")
PLAIN_FULL_AND = AuthorForm(name="Anna Family", last=" and ")
REVERSED = AuthorForm(name="AB Family", last=" and ", most=4, shown=1)
FAMILY_FIRST = AuthorForm(name="Family Anna", last=", ")
ALL_INVERTED = AuthorForm(name="Family, Anna", last=", and ")
ALL_INVERTED_MIDDLE = AuthorForm(name="Family, Anna B", last=", and ", most=7)
THAI_AND = AuthorForm(name="Family, A. B.", last=" และ ", most=6)
FORMS = (
    ALL_INVERTED,
    ALL_INVERTED_MIDDLE,
    THAI_AND,
    VANCOUVER,
    VANCOUVER_SHORT,
    ALL_NAMES,
    APA,
    APA_OLD,
    HARVARD,
    HARVARD_AMP,
    ELSEVIER,
    IEEE,
    MLA,
    ELSEVIER_NUMBERED,
    CHICAGO,
    NOTES,
    NATURE,
    SCIENCE,
    CELL,
    ACS,
    MDPI,
    ABNT,
    CAPITALS,
    DOTTED,
    DOTTED_WIDE,
    SEMICOLONS,
    FULL_SEMICOLONS,
    PLAIN_FULL,
    PLAIN_FULL_AND,
    PLAIN_MIDDLE,
    REVERSED,
    FAMILY_FIRST,
    AuthorForm(name="Family, A B", last=" and "),
    AuthorForm(name="A.B. Family", last=" & ", most=8),
    AuthorForm(name="Family A.B.", last=" and ", most=4, shown=2),
    AuthorForm(name="Family AB", last=" and ", pair=" and "),
    AuthorForm(name="Family AB", last=" & ", most=2, shown=1),
)
