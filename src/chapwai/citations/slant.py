"""The slant of a photographed page, and the page as it looks without it.

A screen seen from the side is not only turned: its lines meet far away, so that they lean otherwise
at its top than at its bottom.
"""

import math
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import pairwise

from PIL import Image

Point = tuple[float, float]
# Left, top, right, bottom, in pixels from the leaning page's top left.
Bounds = tuple[int, int, int, int]
WayBack = tuple[float, float, float, float, float, float, float, float]

# Turning a photo takes a quarter of the time of reading it, and Pillow would use one core alone.
BANDS = 2
# Lines are so wide that a few columns show how they lean.
NARROWER = 4


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
    left, top, right, bottom = bounds = _bounds(picture.size, slant)
    level = Image.new(picture.mode, (right - left, bottom - top))
    bands = _bands(bounds)
    with ThreadPoolExecutor(BANDS) as threads:
        made = threads.map(lambda band: _levelled_within(band, picture, slant), bands)
        for band, part in zip(bands, made, strict=True):
            level.paste(part, (0, band[1] - top))
    return level


def narrowed(marks: Image.Image) -> Image.Image:
    """With columns drawn together, for `levelled_in_place`."""
    return marks.resize((-(-marks.width // NARROWER), marks.height), Image.Resampling.BOX)


def levelled_in_place(marks: Image.Image, slant: Slant) -> Image.Image:
    """As `levelled`, of what is `narrowed`, in the same frame and roughly: to measure by."""
    size = marks.width * NARROWER, marks.height
    a, b, c, d, e, f, g, h = _way_back(size, slant, (-size[0] / 2, -size[1] / 2))
    way_back = a, b / NARROWER, c / NARROWER, d * NARROWER, e, f, g * NARROWER, h
    return marks.transform(marks.size, *_method(way_back))


def _bands(bounds: Bounds) -> list[Bounds]:
    """Parts one below the other, as many as are made at the same time."""
    left, top, right, bottom = bounds
    edges = [top + (bottom - top) * n // BANDS for n in range(BANDS + 1)]
    return [(left, upper, right, lower) for upper, lower in pairwise(edges)]


def _levelled_within(bounds: Bounds, picture: Image.Image, slant: Slant) -> Image.Image:
    """A part of the level page."""
    left, top, right, bottom = bounds
    corner = left - picture.width / 2, top - picture.height / 2
    method = _method(_way_back(picture.size, slant, corner))
    size = right - left, bottom - top
    return picture.transform(size, *method, Image.Resampling.BILINEAR, fillcolor="white")


def _method(way_back: WayBack) -> tuple[Image.Transform, tuple[float, ...]]:
    """How Pillow goes that way, the quickest: nothing is narrowed on a page that is only turned."""
    if any(way_back[6:]):
        return Image.Transform.PERSPECTIVE, way_back
    return Image.Transform.AFFINE, way_back[:6]


def _way_back(size: tuple[int, int], slant: Slant, corner: Point) -> WayBack:
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


def _bounds(size: tuple[int, int], slant: Slant) -> Bounds:
    """What the whole page covers when it is level."""
    x, y = size[0] / 2, size[1] / 2
    corners = [_levelled(place, size, slant) for place in ((-x, -y), (x, -y), (-x, y), (x, y))]
    rights, downs = zip(*corners, strict=True)
    left, top = math.floor(min(rights) + x), math.floor(min(downs) + y)
    return left, top, math.ceil(max(rights) + x), math.ceil(max(downs) + y)


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
