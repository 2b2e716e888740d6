"""How striped a picture is: text seen along its lines is a row of dark stripes."""

import math
from itertools import pairwise

from PIL import Image, ImageChops, ImageFilter


def reduced_grey(picture: Image.Image, width: int) -> Image.Image:
    """The picture by a whole number smaller, which is quick, and at least so wide or high."""
    return picture.convert("L").reduce(max(1, max(picture.size) // width))


def small_grey(picture: Image.Image, width: int) -> Image.Image:
    """The picture as large as it need be to measure its stripes."""
    grey = picture.convert("L")
    grey.thumbnail((width, width), Image.Resampling.BOX)
    return grey


def inner(picture: Image.Image, part: float) -> Image.Image:
    """Its middle, of this part of its sides: around it lie the frame and the edges of a screen."""
    right, bottom = (round(side * (1 + part) / 2) for side in picture.size)
    return picture.crop((picture.width - right, picture.height - bottom, right, bottom))


def marks_on(grey: Image.Image) -> Image.Image:
    """Letters and edges alone, bright on black, whatever the light."""
    return ImageChops.difference(grey, grey.filter(ImageFilter.BoxBlur(3)))


def evened(marks: Image.Image, *, clearest: int, light: int = 255) -> Image.Image:
    """With all marks that are so clear, and clearer, equally light."""
    return marks.point([min(mark, clearest) * light // clearest for mark in range(256)])


def stripedness(marks: Image.Image, *, columns: int = 1) -> int:
    """How much the sums of the rows differ, in each of the columns."""
    squeezed = marks.resize((columns, marks.height), Image.Resampling.BOX, reducing_gap=None)
    sums = squeezed.tobytes()
    return round(math.dist(sums[:-columns], sums[columns:]) ** 2)


def bands_above(least: float, ink: bytes) -> list[tuple[int, int]]:
    """From where to where rows, or columns, have more ink than that, in their order."""
    below = [-1, *(place for place, much in enumerate(ink) if much <= least), len(ink)]
    return [(before + 1, after) for before, after in pairwise(below) if after - before > 1]
