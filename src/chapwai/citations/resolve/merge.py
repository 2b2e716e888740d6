"""A citation and the record that it turned out to be, made one: which side gives which field."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Any

from chapwai.citations.citation import Citation
from chapwai.citations.record import Record
from chapwai.citations.resolve.evidence import are_look_alikes, first_page, same_volume, years_apart
from chapwai.citations.resolve.people import same_order
from chapwai.citations.resolve.titles import script_of
from chapwai.citations.wording import letters_of

CONFIDENCE = 0.98
COST_OF_A_DOUBT = 0.15
# Ahead of print an article has no place, and what the page says of it may have been overlooked.
CONFIDENCE_WITHOUT_PLACE = 0.83


@dataclass(frozen=True)
class Choice:
    """Which side gives a field, and whether somebody should look at it."""

    is_record: bool
    is_doubtful: bool = False


SCREEN, RECORD = Choice(is_record=False), Choice(is_record=True)


def merged(citation: Citation, record: Record) -> Citation:
    """The citation with what the record knows better; `origins` says where each field came from."""
    fields = {name: getattr(citation, name) for name in RULES}
    origins, doubtful = dict(citation.origins), set(citation.doubtful)
    for name, choose in RULES.items():
        choice = _chosen(choose, name, citation, record)
        if choice.is_record:
            fields[name], origins[name] = _of_record(record, name), record.origin
        doubtful.discard(name)
        if choice.is_doubtful:
            doubtful.add(name)
    return replace(
        citation,
        **fields,
        origins=MappingProxyType(origins),
        doubtful=frozenset(doubtful),
        confidence=_confidence(fields, doubts=len(doubtful)),
    )


def _confidence(fields: dict[str, Any], *, doubts: int) -> float:
    has_place = fields["volume"] or fields["pages"]
    best = CONFIDENCE if has_place else CONFIDENCE_WITHOUT_PLACE
    return max(0.05, best - COST_OF_A_DOUBT * doubts)


def _chosen(choose: "Rule", name: str, citation: Citation, record: Record) -> Choice:
    """A side that is silent never wins; a doubt about what only the screen says stays."""
    if not _of_record(record, name):
        return Choice(is_record=False, is_doubtful=name in citation.doubtful)
    if not getattr(citation, name):
        return RECORD
    return choose(name, citation, record)


def _of_record(record: Record, name: str) -> Any:
    if name == "issn":
        return record.issns[0] if record.issns else None
    if name == "journal":
        return record.journal or record.abbreviation
    if name == "year" and not record.is_placed:
        return None  # of its year in print, which the page may show, it knows nothing
    return getattr(record, name)


def _words(name: str, citation: Citation, record: Record) -> Choice:
    """Screens are noisy and cut, records complete; but a page's own script is not translated."""
    seen, recorded = str(getattr(citation, name)), str(_of_record(record, name))
    return RECORD if script_of(seen) == script_of(recorded) else SCREEN


def _authors(name: str, citation: Citation, record: Record) -> Choice:
    """Some sources list the first authors only; then the page knows more."""
    is_longer = len(citation.authors) > len(record.authors)
    has_all = is_longer and same_order(record.authors, citation.authors)
    is_sure = "authors" not in citation.doubtful
    return SCREEN if has_all and is_sure else _words(name, citation, record)


def _identifier(name: str, citation: Citation, record: Record) -> Choice:
    """The title has verified the record's; one read well that is quite another is looked at."""
    seen, recorded = getattr(citation, name), getattr(record, name)
    is_same = seen == recorded or are_look_alikes(seen, recorded)
    is_doubtful = not is_same and name not in citation.doubtful
    return Choice(is_record=seen != recorded, is_doubtful=is_doubtful)


def _issn(name: str, citation: Citation, record: Record) -> Choice:
    """The page may show the print or the electronic one, if it is the journal's at all."""
    return SCREEN if citation.issn in record.issns else RECORD


def _year(name: str, citation: Citation, record: Record) -> Choice:
    """Online in one year, in print in the next: the screen says which one is asked for."""
    apart = years_apart(citation.year, record.year) or 0
    if apart and name in citation.doubtful:
        return RECORD
    return Choice(is_record=False, is_doubtful=apart > 1)


def _volume(name: str, citation: Citation, record: Record) -> Choice:
    return _number(name, citation, is_same=same_volume(citation.volume, record.volume))


def _issue(name: str, citation: Citation, record: Record) -> Choice:
    """3 and 3 Suppl 1 do not contradict each other: the page says which of the two it is."""
    seen, recorded = letters_of(citation.issue or ""), letters_of(record.issue or "")
    return _number(name, citation, is_same=seen in recorded or recorded in seen)


def _pages(name: str, citation: Citation, record: Record) -> Choice:
    """A page that shows only where the article begins is completed."""
    begins_alike = first_page(citation.pages) == first_page(record.pages)
    if begins_alike and "-" not in (citation.pages or ""):
        return RECORD
    is_whole = begins_alike and "-" not in (record.pages or "")
    return _number(name, citation, is_same=is_whole or citation.pages == record.pages)


def _number(name: str, citation: Citation, *, is_same: bool) -> Choice:
    """What was read well is believed; where the record says something else, it is looked at."""
    if not is_same and name in citation.doubtful:
        return RECORD
    return Choice(is_record=False, is_doubtful=not is_same)


Rule = Callable[[str, Citation, Record], Choice]
# Asked only where both sides say something.
RULES: dict[str, Rule] = {
    "title": _words,
    "authors": _authors,
    "journal": _words,
    "issn": _issn,
    "year": _year,
    "volume": _volume,
    "issue": _issue,
    "pages": _pages,
    "doi": _identifier,
    "pmid": _identifier,
    "pmcid": _identifier,
}
