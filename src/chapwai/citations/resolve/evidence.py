"""What speaks for and against a record being the article that was read."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

from rapidfuzz.distance import Levenshtein

from chapwai.citations.citation import Citation
from chapwai.citations.journals.names import same_journal, unlike_journals
from chapwai.citations.misreading import LOOK_ALIKE
from chapwai.citations.record import Record
from chapwai.citations.resolve.people import (
    MOST_SEEN,
    alikeness,
    same_first_author,
    shared_authors,
)
from chapwai.citations.resolve.titles import TitleMatch, compared_titles

# In identifiers that were read badly, one sign in so many may be misread.
LETTERS_TO_A_MISREAD_ONE = 6
# How much alike (of 100) lists of names are that were read badly, and those of other people.
SAME_NAMES, OTHER_NAMES = 70, 50
IDENTIFIERS = ("doi", "pmid", "pmcid")
# Only the order in which records are looked at and offered hangs on these.
WEIGHTS = {
    "doi": 5.0,
    "pmid": 5.0,
    "pmcid": 5.0,
    "pages": 1.5,
    "volume": 1.0,
    "authors": 1.0,
    "journal": 1.0,
    "year": 0.7,
}


class Agreement(Enum):
    """What one field says about two descriptions."""

    YES = "yes"
    NO = "no"
    NEARLY = "nearly"  # one sign differs: perhaps a misread figure, perhaps the neighbour
    UNKNOWN = "unknown"  # one side is silent, or the difference means nothing


YES, NO, NEARLY, UNKNOWN = Agreement


@dataclass(frozen=True, kw_only=True)
class Evidence:
    """A record beside what was read, field by field."""

    record: Record
    title: TitleMatch
    fields: dict[str, Agreement]
    identical: frozenset[str]  # identifiers that are equal to the last sign, not only look alike
    doubtful: frozenset[str]  # fields that were read badly
    years_apart: int | None = None

    def says(self, *names: str) -> bool:
        """Whether all of these fields agree."""
        return all(self.fields[name] is YES for name in names)

    def agreeing(self, *names: str) -> int:
        """How many of these fields agree."""
        return sum(self.fields[name] is YES for name in names)

    @property
    def against(self) -> frozenset[str]:
        """The fields that contradict; one wrong sign in a field read badly is no contradiction."""
        return frozenset(name for name in self.fields if self._contradicts(name))

    @property
    def nearly(self) -> frozenset[str]:
        """The fields in which one sign differs."""
        return frozenset(name for name, agreement in self.fields.items() if agreement is NEARLY)

    @property
    def weight(self) -> float:
        """A number to put records in order by; nothing else hangs on it."""
        says = {YES: 1.0, NO: -1.0}
        fields = sum(WEIGHTS[name] * says.get(found, 0) for name, found in self.fields.items())
        return self.title.ratio / 20 + self.title.likeness + fields

    def _contradicts(self, name: str) -> bool:
        agreement = self.fields[name]
        return agreement is NO or (agreement is NEARLY and name not in self.doubtful)


def evidence_for(record: Record, citation: Citation) -> Evidence:
    """Compare a record with what was read."""
    return Evidence(
        record=record,
        title=compared_titles(citation.title, record.title),
        fields={name: compare(citation, record) for name, compare in COMPARISONS.items()},
        identical=frozenset(name for name in IDENTIFIERS if _is_identical(name, citation, record)),
        doubtful=citation.doubtful,
        years_apart=years_apart(citation.year, record.year),
    )


def first_page(pages: str | None) -> str:
    """Where the pages begin, in lower case: s412 of S412-S419; empty if nobody knows."""
    first = re.split(r"[-,;]", pages or "")[0].lower().replace(" ", "")
    # Some sources leave out the e of electronic pages.
    return re.sub(r"^e(?=\d)", "", first)


def years_apart(one: str | None, other: str | None) -> int | None:
    """How many years lie between the two, None unless both are years."""
    if not (one or "").isdecimal() or not (other or "").isdecimal():
        return None
    return abs(int(one or 0) - int(other or 0))


def end_alike(one: str | None, other: str | None) -> bool:
    """Whether the last pages are the same, as far as both are known."""
    last, other_last = _last_page(one), _last_page(other)
    return last == other_last or not last or not other_last


def _last_page(pages: str | None) -> str:
    return (pages or "").partition("-")[2].strip().lower()


def same_volume(one: str | None, other: str | None) -> bool:
    """Whether both are one volume: 12, Vol. 12, 12 Suppl 1."""
    return _bare(one) == _bare(other)


def are_look_alikes(one: str, other: str) -> bool:
    """Whether two identifiers are one, read by an engine that confuses 0 and o, 1 and l."""
    return one != other and _folded(one) == _folded(other)


def _identifier(name: str) -> Callable[[Citation, Record], Agreement]:
    def compare(citation: Citation, record: Record) -> Agreement:
        seen, recorded = getattr(citation, name), getattr(record, name)
        if not seen or not recorded:
            return UNKNOWN
        if seen == recorded or are_look_alikes(seen, recorded):
            return YES
        is_doubtful = name in citation.doubtful
        slack = max(1, len(seen) // LETTERS_TO_A_MISREAD_ONE) if is_doubtful else 1
        return _differing(seen, recorded, slack=slack)

    return compare


def _is_identical(name: str, citation: Citation, record: Record) -> bool:
    return bool(getattr(citation, name)) and getattr(citation, name) == getattr(record, name)


def _year(citation: Citation, record: Record) -> Agreement:
    """An article appears online in one year and in print in the next."""
    apart = years_apart(citation.year, record.year)
    if apart is not None and apart > 1:
        return _differing(citation.year or "", record.year or "")
    return YES if apart == 0 else UNKNOWN


def _volume(citation: Citation, record: Record) -> Agreement:
    return _number(_bare(citation.volume), _bare(record.volume))


def _pages(citation: Citation, record: Record) -> Agreement:
    """The first page counts: last pages are left out, shortened and misprinted."""
    seen, recorded = first_page(citation.pages), first_page(record.pages)
    agreement = _number(seen, recorded)
    has_last_page = _last_page(citation.pages) and _last_page(record.pages)
    if agreement is not YES and has_last_page and end_alike(citation.pages, record.pages):
        return UNKNOWN  # no two articles end on one page and begin on two: a misread first page
    return agreement


def _number(seen: str, recorded: str) -> Agreement:
    if not seen or not recorded:
        return UNKNOWN
    if seen.lstrip("0") == recorded.lstrip("0"):
        return YES
    return _differing(seen, recorded)


def _differing(seen: str, recorded: str, *, slack: int = 1) -> Agreement:
    """So many wrong, lost or added signs may be misread ones."""
    return NEARLY if Levenshtein.distance(seen, recorded) <= slack else NO


def _authors(citation: Citation, record: Record) -> Agreement:
    if not citation.authors or not record.authors:
        return UNKNOWN
    shared = shared_authors(citation.authors, record.authors)
    alike = alikeness(citation.authors, record.authors)
    most_shared = 2 * shared > min(MOST_SEEN, len(citation.authors))
    if most_shared or same_first_author(citation.authors, record.authors) or alike >= SAME_NAMES:
        return YES
    return UNKNOWN if shared or alike > OTHER_NAMES or "authors" in citation.doubtful else NO


def _journal(citation: Citation, record: Record) -> Agreement:
    if citation.issn and citation.issn in record.issns:
        return YES
    names = [name for name in (record.journal, record.abbreviation) if name]
    if not citation.journal or not names:
        return UNKNOWN
    if any(same_journal(citation.journal, name) for name in names):
        return YES
    is_clear = "journal" not in citation.doubtful
    is_other = all(unlike_journals(citation.journal, name) for name in names)
    return NO if is_clear and is_other else UNKNOWN


COMPARISONS: dict[str, Callable[[Citation, Record], Agreement]] = {
    "doi": _identifier("doi"),
    "pmid": _identifier("pmid"),
    "pmcid": _identifier("pmcid"),
    "year": _year,
    "volume": _volume,
    "pages": _pages,
    "authors": _authors,
    "journal": _journal,
}


def _bare(volume: str | None) -> str:
    """The number alone, of Vol. 12 Suppl 1 too."""
    found = re.search(r"[a-z]{0,2}\d{1,6}", (volume or "").lower().replace("vol", ""))
    return found.group() if found else ""


def _folded(identifier: str) -> str:
    """Without the dots and strokes, which engines lose and invent."""
    return re.sub(r"[\W_]", "", identifier.lower().translate(LOOK_ALIKE))
