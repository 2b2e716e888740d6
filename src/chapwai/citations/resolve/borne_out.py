"""What the lines around a title say of a record that bears this title.

The record's own names and numbers are looked for, each for itself: that is more than a layout can
find on a page that is hard to read, and a number that is not the record's speaks against it.
"""

import re
from collections.abc import Sequence
from types import MappingProxyType
from typing import Any

from rapidfuzz import fuzz

from chapwai.citations.citation import Citation
from chapwai.citations.journals.names import same_journal
from chapwai.citations.lines import confidence_of
from chapwai.citations.record import Record
from chapwai.citations.resolve.evidence import first_page, same_volume, years_apart
from chapwai.citations.resolve.people import family_of
from chapwai.citations.resolve.stretch import Sighting
from chapwai.citations.resolve.surroundings import Surroundings
from chapwai.citations.resolve.titles import needs_company
from chapwai.citations.wording import letters_of, one_line

# How much alike (of 100) a word must be to be a name misread, and how long the name.
SAME_NAME = 84
SHORTEST_MISREAD = 5
# The same for journals; those with shorter names are compared with whole lines.
SAME_JOURNAL = 86
SHORTEST_JOURNAL = 10
LONGEST_LINE_OF_A_JOURNAL = 80
# Between volume and first page stand an issue, a year and a month at most.
MOST_BETWEEN = 4
# A number so long is hardly there by chance.
TELLING_PAGE = 3
# One of many authors says nothing, unless it is the first.
FEWEST_AUTHORS = 2
VOLUME = re.compile(r"[a-z]{0,2}\d{1,6}")


def borne_out(record: Record, seen: Sighting, page: Surroundings) -> Citation:
    """The record's article as far as the page shows it, and the numbers it shows instead."""
    near, naming = _surroundings(seen, page)
    fields: dict[str, Any] = {
        "title": one_line(seen.text),
        "authors": _authors(record, near),
        "journal": _journal(record, naming),
        "issn": next((issn for issn in near.issns if issn in record.issns), None),
        **_place(record, near, page),
    }
    others = _others(record, near, page)
    if fields.get("pages") == first_page(record.pages) and (fields["authors"] or fields["journal"]):
        others = _without_neighbours(others, record)
    given = {name: value for name, value in {**fields, **others}.items() if value}
    return Citation(
        **given,
        origins=MappingProxyType(dict.fromkeys(given, "screen")),
        legibility=confidence_of(seen.lines),
    )


def _surroundings(seen: Sighting, page: Surroundings) -> tuple[Surroundings, Surroundings]:
    """Where people and numbers stand, and where the journal: a list of contents names it once.

    Many articles bear a short title, so that what a neighbour says may be true of one of them.
    """
    near = page.around(seen.lines)
    if not needs_company(seen.text):
        return near, page
    own = near.unbroken(seen.lines)
    return own, own if own.sources else page


def _others(record: Record, near: Surroundings, page: Surroundings) -> dict[str, str | None]:
    identifiers = {name: _identifier(name, record, near) for name in near.identifiers}
    return {"year": _year(record, near, page), **identifiers}


def _without_neighbours(others: dict[str, str | None], record: Record) -> dict[str, str | None]:
    """Where the record's own place stands, another year or DOI is a neighbour's.

    But a year more or less is that of the article online or in print.
    """
    own = {name: value for name, value in others.items() if value == getattr(record, name)}
    return {"year": others["year"], **own} if years_apart(others["year"], record.year) == 1 else own


def _authors(record: Record, near: Surroundings) -> tuple[str, ...]:
    """Those of the record's that stand there."""
    found = tuple(name for name in record.authors if _is_named(family_of(name), near))
    is_first = bool(found) and found[0] == record.authors[0]
    return found if is_first or len(found) >= FEWEST_AUTHORS else ()


def _is_named(family: str, near: Surroundings) -> bool:
    if family in near.words:
        return True
    if len(family) < SHORTEST_MISREAD:
        return False
    is_misread = any(fuzz.ratio(family, word) >= SAME_NAME for word in near.words)
    is_glued = len(family) > SHORTEST_MISREAD and any(family in row for row in near.rows)
    return is_misread or is_glued


def _journal(record: Record, naming: Surroundings) -> str | None:
    """As the record has it, or shortened."""
    names = [name for name in (record.journal, record.abbreviation) if name]
    return next((name for name in names if _is_printed(name, naming)), None)


def _is_printed(journal: str, page: Surroundings) -> bool:
    wanted = letters_of(journal)
    if len(wanted) >= SHORTEST_JOURNAL:
        return fuzz.partial_ratio(wanted, "".join(page.rows)) >= SAME_JOURNAL
    texts = [line.text for line in page.lines if len(line.text) <= LONGEST_LINE_OF_A_JOURNAL]
    is_named = re.search(rf"\b{re.escape(journal)}\b", page.text)
    return bool(is_named) or any(same_journal(text, journal) for text in texts)


def _year(record: Record, near: Surroundings, page: Surroundings) -> str | None:
    """The record's, if it stands there; otherwise the year nearest to it."""
    years = near.years or tuple(source.year for source in page.heading if source.year)
    if not years or not (record.year or "").isdecimal():
        return None
    return min(years, key=lambda year: abs(int(year) - int(record.year or 0)))


def _place(record: Record, near: Surroundings, page: Surroundings) -> dict[str, str | None]:
    """Volume and first page of the record, if they stand there, otherwise those that do."""
    first = first_page(record.pages)
    if first and any(first in behind for behind in _behind_volume(record, near.numbers)):
        return {"volume": record.volume, "pages": first}
    sources = near.sources or page.heading
    its_own = next((one for one in sources if same_volume(one.volume, record.volume)), None)
    has_page = len(first) >= TELLING_PAGE and first in near.numbers
    if has_page or its_own:
        pages = first if has_page or its_own is None else its_own.pages
        return {"volume": record.volume if its_own else None, "pages": pages}
    return {"volume": sources[0].volume, "pages": sources[0].pages} if sources else {}


def _behind_volume(record: Record, numbers: Sequence[str]) -> list[Sequence[str]]:
    """The numbers that follow each sighting of the record's volume."""
    found = VOLUME.search((record.volume or "").lower())
    volume = found.group() if found else ""
    places = [at for at, number in enumerate(numbers) if number == volume]
    return [numbers[at + 1 : at + 2 + MOST_BETWEEN] for at in places]


def _identifier(name: str, record: Record, near: Surroundings) -> str | None:
    printed, wanted = near.identifiers[name], getattr(record, name)
    return str(wanted) if wanted in printed else next(iter(printed), None)
