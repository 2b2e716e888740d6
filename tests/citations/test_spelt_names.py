"""The letters that a name's language must have."""

import pytest

from chapwai.citations.spelt_names import as_spelt


class TestAsSpelt:
    @pytest.mark.parametrize(
        ("read", "name"),
        [
            ("Yıldiz, Ana", "Yıldız, Ana"),
            ("Kilıç Y", "Kılıç Y"),
            ("Äkerdal P", "Åkerdal P"),
            ("Lin Serensen", "Lin Sørensen"),
            ("Lindgvist A", "Lindqvist A"),
            ("Aquilar M", "Aguilar M"),
            ("Hemández R", "Hernández R"),
        ],
    )
    def test_has_the_letters_of_the_language(self, read, name):
        assert as_spelt(read) == name

    @pytest.mark.parametrize("name", ["Yildiz A", "Sorensen B", "Äijälä T", "Aquino M", "Hemant S"])
    def test_stays_as_it_could_be(self, name):
        assert as_spelt(name) == name

    def test_keeps_an_i_beside_other_front_vowels(self):
        assert as_spelt("Ayşeli Işıkdemir") == "Ayşeli Işıkdemir"
