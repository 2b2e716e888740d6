"""Thai figures, which Tesseract cannot tell apart, are set again as Arabic ones."""

from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageDraw, ImageFilter

from chapwai.citations.engines.figure_network import chances_of
from chapwai.citations.engines.glyphs import glyphs_of
from chapwai.citations.engines.thai_engine import thai_engine
from chapwai.citations.engines.thai_figures import in_arabic
from tests.machine import missing

LINE = Path(__file__).with_name("pictures") / "thai_figures.png"
# Where figures stand in it among the glyphs, from the left, and which.
FIGURES = {2: 1, 3: 2, 8: 3, 10: 2, 11: 5, 12: 6, 13: 4, 18: 7, 19: 9, 21: 8, 22: 0}


@pytest.fixture
def line():
    """ปีที่ ๑๒ ฉบับที่ ๓ (๒๕๖๔) หน้า ๗๙-๘๐"""
    return Image.open(LINE).convert("L")


def bars(*places, size=(200, 60)):
    picture = Image.new("L", size, 255)
    for place in places:
        ImageDraw.Draw(picture).rectangle(place, fill=0)
    return picture


class TestGlyphsOf:
    def test_are_what_hangs_together_from_left_to_right(self):
        picture = bars((60, 20, 70, 40), (20, 20, 30, 40))

        assert glyphs_of(picture) == [(20, 20, 31, 41), (60, 20, 71, 41)]

    def test_join_pieces_over_one_another(self):
        assert glyphs_of(bars((20, 20, 24, 24), (21, 36, 25, 40))) == [(20, 20, 26, 41)]

    def test_leave_out_specks(self):
        assert glyphs_of(bars((20, 20, 30, 40), (80, 30, 81, 31))) == [(20, 20, 31, 41)]


class TestChancesOf:
    def test_are_best_for_the_figure_that_a_glyph_is(self, line):
        glyphs = glyphs_of(line)

        chances = {place: chances_of(line, glyphs[place]) for place in FIGURES}

        likeliest = {place: values.index(max(values)) for place, values in chances.items()}
        assert likeliest == FIGURES

    def test_are_worst_for_letters(self, line):
        first, second, *_ = glyphs_of(line)

        assert min(chances_of(line, glyph)[10] for glyph in (first, second)) > 0.9


class TestInArabic:
    def test_changes_numbers_and_nothing_else(self, line):
        changed = in_arabic(line)

        difference = ImageChops.difference(line, changed).getbbox()
        left, right = glyphs_of(line)[2].left, glyphs_of(line)[22].right
        assert left <= difference[0] < difference[2] <= right

    def test_leaves_a_number_alone_that_is_not_wholly_sure(self, line):
        spoilt = line.copy()
        for glyph in glyphs_of(line):
            blurred = spoilt.crop(glyph).filter(ImageFilter.GaussianBlur(6))
            spoilt.paste(blurred, glyph[:2])

        assert in_arabic(spoilt) is None

    def test_is_nothing_for_an_empty_line(self):
        assert in_arabic(Image.new("L", (200, 60), 255)) is None

    def test_makes_the_engine_read_what_it_cannot_read_otherwise(self, line):
        engine = thai_engine()
        if engine is None:
            missing("no Thai OCR data")

        [reading] = engine.read_lines([line])

        assert "12" in reading.text
        assert "79-80" in reading.text
        assert reading.had_thai_figures
