"""The window of a reference manager that shows one reference: labels and values in rows.

EndNote and Zotero put the value beside its label, EndNote also below it; Mendeley shows title and
authors without labels, over the rows.
"""

import math
import re
import statistics
from collections.abc import Sequence
from dataclasses import replace

from chapwai.citations import identifiers
from chapwai.citations.description import Description
from chapwai.citations.layouts.articles.pubmed import tidy_title
from chapwai.citations.layouts.managers.head import lines_over, people_over, title_over
from chapwai.citations.layouts.managers.rows import (
    OUT_OF_LINE,
    Row,
    rows_beside,
    rows_on,
    without_neighbours,
)
from chapwai.citations.layouts.managers.values import (
    pages_of,
    pmids_of,
    volume_and_issue_of,
    year_of,
)
from chapwai.citations.layouts.parts.listed_names import listed_names
from chapwai.citations.layouts.parts.running import running_text
from chapwai.citations.layouts.sources.sources import place_of
from chapwai.citations.lines import Line, text_of
from chapwai.citations.names import LABEL
from chapwai.citations.turned_names import turned_names
from chapwai.citations.wording import one_line, plain, repaired_journal

CORE = {
    *("title", "authors", "journal", "year", "date", "volume", "issue", "pages", "doi", "issn"),
    "source",
}
FEWEST_ROWS = 5
# Values stand beside their labels if they do so in more than this part of the rows.
MOST_BESIDE = 0.3
# Values in words, which go on below their labels in a mail.
WORDS = {"title", "authors", "journal"}
# A title may take ten lines; what stands farther below belongs to something else.
LONGEST_VALUE = 18
# What a form says of the value that it wants.
HINT = re.compile(r"(?i)\W{0,9}(?:no abbreviations|example\s?:|e\.g\.|(?:starts|begins) with\s)")
TURNED_NAME = re.compile(
    r"^(?!\w\.)(?P<family>[^\W\d_][^,;]{0,40}),\s*(?P<given>[^\W\d_][^,;]{0,30}?)\W?$"
)
# Among names that have theirs: Fernhill Anna B, Fernhill. Anna
COMMA_LOST = re.compile(
    r"(?P<family>[^\W\d_a-z][\w'’-]{1,30})(?:\. ?| )"
    r"(?P<given>[^\W\d_a-z][\w'’-]{1,25}(?: [A-Z]\.?){0,2})"
)
REST_OF_NAME = re.compile(r"[A-Z]\.?|[A-Z][^\W\d_]{1,20} [A-Z]\.?")
# Anna Fernhill, Carl Brook: not turned round, though there is one comma.
TWO_NAMES = re.compile(r"^[A-Z][^\W\d_]+ [A-Z][^\W\d_]+, [A-Z][^\W\d_]+ [A-Z][^\W\d_]+$")


def read_reference_manager(lines: Sequence[Line]) -> Description | None:
    """Describe the reference whose fields stand in labelled rows, None if the page has none."""
    lines = without_neighbours(lines)
    rows = rows_on(lines)
    if len({row.name for row in rows} & CORE) < FEWEST_ROWS - 1 or len(rows) < FEWEST_ROWS:
        return None
    beside = rows_beside(rows, lines)
    labels = {row.line for row in [*rows, *beside]}
    others = [line for line in lines if line not in labels and not HINT.match(line.text)]
    values = _values(beside, others) | _values(rows, others)
    if not {"journal", "title", "volume", "source"} & values.keys():
        return None
    over = [] if "title" in values else lines_over(rows, lines)
    described = _description(values, over)
    return replace(described, lines=_whole_lines(described.lines, rows))


def _whole_lines(used: Sequence[Line], rows: Sequence[Row]) -> tuple[Line, ...]:
    """The lines as they stand on the page: those of rows have their labels."""
    whole = {part: row.line for row in rows for part in row.value_lines}
    return tuple(dict.fromkeys(whole.get(line, line) for line in used))


def _values(rows: Sequence[Row], others: Sequence[Line]) -> dict[str, list[Line]]:
    """The lines of each field's value; of a field that is said twice the first, except authors."""
    edge = _value_edge(rows, others)
    ends = [*(row.line.box.middle for row in rows), math.inf][1:]
    values: dict[str, list[Line]] = {}
    for row, end in zip(rows, ends, strict=True):
        value = [*row.value_lines, *_lines_of(row, end, others, edge)]
        if value and (row.name == "authors" or row.name not in values):
            values.setdefault(row.name, []).extend(value)
    return values


def _value_edge(rows: Sequence[Row], others: Sequence[Line]) -> float | None:
    """Where the values beside the labels begin, None if they stand below."""
    beside = [row.value_left for row in rows if row.value]
    for row in rows:
        right = [line for line in others if _is_beside(row, line)]
        beside += [min(line.box.left for line in right)] if right else []
    return statistics.median(beside) if len(beside) > MOST_BESIDE * len(rows) else None


def _is_beside(row: Row, line: Line) -> bool:
    apart = abs(line.box.middle - row.line.box.middle)
    return apart < 0.6 * row.line.size and line.box.left > row.label_right


def _lines_of(row: Row, end: float, others: Sequence[Line], edge: float | None) -> list[Line]:
    """The lines from the label's on to the next label that stand where values stand."""
    size = row.line.size
    is_below = edge is None or (row.is_inline and row.name in WORDS)
    left, start = (row.line.box.left, 0.6) if is_below else (edge or 0.0, -0.6)
    return [
        line
        for line in others
        if row.line.box.middle + start * size <= line.box.middle < end - 0.4 * size
        and abs(line.box.left - left) < 2 * OUT_OF_LINE * size
        and line.box.middle - row.line.box.middle < LONGEST_VALUE * size
    ]


def _description(values: dict[str, list[Line]], over: Sequence[Line]) -> Description:
    said = _with_source(
        {name: one_line(plain(running_text(value))) for name, value in values.items()}
    )
    title = list(values.get("title") or title_over(over))
    people = values.get("authors") or people_over(over[len(title) :])
    journal = said.get("journal") or said.get("short")
    everything = " ".join([*said.values()])
    volume, issue = volume_and_issue_of(said)
    return Description(
        title=tidy_title(text_of(title)) or None,
        authors=_authors(people),
        journal=repaired_journal(journal) if journal else None,
        year=year_of(said),
        volume=volume,
        issue=issue,
        pages=pages_of(said.get("pages")),
        issn=next(iter(identifiers.issns_in(said.get("issn", ""))), None),
        dois=tuple(identifiers.dois_in(everything)),
        pmids=pmids_of(said),
        pmcids=tuple(identifiers.pmcids_in(said.get("pmcid", ""))),
        lines=tuple(dict.fromkeys([*title, *people, *_flat(values)])),
        guessed=frozenset() if "pmid" in said else frozenset({"pmid"}),
    )


def _with_source(said: dict[str, str]) -> dict[str, str]:
    """With journal and numbers from the one row in which databases tell them all, or from two."""
    source, volume = said.get("source", ""), said.get("volume", "")
    if ":" in volume:  # Volume: 12 Issue: 3 Page: 412-419
        said = {name: value for name, value in said.items() if name != "volume"}
        source = f"{source} Volume: {volume}"
    place = place_of(source)
    if place is None:
        return said
    told = {name: getattr(place, name) for name in ("journal", "year", "volume", "issue", "pages")}
    return {name: value for name, value in told.items() if value} | said


def _flat(values: dict[str, list[Line]]) -> list[Line]:
    return [line for name, value in values.items() if name != "other" for line in value]


def _authors(lines: Sequence[Line]) -> tuple[str, ...]:
    """Names with their other spellings in brackets, one turned name a line, or names in a row."""
    listed = one_line(plain(text_of(lines)))
    if "(" in listed and (spelt := turned_names(LABEL.sub("", listed))):
        return spelt
    names = _unwrapped([one_line(plain(line.text)) for line in lines])
    turned = [TURNED_NAME.match(name) for name in names]
    if 2 * sum(map(bool, turned)) > len(names):
        turned = [
            one or COMMA_LOST.fullmatch(name) for one, name in zip(turned, names, strict=True)
        ]
    if names and all(turned) and not (len(names) == 1 and TWO_NAMES.match(names[0])):
        return tuple(f"{name['family']}, {name['given']}" for name in turned if name)
    return listed_names(lines)


def _unwrapped(texts: Sequence[str]) -> list[str]:
    """The names, those put together that a narrow pane has broken: Fernhill, José | María D."""
    names: list[str] = []
    for text in texts:
        if names and TURNED_NAME.match(names[-1]) and REST_OF_NAME.fullmatch(text):
            names[-1] += f" {text}"
        else:
            names.append(text)
    return names
