"""The columns of a table of hits: by the words of its head, and by where its cells begin."""

import functools
import itertools
import re
import statistics
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from chapwai.citations.layouts.parts.list_rows import unmarked
from chapwai.citations.layouts.parts.listed_names import are_clear_names
from chapwai.citations.layouts.sources.sources import place_of
from chapwai.citations.lines import Line, text_of
from chapwai.citations.source_patterns import YEAR
from chapwai.citations.wording import one_line, plain

HEADS = {
    "document title": "title", "article title": "title", "title": "title",
    "authors": "authors", "author": "authors", "author(s)": "authors", "creator": "authors",
    "source title": "journal", "source": "journal", "journal": "journal",
    "publication": "journal", "publication title": "journal", "journal title": "journal",
    "published in": "journal",
    "publication year": "year", "year": "year", "date": "year", "pub. year": "year",
    "volume": "volume", "vol.": "volume", "vol": "volume", "issue": "issue", "no.": "issue",
    "pages": "pages", "doi": "doi", "pmid": "pmid",
    "citations": "other", "cited by": "other", "cited": "other",
    "times cited": "other", "type": "other",
    "access": "other", "relevance": "other", "added": "other", "date added": "other",
}  # fmt: skip
HEAD = re.compile(
    "|".join(rf"(?<!\w){re.escape(head)}(?!\w)" for head in sorted(HEADS, key=len, reverse=True)),
    re.IGNORECASE,
)
LETTERS = re.compile(r"[^\W\d_]{2}")
# A head is as like one of these words as this, however an engine has read it.
LIKE_A_HEAD = 78
SHORTEST_LIKE_HEAD = 4
FEWEST_COLUMNS = 3
FEWEST_ROWS = 2
# Cells of one column begin as near to one another as this, in sizes of type.
ALIGNED = 1.0
SAME_HEIGHT = 0.5
# A year, and what may be glued to it: the next cell's number.
YEAR_CELL = re.compile(rf"\W{{0,2}}(?P<year>{YEAR})(?:\s\d{{1,5}})?\W{{0,2}}")
SOURCE_NUMBERS = re.compile(r"\d\)?,\s*(?:pp?\.|\w?\d)|\d\(\d")
# Where no head names the columns and none has the years, a table has all of these.
WITHOUT_HEAD = {"title", "authors", "journal"}
# A column is what so many of its cells are.
MOST_CELLS = 0.5
SHORTEST_TEXT = 6


@dataclass(frozen=True)
class Column:
    """A column with what its cells say, and where they begin."""

    name: str
    left: float


@dataclass(frozen=True)
class Frame:
    """The columns of a table from left to right, and where its rows begin."""

    columns: tuple[Column, ...]
    top: float
    has_head: bool

    @property
    def names(self) -> set[str]:
        return {column.name for column in self.columns}


def frame_of(lines: Sequence[Line]) -> Frame | None:
    """The table on the page, None without one that has titles and years, or sources with them."""
    head = head_of(lines)
    named = columns_named(head, lines) if head else []
    top = head.box.middle if head else 0.0
    unnamed = _columns_of_cells([line for line in lines if line.box.top > top], named)
    frame = Frame(_without_margin([*named, *unnamed]), top, bool(head))
    needed = ({"title", "journal"} if head else WITHOUT_HEAD, {"title", "year"})
    return frame if any(names <= frame.names for names in needed) else None


def _without_margin(columns: Sequence[Column]) -> tuple[Column, ...]:
    """From left to right, without what stands before all that has a name: boxes and numbers."""
    ordered = sorted(columns, key=_left)
    return tuple(itertools.dropwhile(lambda column: column.name == "other", ordered))


def head_of(lines: Sequence[Line]) -> Line | None:
    """The first line that begins a row of heads."""
    return next((one for one in lines if len(columns_named(one, lines)) >= FEWEST_COLUMNS), None)


def columns_named(head: Line, lines: Sequence[Line]) -> list[Column]:
    """The columns that the words on this height name, if the first of them is here."""
    if not any(heads_on(head)):
        return []
    level = [line for line in lines if abs(line.box.middle - head.box.middle) < 0.6 * head.size]
    found = sorted((column for line in level for column in heads_on(line)), key=_left)
    if not found or found[0].left < head.box.left:
        return []
    return list({column.name: column for column in reversed(found)}.values())[::-1]


def heads_on(line: Line) -> Iterator[Column]:
    """The heads on a line that holds nothing but heads."""
    text = plain(line.text)
    for name, start in _heads_in(text):
        yield Column(name, line.box.left + line.box.width * start / len(text))


@functools.lru_cache(maxsize=2048)
def _heads_in(text: str) -> tuple[tuple[str, int], ...]:
    """The names of a text's heads with where they begin, if there is nothing else in it."""
    if not _is_all_heads(text):
        misread = _misread_head(text)
        return ((misread, 0),) if misread else ()
    return tuple((HEADS[match.group().lower()], match.start()) for match in HEAD.finditer(text))


def _is_all_heads(text: str) -> bool:
    """Whether a text has no words but heads: most texts begin with another."""
    first = LETTERS.search(text)
    begins = first is None or HEAD.match(text, first.start())
    return bool(begins) and not LETTERS.search(HEAD.sub("", text))


def _misread_head(text: str) -> str | None:
    if not SHORTEST_LIKE_HEAD <= len(text) <= max(map(len, HEADS)) + 2:
        return None
    best = process.extractOne(
        text.lower(), list(HEADS), scorer=fuzz.ratio, score_cutoff=LIKE_A_HEAD
    )
    return HEADS[best[0]] if best else None


def _columns_of_cells(lines: Sequence[Line], named: Sequence[Column]) -> list[Column]:
    """The columns that no head names: where cells begin at the heights of the years."""
    years = _years(lines, named) or ([] if named else _sources(lines))
    starts = [line for year in years for line in lines if _is_level(line, year)]
    known = [column.left for column in named]
    found: list[Column] = []
    edges = _edges(starts, len(years), 1 if named else FEWEST_ROWS)
    size = statistics.median(line.size for line in starts) if starts else 0.0
    for left in edges:
        if any(abs(left - other) < 2 * size for other in known):
            continue
        cells = _cells_from(left, lines, edges)
        taken = {column.name for column in [*named, *found]}
        if name := _what_it_says(cells, taken):
            found.append(Column(name, left))
    return found


def _cells_from(left: float, lines: Sequence[Line], edges: Sequence[float]) -> list[Line]:
    """The lines that begin here, without those that run into the next column."""
    begun = [line for line in lines if abs(line.box.left - left) < ALIGNED * line.size]
    ends = min((edge for edge in edges if edge > left), default=float("inf"))
    return [line for line in begun if line.box.right < ends + ALIGNED * line.size] or begun


def _years(lines: Sequence[Line], named: Sequence[Column]) -> list[Line]:
    """The cells that are nothing but a year, below one another."""
    years = [line for line in lines if YEAR_CELL.fullmatch(plain(line.text))]
    edges = [column.left for column in named if column.name == "year"]
    edge = edges[0] if edges else _commonest([line.box.left for line in years])
    return [line for line in years if abs(line.box.left - edge) < 2 * ALIGNED * line.size]


def _sources(lines: Sequence[Line]) -> list[Line]:
    """The cells that say in which journal and year each article stands, below one another.

    Others begin with the cell before them that they were read with, so the last edge counts.
    """
    told = [line for line in lines if _is_source(plain(line.text))]
    edge = max(_edges(told, 0, FEWEST_ROWS), default=0.0)
    return [line for line in told if abs(line.box.left - edge) < 2 * ALIGNED * line.size]


def _is_source(text: str) -> bool:
    place = place_of(text)
    return place is not None and bool(place.journal and place.year and place.volume)


def _commonest(lefts: Sequence[float]) -> float:
    return statistics.median(lefts) if lefts else 0.0


def _is_level(line: Line, year: Line) -> bool:
    return abs(line.box.middle - year.box.middle) < SAME_HEIGHT * max(line.size, year.size)


def _edges(starts: Sequence[Line], rows: int, fewest: int) -> list[float]:
    """Where cells begin in most rows, from left to right."""
    edges: list[list[float]] = []
    for line in sorted(starts, key=lambda line: line.box.left):
        if edges and line.box.left - edges[-1][0] < ALIGNED * line.size:
            edges[-1].append(line.box.left)
        else:
            edges.append([line.box.left])
    return [
        statistics.median(edge) for edge in edges if len(edge) >= max(fewest, MOST_CELLS * rows)
    ]


def _what_it_says(cells: Sequence[Line], taken: set[str]) -> str | None:
    """What a column without a head holds, None if it holds nothing of use or is there already."""
    texts = [unmarked(one_line(plain(line.text))) for line in cells]
    if 2 * sum(len(text) < SHORTEST_TEXT for text in texts) > len(texts):
        is_year = sum(bool(YEAR_CELL.fullmatch(text)) for text in texts) > MOST_CELLS * len(texts)
        name = "year" if is_year else "other"
    elif sum(map(are_clear_names, texts)) > MOST_CELLS * len(texts):
        name = "authors"
    elif SOURCE_NUMBERS.search(text_of(cells)) and "title" in taken:
        name = "journal"
    else:
        name = "title"
    return name if name == "other" or name not in taken else None


def _left(column: Column) -> float:
    return column.left
