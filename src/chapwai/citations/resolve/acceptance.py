"""Whether a record is the article that was read: taken, offered, or left alone.

The rules are strict, because a wrong record brings a wrong DOI and the wrong article. The limits
were set by measuring (`benchmarks/reading/acceptance.py`), with the wanted record in the index and
with it taken out while its twins stay: parts, errata, replies, the same title in another year.
"""

from collections.abc import Sequence
from enum import IntEnum

from chapwai.citations.citation import Citation
from chapwai.citations.record import Record
from chapwai.citations.resolve.evidence import IDENTIFIERS, Evidence, end_alike, first_page
from chapwai.citations.resolve.people import same_first_author, shared_authors
from chapwai.citations.resolve.titles import (
    Likeness,
    contains_title,
    needs_company,
    same_but_for_subtitle,
    script_of,
)
from chapwai.citations.wording import letters_of

# One record that an identifier or a place names needs less of a title (of 100) than the best of
# thousands: titles of different articles are hardly ever that much alike.
VERIFIES = 60
# What may stand beside a title. A title that was misread needs two of these to agree, a misread
# one that is short or serial, so that many articles bear it, three.
COMPANY = ("year", "volume", "pages", "authors", "journal")
PLACE = ("year", "volume", "pages")
# Where title and place in the journal agree, these may be wrong: exported records are dirty.
FORGIVEN_AT_ITS_PLACE = frozenset({*IDENTIFIERS, "year", "authors", "journal"})
# So many fields bear an identifier out whose title nobody could read.
ENOUGH_WITHOUT_TITLE = 4
ENOUGH_FOR_A_GARBLED_TITLE = 2
ENOUGH_BETWEEN_TWO = 2
# With the title and so many fields right, the others may each have one misread sign.
ENOUGH_TO_FORGIVE = 3
# The runner-up must be this much lighter, unless it is the same paper.
CLEARLY_BEHIND = 1.0
# What a person typed, or a code held, is not read wrongly.
READ_EXACTLY = frozenset({"text", "qr"})


class Acceptance(IntEnum):
    """What becomes of a record."""

    LEFT = 0
    OFFERED = 1
    TAKEN = 2


def acceptance_of(evidence: Evidence, citation: Citation) -> Acceptance:
    """Judge one record by itself."""
    if evidence.agreeing(*IDENTIFIERS) and _is_verified(evidence, citation):
        return Acceptance.TAKEN
    if _is_taken_by_title(evidence, citation) or _is_taken_by_place(evidence, citation):
        return Acceptance.TAKEN
    return Acceptance.OFFERED if _is_worth_offering(evidence) else Acceptance.LEFT


def best_of(taken: Sequence[Evidence]) -> Evidence | None:
    """The one article among the records taken; None when two different ones may be it."""
    if not taken:
        return None
    best, *others = sorted(taken, key=_weight_and_print, reverse=True)
    rivals = [other for other in others if not same_paper(best.record, other.record)]
    is_clear = not rivals or best.weight - rivals[0].weight >= CLEARLY_BEHIND
    return best if is_clear else None


def _weight_and_print(evidence: Evidence) -> tuple[float, bool]:
    """Of an article ahead of print and the same in print the latter says more."""
    return evidence.weight, all(_place_of(evidence.record))


def same_paper(one: Record, other: Record) -> bool:
    """Whether two records describe one article, each perhaps without what the other has."""
    for name in IDENTIFIERS:
        if getattr(one, name) and getattr(other, name):
            return bool(getattr(one, name) == getattr(other, name))
    if _place_of(one) != _place_of(other):
        return False
    if all(_place_of(one)):
        return same_but_for_subtitle(one.title, other.title)
    return letters_of(one.title) == letters_of(other.title)


def _place_of(record: Record) -> tuple[str | None, ...]:
    return record.year, record.volume, first_page(record.pages)


def is_trusted(name: str, citation: Citation) -> bool:
    """Whether the identifier was read exactly: typed, or seen alike by every look."""
    return citation.origins.get(name) in READ_EXACTLY or name not in citation.doubtful


def _is_verified(evidence: Evidence, citation: Citation) -> bool:
    """Whether the title bears out the identifier that the record shares with the page."""
    if evidence.against & set(IDENTIFIERS):
        # The page's identifiers name two articles; all the rest has to decide.
        return evidence.title.is_same and evidence.agreeing(*COMPANY) >= ENOUGH_BETWEEN_TWO
    if evidence.title.is_same:
        return True
    if not (exact := evidence.identical):
        return False
    trusted = any(is_trusted(name, citation) for name in exact)
    match evidence.title.likeness:
        case Likeness.UNKNOWN:
            return trusted and not evidence.against
        case Likeness.WORDS:
            return True
        case Likeness.TWIN | Likeness.FIGURES:
            return trusted and _overrules_title(evidence, citation)
        case _:
            return _is_borne_out(evidence, citation, trusted=trusted)


def _overrules_title(evidence: Evidence, citation: Citation) -> bool:
    """Whether an identifier stands although a figure or a telling word of the title differs."""
    if evidence.says("volume", "pages"):
        return True
    is_twin = evidence.title.likeness is Likeness.TWIN
    is_twice_named = len(evidence.identical) > 1 and not is_twin
    is_longer = _contains(evidence, citation) and not is_twin
    is_borne_out = is_longer or evidence.agreeing(*COMPANY) >= ENOUGH_TO_FORGIVE
    return is_twice_named or (is_borne_out and not evidence.against)


def _is_borne_out(evidence: Evidence, citation: Citation, *, trusted: bool) -> bool:
    """Whether a badly read title, or all the rest, says that the identifier is right."""
    if evidence.title.ratio >= VERIFIES or _contains(evidence, citation):
        return True
    if evidence.says(*PLACE):
        return True
    # It may be the title that was misread, and not the identifier.
    is_title_garbled = trusted and "title" in citation.doubtful
    enough = ENOUGH_FOR_A_GARBLED_TITLE if is_title_garbled else ENOUGH_WITHOUT_TITLE
    return evidence.agreeing(*COMPANY) >= enough and not evidence.against


def _contains(evidence: Evidence, citation: Citation) -> bool:
    return contains_title(citation.title, evidence.record.title)


def _is_taken_by_title(evidence: Evidence, citation: Citation) -> bool:
    """The same title, nothing against it, and as much beside it as so much of a title needs."""
    if not evidence.title.is_same or evidence.against - _forgiven(evidence):
        return False
    if evidence.says("volume", "pages"):
        return True
    return not (_is_elsewhere(evidence, citation) or _may_be_a_preprint(evidence)) and (
        evidence.agreeing(*COMPANY) >= _needed(evidence, citation)
    )


def _is_elsewhere(evidence: Evidence, citation: Citation) -> bool:
    """Whether a place in the journal is shown, and nothing says that it is the record's.

    The same people may have published the same words before, in the same journal.
    """
    is_shown = any(getattr(citation, name) for name in PLACE)
    is_ahead_of_print = evidence.years_apart == 1 and not evidence.record.is_placed
    return is_shown and not is_ahead_of_print and not evidence.agreeing(*PLACE)


def _may_be_a_preprint(evidence: Evidence) -> bool:
    """Whether the record has neither a place nor the journal, as what is ahead of print there has.

    A preprint has the title, the people and often the year of the article, and another DOI.
    """
    return not evidence.record.is_placed and not evidence.says("journal")


def _forgiven(evidence: Evidence) -> frozenset[str]:
    """What may be wrong beside the same title: exported records are dirty, figures misread."""
    if evidence.says("volume", "pages"):
        return FORGIVEN_AT_ITS_PLACE
    is_misread = len(evidence.nearly) == 1  # year and volume both differ in next year's issue
    is_borne_out = evidence.agreeing(*COMPANY) >= ENOUGH_TO_FORGIVE
    if is_misread and is_borne_out and evidence.says("authors", "journal"):
        return evidence.nearly - set(IDENTIFIERS)
    return frozenset()


def _needed(evidence: Evidence, citation: Citation) -> int:
    """How many fields must agree beside the title."""
    is_common = needs_company(citation.title or "")
    if evidence.title.likeness is Likeness.EXACT and evidence.agreeing(*PLACE):
        return 2 if is_common else 1
    return 3 if is_common else 2


def _is_taken_by_place(evidence: Evidence, citation: Citation) -> bool:
    """Year, volume and first page agree, and somebody says which journal's they are."""
    if evidence.against or not evidence.says("volume", "pages"):
        return False
    # Pages print more than the title where it stands, and records leave out subtitles.
    is_part = evidence.title.likeness is Likeness.FIGURES
    if not is_part and same_but_for_subtitle(citation.title or "", evidence.record.title):
        return True
    if not evidence.says("year"):
        return False
    match evidence.title.likeness:
        case Likeness.TWIN:
            return False
        case Likeness.UNKNOWN:
            return _is_its_place_alone(evidence, citation)
        case Likeness.FIGURES:
            return evidence.says("authors", "journal")
        case Likeness.UNLIKE if evidence.title.ratio < VERIFIES:
            return "title" in citation.doubtful and evidence.says("authors", "journal")
        case _:
            return evidence.agreeing("authors", "journal") >= 1


def _is_its_place_alone(evidence: Evidence, citation: Citation) -> bool:
    """Whether a place without a title is one article's: several letters may begin on one page."""
    seen, recorded = citation.authors, evidence.record.authors
    if not end_alike(citation.pages, evidence.record.pages):
        return False
    if _has_these_authors(evidence, citation):
        return True
    are_silent = not seen or not recorded or script_of(seen[0]) != script_of(recorded[0])
    return evidence.says("journal") and (are_silent or evidence.says("authors"))


def _has_these_authors(evidence: Evidence, citation: Citation) -> bool:
    """One family name in common is chance; the first author's and another's are not."""
    recorded = evidence.record.authors
    is_first = same_first_author(citation.authors, recorded)
    return is_first and shared_authors(citation.authors, recorded) >= 2


def _is_worth_offering(evidence: Evidence) -> bool:
    return (
        evidence.title.likeness > Likeness.UNLIKE
        or bool(evidence.agreeing(*IDENTIFIERS))
        or evidence.says("volume", "pages", "journal")
    )
