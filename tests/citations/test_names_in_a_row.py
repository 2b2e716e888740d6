"""Names that stand one behind the other with nothing between them."""

import pytest

from chapwai.citations.names_in_a_row import row_of_names


class TestRowOfNames:
    @pytest.mark.parametrize(
        ("row", "names"),
        [
            ("Anna Fernhill Carl Stonebrook", ("Anna Fernhill", "Carl Stonebrook")),
            ("Anna B. Fernhill Carl F. G. Stone", ("Anna B. Fernhill", "Carl F. G. Stone")),
            (
                "Carl van den Brook Ana Paula de la Cruz",
                ("Carl van den Brook", "Ana Paula de la Cruz"),
            ),
            ("Li Marsh Carlos Eduardo C. Fern", ("Li Marsh", "Carlos Eduardo C. Fern")),
            ("Anna RoyCarl MacDale Ana Wu", ("Anna Roy", "Carl MacDale", "Ana Wu")),
            ("Anna FernhillCarl Stone d Li Wu", ("Anna Fernhill", "Carl Stone", "Li Wu")),
        ],
    )
    def test_parts_names_where_each_can_only_begin(self, row, names):
        assert row_of_names(row) == names

    def test_gives_none_where_a_name_has_three_words_and_nobody_knows_which(self):
        assert row_of_names("Anna Brook Carl Marsh Diego Stone Fern") == ()

    def test_gives_none_for_words_that_no_name_has(self):
        assert row_of_names("Watering the Garden and the Length of Sleep") == ()
