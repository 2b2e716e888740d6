"""Cuts one line out of a page as line engines like it: dark on white, always of the same height."""

from PIL import Image, ImageChops, ImageFilter, ImageOps

from chapwai.citations.lines import Box
from chapwai.citations.stripes import bands_above

# Boxes end at the letters' bodies; Thai has marks above and below them, in line heights.
ROOM = 0.14
MARGIN = 10
# Light comes unevenly from screens: what is lighter than the paper around it is paper.
CELL = 8
# Rows with less ink than this part of the fullest one are blank.
BLANK = 0.06


def line_picture(page: Image.Image, box: Box, *, height: int) -> Image.Image:
    """The line in grey, dark on white, so many pixels high and a margin."""
    area = box.grown(ROOM * box.height, within=page.size)
    cut = _without_neighbours(dark_on_light(page.crop(area.pixels).convert("L")))
    width = max(1, round(cut.width * height / cut.height))
    even = _evenly_lit(cut.resize((width, height), Image.Resampling.LANCZOS))
    return ImageOps.expand(ImageOps.autocontrast(even, cutoff=(1, 50)), MARGIN, fill=255)


def dark_on_light(cut: Image.Image) -> Image.Image:
    """Most of a line's pixels are its paper; its letters are what differs most from that."""
    darkest, paper, lightest = (_shade(cut, part) for part in (0.02, 0.5, 0.98))
    return ImageOps.invert(cut) if lightest - paper > paper - darkest else cut


def _shade(picture: Image.Image, part: float) -> int:
    """The shade of which so great a part of the picture is at most."""
    seen = 0
    for shade, count in enumerate(picture.histogram()):
        seen += count
        if seen >= part * picture.width * picture.height:
            return shade
    return 255


def _without_neighbours(cut: Image.Image) -> Image.Image:
    """Without what is seen of the lines above and below: it touches the edge and stands apart."""
    bands = _inked_bands(cut)
    if len(bands) < 2:
        return cut
    main = max(bands, key=lambda band: band[1] - band[0])
    top = bands[0][1] if bands[0][0] == 0 and bands[0] != main else 0
    bottom = bands[-1][0] if bands[-1][1] == cut.height and bands[-1] != main else cut.height
    return cut.crop((0, top, cut.width, bottom))


def _inked_bands(cut: Image.Image) -> list[tuple[int, int]]:
    """From where to where there are rows with ink, from the top down."""
    rows = ImageOps.invert(cut).resize((1, cut.height), Image.Resampling.BOX).tobytes()
    return bands_above(min(rows) + BLANK * (max(rows) - min(rows)), rows)


def _evenly_lit(picture: Image.Image) -> Image.Image:
    """The paper made white everywhere, the letters lifted by as much as the paper under them."""
    cells = max(1, picture.width // CELL), max(1, picture.height // CELL)
    coarse = picture.resize(cells, Image.Resampling.BOX).filter(ImageFilter.MaxFilter(3))
    paper = coarse.filter(ImageFilter.BoxBlur(2)).resize(picture.size, Image.Resampling.BILINEAR)
    return ImageChops.add(picture, ImageOps.invert(paper))
