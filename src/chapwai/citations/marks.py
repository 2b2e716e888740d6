"""Which of several articles a picture points at: ringed or barred by hand, highlighted, selected.

A mark is what one item has and the others have not: a background of its own, or strokes of a
strong colour beside its text. What all items share is the page's design.
"""

import statistics
from collections.abc import Iterator, Sequence

from PIL import Image, ImageStat

from chapwai.citations.description import Description
from chapwai.citations.lines import Box, box_of, usual_size

# Marks are coarse, so the picture is reduced until its longer side has no more pixels than this.
LONGEST_SIDE = 900
# A background of its own differs by so much of 255 in one of the colours, and the background of
# the item that differs second most by no more than this part of it.
LEAST_DIFFERENCE = 22
MOST_OF_NEXT = 0.45
# Rings and bars are drawn around the text, so many sizes of type to both sides of it.
REACH = 5.5
# Strong colours have at least this saturation and brightness, of 255.
LEAST_SATURATION, LEAST_BRIGHTNESS = 90, 80
# Hues are told apart in so many steps around the circle.
HUES = 12
# A stroke runs along so much of the item's height or width.
LEAST_EXTENT = 0.6
# A colour that others have too, this much of it, belongs to the page.
MOST_OF_OTHERS = 0.12


def marked_among(picture: Image.Image, items: Sequence[Description]) -> int | None:
    """The place of the one item that the picture points at, None without or with several."""
    if len(items) < 2 or not all(item.lines for item in items):
        return None
    factor = max(1, -(-max(picture.size) // LONGEST_SIDE))
    small = picture.reduce(factor)
    boxes = [_reduced(box_of(item.lines), factor) for item in items]
    reach = REACH * statistics.median(usual_size(item.lines) for item in items) / factor
    marked = {*_on_own_background(small, boxes), *_beside_strokes(small, boxes, reach)}
    return marked.pop() if len(marked) == 1 else None


def _reduced(box: Box, factor: int) -> Box:
    return Box(*(side / factor for side in box.corners))


def _on_own_background(picture: Image.Image, boxes: Sequence[Box]) -> Iterator[int]:
    """The item whose background is unlike the others'; between letters there is more of it."""
    colours = [ImageStat.Stat(picture.crop(_pixels(box, picture.size))).median for box in boxes]
    usual = [statistics.median(channel) for channel in zip(*colours, strict=True)]
    apart = [
        max(abs(one - other) for one, other in zip(colour, usual, strict=True))
        for colour in colours
    ]
    place = max(range(len(apart)), key=apart.__getitem__)
    following = max(apart[:place] + apart[place + 1 :])
    # Of two items, each is as far from the middle as the other.
    is_alone = following <= MOST_OF_NEXT * apart[place] or len(boxes) == 2
    if apart[place] >= LEAST_DIFFERENCE and is_alone:
        yield _less_usual(colours) if len(boxes) == 2 else place


def _less_usual(colours: Sequence[Sequence[float]]) -> int:
    """Of two backgrounds the one with more colour, or else the darker on white paper."""
    vivid = [max(colour) - min(colour) for colour in colours]
    if abs(vivid[0] - vivid[1]) >= LEAST_DIFFERENCE:
        return vivid.index(max(vivid))
    return min((0, 1), key=lambda place: sum(colours[place]))


def _beside_strokes(picture: Image.Image, boxes: Sequence[Box], reach: float) -> Iterator[int]:
    """The item along which runs a colour that the others have not."""
    hue, saturation, brightness = picture.convert("HSV").split()
    strong = Image.composite(
        saturation.point(lambda value: 255 if value >= LEAST_SATURATION else 0),
        Image.new("L", picture.size),
        brightness.point(lambda value: 255 if value >= LEAST_BRIGHTNESS else 0),
    )
    areas = [_pixels(_widened(box, reach), picture.size) for box in boxes]
    counts = [_hues(hue.crop(area), strong.crop(area)) for area in areas]
    for step in range(HUES):
        of_step = [count[step] + count[(step + 1) % HUES] for count in counts]
        place = max(range(len(of_step)), key=of_step.__getitem__)
        others = sorted(of_step[:place] + of_step[place + 1 :])
        is_alone = others[-1] <= MOST_OF_NEXT * of_step[place]
        if is_alone and others[len(others) // 2] <= MOST_OF_OTHERS * of_step[place]:
            area = areas[place]
            stroke = _of_hue(hue.crop(area), strong.crop(area), step)
            if _runs_along(stroke, boxes[place]):
                yield place


def _widened(box: Box, reach: float) -> Box:
    return Box(box.left - reach, box.top, box.right + reach, box.bottom)


def _pixels(box: Box, size: tuple[int, int]) -> tuple[int, int, int, int]:
    left, top = max(0, int(box.left)), max(0, int(box.top))
    right, bottom = min(size[0], int(box.right) + 1), min(size[1], int(box.bottom) + 1)
    return left, top, max(left + 1, right), max(top + 1, bottom)


def _hues(hue: Image.Image, strong: Image.Image) -> list[int]:
    """How many strong pixels there are of each step of hue."""
    histogram = hue.histogram(strong)
    counts = [0] * HUES
    for value, count in enumerate(histogram):
        counts[_step(value)] += count
    return counts


def _of_hue(hue: Image.Image, strong: Image.Image, step: int) -> Image.Image:
    both = {step, (step + 1) % HUES}
    of_hue = hue.point([255 if _step(value) in both else 0 for value in range(256)])
    return Image.composite(of_hue, Image.new("L", hue.size), strong)


def _step(hue: int) -> int:
    """The step of a hue; red, where the circle closes, is not cut in two."""
    return (hue + 256 // HUES // 2) * HUES // 256 % HUES


def _runs_along(stroke: Image.Image, box: Box) -> bool:
    extent = stroke.getbbox()
    if extent is None:
        return False
    left, top, right, bottom = extent
    is_high = bottom - top >= LEAST_EXTENT * box.height
    is_wide = right - left >= LEAST_EXTENT * box.width
    length = max((bottom - top) * is_high, (right - left) * is_wide)
    return length > 0 and stroke.histogram()[255] >= LEAST_EXTENT * length
