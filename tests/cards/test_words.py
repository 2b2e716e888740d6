"""Articles, money and sizes in words."""

import pytest

from chapwai import cards
from chapwai.cards import words
from chapwai.cards.graphemes import graphemes
from tests.cards.cast import TITLE, request


@pytest.fixture(autouse=True)
def english():
    with cards.tone(language="en", voice="kha"):
        yield


def source_of(**fields):
    return words.source_line(words.item_of(request(**fields)))


class TestSourceLine:
    def test_is_written_as_printed(self):
        assert source_of() == "J Ward Med 2019;12(3):412–9"

    @pytest.mark.parametrize(
        ("missing", "line"),
        [
            ({"title": ""}, "2019;12(3):412–9"),
            ({"publication_year": ""}, "J Ward Med 12(3):412–9"),
            ({"issue": ""}, "J Ward Med 2019;12:412–9"),
            ({"pages_requested": ""}, "J Ward Med 2019;12(3)"),
            ({"volume": "", "issue": "", "pages_requested": ""}, "J Ward Med 2019"),
        ],
    )
    def test_leaves_out_what_is_not_known(self, missing, line):
        assert source_of(**missing) == line

    def test_marks_what_is_doubtful(self):
        assert source_of(doubtful=["year", "pages"]) == "J Ward Med 2019?;12(3):412–9?"

    def test_asks_for_what_could_not_be_read_at_all(self):
        assert source_of(publication_year="", doubtful=["year"]) == "J Ward Med ?;12(3):412–9"


class TestIdentifierLine:
    def test_sets_the_doubt_off_from_the_number(self):
        line = words.identifier_line(words.item_of(request(doubtful=["doi"])))

        assert line.replace("\u00a0", " ") == "PMID 30000001 · DOI 10.5555/jwm.412 ?"

    def test_never_shortens_a_doi(self):
        doi = "10.5555/" + "x" * 200

        assert doi in words.identifier_line(words.item_of(request(doi=doi)))


class TestTitleLine:
    def test_is_the_title(self):
        assert words.title_line(words.item_of(request())) == TITLE

    def test_falls_back_on_what_identifies_the_article(self):
        item = words.item_of(request(title_of_component="", pmid=""))

        assert words.title_line(item).replace("\u00a0", " ") == "DOI 10.5555/jwm.412"

    def test_never_repeats_what_the_asker_wrote(self):
        said = "please, for nok@riverside.example"
        item = words.item_of(request(title_of_component="", doi="", pmid="", citation=said))

        assert words.title_line(item) == "Title not known yet"


class TestShortTitle:
    def test_is_cut_to_forty_characters(self):
        item = words.item_of(request(title_of_component="น้ำใจ" * 30))

        assert len(graphemes(words.short_title(item))) <= 40
        assert words.short_title(item).endswith("…")


class TestClean:
    def test_makes_one_line_of_what_people_can_see(self):
        assert words.clean("Early\r\nfeeding\u2028after\u202e surgery\x00 ") == (
            "Early feeding after surgery"
        )

    def test_cuts_what_is_endless(self):
        assert len(words.clean("x" * 10_000, 300)) == 300


class TestMoney:
    @pytest.mark.parametrize(
        ("satang", "said"),
        [
            (2000, "20 baht"),
            (2050, "20.50 baht"),
            (125_000_00, "125,000 baht"),
            (0, "0 baht"),
            (-2005, "−20.05 baht"),
        ],
    )
    def test_shows_satang_only_when_there_are_any(self, satang, said):
        assert words.money(satang) == said


class TestMegabytes:
    def test_never_look_within_the_limit_that_they_passed(self):
        assert words.megabytes(100 * 1024 * 1024 + 1) == "101"
