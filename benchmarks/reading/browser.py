"""Pages become pictures, and the browser says what can be seen on them."""

import io
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PIL import Image
from playwright.sync_api import Browser, ViewportSize, sync_playwright

from benchmarks.reading.pages import Page

MEASURE = Path(__file__).with_name("templates") / "measure.js"
FIELDS = ("title", "authors", "journal", "issn", "year", "volume", "issue", "pages", "doi", "pmid")


@dataclass(frozen=True, kw_only=True)
class Shot:
    """A rendered page: its picture, its items with what is visible of each, its lines of text."""

    picture: Image.Image
    items: list[dict[str, Any]]
    lines: list[str]


class Camera:
    """One browser for many pages; open it with `camera()`."""

    def __init__(self, browser: Browser) -> None:
        self._browser = browser
        self._script = MEASURE.read_text("utf-8")

    def shoot(self, page: Page) -> Shot:
        """Render a page as it stands in its window."""
        size = ViewportSize(width=page.look.width, height=page.look.height)
        tab = self._browser.new_page(viewport=size, device_scale_factor=page.look.sharpness)
        try:
            tab.set_content(page.html)
            seen = tab.evaluate(
                self._script,
                {
                    "scroll": page.scroll,
                    "marked": page.marked,
                    "mark": page.look.mark,
                    "isAlone": len(page.items) == 1,
                },
            )
            picture = Image.open(io.BytesIO(tab.screenshot())).convert("RGB")
        finally:
            tab.close()
        return Shot(picture=picture, items=_items(page, seen["fields"]), lines=seen["lines"])


@contextmanager
def camera() -> Iterator[Camera]:
    """A browser without a window, closed at the end."""
    program = shutil.which("chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program)
        yield Camera(browser)
        browser.close()


def _items(page: Page, fields: list[dict[str, Any]]) -> list[dict[str, Any]]:
    items = []
    for shown in page.items:
        own = [field for field in fields if field["item"] == shown.number]
        whole = {field["field"]: field for field in reversed(own) if field["whole"]}
        cut = {field["field"] for field in own if field["some"]} - set(whole)
        # What stands once for all items does not show that this one is in the picture.
        if any((field["whole"] or field["some"]) and not field["common"] for field in own):
            items.append(_truth(page, shown.number, whole, cut))
    return items


def _truth(
    page: Page, number: int, whole: dict[str, dict[str, Any]], cut: set[str]
) -> dict[str, Any]:
    """The article's fields, as printed where they are seen whole."""
    article = page.items[number].article
    record = article.to_json()
    names = whole["authors"]["authors"] if "authors" in whole else []
    printed: dict[str, Any] = {
        name: whole[name]["text"] for name in ("title", "journal") if name in whole
    }
    return {
        "record": article.id,
        **{name: record[name] for name in FIELDS},
        **printed,
        "authors": [name for name, _ in names] or record["authors"],
        "families": [family for _, family in names] or [a.family for a in article.authors],
        "journal_full": article.journal_title,
        "journal_abbreviation": article.journal.abbreviation,
        "journal_english": article.journal.title,
        "journal_thai": article.journal.thai_title,
        "title_english": article.english_title,
        "visible": [name for name in FIELDS if name in whole],
        "cut": [name for name in FIELDS if name in cut],
        "marked": page.marked == number,
        "partial": "title" not in whole,
    }
