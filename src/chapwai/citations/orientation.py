"""Reads a page the right way up, also when the phone was held sideways."""

from collections.abc import Sequence

from PIL import Image

from chapwai.citations.engines.engine import OcrEngine
from chapwai.citations.lines import Line, confidence_of, joined_lines
from chapwai.citations.straighten import straightened, stripes_run_down

# Upright pages are read with more than .9; upside down they give letters of a kind with less.
UPRIGHT_CONFIDENCE = 0.8
LETTERS_OF_A_WORD = 4
SIDE_TO_TRY_AT = 1000


def read_upright(picture: Image.Image, engine: OcrEngine) -> tuple[Image.Image, list[Line]]:
    """The level picture and its lines from the top down, whichever way it came.

    Frames and columns look like lines of text on their side, so a small picture is asked first.
    """
    if stripes_run_down(picture) and not _is_upright(_read_small(picture, engine)):
        picture = _turned_to_a_side(picture, engine)
    level, lines = _read(picture, engine)
    if not lines or _is_upright(lines):
        return level, lines
    turned = _turned(picture, 180) if _lie(lines) else _turned_to_a_side(picture, engine)
    again, others = _read(turned, engine)
    return (again, others) if _legibility(others) > _legibility(lines) else (level, lines)


def _read(picture: Image.Image, engine: OcrEngine) -> tuple[Image.Image, list[Line]]:
    level = straightened(picture)
    return level, joined_lines(engine.read(level))


def _read_small(picture: Image.Image, engine: OcrEngine) -> list[Line]:
    small = picture.copy()
    small.thumbnail((SIDE_TO_TRY_AT, SIDE_TO_TRY_AT))
    return engine.read(small)


def _turned_to_a_side(picture: Image.Image, engine: OcrEngine) -> Image.Image:
    """Turned by 90 or by 270 degrees, whichever gives more legible lines."""
    sides = [_turned(picture, degrees) for degrees in (90, 270)]
    return max(sides, key=lambda side: _legibility(_read_small(side, engine)))


def _is_upright(lines: Sequence[Line]) -> bool:
    return confidence_of(lines) >= UPRIGHT_CONFIDENCE and _lie(lines)


def _lie(lines: Sequence[Line]) -> bool:
    """Whether most words are wider than high."""
    words = [line for line in lines if len(line.text) >= LETTERS_OF_A_WORD]
    return 2 * sum(line.box.width > line.box.height for line in words) >= len(words)


def _legibility(lines: Sequence[Line]) -> float:
    """Letters read, weighted by their confidence, on lines that lie."""
    lying = [line for line in lines if line.box.width > line.box.height]
    return sum(line.confidence**4 * len(line.text) for line in lying)


def _turned(picture: Image.Image, degrees: int) -> Image.Image:
    return picture.rotate(degrees, expand=True)
