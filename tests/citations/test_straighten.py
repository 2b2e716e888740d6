"""A page held askew is made level before it is read."""

import pytest
from PIL import ImageOps

from chapwai.citations.straighten import angle_of, straightened
from demo import photo


class TestAngle:
    @pytest.mark.parametrize("degrees", [-6, -1.5, 0, 2, 4.5])
    def test_is_found_within_half_a_degree(self, degrees):
        page = photo.render_screen(photo.ARTICLES[0])
        askew = page.rotate(degrees, expand=True, fillcolor="white")

        assert angle_of(askew) == pytest.approx(-degrees, abs=0.5)

    def test_is_that_of_the_lines_and_not_of_a_frame_around_them(self):
        page = photo.render_screen(photo.ARTICLES[0])
        framed = ImageOps.expand(page.rotate(4, fillcolor="white"), border=40, fill="black")

        assert angle_of(framed) == pytest.approx(-4, abs=0.5)

    def test_of_a_level_page_leaves_it_as_it_is(self):
        page = photo.render_screen(photo.ARTICLES[0])

        assert straightened(page) is page
