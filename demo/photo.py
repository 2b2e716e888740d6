"""Draws a page of a PubMed-like site and photographs it off an imaginary monitor.

    python -m demo.photo OUT.jpg [--article N] [--seed N]

Everything on the page is invented. Pillow is all it needs: the letters are those of its built-in
font, the arithmetic is plain Python.
"""

import argparse
import io
import math
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from PIL import Image, ImageChops, ImageDraw, ImageEnhance, ImageFilter, ImageFont, ImageOps

SCREEN_SIZE = (1600, 1200)
PHOTO_LENGTH = 2016

INK = "#212121"
QUIET = "#5b616b"
LINK = "#0071bc"
SITE = "#20558a"
RULE = "#d6d7d9"

Point = tuple[float, float]


@dataclass(frozen=True)
class Article:
    """An invented article: what its page shows, and so what can be read from it."""

    title: str
    authors: tuple[str, ...]
    affiliations: tuple[str, ...]
    journal: str
    date: str
    year: str
    volume: str
    issue: str | None
    pages: str
    doi: str
    pmid: str
    abstract: str

    @property
    def numbers(self) -> str:
        """Volume, issue and pages as the site prints them: 12(3):412-419."""
        issue = f"({self.issue})" if self.issue else ""
        return f"{self.volume}{issue}:{self.pages}"


ARTICLES = (
    Article(
        title="Night-shift napping and medication errors among ward nurses: "
        "a stepped-wedge trial in twelve invented hospitals",
        authors=("Hannah R Millbrook", "Tobias Fenwick", "Maren Oakhurst", "Julian P Greystone"),
        affiliations=(
            "Department of Nursing Science, University of Lakeside, Lakeside.",
            "Hilltop Hospital, Hilltop.",
        ),
        journal="J Imagin Nurs",
        date="2023 Apr",
        year="2023",
        volume="41",
        issue="4",
        pages="512-521",
        doi="10.5555/jin.2023.0412",
        pmid="30000001",
        abstract="Short naps during night duty are common but rarely planned. We introduced a "
        "quiet room and a protected half hour, one hospital a month, and counted medication errors "
        "before and after. Errors fell from 3.1 to 2.2 per thousand doses (rate ratio 0.71, "
        "95% interval 0.58 to 0.87). Nurses reported less sleepiness on the way home. Protected "
        "naps are cheap and appear to be safe.",
    ),
    Article(
        title="Smartphone photographs for the follow-up of chronic leg ulcers: "
        "agreement between home and clinic measurements",
        authors=("Beatrix Holloway", "Samuel T Ashdown", "Ingrid Waverley"),
        affiliations=(
            "Wound Centre, Riverside Hospital, Riverside.",
            "School of Medicine, University of Hilltop, Hilltop.",
        ),
        journal="Fict Wound Care",
        date="2021 Nov 18",
        year="2021",
        volume="9",
        issue="6",
        pages="233-240",
        doi="10.5555/fwc-2021-0233",
        pmid="30000002",
        abstract="Patients with leg ulcers travel far to have their wounds measured. Eighty-four "
        "patients photographed their ulcers beside a paper ruler once a week for twelve weeks. "
        "Areas traced from the photographs differed from those measured in the clinic by a median "
        "of 4 percent. Disagreement was larger on curved parts of the leg and in poor light. "
        "Photographs taken at home can replace two of three visits.",
    ),
    Article(
        title="Drinking water, walking distance and kidney stones: "
        "an ecological study of forty imaginary districts",
        authors=("Oliver J Penhaligon", "Matilda Crane", "Rufus Underwood", "Edith M Larkspur"),
        affiliations=(
            "Institute of Public Health, University of Riverside, Riverside.",
            "Lakeside Regional Laboratory, Lakeside.",
        ),
        journal="Ann Invent Epidemiol",
        date="2019 Jul",
        year="2019",
        volume="28",
        issue="7",
        pages="77-85",
        doi="10.5555/annep.28.7.77",
        pmid="30000003",
        abstract="Hard water is often blamed for kidney stones. We compared hospital admissions "
        "for stones with the hardness of the water and with the distance that people walk to the "
        "nearest tap. Admissions rose with distance (9 percent per kilometre) and not with "
        "hardness. People who walk further may simply drink less. Taps nearer to homes might "
        "prevent more stones than softer water would.",
    ),
)


def photo_of(article: Article, *, seed: int) -> bytes:
    """A JPEG photo of the monitor that shows the article."""
    return photograph(render_screen(article), seed=seed)


def render_screen(article: Article) -> Image.Image:
    """The browser window with the article's page, as a sharp RGB picture of SCREEN_SIZE."""
    page = Page(Image.new("RGB", SCREEN_SIZE, "white"))
    _draw_browser(page, article)
    _draw_sidebar(page)
    _draw_article(page, article)
    return page.image


def photograph(image: Image.Image, *, seed: int) -> bytes:
    """Photograph a screen by hand: the JPEG bytes are the same for the same seed.

    The order is that of the real thing: pixels of the screen, the tilted view of them, the lens,
    the light, the sensor, the file.
    """
    chance = random.Random(seed)
    photo = _seen_at_an_angle(_lit_pixels(image), chance)
    photo = photo.filter(ImageFilter.GaussianBlur(chance.uniform(0.5, 0.9)))
    photo = _unevenly_lit(photo, chance)
    photo = _with_sensor_noise(photo, chance)
    return _as_jpeg(photo, quality=chance.randint(78, 90))


@dataclass
class Page:
    """A picture being written on from top to bottom."""

    image: Image.Image

    def __post_init__(self) -> None:
        self.draw = ImageDraw.Draw(self.image)

    def write(
        self, at: Point, text: str, *, size: float, fill: str = INK, bold: bool = False
    ) -> float:
        """Write one line and return the x where it ends."""
        font = _font(size)
        self.draw.text(at, text, font=font, fill=fill, stroke_width=0.6 if bold else 0)
        return at[0] + font.getlength(text)

    def write_block(
        self, at: Point, text: str, *, width: float, size: float, bold: bool = False
    ) -> float:
        """Write wrapped lines and return the y below them."""
        x, y = at
        for line in _wrapped(text, _font(size), width):
            self.write((x, y), line, size=size, bold=bold)
            y += size * 1.35
        return y


def _font(size: float) -> ImageFont.FreeTypeFont:
    font = ImageFont.load_default(size)
    assert isinstance(font, ImageFont.FreeTypeFont), "Pillow was built without FreeType"
    return font


def _wrapped(text: str, font: ImageFont.FreeTypeFont, width: float) -> Iterator[str]:
    line = ""
    for word in text.split():
        longer = f"{line} {word}".strip()
        if line and font.getlength(longer) > width:
            yield line
            line = word
        else:
            line = longer
    yield line


def _draw_browser(page: Page, article: Article) -> None:
    draw = page.draw
    draw.rectangle((0, 0, 1600, 46), fill="#dee1e6")
    draw.rounded_rectangle((90, 8, 420, 60), 10, fill="white")
    page.write((110, 16), "PubMed", size=19)
    draw.rounded_rectangle((90, 58, 1500, 92), 16, fill="#f1f3f4")
    page.write((112, 64), f"https://pubmed.example/{article.pmid}/", size=18, fill=QUIET)
    for x, colour in ((20, "#ed6a5e"), (42, "#f5bf4f"), (64, "#61c554")):
        draw.ellipse((x, 16, x + 14, 30), fill=colour)
    draw.rectangle((0, 104, 1600, 160), fill=SITE)
    page.write((80, 118), "Library of Examples", size=24, fill="white")
    page.write((80, 190), "PubMed", size=36, fill=SITE, bold=True)
    draw.rectangle((280, 186, 1180, 234), outline=QUIET, width=2)
    page.write((296, 198), article.pmid, size=22, fill=QUIET)
    draw.rectangle((1180, 186, 1300, 234), fill=LINK)
    page.write((1200, 198), "Search", size=22, fill="white")
    draw.line((0, 262, 1600, 262), fill=RULE, width=2)


def _draw_sidebar(page: Page) -> None:
    x, y = 1270.0, 300.0
    for heading, entries in (
        ("FULL TEXT LINKS", ("View full text",)),
        ("ACTIONS", ("Cite", "Collections", "Permalink")),
        ("PAGE NAVIGATION", ("Title & authors", "Abstract", "Similar articles", "MeSH terms")),
    ):
        page.write((x, y), heading, size=17, bold=True)
        for entry in entries:
            y += 32
            page.write((x + 12, y), entry, size=18, fill=LINK)
        y += 56


def _draw_article(page: Page, article: Article) -> None:
    left, width = 80.0, 1080.0
    y = 296.0
    x = page.write((left, y), f"> {article.journal}.", size=20, fill=LINK)
    source = f" {article.date};{article.numbers}. doi: {article.doi}."
    page.write((x, y), source, size=20, fill=QUIET)
    y = page.write_block((left, y + 38), article.title, width=width, size=40, bold=True)
    y = _write_authors(page, (left, y + 16), article, width=width)
    for number, affiliation in enumerate(article.affiliations, start=1):
        page.write((left, y), str(number), size=13, fill=QUIET)
        page.write((left + 14, y + 2), affiliation, size=18, fill=QUIET)
        y += 28
    x = page.write((left, y + 16), f"PMID: {article.pmid}", size=20)
    page.write((x + 34, y + 16), f"DOI: {article.doi}", size=20)
    page.write((left, y + 72), "Abstract", size=32, bold=True)
    page.write_block((left, y + 122), article.abstract, width=width, size=22)


def _write_authors(page: Page, at: Point, article: Article, *, width: float) -> float:
    left, y = at
    x = left
    for place, name in enumerate(article.authors):
        ending = "" if name == article.authors[-1] else ","
        if x + _font(23).getlength(name) > left + width:
            x, y = left, y + 36
        x = page.write((x, y), name, size=23, fill=LINK)
        mark = str(place % len(article.affiliations) + 1)
        x = page.write((x + 2, y - 2), mark, size=13, fill=QUIET)
        x = page.write((x + 1, y), ending, size=23) + 9
    return y + 46


def _lit_pixels(image: Image.Image) -> Image.Image:
    """Each pixel twice as wide and high, with the dark gaps and coloured stripes of a monitor."""
    doubled = image.resize((image.width * 2, image.height * 2), Image.Resampling.NEAREST)
    cell = Image.new("RGB", (2, 2), (255, 244, 246))
    cell.putpixel((1, 0), (240, 252, 255))
    cell.putpixel((0, 1), (226, 220, 224))
    cell.putpixel((1, 1), (218, 226, 228))
    return ImageChops.multiply(doubled, _tiled(cell, doubled.size))


def _tiled(cell: Image.Image, size: tuple[int, int]) -> Image.Image:
    tiles = cell
    while tiles.width < size[0] or tiles.height < size[1]:
        bigger = Image.new("RGB", (tiles.width * 2, tiles.height * 2))
        for corner in ((0, 0), (tiles.width, 0), (0, tiles.height), tiles.size):
            bigger.paste(tiles, corner)
        tiles = bigger
    return tiles.crop((0, 0, *size))


def _seen_at_an_angle(screen: Image.Image, chance: random.Random) -> Image.Image:
    """The monitor in a dark room, held a little askew and not quite from the front."""
    framed = ImageOps.expand(screen, border=70, fill="#17181a")
    room = ImageOps.expand(framed, border=400, fill="#3a342e")
    scale = PHOTO_LENGTH / max(framed.size)
    size = (round(framed.width * scale), round(framed.height * scale))
    return room.transform(
        size,
        Image.Transform.PERSPECTIVE,
        _perspective(_rectangle(size), _viewed_corners(framed, chance)),
        Image.Resampling.BICUBIC,
    )


def _viewed_corners(framed: Image.Image, chance: random.Random) -> list[Point]:
    """Where the four corners of the photo lie in the room, clockwise from the top left."""
    margin = 400 - framed.width * 0.02
    turn = math.radians(chance.uniform(-2.5, 2.5))
    middle_x, middle_y = framed.width / 2 + 400, framed.height / 2 + 400
    corners = []
    for x, y in _rectangle((round(framed.width * 1.04), round(framed.height * 1.04))):
        x, y = x + margin + _jitter(framed, chance), y + margin + _jitter(framed, chance)
        across, down = x - middle_x, y - middle_y
        corners.append(
            (
                middle_x + across * math.cos(turn) - down * math.sin(turn),
                middle_y + across * math.sin(turn) + down * math.cos(turn),
            )
        )
    return corners


def _jitter(framed: Image.Image, chance: random.Random) -> float:
    return chance.uniform(-0.018, 0.018) * framed.width


def _rectangle(size: tuple[int, int]) -> list[Point]:
    width, height = size
    return [(0, 0), (width, 0), (width, height), (0, height)]


def _perspective(seen: Sequence[Point], source: Sequence[Point]) -> list[float]:
    """The eight numbers with which Pillow maps each seen point to its source point."""
    rows = []
    for (x, y), (u, v) in zip(seen, source, strict=True):
        rows.append([x, y, 1, 0, 0, 0, -u * x, -u * y, u])
        rows.append([0, 0, 0, x, y, 1, -v * x, -v * y, v])
    return _solved(rows)


def _solved(rows: list[list[float]]) -> list[float]:
    """Solve the linear equations (each row: factors, then the result) by elimination."""
    for column in range(len(rows)):
        best = max(range(column, len(rows)), key=lambda row: abs(rows[row][column]))
        rows[column], rows[best] = rows[best], rows[column]
        pivot = [value / rows[column][column] for value in rows[column]]
        rows = [
            pivot
            if row == column
            else [value - values[column] * p for value, p in zip(values, pivot, strict=True)]
            for row, values in enumerate(rows)
        ]
    return [row[-1] for row in rows]


def _unevenly_lit(photo: Image.Image, chance: random.Random) -> Image.Image:
    """Darker towards the corners and a little off in colour."""
    fall_off = Image.radial_gradient("L").resize(photo.size, Image.Resampling.BILINEAR)
    shade = fall_off.point([round(255 - depth * 0.28) for depth in range(256)])
    photo = ImageChops.multiply(photo, Image.merge("RGB", (shade, shade, shade)))
    cast = tuple(round(255 * chance.uniform(0.93, 1)) for _ in range(3))
    photo = ImageChops.multiply(photo, Image.new("RGB", photo.size, cast))
    return ImageEnhance.Brightness(photo).enhance(chance.uniform(1.0, 1.15))


def _with_sensor_noise(photo: Image.Image, chance: random.Random) -> Image.Image:
    """Grain from the seed's own bytes: Pillow's noise cannot be repeated."""
    grain = Image.frombytes("L", photo.size, chance.randbytes(photo.width * photo.height))
    grain = grain.point([round(112 + byte / 8) for byte in range(256)])
    return ImageChops.add(photo, Image.merge("RGB", (grain, grain, grain)), offset=-128)


def _as_jpeg(photo: Image.Image, *, quality: int) -> bytes:
    file = io.BytesIO()
    photo.save(file, "JPEG", quality=quality)
    return file.getvalue()


def main() -> None:
    """Write one photo to a file."""
    parser = argparse.ArgumentParser(prog="python -m demo.photo", description=main.__doc__)
    parser.add_argument("out", type=Path)
    parser.add_argument("--article", type=int, choices=range(len(ARTICLES)), default=0)
    parser.add_argument("--seed", type=int, default=1)
    wanted = parser.parse_args()
    wanted.out.write_bytes(photo_of(ARTICLES[wanted.article], seed=wanted.seed))


if __name__ == "__main__":
    main()
