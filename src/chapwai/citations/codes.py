"""QR codes on a picture, taken as text and never followed."""

import zxingcpp
from PIL import Image

from chapwai.citations.wording import plain

LONGEST_CODE = 2000
QR = zxingcpp.barcode_formats_from_str("QRCode")


def codes_on(picture: Image.Image) -> list[str]:
    """The text of every QR code, cleaned and cut to a sane length."""
    codes = zxingcpp.read_barcodes(picture.convert("L"), formats=QR)
    return [plain(code.text[:LONGEST_CODE]) for code in codes]
