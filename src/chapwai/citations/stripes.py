"""How striped a picture is: text seen along its lines is a row of dark stripes."""

import itertools

from PIL import Image, ImageChops, ImageFilter


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


def stripedness(marks: Image.Image) -> int:
    """How much the sums of the rows differ."""
    column = marks.resize((1, marks.height), Image.Resampling.BOX, reducing_gap=None)
    rows = column.tobytes()
    return sum((row - next_row) ** 2 for row, next_row in itertools.pairwise(rows))
