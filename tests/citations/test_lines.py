"""Fragments become lines, and lines keep the size of their type."""

import pytest

from chapwai.citations.lines import Box, Line, joined_lines, text_of


def line(text, left, top, width, height=20, confidence=1.0):
    return Line(text, Box(left, top, left + width, top + height), confidence)


class TestJoinedLines:
    def test_puts_neighbours_on_one_line(self):
        joined = joined_lines([line("world", 120, 101, 60), line("Hello", 50, 100, 60)])

        assert [whole.text for whole in joined] == ["Hello world"]

    def test_keeps_columns_apart(self):
        joined = joined_lines([line("left", 50, 100, 60), line("right", 200, 100, 60)])

        assert [whole.text for whole in joined] == ["left", "right"]

    def test_keeps_a_sidebar_in_small_type_apart_from_a_title(self):
        joined = joined_lines([line("A large title", 50, 100, 300, 40), line("Cite", 380, 110, 40)])

        assert len(joined) == 2

    def test_takes_a_raised_figure_to_its_name(self):
        joined = joined_lines([line("Peggy Yonge", 50, 100, 110), line("4", 162, 98, 8, 12)])

        assert [whole.text for whole in joined] == ["Peggy Yonge 4"]

    def test_reads_from_the_top_down(self):
        joined = joined_lines([line("second", 50, 200, 60), line("first", 50, 100, 60)])

        assert [whole.text for whole in joined] == ["first", "second"]

    def test_weighs_confidence_by_letters(self):
        joined = joined_lines(
            [
                line("nine chars", 50, 100, 90, confidence=1.0),
                line("ab", 145, 100, 20, confidence=0.4),
            ]
        )

        assert joined[0].confidence == pytest.approx(0.9)


class TestTextOfLines:
    def test_puts_nothing_after_a_hyphen_or_slash_at_the_line_end(self):
        lines = [line("10.5555/", 0, 0, 9), line("abc-", 0, 20, 9), line("12 and", 0, 40, 9)]

        assert text_of([*lines, line("more", 0, 60, 9)]) == "10.5555/abc-12 and more"


class TestSize:
    def test_of_a_long_line_is_not_fooled_by_its_slant(self):
        slanting = line("x" * 100, 0, 0, 1000, height=80)

        assert slanting.size == pytest.approx(20)
