"""An article in a Thai repository or library: labels in Thai or English, values beside them.

ชื่อเรื่อง         The title, in one line or more
ชื่อเรื่องอื่น       The title once more, in English
ผู้แต่ง           First name and surname, a line each
ปีที่พิมพ์         2563
แหล่งที่มา        วารสาร…, ปีที่ 12 ฉบับที่ 3 (ก.ย.-ธ.ค. 2563), หน้า 41-50
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from chapwai.citations import identifiers
from chapwai.citations.description import Description
from chapwai.citations.layouts.thai.author_lines import authors_on
from chapwai.citations.layouts.thai.hits import journal_before, source_of
from chapwai.citations.layouts.thai.journal import whole_dois
from chapwai.citations.layouts.thai.journal_names import banner_name
from chapwai.citations.layouts.thai.parts import (
    joined_text,
    tidy_title,
)
from chapwai.citations.layouts.thai.record_labels import Labelled, labelled, unwrapped
from chapwai.citations.lines import Line
from chapwai.citations.source_line import Source, only_year
from chapwai.citations.wording import is_thai, plain

# So many labels below one another make a record, and it has to tell these.
FEWEST_LABELS = 4
NEEDED = {"title", "authors"}
USED = ("title", "authors", "journal", "source", "year", "issn", "doi")
# In sizes of type: how far the labels are out of line, and a value over the middle of its label.
OUT_OF_LINE = 1.5
HIGHER = 0.75
FEWEST_LETTERS = 3


@dataclass
class Row:
    """One field of the record, with the lines of its value."""

    label: Labelled
    value: list[Line] = field(default_factory=list)


def read_thai_record(lines: Sequence[Line]) -> Description | None:
    """Describe the article of a record, None if the page is none or has nothing Thai."""
    if not any(is_thai(line.text) for line in lines):
        return None
    rows = _rows(unwrapped(lines))
    values = {row.label.name: row.value for row in reversed(rows) if row.value}
    if not values.keys() >= NEEDED or not any(is_thai(line.text) for line in _all_of(rows)):
        return None
    return _description(values)


def _rows(lines: Sequence[Line]) -> list[Row]:
    """The record's rows from the top down, none without enough labels in one column."""
    labels = _labels_in_column(lines)
    if not labels:
        return []
    begun = sorted([*labels, *_unread(labels, lines)], key=lambda label: label.line.box.middle)
    rows = [Row(label) for label in begun]
    for line in _values(begun, lines):
        if row := _row_of(line, rows):
            row.value.append(line)
    return rows


def _labels_in_column(lines: Sequence[Line]) -> list[Labelled]:
    labels = [found for line in lines if (found := labelled(line))]
    columns = ([one for one in labels if _in_line(first, one)] for first in labels)
    column = max(columns, key=len, default=[])
    return column if len({label.name for label in column}) >= FEWEST_LABELS else []


def _unread(labels: Sequence[Labelled], lines: Sequence[Line]) -> Iterator[Labelled]:
    """What begins where labels do is one, however misread, and ends the value before it."""
    own = {label.line for label in labels}
    for line in lines:
        is_word = sum(map(str.isalpha, line.text)) >= FEWEST_LETTERS
        unread = Labelled("other", line)
        if is_word and line not in own and _in_line(labels[0], unread):
            yield unread


def _in_line(first: Labelled, other: Labelled) -> bool:
    """Whether both begin at one edge, or end at one."""
    begin = abs(first.line.box.left - other.line.box.left)
    return min(begin, abs(first.end - other.end)) < OUT_OF_LINE * first.line.size


def _values(labels: Sequence[Labelled], lines: Sequence[Line]) -> Iterator[Line]:
    """What stands right of the labels, and what was read in one line with them."""
    own = {label.line: label for label in labels}
    edge = max(label.line.box.left + label.line.size for label in labels)
    for line in lines:
        if line in own:
            yield from own[line].rest
        elif line.box.left > edge:
            yield line


def _row_of(line: Line, rows: Sequence[Row]) -> Row | None:
    """The last row that begins over the line, or beside it."""
    begun = (row for row in reversed(rows) if _begins_by(row.label.line, line))
    return next(begun, None)


def _begins_by(label: Line, line: Line) -> bool:
    return label.box.middle <= line.box.middle + HIGHER * min(label.box.height, line.box.height)


def _all_of(rows: Sequence[Row]) -> list[Line]:
    return [
        line for row in rows if row.label.name in NEEDED for line in (row.label.line, *row.value)
    ]


def _description(values: dict[str, list[Line]]) -> Description:
    source = source_of(values.get("source") or values.get("journal", []))
    issn = " ".join(plain(line.text) for line in values.get("issn", []))
    return Description(
        title=tidy_title(values["title"]),
        authors=authors_on(values["authors"]),
        journal=_journal(values, source),
        year=source.year or only_year(joined_text(values.get("year", []))),
        volume=source.volume,
        issue=source.issue,
        pages=source.pages,
        issn=next(iter(identifiers.issns_in(f"ISSN {issn}")), None),
        dois=tuple(doi for line in values.get("doi", []) for doi in whole_dois(plain(line.text))),
        lines=tuple(line for name in USED for line in values.get(name, [])),
    )


def _journal(values: dict[str, list[Line]], source: Source) -> str | None:
    """The name that has a row of its own, or stands before the numbers."""
    named, told = (joined_text(values.get(name, [])) for name in ("journal", "source"))
    own = banner_name(named) or journal_before(named, source)
    return own or journal_before(told, source) or banner_name(told)
