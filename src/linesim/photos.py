"""What LINE does to pictures: photos are made smaller on the way, previews are tiny."""

import io

from PIL import Image, ImageOps

PHOTO_LONGEST_SIDE = 2048
PREVIEW_LONGEST_SIDE = 240
JPEG_QUALITY = 85


def as_sent_by_phone(data: bytes) -> bytes:
    """A photo in standard quality: JPEG, upright, no larger than phones send it.

    Raises PIL.UnidentifiedImageError when this is no picture.
    """
    return _jpeg(data, longest_side=PHOTO_LONGEST_SIDE)


def preview(data: bytes) -> bytes:
    """The small JPEG that stands for a picture until it is opened."""
    return _jpeg(data, longest_side=PREVIEW_LONGEST_SIDE)


def placeholder() -> bytes:
    """The small JPEG that stands for a video; nobody decodes the video itself."""
    out = io.BytesIO()
    Image.new("RGB", (PREVIEW_LONGEST_SIDE, PREVIEW_LONGEST_SIDE), "black").save(out, "JPEG")
    return out.getvalue()


def _jpeg(data: bytes, *, longest_side: int) -> bytes:
    with Image.open(io.BytesIO(data)) as opened:
        picture = ImageOps.exif_transpose(opened).convert("RGB")
    picture.thumbnail((longest_side, longest_side))
    out = io.BytesIO()
    picture.save(out, "JPEG", quality=JPEG_QUALITY)
    return out.getvalue()
