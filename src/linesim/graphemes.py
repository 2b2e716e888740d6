"""Lengths as LINE counts them: UTF-16 units, or characters as people see them."""

import unicodedata

ZERO_WIDTH_JOINER = "\u200d"
REGIONAL_INDICATORS = range(0x1F1E6, 0x1F200)
SKIN_TONES = range(0x1F3FB, 0x1F400)
# Sara am is written after its consonant yet belongs to it: น้ำ is one character to a reader.
SARA_AM = "\u0e33\u0eb3"


def utf16_length(text: str) -> int:
    """The number of UTF-16 code units; most emoji are two."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def grapheme_length(text: str) -> int:
    """The number of characters as a person sees them."""
    count, flags, previous = 0, 0, ""
    for character in text:
        is_flag = ord(character) in REGIONAL_INDICATORS
        completes_flag = is_flag and flags % 2 == 1
        if not (completes_flag or _continues(previous, character)):
            count += 1
        flags = flags + 1 if is_flag else 0
        previous = character
    return count


def _continues(previous: str, character: str) -> bool:
    if not previous:
        return False
    if previous == ZERO_WIDTH_JOINER or (previous, character) == ("\r", "\n"):
        return True
    return (
        character == ZERO_WIDTH_JOINER
        or character in SARA_AM
        or ord(character) in SKIN_TONES
        or unicodedata.category(character) in ("Mn", "Me", "Mc")
    )
