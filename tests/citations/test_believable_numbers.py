"""Which of the numbers on a photo are given, and which stay blank."""

import pytest

from chapwai.citations.believable_numbers import with_believable_numbers
from chapwai.citations.description import Description
from chapwai.citations.lines import Box, Line


def believed(text, confidence, **numbers):
    line = Line(text, Box(50, 100, 450, 120), confidence)
    return with_believable_numbers(Description(lines=(line,), **numbers))


class TestNumbers:
    def test_on_a_legible_line_are_given(self):
        seen = believed("2019;12(3):412-9", 0.93, volume="12", issue="3", pages="412-419")

        assert (seen.volume, seen.issue, seen.pages) == ("12", "3", "412-419")

    def test_on_a_faint_line_are_not(self):
        seen = believed("2019;12(3):412-9", 0.87, year="2019", volume="12", pages="412-419")

        assert (seen.year, seen.volume, seen.pages) == (None, None, None)

    def test_on_a_thai_line_are_given_though_its_engine_is_never_sure(self):
        seen = believed("วารสารริมน้ำ ปีที่ 12 ฉบับที่ 3", 0.82, volume="12", issue="3")

        assert (seen.volume, seen.issue) == ("12", "3")

    def test_that_were_reckoned_are_given(self):
        assert believed("Tea for two, 2562", 0.87, year="2019").year == "2019"


class TestVolume:
    @pytest.mark.parametrize("volume", ["12E", "S0", "B04", "12 3"])
    def test_that_no_journal_has_is_not_given(self, volume):
        assert believed(volume, 0.99, volume=volume).volume is None

    @pytest.mark.parametrize("volume", ["12", "12B", "B12", "2019"])
    def test_that_a_journal_may_have_is_given(self, volume):
        assert believed(volume, 0.99, volume=volume).volume == volume


class TestIssue:
    @pytest.mark.parametrize("issue", ["vember", "T", "0"])
    def test_that_no_journal_has_is_not_given(self, issue):
        assert believed(issue, 0.99, issue=issue).issue is None

    @pytest.mark.parametrize("issue", ["3", "10", "1-2", "7 Suppl 1", "Suppl", "B", "Spring"])
    def test_that_a_journal_may_have_is_given(self, issue):
        assert believed(issue, 0.99, issue=issue).issue == issue


class TestPages:
    @pytest.mark.parametrize(
        "pages", ["5555tea104", "410-9999", "89-378", "S66-S574", "e101-f120", "eB91"]
    )
    def test_that_no_article_has_are_not_given(self, pages):
        assert believed(pages, 0.99, pages=pages).pages is None

    @pytest.mark.parametrize("pages", ["e101", "412-419", "e15-e204", "S41-S47", "tea104", "12A"])
    def test_that_an_article_may_have_are_given(self, pages):
        assert believed(pages, 0.99, pages=pages).pages == pages
