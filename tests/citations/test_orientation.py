"""Which way up a page is, found without reading it more often than need be."""

import pytest
from PIL import Image

from chapwai.citations import orientation
from chapwai.citations.engines.faster_paddle_engine import FasterPaddleEngine
from chapwai.citations.lines import Box, Line
from chapwai.citations.orientation import read_upright
from demo import photo


class CountingEngine:
    """The real engine, and how many pixels it was given."""

    name = "counting"

    def __init__(self):
        self._engine = FasterPaddleEngine(threads=2)
        self.sizes = []

    def read(self, picture):
        self.sizes.append(max(picture.size))
        return self._engine.read(picture)

    def read_closely(self, picture):
        return self._engine.read_closely(picture)


class PoorEngine:
    """Reads every picture as the same few lines, with the confidence that is next in turn."""

    name = "poor"

    def __init__(self, *confidences):
        self._confidences = list(confidences)

    def read(self, picture):
        confidence = self._confidences.pop(0)
        boxes = [Box(50, 60 * n, 450, 60 * n + 20) for n in range(1, 5)]
        return [Line("letters of a kind", box, confidence) for box in boxes]


class UnevenEngine:
    """Reads most of a page badly, but its long lines well; it may be asked once."""

    name = "uneven"

    def __init__(self):
        self.is_asked = False

    def read(self, picture):
        assert not self.is_asked
        self.is_asked = True
        long = [
            Line("On the quiet of reading", Box(50, 60 * n, 450, 60 * n + 20), 0.85)
            for n in range(1, 4)
        ]
        short = [Line("lctters", Box(50, 60 * n, 150, 60 * n + 20), 0.5) for n in range(4, 20)]
        return long + short


class BlindEngine:
    """Sees nothing quickly, and a line closely if the black dot is at the top left."""

    name = "blind"

    def read(self, picture):
        return []

    def read_closely(self, picture):
        is_upright = picture.getpixel((0, 0)) == (0, 0, 0)
        return [Line("On the quiet of reading rooms", Box(50, 60, 450, 80), 0.9)] * is_upright


@pytest.fixture(scope="module")
def screen():
    return photo.render_screen(photo.ARTICLES[1]).crop((0, 260, 1300, 900))


class TestReadUpright:
    @pytest.mark.parametrize(("degrees", "whole_reads"), [(0, 1), (90, 1), (270, 1), (180, 2)])
    def test_reads_a_whole_page_once_or_at_most_twice(self, screen, degrees, whole_reads):
        engine = CountingEngine()

        _, lines = read_upright(screen.rotate(degrees, expand=True), engine)

        assert any("PMID" in line.text for line in lines)
        assert sum(size > 1000 for size in engine.sizes) == whole_reads
        assert len(engine.sizes) - whole_reads <= 1

    @pytest.mark.parametrize("degrees", [90, 270])
    def test_reads_nothing_but_the_page_where_lines_tell_how_they_stand(self, screen, degrees):
        engine = CountingEngine()

        read_upright(screen.rotate(degrees, expand=True), engine)

        assert len(engine.sizes) == 1

    def test_does_not_ask_about_lines_that_clearly_stand_upright(self, screen):
        level, lines = read_upright(screen, PoorEngine(0.65))

        assert level.size == screen.size
        assert {line.confidence for line in lines} == {0.65}

    def test_is_not_misled_by_frames_that_run_down(self, screen):
        framed, engine = screen.copy(), CountingEngine()
        for left in range(0, framed.width, 60):
            framed.paste("black", (left, 0, left + 6, framed.height // 4))

        _, lines = read_upright(framed, engine)

        assert any("PMID" in line.text for line in lines)

    def test_turns_a_page_round_only_where_that_is_far_more_legible(self):
        page = Image.new("RGB", (500, 400), "white")
        page.putpixel((0, 0), (0, 0, 0))

        left_alone, _ = read_upright(page, PoorEngine(0.65, 0.7))
        turned, lines = read_upright(page, PoorEngine(0.55, 0.95, 0.97))

        assert left_alone.getpixel((0, 0)) == turned.getpixel((499, 399)) == (0, 0, 0)
        assert {line.confidence for line in lines} == {0.97}

    def test_asks_a_page_that_is_read_well_once(self):
        engine = PoorEngine(0.8)

        _, lines = read_upright(Image.new("RGB", (500, 400), "white"), engine)

        assert {line.confidence for line in lines} == {0.8}

    def test_asks_a_page_once_whose_long_lines_are_read_well(self):
        _, lines = read_upright(Image.new("RGB", (500, 1200), "white"), UnevenEngine())

        assert len(lines) == 19

    def test_asks_for_no_thai_where_a_page_is_far_less_legible_turned_round(self, monkeypatch):
        monkeypatch.setattr(orientation, "thai_turn", lambda *_: pytest.fail("asked"))

        _, lines = read_upright(Image.new("RGB", (500, 400), "white"), PoorEngine(0.7, 0.3))

        assert {line.confidence for line in lines} == {0.7}

    @pytest.mark.parametrize("degrees", [0, 90, 180, 270])
    def test_asks_the_careful_model_how_a_page_lies_of_which_the_quick_one_sees_nothing(
        self, degrees
    ):
        page = Image.new("RGB", (500, 400), "white")
        page.putpixel((0, 0), (0, 0, 0))

        level, _ = read_upright(page.rotate(degrees, expand=True), BlindEngine())

        assert level.getpixel((0, 0)) == (0, 0, 0)
