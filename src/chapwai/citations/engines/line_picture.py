"""Cuts one line out of a page as line engines like it: dark on white, always of the same height."""

from PIL import Image, ImageChops, ImageFilter, ImageOps

from chapwai.citations.lines import Box

# Boxes end at the letters' bodies; Thai has marks above and below them, in line heights.
ROOM = 0.14
MARGIN = 10
# Light comes unevenly from screens: what is lighter than the paper around it is paper.
CELL = 8
DARKEST_PAPER = 110


def line_picture(page: Image.Image, box: Box, *, height: int) -> Image.Image:
    """The line in grey, dark on white, so many pixels high and a margin."""
    area = box.grown(ROOM * box.height, within=page.size)
    cut = _dark_on_light(page.crop(_whole(area)).convert("L"))
    width = max(1, round(cut.width * height / cut.height))
    even = _evenly_lit(cut.resize((width, height), Image.Resampling.LANCZOS))
    return ImageOps.expand(ImageOps.autocontrast(even, cutoff=(1, 50)), MARGIN, fill=255)


def _whole(area: Box) -> tuple[int, int, int, int]:
    left, top = int(area.left), int(area.top)
    return left, top, max(left + 1, round(area.right)), max(top + 1, round(area.bottom))


def _dark_on_light(cut: Image.Image) -> Image.Image:
    """Most of a line's pixels are its paper, so the median says how dark that is."""
    return ImageOps.invert(cut) if _median(cut) < DARKEST_PAPER else cut


def _median(picture: Image.Image) -> int:
    seen = 0
    for shade, count in enumerate(picture.histogram()):
        seen += count
        if 2 * seen >= picture.width * picture.height:
            return shade
    return 255


def _evenly_lit(picture: Image.Image) -> Image.Image:
    """The paper made white everywhere, the letters lifted by as much as the paper under them."""
    cells = max(1, picture.width // CELL), max(1, picture.height // CELL)
    coarse = picture.resize(cells, Image.Resampling.BOX).filter(ImageFilter.MaxFilter(3))
    paper = coarse.filter(ImageFilter.BoxBlur(2)).resize(picture.size, Image.Resampling.BILINEAR)
    return ImageChops.add(picture, ImageOps.invert(paper))
