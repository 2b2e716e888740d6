"""Lines as running text, with the addresses that were broken over two lines put together."""

import itertools
import re
from collections.abc import Sequence

from chapwai.citations.lines import Line, joined_texts
from chapwai.citations.thai_spelling import spelt_right
from chapwai.citations.wording import is_thai, plain

# A DOI or an address that has reached the end of its line.
OPEN_ADDRESS = re.compile(r"(?:10\.\d{4,9}/|https?:|www\.|doi\.org)\S{0,200}$", re.IGNORECASE)
# How the rest of one begins on the next line: no word, no sentence of its own, and no clock.
REST_OF_ADDRESS = re.compile(r"^(?=\S{0,80}[\d/])(?!\d{1,2}:\d\d\b)[a-z\d][\w./()<>;:%-]*")
# What begins like this behind a full stop counts the next item.
COUNTS = re.compile(r"\W{0,2}[1-9]\d{0,2}[.\])]{0,2}(?:\s|$|[A-Z](?:[a-z]|\.))")
# Where browsers break an address; broken anywhere else, it may have lost its hyphen or its stop,
# unless it had to be broken for want of room.
BREAKS_AFTER = "-/._:;(&=?"
# In sizes of type.
WIDEST_LETTER = 0.75
THAI_END = re.compile(r"[\u0e01-\u0e4e]$")
THAI_BEGINNING = re.compile(r"[\u0e01-\u0e4e]")
THAI_NAME_BEGUN = re.compile(r"(?:^(?:\d{1,3}\.\s?)?|[,;]\s?|และ)[\u0e01-\u0e4e]{2,20}$")
REST_OF_THAI_NAME = re.compile(r"[\u0e01-\u0e4e]{2,25}[,.;]")
LONGEST_THAI_NAME = 60
ALONE = re.compile(r"(?:doi:\s?)?(?:10\.\d{4,9}/|https?:)\S{0,200}$", re.IGNORECASE)
CUT_OFF = re.compile(OPEN_ADDRESS.pattern[:-1] + r"(?<=[-/_(<])$", re.IGNORECASE)


def running_text(lines: Sequence[Line], *, column: Sequence[Line] = ()) -> str:
    """The lines, at least one, as one text; other lines of the column show how wide that is.

    An address that cannot be put together for certain is left out, because half of one, or one
    without its hyphen, would name another article.
    """
    text = lines[0].text
    for before, line in itertools.pairwise(lines):
        if _are_thai(before, line):
            text += f" {line.text}" if _parts_a_name(text, line) else line.text
        elif not goes_on(before, line):
            text = joined_texts([text, line.text])
        elif is_broken_after(before, [*lines, *column]):
            text += line.text
        else:
            text = f"{OPEN_ADDRESS.sub('', text)} {line.text}"
    whole = CUT_OFF.sub("", text)
    return spelt_right(plain(whole)) if is_thai(whole) else whole


def is_broken_after(line: Line, lines: Sequence[Line]) -> bool:
    """Whether the open address on a line is broken there for certain, and without a loss.

    One that stands alone on its line and is wider than the column is broken just where that ends.
    """
    margin = max(other.box.right for other in lines)
    is_alone = ALONE.match(plain(line.text)) is not None
    fills_its_line = is_alone and line.box.right > margin - WIDEST_LETTER * line.size
    return line.text[-1] in BREAKS_AFTER or fills_its_line


def goes_on(before: Line, line: Line) -> bool:
    """Whether an address that has reached the end of a line could go on on the next one."""
    ended = before.text[-1] == "." and COUNTS.match(line.text)
    return is_open(plain(before.text)) and not ended and bool(REST_OF_ADDRESS.match(line.text))


def is_open(text: str) -> bool:
    """Whether a DOI or an address has begun, and nothing stands behind it."""
    return bool(OPEN_ADDRESS.search(text))


def _are_thai(before: Line, line: Line) -> bool:
    """Thai lines are broken between any two words, and words have no spaces between them."""
    return bool(THAI_END.search(before.text) and THAI_BEGINNING.match(line.text))


def _parts_a_name(text: str, line: Line) -> bool:
    """Whether a line broke at the space within a name: neither half of it has another."""
    begun = THAI_NAME_BEGUN.search(text[-LONGEST_THAI_NAME:])
    return bool(begun and REST_OF_THAI_NAME.match(line.text))
