"""Pages in white on black are read in black on white."""

import io

import pytest
from PIL import Image

from chapwai.citations.brightness import is_dark
from chapwai.citations.lines import Box, Line
from chapwai.citations.read import read_photo


class QuickEngine:
    """Sees one clear line, and remembers the paper that it was on."""

    name = "scripted"

    def __init__(self):
        self.papers = set()

    def read(self, picture):
        self.papers.add(picture.getpixel((picture.width // 2, picture.height // 2)))
        return [Line("On the quiet of reading rooms", Box(50, 50, 650, 90), 0.99)]

    read_closely = read


class TestBrightness:
    @pytest.mark.parametrize(("paper", "dark"), [(20, True), (120, False), (250, False)])
    def test_is_that_of_the_paper(self, paper, dark):
        page = Image.new("RGB", (600, 400), (paper,) * 3)

        assert is_dark(page) is dark

    def test_is_not_that_of_the_room_around_a_screen(self):
        photo = Image.new("RGB", (600, 400), "black")
        photo.paste(Image.new("RGB", (480, 320), "grey"), (60, 40))

        assert not is_dark(photo)


class TestDarkPages:
    def test_are_read_in_black_on_white_and_kept_as_they_are(self):
        engine = QuickEngine()
        file = io.BytesIO()
        Image.new("RGB", (1200, 900), (20, 20, 24)).save(file, "PNG")

        reading = read_photo(file.getvalue(), engine=engine)

        assert engine.papers == {(235, 235, 231)}
        assert Image.open(io.BytesIO(reading.picture)).getpixel((600, 450))[0] < 40
