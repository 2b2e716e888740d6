"""The Thai engine is found where its data is, and a line is cut out as it likes lines."""

import pytest
from PIL import Image, ImageDraw

from chapwai.citations.engines.line_picture import MARGIN, line_picture
from chapwai.citations.engines.thai_engine import data_folder, thai_engine
from chapwai.citations.lines import Box
from tests.machine import missing


class TestDataFolder:
    def test_is_the_first_that_holds_both_languages(self, tmp_path):
        for name, languages in (("half", ["tha"]), ("whole", ["tha", "eng"])):
            (tmp_path / name).mkdir()
            for language in languages:
                (tmp_path / name / f"{language}.traineddata").touch()

        found = data_folder(None, usual=[str(tmp_path / "half"), str(tmp_path / "whole")])

        assert found == tmp_path / "whole"

    def test_is_the_one_that_the_environment_names(self, tmp_path):
        (tmp_path / "tessdata").mkdir()
        for language in ("tha", "eng"):
            (tmp_path / "tessdata" / f"{language}.traineddata").touch()

        assert data_folder(str(tmp_path), usual=[]) == tmp_path / "tessdata"

    def test_is_none_where_nothing_is_installed(self, tmp_path):
        assert data_folder(str(tmp_path), usual=[]) is None


class TestThaiEngine:
    def test_reads_several_lines_in_their_order(self):
        engine = thai_engine()
        if engine is None:
            missing("no Thai OCR data")

        readings = engine.read_lines([picture_of("Vol. 40"), picture_of("No. 2 (2016)")])

        assert [reading.text for reading in readings] == ["Vol. 40", "No. 2 (2016)"]
        assert all(reading.confidence > 0.7 for reading in readings)


class TestLinePicture:
    def test_has_the_height_that_was_asked_for(self):
        cut = line_picture(page("white", "black"), Box(40, 30, 300, 50), height=40)

        assert cut.height == 40 + 2 * MARGIN

    @pytest.mark.parametrize(
        ("paper", "ink"),
        [("white", "black"), ("black", "white"), ("#8899aa", "#334455"), ("#f06a00", "white")],
    )
    def test_is_dark_on_white_whatever_the_page(self, paper, ink):
        cut = line_picture(page(paper, ink), Box(40, 30, 300, 50), height=40)

        assert cut.getextrema() == (0, 255)
        assert sum(cut.histogram()[200:]) > cut.width * cut.height / 2

    def test_stays_within_the_page(self):
        cut = line_picture(page("white", "black"), Box(-5, -5, 330, 90), height=40)

        assert cut.height == 40 + 2 * MARGIN

    def test_leaves_out_what_is_seen_of_the_next_line(self):
        lines = page("white", "black")
        ImageDraw.Draw(lines).rectangle((40, 58, 300, 79), fill="black")

        cut = line_picture(lines, Box(40, 30, 300, 60), height=40)

        assert cut.crop((0, cut.height - MARGIN - 4, cut.width, cut.height)).getextrema()[0] > 200


def picture_of(text):
    drawn = Image.new("RGB", (320, 60), "white")
    ImageDraw.Draw(drawn).text((20, 15), text, fill="black", font_size=28)
    return drawn.convert("L")


def page(paper, ink):
    drawn = Image.new("RGB", (320, 80), paper)
    ImageDraw.Draw(drawn).text((40, 30), "A line of words", fill=ink, font_size=18)
    return drawn
