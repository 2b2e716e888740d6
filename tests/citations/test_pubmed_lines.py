"""The lines of PubMed's page of one article, as engines misread them."""

import pytest

from chapwai.citations.layouts.articles.pubmed import read_pubmed
from tests.citations.typeset import bottom, column


def article(*, source, names=("Anna B Fernhill, Carl Stonebrook",)):
    lines = column([source], size=18)
    lines += column(["Evening tea and the quiet of reading rooms"], top=bottom(lines), size=30)
    lines += column(names, top=bottom(lines), size=18)
    return lines + column(["PMID: 30000011"], top=bottom(lines) + 60, size=18)


class TestSource:
    @pytest.mark.parametrize(
        "journal", ["|mag J Sleep Med", "> |mag J Sleep Med", "lmag J Sleep Med"]
    )
    def test_has_the_first_letter_of_its_journal(self, journal):
        page = article(source=f"{journal}. 2019 Mar 12;12(3):412-9. doi: 10.5555/jsm.2019.412")

        assert read_pubmed(page).journal == "Imag J Sleep Med"

    @pytest.mark.parametrize(
        ("read", "pages"),
        [
            ("512-52 1.doi: 10.5555/jsm.2019.412.", "512-521"),
            ("512-5 21. doi: 10.5555/jsm.2019.412.", "512-521"),
            ("512-52 1234. doi: 10.5555/jsm.2019.412.", None),
            ("512-51 1. doi: 10.5555/jsm.2019.412.", None),
            ("512-21. doi: 10.5555/jsm.2019.412.", "512-521"),
        ],
    )
    def test_has_pages_with_a_gap_only_if_they_fit_together(self, read, pages):
        page = article(source=f"Imag J Sleep Med. 2019 Mar;12(3):{read}")

        assert read_pubmed(page).pages == pages


class TestAuthors:
    def test_stand_below_the_language_of_the_article(self):
        names = ["[Article in Spanish]", "Anna B Fernhill 1, Carl Stonebrook 2"]
        page = article(source="Imag J Sleep Med. 2019 Mar;12(3):412-9.", names=names)

        assert read_pubmed(page).authors == ("Anna B Fernhill", "Carl Stonebrook")
