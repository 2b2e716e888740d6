"""PP-OCRv6 small by way of rapidocr: slower, from another maker, with the weights of its wheel."""

import functools
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path
from typing import Any

import rapidocr
from PIL import Image

from chapwai.citations.lines import Box, Line

# Named one by one: a model that is only called by its kind is looked for on the network.
MODELS = Path(rapidocr.__file__).parent / "models"
FINDING = MODELS / "PP-OCRv6_det_small.onnx"
READING = MODELS / "PP-OCRv6_rec_small.onnx"
# Lines read with less hold no text.
LEAST_CONFIDENCE = 0.3


class RapidOcrEngine:
    """One model for both looks: it is the careful one of its family."""

    def __init__(self, *, threads: int = -1) -> None:
        self.name = f"rapidocr {version('rapidocr')}"
        self._threads = threads

    def read(self, picture: Image.Image) -> list[Line]:
        return list(_lines(self._reader(picture)))

    def read_closely(self, picture: Image.Image) -> list[Line]:
        return self.read(picture)

    @functools.cached_property
    def _reader(self) -> Any:
        return rapidocr.RapidOCR(
            params={
                "Global.use_cls": False,
                "Global.text_score": LEAST_CONFIDENCE,
                "Global.log_level": "error",
                "EngineConfig.onnxruntime.intra_op_num_threads": self._threads,
                "Det.model_path": str(FINDING),
                "Rec.model_path": str(READING),
            }
        )


def _lines(answer: Any) -> Iterator[Line]:
    """The lines of an answer, whose fields are None where nothing was found."""
    if answer.boxes is None or answer.txts is None:
        return
    for corners, text, confidence in zip(answer.boxes, answer.txts, answer.scores, strict=True):
        across = [float(x) for x, _ in corners]
        down = [float(y) for _, y in corners]
        if text.strip():
            box = Box(min(across), min(down), max(across), max(down))
            yield Line(text, box, float(confidence))
