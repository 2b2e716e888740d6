"""Turns a page that was photographed a little askew, or from far aside, level again.

The angle at which a page is most striped is the angle of its lines.
"""

import statistics

from PIL import Image

from chapwai.citations.aside import slant_seen_from_aside
from chapwai.citations.slant import levelled
from chapwai.citations.stripes import inner, marks_on, small_grey, stripedness

WIDTH_TO_MEASURE = 400
# Of a photo only the middle is measured: frames and edges of the screen lean otherwise than lines.
PART_TO_MEASURE = 0.5
# More tells better which way the lines run, and has no frame either.
PART_TO_TELL_SIDES = 0.75
COARSE = range(-9, 10)
FINE = (0, -0.25, 0.25, -0.5, 0.5)
# The right angle of a page of text is at least twice as striped as the others.
LINES_STAND_OUT = 1.8
# Less than this costs more in sharpness than it gains in geometry.
LEVEL_ENOUGH = 0.4


def straightened(picture: Image.Image) -> Image.Image:
    """The picture with its lines level, on white; as it is if they are."""
    if slant := slant_seen_from_aside(picture):
        return levelled(picture, slant)
    angle = angle_of(picture)
    if abs(angle) < LEVEL_ENOUGH:
        return picture
    return picture.rotate(angle, Image.Resampling.BILINEAR, expand=True, fillcolor="white")


def angle_of(picture: Image.Image) -> float:
    """The degrees by which the picture must be turned counter-clockwise to be level."""
    marks = _marks(inner(picture, PART_TO_MEASURE))
    seen = _stripedness_by_angle(marks)
    if max(seen.values()) <= LINES_STAND_OUT * statistics.median(seen.values()):
        marks = _marks(picture)  # the middle is blank
        seen = _stripedness_by_angle(marks)
    roughly = max(seen, key=lambda angle: seen[angle])
    return max((roughly + more for more in FINE), key=lambda angle: _stripedness(marks, angle))


def stripes_run_down(picture: Image.Image) -> bool:
    """Whether the picture is striped more from left to right than from top to bottom."""
    marks = _marks(inner(picture, PART_TO_TELL_SIDES))
    on_its_side = marks.transpose(Image.Transpose.ROTATE_90)
    return _most_striped(on_its_side) > _most_striped(marks)


def _stripedness_by_angle(marks: Image.Image) -> dict[int, int]:
    """By whole degrees, the least first: of an even picture every angle is as good."""
    return {angle: _stripedness(marks, angle) for angle in sorted(COARSE, key=abs)}


def _most_striped(marks: Image.Image) -> int:
    return max(_stripedness(marks, angle) for angle in COARSE[::3])


def _stripedness(marks: Image.Image, angle: float) -> int:
    return stripedness(marks.rotate(angle))


def _marks(picture: Image.Image) -> Image.Image:
    return marks_on(small_grey(picture, WIDTH_TO_MEASURE))
