"""Request numbers that people can say and type: A101, … Z999, then AA001 and on; never reused."""

import re

from django.db import connection

LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ"  # no I and no O: they look like digits
_ONE_LETTER = len(LETTERS) * 999
_THAI_DIGITS = str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789")
_TYPED = re.compile(r"(?<![A-Za-z0-9])#?\s?([A-HJ-NP-Za-hj-np-z]{1,2})[ -]?([0-9]{3})(?![0-9])")


def next_number() -> str:
    """The next free number. A sequence gives it, so no two requests ever share one."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT nextval('document_request_number')")
        return number_at(int(cursor.fetchone()[0]))


def number_at(position: int) -> str:
    """The number at a position, counted from 1: 1 is A001."""
    if position <= _ONE_LETTER:
        letter, digits = divmod(position - 1, 999)
        return f"{LETTERS[letter]}{digits + 1:03}"
    pair, digits = divmod(position - 1 - _ONE_LETTER, 999)
    first, second = divmod(pair, len(LETTERS))
    return f"{LETTERS[first]}{LETTERS[second]}{digits + 1:03}"


def number_in(text: str) -> str:
    """The first request number that somebody typed (`a123`, `#A123`, `A 123`, `A๑๒๓`), or ''."""
    found = _TYPED.search(text.translate(_THAI_DIGITS))
    return f"{found[1].upper()}{found[2]}" if found else ""
