"""The authors of a Thai page: their lines, and the names on them."""

import re
from collections.abc import Iterable, Iterator, Sequence

from chapwai.citations.layouts.thai.parts import (
    THAI_START,
    follows,
    is_below,
    is_latin_names,
)
from chapwai.citations.lines import Line
from chapwai.citations.names import names_on
from chapwai.citations.thai_names import PARTICLE, is_end_of_name, is_thai_names, thai_names_in
from chapwai.citations.wording import is_thai, plain

ABSTRACT = re.compile(r"(?i)^\W*(?:บทคัดย่อ|abstract\b|คำสำคัญ|keywords?\b)")
WORDS_OF_A_NAME = 2


def author_lines(title: Sequence[Line], lines: Sequence[Line]) -> list[Line]:
    """The lines of names under the title; places of work between them are left out."""
    below = [line for line in lines if line.box.top > title[-1].box.middle]
    near = list(_until_abstract(line for line in below if _shares_column(title, line)))
    thai = list(_with_rests(line for line in near if is_thai(line.text)))
    return _in_one_column(thai) or _in_one_column([n for n in near if is_latin_names(n)])


def authors_on(lines: Sequence[Line]) -> tuple[str, ...]:
    """The names on these lines, in their order."""
    if not any(is_thai(line.text) for line in lines):
        return tuple(name for line in lines for name in names_on([line]))
    return thai_names_in(_with_ends_marked(lines))


def _until_abstract(lines: Iterator[Line]) -> Iterator[Line]:
    for line in lines:
        if ABSTRACT.search(plain(line.text)):
            return
        yield line


def _with_rests(lines: Iterable[Line]) -> Iterator[Line]:
    """The lines of names, each with the end of a name that was broken off below it."""
    above = None
    for line in lines:
        is_rest = above is not None and follows(above, line) and _ends_name(above, line)
        above = line if is_rest or is_thai_names(plain(line.text)) else None
        if above:
            yield above


def _ends_name(names: Line, line: Line) -> bool:
    """Whether a line begins with a surname without which the names above it would end amid one."""
    last, text = re.split("[,;]", plain(names.text))[-1].split(), plain(line.text)
    is_missed = len(last) == 1 or ("," in text and len(last) == WORDS_OF_A_NAME)
    return is_missed and is_end_of_name(text) and line.box.right < names.box.right


def _shares_column(title: Sequence[Line], line: Line) -> bool:
    left, right = min(t.box.left for t in title), max(t.box.right for t in title)
    return line.box.left < right and line.box.right > left


def _in_one_column(lines: Sequence[Line]) -> list[Line]:
    """The first line and those below it, not what stands beside."""
    return [line for line in lines if line is lines[0] or is_below(lines[0], line)]


def _with_ends_marked(lines: Sequence[Line]) -> str:
    """One text of all lines, where a line that ends within a name goes on, any other ends it."""
    text = ""
    for line in lines:
        following = plain(line.text)
        text += f"{_between(text, following)}{following}" if text else following
    return text


def _between(text: str, following: str) -> str:
    """What parts two lines of names: Thai lines end between words, also amid a surname."""
    last, first = re.split(r"[,;]", text)[-1].split(), following.split(",")[0].split()
    if len(last) == 1 and len(first) == WORDS_OF_A_NAME and first[0] != PARTICLE:
        return ""
    if len(last) == 1 or (last and last[-1] == PARTICLE):
        return " "
    if len(first) > 1:
        return ","
    return "" if len(last) == WORDS_OF_A_NAME and THAI_START.search(following) else " "
