"""A page held askew, or seen from aside, is made level before it is read."""

import pytest
from PIL import Image, ImageChops, ImageOps

from chapwai.citations import slant
from chapwai.citations.aside import slant_of, slant_seen_from_aside
from chapwai.citations.slant import Slant, levelled
from chapwai.citations.straighten import angle_of, straightened, stripes_run_down
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


class TestSlant:
    @pytest.mark.parametrize("seen", [Slant(2, -3), Slant(-1.5, 4), Slant(0, 2)])
    def test_is_found_in_the_middle_and_at_the_top(self, seen):
        aside = levelled(photo.render_screen(photo.ARTICLES[0]), seen)

        found = slant_of(aside)

        assert found.middle == pytest.approx(-seen.middle, abs=0.5)
        assert found.spread == pytest.approx(-seen.spread, abs=1)

    def test_is_that_of_the_lines_and_not_of_a_frame_around_them(self):
        page = photo.render_screen(photo.ARTICLES[0])
        framed = ImageOps.expand(page.rotate(4, fillcolor="white"), border=40, fill="black")

        assert slant_of(framed).middle == pytest.approx(-4, abs=0.5)

    def test_of_a_screenshot_is_none(self):
        assert slant_of(photo.render_screen(photo.ARTICLES[0])) == Slant()

    def test_of_a_speck_is_none(self):
        page = Image.new("RGB", (500, 400), "white")
        page.putpixel((100, 100), (0, 0, 0))

        assert slant_of(page) == Slant()

    def test_counts_only_from_far_aside(self):
        page = photo.render_screen(photo.ARTICLES[0])

        assert slant_seen_from_aside(levelled(page, Slant(0, 2))) is None
        assert slant_seen_from_aside(levelled(page, Slant(0, 4.5))) is not None


class TestPageFromAside:
    def test_is_levelled_at_the_top_and_at_the_bottom(self):
        aside = levelled(photo.render_screen(photo.ARTICLES[0]), Slant(1.5, 4.5))

        level = slant_of(straightened(aside))

        assert (level.middle, level.spread) == pytest.approx((0, 0), abs=0.5)

    def test_is_kept_whole(self):
        page = ImageOps.expand(Image.new("RGB", (380, 180), "white"), border=10, fill="black")

        level = levelled(page, Slant(2, 4))

        dark = ImageOps.invert(level.convert("L")).point(lambda light: 255 * (light > 127))
        assert dark.getbbox() == pytest.approx((0, 0, *level.size), abs=3)

    def test_without_a_slant_stays_as_it_is(self):
        page = photo.render_screen(photo.ARTICLES[0])

        assert levelled(page, Slant()).tobytes() == page.tobytes()


class TestBands:
    @pytest.mark.parametrize("seen", [Slant(2.5), Slant(-1, 4)])
    def test_of_a_level_page_join_without_a_seam(self, seen, monkeypatch):
        page = photo.render_screen(photo.ARTICLES[0])
        in_bands = levelled(page, seen)

        monkeypatch.setattr(slant, "BANDS", 1)

        assert _most_different(in_bands, levelled(page, seen)) <= 1

    def test_turn_a_page_as_a_whole(self):
        page = photo.render_screen(photo.ARTICLES[0])

        turned = page.rotate(2.5, Image.Resampling.BILINEAR, expand=True, fillcolor="white")

        assert _most_different(levelled(page, Slant(2.5)), turned) <= 1

    def test_are_made_of_a_single_row_too(self):
        assert levelled(Image.new("RGB", (9, 1)), Slant()).size == (9, 1)


class TestSides:
    @pytest.mark.parametrize("turn", [0, 90])
    def test_are_told_by_the_lines_and_not_by_the_frame_of_the_screen(self, turn):
        page = photo.render_screen(photo.ARTICLES[0])
        framed = ImageOps.expand(page, border=(100, 0), fill="black")

        assert stripes_run_down(framed.rotate(turn, expand=True)) == (turn == 90)

    def test_are_not_told_by_the_rules_between_columns(self):
        ruled = photo.render_screen(photo.ARTICLES[0])
        for column in range(1, 6):
            ruled.paste(
                "black", (column * ruled.width // 6, 0, column * ruled.width // 6 + 8, 1200)
            )

        assert not stripes_run_down(ruled)


def _most_different(picture, other):
    """By how much of 255 the two differ where they differ most."""
    assert picture.size == other.size
    return max(most for _, most in ImageChops.difference(picture, other).getextrema())
