"""Takes the picture of a line apart into its glyphs: ink that hangs together."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from PIL import Image

# Darker is ink, in a picture of dark letters on white paper.
INK = 175
# What is smaller than this part of the tallest glyph in both directions is dust.
LEAST_PART = 0.15
# Pieces that share so much of their width stand over one another.
OVER = 0.6


class Glyph(NamedTuple):
    """A glyph's place in the picture, in pixels."""

    left: int
    top: int
    right: int
    bottom: int


def glyphs_of(picture: Image.Image) -> list[Glyph]:
    """The glyphs of a line in grey, dark on white, from left to right, without specks.

    Pieces over one another are one glyph: a colon, a letter and its mark, a broken letter.
    """
    found = sorted(_box(ink, picture.width) for ink in _connected(picture))
    tallest = max((glyph.bottom - glyph.top for glyph in found), default=0)
    glyphs: list[Glyph] = []
    for piece in found:
        if _extent(piece) < LEAST_PART * tallest:
            continue
        over = glyphs.pop() if glyphs and _stand_over(glyphs[-1], piece) else piece
        glyphs.append(_around(over, piece))
    return glyphs


def _stand_over(one: Glyph, other: Glyph) -> bool:
    shared = min(one.right, other.right) - max(one.left, other.left)
    return shared >= OVER * min(one.right - one.left, other.right - other.left)


def _around(one: Glyph, other: Glyph) -> Glyph:
    pairs = list(zip(one, other, strict=True))
    return Glyph(*map(min, pairs[:2]), *map(max, pairs[2:]))


def _extent(glyph: Glyph) -> int:
    return max(glyph.right - glyph.left, glyph.bottom - glyph.top)


def _connected(picture: Image.Image) -> Iterator[list[int]]:
    """The places of the ink that hangs together, counted along the rows."""
    width = picture.width
    left = {place for place, shade in enumerate(picture.tobytes()) if shade < INK}
    near = (-width - 1, -width, -width + 1, -1, 1, width - 1, width, width + 1)
    while left:
        ink = [left.pop()]
        for place in ink:
            around = [place + step for step in near if place + step in left]
            left.difference_update(around)
            ink += around
        yield ink


def _box(ink: Sequence[int], width: int) -> Glyph:
    columns, rows = [place % width for place in ink], [place // width for place in ink]
    return Glyph(min(columns), min(rows), max(columns) + 1, max(rows) + 1)
