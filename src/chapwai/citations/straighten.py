"""Turns a page that was photographed a little askew level again.

Text seen along its lines is a row of dark stripes: the angle at which the sums of the rows differ
most is the angle of the lines.
"""

import itertools

from PIL import Image, ImageChops, ImageFilter

WIDTH_TO_MEASURE = 400
COARSE = range(-9, 10)
FINE = (-0.5, -0.25, 0, 0.25, 0.5)
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
    marks = _marks(picture)
    roughly = max(COARSE, key=lambda angle: _stripedness(marks, angle))
    return max((roughly + more for more in FINE), key=lambda angle: _stripedness(marks, angle))


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
