"""Which way up a page is, found without reading it more often than need be."""

import pytest

from chapwai.citations.engines.faster_paddle_engine import FasterPaddleEngine
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
        assert len(engine.sizes) <= 4

    def test_is_not_misled_by_frames_that_run_down(self, screen):
        framed, engine = screen.copy(), CountingEngine()
        for left in range(0, framed.width, 60):
            framed.paste("black", (left, 0, left + 6, framed.height // 4))

        _, lines = read_upright(framed, engine)

        assert any("PMID" in line.text for line in lines)
