"""Misread words of journals' names."""

import pytest

from chapwai.citations.journals.spelling import spelt_journal


class TestSpeltJournal:
    @pytest.mark.parametrize(
        ("read", "name"),
        [
            ("Imaginary Joumal of Sleep", "Imaginary Journal of Sleep"),
            ("Jourmal of Sleep", "Journal of Sleep"),
            ("Advances in Data Sclence", "Advances in Data Science"),
            ("JOUMAL OF SLEEP", "JOURNAL OF SLEEP"),
            ("Upland Policy Quarterty", "Upland Policy Quarterly"),
            ("Journαl of Herbαl Sleep", "Journal of Herbal Sleep"),
            ("Jourmal: Annals of Sleep", "Annals of Sleep"),
            ("Soctety and Linquistics", "Society and Linguistics"),
        ],
    )
    def test_has_its_words_as_they_are_spelt(self, read, name):
        assert spelt_journal(read) == name

    @pytest.mark.parametrize(
        "name", ["Applied Ontology", "Journal of Urban Studies", "Anales de Cirugía", "Nature"]
    )
    def test_keeps_words_that_are_others(self, name):
        assert spelt_journal(name) == name
