"""The columns of a Thai index's table: found by a head that is centred over cells that are not."""

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from chapwai.citations.layouts.tables.columns import FEWEST_ROWS, Column
from chapwai.citations.layouts.tables.slant import Slant
from chapwai.citations.lines import Box, Line
from chapwai.citations.wording import plain

HEADS = {
    "ลำดับที่": "place", "ลำดับ": "place", "ที่": "place", "เลือก": "place",
    "ชื่อบทความ": "title", "ชื่อเรื่อง": "title", "บทความ": "title",
    "ชื่อวารสาร": "journal", "วารสาร": "journal",
    "ปีที่": "numbers", "ฉบับที่": "numbers", "ฉบับ": "numbers", "เล่มที่": "numbers",
    "เลขหน้า": "numbers", "หน้า": "numbers", "พ.ศ.": "numbers", "ปี พ.ศ.": "numbers",
    "ปีที่พิมพ์": "numbers", "ปี": "numbers", "อ้างอิง": "other", "ครั้ง": "other", "จำนวน": "other",
    "ชื่อผู้แต่ง": "other", "ผู้แต่ง": "other", "ผู้นิพนธ์": "other", "ผู้เขียน": "other",
}  # fmt: skip
# Heads that are long enough to be known with a letter or two misread, of 100 so alike.
LONG_HEADS = {head: name for head, name in HEADS.items() if len(head) >= 9} | {
    "ชื่อบทความ / ผู้แต่ง": "title",
    "ชื่อเรื่อง / ผู้แต่ง": "title",
    "ปีที่(ฉบับที่)": "numbers",
}
ALIKE = 80
HEAD = re.compile("|".join(map(re.escape, sorted(HEADS, key=len, reverse=True))))
NEEDED = ["title", "journal", "numbers"]
# In sizes of type: a head on two lines stands higher than one on one; cells of one column begin
# as near to one another as this.
LEVEL, ALIGNED = 1.2, 0.7
# And so steep at most: the heads of a photographed table.
STEEPEST = 0.06


@dataclass(frozen=True)
class Head:
    """What one word of a table's head names, and where it stands."""

    name: str
    box: Box
    size: float

    @property
    def centre(self) -> float:
        return (self.box.left + self.box.right) / 2


def heads_of(lines: Sequence[Line]) -> list[Head]:
    """The heads from left to right, empty without those of title, journal and numbers in order."""
    heads = [head for line in lines for head in _heads_on(line)]
    rows = (_row_of(head, heads) for head in heads if head.name == "title")
    return next((row for row in rows if _names(row) == NEEDED), [])


def slant_of(heads: Sequence[Head]) -> Slant:
    """As title and journal stand in the head."""
    title, journal = (next(h for h in heads if h.name == name) for name in NEEDED[:2])
    slope = (journal.box.middle - title.box.middle) / (journal.box.left - title.box.left)
    return Slant(slope, 0.0)


def columns_of(heads: Sequence[Head], lines: Sequence[Line]) -> list[Column]:
    """The columns of title, journal and numbers by where their cells begin, if all of them have."""
    title, journal = (next(h for h in heads if h.name == name) for name in NEEDED[:2])
    before = [head.centre for head in heads if head.centre < title.box.left]
    edges = {
        "title": _commonest_edge(lines, max(before, default=0.0), title.box.right),
        "journal": _commonest_edge(lines, title.centre, journal.box.right),
        "numbers": min(_edges(lines, journal.box.right, math.inf), default=None),
    }
    found = [Column(name, left) for name, left in edges.items() if left is not None]
    return found if len(found) == len(NEEDED) else []


def _heads_on(line: Line) -> Iterator[Head]:
    """The heads on a line that holds nothing but heads."""
    text = plain(line.text)
    if re.search(r"[^\W\d_]{2}", HEAD.sub("", text)):
        yield from _misread_head(line, text)
        return
    for match in HEAD.finditer(text):
        letter = line.box.width / len(text)
        left, right = (line.box.left + letter * place for place in match.span())
        box = Box(left, line.box.top, right, line.box.bottom)
        yield Head(HEADS[match.group()], box, line.size)


def _misread_head(line: Line, text: str) -> Iterator[Head]:
    best = process.extractOne(text, list(LONG_HEADS), scorer=fuzz.ratio, score_cutoff=ALIKE)
    if best:
        yield Head(LONG_HEADS[best[0]], line.box, line.size)


def _row_of(title: Head, heads: Sequence[Head]) -> list[Head]:
    row = [head for head in heads if _is_level(title, head)]
    return sorted(row, key=lambda head: head.box.left)


def _is_level(title: Head, head: Head) -> bool:
    aside = abs(head.centre - title.centre)
    return abs(head.box.middle - title.box.middle) < LEVEL * title.size + STEEPEST * aside


def _names(row: Sequence[Head]) -> list[str]:
    """The first heads of each name among those that tell, in their order."""
    return list(dict.fromkeys(head.name for head in row if head.name in NEEDED))


def _commonest_edge(lines: Sequence[Line], start: float, end: float) -> float | None:
    edges = _edges(lines, start, end)
    return max(edges, key=lambda edge: edges[edge], default=None)


def _edges(lines: Sequence[Line], start: float, end: float) -> dict[float, int]:
    """Where cells of several rows begin between two places, with how many do."""
    begun = [line for line in lines if start < line.box.left < end]
    clusters = ([o.box.left for o in begun if _aligned(one, o)] for one in begun)
    return {min(one): len(one) for one in clusters if len(one) >= FEWEST_ROWS}


def _aligned(one: Line, other: Line) -> bool:
    return abs(one.box.left - other.box.left) < ALIGNED * one.size
