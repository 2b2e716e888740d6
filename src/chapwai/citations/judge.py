"""From what was seen, once or twice, to a citation that admits its doubts.

A page is read twice, by a quick model and by a careful one. Where both agree, a field is sure.
Where they differ, the careful one is believed and the field is called doubtful; but an identifier
is only given when its sightings agree, because a wrong one fetches the wrong article.
"""

from collections import Counter
from collections.abc import Sequence
from types import MappingProxyType

from rapidfuzz import fuzz

from chapwai.citations.citation import Citation, Verdict
from chapwai.citations.description import Description
from chapwai.citations.lines import confidence_of
from chapwai.citations.wording import letters_of

NUMBERS = ("year", "volume", "issue", "pages", "issn")
WORDS = ("title", "journal")
# Two readings of a title that are this much alike (of 100) differ by a letter or two.
ALIKE = 95
# Lines read with less than this may hold anything.
LEAST_CONFIDENCE = 0.85
COST_OF_A_DOUBT = 0.12
MOST_WITHOUT_IDENTIFIER = 0.7
MOST_WITHOUT_TITLE = 0.5


def judged_photo(quick: Description, careful: Description) -> Citation:
    """The citation that two looks at the same page give."""
    doi, doi_doubted = elected([*careful.dois, *quick.dois])
    pmid, pmid_doubted = elected([*careful.pmids, *quick.pmids])
    doubtful = {
        *(name for name in NUMBERS if getattr(quick, name) != getattr(careful, name)),
        *(name for name in WORDS if not _alike(getattr(quick, name), getattr(careful, name))),
        *({"authors"} if not _same_names(quick.authors, careful.authors) else ()),
        *({"doi"} if doi_doubted else ()),
        *({"pmid"} if pmid_doubted else ()),
        *({"title"} if confidence_of(careful.lines) < LEAST_CONFIDENCE else ()),
    }
    return _citation(careful, doi=doi, pmid=pmid, doubtful=doubtful, origin="screen")


def judged_once(seen: Description) -> Citation:
    """The citation of a page that only one look understood: all of it is doubtful."""
    doi, pmid = elected(seen.dois)[0], elected(seen.pmids)[0]
    given = {name for name in (*NUMBERS, *WORDS, "authors") if getattr(seen, name)}
    doubtful = given | {name for name, found in (("doi", doi), ("pmid", pmid)) if found}
    return _citation(seen, doi=doi, pmid=pmid, doubtful=doubtful, origin="screen")


def judged_text(description: Description, *, origin: str) -> Citation:
    """The citation that typed or encoded text gives: nothing in it can be misread."""
    doi, pmid = _first(description.dois), _first(description.pmids)
    return _citation(description, doi=doi, pmid=pmid, doubtful=set(), origin=origin)


def judged_number(number: str) -> Citation:
    """The citation that a message of nothing but a number gives: perhaps a PMID."""
    perhaps = Description(pmids=(number,))
    return _citation(perhaps, doi=None, pmid=number, doubtful={"pmid"}, origin="text")


def verdict_on(citations: Sequence[Citation]) -> Verdict:
    """One word for what was found; there must be at least one citation."""
    if len(citations) > 1:
        return Verdict.SEVERAL
    citation = citations[0]
    if citation.doubtful or not citation.is_identified:
        return Verdict.UNSURE
    return Verdict.SURE


def elected(sightings: Sequence[str]) -> tuple[str | None, bool]:
    """The identifier that its sightings agree on, and whether there is doubt about it.

    A sighting that is only the beginning of another was cut off. One sighting alone is taken but
    doubted; of several the one seen most often wins, and a draw gives none.
    """
    whole = [_completed(seen, sightings) for seen in sightings]
    votes = Counter(whole).most_common(2)
    if not votes:
        return None, False
    if len(votes) == 1:
        return votes[0][0], votes[0][1] == 1
    (winner, most), (_, next_most) = votes
    return (winner, True) if most > next_most else (None, True)


def _completed(seen: str, sightings: Sequence[str]) -> str:
    longer = [other for other in sightings if other.startswith(seen) and other != seen]
    return max(longer, key=len) if longer else seen


def _alike(one: str | None, other: str | None) -> bool:
    if one is None or other is None:
        return one is other
    return fuzz.ratio(letters_of(one), letters_of(other)) >= ALIKE


def _same_names(some: Sequence[str], others: Sequence[str]) -> bool:
    return len(some) == len(others) and _alike(" ".join(some), " ".join(others))


def _first(found: Sequence[str]) -> str | None:
    return found[0] if found else None


def _citation(
    read: Description, *, doi: str | None, pmid: str | None, doubtful: set[str], origin: str
) -> Citation:
    fields = {
        "title": read.title,
        "authors": read.authors,
        "journal": read.journal,
        "year": read.year,
        "volume": read.volume,
        "issue": read.issue,
        "pages": read.pages,
        "issn": read.issn,
        "doi": doi,
        "pmid": pmid,
    }
    given = {name: value for name, value in fields.items() if value}
    return Citation(
        **given,  # type: ignore[arg-type]  # each value has its own field's type
        doubtful=frozenset(doubtful),
        origins=MappingProxyType(dict.fromkeys(given, origin)),
        confidence=_confidence(read, is_identified=bool(doi or pmid), doubts=len(doubtful)),
    )


def _confidence(read: Description, *, is_identified: bool, doubts: int) -> float:
    """How likely the whole item is right: the engine's own estimate, lowered by every doubt."""
    seen = confidence_of(read.lines) if read.lines else 1.0
    most = 1.0 if is_identified else MOST_WITHOUT_IDENTIFIER
    if not read.title and not is_identified:
        most = MOST_WITHOUT_TITLE
    return max(0.05, min(most, seen) - COST_OF_A_DOUBT * doubts)
