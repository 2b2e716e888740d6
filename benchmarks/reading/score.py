"""How well items that were read agree with the items that are on the picture.

A field counts where it is wholly visible; an item whose title is cut need not be found. Values are
compared after light normalisation (NFKC, case, spaces, punctuation; the abbreviation of a journal
is the journal). Accents count. A value that was given and is not exact is wrong, whatever it looks
like; a DOI or PMID that belongs to no item in the picture is a false identifier.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from rapidfuzz import fuzz

Item = dict[str, Any]

FIELDS = ("title", "authors", "journal", "year", "volume", "issue", "pages", "doi", "pmid", "issn")
NUMBERS = ("year", "volume", "issue", "pages", "issn")
IDENTIFIERS = ("doi", "pmid")
JOURNAL_NAMES = (
    "journal",
    "journal_full",
    "journal_abbreviation",
    "journal_english",
    "journal_thai",
)
# Titles less alike than this (of 100) are not of the same item.
SAME_ITEM = 60


@dataclass
class Tally:
    """Counts over any number of pictures; two of them add up."""

    pictures: int = 0
    wanted: int = 0
    found: int = 0
    surplus: int = 0
    all_exact: int = 0
    visible: dict[str, int] = field(default_factory=lambda: dict.fromkeys(FIELDS, 0))
    exact: dict[str, int] = field(default_factory=lambda: dict.fromkeys(FIELDS, 0))
    given: dict[str, int] = field(default_factory=lambda: dict.fromkeys(FIELDS, 0))
    wrong: dict[str, int] = field(default_factory=lambda: dict.fromkeys(FIELDS, 0))
    identifiers: int = 0
    false_identifiers: int = 0
    unseen_dois: int = 0
    resolved_dois: int = 0
    confident: int = 0
    confident_and_exact: int = 0

    def add(self, other: "Tally") -> None:
        """Count the other's pictures in."""
        for name, value in vars(other).items():
            mine = getattr(self, name)
            summed = (
                {key: mine[key] + value[key] for key in mine} if name in _MAPS else mine + value
            )
            setattr(self, name, summed)


_MAPS = ("visible", "exact", "given", "wrong")


def tally_of(read: Sequence[Item], true: Sequence[Item]) -> Tally:
    """Score one picture: what was read against what it shows."""
    pairs = paired(read, true)
    whole = [(one, item) for one, item in pairs if not item.get("partial")]
    wanted = [item for item in true if not item.get("partial")]
    surplus = len(read) - len(pairs)
    tally = Tally(pictures=1, wanted=len(wanted), found=len(whole), surplus=surplus)
    for item in wanted:
        _count_visible(tally, item)
    for one, item in whole:
        _count_pair(tally, one, item)
    _count_identifiers(tally, read, true)
    return tally


def paired(read: Sequence[Item], true: Sequence[Item]) -> list[tuple[Item, Item]]:
    """Each read item with the true one it means, one to one: by identifier, else by title."""
    likeness = [
        (_likeness(one, item), i, j) for i, one in enumerate(read) for j, item in enumerate(true)
    ]
    pairs: list[tuple[Item, Item]] = []
    used_read: set[int] = set()
    used_true: set[int] = set()
    for alike, i, j in sorted(likeness, key=lambda entry: -entry[0]):
        if alike >= SAME_ITEM and i not in used_read and j not in used_true:
            pairs.append((read[i], true[j]))
            used_read.add(i)
            used_true.add(j)
    return pairs


def is_exact(name: str, value: Any, item: Item) -> bool:
    """Whether a value says the same as the item's."""
    return COMPARED.get(name, _same_text)(value, item, name)


def _likeness(one: Item, item: Item) -> float:
    if any(one.get(name) and one[name] == item.get(name) for name in IDENTIFIERS):
        return 101.0
    if not one.get("title"):
        # Nothing to tell it by but its numbers.
        same = sum(
            bool(one.get(n)) and is_exact(n, one[n], item) for n in ("volume", "pages", "year")
        )
        return 70.0 if same >= 2 else 0.0
    return fuzz.ratio(_bare(one["title"]), _bare(item.get("title") or ""))


def _count_visible(tally: Tally, item: Item) -> None:
    for name in item["visible"]:
        if name in tally.visible:
            tally.visible[name] += 1
    tally.unseen_dois += _has_unseen_doi(item)


def _count_pair(tally: Tally, one: Item, item: Item) -> None:
    shown = [name for name in FIELDS if name in item["visible"]]
    exact = {name for name in shown if one.get(name) and is_exact(name, one[name], item)}
    for name in shown:
        tally.exact[name] += name in exact
        tally.given[name] += bool(one.get(name))
        tally.wrong[name] += bool(one.get(name)) and name not in exact
    whole = len(exact) == len(shown)
    tally.all_exact += whole
    if (one.get("confidence") or 0) >= 0.9:
        tally.confident += 1
        tally.confident_and_exact += whole
    tally.resolved_dois += _has_unseen_doi(item) and one.get("doi") == item["doi"]


def _has_unseen_doi(item: Item) -> bool:
    return bool(item.get("doi")) and "doi" not in item["visible"]


def _count_identifiers(tally: Tally, read: Sequence[Item], true: Sequence[Item]) -> None:
    for name in IDENTIFIERS:
        right = {item.get(name) for item in true}
        given = [one[name] for one in read if one.get(name)]
        tally.identifiers += len(given)
        tally.false_identifiers += sum(value not in right for value in given)


def _same_text(value: Any, item: Item, name: str) -> bool:
    return _bare(str(value)) == _bare(str(item.get(name) or ""))


def _same_journal(value: Any, item: Item, name: str) -> bool:
    names = (item.get(key) for key in JOURNAL_NAMES)
    return _bare(str(value)) in {_bare(known) for known in names if known}


def _same_authors(value: Any, item: Item, name: str) -> bool:
    """The same people by family name and order; given names may be initials, before or behind.

    Where a page prints only some of them, the record's whole list is right as well.
    """
    printed, known = item["authors"], item.get("authors_full", [])
    return any(_same_people(value, people) for people in (printed, known))


def _same_people(some: Sequence[str], others: Sequence[str]) -> bool:
    return len(some) == len(others) and all(map(_same_person, some, others))


def _same_person(one: str, other: str) -> bool:
    some, more = sorted((_names(one), _names(other)), key=len)
    return bool(some) and some <= more


def _names(person: str) -> set[str]:
    """The words of a name without its initials: "Fernhill, A. B.", "AB Fernhill"."""
    words = re.split(r"[\s,.]+", unicodedata.normalize("NFKC", person))
    return {_bare(word) for word in words if word and not re.fullmatch(r"[^\W\d_a-z]{1,3}", word)}


def _bare(text: str) -> str:
    """Letters and figures alone, in lower case; Thai vowels and accents are letters here."""
    normal = unicodedata.normalize("NFKC", text).casefold()
    return "".join(letter for letter in normal if unicodedata.category(letter)[0] in "LNM")


def _same_title(value: Any, item: Item, name: str) -> bool:
    titles = (item.get(key) for key in ("title", "title_english"))
    return _bare(str(value)) in {_bare(title) for title in titles if title}


COMPARED: dict[str, Callable[[Any, Item, str], bool]] = {
    "title": _same_title,
    "journal": _same_journal,
    "authors": _same_authors,
}


def percent(part: int, whole: int) -> str:
    """A share as a table shows it; a dash where there was nothing to count."""
    return f"{100 * part / whole:.1f}" if whole else "–"


def table(rows: Iterable[tuple[str, Tally]]) -> str:
    """One line a tally: items, recall, exact shares of the visible fields, what was wrong."""
    head = ["", "n", "items", "recall", "surplus", *FIELDS, "ALL", "false ids", "wrong num"]
    lines = [head, *(_cells(name, tally) for name, tally in rows)]
    widths = [max(len(line[n]) for line in lines) for n in range(len(head))]
    return "\n".join(
        "  ".join(
            cell.ljust(width) if n == 0 else cell.rjust(width)
            for n, (cell, width) in enumerate(zip(line, widths, strict=True))
        )
        for line in lines
    )


def _cells(name: str, tally: Tally) -> list[str]:
    wrong = sum(tally.wrong[one] for one in NUMBERS)
    given = sum(tally.given[one] for one in NUMBERS)
    return [
        name,
        str(tally.pictures),
        str(tally.wanted),
        percent(tally.found, tally.wanted),
        str(tally.surplus),
        *(percent(tally.exact[one], tally.visible[one]) for one in FIELDS),
        percent(tally.all_exact, tally.wanted),
        f"{tally.false_identifiers}/{tally.identifiers}",
        f"{wrong}/{given}",
    ]
