"""Words of journals' names with the letters put right that engines take for others of like shape.

Joumal, Sclence, Quarterty: no name has such a word, and one letter makes it one that many have.
"""

import functools
import re
from collections import Counter

from chapwai.citations.misreading import folded
from chapwai.citations.references.vocabulary import JOURNAL

WORD = re.compile(r"[^\W\d_]{6,20}")
LABEL = re.compile(r"^Journal(?: name| title)?: ")
# In a word of Latin letters these are none.
GREEK = str.maketrans("ανορτυ", "avoptu")
# Letters of like shape, besides those that are alike in every type.
ALIKE = ("ilt", "aeocu", "gq", "nrm", "hb")
KNOWN = frozenset(word for word in JOURNAL if len(word) >= 6) | {
    "linguistics", "perspectives", "intelligence", "midwifery", "anaesthesia", "anesthesia",
    "haematology", "haemostasis", "thrombosis", "transplantation", "transfusion", "informatics",
    "geriatrics", "gerontology", "otolaryngology", "veterinary", "agriculture", "agricultural",
    "materials", "theoretical", "statistics", "statistical", "mathematics", "mathematical",
}  # fmt: skip


def spelt_journal(name: str) -> str:
    """The name with its misread words as they are spelt, without a label that was misread."""
    return LABEL.sub("", WORD.sub(lambda word: _spelt(word.group()), name))


@functools.lru_cache(maxsize=1024)
def _spelt(word: str) -> str:
    latin = word.translate(GREEK)
    if not latin.isascii():
        return word
    lower = latin.lower()
    if lower in KNOWN:
        return latin
    meant = _by_shape().get(folded(lower)) or _but_for_a_letter(lower)
    return _in_case_of(word, meant) if meant else latin


@functools.cache
def _by_shape() -> dict[str, str]:
    """The known words by what is left of them where letters look alike; no two share it."""
    shapes = Counter(map(folded, KNOWN))
    return {folded(word): word for word in KNOWN if shapes[folded(word)] == 1}


def _but_for_a_letter(lower: str) -> str | None:
    found = [word for word in _of_length(len(lower)) if _differ_in_one(lower, word)]
    return found[0] if len(found) == 1 else None


@functools.cache
def _of_length(length: int) -> tuple[str, ...]:
    return tuple(word for word in KNOWN if len(word) == length >= 7)


def _differ_in_one(one: str, other: str) -> bool:
    pairs = [(a, b) for a, b in zip(one, other, strict=True) if a != b]
    return len(pairs) == 1 and any(set(pairs[0]) <= set(alike) for alike in ALIKE)


def _in_case_of(word: str, meant: str) -> str:
    if word.isupper():
        return meant.upper()
    return meant.capitalize() if word[0].isupper() else meant
