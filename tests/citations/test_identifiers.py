"""Identifiers are given exactly as printed or not at all."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chapwai.citations.identifiers import (
    arxiv_dois_in,
    dois_in,
    issn_of_pii,
    issns_in,
    pmcids_in,
    pmids_in,
)

SICI = "10.5555/(SICI)1097-0258(19980815/30)17:15/16<1661::AID-SIM968>3.0.CO;2-2"
ALL = (
    dois_in,
    pmids_in,
    pmcids_in,
    arxiv_dois_in,
    issns_in,
    issn_of_pii,
)


class TestDois:
    @pytest.mark.parametrize(
        ("text", "doi"),
        [
            ("10.5555/abc.123", "10.5555/abc.123"),
            ("doi: 10.5555/ABC.123.", "10.5555/abc.123"),
            ("(https://doi.org/10.5555/abc.123)", "10.5555/abc.123"),
            ("https://doi.org/10.5555%2Fabc.123", "10.5555/abc.123"),
            ("10.5555/S0140-6736(20)30183-5.", "10.5555/s0140-6736(20)30183-5"),
            ("(see 10.5555/abc(12))", "10.5555/abc(12)"),
            ("10.5555/nfh.nfh_12_21.", "10.5555/nfh.nfh_12_21"),
            ("10.5555/abc.123.Epub 2018 Dec 20", "10.5555/abc.123"),
            ("10.5555/abc.123PMID:30000001", "10.5555/abc.123"),
            ("10.5555/abc.123Get rights and content", "10.5555/abc.123"),
            ("https://doi.org/10.5555/abc.123?utm_source=mail", "10.5555/abc.123"),
            ("ขอ 10.5555/abc.123ค่ะ", "10.5555/abc.123"),
            ("10.5555/abc.123;pmid:30000001", "10.5555/abc.123"),
            ("10.5555/osf.io/a7get", "10.5555/osf.io/a7get"),
            ("10.5555/abc.123/full", "10.5555/abc.123"),
            ("10.5555/abc.123.full.pdf", "10.5555/abc.123"),
            ("10.5555/abc.123/abstract?x=1", "10.5555/abc.123"),
            ("10.5555/abc.123/fulltext.html", "10.5555/abc.123"),
            ("10.5555/abc.123.pdf", "10.5555/abc.123"),
            ("10.5555/abc.123/suppl_file/a_1.pdf", "10.5555/abc.123"),
            ("10.5555/journal.imag.0123456.g001", "10.5555/journal.imag.0123456"),
            ("10.5555/journal.imag.0123456.s012.", "10.5555/journal.imag.0123456"),
            ("10.5555/imagj.1234/fig-2", "10.5555/imagj.1234"),
            ("10.5555/imag.135.1.s950", "10.5555/imag.135.1.s950"),
            ("10.5555/abc.123;jsessionid=1A", "10.5555/abc.123"),
            ("10.5555/abc123[doi]", "10.5555/abc123"),
            ("[10.5555/abc.123]", "10.5555/abc.123"),
            ("“10.5555/abc.123”", "10.5555/abc.123"),
            ("https://doi.org/10.5555/S0140-6736%2820%2930183-5", "10.5555/s0140-6736(20)30183-5"),
            ("๑๐.๕๕๕๕/abc12", "10.5555/abc12"),
            (SICI, SICI.lower()),
            (SICI.replace("<", "&lt;").replace(">", "&gt;"), SICI.lower()),
        ],
    )
    def test_are_freed_from_what_surrounds_them(self, text, doi):
        assert dois_in(text) == [doi]

    @pytest.mark.parametrize(
        ("text", "doi"),
        [
            ("10.5555/j.\nimag.2020.01.001 x", "10.5555/j.imag.2020.01.001"),
            ("10.5555/j. imag.2020.01.001.", "10.5555/j.imag.2020.01.001"),
            ("10.5555/journal.imag.\n0000001.", "10.5555/journal.imag.0000001"),
            ("10.5555/s41586-\r\n020-2649-2", "10.5555/s41586-020-2649-2"),
            ("10.5555/ abc.123", "10.5555/abc.123"),
        ],
    )
    def test_are_joined_where_a_line_broke_them(self, text, doi):
        assert dois_in(text) == [doi]

    @pytest.mark.parametrize(
        ("text", "doi"),
        [
            ("doi: 10.5555/abc.12.\n2019 was", "10.5555/abc.12"),
            ("10.5555/abc12. 3. Marsh", "10.5555/abc12"),
            ("10.5555/abc.12/ 12 pages", "10.5555/abc.12"),
            ("10.5555/abcdef. Thanks", "10.5555/abcdef"),
        ],
    )
    def test_end_where_a_sentence_ends(self, text, doi):
        assert dois_in(text) == [doi]

    @pytest.mark.parametrize(
        "text",
        [
            "10.5555/journal.imag.\nAccepted",
            "10.5555/abc-\nPMID",
            "10.5555/abć123",
            "10.5555/ab12|35028081",
            "10.5555/53227-4742(24)89253-8",
            "10.5555/.imag.2019.12",
            "10.5555/" + "a" * 300,
        ],
    )
    def test_that_are_cut_off_or_misread_are_not_given(self, text):
        assert dois_in(text) == []

    def test_end_before_the_arrow_of_a_link(self):
        assert dois_in("DOI: 10.5555/abc.17λ Get rights λ") == ["10.5555/abc.17"]

    @pytest.mark.parametrize("between", [", ", ";", ",", " ", "&b="])
    def test_side_by_side_are_two(self, between):
        assert dois_in(f"10.5555/a12{between}10.5555/b34") == ["10.5555/a12", "10.5555/b34"]

    @pytest.mark.parametrize(
        "text", ["10.30 น.", "10.5555", "10.5555/", "110.5555/abc", "1.10.5555/abc", "10.12/abc"]
    )
    def test_are_not_seen_in_other_numbers(self, text):
        assert dois_in(text) == []

    def test_are_listed_once_each_in_order(self):
        assert dois_in("10.5555/b12, 10.5555/a34 and 10.5555/B12") == ["10.5555/b12", "10.5555/a34"]


class TestPmids:
    @pytest.mark.parametrize(
        "text",
        [
            "PMID: 30000001",
            "PMID 30000001ค่ะ",
            "pmid:30000001",
            "PMlD: 30000001",
            "PMID:30000001DOI: 10.5555/abc",
            "https://pubmed.ncbi.nlm.nih.gov/30000001/",
            "www.ncbi.nlm.nih.gov/pubmed/30000001",
            "https://europepmc.org/article/med/30000001",
            "PMID ๓๐๐๐๐๐๐๑",
            "PubMed ID: 30000001",
            "PMIDs: 30000001",
            "PMID (30000001)",
        ],
    )
    def test_are_read_where_they_are_called_so(self, text):
        assert pmids_in(text) == ["30000001"]

    @pytest.mark.parametrize(
        "text", ["30000001", "tel. 0812345678", "PMID: 123456789", "PMCID: PMC7000015"]
    )
    def test_are_not_seen_in_other_numbers(self, text):
        assert pmids_in(text) == []


class TestUniqueIdentifiers:
    @pytest.mark.parametrize("text", ["UI: 30000001", "UI:30000001", "[Trial] UI: 30000001 Full"])
    def test_of_medline_are_pmids(self, text):
        assert pmids_in(text) == ["30000001"]

    @pytest.mark.parametrize(
        "text", ["GUI: 30000001", "UI: 300000012", "UI: 30000001-7", "UI 30000001"]
    )
    def test_of_other_kinds_are_none(self, text):
        assert pmids_in(text) == []


class TestOtherNumbers:
    @pytest.mark.parametrize(
        "text",
        [
            "PMCID: PMC7000015 (available on 2021)",
            "PMCID: 7000015",
            "ขอPMC7000015ค่ะ",
            "pmc๗๐๐๐๐๑๕",
        ],
    )
    def test_a_pmcid_keeps_its_letters(self, text):
        assert pmcids_in(text) == ["PMC7000015"]

    @pytest.mark.parametrize(
        ("text", "doi"),
        [
            ("arXiv:9901.01234v2 [q-bio]", "10.48550/arxiv.9901.01234"),
            ("arXiv: hep-th/9999001", "10.48550/arxiv.hep-th/9999001"),
            ("arxiv:math.GT/9999001v1", "10.48550/arxiv.math.gt/9999001"),
        ],
    )
    def test_an_arxiv_number_becomes_its_doi_without_the_version(self, text, doi):
        assert arxiv_dois_in(text) == [doi]

    @pytest.mark.parametrize("text", ["arXiv:99011.01234", "arXiv 2019", "xarXiv:9901.01234"])
    def test_an_arxiv_number_is_not_seen_elsewhere(self, text):
        assert arxiv_dois_in(text) == []

    def test_an_issn_needs_its_check_digit(self):
        assert issns_in("ISSN 0028-0836 and 0028-0837, 2434-561x") == ["0028-0836", "2434-561X"]

    @pytest.mark.parametrize(
        "text", ["ISSN 00280836", "e-ISSN: 0028 0836", "ISSN (print) 00280836"]
    )
    def test_an_issn_that_is_called_so_may_lack_its_hyphen(self, text):
        assert issns_in(text) == ["0028-0836"]

    def test_a_range_of_pages_is_no_issn_unless_it_is_called_so(self):
        assert issns_in("pages 1023-1048") == []
        assert issns_in("ISSN 1023-1048") == ["1023-1048"]

    @pytest.mark.parametrize("text", ["S2434561X20301835", "PIIS2434-561X(20)30183-5"])
    def test_a_pii_holds_the_issn_of_its_journal(self, text):
        assert issn_of_pii(text) == "2434-561X"

    @pytest.mark.parametrize("text", ["S2434561120301835", "B9780306406157000012", ""])
    def test_a_pii_of_nothing_holds_none(self, text):
        assert issn_of_pii(text) is None


class TestHostileText:
    @given(st.text(max_size=300))
    def test_does_no_harm(self, text):
        for find in ALL:
            find(text)

    @pytest.mark.parametrize(
        "piece",
        ["10.5555/", "10.5555/a- ", "PMID(", "PMID ", "ISSN ", "1-", "9 ", "....", "%2F", "doi "],
    )
    def test_takes_no_more_than_a_moment(self, piece):
        text = piece * (100_000 // len(piece))
        started = time.perf_counter()

        for find in ALL:
            find(text)

        assert time.perf_counter() - started < 2


class TestOldDois:
    """DOIs of the nineties hold the journal's ISSN, a date, and angle brackets."""

    @pytest.mark.parametrize(
        "doi",
        [
            "10.5555/6008-3778(198612)12:12<4496::AID-BHJ6>3.0.CO;2-X",
            "10.5555/(SICI)1097-0258(19980815/30)17:15/16<1661::AID-SIM968>3.0.CO;2-2",
            "10.5555/1548-8659(1994)123<0001:TEA>2.3.CO;2",
        ],
    )
    def test_are_taken_whole(self, doi):
        assert dois_in(f"See doi:{doi}. And more") == [doi.lower()]

    @pytest.mark.parametrize(
        "cut",
        [
            "10.5555/6008-3778(198612)12:12",
            "10.5555/6008-3778(198612)12:12<4496::AID",
            "10.5555/(SICI)1097-0258(199808)17:15<1661::",
        ],
    )
    def test_are_not_taken_in_part(self, cut):
        assert dois_in(f"See doi:{cut} and more") == []

    def test_that_only_look_a_little_old_are_taken_as_they_are(self):
        assert dois_in("10.5555/s0140-6736(05)67889-0") == ["10.5555/s0140-6736(05)67889-0"]


class TestDoisOnScreens:
    @pytest.mark.parametrize("label", ["[doi]", "[dol]", "[d0i", "[do1]"])
    def test_lose_a_label_that_was_glued_to_them(self, label):
        assert dois_in(f"10.5555/nbrph.2001.404.{label}") == ["10.5555/nbrph.2001.404"]

    @pytest.mark.parametrize(
        "glued", ["ISSN", "issn6341-0176", "(published9 November", "(Published"]
    )
    def test_lose_a_word_that_was_glued_to_them(self, glued):
        assert dois_in(f"10.5555/j.eje.2013.08.099{glued} 2013") == ["10.5555/j.eje.2013.08.099"]

    def test_keep_a_word_that_is_theirs(self):
        assert dois_in("10.5555/j.issn.1000-3614.2010") == ["10.5555/j.issn.1000-3614.2010"]

    def test_are_put_together_where_their_stop_went_to_the_next_line(self):
        assert dois_in("10.5555/8316233x.1990 .2285777 End") == ["10.5555/8316233x.1990.2285777"]

    @pytest.mark.parametrize(
        "text", ["10.5555/abc -2019 was", "10.5555/abc .5 mg", "10.5555/abc. 2019"]
    )
    def test_take_no_word_that_follows(self, text):
        assert dois_in(text) == ["10.5555/abc"]
