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
# A line is full when it ends this near to the column's edge, in sizes of type.
FULL_WITHIN = 6


def running_text(lines: Sequence[Line]) -> str:
    """The lines, at least one, as one text."""
    edge = max(line.box.right for line in lines)
    text = lines[0].text
    for before, line in itertools.pairwise(lines):
        if _goes_on(before, line, edge):
            text += line.text
        else:
            text = text_of([replace(before, text=text), line])
    return text


def _goes_on(before: Line, line: Line, edge: float) -> bool:
    is_full = before.box.right > edge - FULL_WITHIN * before.size
    return bool(
        is_full and OPEN_ADDRESS.search(plain(before.text)) and REST_OF_ADDRESS.match(line.text)
    )
