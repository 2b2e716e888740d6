"""Whether two lists of authors are of the same people, whatever the order and spelling of names."""

import re
from collections.abc import Sequence
from functools import lru_cache

from rapidfuzz import fuzz

from chapwai.citations.wording import letters_of

# How much alike (of 100) a family name must be to be another one misread.
ALIKE = 84
SHORTEST_MISREAD = 5
FEWEST_LETTERS = 10
LONGEST_NAME = 200
# More of them say nothing new.
MOST_SEEN, MOST_RECORDED = 20, 100
ET_AL = re.compile(r"(?:\bet\s+al\b|…|\.{3}).*", re.IGNORECASE)


def shared_authors(seen: Sequence[str], recorded: Sequence[str]) -> int:
    """How many of those seen are among those of the record, by family name."""
    families = [family_of(name) for name in recorded[:MOST_RECORDED]]
    return sum(any(_bears(name, family) for family in families) for name in seen[:MOST_SEEN])


def same_first_author(seen: Sequence[str], recorded: Sequence[str]) -> bool:
    """Whether the first of both is one person."""
    return bool(seen and recorded) and _bears(seen[0], family_of(recorded[0]))


def alikeness(seen: Sequence[str], recorded: Sequence[str]) -> float:
    """How much alike (of 100) the names are that the lists begin with, 0 where that says little."""
    pairs = [(_letters(one), _letters(two)) for one, two in zip(seen, recorded, strict=False)]
    if sum(len(one) for one, _ in pairs) < FEWEST_LETTERS:
        return 0.0
    return sum(fuzz.ratio(one, two) for one, two in pairs) / len(pairs)


def same_order(some: Sequence[str], more: Sequence[str]) -> bool:
    """Whether the first list is the beginning of the second, person by person."""
    return len(some) <= len(more) and all(
        _bears(name, family_of(other)) for name, other in zip(some, more, strict=False)
    )


@lru_cache(maxsize=8192)
def family_of(name: str) -> str:
    """The letters of the family name: of Hollowell MQ, Hollowell, Margaret, Margaret Hollowell."""
    before, comma, _ = name[:LONGEST_NAME].partition(",")
    words = _full_words(before)
    if not words:
        return letters_of(before)
    has_initials_behind = _is_initials(before.split()[-1])
    # Of van der Berg AB all full words are the family's; of Anna van der Berg the last tells most.
    return letters_of("".join(words)) if comma or has_initials_behind else letters_of(words[-1])


def _bears(name: str, family: str) -> bool:
    """Whether the family's name is among the words of this name as printed."""
    if not family:
        return False
    words = _letters_of_words(name)
    whole = "".join(words)
    return any(
        word == family or (len(family) >= SHORTEST_MISREAD and fuzz.ratio(word, family) >= ALIKE)
        for word in (*words, whole, whole[-len(family) :])
    )


@lru_cache(maxsize=8192)
def _letters_of_words(name: str) -> tuple[str, ...]:
    return tuple(letters_of(word) for word in _full_words(ET_AL.sub("", name[:LONGEST_NAME])))


def _full_words(name: str) -> list[str]:
    return [word for word in re.split(r"[\s,]+", name) if word and not _is_initials(word)]


def _is_initials(word: str) -> bool:
    bare = re.sub(r"[.\-]", "", word)
    return (len(bare) <= 3 and bare.isupper() and bare.isascii()) or len(bare) == 1


def _letters(name: str) -> str:
    """The letters in one order, however the name is turned: full names first, then initials."""
    words = ET_AL.sub("", name[:LONGEST_NAME]).replace(",", " ").split()
    return letters_of("".join(sorted(words, key=_is_initials)))
