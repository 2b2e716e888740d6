"""Reads each line until two readings agree, because one alone is wrong in every tenth line.

The same line at another height is a fresh look for the engine: what it was unsure of comes out
differently. Numbers have to be seen twice, or also by the engine for whole pages.
"""

import re
from collections.abc import Collection, Iterator, Sequence

from PIL import Image
from rapidfuzz.distance import Levenshtein

from chapwai.citations.engines.line_picture import line_picture
from chapwai.citations.engines.thai_engine import ReadLine, ThaiEngine
from chapwai.citations.lines import Line
from chapwai.citations.wording import is_thai, plain

# In pixels; the first reads best.
HEIGHTS = (40, 34, 52)
NUMBER = re.compile(r"[0-9]+")
# Its figures are no numbers of the article's, and the other engine reads it better anyway.
ADDRESS = re.compile(r"(?i)\S{0,9}(?::/|www\.|doi\.org|\b10\.\d{4})\S*")
# The figures of a number that could not be read for sure.
THAI_DIGIT = re.compile("[๐-๙]")
# Stands for a figure that nobody can vouch for: better none than a wrong one.
UNKNOWN = "?"
# The confidence of a line with such figures.
DOUBTED = 0.5
# What is read with no more than this is noise, or nothing.
ILLEGIBLE = 0.6


def read_until_agreed(
    picture: Image.Image,
    lines: Sequence[Line],
    engine: ThaiEngine,
    *,
    once: Collection[Line],
    most_letters: int,
) -> list[ReadLine]:
    """What each line says; those in `once` are only looked at again for the sake of a number.

    `most_letters` bounds the second looks, illegible lines first. Figures of numbers that
    nothing bears out are replaced by question marks.
    """
    opinions = [[reading] for reading in engine.read_lines(_pictures(picture, lines, HEIGHTS[0]))]
    for height in HEIGHTS[1:]:
        unsettled = [n for n, line in enumerate(lines) if not _is_settled(line, opinions[n], once)]
        unsettled.sort(key=lambda n: _is_legible(opinions[n]))  # what nobody can read first
        again = list(_affordable(lines, unsettled, most_letters))
        most_letters -= sum(len(lines[n].text) for n in again)
        readings = engine.read_lines(_pictures(picture, [lines[n] for n in again], height))
        for n, reading in zip(again, readings, strict=True):
            opinions[n].append(reading)
    return [_typical(line, given) for line, given in zip(lines, opinions, strict=True)]


def is_thai_reading(reading: ReadLine) -> bool:
    """Whether there were Thai letters or figures."""
    return reading.had_thai_figures or is_thai(reading.text)


def _pictures(picture: Image.Image, lines: Sequence[Line], height: int) -> Iterator[Image.Image]:
    return (line_picture(picture, line.box, height=height) for line in lines)


def _affordable(lines: Sequence[Line], wanted: Sequence[int], letters: int) -> Iterator[int]:
    for n in wanted:
        letters -= len(lines[n].text)
        if letters < 0:
            return
        yield n


def _is_legible(opinions: Sequence[ReadLine]) -> bool:
    return max(reading.confidence for reading in opinions) > ILLEGIBLE


def _is_settled(line: Line, opinions: Sequence[ReadLine], once: Collection[Line]) -> bool:
    if not any(_is_borne_out(line, reading, opinions) for reading in opinions):
        return False
    texts = [_letters(reading) for reading in opinions]
    return line in once or len(set(texts)) < len(texts)


def _typical(line: Line, opinions: Sequence[ReadLine]) -> ReadLine:
    """Of the readings that can be right, the one that is most like all others."""
    thai = [reading for reading in opinions if is_thai_reading(reading)] or opinions
    borne_out = [reading for reading in thai if _is_borne_out(line, reading, opinions)]
    likely = borne_out or thai
    best = min(likely, key=lambda reading: (_distance(reading, thai), -reading.confidence))
    return best if borne_out else _without_numbers(line, best, opinions)


def _without_numbers(line: Line, reading: ReadLine, opinions: Sequence[ReadLine]) -> ReadLine:
    """The reading with a question mark for each figure of a number that only it has."""
    seen = [*_numbers(line.text), *(n for other in opinions for n in set(_numbers(other.text)))]
    known = {number for number in seen if seen.count(number) > 1}

    def masked(number: re.Match[str]) -> str:
        return number.group() if number.group() in known else UNKNOWN * len(number.group())

    text = NUMBER.sub(masked, THAI_DIGIT.sub(UNKNOWN, reading.text))
    return ReadLine(text, min(reading.confidence, DOUBTED))


def _is_borne_out(line: Line, reading: ReadLine, opinions: Sequence[ReadLine]) -> bool:
    """Whether the reading's numbers are seen in another one too, or by the other engine.

    The engine for whole pages reads Arabic figures well, also where it cannot read the words.
    """
    own = _numbers(reading.text)
    if THAI_DIGIT.search(reading.text):
        return False
    seen = _numbers(line.text)
    twice = [_numbers(other.text) for other in opinions].count(own) > 1
    return twice or all(own.count(number) <= seen.count(number) for number in own)


def _numbers(text: str) -> list[str]:
    return NUMBER.findall(plain(ADDRESS.sub(" ", text)))


def _distance(reading: ReadLine, others: Sequence[ReadLine]) -> int:
    return sum(Levenshtein.distance(_letters(reading), _letters(other)) for other in others)


def _letters(reading: ReadLine) -> str:
    """Without spaces, which are as likely the engine's as the page's; marks count as letters."""
    return "".join(plain(reading.text).split())
