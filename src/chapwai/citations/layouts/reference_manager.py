"""The window of a reference manager that shows one reference: labels and values in rows.

EndNote and Zotero put the value beside its label, EndNote also below it; Mendeley shows title and
authors without labels, over the rows.
"""

import re
import statistics
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from chapwai.citations import identifiers
from chapwai.citations.description import Description
from chapwai.citations.layouts.blocks import block_around, block_from
from chapwai.citations.layouts.listed_names import listed_names
from chapwai.citations.layouts.manager_labels import LABELS, label_of, last_label_of
from chapwai.citations.layouts.manager_values import (
    pages_of,
    pmids_of,
    volume_and_issue_of,
    year_of,
)
from chapwai.citations.layouts.pubmed import tidy_title
from chapwai.citations.layouts.running import running_text
from chapwai.citations.layouts.sources import place_of
from chapwai.citations.lines import Line, text_of
from chapwai.citations.wording import one_line, plain, repaired_journal

CORE = {
    *("title", "authors", "journal", "year", "date", "volume", "issue", "pages", "doi", "issn"),
    "source",
}
FEWEST_ROWS = 5
# How far labels of one column may be out of line, and values beside it, in sizes of type.
OUT_OF_LINE = 1.5
# Values stand beside their labels if they do so in more than this part of the rows.
MOST_BESIDE = 0.3
# A title may take ten lines; what stands farther below belongs to something else.
LONGEST_VALUE = 18
TURNED_NAME = re.compile(
    r"^(?!\w\.)(?P<family>[^\W\d_][^,;]{0,40}),\s*(?P<given>[^\W\d_][^,;]{0,30}?)\W?$"
)
REST_OF_NAME = re.compile(r"[A-Z]\.?|[A-Z][^\W\d_]{1,20} [A-Z]\.?")
# Anna Fernhill, Carl Brook: not turned round, though there is one comma.
TWO_NAMES = re.compile(r"^[A-Z][^\W\d_]+ [A-Z][^\W\d_]+, [A-Z][^\W\d_]+ [A-Z][^\W\d_]+$")


@dataclass(frozen=True)
class Row:
    """One label with its line, and what stands behind it on the same line."""

    name: str
    line: Line
    value: str
    # Where the label ends, and where a value on its line begins.
    label_right: float
    value_left: float

    @property
    def value_lines(self) -> list[Line]:
        """The value on the line of its label, if there is one."""
        place = replace(self.line.box, left=self.value_left)
        return [replace(self.line, text=self.value, box=place)] if self.value else []


def read_reference_manager(lines: Sequence[Line]) -> Description | None:
    """Describe the reference whose fields stand in labelled rows, None if the page has none."""
    lines = _without_neighbours(lines)
    rows = _aligned(_rows(lines))
    if len({row.name for row in rows} & CORE) < FEWEST_ROWS - 1 or len(rows) < FEWEST_ROWS:
        return None
    values = _values(rows, lines)
    if not {"journal", "title", "volume", "source"} & values.keys():
        return None
    over = [] if "title" in values else _lines_over(rows, lines)
    described = _description(values, over)
    return replace(described, lines=_whole_lines(described.lines, rows))


def _without_neighbours(lines: Sequence[Line]) -> list[Line]:
    """The lines, labels parted from what the pane beside them has at the same height."""
    rows = _aligned(_rows(lines))
    return [_label_at_end(line, rows) or line for line in lines]


def _label_at_end(line: Line, rows: Sequence[Row]) -> Line | None:
    """The label that a line ends with below those of the rows, None if it ends otherwise."""
    label = last_label_of(one_line(plain(line.text)))
    if label is None or not rows or _row(line):
        return None
    left = line.box.right - line.box.width * len(label) / len(line.text)
    alone = Line(label, replace(line.box, left=left), line.confidence)
    begins, ends = rows[0].line.box.left, rows[0].label_right
    below = min(abs(left - begins), abs(line.box.right - ends)) < OUT_OF_LINE * alone.size
    return alone if below else None


def _whole_lines(used: Sequence[Line], rows: Sequence[Row]) -> tuple[Line, ...]:
    """The lines as they stand on the page: those of rows have their labels."""
    whole = {part: row.line for row in rows for part in row.value_lines}
    return tuple(dict.fromkeys(whole.get(line, line) for line in used))


def _rows(lines: Sequence[Line]) -> list[Row]:
    return [row for line in lines if (row := _row(line))]


def _row(line: Line) -> Row | None:
    """The line as a row, if it begins with a label."""
    text = one_line(plain(line.text))
    label = label_of(text)
    if label is None:
        return None
    value = text[len(label) :].lstrip(" :")
    letter = line.box.width / len(text)
    return Row(
        name=LABELS[label],
        line=line,
        value=value,
        label_right=line.box.left + letter * len(label),
        value_left=line.box.left + letter * (len(text) - len(value)),
    )


def _aligned(rows: Sequence[Row]) -> list[Row]:
    """The most rows whose labels begin, or else end, below one another."""
    by_left = [_in_line(rows, one, lambda row: row.line.box.left) for one in rows]
    by_right = [_in_line(rows, one, lambda row: row.label_right) for one in rows]
    return max([*by_left, *by_right], key=len, default=[])


def _in_line(rows: Sequence[Row], one: Row, edge: Callable[[Row], float]) -> list[Row]:
    return [row for row in rows if abs(edge(row) - edge(one)) < OUT_OF_LINE * one.line.size]


def _values(rows: Sequence[Row], lines: Sequence[Line]) -> dict[str, list[Line]]:
    """The lines of each field's value; of a field that is said twice the first, except authors."""
    labels = {row.line for row in rows}
    others = [line for line in lines if line not in labels]
    edge = _value_edge(rows, others)
    ends = [*(row.line.box.middle for row in rows[1:]), rows[-1].line.box.middle * 2]
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
    left, start = (row.line.box.left, 0.6) if edge is None else (edge, -0.6)
    return [
        line
        for line in others
        if row.line.box.middle + start * size <= line.box.middle < end - 0.4 * size
        and abs(line.box.left - left) < 2 * OUT_OF_LINE * size
        and line.box.middle - row.line.box.middle < LONGEST_VALUE * size
    ]


def _lines_over(rows: Sequence[Row], lines: Sequence[Line]) -> list[Line]:
    """What stands over the rows in the same pane, from the largest block on: title and authors."""
    start, first = _around_title(rows)
    over = [
        line
        for line in lines
        if start < line.box.middle < first.box.middle
        and abs(line.box.left - first.box.left) < 3 * first.size
    ]
    largest = max(over, key=lambda line: line.size, default=None)
    return over[over.index(block_around(largest, over)[0]) :] if largest else []


def _around_title(rows: Sequence[Row]) -> tuple[float, Line]:
    """Where a title without label may begin, and the row below it: the type may stand above."""
    if rows[0].name == "type" and len(rows) > 1:
        return rows[0].line.box.middle, rows[1].line
    return 0.0, rows[0].line


def _description(values: dict[str, list[Line]], over: Sequence[Line]) -> Description:
    said = _with_source(
        {name: one_line(plain(running_text(value))) for name, value in values.items()}
    )
    title = list(values.get("title") or block_from(over))
    people = values.get("authors") or list(over[len(title) :])
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
    """With journal and numbers from the one row in which databases tell them all."""
    place = place_of(said.get("source", ""))
    if place is None:
        return said
    told = {name: getattr(place, name) for name in ("journal", "year", "volume", "issue", "pages")}
    return {name: value for name, value in told.items() if value} | said


def _flat(values: dict[str, list[Line]]) -> list[Line]:
    return [line for name, value in values.items() if name != "other" for line in value]


def _authors(lines: Sequence[Line]) -> tuple[str, ...]:
    """One turned name a line, or names in a row."""
    names = _unwrapped([one_line(plain(line.text)) for line in lines])
    turned = [TURNED_NAME.match(name) for name in names]
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
