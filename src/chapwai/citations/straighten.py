"""Turns a page that was photographed a little askew level again.

Text seen along its lines is a row of dark stripes: the angle at which the sums of the rows differ
most is the angle of the lines.
"""

import itertools
import statistics

from PIL import Image, ImageChops, ImageFilter

WIDTH_TO_MEASURE = 400
# Of a photo only the middle is measured: frames and edges of the screen lean otherwise than lines.
PART_TO_MEASURE = 0.5
COARSE = range(-9, 10)
FINE = (0, -0.25, 0.25, -0.5, 0.5)
# The right angle of a page of text is at least twice as striped as the others.
LINES_STAND_OUT = 1.8
# Less than this costs more in sharpness than it gains in geometry.
LEVEL_ENOUGH = 0.4


def straightened(picture: Image.Image) -> Image.Image:
    """The picture turned by the angle of its lines, at most about nine degrees."""
    angle = angle_of(picture)
    if abs(angle) < LEVEL_ENOUGH:
        return picture
    return picture.rotate(angle, Image.Resampling.BILINEAR, expand=True, fillcolor="white")


def angle_of(picture: Image.Image) -> float:
    """The degrees by which the picture must be turned counter-clockwise to be level."""
    marks = _marks(_middle_of(picture))
    seen = _stripedness_by_angle(marks)
    if max(seen.values()) <= LINES_STAND_OUT * statistics.median(seen.values()):
        marks = _marks(picture)  # the middle is blank
        seen = _stripedness_by_angle(marks)
    roughly = max(seen, key=lambda angle: seen[angle])
    return max((roughly + more for more in FINE), key=lambda angle: _stripedness(marks, angle))


def _stripedness_by_angle(marks: Image.Image) -> dict[int, int]:
    """By whole degrees, the least first: of an even picture every angle is as good."""
    return {angle: _stripedness(marks, angle) for angle in sorted(COARSE, key=abs)}


def _middle_of(picture: Image.Image) -> Image.Image:
    right, bottom = (round(side * (1 + PART_TO_MEASURE) / 2) for side in picture.size)
    return picture.crop((picture.width - right, picture.height - bottom, right, bottom))


def stripes_run_down(picture: Image.Image) -> bool:
    """Whether the picture is striped more from left to right than from top to bottom."""
    marks = _marks(picture)
    on_its_side = marks.transpose(Image.Transpose.ROTATE_90)
    return _most_striped(on_its_side) > _most_striped(marks)


def _most_striped(marks: Image.Image) -> int:
    return max(_stripedness(marks, angle) for angle in COARSE[::3])


def _marks(picture: Image.Image) -> Image.Image:
    """Letters and edges alone, bright on black, whatever the light."""
    grey = picture.convert("L")
    grey.thumbnail((WIDTH_TO_MEASURE, WIDTH_TO_MEASURE), Image.Resampling.BOX)
    return ImageChops.difference(grey, grey.filter(ImageFilter.BoxBlur(3)))


def _stripedness(marks: Image.Image, angle: float) -> int:
    turned = marks.rotate(angle)
    column = turned.resize((1, turned.height), Image.Resampling.BOX, reducing_gap=None)
    rows = column.tobytes()
    return sum((row - next_row) ** 2 for row, next_row in itertools.pairwise(rows))
