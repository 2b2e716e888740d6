"""Any other page: references wherever they stand, or else the identifiers alone."""

import re
from collections.abc import Sequence

from chapwai.citations import identifiers
from chapwai.citations.description import Description
from chapwai.citations.layouts.parts.blocks import block_from, column_of
from chapwai.citations.layouts.parts.items import begins_with_name
from chapwai.citations.layouts.parts.running import goes_on, running_text
from chapwai.citations.layouts.reference_lists.written import references_on
from chapwai.citations.lines import Line
from chapwai.citations.references import NUMBERING
from chapwai.citations.wording import is_thai, plain

# A new item begins where the line starts with its number, or after a gap.
ITEM_GAP = 1.95
NAMING = re.compile(r"10\.\d{4}|PM[I1l]D|pubmed")


def read_unknown(lines: Sequence[Line]) -> list[Description]:
    """Describe each reference on the page; without any, what its identifiers say."""
    references = [found for item in _items(lines) for found in references_on(item)]
    found = [reference for reference in references if reference.title]
    return found or _identified(lines)


def _items(lines: Sequence[Line]) -> list[list[Line]]:
    items: list[list[Line]] = []
    waiting = list(lines)
    while waiting:
        column = column_of(waiting[0], waiting)
        item = _first_item(block_from(column))
        items.append(item)
        waiting = [line for line in waiting if line not in item]
    return items


def _first_item(block: Sequence[Line]) -> list[Line]:
    for count in range(1, len(block)):
        if _begins_item(block[count - 1], block[count]):
            return list(block[:count])
    return list(block)


def _begins_item(line: Line, following: Line) -> bool:
    """By its number, behind a gap, or with a name behind the Thai words that ask for it."""
    step = following.box.middle - line.box.middle
    is_apart = bool(NUMBERING.match(following.text)) or step > ITEM_GAP * line.size
    is_asked_for = is_thai(line.text) and not is_thai(following.text)
    return is_apart or (is_asked_for and begins_with_name(following.text))


def _identified(lines: Sequence[Line]) -> list[Description]:
    """One description an identifier; a DOI and a PMID side by side name the same article."""
    parts = [_with_its_end(line, lines) for line in lines if NAMING.search(line.text)]
    naming = [line for part in parts for line in part]
    text = plain("\n".join(running_text(part, column=lines) for part in parts))
    dois, pmids = identifiers.dois_in(text), identifiers.pmids_in(text)
    if len(dois) <= 1 and len(pmids) <= 1:
        both = Description(dois=tuple(dois), pmids=tuple(pmids), lines=tuple(naming))
        return [both] if dois or pmids else []
    by_doi = [Description(dois=(doi,), lines=tuple(naming)) for doi in dois]
    return by_doi or [Description(pmids=(pmid,), lines=tuple(naming)) for pmid in pmids]


def _with_its_end(line: Line, lines: Sequence[Line]) -> list[Line]:
    """The line, and the next one if its identifier goes on there."""
    below = column_of(line, lines)[1:2]
    return [line, *below] if below and goes_on(line, below[0]) else [line]
