"""Cells of written tables that name an article, broken wherever their column was full."""

import pytest

from chapwai.citations.layouts.tables.naming_cell import doi_in_cell, pmid_in_cell
from tests.citations.typeset import column, line

FULL = line("10.5555/care.20")


class TestDoiInCell:
    def test_goes_on_behind_a_full_line(self):
        cell = column(["10.5555/care.20", "19.0123"])

        found = doi_in_cell(cell, [FULL])

        assert found == ("10.5555/care.2019.0123",)

    def test_may_stand_on_one_line(self):
        cell = column(["10.5555/tea.8"])

        assert doi_in_cell(cell, [FULL]) == ("10.5555/tea.8",)

    @pytest.mark.parametrize(
        "texts",
        [
            ["10.5555/care.20"],  # a letter or two below it may have been missed
            ["10.5555/care.20", "19.0123.4567890"],
            ["10.5555/care-"],
            ["10.5555/care", "19.0123"],  # the sign between them was lost
            ["10.5555/care.20", "Nights 12"],
            ["10.5555/care.20", "19.0123.4567890", "12"],  # its end is not looked at again
        ],
    )
    def test_is_none_if_a_part_of_it_may_be_lost(self, texts):
        cell = column(texts)

        assert doi_in_cell(cell, [FULL]) == ()

    def test_is_measured_by_its_column_alone(self):
        clock = line("14:07 3/11/2025", left=900)
        cell = column(["10.5555/care.20", "19.0123"])

        assert doi_in_cell(cell, [FULL, FULL, clock]) == ("10.5555/care.2019.0123",)

    def test_is_none_where_nothing_was_read(self):
        assert doi_in_cell([], []) == ()


class TestPmidInCell:
    @pytest.mark.parametrize("texts", [["PMID", "98765432"], ["PMID: 98765432"]])
    def test_stands_below_its_label_or_behind_it(self, texts):
        assert pmid_in_cell(column(texts)) == ("98765432",)

    @pytest.mark.parametrize("texts", [["PMID: 98765", "432"], ["98765432"], []])
    def test_is_none_if_it_is_broken_or_has_no_label(self, texts):
        assert pmid_in_cell(column(texts)) == ()
