"""Lists of authors, as pages print them."""

import re
from collections.abc import Sequence

from chapwai.citations.lines import Line
from chapwai.citations.wording import RAISED, plain

# Footnote figures, daggers and quotes that OCR makes of a raised 1. A figure behind a hyphen
# belongs to a name: the COVID-19 study group.
FOOTNOTES = re.compile(
    rf"[{RAISED}*†‡§¶#]+|(?<![-\w])\d[\d,\s]*(?=\D|$)|(?<=[^\W\d])\d{{1,2}}(?!\w)"
    r"|(?<=\w)(?:[ ,]+[a-h])+(?=\s*(?:[,;&\n]|and\b|$))"
)
SMALL_WORDS = {
    "and", "da", "das", "de", "del", "della", "den", "der", "di", "do", "dos", "du", "el",
    "for", "la", "le", "of", "on", "the", "ten", "ter", "van", "von", "zu", "behalf", "y", "e",
}  # fmt: skip
GROUP_WORDS = re.compile(
    r"(?i)\b(group|collaborat\w+|consortium|network|investigators?|committee|initiative|society|"
    r"association|team|alliance|trialists)\b"
)
NOT_NAMES = re.compile(
    r"(?i)\b(et al|affiliations?|collaborators?|expand|show (?:more|all)|author information|"
    r"free article|correspondence|corresponding)\b.*"
)
LABEL = re.compile(r"(?i)^\s*(?:authors?|by|ผู้แต่ง|ผู้เขียน)\s*:\s*")
LONGEST_NAME = 60
LONGEST_GROUP = 200


def names_on(lines: Sequence[Line]) -> tuple[str, ...]:
    """The names on lines of a page, where a name may go on on the next line."""
    text = re.sub(r"(?<=\w)-\n", "-", "\n".join(plain(line.text) for line in lines))
    return names_in(text)


def names_in(text: str) -> tuple[str, ...]:
    """The names in page order, as printed without footnote marks and "et al."."""
    persons, _, groups = _without_ending(text).partition(";")
    if persons.count(".") == 1:
        persons = persons.rstrip(" .")  # the sentence's, as no initial has one
    separated = FOOTNOTES.sub(" , ", persons)
    separated = re.sub(r"\s(?:&|and)\s", ",", separated)
    parts = [*re.split(r"[,;•·|]", separated), *re.split(r";", groups)]
    names = (_tidy(name) for part in parts for name in _parted_by_line_end(part))
    return tuple(name for name in names if _could_be_name(name))


def looks_like_names(text: str) -> bool:
    """Whether a line is nothing but names, rather than a title or an address."""
    without_marks = _without_ending(FOOTNOTES.sub(" ", text))
    words = re.findall(r"[^\W\d_][\w'.-]*", without_marks)
    if not words or re.search(r"[:?!]", without_marks):
        return False
    proper = sum(word[0].isupper() or word.lower() in SMALL_WORDS for word in words)
    return proper == len(words) and words[0].lower() not in SMALL_WORDS - {"de", "van", "von"}


def _without_ending(text: str) -> str:
    return NOT_NAMES.sub("", LABEL.sub("", text))


def _parted_by_line_end(part: str) -> list[str]:
    """Two whole names on two lines are two names, though the comma between them was not read."""
    before, _, after = part.strip().partition("\n")
    words = before.split()
    is_whole = len(words) > 1 and len(words[-1]) > 2 and words[-1].lower() not in SMALL_WORDS
    return [before, after] if is_whole and len(after.split()) > 1 else [f"{before} {after}"]


def _tidy(name: str) -> str:
    name = re.sub(r"\s*\.\s*$", "", name) if re.search(r"\w{3,}\s*\.\s*$", name) else name
    name = re.sub(r"^[^\w(]+|[^\w.)\u0e31-\u0e4e]+$", "", name)
    return re.sub(r"\s+", " ", re.sub(r"(?<=\w)\s*-\s*(?=\w)", "-", name))


def _could_be_name(name: str) -> bool:
    letters = sum(letter.isalpha() for letter in name)
    longest = LONGEST_GROUP if GROUP_WORDS.search(name) else LONGEST_NAME
    return letters >= 2 and len(name) <= longest
