"""Lines of Thai figures, and of what is none, drawn and spoilt as screens and phones do it."""

import random
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageDraw, ImageFilter, ImageFont

from chapwai.citations.engines.figure_network import CLASSES, features_of
from chapwai.citations.engines.glyphs import glyphs_of
from chapwai.citations.engines.line_picture import line_picture
from chapwai.citations.lines import Box
from chapwai.citations.thai_opinions import HEIGHTS

FONTS = Path("/usr/share/fonts/truetype")
# Families for learning; all others are for judging alone.
LEARNT = ("Loma", "Norasi", "Sawasdee", "NotoLoopedThai", "Purisa", "Tlwg")
JUDGED = ("NotoSansThai", "NotoSerifThai", "Garuda", "Laksaman", "Kinnari", "Umpush", "Waree")
FIGURES = "๐๑๒๓๔๕๖๗๘๙"
# An o and a 0 are drawn as ๐ is.
OTHERS = (
    "กขฃคฅฆงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรลวศษสหฬอฮเแโใไาๆฯ123456789()[]-,:;/"
    "abcdfghijklmnpqrstuvwxyzABCDEFGHIJKLMNPQRSTUVWXYZ"
)
TOUCHING = "-()/"
SIZES = (13, 14, 15, 16, 17, 18, 20, 22, 24, 28, 32, 40)
SHARE_OF_OTHERS = 0.3

Example = tuple[list[float], int]


def fonts_of(families: tuple[str, ...]) -> list[Path]:
    """The files of these families on this machine."""
    return sorted(file for name in families for file in FONTS.glob(f"*/{name}*.ttf"))


def examples(chance: random.Random, fonts: list[Path], count: int) -> list[Example]:
    """So many glyphs at least, each as the network sees it, with its class."""
    found: list[Example] = []
    while len(found) < count:
        is_other = chance.random() < SHARE_OF_OTHERS
        words = list(_others(chance) if is_other else _figures(chance))
        found += _glyphs(chance, chance.choice(fonts), words, is_other=is_other)
    return found


def _figures(chance: random.Random) -> Iterator[str]:
    return (chance.choice(FIGURES) for _ in range(6))


def _others(chance: random.Random) -> Iterator[str]:
    """Letters, or figures that touch one another or a dash."""
    if chance.random() < 0.4:
        return (chance.choice(OTHERS) for _ in range(8))
    pairs = (chance.sample([chance.choice(FIGURES), chance.choice(TOUCHING)], 2) for _ in range(5))
    return ("".join(pair) for pair in pairs)


def _glyphs(
    chance: random.Random, font: Path, words: list[str], *, is_other: bool
) -> list[Example]:
    """What can be told apart of a line; nothing where glyphs ran together or fell apart."""
    size = chance.choice(SIZES)
    page = _spoilt(chance, _drawn(chance, font, words, size), size)
    line = line_picture(page, _box(chance, page, size), height=chance.choice(HEIGHTS))
    glyphs = glyphs_of(line)
    if len(glyphs) != len(words):
        return []
    classes = [CLASSES - 1 if is_other else FIGURES.index(word) for word in words]
    return [(features_of(line, glyph), each) for glyph, each in zip(glyphs, classes, strict=True)]


def _drawn(chance: random.Random, file: Path, words: list[str], size: int) -> Image.Image:
    """At twice its size, with more or less room between the words and none within them."""
    font = ImageFont.truetype(file, 2 * size)
    room = chance.choice((0.0, 0.1, 0.6)) * size
    width = sum(font.getlength(word) + room for word in words)
    page = Image.new("L", (round(1.25 * width) + 160, 6 * size), chance.randint(200, 255))
    pen, ink, left = ImageDraw.Draw(page), chance.randint(0, 90), 30.0
    for word in words:
        for letter in word:
            pen.text((left, 3 * size), letter, font=font, fill=ink, anchor="ls")
            left += font.getlength(letter) - (0.12 * size if len(word) > 1 else 0)
        left += room
    return page


def _spoilt(chance: random.Random, page: Image.Image, size: int) -> Image.Image:
    """Turned, slanted, made small, blurred and compressed, each by chance."""
    paper = page.getpixel((0, 0))
    slant, stretch = chance.uniform(-0.15, 0.15), chance.uniform(0.85, 1.18)
    page = page.rotate(chance.uniform(-1.2, 1.2), Image.Resampling.BICUBIC, fillcolor=paper)
    affine = (stretch, slant, -slant * page.height / 2, 0, 1, 0)
    page = page.transform(
        page.size, Image.Transform.AFFINE, affine, Image.Resampling.BICUBIC, fillcolor=paper
    )
    page = page.resize((page.width // 2, page.height // 2), Image.Resampling.BICUBIC)
    page = page.filter(ImageFilter.GaussianBlur(chance.uniform(0, 0.05 * size)))
    noise = Image.effect_noise(page.size, chance.uniform(2, 28))
    page = Image.blend(page, noise, chance.uniform(0, 0.12))
    file = BytesIO()
    page.save(file, "JPEG", quality=chance.randint(25, 95))
    return Image.open(file).convert("L")


def _box(chance: random.Random, page: Image.Image, size: int) -> Box:
    """Where a detector sees the line: about the bodies of its letters."""
    base = page.height / 2
    top, bottom = base - size * chance.uniform(0.62, 0.85), base + size * chance.uniform(0.05, 0.3)
    return Box(8 + chance.uniform(-3, 3), top, page.width - 6, bottom)
