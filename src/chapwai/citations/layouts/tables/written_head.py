"""The head of a table that somebody wrote: its words are their own, and centred over the cells."""

import itertools
import re
import statistics
from collections.abc import Sequence
from dataclasses import dataclass

from chapwai.citations.layouts.tables.columns import ALIGNED, Column
from chapwai.citations.lines import Line
from chapwai.citations.wording import plain

HEAD_WORDS = {
    "number": r"no\.?|nos?\.|#|number|ลำดับ(?:ที่)?|ที่",
    "authors": r"(?:first\s)?authors?|author\(s\)|ผู้แต่ง|ผู้วิจัย|ผู้เขียน|ชื่อผู้แต่ง",
    "year": r"(?:publication\s)?year|ปี(?:ที่พิมพ์|\s?พ\.ศ\.)?",
    "title": r"(?:(?:article|study|paper)\s)?title|ชื่อบทความ|ชื่อเรื่อง",
    "journal": r"journal|source|วารสาร|ชื่อวารสาร|แหล่งที่มา",
    "doi": r"doi|pmid",
    "numbers": r"vol(?:ume)?\.?|issue|pages?",
}
HEAD = re.compile(
    r"(?i)(?<![^\W_])(?<![\u0e31-\u0e4e])(?:"
    + "|".join(f"(?P<{name}>{words})" for name, words in HEAD_WORDS.items())
    + r")(?![^\W_])(?![\u0e31-\u0e4e])"
)
# What stands beside a head's own word: Journal, Vol(No): pages; Author (year)
BESIDE_HEAD = re.compile(
    r"(?i)\b(?:vol(?:ume)?|issue|no|pages?|pp|year|name)\b|ปีที่|ฉบับที่|เล่มที่|หน้า|ปี|พ\.ศ\."
)
# How far heads may run down a pixel to the right, and stand apart in a row of two lines.
STEEPEST, APART = 0.03, 1.2
NEEDED = {"title", "authors", "journal"}


@dataclass(frozen=True)
class Head:
    """A head's word with where it begins and ends."""

    name: str
    left: float
    right: float
    line: Line


@dataclass(frozen=True)
class WrittenHead:
    """The heads of a table from left to right, and how far they run down a pixel."""

    heads: tuple[Head, ...]

    @property
    def slope(self) -> float:
        first, last = self.heads[0].line.box, self.heads[-1].line.box
        aside = last.left - first.left
        return (last.middle - first.middle) / aside if aside > 0 else 0.0

    @property
    def bottom(self) -> float:
        """Where the lowest of them ends, were they level."""
        boxes = [head.line.box for head in self.heads]
        return max(box.bottom - self.slope * box.left for box in boxes)


def written_head(lines: Sequence[Line]) -> WrittenHead | None:
    """The head of a table with numbered rows, or one that names the authors first.

    The tables of sites begin with the title, and sheets have columns for the numbers.
    """
    heads = sorted((head for line in lines for head in _heads_on(line)), key=_left)
    rows = (_beside(head, heads) for head in heads)
    return next((WrittenHead(tuple(row)) for row in rows if _is_written(row)), None)


def _is_written(row: Sequence[Head]) -> bool:
    names = [head.name for head in row]
    is_whole = set(names) >= NEEDED and len(set(names)) == len(names)
    return is_whole and names[0] in ("number", "authors") and "numbers" not in names


def _beside(first: Head, heads: Sequence[Head]) -> list[Head]:
    """The heads at the height of the first, to the right of it."""
    row = [first]
    for head in heads:
        if head.left > row[-1].right and _is_level(row[-1], head):
            row.append(head)
    return row


def _is_level(head: Head, other: Head) -> bool:
    apart = abs(other.line.box.middle - head.line.box.middle)
    return apart < APART * head.line.size + STEEPEST * (other.left - head.right)


def _heads_on(line: Line) -> list[Head]:
    """The heads on a line that holds nothing but heads."""
    text = plain(line.text)
    found = [match for match in HEAD.finditer(text) if match.lastgroup]
    found = [match for match in found if not _is_beside(text, match)]
    if not found or re.search(r"[^\W\d_]{2}", BESIDE_HEAD.sub("", HEAD.sub("", text))):
        return []
    letter = line.box.width / len(text)
    starts = [line.box.left + letter * match.start() for match in found]
    ends = [*(start - line.size for start in starts[1:]), line.box.right]
    return [
        Head(str(match.lastgroup), start, end, line)
        for match, start, end in zip(found, starts, ends, strict=True)
    ]


def _is_beside(text: str, match: re.Match[str]) -> bool:
    """Whether a word is in brackets or behind a stroke: Author (year), DOI / PMID, Vol (No)."""
    return bool(re.search(r"[(/,:]\s?$", text[: match.start()]))


def columns_under(head: WrittenHead, lines: Sequence[Line]) -> list[Column]:
    """The columns where their cells begin, which may be left of the head's words."""
    before = [0.0, *(one.right for one in head.heads)]
    return [
        Column(one.name, _edge(one, reach, lines))
        for one, reach in zip(head.heads, before, strict=False)
        if one.name != "number"
    ]


def _edge(head: Head, reach: float, lines: Sequence[Line]) -> float:
    """Where most lines begin between the head before and this one."""
    size = head.line.size
    lefts = sorted(line.box.left for line in lines if reach < line.box.left < head.left + size)
    groups: list[list[float]] = []
    for last, left in itertools.pairwise([float("-inf"), *lefts]):
        if left - last < ALIGNED * size / 2:
            groups[-1].append(left)
        else:
            groups.append([left])
    fullest = max(groups, key=lambda group: len(group), default=[head.left])
    return statistics.median(fullest)


def _left(head: Head) -> float:
    return head.left
