"""The lines of a page that name its article by an identifier, also where a DOI is broken."""

import re
from collections.abc import Sequence

from chapwai.citations.lines import Line
from chapwai.citations.wording import plain

BEGINS_IDENTIFIER = re.compile(r"(?i)10\.\d{4}|(?<![^\W\d_])PM[I1l]D\b|\bdoi\b")
# A DOI that ends as none does goes on on the next line.
BROKEN = re.compile(r"(?:(?<![\d.])10\.\d{4,9}(?:/[^\s]{0,120}[-/_(])?|doi\.org/)$")
STOPPED = re.compile(r"(?<![\d.])10\.\d{4,9}/[^\s]{0,120}\.$")
CUT = re.compile(rf"{BROKEN.pattern}|{STOPPED.pattern}")
REST_ALONE = re.compile(r"(?=\S{0,40}\d)[\w.()-]{3,40}")
CONTINUES = re.compile(r"(?=\S{0,120}\d)\S")
# "10.5555/abc.12. Editor:" whose space was not read.
AFTER_A_STOP = re.compile(r"(?<=\d)\.(?=[A-Z][a-z]{3})")
# "10.5555/abc.12Effects of": the next column's first words, or a button's.
BEFORE_A_WORD = re.compile(r"(?<=\d)(?=[A-Z][a-z]{2,30}\s[a-z])")
# These identifiers of old issues hold angle brackets, and are worthless without their end.
WITH_BRACKETS = re.compile(r"10\.\d{4,9}/[^\s<]{1,60}<\S*", re.IGNORECASE)


def naming_lines(lines: Sequence[Line]) -> list[Line]:
    """The lines with identifiers, and those on which a broken one goes on."""
    naming = [line for line in lines if BEGINS_IDENTIFIER.search(line.text)]
    ends = [following for line in naming if (following := _end_of_identifier(line, lines))]
    return [line for line in lines if line in naming or line in ends]


def naming_text(lines: Sequence[Line]) -> str:
    naming = [line for line in lines if BEGINS_IDENTIFIER.search(line.text)]
    return "\n".join(_whole_identifier(line, lines) for line in naming)


def _whole_identifier(line: Line, lines: Sequence[Line]) -> str:
    """The line with the end of a DOI that is broken at its end; without the DOI if that is lost."""
    text = whole_identifiers(plain(line.text).strip())
    if not _is_broken(text, line, lines):
        return text
    following = _end_of_identifier(line, lines)
    whole = text + plain(following.text) if following else CUT.sub("", text)
    return whole_identifiers(whole)


def whole_identifiers(text: str) -> str:
    """The text without identifiers that cannot be read whole, the others with a space behind."""
    return WITH_BRACKETS.sub(" ", BEFORE_A_WORD.sub(" ", AFTER_A_STOP.sub(" ", text)))


def _end_of_identifier(line: Line, lines: Sequence[Line]) -> Line | None:
    """The next line, if the DOI at the end of this one goes on there: with a figure in it."""
    if not _is_broken(plain(line.text).strip(), line, lines):
        return None
    following = _line_below(line, lines)
    return following if following and CONTINUES.match(following.text) else None


def _is_broken(text: str, line: Line, lines: Sequence[Line]) -> bool:
    """A stop ends a sentence, but not where the next line is nothing but figures and signs."""
    if not STOPPED.search(text):
        return BROKEN.search(text) is not None
    following = _line_below(line, lines)
    return following is not None and REST_ALONE.fullmatch(following.text) is not None


def _line_below(line: Line, lines: Sequence[Line]) -> Line | None:
    return next((other for other in lines if _is_next(line, other)), None)


def _is_next(line: Line, other: Line) -> bool:
    step = other.box.middle - line.box.middle
    return 0 < step < 2.4 * line.size and other.box.left < line.box.right
