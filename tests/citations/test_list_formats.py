"""What stands under the titles of lists: each site's order of names, journal and numbers."""

import textwrap
from dataclasses import replace

import pytest

from chapwai.citations.layouts.page import describe_page
from tests.citations.typeset import bottom, column, line

TITLES = (
    "Evening tea for night nurses: a randomised cohort study in three hospitals",
    "Does a balcony garden lengthen sleep?",
    "Rain on the roof of the ward and the dreams of patients",
)
WHOLE = ("Imaginary Care", "2019", "12", "3", "412-419")
WITHOUT_ISSUE = ("Imaginary Care", "2019", "12", None, "412-419")
WITHOUT_PAGES = ("Imaginary Care", "2019", "12", "3", None)
DATED = ("Imaginary Care", "2019", None, None, None)
ONLY_DATED = (None, "2019", None, None, None)
TWO = ("Anna Fernhill", "Carl Brook")
TURNED = ("Fernhill, Anna", "Brook, Carl")
SHORT = ("Fernhill AB", "Brook C")


def listed(*under, small=16, large=22, top=40, gap=30):
    lines = []
    for title in TITLES:
        lines += column([title], top=top, size=large)
        lines += column(under, top=bottom(lines), size=small)
        top = bottom(lines) + gap
    return lines


def said(description):
    return (
        description.journal,
        description.year,
        description.volume,
        description.issue,
        description.pages,
    )


class TestListsOfSites:
    @pytest.mark.parametrize(("small", "large"), [(16, 22), (18, 18)])
    @pytest.mark.parametrize(
        ("authors", "place", "under"),
        [
            pytest.param(
                ("Fernhill A.B.", "Brook C."),
                WHOLE,
                (
                    "Article • Open access",
                    "Fernhill, A.B., Brook, C.",
                    "Imaginary Care, 2019, 12(3), pp. 412-419",
                    "View abstract  Related documents",
                ),
                id="a label first",
            ),
            pytest.param(
                ("Fernhill, AB", "Brook, C"),
                DATED,
                ("Fernhill, AB and Brook, C", "May 12 2019 | Imaginary Care", "Early access"),
                id="initials behind commas",
            ),
            pytest.param(
                SHORT,
                ("Imaginary Care", "2019", "12", None, "e101"),
                ("Aricle Open access", "Fernhill AB, Brook C", "Imaginary Care 2019 12 (e101)"),
                id="a misread label, and no issue",
            ),
            pytest.param(
                ("Fernhill, AB", "Brook, C"),
                ("Imaginary Care", "2019", "12", "3", "106758"),
                (
                    "Fernhill, AB and Brook, C",
                    "Mar 2019 | Imaginary Care 12 (3) , 106758",
                    "CiteShare",
                ),
                id="an article's number",
            ),
            pytest.param(
                SHORT,
                WHOLE,
                (
                    "Fernhill AB, Brook C",
                    "Imaginary Care, 12(3):412-419, 01 Mar 2019",
                    "Cited by: 3 articles | PMID: 30000011",
                ),
                id="the date last",
            ),
            pytest.param(
                ("A. Fernhill", "C. Brook"),
                ("Imaginary Care", "2019", "12", None, "412-419"),
                ("A. Fernhill, C. Brook, and Others", "Imaginary Care 2019;12:412-419"),
                id="and others",
            ),
            pytest.param(
                TWO,
                WHOLE,
                (
                    "Imaginary Care, Volume 12, Issue 3, March 2019, Pages 412-419",
                    "Anna Fernhill, Carl Brook",
                    "View PDF  Abstract  Export",
                ),
                id="names last",
            ),
            pytest.param(
                TWO,
                DATED,
                (
                    "Anna Fernhill, Carl Brook in Imaginary Care",
                    "Article Open access 12 March 2019",
                ),
                id="names in journal",
            ),
            pytest.param(
                TWO,
                ("Imaginary Care", None, "12", "3", None),
                ("Anna Fernhill, Carl Brook", "Imaginary Care", "Volume 12, Issue 3"),
                id="the journal on a row of its own",
            ),
            pytest.param(
                TWO,
                WITHOUT_ISSUE,
                (
                    "Anna Fernhill & Carl Brook",
                    "Article | 12 March 2019 | Imaginary Care",
                    "Volume: 12, P: 412-419",
                ),
                id="the journal behind the date",
            ),
            pytest.param(
                TWO,
                WITHOUT_PAGES,
                (
                    "Anna Fernhill & Carl Brook",
                    "Imaginary Care, Volume 12, 2019 - Issue 3",
                    "Published online: 12 Mar 2019",
                ),
                id="the year before the issue",
            ),
            pytest.param(
                TWO,
                WHOLE,
                (
                    "Anna Fernhill, MD, MPH; Carl Brook, PhD",
                    "Imaginary Care. 2019;12(3):412-419. doi:10.5555/ic.2019.0412",
                ),
                id="degrees",
            ),
            pytest.param(
                TURNED,
                WHOLE,
                (
                    "By: Fernhill, Anna; Brook, Carl. Imaginary Care. Mar2019, Vol. 12 Issue 3,",
                    "p412-419. 8p. 2 Charts.",
                    "Subjects: TEA; NURSES",
                ),
                id="names and journal on one row",
            ),
            pytest.param(
                TURNED,
                WHOLE,
                (
                    "(English) By: Fernhill, Anna; Brook, Carl. Imaginary",
                    "Care. Mar2019, Vol. 12 Issue 3, p412-419.",
                    "PDF Full Text (312KB) Add to folder",
                ),
                id="a journal that begins on the row of names",
            ),
            pytest.param(
                TURNED,
                ("Imaginary Care", "2019", "12", "Suppl 1", "412-419"),
                (
                    "By. Fernhill. Anna; Brook, Carl",
                    "Imaginary Care. Mar2019, Vol. 12, Suppl 1, p412-419",
                ),
                id="misread marks, and a supplement",
            ),
            pytest.param(
                (*TURNED, "Marsh, Dora"),
                WHOLE,
                (
                    "Fernhill. Anna : Brook, Carl: Marsh, Dora",
                    "Imaginary Care, 2019-03, Vol.12 (3), p.412-419",
                ),
                id="colons for semicolons",
            ),
            pytest.param(
                TURNED,
                WHOLE,
                (
                    "Imaginary Care; March 2019, Vol. 12 Issue: Number 3 p412-419, 8p",
                    "By: Fernhill, Anna; Brook, Carl",
                ),
                id="a number twice named",
            ),
            pytest.param(
                TURNED,
                WHOLE,
                (
                    "Fernhill, Anna; Brook, Carl. Imaginary Care; Hilltop Vol. 12, Iss. 3,",
                    "(Mar 2019): 412-419. DOI:10.5555/ic.412",
                ),
                id="the journal's city",
            ),
            pytest.param(
                SHORT,
                WHOLE,
                ("Fernhill AB, Brook C", "Imaginary Care, Mar2019; 12(3): 412-419. (8p)"),
                id="the month behind the journal",
            ),
            pytest.param(
                TWO,
                DATED,
                ("Anna Fernhill, Carl Brook", "2019, Imaginary Care - Article"),
                id="the year first",
            ),
            pytest.param(
                TWO,
                WHOLE,
                ("Anna Fernhill, Carl Brook", "Imaginary Care Mar 2019, 12 (3) 412-419; DOI: 10"),
                id="nothing before the pages",
            ),
            pytest.param(
                TWO,
                WHOLE,
                (
                    "Anna Fernhill, Carl Brook",
                    "Imaginary Care, Vol. 12, No. 3 (March 2019), pp. 412-419",
                ),
                id="the date in brackets",
            ),
            pytest.param(
                ("A Fernhill", "C Brook"),
                DATED,
                ("A Fernhill, C Brook - Imaginary Care, 2019",),
                id="Google's mail",
            ),
            pytest.param(
                TWO,
                ONLY_DATED,
                ("Anna Fernhill, Carl Brook", "Intervention  Review  12 March 2019"),
                id="no journal",
            ),
        ],
    )
    def test_are_read_in_every_order(self, authors, place, under, small, large):
        found = describe_page(listed(*under, small=small, large=large))

        assert [item.title for item in found] == list(TITLES)
        assert {item.authors for item in found} == {authors}
        assert {said(item) for item in found} == {place}

    def test_may_give_each_author_a_row(self):
        found = describe_page(listed("Anna Fernhill", "Carl Brook", "Imaginary Care (2019)"))

        assert [(item.title, item.authors) for item in found] == [(one, TWO) for one in TITLES]

    @pytest.mark.parametrize(
        ("under", "pages"),
        [
            (("Anna Fernhill, Carl Brook", "412-419", "PDF"), "412-419"),
            (("Anna Fernhill, Carl Brook", "Pages 412-419", "Download PDF"), "412-419"),
            (("Anna Fernhill, Carl Brook", "Article 101234"), "101234"),
            (
                (
                    "Anna Fernhill, Carl Brook",
                    "Pages: 412-419 | First Published: 12 March 2019",
                ),
                "412-419",
            ),
        ],
    )
    def test_take_the_issue_from_their_heading(self, under, pages):
        heading = column(["Imaginary Care"], top=10, size=40)
        heading += column(["Volume 12, Issue 3, March 2019"], top=80, size=24)
        items = [replace(one, box=one.box.moved(0, 120)) for one in listed(*under)]

        found = describe_page([*heading, *items])

        assert {said(item) for item in found} == {(*WHOLE[:4], pages)}
        assert [item.authors for item in found] == [TWO] * 3

    def test_may_end_with_an_item_of_which_only_the_names_are_in_sight(self):
        lines = listed("Anna Fernhill, Carl Brook", "Imaginary Care 2019;12(3):412-419")

        found = describe_page(lines[:5])

        assert [(item.title, item.authors) for item in found] == [(one, TWO) for one in TITLES[:2]]

    def test_are_hits_if_their_titles_are_larger_even_where_the_lines_seem_to_run_on(self):
        heading = column(["312 results Page 1 of 12 Sort by: Best match"], top=16, size=16)
        text = "The nurses of three wards were followed. Results were similar."
        lines = listed("Fernhill AB, Brook C.", "Imag Care. 2019;12(3):412-9.", text)

        found = describe_page([*heading, *lines])

        assert [item.title for item in found] == list(TITLES)

    def test_go_on_with_a_title_whose_last_row_ends_in_dots(self):
        rows = ("Evening tea for the nurses of the night shift: a", "trial in three .........")
        under = ("Anna Fernhill, Carl Brook", "Imaginary Care 2019;12(3):412-419")
        lines = column(rows, size=22)
        short = lines[1]
        lines[1] = replace(short, box=replace(short.box, right=short.box.left + 200))
        lines += column(under, top=bottom(lines), size=16)
        below = [replace(one, box=one.box.moved(0, 200)) for one in listed(*under)]

        assert (
            describe_page([*lines, *below])[0].title
            == "Evening tea for the nurses of the night shift: a trial in three"
        )

    def test_have_items_whose_titles_differ_a_little_in_measured_size(self):
        lines = listed("Anna Fernhill, Carl Brook", "Imaginary Care 2019;12(3):412-419")
        first = lines[0]
        high = replace(first, box=replace(first.box, bottom=first.box.bottom + 5))

        assert len(describe_page([high, *lines[1:]])) == 3

    def test_may_have_their_names_behind_the_title_on_its_row(self):
        lines, top = [], 40
        for title in TITLES:
            running = (
                f"{title.rstrip('?')}. (English) By: Brook, Carl; Fernhill, Anna. Imaginary Care. "
                "Mar2019, Vol. 12 Issue 3, p412-419. 8p. 2 Charts."
            )
            lines += column(textwrap.wrap(running, 84), top=top, size=18)
            top = bottom(lines) + 30

        found = describe_page(lines)

        assert [item.title for item in found] == [title.rstrip("?") for title in TITLES]
        assert {item.authors for item in found} == {("Brook, Carl", "Fernhill, Anna")}
        assert {said(item) for item in found} == {WHOLE}

    def test_are_found_beside_filters_under_banners_that_run_over_both_columns(self):
        banners = column(
            ("Library of Riverside Search Marked List History Alerts", "250 results from all for:"),
            size=20,
        )
        filters = column(
            ("Refine results", "Highly Cited Papers", "Early Access", "Publication Years", "2024"),
            top=150,
            size=16,
        )
        hits = listed(
            "Fernhill, AB; Brook, C", "Mar 2019 | Imaginary Care 12 (3), pp.412-419", top=150
        )
        beside = [replace(one, box=one.box.moved(260, 0)) for one in hits]

        found = describe_page([*banners, *filters, *beside])

        assert [item.title for item in found] == list(TITLES)

    def test_do_not_begin_with_the_label_over_the_title(self):
        lines = [
            line("IARTICLE", top=10, size=16),
            *listed("Brook, Carl", "Imaginary Care, 2019, 12(3), p.4-9"),
        ]

        assert describe_page(lines)[0].title == TITLES[0]


class TestNamesBehindSources:
    def test_the_last_row_of_a_title_is_no_name_where_names_stand_behind_the_source(self):
        lines = listed("Imaginary Care, 2019, 12(3), 412-419", "Fernhill A.B., Brook C.", large=16)
        cut = column(
            [
                "Rain over a long corridor in",
                "Imagined Land, Canada",
                "Imaginary Care, 2018, 11(2), 9-14",
            ],
            top=bottom(lines) + 40,
            size=16,
        )

        last = describe_page([*lines, *cut])[-1]

        assert last.title == "Rain over a long corridor in Imagined Land, Canada"
        assert last.authors == ()
