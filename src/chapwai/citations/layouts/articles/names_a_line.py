"""Authors who have a line each, below a label or with their addresses between them."""

import re
from collections.abc import Sequence

from chapwai.citations.lines import Line
from chapwai.citations.names import FOOTNOTES, are_surely_names, names_in
from chapwai.citations.names_in_a_row import are_names_apart
from chapwai.citations.wording import plain

ADDRESS = re.compile(
    r"(?i)\b(university|hospital|department|institut\w*|faculty|school|college|laborator\w+|"
    r"centre|center|division|clinic)\b"
)
MOST_WORDS_OF_A_NAME = 4
SAME_TYPE = 0.75
# Of two steps between lines the longer is, by this at least.
FARTHER = 1.15
# A list that is open goes on below a gap; one that may have ended does not.
WIDEST_STEP = 2.6
STEP_WITHIN = 1.85


def is_over_address(lines: Sequence[Line]) -> bool:
    """Whether an address stands right under a few words: those are an author's name, if any."""
    line, *following = lines
    is_short = len(line.text.split()) <= MOST_WORDS_OF_A_NAME
    widest = line.box.middle + STEP_WITHIN * line.size
    under = (one for one in following if one.box.middle < widest)
    return is_short and any(ADDRESS.search(one.text) for one in under)


def with_addresses_between(lines: Sequence[Line]) -> list[Line]:
    """One name a line, below each of them its address; none if the list is no such one."""
    names, last, addresses = [lines[0]], lines[0], 0
    for line in lines[1:]:
        if line.box.middle - last.box.middle > WIDEST_STEP * max(last.size, line.size):
            break
        if ADDRESS.search(line.text):
            addresses += 1
        elif addresses >= len(names) and _is_one_name(line, like=lines[0]):
            names.append(line)
        else:
            break
        last = line
    return names if len(names) > 1 else []


def one_a_line(lines: Sequence[Line]) -> list[Line]:
    """The names that follow one another at one distance, however wide; none if there is but one."""
    names = list(lines[:1])
    usual = lines[1].box.middle - lines[0].box.middle if len(lines) > 1 else 0.0
    for line in lines[1:]:
        step = line.box.middle - names[-1].box.middle
        if step > FARTHER * usual or not _is_one_name(line, like=names[0]):
            break
        names.append(line)
    texts = [FOOTNOTES.sub(" ", plain(name.text)).strip() for name in names]
    return names if are_names_apart(texts) else []


def _is_one_name(line: Line, *, like: Line) -> bool:
    text = plain(line.text)
    alike = min(line.box.height, like.box.height) >= SAME_TYPE * max(
        line.box.height, like.box.height
    )
    return alike and are_surely_names(text) and len(names_in(text)) == 1
