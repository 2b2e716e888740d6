"""What people paste into a chat, and what becomes of it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chapwai.citations.citation import Verdict
from chapwai.citations.read import read_text

RIS = """TY  - JOUR
AU  - Fernhill, Anna B.
TI  - Watering the garden by hand
T2  - Journal of Imaginary Sleep
PY  - 2019
VL  - 12
IS  - 3
SP  - 412
EP  - 419
SN  - 2434-561X
DO  - 10.5555/jis.412
ER  -
"""
REFERENCE = "Fernhill AB. Watering the garden by hand. J Imag Sleep. 2019;12(3):412-9."


def only_citation(text):
    (citation,) = read_text(text).citations
    return citation


class TestPastedRecords:
    def test_give_all_their_fields_as_text(self):
        citation = only_citation(RIS)

        assert citation.title == "Watering the garden by hand"
        assert citation.authors == ("Anna B. Fernhill",)
        assert citation.journal == "Journal of Imaginary Sleep"
        assert (citation.year, citation.volume, citation.issue) == ("2019", "12", "3")
        assert (citation.pages, citation.issn) == ("412-419", "2434-561X")
        assert citation.doi == "10.5555/jis.412"
        assert set(citation.origins.values()) == {"text"}

    def test_survive_what_messengers_do_to_spaces(self):
        assert only_citation(RIS.replace("  - ", " - ")).doi == "10.5555/jis.412"

    def test_may_stand_below_a_greeting(self):
        assert only_citation(f"สวัสดีค่ะ ขอบทความนี้\n{RIS}").volume == "12"

    def test_of_several_articles_leave_the_choice_to_people(self):
        reading = read_text(RIS + RIS.replace("412", "512"))

        assert reading.verdict == Verdict.SEVERAL
        assert [one.doi for one in reading.citations] == ["10.5555/jis.412", "10.5555/jis.512"]

    def test_of_a_whole_book_are_no_article(self):
        assert read_text("TY  - BOOK\nTI  - Gardens\nSN  - 9780306406157\nER  -").citations == ()


class TestPastedLinks:
    @pytest.mark.parametrize(
        ("text", "doi"),
        [
            ("ขอค่ะ https://www.nature.com/articles/s99999-020-0001-2", "10.1038/s99999-020-0001-2"),
            ("https://doi-org.proxy.lakeside.example/10.5555/abc.12 ค่ะ", "10.5555/abc.12"),
            ("arXiv:9901.01234v2 [q-bio]", "10.48550/arxiv.9901.01234"),
            ("https://find.example/?id=doi:10.5555/abc.12", "10.5555/abc.12"),
        ],
    )
    def test_identify_the_article_amid_chat(self, text, doi):
        reading = read_text(text)

        assert reading.verdict == Verdict.SURE
        assert [citation.doi for citation in reading.citations] == [doi]

    @pytest.mark.parametrize(
        ("text", "doi"),
        [
            ("https://doi.org/10.5555/abc.\n123456 ค่ะ", "10.5555/abc.123456"),
            ("https://doi.org/10.5555/j.imag.\n2020.01.001", "10.5555/j.imag.2020.01.001"),
            ("https://doi.org/10.5555/journal.imag.\nค่ะ", None),
        ],
    )
    def test_broken_over_lines_are_joined_or_not_believed(self, text, doi):
        assert only_citation(text).doi == doi

    def test_complete_the_reference_they_stand_with(self):
        citation = only_citation(f"{REFERENCE} https://www.nature.com/articles/s99999-020-0001-2")

        assert citation.title == "Watering the garden by hand"
        assert citation.pages == "412-419"
        assert citation.doi == "10.1038/s99999-020-0001-2"

    def test_that_name_only_the_journal_complete_the_reference_too(self):
        link = "https://www.sciencedirect.com/science/article/pii/S2434561X20301835"

        citation = only_citation(f"{REFERENCE}\n{link}")

        assert (citation.issn, citation.volume) == ("2434-561X", "12")

    def test_beside_several_references_add_no_articles(self):
        link = "https://www.sciencedirect.com/science/article/pii/S2434561X20301835"
        other = "2. Marsh D. Quiet rooms in town. Ann Noise. 2020;5:17-21."

        assert len(read_text(f"1. {REFERENCE} {link}\n{other}").citations) == 2

    def test_that_name_only_the_place_are_not_sure(self):
        reading = read_text("https://academic.oup.com/jis/article/12/3/412/5739456 ขอบคุณค่ะ")

        assert reading.verdict == Verdict.UNSURE
        assert (reading.citations[0].volume, reading.citations[0].pages) == ("12", "412")

    def test_that_only_their_site_resolves_are_asked_about(self):
        reading = read_text("https://he01.tci-thaijo.org/index.php/jimag/article/view/123456")

        assert reading.verdict == Verdict.UNSURE

    def test_that_only_their_site_resolves_yield_to_an_identifier(self):
        link = "https://he01.tci-thaijo.org/index.php/jimag/article/view/123456"

        citation = only_citation(f"{link} DOI 10.5555/abc.12")

        assert citation.doi == "10.5555/abc.12"

    def test_of_one_article_on_two_sites_are_one(self):
        text = "https://doi.org/10.5555/abc.12\nhttps://pubmed.ncbi.nlm.nih.gov/30000001/"

        assert (only_citation(text).doi, only_citation(text).pmid) == ("10.5555/abc.12", "30000001")

    def test_in_an_openurl_give_every_field_once(self):
        query = "sid=a&issn=2434-561X&volume=12&spage=412&id=doi:10.5555/abc.12"

        citation = only_citation(f"ขอค่ะ https://find.example/?{query} ขอบคุณค่ะ")

        assert (citation.doi, citation.volume, citation.pages) == ("10.5555/abc.12", "12", "412")

    @pytest.mark.parametrize("text", ["https://line.me/R/ti/p/@lakeside", "www.lakeside.example"])
    def test_to_anything_else_are_chat(self, text):
        assert read_text(text).verdict == Verdict.NOT_A_CITATION


class TestPastedNumbers:
    @pytest.mark.parametrize("text", ["PMC7000015", "PMCID: PMC7000015 ค่ะ", "ขอPMC๗๐๐๐๐๑๕"])
    def test_of_pubmed_central_are_given_for_resolving(self, text):
        assert only_citation(text).pmcid == "PMC7000015"

    def test_of_pubmed_central_stand_with_their_reference(self):
        citation = only_citation(f"{REFERENCE} PMCID: PMC7000015.")

        assert (citation.pmcid, citation.volume) == ("PMC7000015", "12")

    @pytest.mark.parametrize("text", ["ISBN 978-0-306-40615-7", "0-306-40615-2", "9780306406157"])
    def test_of_a_book_are_no_article(self, text):
        assert read_text(text).citations == ()


class TestAnyText:
    @given(st.text(max_size=500))
    def test_is_read_without_a_crash(self, text):
        read_text(text)

    @pytest.mark.parametrize("piece", ["www.ab ", "10.5555/", "a.a.", "&a=", "TY  - JOUR\n", "@a{"])
    def test_is_read_in_a_moment_however_hostile(self, piece):
        assert read_text(piece * (100_000 // len(piece))).seconds < 3
