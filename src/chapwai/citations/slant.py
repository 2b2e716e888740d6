"""The slant of a photographed page, and the page as it looks without it.

A screen seen from the side is not only turned: its lines meet far away, so that they lean otherwise
at its top than at its bottom.
"""

import math
from dataclasses import dataclass

from PIL import Image

Point = tuple[float, float]


@dataclass(frozen=True)
class Slant:
    """By how many degrees lines fall to the right: in the page's middle, and how many more on top.

    Those are the degrees by which the page must be turned counter-clockwise to be level.
    """

    middle: float = 0.0
    spread: float = 0.0

    def changed(self, middle: float, spread: float) -> "Slant":
        return Slant(self.middle + middle, self.spread + spread)


def levelled(picture: Image.Image, slant: Slant) -> Image.Image:
    """The whole page with its lines level, on white."""
    left, top, right, bottom = _bounds(picture.size, slant)
    return picture.transform(
        (round(right - left), round(bottom - top)),
        Image.Transform.PERSPECTIVE,
        _way_back(picture.size, slant, (left, top)),
        Image.Resampling.BICUBIC,
        fillcolor="white",
    )


def levelled_in_place(marks: Image.Image, slant: Slant) -> Image.Image:
    """As `levelled`, in the same frame and roughly: enough to measure by."""
    corner = (-marks.width / 2, -marks.height / 2)
    return marks.transform(
        marks.size, Image.Transform.PERSPECTIVE, _way_back(marks.size, slant, corner)
    )


def _way_back(
    size: tuple[int, int], slant: Slant, corner: Point
) -> tuple[float, float, float, float, float, float, float, float]:
    """The eight numbers that lead from the level page to the leaning one.

    Both are measured from the middle of the leaning page; `corner` is the level one's top left.
    """
    cosine, sine = _turn(slant)
    far = _narrowing(size, slant)
    near = 1 + far * corner[0]
    x, y = size[0] / 2, size[1] / 2
    across = (cosine + x * far, -sine, cosine * corner[0] - sine * corner[1] + x * near)
    down = (sine + y * far, cosine, sine * corner[0] + cosine * corner[1] + y * near)
    a, b, c, d, e, f = (number / near for number in (*across, *down))
    return a, b, c, d, e, f, far / near, 0.0


def _bounds(size: tuple[int, int], slant: Slant) -> tuple[float, float, float, float]:
    """What the whole page covers when it is level, from the middle of the leaning one."""
    x, y = size[0] / 2, size[1] / 2
    corners = [_levelled(place, size, slant) for place in ((-x, -y), (x, -y), (-x, y), (x, y))]
    rights, downs = zip(*corners, strict=True)
    return min(rights), min(downs), max(rights), max(downs)


def _levelled(place: Point, size: tuple[int, int], slant: Slant) -> Point:
    """Where a place on the leaning page lies on the level one."""
    cosine, sine = _turn(slant)
    across, down = cosine * place[0] + sine * place[1], cosine * place[1] - sine * place[0]
    nearer = 1 - _narrowing(size, slant) * across
    return across / nearer, down / nearer


def _turn(slant: Slant) -> Point:
    return math.cos(math.radians(slant.middle)), math.sin(math.radians(slant.middle))


def _narrowing(size: tuple[int, int], slant: Slant) -> float:
    """By how much lines draw together, as a share of their distance, in each pixel to the right."""
    return math.tan(math.radians(slant.spread)) / (size[1] / 2)
