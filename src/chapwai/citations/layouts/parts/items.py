"""How a column of references falls into items.

Lists show where an item begins in many ways: by a number, by an indent, by a gap, or only by the
names at its beginning. Each way is tried, and the one that makes most items look like references
is taken.
"""

import functools
import itertools
import re
import statistics
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from chapwai.citations.layouts.parts.links import is_links
from chapwai.citations.layouts.parts.rows import rows_of
from chapwai.citations.layouts.parts.running import REST_OF_ADDRESS, goes_on, is_broken_after
from chapwai.citations.lines import Line, text_of, usual_size
from chapwai.citations.references import BACKLINKS
from chapwai.citations.source_patterns import YEAR
from chapwai.citations.wording import plain

NUMBER = re.compile(
    r"^\W{0,2}(?P<number>\d{1,3})"
    # Engines lose the space or the bracket behind it.
    r"(?:\s?[.\])]|\s|(?=[A-Z][a-z])|(?<=\[\d)|(?<=\[\d\d)|(?<=\[\d\d\d))"
    r"\s*(?=[^\s\d;:,)\]]|\d+\D)"
)
BULLET = re.compile(r"^\s*[-•*·●○▪◦]\s*(?=\w)")
SURNAME = r"[^\W\d_][\w'-]{1,24}(?:\.? [^\W\d_a-z][\w'-]{1,24}){0,2}"
BEGINS_WITH_NAME = re.compile(
    rf"^(?:(?:van|von|de|del|der|den|da|di|la|le|el|al|ten|ter|dos)[\s-]){{0,3}}(?:"
    rf"{SURNAME},?\s?[^\W\d_a-z]{{1,4}}(?=[,.;]|\s(?:and|et)\b|$)|"
    rf"{SURNAME},\s?[^\W\d_a-z](?:\.|[a-z]{{2,15}}\b)|"
    rf"[^\W\d_a-z]\.\s?(?:-?[^\W\d_a-z]\.\s?){{0,3}}{SURNAME}|"
    r"[ก-๙]{2,30} [ก-๙]{2,40})"
)
# Question marks stand for figures that could not be read.
A_YEAR = re.compile(rf"(?<!\d){YEAR}(?!\d)|(?<!\?)\?{{4}}(?!\?)")
ENDS_ITEM = re.compile(
    r"(?i)[\d?][\w/.:;()<>?-]{0,40}$|\W(?:google\s?scholar|crossref|pubmed|medline|full\s?text|cas|doi)\W*$"
)
ENDS_WITH_PAGES = re.compile(rf"{YEAR}[;:]\s?\d{{1,4}}(?:\(.{{1,9}}\))?:\d{{1,5}}-\d{{1,5}}\.$")
MOST_LINES = 16
DOI_BEGINS = re.compile(r"10\.\d{4,9}/\S{4}")
# Headings and banners stand among the references however they are divided.
COST_OF_OTHERS = 0.4
# So many numbers in a row may be misread.
MOST_UNREAD = 2
# What is no more of the list stands so many usual steps below it.
BREAK = 2.6
# Lists may have wide gaps between all their items: a break is wider than those by this.
WIDER_GAP = 1.7
# Steps between items are this much wider than those between lines, if they are wider at all.
WIDER_STEP = 1.12
# No two lines of an item differ so much in size.
LARGER = 1.4
# Indents in sizes of type.
LEAST_INDENT, MOST_INDENT = 0.6, 7.0
# Banners and buttons have edges of their own.
MOST_EDGES = 3


@dataclass(frozen=True)
class Split:
    """A column in items from the top down, and what stands before the first of them."""

    before: list[Line]
    items: list[list[Line]]


def items_of(column: Sequence[Line]) -> Split:
    """Divide a column of references into items, each with all its lines."""
    lines = _without_break(rows_of(column))
    told, never = _worded(lines), _ends_of_addresses(lines)
    return max((_split(lines, (starts | told) - never) for starts in _ways(lines)), key=_worth)


def _ways(lines: Sequence[Line]) -> Iterator[set[int]]:
    """The lines on which items may begin, by each way of showing it."""
    yield _numbered(lines)
    yield from _by_indent(lines)
    yield _apart(lines)
    yield set()


def _without_break(lines: Sequence[Line]) -> list[Line]:
    """The lines down to a wide break, behind which stand cookies, buttons and the like."""
    steps = [below.box.middle - line.box.middle for line, below in itertools.pairwise(lines)]
    for place in range(len(steps) // 2, len(steps)):
        above = steps[:place]
        if above and steps[place] > BREAK * max(statistics.median(steps), max(above) / WIDER_GAP):
            return list(lines[: place + 1])
    return list(lines)


def ends_item(line: Line) -> bool:
    """Whether a reference could end so: with its pages, its address or links."""
    return bool(ENDS_ITEM.search(line.text.strip())) or is_links(line)


@functools.lru_cache(maxsize=2048)
def begins_with_name(text: str) -> bool:
    """Whether a reference could begin like this: with its number, or with its first author."""
    return bool(BEGINS_WITH_NAME.match(without_number(text)))


@functools.lru_cache(maxsize=2048)
def without_number(text: str) -> str:
    """The text without the number or the bullet that counts it, and without links back."""
    return BACKLINKS.sub("", BULLET.sub("", NUMBER.sub("", plain(text))))


def _split(lines: Sequence[Line], starts: set[int]) -> Split:
    items: list[list[Line]] = [[]]
    for place, line in enumerate(lines):
        if place in starts or (items[-1] and is_links(items[-1][-1]) and not is_links(line)):
            items.append([])
        items[-1].append(line)
    return Split(items[0], items[1:])


def _worth(split: Split) -> float:
    """How many of the items look like references, less a part of those that do not."""
    return sum(1.0 if _looks_like_reference(item) else -COST_OF_OTHERS for item in split.items)


def _looks_like_reference(item: Sequence[Line]) -> bool:
    """Whether it begins like one, has a year, and is not two of them."""
    text = plain(text_of(item))
    begins = begins_with_name(item[0].text) or bool(NUMBER.match(item[0].text))
    is_one = len(item) <= MOST_LINES and len(set(DOI_BEGINS.findall(text))) <= 1
    return begins and is_one and bool(A_YEAR.search(text))


def _numbered(lines: Sequence[Line]) -> set[int]:
    """The longest run of numbers that count up by one, or by more where some were not read."""
    found = [
        (n, int(m["number"])) for n, line in enumerate(lines) if (m := NUMBER.match(line.text))
    ]
    best: list[list[int]] = []
    for place, (_, number) in enumerate(found):
        before = [best[k] for k in range(place) if 1 <= number - found[k][1] <= MOST_UNREAD + 1]
        best.append([*max(before, key=len, default=[]), place])
    run = max(best, key=len, default=[])
    return {found[place][0] for place in run} if len(run) > 1 else set()


def _by_indent(lines: Sequence[Line]) -> Iterator[set[int]]:
    """The lines that begin left of the others, or right of them."""
    lefts = upright_lefts(lines)
    for edge in _edges(lefts, usual_size(lines)):
        outdented = {n for n, left in enumerate(lefts) if left < edge}
        yield outdented
        yield set(range(len(lines))) - outdented


def _edges(lefts: Sequence[float], size: float) -> list[float]:
    """What may part the left edges of a column with indents: its widest steps."""
    steps = [
        (after - before, (before + after) / 2)
        for before, after in itertools.pairwise(sorted(lefts))
    ]
    wide = [step for step in steps if LEAST_INDENT * size < step[0] < MOST_INDENT * size]
    return [middle for _, middle in sorted(wide, reverse=True)[:MOST_EDGES]]


def upright_lefts(lines: Sequence[Line]) -> list[float]:
    """The left edges, as they would be if the column stood upright."""
    slope = _slope(lines)
    return [line.box.left - slope * line.box.middle for line in lines]


def _slope(lines: Sequence[Line]) -> float:
    """How far the left edge wanders a pixel down: the median over pairs of lines."""
    pairs = [
        (other.box.left - line.box.left) / (other.box.middle - line.box.middle)
        for line, other in _pairs(lines)
        if other.box.middle - line.box.middle > line.size
    ]
    return statistics.median(pairs) if pairs else 0.0


def _pairs(lines: Sequence[Line]) -> Iterator[tuple[Line, Line]]:
    """Lines about half a column apart: at one distance, first lines might only meet others."""
    half = len(lines) // 2
    for distance in range(half, half + 3):
        yield from zip(lines, lines[distance:], strict=False)


def _apart(lines: Sequence[Line]) -> set[int]:
    """The lines after a wider step than usual."""
    steps = [
        (following.box.middle - line.box.middle) for line, following in itertools.pairwise(lines)
    ]
    widest = max(zip(sorted(steps), sorted(steps)[1:], strict=False), key=_jump, default=(0.0, 0.0))
    if _jump(widest) < WIDER_STEP:
        return set()
    return {0, *(n + 1 for n, step in enumerate(steps) if step >= widest[1])}


def _jump(steps: tuple[float, float]) -> float:
    return steps[1] / steps[0] if steps[0] > 0 else 0.0


def _worded(lines: Sequence[Line]) -> set[int]:
    """The lines that begin with a name after one that ends an item, or in Thai after its pages."""
    return {
        n
        for n, line in enumerate(lines)
        if (begins_with_name(line.text) and (n == 0 or _may_begin_below(lines[n - 1], line)))
        or (n > 0 and ENDS_WITH_PAGES.search(plain(lines[n - 1].text)) and _is_thai_word(line))
    }


def _may_begin_below(line: Line, below: Line) -> bool:
    """Whether an item may begin: below the end of another, or below a heading in larger type."""
    is_heading = line.size > LARGER * below.size and not NUMBER.match(line.text)
    return is_heading or ends_item(line)


def _is_thai_word(line: Line) -> bool:
    return bool(re.match(r"[ก-๙]{2}", plain(line.text)))


def _ends_of_addresses(lines: Sequence[Line]) -> set[int]:
    """The lines on which a broken address goes on, with figures that look like an item's."""
    return {
        n
        for n, (before, line) in enumerate(itertools.pairwise(lines), 1)
        if goes_on(before, line)
        and not begins_with_name(line.text)
        and (is_broken_after(before, lines) or _ends_address(line))
    }


def _ends_address(line: Line) -> bool:
    """Whether nothing but links stands behind the end of an address."""
    rest = replace(line, text=REST_OF_ADDRESS.sub("", line.text).strip(" .,;"))
    return is_links(rest) or not (rest.text or NUMBER.match(f"{line.text} x"))
