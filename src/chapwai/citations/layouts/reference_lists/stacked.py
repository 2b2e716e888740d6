"""References whose names, title and source begin a line each, as publishers' pages stack them.

No full stops part them there, but the ends of their lines: a line that had room for the next
one's first word ends its part.
"""

import itertools
import re
from collections.abc import Iterator, Sequence

from chapwai.citations import identifiers
from chapwai.citations.description import Description
from chapwai.citations.layouts.articles.pubmed import tidy_title
from chapwai.citations.layouts.parts.items import without_number
from chapwai.citations.layouts.parts.list_rows import LETTER_WIDTH
from chapwai.citations.layouts.parts.listed_names import (
    are_clear_names,
    could_end_names,
    listed_names_in,
)
from chapwai.citations.layouts.parts.running import running_text
from chapwai.citations.layouts.sources.pieces import fullest_source_in
from chapwai.citations.lines import Line, text_of
from chapwai.citations.possible_pages import possible_pages
from chapwai.citations.source_line import Source
from chapwai.citations.wording import one_line, plain, repaired_journal

# Names, title and source: a bar at the foot of the screen has fewer.
FEWEST_LINES = 3
# The lines of a column begin no farther from its edge, in sizes of type.
MOST_INDENT = 6.0
MOST_JOURNAL_WORDS = 16
# Acute Wards. Imag Sleep: an abbreviated name has a stop behind each of its words, or none.
REST_OF_TITLE = re.compile(r"(?P<rest>[^.]{1,120}[a-z]{4})\.\s(?P<journal>[A-Z][^.]{3,120})")
JOURNAL_BEGUN = re.compile(
    r"(?:[A-Z][\w.&-]{1,20}\s){0,5}(?:Journal|Annals|Archives|Bulletin|Proceedings|Transactions|Acta)\b"
)


def all_stacked(items: Sequence[Sequence[Line]]) -> list[Description | None]:
    """What stacked items say; where most of them are, parts may fill their lines in the others."""
    lines = [line for item in items for line in item]
    edges = [_right_edge(item, lines) for item in items]
    found = [_stacked(item, edge) for item, edge in zip(items, edges, strict=True)]
    if 2 * sum(map(bool, found)) < sum(len(item) >= FEWEST_LINES for item in items):
        return found
    return [_stacked(item, edge, may_fill=True) for item, edge in zip(items, edges, strict=True)]


def _right_edge(item: Sequence[Line], lines: Sequence[Line]) -> float:
    """Where the lines of the item's column end."""
    left = min((line.box.left for line in item), default=0.0)
    beside = [line for line in lines if abs(line.box.left - left) < MOST_INDENT * line.size]
    return max((line.box.right for line in [*beside, *item]), default=0.0)


def _stacked(item: Sequence[Line], edge: float, *, may_fill: bool = False) -> Description | None:
    title = _end_of_names(item, edge)
    if title in (0, len(item)) or not (may_fill or _ends(item[title - 1], item[title], edge)):
        return None
    for place in _places_of_source(item, title, edge, may_fill=may_fill):
        if found := _source(item[place:]):
            return _described(item, title, place, found)
    return None


def _places_of_source(
    item: Sequence[Line], title: int, edge: float, *, may_fill: bool
) -> Iterator[int]:
    """The lines on which the source may begin: behind one that ended, or else on any."""
    places = range(len(item) - 1, title, -1)
    yield from (place for place in places if _ends(item[place - 1], item[place], edge))
    if may_fill:
        yield from (_with_journal_above(item, title, place) for place in places)


def _end_of_names(item: Sequence[Line], edge: float) -> int:
    """How many lines the names take; the last of them may hold the rest of one name alone."""
    count = sum(1 for _ in itertools.takewhile(_are_names, item))
    if not 0 < count < len(item) - 1 or _ends(item[count - 1], item[count], edge):
        return count
    is_rest = could_end_names(item[count].text) and _ends(item[count], item[count + 1], edge)
    return count + is_rest


def _with_journal_above(item: Sequence[Line], title: int, place: int) -> int:
    """Where the source begins, if the line above fills its room with a long journal's name."""
    above = place - 1
    is_journal = above > title and JOURNAL_BEGUN.match(plain(item[above].text))
    return above if is_journal else place


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
    rest, journal = _divided(said[: source.start].strip(" ,.;"))
    names = [without_number(line.text) for line in item[:title]]
    return Description(
        title=tidy_title(one_line(f"{plain(text_of(item[title:place]))} {rest}")) or None,
        authors=listed_names_in("\n".join(names)),
        journal=repaired_journal(journal) or None,
        year=source.year,
        volume=source.volume,
        issue=source.issue,
        pages=possible_pages(source.pages),
        dois=tuple(identifiers.dois_in(said)),
        pmids=tuple(identifiers.pmids_in(said)),
        lines=tuple(item),
    )


def _divided(journal: str) -> tuple[str, str]:
    """The last words of the title and the journal, if its only stop parts the two."""
    found = REST_OF_TITLE.fullmatch(journal)
    return (found["rest"], found["journal"]) if found else ("", journal)


def _said(lines: Sequence[Line]) -> str:
    return one_line(plain(running_text(lines)))
