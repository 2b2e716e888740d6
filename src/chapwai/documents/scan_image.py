"""A scan or photo of pages, decoded and written anew as a PDF of one page."""

import io
import zlib
from importlib import import_module

from pikepdf import Dictionary, Name, Pdf, Stream
from PIL import Image, ImageOps

from chapwai.documents.limits import Limits
from chapwai.documents.refusal import FileRefused

LONG_SIDE_POINTS = 842  # as A4
JPEG_QUALITY = 90

_STARTS = (b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n")
_COLOUR_SPACES = {"1": Name.DeviceGray, "L": Name.DeviceGray, "RGB": Name.DeviceRGB}

# Loaded now, because the checking process cannot open anything later: what Pillow itself loads
# only when it meets a picture by a phone (MPO) or with a camera's notes (EXIF is a small TIFF).
Image.preinit()
for _plugin in ("MpoImagePlugin", "TiffImagePlugin"):
    import_module(f"PIL.{_plugin}")


def is_scan(content: bytes) -> bool:
    """Whether the file says of itself that it is a JPEG or PNG."""
    return content.startswith(_STARTS)


def pdf_from_scan(content: bytes, limits: Limits) -> Pdf:
    """Return a PDF that shows the picture and has nothing else of the file: no EXIF, no place."""
    if len(content) > limits.image_bytes:
        raise FileRefused("too_big")
    return _pdf_showing(_decoded(content, limits))


def _decoded(content: bytes, limits: Limits) -> Image.Image:
    Image.MAX_IMAGE_PIXELS = None  # our own limit is below, before anything is decoded
    try:
        picture = Image.open(io.BytesIO(content), formats=("JPEG", "PNG", "MPO"))
        if picture.width * picture.height > limits.image_pixels:
            raise FileRefused("too_big")
        picture.load()
        return _plain(ImageOps.exif_transpose(picture))
    except (OSError, SyntaxError, ValueError, zlib.error) as failure:
        if isinstance(failure, OSError) and failure.errno:
            raise  # the system's failure: Pillow's complaints about a picture have no number
        raise FileRefused("broken") from None


def _plain(picture: Image.Image) -> Image.Image:
    """Reduce any kind of pixel to black and white, grey, or colour on white paper."""
    if picture.mode in _COLOUR_SPACES:
        return picture
    if picture.mode.startswith("I"):
        return picture.point(lambda level: level / 256).convert("L")  # 16 bits of grey
    if picture.has_transparency_data:
        paper = Image.new("RGBA", picture.size, "white")
        return Image.alpha_composite(paper, picture.convert("RGBA")).convert("RGB")
    return picture.convert("L" if picture.mode == "LA" else "RGB")


def _pdf_showing(picture: Image.Image) -> Pdf:
    scale = LONG_SIDE_POINTS / max(picture.size)
    width, height = (round(side * scale, 2) for side in picture.size)
    pdf = Pdf.new()
    page = pdf.add_blank_page(page_size=(width, height))
    page.Resources = Dictionary(XObject=Dictionary(Scan=_image_stream(pdf, picture)))
    page.Contents = pdf.make_stream(f"{width} 0 0 {height} 0 0 cm /Scan Do".encode())
    return pdf


def _image_stream(pdf: Pdf, picture: Image.Image) -> Stream:
    pixels, packing = _packed(picture)
    return Stream(
        pdf,
        pixels,
        Type=Name.XObject,
        Subtype=Name.Image,
        Width=picture.width,
        Height=picture.height,
        ColorSpace=_COLOUR_SPACES[picture.mode],
        BitsPerComponent=1 if picture.mode == "1" else 8,
        Filter=packing,
    )


def _packed(picture: Image.Image) -> tuple[bytes, Name]:
    if picture.mode == "1":
        return zlib.compress(picture.tobytes()), Name.FlateDecode
    packed = io.BytesIO()
    picture.save(packed, "JPEG", quality=JPEG_QUALITY)
    return packed.getvalue(), Name.DCTDecode
