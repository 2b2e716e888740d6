"""The first page of a PDF as a picture: it bears the article's title, authors and source.

Only called in the reading process, whose memory and time are limited: PDFs are programs.
"""

import pypdfium2
from PIL import Image

from chapwai.citations.citation import PictureRefused

LONGEST_SIDE = 2000
# Where the signature may stand; some programs write a few lines before it.
HEAD = 1024


def is_pdf(data: bytes) -> bool:
    """Whether the bytes call themselves a PDF."""
    return b"%PDF-" in data[:HEAD]


def first_page(data: bytes) -> Image.Image:
    """The page in RGB, at most 2,000 px long; raises PictureRefused ("locked" or "broken")."""
    try:
        with pypdfium2.PdfDocument(data) as document:
            return _drawn(document[0])
    except pypdfium2.PdfiumError as refusal:
        is_locked = refusal.err_code == pypdfium2.raw.FPDF_ERR_PASSWORD
        raise PictureRefused("locked" if is_locked else "broken") from refusal
    except Exception as refusal:  # crafted pages make the renderer fail in ways of its own
        raise PictureRefused("broken") from refusal


def _drawn(page: pypdfium2.PdfPage) -> Image.Image:
    scale = LONGEST_SIDE / max(page.get_size())
    picture: Image.Image = page.render(scale=scale, may_draw_forms=False).to_pil()
    return picture.convert("RGB")
