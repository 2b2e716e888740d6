"""What stands before a reference and is no part of it: its number, and links back to the text."""

import re

NUMBERING = re.compile(r"^\s*(?:\[\d{1,3}\]|\(\d{1,3}\)|\d{1,3}[.)](?=\s|[^\W\d])|[-•*]\s)\s*")
# Of encyclopedias: ^, ^ a b c, ↑ 1.0 1.1, Jump up to: a b. Engines glue the letters, or lose ^.
LETTERS = r"a\s?b(?:\s?c(?:\s?d(?:\s?e(?:\s?f(?:\s?g(?:\s?h)?)?)?)?)?)?(?![a-z])"
BACKLINKS = re.compile(
    rf"^\s?(?:(?:[\^∧ʌΛ˄⌃↑]|Jump up(?: to)?:?)\s?(?:{LETTERS}|(?:\d\.\d{{1,2}}\s){{1,8}})?"
    rf"|{LETTERS}(?=\s?[A-Z]))\s?"
)


def without_numbering(text: str) -> str:
    """The reference itself."""
    return BACKLINKS.sub("", NUMBERING.sub("", text))
