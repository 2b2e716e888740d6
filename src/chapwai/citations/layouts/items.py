"""How a column of references falls into items.

Lists show where an item begins in many ways: by a number, by an indent, by a gap, or only by the
names at its beginning. Each way is tried, and the one that makes most items look like references
is taken.
"""

import itertools
import re
import statistics
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from chapwai.citations.lines import Line, text_of, usual_size
from chapwai.citations.source_line import YEAR
from chapwai.citations.wording import plain

NUMBER = re.compile(r"^\W{0,2}(?P<number>\d{1,3})(?:\s?[.\])]|\s)\s*(?=[^\s\d;:,)\]]|\d+\D)")
NUMBER_ALONE = re.compile(r"^\W{0,2}\d{1,3}\s?[.\])]{0,2}$")
BULLET = re.compile(r"^\s*[-•*·●○▪◦]\s*(?=\w)")
SURNAME = r"[^\W\d_][\w'-]{1,24}(?:\.? [^\W\d_a-z][\w'-]{1,24}){0,2}"
BEGINS_WITH_NAME = re.compile(
    rf"^(?:(?:van|von|de|del|der|den|da|di|la|le|el|al|ten|ter|dos)[\s-]){{0,3}}(?:"
    rf"{SURNAME},?\s?[^\W\d_a-z]{{1,4}}(?=[,.;]|\s(?:and|et)\b|$)|"
    rf"{SURNAME},\s?[^\W\d_a-z](?:\.|[a-z]{{2,15}}\b)|"
    rf"[^\W\d_a-z]\.\s?(?:-?[^\W\d_a-z]\.\s?){{0,3}}{SURNAME}|"
    r"[ก-๙]{2,30} [ก-๙]{2,40})"
)
A_YEAR = re.compile(rf"(?<!\d){YEAR}(?!\d)")
LINK_WORDS = {
    "article", "crossref", "cross", "ref", "pubmed", "cas", "google", "scholar", "medline", "web",
    "of", "science", "scopus", "view", "in", "at", "full", "text", "pdf", "abstract", "isi",
    "open", "url", "access", "free", "pmc", "central", "ads", "download", "export", "citation",
    "record", "publisher", "find", "this", "online", "a", "new", "tab", "to", "doi", "go",
}  # fmt: skip
MOST_LINES = 16
# Steps between items are this much wider than those between lines, if they are wider at all.
WIDER_STEP = 1.12
# Indents in sizes of type.
LEAST_INDENT, MOST_INDENT = 0.6, 7.0


@dataclass(frozen=True)
class Split:
    """A column in items from the top down, and what stands before the first of them."""

    before: list[Line]
    items: list[list[Line]]


def items_of(column: Sequence[Line]) -> Split:
    """Divide a column of references into items, each with all its lines."""
    lines = with_numbers(column)
    ways: tuple[Callable[[Sequence[Line]], set[int]], ...] = (
        _numbered,
        _outdented,
        _indented,
        _apart,
        lambda _: set(),
    )
    told = _worded(lines)
    splits = [_split(lines, way(lines) | told) for way in ways]
    return max(splits, key=_worth)


def with_numbers(lines: Sequence[Line]) -> list[Line]:
    """The lines with the numbers that stand apart in the margin put before their text."""
    numbers = [line for line in lines if NUMBER_ALONE.match(line.text)]
    texts = [line for line in lines if not NUMBER_ALONE.match(line.text)]
    for number in numbers:
        place = next((n for n, text in enumerate(texts) if _stands_before(number, text)), None)
        if place is not None:
            texts[place] = _numbered_line(number, texts[place])
        else:
            texts.append(number)
    return sorted(texts, key=lambda line: line.box.middle)


def is_links(line: Line) -> bool:
    """Whether a line is nothing but the links that sites put under a reference."""
    if re.search(r"\d{3}", line.text):
        return False
    words = re.findall(r"[^\W\d_]+", line.text.lower())
    return bool(words) and len(words) <= 20 and all(_is_link_word(word) for word in words)


def begins_with_name(text: str) -> bool:
    """Whether a reference could begin like this: with its number, or with its first author."""
    return bool(BEGINS_WITH_NAME.match(without_number(text)))


def without_number(text: str) -> str:
    """The text without the number or the bullet that counts it."""
    return BULLET.sub("", NUMBER.sub("", plain(text)))


def _is_link_word(word: str) -> bool:
    return word in LINK_WORDS or word in {"googlescholar", "fulltext", "crossrefpubmed"}


def _stands_before(number: Line, text: Line) -> bool:
    gap = text.box.left - number.box.right
    apart = abs(number.box.middle - text.box.middle)
    return -text.size < gap < MOST_INDENT * text.size and apart < 0.6 * text.size


def _numbered_line(number: Line, text: Line) -> Line:
    from_edge = number.box.around(text.box)
    return Line(f"{number.text} {text.text}", from_edge, min(number.confidence, text.confidence))


def _split(lines: Sequence[Line], starts: set[int]) -> Split:
    items: list[list[Line]] = [[]]
    for place, line in enumerate(lines):
        if place in starts or (items[-1] and is_links(items[-1][-1]) and not is_links(line)):
            items.append([])
        items[-1].append(line)
    return Split(items[0], items[1:])


def _worth(split: Split) -> int:
    """How many of the items look like references, less those that do not."""
    return sum(1 if _looks_like_reference(item) else -1 for item in split.items)


def _looks_like_reference(item: Sequence[Line]) -> bool:
    text = plain(text_of(item))
    begins = begins_with_name(item[0].text) or bool(NUMBER.match(item[0].text))
    return begins and len(item) <= MOST_LINES and bool(A_YEAR.search(text))


def _numbered(lines: Sequence[Line]) -> set[int]:
    """The longest run of numbers that count up by one, or by two where one was not read."""
    found = [
        (n, int(m["number"])) for n, line in enumerate(lines) if (m := NUMBER.match(line.text))
    ]
    best: list[list[int]] = []
    for place, (_, number) in enumerate(found):
        before = [best[k] for k in range(place) if 1 <= number - found[k][1] <= 2]
        best.append([*max(before, key=len, default=[]), place])
    run = max(best, key=len, default=[])
    return {found[place][0] for place in run} if len(run) > 1 else set()


def _outdented(lines: Sequence[Line]) -> set[int]:
    """The lines that begin left of the others."""
    edge = _edge(lines)
    return {n for n, left in enumerate(_lefts(lines)) if edge and left < edge}


def _indented(lines: Sequence[Line]) -> set[int]:
    edge = _edge(lines)
    return {n for n, left in enumerate(_lefts(lines)) if edge and left >= edge}


def _edge(lines: Sequence[Line]) -> float | None:
    """What parts the two left edges of a column with indents, None if it has none."""
    lefts, size = sorted(_lefts(lines)), usual_size(lines)
    near = [left for left in lefts if left < lefts[0] + MOST_INDENT * size]
    steps = list(itertools.pairwise(near))
    if not steps:
        return None
    before, after = max(steps, key=lambda step: step[1] - step[0])
    return (before + after) / 2 if after - before > LEAST_INDENT * size else None


def _lefts(lines: Sequence[Line]) -> list[float]:
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
    half = len(lines) // 2
    yield from zip(lines[:half], lines[half:], strict=False)


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
    """The lines that begin with a name after one that ends an item."""
    return {
        n
        for n, line in enumerate(lines)
        if begins_with_name(line.text) and (n == 0 or _ends_item(lines[n - 1]))
    }


def _ends_item(line: Line) -> bool:
    return bool(re.search(r"\d\.?$|\d[\w/.-]*\.?$", line.text.strip())) or is_links(line)
