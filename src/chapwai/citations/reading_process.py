"""The child process of a ReadingWorker: one frame of picture in, one frame of JSON out."""

import json
import os
import resource
import sys

from PIL import Image

from chapwai.citations.citation import PictureRefused
from chapwai.citations.engines.engine import EngineMissing, OcrEngine, default_engine
from chapwai.citations.read import read_photo
from chapwai.citations.wire import encoded, read_frame, write_frame

MOST_MEMORY_BYTES = 2 * 1024**3


def main() -> None:
    """Load the models, say so, then answer until the parent closes the pipe."""
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY_BYTES, MOST_MEMORY_BYTES))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    # What a library prints must not mix with the frames.
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    _load_models()
    write_frame(answers, b"{}")
    while (data := read_frame(sys.stdin.buffer)) is not None:
        write_frame(answers, _answer_to(data))


def _load_models() -> None:
    blank = Image.new("RGB", (64, 64), "white")
    try:
        engine: OcrEngine = default_engine()
    except EngineMissing:
        return  # told with each answer
    engine.read(blank)
    engine.read_closely(blank)


def _answer_to(data: bytes) -> bytes:
    try:
        return encoded(read_photo(data))
    except PictureRefused as refusal:
        return json.dumps({"refused": refusal.reason}).encode()
    except EngineMissing as missing:
        return json.dumps({"engine_missing": str(missing)}).encode()


if __name__ == "__main__":
    main()
