"""References in Harvard's style: the year in brackets, the title in single quotes."""

import pytest

from chapwai.citations.references import describe_reference

NAMES = "Brook, P.M., Khan, D., Marsh, C.H. et al. (2011)"
SOURCE = "22(3), pp. 122-133."
JOURNAL = "Anaesthesia, Analgesia and Ward Care"
TITLE = "Implementing evening tea in nurses' homes: lessons learned from Denmark"
ASKED = "What do night nurses know about evening tea?"


class TestTitleInSingleQuotes:
    @pytest.mark.parametrize("journal", [JOURNAL, "Global Wards: Science and Equity"])
    def test_ends_where_the_whole_name_of_the_journal_begins(self, journal):
        found = describe_reference(f"{NAMES} '{TITLE}', {journal}, {SOURCE}")

        assert (found.title, found.journal) == (TITLE, journal)
        assert (found.year, found.volume, found.pages) == ("2011", "22", "122-133")

    @pytest.mark.parametrize(
        ("printed", "title"),
        [
            (f"{TITLE}', {JOURNAL}", TITLE),
            (f"'{ASKED}', {JOURNAL}", ASKED),
            (f"'{ASKED} {JOURNAL}", ASKED),
        ],
    )
    def test_is_known_by_one_of_them(self, printed, title):
        found = describe_reference(f"{NAMES} {printed}, {SOURCE}")

        assert (found.title, found.journal) == (title, JOURNAL)

    def test_is_none_that_has_an_apostrophe(self):
        found = describe_reference(
            f"{NAMES} Nurses', Cooks' and Porters' Tea. J Ward Care, {SOURCE}"
        )

        assert found.title == "Nurses', Cooks' and Porters' Tea"
