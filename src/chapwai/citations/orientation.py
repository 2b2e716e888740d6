"""Reads a page the right way up, also when the phone was held sideways."""

from collections.abc import Sequence

from PIL import Image

from chapwai.citations.engines.engine import OcrEngine
from chapwai.citations.lines import Line, confidence_of, joined_lines
from chapwai.citations.straighten import straightened

# Upright pages are read with more than .9; upside down they give letters of a kind with less.
UPRIGHT_CONFIDENCE = 0.8
LETTERS_OF_A_WORD = 4
SIDE_TO_TRY_AT = 1200


def read_upright(picture: Image.Image, engine: OcrEngine) -> tuple[Image.Image, list[Line]]:
    """The level picture and its lines from the top down, whichever way it came."""
    level, lines = _read(picture, engine)
    if not lines or _is_upright(lines):
        return level, lines
    turn = max((0, 90, 180, 270), key=lambda degrees: _legibility(picture, degrees, engine))
    return _read(_turned(picture, turn), engine) if turn else (level, lines)


def _read(picture: Image.Image, engine: OcrEngine) -> tuple[Image.Image, list[Line]]:
    level = straightened(picture)
    return level, joined_lines(engine.read(level))


def _is_upright(lines: Sequence[Line]) -> bool:
    words = [line for line in lines if len(line.text) >= LETTERS_OF_A_WORD]
    lying = sum(line.box.width > line.box.height for line in words)
    return confidence_of(lines) >= UPRIGHT_CONFIDENCE and 2 * lying >= len(words)


def _legibility(picture: Image.Image, degrees: int, engine: OcrEngine) -> float:
    """Letters read, weighted by their confidence, when the picture is turned so."""
    small = picture.copy()
    small.thumbnail((SIDE_TO_TRY_AT, SIDE_TO_TRY_AT))
    lines = engine.read(_turned(small, degrees))
    lying = [line for line in lines if line.box.width > line.box.height]
    return sum(line.confidence**4 * len(line.text) for line in lying)


def _turned(picture: Image.Image, degrees: int) -> Image.Image:
    return picture.rotate(degrees, expand=True) if degrees else picture
