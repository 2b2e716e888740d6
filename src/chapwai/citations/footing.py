"""Whether lines of text stand on their feet, told from their shape, without reading them.

Letters stand on one line and reach up to several heights: the ink of a line ends all at once at
their feet and little by little at their heads. That holds for Latin letters and for Thai ones.
"""

from collections.abc import Iterator

from PIL import Image

from chapwai.citations.stripes import bands_above, inner, marks_on

PART_TO_MEASURE = 0.88
# Columns of text have lines of their own.
COLUMNS = 4
# Rows with more ink than this part of the fullest ones belong to a line, and a line has some with
# more than that one.
BLANK = 0.15
INKED = 0.25
# In pixels, and as a part of the page: what is less high or higher is no line of text.
LOWEST_LINE = 6
HIGHEST_LINE = 0.06
# So much of a line, at its top and at its bottom, is compared.
EDGE = 0.3
FEWEST_LINES = 6
# Of the fullest row's ink, on average. Five in six screenshots and steady photos taper by more than
# this, and none the other way; of bad photos two in five do, and one in fifteen the other way.
CLEARLY = 0.03


def stands_upright(picture: Image.Image) -> bool | None:
    """Whether the lines of a level page stand on their feet; None where it is not clear."""
    tapers = [taper for column in _columns(picture) for taper in _tapers(column, picture.height)]
    if len(tapers) < FEWEST_LINES:
        return None
    usual = sum(tapers) / len(tapers)
    return None if abs(usual) < CLEARLY else usual > 0


def _columns(picture: Image.Image) -> Iterator[bytes]:
    """How much ink is in each row of each column."""
    marks = marks_on(inner(picture, PART_TO_MEASURE).convert("L"))
    for number in range(COLUMNS):
        left, right = (round(marks.width * n / COLUMNS) for n in (number, number + 1))
        column = marks.crop((left, 0, right, marks.height))
        yield column.resize((1, marks.height), Image.Resampling.BOX).tobytes()


def _tapers(rows: bytes, height: int) -> Iterator[float]:
    """By how much less ink each line has at its top than at its bottom."""
    full = sorted(rows)[round(0.95 * (len(rows) - 1))]
    for top, bottom in bands_above(BLANK * full, rows):
        fullest = max(rows[top:bottom])
        is_line = LOWEST_LINE <= bottom - top <= HIGHEST_LINE * height
        if is_line and fullest > INKED * full:
            edge = max(1, round(EDGE * (bottom - top)))
            less = sum(rows[bottom - edge : bottom]) - sum(rows[top : top + edge])
            yield less / (edge * fullest)
