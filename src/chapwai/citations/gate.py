"""The only way in for a stranger's picture: nothing is decoded before it is known to be small.

Decoders are the attack surface. Only five formats and PDF are tried, the size is taken from the
header, and what is handed on is a new picture holding pixels and nothing else: no place, no
thumbnail, no profile.
"""

import io
import math
import warnings

import pi_heif
from PIL import Image, ImageOps, UnidentifiedImageError

from chapwai.citations.citation import PictureRefused
from chapwai.citations.first_page import first_page, is_pdf

FORMATS = ("JPEG", "PNG", "WEBP", "GIF", "HEIF")
# The photo alone: its thumbnails and depth maps are more to decode and of no use.
pi_heif.register_heif_opener(thumbnails=False, depth_images=False, aux_images=False)
MOST_BYTES = 15 * 1024 * 1024
MOST_PIXELS = 40_000_000
# Phones send 48 to 50 Mpx JPEGs as files, and JPEG alone can be decoded at a fraction of its size.
MOST_JPEG_PIXELS = 50_000_000
# What is read: long and narrow screens of telephones stay as they are, photos become 2,450 px long.
MOST_PIXELS_TO_READ = 4_500_000
LONGEST_SIDE = 3200


def safe_picture(data: bytes) -> Image.Image:
    """The picture upright, in RGB, as large as it can be read in time; raises PictureRefused."""
    if len(data) > MOST_BYTES:
        raise PictureRefused("too_big")
    if is_pdf(data):
        return _pixels_alone(first_page(data))
    with _opened(data) as picture:
        _check_pixels(picture)
        return _clean_copy(picture)


def as_jpeg(picture: Image.Image) -> bytes:
    """The picture as it is kept: good enough to read by eye, a tenth of its pixels in size."""
    file = io.BytesIO()
    picture.save(file, "JPEG", quality=80)
    return file.getvalue()


def _opened(data: bytes) -> Image.Image:
    try:
        with warnings.catch_warnings():
            # Pillow warns where we refuse: the check of our own follows.
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            return Image.open(io.BytesIO(data), formats=FORMATS)
    except Image.DecompressionBombError as refusal:
        raise PictureRefused("too_many_pixels") from refusal
    except UnidentifiedImageError as refusal:
        raise PictureRefused("type") from refusal
    except Exception as refusal:  # crafted headers make the parsers raise nearly anything
        raise PictureRefused("broken") from refusal


def _check_pixels(picture: Image.Image) -> None:
    most = MOST_JPEG_PIXELS if picture.format in {"JPEG", "MPO"} else MOST_PIXELS
    if picture.width * picture.height > most:
        raise PictureRefused("too_many_pixels")


def _clean_copy(picture: Image.Image) -> Image.Image:
    try:
        picture.draft("RGB", _size_to_read(picture))
        picture.load()
        upright = ImageOps.exif_transpose(picture)
        return _pixels_alone(_on_white(upright))
    except Exception as refusal:  # so do crafted pixels
        raise PictureRefused("broken") from refusal


def _on_white(picture: Image.Image) -> Image.Image:
    """Transparent screenshots would otherwise turn into black text on black."""
    if not picture.has_transparency_data:
        return picture.convert("RGB")
    layered = picture.convert("RGBA")
    return Image.alpha_composite(Image.new("RGBA", layered.size, "white"), layered).convert("RGB")


def _size_to_read(picture: Image.Image) -> tuple[int, int]:
    within_area = math.sqrt(MOST_PIXELS_TO_READ / (picture.width * picture.height))
    scale = min(1.0, within_area, LONGEST_SIDE / max(picture.size))
    return math.ceil(picture.width * scale), math.ceil(picture.height * scale)


def _pixels_alone(picture: Image.Image) -> Image.Image:
    picture.thumbnail(_size_to_read(picture), Image.Resampling.LANCZOS)
    clean = Image.new("RGB", picture.size)
    clean.paste(picture)
    return clean
