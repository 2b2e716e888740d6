"""Pages like PubMed's, drawn by a real browser, as screenshots and as photos of the screen."""

import io

import pytest
from PIL import Image
from playwright.sync_api import Browser, sync_playwright

from chapwai.citations.citation import Verdict
from chapwai.citations.read import read_photo
from chapwai.citations.wording import letters_of
from demo import photo
from tests.citations.pubmed_pages import ARTICLES, page_of
from tests.machine import require_chromium

DESKTOP = {"viewport": {"width": 1280, "height": 900}}
PHONE = {"viewport": {"width": 390, "height": 844}, "device_scale_factor": 2}
SERIF = "'Liberation Serif', 'DejaVu Serif', serif"
# Read without a wrong letter as photos too; the others show where the engine's own limits lie.
PHOTOGRAPHED = ("plain", "group", "e-page", "long title")

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def browser():
    program = require_chromium()
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        yield chromium
        chromium.close()


def screenshot_of(browser: Browser, html: str, device: dict[str, object]) -> bytes:
    page = browser.new_page(**device)
    page.set_content(html)
    picture = page.screenshot()
    page.close()
    return picture


def photographed(screenshot: bytes, *, seed: int) -> bytes:
    return photo.photograph(Image.open(io.BytesIO(screenshot)).convert("RGB"), seed=seed)


def as_typed(text: str) -> str:
    """With the one kind of quote that readings have."""
    return text.replace("’", "'")


def assert_shows(reading, article):
    (citation,) = reading.citations
    assert citation.title == as_typed(article.title)
    assert [*map(letters_of, citation.authors)] == [*map(letters_of, article.all_authors)]
    assert citation.journal == article.journal
    assert citation.year == article.year
    assert (citation.volume, citation.issue) == (article.volume, article.issue)
    assert citation.pages == article.pages


def assert_is_identified(reading, article):
    (citation,) = reading.citations
    assert citation.doi == (article.doi.lower() if article.doi else None)
    assert citation.pmid == article.pmid


def assert_is_not_misidentified(reading, article):
    """Figures that two looks at a photo read differently are left out, and somebody is asked."""
    (citation,) = reading.citations
    assert citation.pmid == article.pmid or (citation.pmid is None and "pmid" in citation.doubtful)
    assert citation.doi in {None, (article.doi or "").lower()}
    assert citation.doi or not article.doi or "doi" in citation.doubtful


class TestScreenshot:
    @pytest.mark.parametrize("device", [DESKTOP, PHONE], ids=["desktop", "phone"])
    @pytest.mark.parametrize("name", ARTICLES)
    def test_gives_every_field(self, browser, name, device):
        article = ARTICLES[name]

        reading = read_photo(screenshot_of(browser, page_of(article), device))

        assert_shows(reading, article)
        assert_is_identified(reading, article)

    def test_in_another_font_gives_every_field(self, browser):
        article = ARTICLES["plain"]

        reading = read_photo(screenshot_of(browser, page_of(article, font=SERIF), DESKTOP))

        assert_shows(reading, article)
        assert_is_identified(reading, article)
        assert reading.verdict == Verdict.SURE


class TestPhotoOfAScreen:
    @pytest.mark.parametrize("device", [DESKTOP, PHONE], ids=["desktop", "phone"])
    @pytest.mark.parametrize("name", PHOTOGRAPHED)
    def test_gives_every_field(self, browser, name, device):
        article = ARTICLES[name]
        screenshot = screenshot_of(browser, page_of(article), device)

        reading = read_photo(photographed(screenshot, seed=2))

        assert_shows(reading, article)
        assert_is_not_misidentified(reading, article)
