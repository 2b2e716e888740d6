"""Tables of hits with a head: title, authors, source and year each in a column, as in Scopus."""

import itertools
import re
import statistics
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from chapwai.citations import identifiers
from chapwai.citations.description import Description
from chapwai.citations.layouts.blocks import WIDEST_STEP
from chapwai.citations.layouts.card_words import begins_with_control, listed_names
from chapwai.citations.layouts.pubmed import tidy_title
from chapwai.citations.layouts.sources import place_of
from chapwai.citations.lines import Line, text_of
from chapwai.citations.source_line import PAGES, YEAR, expanded_pages
from chapwai.citations.wording import common_era, one_line, plain, repaired_journal

HEADS = {
    "document title": "title", "article title": "title", "title": "title",
    "authors": "authors", "author": "authors", "author(s)": "authors", "creator": "authors",
    "source title": "journal", "source": "journal", "journal": "journal",
    "publication": "journal", "publication title": "journal", "journal title": "journal",
    "publication year": "year", "year": "year", "date": "year", "pub. year": "year",
    "volume": "volume", "vol.": "volume", "vol": "volume", "issue": "issue", "no.": "issue",
    "pages": "pages", "doi": "doi", "pmid": "pmid",
    "citations": "other", "cited by": "other", "times cited": "other", "type": "other",
    "access": "other", "relevance": "other",
}  # fmt: skip
HEAD = re.compile(
    "|".join(rf"(?<!\w){re.escape(head)}(?!\w)" for head in sorted(HEADS, key=len, reverse=True)),
    re.IGNORECASE,
)
# No cell begins with initials, and one of years only with a year.
BEFORE_CELL = re.compile(r"\s(?!(?:[A-Z]\.){1,4}(?:\W|$))")
BEFORE_YEAR = re.compile(rf"\s(?={YEAR}(?:\s|$))")
FEWEST_COLUMNS = 3
# How far the heads of a table that was photographed askew may go down a pixel to the right.
STEEPEST = 0.06
# And how far its columns wander aside, in sizes of type.
WIDEST_DRIFT = 3
FEWEST_ROWS = 2
MARK = re.compile(r"^(?:[^\w\s(\[\"']{1,3}|[Oo0Ll]|\d{1,4}\.?)\s+(?=\w)")
# The words of a cell's last line and of the next cell's first may touch: so many sizes of type.
TOUCHING = 1.0


@dataclass(frozen=True)
class Column:
    """A column with what its cells say, and where they begin."""

    name: str
    left: float


def read_table(lines: Sequence[Line]) -> list[Description]:
    """Describe each row, empty if the page has no such table."""
    slope = _slope(lines)
    drift = _drift([_moved(line, 0, -slope) for line in lines])
    lines = [_moved(_moved(line, 0, -slope), -drift, 0) for line in lines]
    head = _head(lines)
    columns = _columns(head, lines) if head else []
    names = {column.name for column in columns}
    if head is None or not {"title", "year"} <= names:
        return []
    cells = _cells([line for line in lines if line.box.top > head.box.middle], columns)
    rows = [_description(row) for row in _rows(cells)]
    found = [_at_its_place(row, slope, drift) for row in rows if row.title]
    return found if len(found) >= FEWEST_ROWS else []


def _slope(lines: Sequence[Line]) -> float:
    """How far the table's rows run down a pixel to the right: as its heads do, else not at all."""
    heads = [line for line in lines if any(_heads(line))]
    chains = (_chain(line, heads) for line in heads if HEAD.match(plain(line.text)))
    chain = max(chains, key=len, default=[])
    if len(chain) < FEWEST_COLUMNS:
        return 0.0
    first, last = chain[0].box, chain[-1].box
    return (last.middle - first.middle) / (last.left - first.left)


def _chain(first: Line, heads: Sequence[Line]) -> list[Line]:
    """The heads to the right of the first, each nearly at the height of the one before."""
    chain = [first]
    for line in sorted(heads, key=lambda line: line.box.left):
        aside = line.box.left - chain[-1].box.right
        apart = abs(line.box.middle - chain[-1].box.middle)
        if aside > 0 and apart < 0.4 * line.size + STEEPEST * aside:
            chain.append(line)
    return chain


def _drift(lines: Sequence[Line]) -> float:
    """How far the columns wander right a pixel down: as the years do under their head."""
    head = _head(lines)
    columns = _columns(head, lines) if head else []
    edge = next((column.left for column in columns if column.name == "year"), None)
    if head is None or edge is None:
        return 0.0
    drifts = [
        (line.box.left - edge) / (line.box.middle - head.box.middle)
        for line in lines
        if line.box.top > head.box.bottom
        and re.fullmatch(YEAR, plain(line.text))
        and abs(line.box.left - edge) < WIDEST_DRIFT * line.size
    ]
    return statistics.median(drifts) if len(drifts) >= FEWEST_ROWS else 0.0


def _moved(line: Line, drift: float, slope: float) -> Line:
    """The line moved right by so much of its height on the page, and down of its place aside."""
    return replace(line, box=line.box.moved(drift * line.box.middle, slope * line.box.left))


def _at_its_place(row: Description, slope: float, drift: float) -> Description:
    lines = (_moved(_moved(line, drift, 0), 0, slope) for line in row.lines)
    return replace(row, lines=tuple(lines))


def _head(lines: Sequence[Line]) -> Line | None:
    """The first line that begins a row of heads."""
    return next((line for line in lines if len(_columns(line, lines)) >= FEWEST_COLUMNS), None)


def _columns(head: Line, lines: Sequence[Line]) -> list[Column]:
    """The columns that the words on this height name, if the first of them is here."""
    if not HEAD.match(plain(head.text)):
        return []
    level = [line for line in lines if abs(line.box.middle - head.box.middle) < 0.6 * head.size]
    found = sorted((column for line in level for column in _heads(line)), key=lambda one: one.left)
    return list({column.name: column for column in reversed(found)}.values())[::-1]


def _heads(line: Line) -> Iterator[Column]:
    """The heads on a line that holds nothing but heads."""
    text = plain(line.text)
    if re.search(r"[^\W\d_]{2}", HEAD.sub("", text)):
        return
    for match in HEAD.finditer(text):
        left = line.box.left + line.box.width * match.start() / len(text)
        yield Column(HEADS[match.group().lower()], left)


def _cells(lines: Sequence[Line], columns: Sequence[Column]) -> dict[str, list[Line]]:
    """The pieces of the lines by the column in which they stand."""
    cells: dict[str, list[Line]] = {column.name: [] for column in columns}
    for line in lines:
        for name, piece in _pieces(line, columns):
            cells[name].append(piece)
    return cells


def _pieces(line: Line, columns: Sequence[Column]) -> Iterator[tuple[str, Line]]:
    """The line cut where a column begins within it, at the nearest space."""
    name = columns[0].name
    for column in columns:
        if column.left <= line.box.left + TOUCHING * line.size:
            name = column.name
        elif column.left < line.box.right - TOUCHING * line.size:
            before, line = _cut(line, column)
            if before.text:
                yield name, before
            name = column.name
    if line.text:
        yield name, line


def _cut(line: Line, column: Column) -> tuple[Line, Line]:
    at = column.left
    wanted = len(line.text) * (at - line.box.left) / line.box.width
    spaces = [match.start() for match in BEFORE_CELL.finditer(line.text)]
    if column.name == "year":
        spaces = [match.start() for match in BEFORE_YEAR.finditer(line.text)] or spaces
    place = min(spaces, key=lambda space: abs(space - wanted), default=0)
    left = replace(line, text=line.text[:place].strip(), box=replace(line.box, right=at))
    return left, replace(line, text=line.text[place:].strip(), box=replace(line.box, left=at))


def _rows(cells: dict[str, list[Line]]) -> list[dict[str, list[Line]]]:
    """The cells of each row: one begins at the height of each year, or halfway between two."""
    years = [
        line
        for line in cells["year"]
        if re.fullmatch(rf"\D{{0,12}}{YEAR}\D{{0,4}}", plain(line.text))
    ]
    if not years:
        return []
    tops = [line.box.middle - line.size for line in years]
    if any(_is_title_line(line) and line.box.middle < tops[0] for line in cells["title"]):
        middles = [line.box.middle for line in years]
        tops = [0.0, *((a + b) / 2 for a, b in itertools.pairwise(middles))]
    ends = [*tops[1:], float("inf")]
    return [
        {
            name: _unbroken([line for line in column if top <= line.box.middle < end])
            for name, column in cells.items()
        }
        for top, end in zip(tops, ends, strict=True)
    ]


def _without_margin(cell: Sequence[Line]) -> list[Line]:
    """Without the numbers and the boxes to tick that stand before the titles."""
    edges = [line.box.left for line in cell if _is_title_line(line)]
    edge = statistics.median(edges) if edges else 0.0
    return [line for line in cell if _is_title_line(line) or line.box.left > edge - line.size]


def _unbroken(cell: Sequence[Line]) -> list[Line]:
    """The cell's lines down to a gap: what stands below it is no part of the table."""
    for place, (line, below) in enumerate(itertools.pairwise(cell)):
        if below.box.middle - line.box.middle > WIDEST_STEP * max(line.size, below.size):
            return list(cell[: place + 1])
    return list(cell)


def _above_links(cell: Sequence[Line]) -> list[Line]:
    """The lines of the title, down to the links under it."""
    return list(itertools.takewhile(lambda line: not begins_with_control(line.text), cell))


def _is_title_line(line: Line) -> bool:
    return not begins_with_control(line.text) and sum(map(str.isalpha, line.text)) > 2


def _description(row: dict[str, list[Line]]) -> Description:
    title = _above_links(_without_margin(row["title"]))
    said = {name: one_line(plain(text_of(cell))) for name, cell in row.items()}
    place = place_of(said.get("journal", ""))
    year = re.search(YEAR, said["year"])
    return Description(
        title=tidy_title(MARK.sub("", one_line(plain(text_of(title))))) or None,
        authors=listed_names(row.get("authors", [])),
        journal=place.journal if place else repaired_journal(said.get("journal", "")) or None,
        year=common_era(year.group()) if year else None,
        volume=said.get("volume") or (place.volume if place else None),
        issue=said.get("issue") or (place.issue if place else None),
        pages=_pages(said.get("pages")) or (place.pages if place else None),
        dois=tuple(identifiers.dois_in(said.get("doi", ""))),
        pmids=tuple(identifiers.pmids_in(f"PMID: {said.get('pmid', '')}")),
        lines=tuple(line for name, cell in row.items() if name != "other" for line in cell),
    )


def _pages(text: str | None) -> str | None:
    found = re.fullmatch(PAGES, text or "", re.IGNORECASE)
    return expanded_pages(found["pages"]) if found else None
