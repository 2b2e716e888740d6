"""PP-OCRv6 by way of faster-paddle: weights inside the wheel, no network, no Thai."""

import functools
import io
import os
import re
from typing import Any

import faster_paddle
from PIL import Image

from chapwai.citations.lines import Box, Line

# Narrow pictures are enlarged by the engine until their short side has 736 px, so a thin strip
# would become gigantic: it gets margins instead.
SLENDEREST = 6
SPLIT_YEAR = re.compile(r"\b(19|20) ?(\d) ?(\d)(?=[;:.]\s?\d|\s?[A-Z][a-z]{2}\b)")
# Lines of comfortable type are found on much smaller pictures than they are read from.
SHORTEST_SIDE = 64
LONGEST_SIDE_TO_FIND = 960
# Of a whole page: lines are read from the picture as it is, and finding them takes nearly as long
# as reading them. At 1,120 two articles fewer in a hundred are wholly right.
LONGEST_PAGE_TO_FIND_ON = 1280
# More make a page hardly faster, and each holds a copy of the model.
MOST_THREADS = 4


class FasterPaddleEngine:
    """The tiny model for whole pages, the small one for a second look."""

    def __init__(self, *, threads: int | None = None) -> None:
        self.name = f"faster-paddle {faster_paddle.__version__}"
        self._threads = threads or min(MOST_THREADS, os.cpu_count() or 1)

    def read(self, picture: Image.Image) -> list[Line]:
        return _lines(self._tiny.ocr(_encoded(picture)))

    def read_closely(self, picture: Image.Image) -> list[Line]:
        return _lines(self._small.ocr(_encoded(picture)))

    @functools.cached_property
    def _tiny(self) -> Any:
        return faster_paddle.OcrEngine(
            model_size="tiny", threads=self._threads, det_max_side=LONGEST_PAGE_TO_FIND_ON
        )

    @functools.cached_property
    def _small(self) -> Any:
        return faster_paddle.OcrEngine(
            model_size="small",
            threads=self._threads,
            det_min_side=SHORTEST_SIDE,
            det_max_side=LONGEST_SIDE_TO_FIND,
        )


def _encoded(picture: Image.Image) -> bytes:
    """As BMP: writing it costs a tenth of what PNG does."""
    file = io.BytesIO()
    _broadened(picture).save(file, "BMP")
    return file.getvalue()


def _broadened(picture: Image.Image) -> Image.Image:
    """With white margins to the right or below where it is too slender to be enlarged."""
    shortest = -(-max(picture.size) // SLENDEREST)
    if min(picture.size) >= shortest:
        return picture
    broad = Image.new("RGB", (max(picture.width, shortest), max(picture.height, shortest)), "white")
    broad.paste(picture)
    return broad


def _lines(answer: dict[str, Any]) -> list[Line]:
    found = answer["bounds"].values()
    return [
        Line(
            text=_mended(bound["text"]),
            box=Box(*bound["topLeftCoord"], *bound["bottomRightCoord"]),
            confidence=bound["confidence"],
        )
        for bound in found
        if bound["text"].strip()
    ]


def _mended(text: str) -> str:
    """These models part figures that stand wide, most often in a year: 202 1;8(2)."""
    return SPLIT_YEAR.sub(r"\1\2\3", text)
