"""References whose names, title and source begin a line each, as publishers' pages stack them.

No full stops part them there, but the ends of their lines: a line that had room for the next
one's first word ends its part.
"""

import itertools
from collections.abc import Sequence

from chapwai.citations import identifiers
from chapwai.citations.description import Description
from chapwai.citations.layouts.items import without_number
from chapwai.citations.layouts.list_rows import LETTER_WIDTH
from chapwai.citations.layouts.listed_names import are_clear_names, listed_names_in
from chapwai.citations.layouts.pubmed import tidy_title
from chapwai.citations.layouts.running import running_text
from chapwai.citations.layouts.source_pieces import fullest_source_in
from chapwai.citations.lines import Line, text_of
from chapwai.citations.possible_pages import possible_pages
from chapwai.citations.source_line import Source
from chapwai.citations.wording import one_line, plain, repaired_journal

# Names, title and source: a bar at the foot of the screen has fewer.
FEWEST_LINES = 3
MOST_JOURNAL_WORDS = 16


def all_stacked(items: Sequence[Sequence[Line]]) -> list[Description | None]:
    """What stacked items say; where most of them are, names may fill their line in the others."""
    edge = max((line.box.right for item in items for line in item), default=0.0)
    found = [_stacked(item, edge, names_may_fill=False) for item in items]
    if 2 * sum(map(bool, found)) < sum(len(item) >= FEWEST_LINES for item in items):
        return found
    return [_stacked(item, edge, names_may_fill=True) for item in items]


def _stacked(item: Sequence[Line], edge: float, *, names_may_fill: bool) -> Description | None:
    lines = list(itertools.takewhile(_are_names, item))
    begun, rest = len(lines), item[len(lines) :]
    if not (lines and rest and (names_may_fill or _ends(lines[-1], rest[0], edge))):
        return None
    for start in range(len(rest) - 1, 0, -1):
        if _ends(rest[start - 1], rest[start], edge) and (found := _source(rest[start:])):
            return _described(item, begun, begun + start, found)
    return None


def _are_names(line: Line) -> bool:
    return are_clear_names(without_number(line.text))


def _ends(line: Line, following: Line, edge: float) -> bool:
    """Whether the next line's first word would have had room on the line."""
    word = following.text.split()[0]
    return line.box.right + (len(word) + 1) * LETTER_WIDTH * line.size < edge


def _source(lines: Sequence[Line]) -> Source | None:
    """The numbers behind a journal's name, with which the lines begin."""
    text = _said(lines)
    source = fullest_source_in(text)
    if source is None or not source.volume or not text[:1].isupper():
        return None
    words = text[: source.start].split()
    return source if 0 < len(words) <= MOST_JOURNAL_WORDS else None


def _described(item: Sequence[Line], title: int, place: int, source: Source) -> Description:
    said = _said(item[place:])
    names = [without_number(line.text) for line in item[:title]]
    return Description(
        title=tidy_title(one_line(plain(text_of(item[title:place])))) or None,
        authors=listed_names_in("\n".join(names)),
        journal=repaired_journal(said[: source.start].strip(" ,.;")) or None,
        year=source.year,
        volume=source.volume,
        issue=source.issue,
        pages=possible_pages(source.pages),
        dois=tuple(identifiers.dois_in(said)),
        pmids=tuple(identifiers.pmids_in(said)),
        lines=tuple(item),
    )


def _said(lines: Sequence[Line]) -> str:
    return one_line(plain(running_text(lines)))
