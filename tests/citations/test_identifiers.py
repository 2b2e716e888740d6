"""Identifiers are given exactly as printed or not at all."""

import pytest

from chapwai.citations.identifiers import dois_in, issns_in, pmcids_in, pmids_in


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
        ],
    )
    def test_are_freed_from_what_surrounds_them(self, text, doi):
        assert dois_in(text) == [doi]

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
        ],
    )
    def test_are_read_where_they_are_called_so(self, text):
        assert pmids_in(text) == ["30000001"]

    @pytest.mark.parametrize(
        "text", ["30000001", "tel. 0812345678", "PMID: 123456789", "PMCID: PMC7000015"]
    )
    def test_are_not_seen_in_other_numbers(self, text):
        assert pmids_in(text) == []


class TestOtherNumbers:
    def test_a_pmcid_keeps_its_letters(self):
        assert pmcids_in("PMCID: PMC7000015 (available on 2021)") == ["PMC7000015"]

    def test_an_issn_needs_its_check_digit(self):
        assert issns_in("ISSN 0028-0836 and 0028-0837, 2434-561x") == ["0028-0836", "2434-561X"]
