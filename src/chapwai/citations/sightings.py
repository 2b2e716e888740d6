"""Which sightings of a DOI on a page count: legible ones, seen to their end.

A DOI has no words around it that would show a mistake, and a wrong one fetches the wrong article.
So on a page that is hard to read more is asked of it, and one that may go on in the next line is
none. What is left out stays a doubt, so that somebody is asked.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from rapidfuzz import fuzz

from chapwai.citations.description import Description
from chapwai.citations.identifier_pieces import ALONE
from chapwai.citations.identifiers import dois_in, pmids_in
from chapwai.citations.layouts.parts.running import goes_on, is_open
from chapwai.citations.lines import Line, confidence_of
from chapwai.citations.wording import is_thai, lowered, plain

# Of the DOIs on lines read with less, one in ten has a letter wrong, even if two looks agree.
LEAST_CONFIDENCE = 0.95
# A page read with less is a bad photo: there even surer lines have letters wrong.
CLEAR_PAGE = 0.96
LEAST_CONFIDENCE_ON_BAD_PHOTO = 0.985
# Publishers' numbers that begin with an S before eight or five figures; engines see a 5 in it.
S_SEEN_AS_5 = re.compile(
    r"(10\.\d{4,9}/)5(?=\d{4}-\d{3}[\dx]\(\d\d\)\d{5}-[\dx]$|\d{5}-\d{3}-\d{4,5}-[\da-z]$)"
)
# In most type a capital I and a small l are one stroke; only the letters beside them tell which.
ONE_STROKE = "Il"
# No capital stands between two small letters.
L_SEEN_AS_I = re.compile(r"(?<=[a-z])I(?=[a-z])")
# So is the 1 of 14205, which may be l4205: some publishers count by a letter and four figures,
# others by five figures; Wiley, under these two prefixes, only by figures.
# And the 1 of v1.03397-13, which may be vi, a journal's two capitals.
LETTER_OR_FIGURE = re.compile(
    r"10\.(?!1111/|1002/)\d{4,9}/(?:[a-z]{1,12}\.1\d{4}|[a-z]{1,4}1\.\d.{0,60})"
)
# The word stands in thousands of DOIs, and in small type its r and n are one letter.
JOURNAL_SEEN_AS_JOUMAL = ("/joumal.", "/journal.")
# What holds nothing but the rest of an address that was broken anywhere: 445, -019-0123-4
REST_ALONE = re.compile(
    r"(?=\S{0,40}\d)(?!(?:ISSN)?\d{4}-\d{3}[\dX]$|doi|10\.|\W?\d{1,3}[.\])]{1,2}$|\d\d?[.:]\d\d$)"
    r"[-./_(]?[\w.()/-]{3,40}"
)
# How far, in sizes of type, two lines of one column may begin apart.
SAME_LEFT = 1.0
# What a page puts in the place of all for which there was no room.
CUT_BEHIND = ("..", "…")
# Fewer letters at the end of a DOI are there by chance.
SHORTEST_PIECE = 3
# How much alike (of 100) two sightings of one DOI are.
SAME_DOI = 70
# Lines so far below one another, in sizes of type, may be one text.
STEP = 1.7
# What begins a line of its own: the next item, another address, the time of a message.
BEGINS_ANEW = re.compile(
    r"(?i)https?:|doi|10\.\d{4}|\W{0,2}[1-9]\d{0,2}[.\])]{0,2}(?:\s|$)(?!\S{0,9}\d)|\d\d?[:.]\d\d(?:\s|$)"
)


def with_trusted_dois(
    found: Sequence[Description], page: Sequence[Line], first_look: Sequence[Line] | None = None
) -> list[Description]:
    """The descriptions without the sightings that nobody should rely on.

    A page that needed a careful look stays a bad photo, however sure that look was.
    """
    least = _least_confidence(page if first_look is None else first_look)
    return [_trusted(seen, page, least) for seen in found]


def seen_before(
    found: Sequence[Description], first_look: Sequence[Line], page: Sequence[Line]
) -> list[Description]:
    """The descriptions with the identifiers that the first look at a page saw as well.

    Two models err each in its own way; one errs twice in the same.
    """
    if page is first_look:
        return list(found)
    dois, pmids = {*_dois_on(first_look)}, {*_pmids_on(first_look)}
    return [
        replace(
            seen,
            dois=tuple(doi for doi in seen.dois if doi in dois),
            pmids=tuple(pmid for pmid in seen.pmids if pmid in pmids),
        )
        for seen in found
    ]


def _dois_on(page: Sequence[Line]) -> Iterator[str]:
    """Every DOI on the lines, also as it would be if it went on in the line below."""
    for line in page:
        text = L_SEEN_AS_I.sub("l", plain(line.text))
        yield from dois_in(text)
        if is_open(text):
            below = (other for other in page if _is_below(line, other))
            yield from (doi for other in below for doi in dois_in(plain(text + other.text)))


def _pmids_on(page: Sequence[Line]) -> Iterator[str]:
    """Every PMID on the lines, also one that stands alone beside its label or below it."""
    for line in page:
        yield from pmids_in(plain(line.text))
        if ALONE.fullmatch(line.text):
            yield line.text.strip()


def are_of_two_articles(one: str, other: str) -> bool:
    """Whether these are the DOIs of two articles, and not one that was misread or cut."""
    is_cut = one.startswith(other) or other.startswith(one)
    return not is_cut and fuzz.ratio(one.partition("/")[2], other.partition("/")[2]) < SAME_DOI


def _least_confidence(page: Sequence[Line]) -> float:
    # The engine for Thai is never as sure as the one for whole pages.
    is_clear = confidence_of([line for line in page if not is_thai(line.text)]) >= CLEAR_PAGE
    return LEAST_CONFIDENCE if is_clear else LEAST_CONFIDENCE_ON_BAD_PHOTO


def _trusted(seen: Description, page: Sequence[Line], least: float) -> Description:
    trusted = tuple(doi for doi in seen.dois if _is_trusted(doi, seen, page, least))
    left_out = [doi for doi in seen.dois if doi not in trusted]
    doubts = seen.guessed | ({"doi"} if left_out else set())
    if any(are_of_two_articles(one, other) for one in trusted for other in left_out):
        trusted = ()  # the article's own may be the one that nobody can rely on
    whole = tuple(_spelt(doi, seen.lines) for doi in trusted)
    return replace(seen, dois=whole, guessed=doubts)


def _spelt(doi: str, lines: Sequence[Line]) -> str:
    """The DOI with the signs that engines must have misread, because no DOI has them there."""
    prefix, slash, suffix = doi.partition("/")
    printed = (_as_printed(doi, lines) or suffix).replace(",", ".")
    whole = f"{prefix}{slash}{printed.lower()}".replace(*JOURNAL_SEEN_AS_JOUMAL)
    return S_SEEN_AS_5.sub(r"\1s", whole)


def _is_trusted(doi: str, seen: Description, page: Sequence[Line], least: float) -> bool:
    bearing = [line for line in seen.lines if doi in dois_in(plain(line.text))]
    legible = [line.confidence >= least for line in bearing or _pieces_of(doi, seen.lines)]
    # One legible sighting bears it out; one that was put together must be legible in each piece.
    is_legible = any(legible) if bearing else all(legible)
    is_whole = not any(_may_go_on(line, page) or _is_cut(doi, line) for line in bearing)
    return is_legible and is_whole and _is_plain(doi, seen.lines)


def _pieces_of(doi: str, lines: Sequence[Line]) -> list[Line]:
    return [line for line in lines if _holds_piece(line, doi)]


def _holds_piece(line: Line, doi: str) -> bool:
    """Whether a DOI that was put together begins at the end of this line, or ends at its start."""
    words = plain(line.text).lower().split()
    if not words:
        return False
    _, prefix, begun = words[-1].partition("10.")
    rest = words[0].rstrip(".,;)")
    is_end = len(rest) >= SHORTEST_PIECE and doi.endswith(rest)
    return is_end or (bool(prefix) and doi.startswith(prefix + begun))


def _is_plain(doi: str, lines: Sequence[Line]) -> bool:
    """Whether no stroke in it may as well be another letter, or a figure."""
    return not LETTER_OR_FIGURE.fullmatch(doi) and _is_spelt_one_way(_as_printed(doi, lines))


def _as_printed(doi: str, lines: Sequence[Line]) -> str:
    """What follows the slash, with its capitals; empty if a code or a guess gave the DOI."""
    text = "".join(plain(line.text) for line in lines)
    begins = lowered(text).find(doi)
    printed = text[begins : begins + len(doi)].partition("/")[2] if begins >= 0 else ""
    return L_SEEN_AS_I.sub("l", printed)


def _is_spelt_one_way(printed: str) -> bool:
    """Whether every stroke that may be either letter stands among letters of its own case."""
    words = re.findall(r"[A-Za-z]+", printed)
    return all(_suits(word, printed) for word in words if set(word) & set(ONE_STROKE))


def _suits(word: str, printed: str) -> bool:
    beside = "".join(letter for letter in word if letter not in ONE_STROKE)
    beside = beside or re.sub(rf"[^A-Za-z]|[{ONE_STROKE}]", "", printed)
    return ("I" not in word and beside.islower()) or ("l" not in word and beside.isupper())


def _is_cut(doi: str, line: Line) -> bool:
    """Whether a mark says that the DOI goes on: 10.5555/abc.12…"""
    return lowered(line.text).partition(doi)[2].startswith(CUT_BEHIND)


def _may_go_on(line: Line, page: Sequence[Line]) -> bool:
    """Whether the line below begins like the rest of an address that found no room on this one."""
    if not is_open(plain(line.text)):
        return False
    if any(_is_rest(other, line, page) for other in page if _is_below(line, other)):
        return True
    below = [other for other in page if _is_below(line, other) and _could_end(line, other)]
    margin = max(other.box.right for other in page if _shares_column(line, other))
    return any(line.box.right + _width_of_first_word(other) > margin for other in below)


def _is_rest(other: Line, line: Line, page: Sequence[Line]) -> bool:
    """Whether the line below is but a rest, at the same margin, and no value with its own label."""
    is_aligned = abs(other.box.left - line.box.left) < SAME_LEFT * line.size
    if not is_aligned or not REST_ALONE.fullmatch(plain(other.text)):
        return False
    return not any(_is_label(label, other) for label in page)


def _is_label(label: Line, value: Line) -> bool:
    is_level = abs(label.box.middle - value.box.middle) < 0.5 * value.size
    return is_level and label.box.right <= value.box.left


def _could_end(line: Line, other: Line) -> bool:
    return goes_on(line, other) and not BEGINS_ANEW.match(plain(other.text))


def _is_below(line: Line, other: Line) -> bool:
    step = other.box.middle - line.box.middle
    is_next = 0.5 * line.size < step < STEP * max(line.size, other.size)
    return is_next and _shares_column(line, other)


def _shares_column(line: Line, other: Line) -> bool:
    return other.box.left < line.box.right and line.box.left < other.box.right


def _width_of_first_word(line: Line) -> float:
    return len(line.text.split()[0]) * line.box.width / len(line.text)
