"""What reading asks of an OCR engine, and which one is used."""

import contextlib
import functools
from typing import Protocol

from PIL import Image

from chapwai.citations.lines import Line


class EngineMissing(Exception):
    """No OCR engine can be loaded here: install chapwai with its dependencies."""

    def __init__(self, message: str | None = None) -> None:
        super().__init__(message or type(self).__doc__)


class OcrEngine(Protocol):
    """Finds and reads the lines of an RGB picture; boxes are in its pixels."""

    @property
    def name(self) -> str: ...

    def read(self, picture: Image.Image) -> list[Line]:
        """Read a whole page quickly."""

    def read_closely(self, picture: Image.Image) -> list[Line]:
        """Read a small part of a page as well as possible; ten times the cost is fine."""


@functools.cache
def default_engine() -> OcrEngine:
    """The best engine of this installation, loaded once; raises EngineMissing."""
    for load in (_faster_paddle, _rapidocr):
        with contextlib.suppress(ImportError):
            return load()
    raise EngineMissing


def _faster_paddle() -> OcrEngine:
    from chapwai.citations.engines.faster_paddle_engine import FasterPaddleEngine

    return FasterPaddleEngine()


def _rapidocr() -> OcrEngine:
    from chapwai.citations.engines.rapidocr_engine import RapidOcrEngine

    return RapidOcrEngine()
