"""How alike two titles are, and whether what differs is noise or another article.

Figures, single letters and words such as "erratum" tell articles apart whatever else is equal.
"""

import re
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache

from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein

from chapwai.citations.cut_marks import is_cut, without_cut_mark
from chapwai.citations.misreading import differs_by_noise, folded
from chapwai.citations.wording import letters_of, plain

# Thai vowels and tone marks stand within words, though they are no letters to `re`.
BETWEEN_WORDS = re.compile(r"(?:[^\w\u0e31-\u0e4e]|_)+")
TAG = re.compile(r"<[^<>]{1,60}>")
FEWEST_LETTERS_OF_A_CUT = 20
# Titles that are less alike (of 100) were not one title, however bad the picture.
ALIKE = 75
ROMAN = re.compile(r"(?:x{0,2}(?:ix|iv|v?i{0,3}))")
# Words that make another article of a title wherever they are added.
TWIN_WORDS = frozenset(
    folded(word)
    for word in (
        "erratum", "errata", "corrigendum", "correction", "corrections", "retraction", "retracted",
        "withdrawn", "reply", "replies", "response", "comment", "comments", "commentary",
        "addendum", "protocol", "update", "letter", "editorial", "rejoinder",
    )
)  # fmt: skip
# With these in it a title has brothers.
SERIAL_WORDS = TWIN_WORDS | set(
    map(folded, ("part", "parts", "series", "volume", "phase", "proceedings", "report"))
)

SHORT_TITLE = 40
LONGEST_TITLE = 1000


class Likeness(IntEnum):
    """What comparing two titles says, from least to most."""

    UNKNOWN = 0  # one is missing, or in another script
    UNLIKE = 1
    TWIN = 2  # alike, and an erratum, a reply or the like of it
    FIGURES = 3  # alike, and a figure or a single letter differs: part 1 and part 2
    WORDS = 4  # alike, and a word differs
    NOISE = 5  # the same as far as a bad picture lets one say
    EXACT = 6


@dataclass(frozen=True, kw_only=True)
class TitleMatch:
    """`ratio` is the share of equal letters, 0 to 100, over as much as a cut title shows."""

    likeness: Likeness
    ratio: float = 0.0

    @property
    def is_same(self) -> bool:
        return self.likeness >= Likeness.NOISE


@dataclass(frozen=True)
class _Letters:
    """A title's letters, and which of them tell articles apart: figures and single letters."""

    text: str
    telling: tuple[bool, ...]
    words: frozenset[str]
    script: str


def compared_titles(seen: str | None, recorded: str | None) -> TitleMatch:
    """Compare a title as it was read with one of a record."""
    one, other = _letters(without_cut_mark(seen or "")), _letters(recorded or "")
    if not one.text or not other.text or one.script != other.script:
        return TitleMatch(likeness=Likeness.UNKNOWN)
    if is_cut(seen or ""):
        other = _beginning(other, one)
    ratio = 100 * Levenshtein.normalized_similarity(one.text, other.text)
    return TitleMatch(likeness=_likeness(one, other, ratio), ratio=ratio)


def contains_title(seen: str | None, recorded: str) -> bool:
    """Whether one title is the other with something before or behind, a subtitle for instance."""
    one, other = _letters(seen or "").text, _letters(recorded).text
    shorter = min(len(one), len(other))
    return shorter >= FEWEST_LETTERS_OF_A_CUT and fuzz.partial_ratio(one, other) >= 90


def same_but_for_subtitle(one: str, other: str) -> bool:
    """Whether two records have one title, of which one may leave out the end or the beginning."""
    if (_letters(one).words ^ _letters(other).words) & TWIN_WORDS:
        return False
    return compared_titles(one, other).is_same or contains_title(one, other)


def script_of(text: str) -> str:
    """Latin or another: titles in two scripts have no letters in common to compare."""
    letters = [letter for letter in letters_of(text) if letter.isalpha()]
    foreign = sum(not letter.isascii() for letter in letters)
    return "latin" if 2 * foreign <= len(letters) else "other"


def needs_company(title: str) -> bool:
    """Whether so short or serial a title may be that of many articles."""
    letters = _letters(title)
    is_serial = bool(letters.words & SERIAL_WORDS)
    return len(letters.text) < SHORT_TITLE or is_serial or is_cut(title)


def _likeness(one: _Letters, other: _Letters, ratio: float) -> Likeness:
    if ratio < ALIKE:
        return Likeness.UNLIKE
    if (one.words ^ other.words) & TWIN_WORDS:
        return Likeness.TWIN
    if one.text == other.text:
        return Likeness.EXACT
    if _differ_in_figures(one, other):
        return Likeness.FIGURES
    return Likeness.NOISE if differs_by_noise(one.text, other.text) else Likeness.WORDS


def _differ_in_figures(one: _Letters, other: _Letters) -> bool:
    """Whether a figure or a single letter of either title is not in the other.

    A figure in the place of a letter is a misread one: twins have two figures, or one more.
    """
    for edit in Levenshtein.editops(one.text, other.text):
        seen = edit.tag != "insert" and one.telling[edit.src_pos]
        recorded = edit.tag != "delete" and other.telling[edit.dest_pos]
        is_misread = edit.tag == "replace" and seen != recorded
        if (seen or recorded) and not is_misread:
            return True
    return False


def _beginning(whole: _Letters, cut: _Letters) -> _Letters:
    """As much of the whole title as the cut one shows, a letter more or less."""
    length = len(cut.text)
    slack = 1 + length // 20
    ends = range(max(1, length - slack), length + slack + 1)
    best = max(ends, key=lambda end: Levenshtein.normalized_similarity(cut.text, whole.text[:end]))
    return _Letters(whole.text[:best], whole.telling[:best], cut.words & whole.words, whole.script)


@lru_cache(maxsize=4096)
def _letters(title: str) -> _Letters:
    plain_title = plain(TAG.sub("", title[:LONGEST_TITLE]))
    words = [letters_of(word) for word in BETWEEN_WORDS.split(plain_title)]
    bare = [folded(word) for word in words]
    telling = [tells for word in words for tells in _telling(word)]
    return _Letters("".join(bare), tuple(telling), frozenset(bare), script_of("".join(words)))


def _telling(word: str) -> list[bool]:
    if word != "a" and (len(word) == 1 or ROMAN.fullmatch(word)):
        return [True] * len(word)
    if len(folded(word)) != len(word):
        return [False] * len(folded(word))
    return [letter.isdigit() for letter in word]
