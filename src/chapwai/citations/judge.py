"""From what was seen, once or twice, to a citation that admits its doubts.

A page is read twice, by a quick model and by a careful one. Where both agree, a field is sure.
Where they differ, the careful one is believed and the field is called doubtful; but an identifier
is only given when its sightings agree, because a wrong one fetches the wrong article.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from types import MappingProxyType

from rapidfuzz import fuzz
from rapidfuzz.distance import Hamming

from chapwai.citations.believable_numbers import with_believable_numbers
from chapwai.citations.citation import Citation, Verdict
from chapwai.citations.description import Description
from chapwai.citations.faint import faintly_read
from chapwai.citations.journals.spelling import spelt_journal
from chapwai.citations.likelihood import legibility_of, likelihood
from chapwai.citations.lines import confidence_of
from chapwai.citations.misreading import LOOK_ALIKE
from chapwai.citations.sightings import are_of_two_articles
from chapwai.citations.spelt_names import as_spelt
from chapwai.citations.wording import letters_of

NUMBERS = ("year", "volume", "issue", "pages", "issn")
FIELDS = ("title", "authors", "journal", *NUMBERS)
# How much alike (of 100) two readings of words must be: a letter or two may differ.
ALIKE = 95
# Lines read with less than this may hold anything.
LEAST_CONFIDENCE = 0.85
# What is cut off an identifier has so many signs at least.
LEAST_CUT_OFF = 2
# Letters that are lost between others, or beside a slash.
THIN = "il1"
# Raised letters behind names, which engines glue to them.
GLUED_LETTERS = tuple("abcdefgh")
# Martínez, Rodríguez, Díaz: Spanish names that nobody writes otherwise.
ACCENT_ON_I = re.compile(r"í(?:n|ng|r|gu|qu|t)ez\b|\bDíaz\b|\bVíctor\b")
NO_ACCENT_ON_I = str.maketrans("íì", "ii")


def judged_photo(quick: Description, careful: Description) -> Citation:
    """The citation that two looks at the same page give."""
    doi, doi_doubted = elected(_numbered([*careful.dois, *quick.dois]))
    pmid, pmid_doubted = elected([*careful.pmids, *quick.pmids])
    doubtful = {
        *(name for name in FIELDS if _contradict(quick, careful, name)),
        *careful.guessed,
        # An identifier names the article whatever letter of its words was taken for another.
        *(() if doi or pmid else faintly_read(careful)),
        *({"doi"} if doi_doubted else ()),
        *({"pmid"} if pmid_doubted else ()),
        *({"title"} if confidence_of(careful.lines) < LEAST_CONFIDENCE else ()),
    }
    whole = with_believable_numbers(_without_cut_numbers(quick, with_accents_of(quick, careful)))
    return _citation(_spelt(whole), doi=doi, pmid=pmid, doubtful=doubtful, origin="screen")


def with_accents_of(quick: Description, careful: Description) -> Description:
    """The careful reading with the accents that only the quick one saw.

    Engines lose accents on bad pictures; they do not invent them.
    """
    pairs = zip(quick.authors, careful.authors, strict=False)
    accented = tuple(_accented(one, _unglued(one, other)) for one, other in pairs)
    return replace(
        careful,
        title=_accented(quick.title or "", careful.title or "") or None,
        authors=(*accented, *careful.authors[len(accented) :]),
    )


def _without_cut_numbers(quick: Description, careful: Description) -> Description:
    """Of 128 and 128344 one was cut or glued to something, and nobody can say from here which."""
    return replace(
        careful,
        volume=_unless_cut(quick.volume, careful.volume),
        issue=_unless_cut(quick.issue, careful.issue),
        pages=_unless_cut(quick.pages, careful.pages),
    )


def _unless_cut(one: str | None, other: str | None) -> str | None:
    is_cut = one and other and one != other and (one.startswith(other) or other.startswith(one))
    return None if is_cut else other


def _spelt(read: Description) -> Description:
    """With the letters that names and journals must have; on a photo all are shapes."""
    journal = spelt_journal(read.journal) if read.journal else None
    return replace(read, authors=tuple(map(as_spelt, read.authors)), journal=journal)


def judged_once(seen: Description) -> Citation:
    """The citation of a page that only one look understood: all of it is doubtful."""
    doi, pmid = elected(_numbered(seen.dois))[0], elected(seen.pmids)[0]
    doubtful = {name for name in FIELDS if getattr(seen, name)}
    doubtful |= {name for name, found in (("doi", seen.dois), ("pmid", seen.pmids)) if found}
    whole = with_believable_numbers(seen)
    return _citation(_spelt(whole), doi=doi, pmid=pmid, doubtful=doubtful, origin="screen")


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
    # What somebody typed stands for itself; on a photo the title must bear the identifier out.
    is_borne_out = bool(citation.title) or "screen" not in citation.origins.values()
    if citation.doubtful or not citation.is_identified or not is_borne_out:
        return Verdict.UNSURE
    return Verdict.SURE


def elected(sightings: Sequence[str]) -> tuple[str | None, bool]:
    """The identifier that its sightings agree on, and whether there is doubt about it.

    A sighting that is only the beginning of another was cut off. One sighting alone is not enough:
    engines are sure of figures that they misread. Of several the clear winner is taken, unless its
    rival may be the same misread: then nobody can say from here which of the two is printed. Nor
    does one win that was read twice alike over another article's that was read in two ways.
    """
    votes = Counter(_completed(seen, sightings) for seen in sightings).most_common()
    if not votes:
        return None, False
    (winner, most), *rivals = votes
    if most == 1:
        return None, True
    if not rivals:
        return winner, False
    rival, fewer = rivals[0]
    others = sum(count for one, count in rivals if are_of_two_articles(winner, one))
    is_clear = most >= 2 * max(fewer, others) and not _could_be_the_same(winner, rival)
    return (winner if is_clear else None), True


def _numbered(dois: Sequence[str]) -> list[str]:
    """Those with a figure behind the slash: on a screen the others were cut off."""
    return [doi for doi in dois if re.search(r"/.*\d", doi)]


def _could_be_the_same(one: str, rival: str) -> bool:
    """Whether look-alikes alone tell them apart, or a thin letter that one look may have missed."""
    longer = (rival[:place] + rival[place + 1 :] for place in _thin_letters(rival))
    return one.translate(LOOK_ALIKE) == rival.translate(LOOK_ALIKE) or one in longer


def _thin_letters(doi: str) -> Iterator[int]:
    return (place for place, letter in enumerate(doi) if letter in THIN)


def _completed(seen: str, sightings: Sequence[str]) -> str:
    """The whole of what was cut off: one sign more may as well be an icon behind it."""
    least = len(seen) + LEAST_CUT_OFF
    longer = [other for other in sightings if other.startswith(seen) and len(other) >= least]
    return max(longer, key=len) if longer else seen


def _contradict(quick: Description, careful: Description, name: str) -> bool:
    """Whether the two looks differ; that the quick one missed a field is no contradiction."""
    one, other = getattr(quick, name), getattr(careful, name)
    if not one:
        return False
    if name == "authors":
        return len(one) != len(other) or not _alike(" ".join(one), " ".join(other))
    if name == "title":
        return not _alike(one, other or "")
    if name == "journal":
        return not _same_abbreviations(_folded(one), _folded(other or ""))
    return bool(one != other)


def _alike(one: str, other: str) -> bool:
    return fuzz.ratio(letters_of(one), letters_of(other)) >= ALIKE


def _same_abbreviations(one: str, other: str) -> bool:
    """In a journal's name a letter may differ, but a lost one may be a whole word: J Imag, Imag."""
    return len(one) == len(other) and Hamming.distance(one, other) <= 1


def _folded(text: str) -> str:
    return letters_of(text.lower().translate(LOOK_ALIKE))


def _accented(quick: str, careful: str) -> str:
    words, others = careful.split(" "), quick.split(" ")
    if len(words) != len(others):
        return careful
    return " ".join(map(_more_accented, words, others))


def _unglued(quick: str, careful: str) -> str:
    """Without the letter that leads to an address, if only one look took it for the name's own."""
    return careful[:-1] if careful[-1:] in GLUED_LETTERS and careful[:-1] == quick else careful


def _more_accented(word: str, other: str) -> str:
    same = letters_of(word) == letters_of(other) and len(word) == len(other)
    return other if same and _accents(other) > _accents(word) else word


def _accents(word: str) -> int:
    # A dot of i is easily taken for an accent, so that one counts for nothing in most names.
    seen = word if ACCENT_ON_I.search(word) else word.translate(NO_ACCENT_ON_I)
    return sum(not letter.isascii() and letter.isalpha() for letter in seen)


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
        "pmcid": _first(read.pmcids),
    }
    given = {name: value for name, value in fields.items() if value}
    return Citation(
        **given,  # type: ignore[arg-type]  # each value has its own field's type
        doubtful=frozenset(doubtful),
        origins=MappingProxyType(dict.fromkeys(given, origin)),
        is_marked=read.is_marked,
        legibility=legibility_of(read),
        confidence=likelihood(
            read, is_identified=bool(doi or pmid), doubts=len(doubtful), is_photo=origin == "screen"
        ),
    )
