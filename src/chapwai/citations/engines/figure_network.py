"""A small trained network that tells Thai figures apart: 10 of them, and what is none.

Its weights are in `thai_figures.bin`; how they were found is in `training/thai_figures/`.
"""

import functools
import itertools
import math
import struct
from collections.abc import Iterator, Sequence
from importlib import resources
from operator import mul
from typing import NamedTuple

from PIL import Image, ImageChops, ImageFilter

from chapwai.citations.engines.glyphs import Glyph

# A glyph is seen as a square of so many pixels with a margin: its strokes in four directions and
# its shades, both coarse, and how wide it is.
SIDE, EDGE = 20, 2
STROKES_SIDE, SHADES_SIDE = 6, 8
DIRECTIONS = (
    (-1, 0, 1, -2, 0, 2, -1, 0, 1),
    (0, 1, 2, -1, 0, 1, -2, -1, 0),
    (1, 2, 1, 0, 0, 0, -1, -2, -1),
    (2, 1, 0, 1, 0, -1, 0, -1, -2),
)
MIDDLE = 128
INPUTS = len(DIRECTIONS) * STROKES_SIDE**2 + SHADES_SIDE**2 + 1
CLASSES = 11


class Network(NamedTuple):
    """Two layers of weights: for each unit a row that ends with its bias."""

    hidden: list[tuple[float, ...]]
    output: list[tuple[float, ...]]


def chances_of(picture: Image.Image, glyph: Glyph) -> list[float]:
    """How likely the glyph is each of the ten figures, and none of them."""
    network = _network()
    hidden = [max(0.0, value) for value in _layer(network.hidden, features_of(picture, glyph))]
    raised = [math.exp(value) for value in _layer(network.output, hidden)]
    return [value / sum(raised) for value in raised]


def features_of(picture: Image.Image, glyph: Glyph) -> list[float]:
    """What the network is told about a glyph of the picture, all between 0 and 1."""
    square = Image.new("L", (SIDE + 2 * EDGE,) * 2, 255)
    square.paste(picture.crop(glyph).resize((SIDE, SIDE), Image.Resampling.BICUBIC), (EDGE, EDGE))
    told = [_strokes(square, direction) for direction in DIRECTIONS]
    told.append(_coarse(ImageChops.invert(square), SHADES_SIDE))
    width = (glyph.right - glyph.left) / (glyph.bottom - glyph.top)
    return [*(shade / 255 for shade in b"".join(told)), min(2.0, width) / 2]


def _layer(units: Sequence[Sequence[float]], values: Sequence[float]) -> Iterator[float]:
    given = (*values, 1.0)
    return (sum(map(mul, unit, given)) for unit in units)


def _strokes(square: Image.Image, direction: Sequence[int]) -> bytes:
    kernel = ImageFilter.Kernel((3, 3), direction, scale=4, offset=MIDDLE)
    level = Image.new("L", square.size, MIDDLE)
    return _coarse(ImageChops.difference(square.filter(kernel), level), STROKES_SIDE)


def _coarse(square: Image.Image, side: int) -> bytes:
    return square.resize((side, side), Image.Resampling.BOX).tobytes()


@functools.cache
def _network() -> Network:
    """The weights: numbers of two bytes, unit by unit."""
    data = resources.files("chapwai.citations.engines").joinpath("thai_figures.bin").read_bytes()
    weights = iter(struct.unpack(f"<{len(data) // 2}e", data))
    units = (len(data) // 2 - CLASSES) // (INPUTS + 1 + CLASSES)
    rows = [tuple(itertools.islice(weights, INPUTS + 1)) for _ in range(units)]
    return Network(rows, [tuple(itertools.islice(weights, units + 1)) for _ in range(CLASSES)])
