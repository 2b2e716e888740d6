"""Puts Arabic figures in the place of Thai ones (๐-๙), which Tesseract hardly knows apart.

It takes a 5 for a 4 and is sure of it, but Arabic figures it reads well. So the numbers of a line
are found and read here, glyph by glyph, and set again in type that it knows; whatever stands
around them stays as it is. A number is only set if each of its figures is sure.
"""

import itertools
from collections.abc import Iterator, Sequence
from statistics import median
from typing import NamedTuple

from PIL import Image, ImageDraw, ImageFont

from chapwai.citations.engines.figure_network import chances_of
from chapwai.citations.engines.glyphs import Glyph, glyphs_of

SURE, SURE_OF_HALF = 0.9, 0.95
# What the network says of a glyph that is no figure.
NO_FIGURE = 10
# Blanks are wider than this part of the line's height and so many gaps between its letters.
LEAST_BLANK, GAPS_TO_A_BLANK = 0.1, 0.5
# In glyph heights: dots and dashes are lower, brackets higher and thin, colons thinner.
LOW, HIGH, THIN, THINNEST = 0.55, 1.2, 0.5, 0.3
# Wider for their height than any figure are two that touch, and no wider than this.
TWO_WIDE, MORE_THAN_TWO = 1.3, 2.1
LOWEST_HALF = 0.65
# Arabic figures are as high as Thai ones with their tails.
HEIGHT_OF_TYPE = 1.35
# A little narrower than it was, or a colon behind it seems to belong to the last figure.
WIDTH_OF_TYPE = 0.95
TYPE_SIZE = 64


class Figure(NamedTuple):
    """A figure and where it stands; nothing is sure of the value of an empty one."""

    value: str
    place: Glyph


def in_arabic(picture: Image.Image) -> Image.Image | None:
    """The picture of a line with its sure Thai numbers in Arabic figures; None without any."""
    numbers = list(_numbers(picture))
    if not numbers:
        return None
    changed = picture.copy()
    for number in numbers:
        _set_again(changed, number)
    return changed


def _numbers(picture: Image.Image) -> Iterator[list[Figure]]:
    """The words of a line that are nothing but figures, all of them sure."""
    for word in _words(picture):
        figures: list[Figure] = []
        for glyph in word:
            read = _figures(picture, glyph)
            if not read:
                break  # a word that is none is known by its first letter, mostly
            figures += read
        else:
            yield figures


def _words(picture: Image.Image) -> Iterator[list[Glyph]]:
    """The glyphs of a line that stand together, parted at blanks, dashes and brackets."""
    glyphs = glyphs_of(picture)
    usual = median(glyph.bottom - glyph.top for glyph in glyphs) if glyphs else 0
    gaps = [max(0, right.left - left.right) for left, right in itertools.pairwise(glyphs)]
    blank = LEAST_BLANK * picture.height + GAPS_TO_A_BLANK * median(gaps or [0])
    word: list[Glyph] = []
    for glyph in glyphs:
        is_mark = _is_mark(glyph, usual)
        if word and (is_mark or glyph.left - word[-1].right > blank):
            yield word
            word = []
        word += [] if is_mark else [glyph]
    if word:
        yield word


def _is_mark(glyph: Glyph, usual: float) -> bool:
    """Whether it is a dot, a dash or a bracket."""
    width, height = glyph.right - glyph.left, glyph.bottom - glyph.top
    is_thin = width < THINNEST * usual or (height > HIGH * usual and width < THIN * height)
    return height < LOW * usual or is_thin


def _figures(picture: Image.Image, glyph: Glyph) -> list[Figure]:
    """The figure that a glyph is, or the two that it is made of; empty unless they are sure."""
    shape = (glyph.right - glyph.left) / (glyph.bottom - glyph.top)
    if shape > TWO_WIDE:
        return _two_figures(picture, glyph) if shape < MORE_THAN_TWO else []
    value = _value(picture, glyph)
    return [Figure(value, glyph)] if value else []


def _two_figures(picture: Image.Image, glyph: Glyph) -> list[Figure]:
    """Cut where the least ink is; a figure and a dash do not pass for two figures."""
    third = (glyph.right - glyph.left) // 3
    columns = range(glyph.left + third, glyph.right - third)
    cut = max(
        columns, key=lambda x: sum(picture.crop((x, glyph.top, x + 1, glyph.bottom)).tobytes())
    )
    halves = [
        _tight(picture, half) for half in (glyph._replace(right=cut), glyph._replace(left=cut))
    ]
    if min(half.bottom - half.top for half in halves) < LOWEST_HALF * (glyph.bottom - glyph.top):
        return []
    values = [_value(picture, half, least=SURE_OF_HALF) for half in halves]
    return [Figure(*half) for half in zip(values, halves, strict=True)] if all(values) else []


def _tight(picture: Image.Image, glyph: Glyph) -> Glyph:
    """Without the white around it."""
    inner = glyphs_of(picture.crop(glyph)) or [Glyph(0, 0, 1, 1)]
    left, top, right, bottom = max(inner, key=lambda part: part.bottom - part.top)
    return Glyph(glyph.left + left, glyph.top + top, glyph.left + right, glyph.top + bottom)


def _value(picture: Image.Image, glyph: Glyph, *, least: float = SURE) -> str:
    chances = chances_of(picture, glyph)
    likeliest = max(range(len(chances)), key=chances.__getitem__)
    is_sure = likeliest != NO_FIGURE and chances[likeliest] >= least
    return str(likeliest) if is_sure else ""


def _set_again(picture: Image.Image, number: Sequence[Figure]) -> None:
    """The number in Arabic figures, as wide as it was."""
    left, right = number[0].place.left, number[-1].place.right
    top, bottom = (f(figure.place[n] for figure in number) for f, n in ((min, 1), (max, 3)))
    picture.paste(255, (left, top, right, bottom))
    body = median(figure.place.bottom - figure.place.top for figure in number)
    height = round(HEIGHT_OF_TYPE * min(body, bottom - top))
    drawn = _drawn("".join(figure.value for figure in number))
    width = max(1, round(WIDTH_OF_TYPE * (right - left)))
    picture.paste(drawn.resize((width, height)), (left, bottom - height))


def _drawn(number: str) -> Image.Image:
    """The number in black on white, without a margin."""
    font = ImageFont.load_default(TYPE_SIZE)
    box = tuple(map(round, font.getbbox(number)))
    drawn = Image.new("L", (box[2] - box[0], box[3] - box[1]), 255)
    ImageDraw.Draw(drawn).text((-box[0], -box[1]), number, fill=0, font=font)
    return drawn
