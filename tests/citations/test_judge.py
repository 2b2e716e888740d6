"""Two looks at one page, and how far they are believed."""

import pytest

from chapwai.citations.citation import Citation, Verdict
from chapwai.citations.description import Description
from chapwai.citations.judge import (
    elected,
    judged_once,
    judged_photo,
    verdict_on,
)
from chapwai.citations.lines import Box, Line

DOI, PMID = "10.5555/abc.17", "30000001"


def look(**changes):
    seen = {
        "title": "On the quiet of reading rooms",
        "authors": ("Margaret Q Hollowell",),
        "journal": "Libr Dreams",
        "year": "2016",
        "volume": "5",
        "pages": "17-21",
        "dois": (DOI, DOI),
        "pmids": (PMID,),
        "lines": (Line("On the quiet of reading rooms", Box(0, 0, 9, 9), 0.98),),
    }
    return Description(**(seen | changes))


class TestTwoLooks:
    def test_that_agree_are_sure(self):
        citation = judged_photo(look(), look())

        assert not citation.doubtful
        assert (citation.doi, citation.pmid) == (DOI, PMID)
        assert citation.origins["title"] == "screen"

    @pytest.mark.parametrize(
        ("name", "impossible", "possible"),
        [("volume", "78N", "78A"), ("pages", "120-117", "117-120")],
    )
    def test_give_no_number_that_no_article_has(self, name, impossible, possible):
        misread, read = look(**{name: impossible}), look(**{name: possible})

        assert getattr(judged_photo(misread, misread), name) is None
        assert getattr(judged_once(misread), name) is None
        assert getattr(judged_photo(read, read), name) == possible

    @pytest.mark.parametrize(("seen", "likely"), [(0.98, 0.82), (0.95, 0.6)])
    def test_are_as_likely_right_as_all_their_pieces_together(self, seen, likely):
        lines = (Line("On the quiet of reading rooms", Box(0, 0, 9, 9), seen),)

        citation = judged_photo(look(lines=lines), look(lines=lines))

        assert round(citation.confidence, 2) == likely

    def test_are_never_as_sure_as_a_record_makes_them(self):
        lines = (Line("On the quiet of reading rooms", Box(0, 0, 9, 9), 1.0),)

        citation = judged_photo(look(lines=lines), look(lines=lines))

        assert 0.8 < citation.confidence < 0.9

    @pytest.mark.parametrize(
        ("changes", "least", "most"),
        [
            ({"dois": (), "pmids": ()}, 0.7, 0.8),
            ({"authors": ()}, 0.4, 0.5),
            ({"guessed": frozenset({"journal"})}, 0.7, 0.8),
            ({"guessed": frozenset({"journal"}), "dois": (), "pmids": ()}, 0.3, 0.4),
        ],
    )
    def test_are_less_likely_right_by_what_is_missing_or_doubtful(self, changes, least, most):
        lines = (Line("On the quiet of reading rooms", Box(0, 0, 9, 9), 1.0),)
        seen = look(lines=lines, **changes)

        assert least < judged_photo(seen, seen).confidence < most

    @pytest.mark.parametrize("field", ["year", "volume", "pages"])
    def test_that_differ_in_a_number_believe_the_careful_one_and_doubt(self, field):
        citation = judged_photo(look(**{field: "9"}), look())

        assert citation.doubtful == {field}
        assert getattr(citation, field) == getattr(look(), field)
        assert citation.confidence < 0.9

    @pytest.mark.parametrize(("one", "other"), [("128", "128344"), ("17-21", "17"), ("1", "12")])
    def test_of_which_one_cut_a_number_give_none(self, one, other):
        for quick, careful in ((one, other), (other, one)):
            citation = judged_photo(look(pages=quick), look(pages=careful))

            assert citation.pages is None
            assert "pages" in citation.doubtful

    def test_give_no_identifier_without_a_figure(self):
        cut = look(dois=("10.5555/mnjrc", "10.5555/mnjrc"))

        assert judged_photo(cut, cut).doi is None

    def test_are_not_in_conflict_when_the_quick_one_missed_a_field(self):
        assert not judged_photo(look(volume=None), look()).doubtful

    def test_may_differ_by_a_letter_of_the_title(self):
        assert not judged_photo(look(title="On the quiet of readinq rooms"), look()).doubtful

    def test_may_differ_by_a_letter_of_the_journal_but_not_lose_one(self):
        assert not judged_photo(look(journal="Ubr Dreamt"), look(journal="Ubr Dreams")).doubtful
        assert judged_photo(look(journal="J Libr Dreams"), look()).doubtful == {"journal"}

    def test_keep_the_accents_that_only_one_of_them_saw(self):
        quick, careful = look(authors=("Søren Ågård",)), look(authors=("Søren Agård",))

        assert judged_photo(quick, careful).authors == ("Søren Ågård",)

    @pytest.mark.parametrize(
        ("seen", "name"), [("José Ramírez", "José Ramírez"), ("José Marshí", "José Marshi")]
    )
    def test_keep_an_accent_on_an_i_where_names_have_one(self, seen, name):
        quick, careful = look(authors=(seen,)), look(authors=(seen.replace("í", "i"),))

        assert judged_photo(quick, careful).authors == (name,)

    def test_drop_a_raised_letter_that_only_one_of_them_took_for_the_name(self):
        quick, careful = look(authors=("Diego Marsh",)), look(authors=("Diego Marsha",))

        assert judged_photo(quick, careful).authors == ("Diego Marsh",)

    def test_doubt_a_title_that_is_a_guess(self):
        citation = judged_photo(look(), look(guessed=frozenset({"title"})))

        assert citation.doubtful == {"title"}

    @pytest.mark.parametrize(
        ("text", "confidence", "doubtful"),
        [
            ("On the quiet of reading", 0.95, {"title"}),
            ("On the quiet of reading rooms Libr Dreams", 0.95, {"title"}),
            ("On the quiet of reading", 0.97, set()),
            ("Margaret Q. Hollowell¹", 0.95, {"authors"}),
            ("Download the reader", 0.95, set()),
        ],
    )
    def test_doubt_faint_words_unless_an_identifier_names_the_article(
        self, text, confidence, doubtful
    ):
        lines = (Line(text, Box(0, 0, 9, 9), confidence),)

        named, unnamed = look(lines=lines), look(lines=lines, dois=(), pmids=())

        assert judged_photo(unnamed, unnamed).doubtful == doubtful
        assert not judged_photo(named, named).doubtful

    def test_doubt_everything_when_only_one_understood_the_page(self):
        citation = judged_once(look())

        assert citation.doubtful >= {"title", "volume", "doi", "pmid"}
        assert (citation.doi, citation.pmid) == (DOI, None)


class TestElected:
    def test_takes_what_all_sightings_agree_on(self):
        assert elected([DOI, DOI]) == (DOI, False)

    def test_gives_none_of_a_single_sighting(self):
        assert elected([DOI]) == (None, True)

    def test_completes_a_sighting_that_was_cut_off(self):
        assert elected([DOI, "10.5555/abc"]) == (DOI, False)

    def test_completes_nothing_by_a_single_sign_that_may_be_an_icon(self):
        assert elected([DOI, f"{DOI}7"]) == (None, True)

    def test_takes_a_clear_winner_with_doubt(self):
        assert elected([DOI, DOI, "10.5555/abx.17"]) == (DOI, True)

    def test_gives_none_when_votes_are_equal(self):
        assert elected([DOI, "10.5555/abx.17"]) == (None, True)

    def test_gives_none_when_the_rival_could_be_the_same_misread(self):
        assert elected(["10.5555/id-5", "10.5555/id-5", "10.5555/ld-5"]) == (None, True)

    def test_gives_none_when_the_rival_has_a_thin_letter_that_others_may_have_missed(self):
        assert elected([*["10.5555/str.5"] * 3, "10.5555/lstr.5"]) == (None, True)

    def test_takes_the_winner_whose_thin_letter_the_rival_has_lost(self):
        assert elected([*["10.5555/lstr.5"] * 2, "10.5555/str.5"]) == ("10.5555/lstr.5", True)

    def test_gives_none_where_another_articles_was_read_in_two_ways(self):
        own = ["10.5555/ihr.2015.211", "10.5555/hr.2015.211"]
        others = ["10.5555/jog.98.12345"] * 2

        assert elected([*own, *others]) == (None, True)
        assert elected([*others, *others, *own]) == (others[0], True)

    def test_gives_none_of_nothing(self):
        assert elected([]) == (None, False)


class TestVerdict:
    def test_is_unsure_without_identifier(self):
        assert verdict_on([judged_photo(look(dois=(), pmids=()), look(dois=(), pmids=()))]) == (
            Verdict.UNSURE
        )

    def test_is_unsure_when_no_title_bears_the_identifier_out(self):
        assert verdict_on([judged_photo(look(title=None), look(title=None))]) == Verdict.UNSURE

    def test_leaves_a_choice_among_several(self):
        assert verdict_on([Citation(doi=DOI), Citation(pmid=PMID)]) == Verdict.SEVERAL
