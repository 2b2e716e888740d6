"""Which way up lines of text stand, by their shape alone."""

import pytest
from PIL import Image, ImageFilter

from chapwai.citations.footing import stands_upright
from demo import photo


@pytest.fixture(scope="module")
def screen():
    return photo.render_screen(photo.ARTICLES[1]).crop((0, 260, 1300, 900))


class TestStandsUpright:
    def test_tells_a_page_from_one_on_its_head(self, screen):
        assert stands_upright(screen) is True
        assert stands_upright(screen.rotate(180)) is False

    def test_tells_it_of_white_letters_on_black(self, screen):
        dark = screen.point(lambda light: 255 - light)

        assert stands_upright(dark) is True
        assert stands_upright(dark.rotate(180)) is False

    def test_does_not_say_where_there_are_no_lines(self):
        assert stands_upright(Image.new("RGB", (800, 600), "white")) is None

    def test_does_not_say_where_letters_are_a_blur(self, screen):
        assert stands_upright(screen.filter(ImageFilter.GaussianBlur(8))) is None

    def test_does_not_take_frames_for_lines(self):
        page = Image.new("RGB", (800, 600), "white")
        for top in range(40, 600, 40):
            page.paste("grey", (30, top, 770, top + 20))

        assert stands_upright(page) is None

    @pytest.mark.parametrize("size", [(1, 1), (3, 900), (900, 3)])
    def test_does_not_say_of_pictures_too_small_for_lines(self, size):
        assert stands_upright(Image.new("RGB", size, "white")) is None
