"""Bad photos are read twice as a whole, and good ones never."""

from PIL import Image

from chapwai.citations.careful_page import MOST_LETTERS, read_again_if_bad
from chapwai.citations.lines import Box, Line

PAGE = Image.new("RGB", (1200, 900), "white")


def line(text, top, *, confidence=0.99):
    return Line(text, Box(50, top, 50 + 10 * len(text), top + 20), confidence)


class CarefulEngine:
    """Sees at the careful look what a test says, and remembers how high the picture was."""

    name = "scripted"

    def __init__(self, *lines):
        self._lines = lines
        self.heights = []

    def read(self, picture):
        raise AssertionError("the quick look is over")

    def read_closely(self, picture):
        self.heights.append(picture.height)
        return list(self._lines)


class TestReadAgainIfBad:
    def test_believes_the_careful_model_of_a_bad_photo(self):
        blurred = [line("On tbe quiet of reodinq roorns", 100, confidence=0.8)]
        seen = line("On the quiet of reading rooms", 101), line("that was lost", 200)

        assert read_again_if_bad(PAGE, blurred, CarefulEngine(*seen)) == [*seen]

    def test_leaves_a_clear_page_alone(self):
        clear = [line("On the quiet of reading rooms", 100)]
        engine = CarefulEngine()

        assert read_again_if_bad(PAGE, clear, engine) is clear
        assert engine.heights == []

    def test_keeps_what_is_thai(self):
        thai = line("ความเงียบของห้องอ่านหนังสือ", 100, confidence=0.85)
        blurred = line("On tbe quiet of reodinq roorns", 200, confidence=0.8)
        seen = line("muinououvooinu", 102), line("On the quiet of reading rooms", 200)

        lines = read_again_if_bad(PAGE, [thai, blurred], CarefulEngine(*seen))

        assert lines == [thai, seen[1]]

    def test_spends_its_time_on_the_top_of_a_long_page(self):
        row = "tbe quiet of reodinq roorns " * 4
        blurred = [line(row, 30 * n, confidence=0.8) for n in range(30)]
        engine = CarefulEngine(line("the quiet of reading rooms", 0))

        lines = read_again_if_bad(PAGE, blurred, engine)

        affordable = MOST_LETTERS // len(row)
        assert engine.heights == [30 * affordable]
        assert lines[1:] == blurred[affordable:]

    def test_reads_a_page_without_any_line_again(self):
        seen = line("On the quiet of reading rooms", 100)

        assert read_again_if_bad(PAGE, [], CarefulEngine(seen)) == [seen]
