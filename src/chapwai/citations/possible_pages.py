"""Ranges of pages that an article can have."""

import re

RANGE = re.compile(
    r"(?P<prefix>[^\W\d_]{0,9})(?P<first>\d{1,9})-(?P<again>[^\W\d_]{0,9})(?P<last>\d{1,9})"
)
# Guidelines have two hundred; more are a range whose end was misread.
LONGEST_ARTICLE = 220
# The number of an article without pages: behind its letter are figures, and these look like one.
MISREAD_NUMBER = re.compile(r"[eE][BGIOSZl]\d{1,9}")
# A word between figures: the end of an address.
HOLDS_WORD = re.compile(r"\d[^\W\d_]{3,20}\d")


def possible_pages(pages: str | None) -> str | None:
    """None for a range that no article has: engines see other figures, and letters in them."""
    if HOLDS_WORD.search(pages or "") or MISREAD_NUMBER.fullmatch(pages or ""):
        return None
    ends = RANGE.fullmatch(pages or "")
    if ends is None:
        return pages
    length = int(ends["last"]) - int(ends["first"])
    is_possible = ends["prefix"] == ends["again"] and 0 <= length <= LONGEST_ARTICLE
    return pages if is_possible else None
