"""Lists of articles that have no issue yet: each has the date when it appeared, and its DOI."""

import pytest

from chapwai.citations.layouts.lists.manner import ORDINARY
from chapwai.citations.layouts.lists.roles import Role, points_of
from chapwai.citations.layouts.page import describe_page
from chapwai.citations.layouts.parts.list_rows import columns_of_rows
from tests.citations.typeset import column

TEA = "Evening tea for night nurses: a cohort study"
SLEEP = "Does a balcony garden lengthen sleep?"
DATED = "Published online: 14 Oct 2020 | https://doi.org/10.5555/care.12"
LATER = "Published online: 27 Oct 2020 | https://doi.org/10.5555/care.13"


def page(names="Anna Fernhill & Carl Brook", dated=DATED, banner="Imaginary Care"):
    lines = column([banner], top=20, size=36) + column(["ISSN: 2434-561X"], top=76, size=16)
    lines += column(["Review", TEA, names, dated, "Abstract Full text PDF"], top=160)
    return lines + column(["Review", SLEEP, "Diego Marsh", LATER, "Full text PDF"], top=380)


class TestEarlyContents:
    @pytest.mark.parametrize(
        "dated",
        [
            DATED,
            DATED.replace("Published", "Available").replace(" | ", "|"),
            DATED.replace("Published online", "First published").replace(" | ", " l "),
            DATED.replace("14 Oct 2020", "October 14, 2020"),
        ],
    )
    def test_takes_the_date_and_doi_for_the_place_of_an_article(self, dated):
        first, second = describe_page(page(dated=dated))

        assert (first.title, first.year, first.dois) == (TEA, "2020", ("10.5555/care.12",))
        assert first.authors == ("Anna Fernhill", "Carl Brook")
        assert (second.title, second.authors) == (SLEEP, ("Diego Marsh",))

    @pytest.mark.parametrize(
        "names", ["Anna Fernhill, Carl Brook & others", "Anna Fernhill & others"]
    )
    def test_leaves_out_those_whom_the_list_does_not_name(self, names):
        first, _ = describe_page(page(names=names))

        assert first.authors in [("Anna Fernhill", "Carl Brook"), ("Anna Fernhill",)]

    @pytest.mark.parametrize("row", ["& others", "Ida Oak & others", "& Ida Oak"])
    def test_takes_a_row_that_ends_a_list_of_names_for_names(self, row):
        (rows,) = columns_of_rows(column([TEA, row, DATED]))

        points = points_of(rows, ORDINARY)[1]

        assert max(points, key=points.__getitem__) is Role.NAMES

    def test_takes_the_journal_from_over_its_issn(self):
        found = describe_page(page())

        assert [(one.journal, one.issn) for one in found] == [("Imaginary Care", "2434-561X")] * 2

    @pytest.mark.parametrize("end", [" |", "|", " 1", ""])
    def test_finds_the_link_below_the_date_on_a_telephone(self, end):
        dated, link = DATED.split(" | ")

        first, second = describe_page(_narrow(f"{dated}{end}", link))

        assert (first.title, first.year, first.dois) == (TEA, "2020", ("10.5555/care.12",))
        assert first.authors == ("Anna Fernhill", "Carl Brook", "Ida Oak")
        assert (second.title, second.authors) == (SLEEP, ("Diego Marsh", "Bea Elm"))

    @pytest.mark.parametrize("words", ["Latest articles", "Online First", "Articles in Press"])
    def test_takes_the_journal_from_over_the_words_for_what_has_no_issue(self, words):
        heads = column(["Imaginary Care"], top=20, size=36) + column([words], top=90, size=20)

        found = describe_page(heads + page()[2:])

        assert [one.journal for one in found] == ["Imaginary Care"] * 2

    def test_takes_no_banner_for_a_journal_over_other_words(self):
        heads = column(["Imaginary Care"], top=20, size=36) + column(["Saved"], top=90, size=20)

        found = describe_page(heads + page()[2:])

        assert [one.journal for one in found] == [None] * 2


def _narrow(dated, link):
    lines = column(["Anna Fernhill, Carl Brook", "& Ida Oak", dated, link], top=192)
    lines = column(["Review", TEA], top=128) + lines
    rest = ["Review", SLEEP, "Diego Marsh & Bea Elm", *LATER.split(" | ")]
    return lines + column(["Full text PDF"], top=320) + column(rest, top=400)
