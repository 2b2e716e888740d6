"""Lines as running text, with the addresses that were broken over two lines put together."""

import itertools
import re
from collections.abc import Sequence
from dataclasses import replace

from chapwai.citations.lines import Line, text_of
from chapwai.citations.wording import plain

# A DOI or an address that has reached the end of its line.
OPEN_ADDRESS = re.compile(r"(?:10\.\d{4,9}/|https?:|www\.|doi\.org)\S{0,200}$", re.IGNORECASE)
# How the rest of one begins on the next line: no word, and no sentence of its own.
REST_OF_ADDRESS = re.compile(r"^(?=\S{0,80}[\d/])[a-z\d][\w./()<>;:%-]*")
# Where browsers break an address; broken anywhere else, it may have lost its hyphen or its stop.
BREAKS_AFTER = "-/._:;(&=?"
THAI_END = re.compile(r"[\u0e01-\u0e4e]$")
THAI_BEGINNING = re.compile(r"[\u0e01-\u0e4e]")
THAI_NAME_BEGUN = re.compile(r"(?:^(?:\d{1,3}\.\s?)?|[,;]\s?|และ)[\u0e01-\u0e4e]{2,20}$")
REST_OF_THAI_NAME = re.compile(r"[\u0e01-\u0e4e]{2,25}[,.;]")
LONGEST_THAI_NAME = 60
CUT_OFF = re.compile(OPEN_ADDRESS.pattern[:-1] + r"(?<=[-/_(<])$", re.IGNORECASE)


def running_text(lines: Sequence[Line]) -> str:
    """The lines, at least one, as one text.

    An address that cannot be put together for certain is left out, because half of one, or one
    without its hyphen, would name another article.
    """
    text = lines[0].text
    for before, line in itertools.pairwise(lines):
        if _are_thai(before, line):
            text += f" {line.text}" if _parts_a_name(text, line) else line.text
        elif not _may_go_on(before, line):
            text = text_of([replace(before, text=text), line])
        elif before.text[-1] in BREAKS_AFTER:
            text += line.text
        else:
            text = f"{OPEN_ADDRESS.sub('', text)} {line.text}"
    return CUT_OFF.sub("", text)


def _are_thai(before: Line, line: Line) -> bool:
    """Thai lines are broken between any two words, and words have no spaces between them."""
    return bool(THAI_END.search(before.text) and THAI_BEGINNING.match(line.text))


def _parts_a_name(text: str, line: Line) -> bool:
    """Whether a line broke at the space within a name: neither half of it has another."""
    begun = THAI_NAME_BEGUN.search(text[-LONGEST_THAI_NAME:])
    return bool(begun and REST_OF_THAI_NAME.match(line.text))


def _may_go_on(before: Line, line: Line) -> bool:
    return bool(OPEN_ADDRESS.search(plain(before.text)) and REST_OF_ADDRESS.match(line.text))
