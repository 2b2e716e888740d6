"""The judge of the readings is itself judged: what it calls exact, wrong, false and missing."""

import pytest

from benchmarks.reading.score import is_exact, paired, tally_of

TRUE = {
    "title": "Tea for two: a naïve trial",
    "title_english": "Das Thema",
    "authors": ["Anna B Fernhill", "Łukasz Stone"],
    "journal": "J Imag Med",
    "journal_full": "Journal of Imaginary Medicine",
    "journal_abbreviation": "J Imag Med",
    "year": "2019",
    "volume": "12",
    "issue": "3",
    "pages": "412-419",
    "doi": "10.5555/abc.1",
    "pmid": "30000001",
    "issn": "1234-5679",
    "visible": ["title", "authors", "journal", "year", "volume", "issue", "pages", "doi"],
}


def read(**changes):
    return {name: value for name, value in TRUE.items() if name != "visible"} | changes


class TestExactness:
    @pytest.mark.parametrize(
        ("name", "value"),
        [
            ("title", "Tea for two - a  NAÏVE trial"),
            ("title", "Das Thema"),
            ("authors", ["Fernhill, A. B.", "Stone Ł"]),
            ("authors", ["AB Fernhill", "Łukasz Stone"]),
            ("journal", "Journal of imaginary medicine"),
            ("pages", "412–419"),
        ],
    )
    def test_forgives_case_spaces_and_marks(self, name, value):
        assert is_exact(name, value, TRUE)

    @pytest.mark.parametrize(
        ("name", "value"),
        [
            ("title", "Tea for two: a naive trial"),
            ("title", "Tea for two"),
            ("authors", ["Łukasz Stone", "Anna B Fernhill"]),
            ("authors", ["Anna B Fernhill"]),
            ("authors", ["Anna B Fernhil", "Łukasz Stone"]),
            ("authors", ["A. B.", "Ł."]),
            ("journal", "J Imag"),
            ("pages", "412"),
            ("volume", "1"),
        ],
    )
    def test_forgives_nothing_else(self, name, value):
        assert not is_exact(name, value, TRUE)


class TestTally:
    def test_counts_an_item_that_is_all_right(self):
        tally = tally_of([read(confidence=0.95)], [TRUE])

        assert (tally.all_exact, tally.confident_and_exact, tally.false_identifiers) == (1, 1, 0)

    def test_calls_a_value_wrong_and_its_absence_not(self):
        tally = tally_of([read(volume="21", issue=None)], [TRUE])

        assert (tally.wrong["volume"], tally.wrong["issue"]) == (1, 0)
        assert (tally.exact["volume"], tally.exact["issue"], tally.all_exact) == (0, 0, 0)

    def test_counts_an_identifier_that_belongs_to_nothing_in_the_picture(self):
        tally = tally_of([read(doi="10.5555/abc.2")], [TRUE])

        assert (tally.false_identifiers, tally.identifiers) == (1, 2)

    def test_counts_items_that_are_missing_and_items_too_many(self):
        other = {"title": "Something else altogether", "doi": None}

        assert tally_of([], [TRUE]).found == 0
        assert tally_of([read(), other], [TRUE]).surplus == 1

    def test_does_not_want_an_item_whose_title_is_cut(self):
        cut = TRUE | {"partial": True, "visible": ["year"]}

        assert tally_of([], [cut]).wanted == 0
        assert tally_of([read()], [cut]).surplus == 0

    def test_asks_nothing_of_what_cannot_be_seen(self):
        hidden = TRUE | {"visible": ["title"]}

        tally = tally_of([{"title": TRUE["title"], "doi": "10.5555/abc.1"}], [hidden])

        assert (tally.all_exact, tally.unseen_dois, tally.resolved_dois) == (1, 1, 1)


class TestPairing:
    def test_goes_by_identifier_before_title(self):
        title = "Tea for two: a naïve trial, part 2"
        twin = TRUE | {"doi": "10.5555/abc.2", "pmid": "30000002", "title": title}

        pairs = paired([read(title=title)], [twin, TRUE])

        assert pairs[0][1] is TRUE

    def test_gives_each_item_to_one_reading_only(self):
        assert len(paired([read(), read()], [TRUE])) == 1

    def test_needs_two_numbers_where_no_title_was_read(self):
        nameless = {"title": None, "volume": "12", "pages": "412-419"}

        assert len(paired([nameless], [TRUE])) == 1
        assert not paired([{"title": None, "volume": "12"}], [TRUE])
