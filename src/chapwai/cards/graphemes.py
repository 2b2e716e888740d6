"""Text measured and cut by what people see as one character."""

import unicodedata

_JOINER = "\u200d"
_SKIN_TONES = range(0x1F3FB, 0x1F400)
_FLAGS = range(0x1F1E6, 0x1F200)
# Sara am is written after its consonant yet belongs to it: น้ำ is one character to a reader.
_SARA_AM = "\u0e33"
_LEADING_VOWELS = "เแโใไ"
_TRAILING_VOWELS = ("ะ", "า", "ๅ")


def graphemes(text: str) -> list[str]:
    """The characters of a text as people see them."""
    seen: list[str] = []
    for character in text:
        if seen and _continues(seen[-1], character):
            seen[-1] += character
        else:
            seen.append(character)
    return seen


def cut(text: str, longest: int) -> str:
    """At most `longest` characters, ending in "…" if cut, never inside a Thai syllable."""
    seen = graphemes(text)
    if len(seen) <= longest:
        return text
    end = longest - 1
    while end > 1 and _splits_syllable(seen[end - 1], seen[end]):
        end -= 1
    return "".join(seen[:end]).rstrip() + "…"


def _continues(seen: str, character: str) -> bool:
    if seen.endswith(_JOINER) or character in (_JOINER, _SARA_AM):
        return True
    if ord(character) in _FLAGS:
        return len(seen) == 1 and ord(seen) in _FLAGS
    return ord(character) in _SKIN_TONES or unicodedata.category(character) in ("Mn", "Me", "Mc")


def _splits_syllable(left: str, right: str) -> bool:
    """Whether a vowel would lose its consonant: after the เ or before the า of เก้า."""
    return left in _LEADING_VOWELS or right in _TRAILING_VOWELS
