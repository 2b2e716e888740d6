"""How a page looks: fonts, colours, the size of the window, what lies over and around it."""

import random
from dataclasses import dataclass
from typing import Literal

from benchmarks.reading.words import Split

Device = Literal["desktop", "phone", "tablet", "paper"]

# Half of the test's fonts, and all but one of its Thai ones, are not met in development.
SANS = {
    "dev": ("Liberation Sans", "DejaVu Sans"),
    "test": ("Liberation Sans", "Noto Sans", "Noto Sans Display", "DejaVu Sans Condensed"),
    "unseen": (*["Liberation Sans"] * 3, "Noto Sans", "Noto Sans", "Liberation Sans Narrow"),
}
SERIF = {
    "dev": ("Liberation Serif", "DejaVu Serif"),
    "test": ("Liberation Serif", "Noto Serif", "DejaVu Serif"),
    "unseen": ("Liberation Serif", "Noto Serif", "DejaVu Serif Condensed"),
}
THAI = {
    "dev": ("Loma", "Norasi", "Sawasdee", "Noto Looped Thai"),
    "test": ("Noto Sans Thai", "Noto Serif Thai", "Garuda", "Laksaman", "Kinnari", "Umpush"),
    "unseen": ("Noto Sans Thai", "Laksaman", "Waree", "Norasi", "Loma", "Noto Serif Thai"),
}
SCREENS = ((1024, 768), (1280, 720), (1366, 690), (1440, 860), (1536, 730), (1600, 900))
ZOOMS = (0.9, 1.0, 1.0, 1.0, 1.1, 1.25)
PHONES = ((360, 640), (360, 740), (375, 667), (390, 780), (412, 860), (430, 860))
TABLETS = ((768, 1024), (810, 1080), (834, 1112), (1024, 768), (1180, 820))
PAPERS = ((620, 860), (760, 1000), (900, 800))
SIZES = {"phone": PHONES, "tablet": TABLETS, "paper": PAPERS}
SHARPNESS = {
    "desktop": (1.0, 1.0, 1.25, 1.5, 2.0),
    "phone": (2.0, 2.5, 3.0),
    "tablet": (1.5, 2.0),
    "paper": (1.5, 2.0),
}
BRANDS = ("#20558a", "#b5121b", "#0a6e4f", "#eb6500", "#3b3b78", "#00539b", "#6a1b6a", "#1f1f1f")
FRAMES = ("", "", "browser", "browser", "desktop", "two")


@dataclass(frozen=True, kw_only=True)
class Look:
    """The look of one page; sizes in CSS pixels, `sharpness` in pixels of the picture for each."""

    device: Device
    width: int
    height: int
    sharpness: float
    is_dark: bool
    heading_font: str
    text_font: str
    brand: str
    frame: str
    has_banner: bool
    mark: str


def drawn_look(rng: random.Random, split: Split, *, device: Device, is_thai: bool) -> Look:
    """A look by chance, as varied as what people photograph."""
    width, height, zoom = _size(rng, device)
    headings = SANS[split] if rng.random() < 0.7 else SERIF[split]
    texts = SANS[split] if rng.random() < 0.7 else SERIF[split]
    thai = rng.choice(THAI[split])
    return Look(
        device=device,
        width=round(width / zoom),
        height=round(height / zoom),
        sharpness=rng.choice(SHARPNESS[device]) * zoom,
        is_dark=device != "paper" and rng.random() < 0.12,
        heading_font=thai if is_thai else rng.choice(headings),
        text_font=thai if is_thai else rng.choice(texts),
        brand=rng.choice(BRANDS),
        frame=rng.choice(FRAMES) if device == "desktop" else "",
        has_banner=device != "paper" and rng.random() < 0.15,
        mark=rng.choice(("", "", "", "circle", "highlight", "bar")),
    )


def _size(rng: random.Random, device: Device) -> tuple[int, int, float]:
    if device != "desktop":
        return *rng.choice(SIZES[device]), 1.0
    return *rng.choice(SCREENS), rng.choice(ZOOMS)
