"""Pages in white on black, turned into what engines have learnt to find."""

from PIL import Image, ImageOps, ImageStat

# Of 255. The paper of dark pages, also of well lit ones, is darker; that of dim photos is not.
DARKEST_PAPER = 60
# Around a screen there may be a dark room, or a bright desk.
PART_TO_MEASURE = 0.6


def is_dark(picture: Image.Image) -> bool:
    """Whether most of the middle of the picture is nearly black."""
    across, down = (round(side * (1 - PART_TO_MEASURE) / 2) for side in picture.size)
    middle = picture.crop((across, down, picture.width - across, picture.height - down))
    return ImageStat.Stat(middle.convert("L")).median[0] < DARKEST_PAPER


def inverted(picture: Image.Image) -> Image.Image:
    """The same in opposite colours; twice, it is as it was."""
    return ImageOps.invert(picture)
