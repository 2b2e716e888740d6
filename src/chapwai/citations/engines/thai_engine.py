"""Tesseract by way of tesserocr, for what no other engine here can read: single Thai lines.

The wheel holds the program; the language data is looked for where Debian and Tesseract itself put
it. Where either is missing there is no Thai engine, and pages are read without one.
"""

import functools
import os
import queue
import re
from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PIL import Image

from chapwai.citations.engines.thai_figures import in_arabic

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

LANGUAGES = ("tha", "eng")
DATA_FOLDERS = (
    "/usr/share/tesseract-ocr/5/tessdata",
    "/usr/share/tesseract-ocr/4.00/tessdata",
    "/usr/share/tessdata",
    "/usr/share/tesseract/tessdata",
    "/usr/local/share/tessdata",
    "/opt/homebrew/share/tessdata",
)
# A short text without Thai letters may be Thai figures taken for Latin ones: mo-ab.
THAI_FIGURES = re.compile(r"[๐-๙]|^(?![\d\s-]{1,12}$)[^ก-๎]{1,12}$")
# Each reads one line at a time and holds a model of its own; more threads than cores gain nothing.
MOST_READERS = 2


class ReadLine(NamedTuple):
    """What one picture of one line says, with the engine's confidence, 0 to 1."""

    text: str
    confidence: float
    had_thai_figures: bool = False


class ThaiEngine:
    """Reads pictures of single lines, Thai and Latin mixed, two at a time."""

    def __init__(self, data: Path) -> None:
        # Several threads in one line cost more than they gain; read when the library loads.
        os.environ.setdefault("OMP_THREAD_LIMIT", "1")
        import tesserocr

        self.name = f"tesseract {tesserocr.tesseract_version().split()[1]} tha+eng"
        self._readers: queue.SimpleQueue[Any] = queue.SimpleQueue()
        for _ in range(min(MOST_READERS, os.cpu_count() or 1)):
            self._readers.put(_reader(tesserocr, data))
        self._threads = ThreadPoolExecutor(self._readers.qsize(), thread_name_prefix="thai")

    def read_lines(self, pictures: Iterable[Image.Image]) -> list[ReadLine]:
        """The text of each picture, in their order; each must show one line, dark on light."""
        return list(self._threads.map(self._read_line, pictures))

    def _read_line(self, picture: Image.Image) -> ReadLine:
        """Once more in Arabic figures where there are Thai ones."""
        with self._a_reader() as reader:
            read = _read(reader, picture)
            changed = in_arabic(picture) if THAI_FIGURES.search(read.text) else None
            if changed is None:
                return read
            return _read(reader, changed)._replace(had_thai_figures=True)

    @contextmanager
    def _a_reader(self) -> "Iterator[Any]":
        reader = self._readers.get()
        try:
            yield reader
        finally:
            self._readers.put(reader)


@functools.cache
def thai_engine() -> ThaiEngine | None:
    """The engine of this installation, loaded once; None without tesserocr or its Thai data."""
    data = data_folder(os.environ.get("TESSDATA_PREFIX"))
    if data is None:
        return None
    try:
        return ThaiEngine(data)
    except (ImportError, RuntimeError):  # the latter when the data is of another version
        return None


def data_folder(prefix: str | None, *, usual: Sequence[str] = DATA_FOLDERS) -> Path | None:
    """The first folder that holds the data of both languages; the prefix counts before others."""
    named = [prefix, f"{prefix}/tessdata"] if prefix else []
    return next((Path(folder) for folder in [*named, *usual] if _holds_data(Path(folder))), None)


def _holds_data(folder: Path) -> bool:
    return all((folder / f"{language}.traineddata").is_file() for language in LANGUAGES)


def _reader(tesserocr: "Any", data: Path) -> "Any":
    return tesserocr.PyTessBaseAPI(
        path=str(data),
        lang="+".join(LANGUAGES),
        psm=tesserocr.PSM.SINGLE_LINE,
        oem=tesserocr.OEM.LSTM_ONLY,
    )


def _read(reader: "Any", picture: Image.Image) -> ReadLine:
    reader.SetImage(picture)
    text = reader.GetUTF8Text()
    return ReadLine(" ".join(text.split()), reader.MeanTextConf() / 100)
