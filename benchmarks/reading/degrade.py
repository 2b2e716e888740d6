"""A screenshot becomes a photo of a screen, in six grades, in the order of the physics.

Pixel grid of the screen, perspective, blur of lens and hand, light, noise of the sensor, the
messenger's smaller size, JPEG. The same seed gives the same bytes.
"""

import io
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageFilter, ImageOps

Pixels = NDArray[np.float32]
Points = NDArray[np.float64]
# What lies around the screen: its black edge, then a desk or a wall.
EDGE_SHARE, EDGE = 0.012, (18, 18, 20)
SURROUNDINGS = ((38, 36, 34), (112, 92, 70), (176, 174, 168), (70, 82, 96))


@dataclass(frozen=True, kw_only=True)
class Grade:
    """How much of everything: lengths in pixels of the photo, the rest as shares of one.

    `long_side` is the range of the photo's longer side; `tilt` is how far a corner moves, as a
    share of the picture, and `room` how much of each side may lie beyond the screen;
    `final_side` is the longer side after the messenger, 0 for as it is.
    """

    quality: tuple[int, int]
    long_side: tuple[int, int] = (1800, 2400)
    grid: float = 0.0
    tilt: float = 0.0
    room: float = 0.0
    blur: tuple[float, float] = (0.0, 0.0)
    shake: tuple[int, int] = (0, 0)
    shade: float = 0.0
    cast: float = 0.0
    glare: float = 0.0
    noise: float = 0.0
    final_side: tuple[int, int] = (0, 0)
    is_photo: bool = True


GRADES = {
    "clean": Grade(quality=(95, 95), is_photo=False),
    "chat": Grade(quality=(60, 80), long_side=(1280, 1700), is_photo=False),
    "mild": Grade(
        quality=(78, 90), grid=0.15, tilt=0.015, room=0.03, blur=(0.4, 0.8), shade=0.12, cast=0.03,
        noise=3,
    ),
    "mid": Grade(
        quality=(65, 82), long_side=(1600, 2200), grid=0.25, tilt=0.04, room=0.07,
        blur=(0.6, 1.2), shade=0.3, cast=0.08, glare=0.35, noise=7,
    ),
    "hard": Grade(
        quality=(42, 62), long_side=(1600, 2100), grid=0.4, tilt=0.06, room=0.08,
        blur=(0.9, 1.4), shake=(0, 3), shade=0.5, cast=0.12, glare=0.45, noise=12,
        final_side=(1350, 1650),
    ),
    "brutal": Grade(
        quality=(25, 42), long_side=(1500, 1900), grid=0.5, tilt=0.08, room=0.06,
        blur=(1.1, 1.7), shake=(2, 4), shade=0.6, cast=0.15, glare=0.5, noise=14,
        final_side=(1000, 1300),
    ),
}  # fmt: skip


# A screen that has more pixels than this share of the photo's shows no grid on it.
FINEST_GRID = 0.8


def degraded(picture: Image.Image, *, grade: str, seed: int) -> bytes:
    """The picture as a JPEG of that grade; the messenger never enlarges."""
    how = GRADES[grade]
    rng = np.random.default_rng(seed)
    if how.is_photo:
        picture = _photographed(picture, how, rng)
    else:
        picture = _shrunk(picture, int(rng.integers(*how.long_side, endpoint=True)))
    file = io.BytesIO()
    picture.save(file, "JPEG", quality=int(rng.integers(*how.quality, endpoint=True)))
    return file.getvalue()


def turned(picture: Image.Image, turn: int) -> Image.Image:
    """Turned clockwise by 0, 90, 180 or 270 degrees, as a phone held askew would save it."""
    return picture.rotate(-turn, expand=True) if turn else picture


def _photographed(picture: Image.Image, how: Grade, rng: np.random.Generator) -> Image.Image:
    scale = int(rng.integers(*how.long_side, endpoint=True)) / max(picture.size)
    screen = _with_grid(picture, how.grid) if scale > FINEST_GRID else picture
    photo = _sampled(screen, picture.size, scale, how, rng)
    photo = photo.filter(ImageFilter.GaussianBlur(float(rng.uniform(*how.blur))))
    photo = _shaken(photo, int(rng.integers(*how.shake, endpoint=True)), rng)
    pixels = _lit(np.asarray(photo, dtype=np.float32), how, rng)
    pixels += rng.normal(0, how.noise, pixels.shape).astype(np.float32)
    photo = Image.fromarray(np.clip(pixels, 0, 255).astype(np.uint8))
    if not any(how.final_side):
        return photo
    return _shrunk(photo, int(rng.integers(*how.final_side, endpoint=True)))


def _with_grid(picture: Image.Image, strength: float) -> Image.Image:
    """Every pixel as a red, a green and a blue stripe with a dark seam, three times as large."""
    large = np.repeat(np.repeat(np.asarray(picture, dtype=np.uint8), 3, axis=0), 3, axis=1)
    light = np.full((3, 3, 3), 1 - strength, dtype=np.float32)
    light[:, [0, 1, 2], [0, 1, 2]] = 1
    light[2] *= 1 - strength / 2
    mask = np.tile((light * 255).astype(np.uint16), (1, picture.width, 1))
    # Row by row: all at once would need gigabytes.
    for row in range(0, len(large), 3):
        large[row : row + 3] = large[row : row + 3] * mask >> 8
    return Image.fromarray(large)


def _sampled(
    screen: Image.Image,
    size: tuple[int, int],
    scale: float,
    how: Grade,
    rng: np.random.Generator,
) -> Image.Image:
    """The screen seen askew, with a little of what is around it."""
    # The lens and the sensor's own pixels even out what is finer than they are.
    screen = screen.filter(ImageFilter.GaussianBlur(0.42 * screen.width / size[0] / scale))
    photo_size = (round(size[0] * scale), round(size[1] * scale))
    edge = round(EDGE_SHARE * max(screen.size))
    shift = _projection(_corners_seen(photo_size, how, rng), _corners(screen.size) + edge)
    return ImageOps.expand(screen, edge, EDGE).transform(
        photo_size,
        Image.Transform.PERSPECTIVE,
        tuple(shift),
        Image.Resampling.BICUBIC,
        fillcolor=SURROUNDINGS[rng.integers(len(SURROUNDINGS))],
    )


def _corners_seen(size: tuple[int, int], how: Grade, rng: np.random.Generator) -> Points:
    """Where the screen's corners lie on the photo, from the top left clockwise."""
    left, top, right, bottom = rng.uniform(0, how.room, 4) * np.array([*size, *size])
    beside = np.array([(left, top), (right, top), (right, bottom), (left, bottom)])
    askew = rng.uniform(0, how.tilt * max(size), (4, 2))
    # Inwards only: nothing that the truth calls visible may leave the picture.
    inwards = np.array([(1, 1), (-1, 1), (-1, -1), (1, -1)])
    seen: Points = _corners(size) + (askew + beside) * inwards
    return seen


def _corners(size: tuple[int, int]) -> Points:
    width, height = size
    return np.array([(0, 0), (width, 0), (width, height), (0, height)], dtype=np.float64)


def _projection(seen: Points, source: Points) -> NDArray[np.float64]:
    """The eight numbers that lead from the photo's points to the screen's."""
    rows, right = [], []
    for (x, y), (u, v) in zip(seen, source, strict=True):
        rows += [[x, y, 1, 0, 0, 0, -u * x, -u * y], [0, 0, 0, x, y, 1, -v * x, -v * y]]
        right += [u, v]
    return np.linalg.solve(np.array(rows), np.array(right))


def _shaken(photo: Image.Image, length: int, rng: np.random.Generator) -> Image.Image:
    """Blurred along a straight line of so many pixels."""
    if length < 2:
        return photo
    angle = rng.uniform(0, np.pi)
    pixels = np.asarray(photo, dtype=np.float32)
    steps = np.linspace(-length / 2, length / 2, length)
    shifts = [(round(step * np.sin(angle)), round(step * np.cos(angle))) for step in steps]
    moved = np.mean([np.roll(pixels, shift, axis=(0, 1)) for shift in shifts], axis=0)
    return Image.fromarray(moved.astype(np.uint8))


def _lit(pixels: Pixels, how: Grade, rng: np.random.Generator) -> Pixels:
    """Unevenly lit, tinted, and with the reflection of a lamp."""
    rows, columns = pixels.shape[:2]
    y, x = np.mgrid[0:rows, 0:columns].astype(np.float32)
    x, y = x / columns - rng.uniform(0.3, 0.7), y / rows - rng.uniform(0.3, 0.7)
    light = 1 - how.shade * (x * x + y * y)
    light *= _shadow(x, y, how.shade, rng)
    light -= how.shade * 0.5 * (np.cos(rng.uniform(0, 6.3)) * x + np.sin(rng.uniform(0, 6.3)) * y)
    tint = 1 + rng.uniform(-how.cast, how.cast, 3).astype(np.float32)
    lamp: Pixels = how.glare * np.exp(
        -((x - rng.uniform(-0.4, 0.4)) ** 2 + (y - rng.uniform(-0.4, 0.4)) ** 2) / 0.02
    )
    lit = pixels * light[..., None] * tint
    lit += (255 - lit) * lamp[..., None]
    return np.asarray(lit, dtype=np.float32)


def _shadow(x: Pixels, y: Pixels, depth: float, rng: np.random.Generator) -> Pixels:
    """The soft shadow of an arm or a head from one side."""
    angle, place = rng.uniform(0, 2 * np.pi), rng.uniform(0.1, 0.6)
    behind = np.cos(angle) * x + np.sin(angle) * y - place
    return np.asarray(1 - 0.6 * depth / (1 + np.exp(-18 * behind)), dtype=np.float32)


def _shrunk(picture: Image.Image, long_side: int) -> Image.Image:
    factor = long_side / max(picture.size)
    if factor >= 1:
        return picture
    return picture.resize(
        (round(picture.width * factor), round(picture.height * factor)), Image.Resampling.BICUBIC
    )
