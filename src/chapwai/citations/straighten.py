"""Turns a page that was photographed a little askew, or from far aside, level again.

The angle at which a page is most striped is the angle of its lines.
"""

import statistics

from PIL import Image

from chapwai.citations.aside import slant_seen_from_aside
from chapwai.citations.slant import Slant, levelled, levelled_in_place, narrowed
from chapwai.citations.stripes import (
    evened,
    inner,
    marks_on,
    reduced_grey,
    small_grey,
    stripedness,
)

# Of a picture so wide, half is still wide enough to be measured.
WIDTH_TO_LOOK_AT = 800
WIDTH_TO_MEASURE = 400
# Of a photo only the middle is measured: frames and edges of the screen lean otherwise than lines.
PART_TO_MEASURE = 0.5
# More tells better which way the lines run, and has no frame either.
PART_TO_TELL_SIDES = 0.75
# Rules and frames cross few of so many columns, and count no more than faint print does: of 255.
COLUMNS = 4
CLEAREST_MARK = 20
COARSE = range(-9, 10)
FINE = (0, -0.25, 0.25, -0.5, 0.5)
# The right angle of a page of text is at least twice as striped as the others.
LINES_STAND_OUT = 1.8
# Less than this costs more in sharpness than it gains in geometry.
LEVEL_ENOUGH = 0.4


def straightened(picture: Image.Image) -> Image.Image:
    """The picture with its lines level, on white; as it is if they are."""
    grey = reduced_grey(picture, WIDTH_TO_LOOK_AT)
    slant = slant_seen_from_aside(grey) or Slant(angle_of(grey))
    is_level = not slant.spread and abs(slant.middle) < LEVEL_ENOUGH
    return picture if is_level else levelled(picture, slant)


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
    grey = small_grey(inner(picture, PART_TO_TELL_SIDES), WIDTH_TO_MEASURE)
    marks = evened(marks_on(grey), clearest=CLEAREST_MARK)
    on_its_side = marks.transpose(Image.Transpose.ROTATE_90)
    return _most_striped(on_its_side) > _most_striped(marks)


def _stripedness_by_angle(marks: Image.Image) -> dict[int, int]:
    """By whole degrees, the least first: of an even picture every angle is as good."""
    return {angle: _stripedness(marks, angle) for angle in sorted(COARSE, key=abs)}


def _most_striped(marks: Image.Image) -> int:
    narrow = narrowed(marks)
    return max(_stripedness(narrow, angle, columns=COLUMNS) for angle in COARSE[::3])


def _stripedness(marks: Image.Image, angle: float, *, columns: int = 1) -> int:
    return stripedness(levelled_in_place(marks, Slant(angle)), columns=columns)


def _marks(picture: Image.Image) -> Image.Image:
    return narrowed(marks_on(small_grey(picture, WIDTH_TO_MEASURE)))
