"""Pages that the quick model reads badly are read once more as a whole, by the careful one.

On a bad photo lines are lost or full of faults, and what is lost cannot be looked at again piece by
piece. The careful model finds more of them and has a third of the faults, for four times the time.
"""

from collections.abc import Sequence
from itertools import accumulate

from PIL import Image

from chapwai.citations.engines.engine import OcrEngine
from chapwai.citations.lines import Line, confidence_of, joined_lines
from chapwai.citations.wording import is_thai

# Screenshots are read with more and so are nearly all steady photos, but only a third of bad ones.
CLEAR_ENOUGH = 0.97
# About one second on two cores. What stands at the top of a page names its article.
MOST_LETTERS = 2000


def read_again_if_bad(
    picture: Image.Image, lines: Sequence[Line], engine: OcrEngine
) -> Sequence[Line]:
    """The page's lines as the careful model sees them if the quick one is unsure of the page.

    What is Thai stays, and so does what lies below the part for which there is time.
    """
    thai = [line for line in lines if is_thai(line.text)]
    latin = [line for line in lines if line not in thai]
    if confidence_of(latin) >= CLEAR_ENOUGH:
        return lines
    dear = _beyond_means(latin)
    end = min((line.box.top for line in dear), default=picture.height)
    part = picture.crop((0, 0, picture.width, max(1, round(end))))
    kept = [*thai, *dear]
    seen = joined_lines(engine.read_closely(part))
    again = [line for line in seen if not any(_share_a_place(line, other) for other in kept)]
    return sorted([*kept, *again], key=lambda line: (line.box.middle, line.box.left))


def _beyond_means(lines: Sequence[Line]) -> list[Line]:
    totals = accumulate(len(line.text) for line in lines)
    return [line for line, total in zip(lines, totals, strict=True) if total > MOST_LETTERS]


def _share_a_place(line: Line, other: Line) -> bool:
    across = min(line.box.right, other.box.right) - max(line.box.left, other.box.left)
    down = min(line.box.bottom, other.box.bottom) - max(line.box.top, other.box.top)
    return across > 0 and down > 0.5 * min(line.box.height, other.box.height)
