"""Finds the lines of a page that are Thai, and has them read by the engine that can.

The engine for whole pages knows no Thai letter: it makes Latin of them, and is not sure of it.
Pages where that happens are probed with their worst lines, so that a bad photo of an English page
costs three lines and a good one nothing.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from PIL import Image

from chapwai.citations.engines.line_picture import line_picture
from chapwai.citations.engines.thai_engine import ReadLine, ThaiEngine, thai_engine
from chapwai.citations.lines import Box, Line
from chapwai.citations.thai_opinions import (
    ADDRESS,
    HEIGHTS,
    is_thai_reading,
    read_until_agreed,
)
from chapwai.citations.thai_spelling import spelt_right
from chapwai.citations.wording import plain

# Latin lines are read with more than this, but for bad photos; Thai ones hardly ever.
DOUBTFUL = 0.93
FEWEST_DOUBTFUL = 2
LINES_TO_PROBE = 4
# The engine reads so many at once.
PROBED_AT_ONCE = 2
# So much of a line tells which letters it has, in its heights.
PART_TO_PROBE = 16
# What a line must be read as to speak for Thai on the page; of nonsense less comes out.
SURE_OF_THAI = 0.75
FEWEST_THAI = 5
# Letters on their head are taken for Thai with less.
CLEARLY_THAI = 0.85
# Shorter ones are icons and footnote marks: no reason to think of Thai.
FEWEST_LETTERS = 6
# About one second on one core: enough for a page of references once, and for second looks at what
# is no running text.
MOST_LETTERS = 2400
MOST_LETTERS_AGAIN = 600
LINES_OF_A_PARAGRAPH = 4
# Behind an English journal's name its Thai issue may pass for Latin: ñ 7 auu 2 (2554).
BUDDHIST_YEAR = re.compile(r"(?<![\d-])25[0-7]\d(?![\d-])")
LATIN_NAME = re.compile(r"[A-Z][A-Za-z &-]{9,120}(?=,)")

# What the engine makes of one dash, and marks that no letter carries.
STRAY = re.compile(r"-{2,}|(?<![\u0e01-\u0e4e])[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]+")
# Of a range whose end runs into a letter, figures were taken for that letter.
BROKEN_RANGE = re.compile(r"(?<![\d-])\d{1,5}-\d{1,5}(?=[\u0e01-\u0e4e])")


def with_thai_read(
    picture: Image.Image,
    lines: Sequence[Line],
    *,
    loaded: Callable[[], ThaiEngine | None] = thai_engine,
) -> list[Line]:
    """The page's lines, with those that are Thai read again; the same lines if none is.

    Figures that cannot be relied on become question marks. The engine is loaded when the first
    page needs it; without one, lines stay as they are.
    """
    doubtful = [line for line in lines if line.confidence < DOUBTFUL]
    telling = [line for line in doubtful if len(line.text) >= FEWEST_LETTERS]
    if len(telling) < FEWEST_DOUBTFUL or (engine := loaded()) is None:
        return list(lines)
    if not _are_thai(picture, telling, engine):
        return list(lines)
    running = _running_text(doubtful)
    chosen = list(_within_budget([*doubtful, *_dated_in_thai(lines)], running))
    readings = read_until_agreed(
        picture, chosen, engine, once=running, most_letters=MOST_LETTERS_AGAIN
    )
    read = dict(zip(chosen, readings, strict=True))
    return [_reread(line, read.get(line)) for line in lines]


def thai_turn(
    boxes: Sequence[Box],
    picture: Image.Image,
    *,
    loaded: Callable[[], ThaiEngine | None] = thai_engine,
) -> int | None:
    """By how many degrees to turn these lines so that they are Thai; None if they never are.

    The engine takes letters of a kind for Thai as well, so the way they lie is asked about first.
    """
    if (engine := loaded()) is None:
        return None
    upright = [line_picture(picture, box, height=HEIGHTS[0]) for box in boxes]
    if any(map(_is_clear, engine.read_lines(upright))):
        return 0
    turned = engine.read_lines(cut.rotate(180) for cut in upright)
    return 180 if 2 * sum(map(_is_clear, turned)) > len(boxes) else None


def _are_thai(picture: Image.Image, doubtful: Sequence[Line], engine: ThaiEngine) -> bool:
    """Whether most of the least certain lines turn out to be Thai.

    The first few decide, if with the others it would still not be most: an English page costs two.
    """
    probed = sorted(doubtful, key=lambda line: line.confidence)[:LINES_TO_PROBE]
    first, others = probed[:PROBED_AT_ONCE], probed[PROBED_AT_ONCE:]
    thai = _thai_among(first, picture, engine)
    if 2 * (thai + len(others)) <= len(probed):
        return False
    return 2 * (thai + _thai_among(others, picture, engine)) > len(probed)


def _thai_among(lines: Sequence[Line], picture: Image.Image, engine: ThaiEngine) -> int:
    """How many of the lines begin in Thai."""
    begun = (_beginning(line.box) for line in lines)
    pictures = (line_picture(picture, box, height=HEIGHTS[0]) for box in begun)
    return sum(map(_is_legible, engine.read_lines(pictures)))


def _beginning(box: Box) -> Box:
    return replace(box, right=min(box.right, box.left + PART_TO_PROBE * box.height))


def _is_clear(reading: ReadLine) -> bool:
    return _is_legible(reading) and reading.confidence >= CLEARLY_THAI


def _is_legible(reading: ReadLine) -> bool:
    letters = [letter for letter in reading.text if letter.isalpha()]
    thai = sum("ก" <= letter <= "๎" for letter in letters)
    return reading.confidence >= SURE_OF_THAI and thai >= max(FEWEST_THAI, len(letters) / 2)


def _dated_in_thai(lines: Sequence[Line]) -> list[Line]:
    """The lines that seem Latin for certain, but for a year that only Thai words stand beside."""
    certain = (line for line in lines if line.confidence >= DOUBTFUL)
    return [line for line in certain if BUDDHIST_YEAR.search(ADDRESS.sub("", line.text))]


def _within_budget(doubtful: Sequence[Line], running: set[Line]) -> Iterator[Line]:
    """As many lines as there is time for, running text last."""
    left = MOST_LETTERS
    for line in sorted(doubtful, key=lambda line: line in running):
        left -= len(line.text)
        if left < 0:
            return
        yield line


def _running_text(lines: Sequence[Line]) -> set[Line]:
    """Lines of long paragraphs as wide as the page's text: an abstract, not a column beside it."""
    widest = max(line.box.width for line in lines)
    wide = [line for line in lines if line.box.width > 0.6 * widest]
    found: set[Line] = set()
    for first in range(len(wide) - LINES_OF_A_PARAGRAPH + 1):
        run = wide[first : first + LINES_OF_A_PARAGRAPH]
        if all(_continues(run[0], line) for line in run):
            found.update(run)
    return found


def _continues(first: Line, line: Line) -> bool:
    same_edge = abs(first.box.left - line.box.left) < 2 * first.size
    return same_edge and 0.8 < line.size / first.size < 1.25


def _reread(line: Line, reading: ReadLine | None) -> Line:
    if reading is None or not is_thai_reading(reading) or _is_address(line.text):
        return line
    whole = BROKEN_RANGE.sub("?-?", STRAY.sub(_without_stray, reading.text))
    thai = spelt_right(plain(whole))
    text = _with_name_of(line, _with_address_of(line.text, thai))
    return replace(line, text=text, confidence=reading.confidence)


def _without_stray(found: re.Match[str]) -> str:
    return "-" if found.group().startswith("-") else ""


def _is_address(latin: str) -> bool:
    address = ADDRESS.search(latin)
    return address is not None and 3 * len(address.group()) > 2 * len(latin)


def _with_name_of(latin: Line, thai: str) -> str:
    """The Thai reading with the English name before its first comma as it was read for certain."""
    behind = thai.partition(",")[2]
    own = LATIN_NAME.match(latin.text) if latin.confidence >= DOUBTFUL else None
    return f"{own.group()},{behind}" if own and behind else thai


def _with_address_of(latin: str, thai: str) -> str:
    """The Thai reading with the address as the other engine read it, which knows Latin better."""
    address, own = ADDRESS.search(latin), ADDRESS.search(thai)
    if address is None:
        return thai
    words = thai[: own.start()] if own else thai
    return f"{words.rstrip()} {address.group()}"
