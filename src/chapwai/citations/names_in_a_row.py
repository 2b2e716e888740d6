"""Names that a page sets one behind the other with nothing but a gap, which engines do not see.

Anna B. Fernhill Carl van den Brook María José Marsh: a given name, initials, small words and a
surname make one. Longer names are told by second given names, or by what they leave for the others;
where a row can be divided in two ways, nobody can say from here who they are.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

# In names of two given words the second is one of these more often than not.
SECOND_GIVEN = {
    "andrés", "ángel", "antonio", "beatriz", "carlos", "carolina", "cristina", "eduardo", "elena",
    "fernanda", "fernando", "henrique", "ignacio", "isabel", "jesús", "josé", "luis", "luiz",
    "manuel", "marie", "maría", "maria", "miguel", "paula", "pablo", "paulo", "pierre", "roberto",
}  # fmt: skip
SMALL = {"da", "das", "de", "del", "della", "den", "der", "di", "do", "dos", "du", "la", "ten",
         "ter", "van", "von", "y"}  # fmt: skip
BEGINS_SURNAME = {"ben", "da", "de", "di", "du", "el", "la", "le", "van", "von"}
WORD = re.compile(r"(?:[a-z]{1,3}['’-])?[^\W\d_a-z][\w'’-]{1,30}")
INITIALS = re.compile(r"(?:[^\W\d_a-z]\.-?){1,3}|[^\W\d_a-z]")
LETTER_APART = re.compile(r"(?<=\s)[a-xz\d](?=\s)")
# PetrovEun-Ji, RoyAna: no other surname than MacAllan and VanAllan has a capital amid it.
GLUED = re.compile(r"(?<=[^\W\d_A-Z]{2})(?<!\bMac)(?<!\bVan)(?=[A-Z][^\W\d_A-Z])")
# A name as the kinds of its words: given ones, initials, small words, the surname.
USUAL = re.compile(r"[ws]s?i{0,2}(?:m{1,3}|b)?[wsb]")
WITH_A_THIRD_WORD = re.compile(r"[ws]i{0,2}w(?:m{1,3}|b)?[wsb]")
LONGEST_NAME = 8
# Fewer words are one person, or a heading.
FEWEST_WORDS, MOST_WORDS = 4, 120


@dataclass(frozen=True)
class Division:
    """A way to divide the first words of a row: how many of its names are unusual, and in all
    how many ways are as good."""

    unusual: int
    ways: int
    ends: tuple[int, ...]


def row_of_names(text: str) -> tuple[str, ...]:
    """The names of a row, none if it is no row or can be divided in more than one way."""
    words = _bare(text).split()
    kinds = "".join(map(_kind, words))
    if not FEWEST_WORDS <= len(words) <= MOST_WORDS or "?" in kinds:
        return ()
    best = _divided(kinds)
    if best is None or best.ways > 1:
        return ()
    starts = (0, *best.ends[:-1])
    return tuple(" ".join(words[a:b]) for a, b in zip(starts, best.ends, strict=True))


def could_be_row(text: str) -> bool:
    """Whether each word may be one of a name, as on the first line of a row."""
    words = _bare(text).split()
    return len(words) >= FEWEST_WORDS and all(_kind(word) != "?" for word in words)


def are_names_apart(lines: Sequence[str]) -> bool:
    """Whether each of several lines is one whole name that can be nothing else."""
    kinds = ["".join(map(_kind, line.split())) for line in lines]
    return len(lines) > 1 and all(map(USUAL.fullmatch, kinds))


def _bare(text: str) -> str:
    """Without what engines make of the icons between names, and with two names apart again."""
    return GLUED.sub(" ", LETTER_APART.sub(" ", text))


def _kind(word: str) -> str:
    """A letter for what a word may be in a name, a question mark for what is in none."""
    if word in SMALL:
        return "m"
    if INITIALS.fullmatch(word):
        return "i"
    if not WORD.fullmatch(word):
        return "?"
    if word.lower() in SECOND_GIVEN:
        return "s"
    return "b" if word.lower() in BEGINS_SURNAME else "w"


def _divided(kinds: str) -> Division | None:
    """The division of all words with the fewest unusual names."""
    best: list[Division | None] = [Division(0, 1, ())]
    for end in range(1, len(kinds) + 1):
        found = [*_ending_at(end, kinds, best)]
        fewest = min((one.unusual for one in found), default=0)
        as_good = [one for one in found if one.unusual == fewest]
        ways = sum(one.ways for one in as_good)
        best.append(Division(fewest, ways, as_good[0].ends) if as_good else None)
    return best[-1]


def _ending_at(end: int, kinds: str, best: list[Division | None]) -> Iterator[Division]:
    for start in range(max(0, end - LONGEST_NAME), end):
        before, name = best[start], kinds[start:end]
        is_usual = USUAL.fullmatch(name) is not None
        if before and (is_usual or WITH_A_THIRD_WORD.fullmatch(name)):
            yield Division(before.unusual + (not is_usual), before.ways, (*before.ends, end))
