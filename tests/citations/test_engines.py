"""What every OCR engine promises, asked of each that is installed."""

import importlib
import io
import sys

import pytest
from PIL import Image, ImageDraw, ImageFont

from chapwai.citations.engines.engine import EngineMissing, default_engine
from chapwai.citations.read import read_photo
from demo import photo
from tests.machine import missing

FASTER_PADDLE = "chapwai.citations.engines.faster_paddle_engine"
RAPIDOCR = "chapwai.citations.engines.rapidocr_engine"


@pytest.fixture(params=[(FASTER_PADDLE, "FasterPaddleEngine"), (RAPIDOCR, "RapidOcrEngine")])
def engine(request):
    module, name = request.param
    try:
        return getattr(importlib.import_module(module), name)(threads=1)
    except ImportError:
        missing(f"{module} has no engine here")


@pytest.fixture
def fresh_choice():
    default_engine.cache_clear()
    yield
    default_engine.cache_clear()


def page_of(*lines):
    page = Image.new("RGB", (900, 400), "white")
    for number, text in enumerate(lines):
        ImageDraw.Draw(page).text(
            (40, 40 + 60 * number), text, fill="black", font=ImageFont.load_default(30)
        )
    return page


class TestEngine:
    def test_finds_lines_where_they_stand(self, engine):
        lines = engine.read(page_of("Watering the garden", "and sleep in adults"))

        first, second = sorted(lines, key=lambda line: line.box.top)
        assert (first.text, second.text) == ("Watering the garden", "and sleep in adults")
        assert 30 < first.box.left < 60 < first.box.right < 500
        assert first.box.bottom < second.box.middle
        assert min(first.confidence, second.confidence) > 0.9

    def test_reads_a_part_closely(self, engine):
        strip = page_of("PMID: 30000011").crop((0, 30, 900, 90))

        assert [line.text.replace(" ", "") for line in engine.read_closely(strip)] == [
            "PMID:30000011"
        ]

    def test_finds_nothing_on_an_empty_page(self, engine):
        assert engine.read(page_of()) == []

    def test_reads_a_screenshot_from_end_to_end(self, engine):
        article, file = photo.ARTICLES[0], io.BytesIO()
        photo.render_screen(article).crop((0, 270, 1260, 800)).save(file, "PNG")

        (citation,) = read_photo(file.getvalue(), engine=engine).citations

        assert citation.title == article.title
        assert (citation.volume, citation.pages) == (article.volume, article.pages)
        assert (citation.doi, citation.pmid) == (article.doi, article.pmid)


@pytest.mark.usefixtures("fresh_choice")
class TestDefaultEngine:
    def test_is_the_fast_one(self):
        assert default_engine().name.startswith("faster-paddle")

    def test_is_the_other_where_the_fast_one_is_missing(self, monkeypatch):
        pytest.importorskip("rapidocr")
        monkeypatch.setitem(sys.modules, FASTER_PADDLE, None)

        assert default_engine().name.startswith("rapidocr")

    def test_says_that_there_is_none(self, monkeypatch):
        monkeypatch.setitem(sys.modules, FASTER_PADDLE, None)
        monkeypatch.setitem(sys.modules, RAPIDOCR, None)

        with pytest.raises(EngineMissing, match="install"):
            default_engine()
