"""Lists of hits: Google Scholar's manner, PubMed's, catalogues', contents, tables."""

import itertools
from dataclasses import replace

import pytest

from chapwai.citations.layouts.lists.result_list import read_result_list
from tests.citations.typeset import bottom, column, line

TEA = "Evening tea for night nurses: a cohort study"
SLEEP = "Does a balcony garden lengthen sleep?"


def hits(*items, small=16, large=22, gap=30):
    """Each item a title in large type and lines in small type, with a gap below."""
    lines, top = [], 40
    for title, *others in items:
        lines += column([title], top=top, size=large)
        lines += column(others, top=bottom(lines), size=small)
        top = bottom(lines) + gap
    return lines


def below(lines, distance):
    """The lines so far down the page."""
    return [replace(one, box=one.box.moved(0, distance)) for one in lines]


class TestScholar:
    def footer(self, cited=12):
        return f"Save Cite Cited by {cited} Related articles All 3 versions"

    def test_gives_title_authors_journal_and_year_of_each_hit(self):
        page = hits(
            (TEA, "A Fernhill, CB Stonebrook - Imag J Nurs, 2019 - press.example", self.footer()),
            (SLEEP, "D Marsh - Gardens & Health, 2021 - press.example", self.footer(3)),
        )

        first, second = read_result_list(page)

        assert (first.title, first.journal, first.year) == (TEA, "Imag J Nurs", "2019")
        assert first.authors == ("A Fernhill", "CB Stonebrook")
        assert (second.title, second.authors) == (SLEEP, ("D Marsh",))
        assert (second.journal, second.year) == ("Gardens & Health", "2021")

    @pytest.mark.parametrize(
        "journal", ["Imaginary Journal of…", "… of Imaginary Nursing", "Imaginary Journal of .."]
    )
    def test_gives_no_journal_whose_name_is_cut(self, journal):
        page = hits((TEA, f"A Fernhill, C Brook… - {journal}, 2019 - x.example", self.footer()))

        (hit,) = read_result_list(page)

        assert hit.journal is None
        assert (hit.authors, hit.year) == (("A Fernhill", "C Brook"), "2019")

    def test_gives_no_journal_when_the_dots_before_the_year_were_lost(self):
        page = hits(
            (TEA, "A Fernhill - Proceedings of the Hilltop", "2019 - x.example", self.footer())
        )

        (hit,) = read_result_list(page)

        assert (hit.journal, hit.year) == (None, "2019")

    def test_reads_a_source_that_runs_over_two_lines_of_a_phone(self):
        page = hits(
            (TEA, "A Fernhill, E Brook - Imaginary", "Care, 2019 - x.example", self.footer())
        )

        (hit,) = read_result_list(page)

        assert (hit.authors, hit.journal) == (("A Fernhill", "E Brook"), "Imaginary Care")

    @pytest.mark.parametrize("kind", ["[PDF]", "[HTML]", "[cITATIoN]", "[HrML]", "[PDFj"])
    def test_drops_the_kind_of_file_before_the_title_and_its_site_behind(self, kind):
        page = hits(
            (f"{kind} {TEA} [PDF] site.example", "A Fernhill - J Imag, 2019 - x", self.footer())
        )

        (hit,) = read_result_list(page)

        assert hit.title == TEA

    def test_drops_a_kind_of_file_that_sticks_to_the_title(self):
        page = hits((f"[PDE]{TEA}", "A Fernhill - J Imag, 2019 - x", self.footer()))

        assert read_result_list(page)[0].title == TEA

    @pytest.mark.parametrize(
        ("source", "authors"),
        [
            ("A Fernhill, E Brook - J Imag, 2019- x.example", ("A Fernhill", "E Brook")),
            ("C d'Oakley, J al-Marsh - J Imag, 2019 - x", ("C d'Oakley", "J al-Marsh")),
        ],
    )
    def test_knows_the_source_by_its_names_and_dashes(self, source, authors):
        page = hits((TEA, source, self.footer()))

        assert [hit.authors for hit in read_result_list(page)] == [authors]

    @pytest.mark.parametrize(
        ("source", "journal"),
        [
            ("Garden Trial Study Group -Imaginary Care. 2019- x.example", "Imaginary Care"),
            ("EF Garden Investigators - Imaginary Care, 2019-x.example", "Imaginary Care"),
            ("D Marsh, E Vale-Annals of Imaginary Care, 2019 - x", "Annals of Imaginary Care"),
            ("D Marsh, E Vale-Imaginary Care in Towns, 2019 -x", "Imaginary Care in Towns"),
            ("D Marsh, E Vale-Elm - Imaginary Care, 2019 - x", "Imaginary Care"),
        ],
    )
    def test_knows_the_source_whose_dashes_and_commas_were_misread(self, source, journal):
        page = hits((TEA, source, self.footer()))

        assert [(hit.journal, hit.year) for hit in read_result_list(page)] == [(journal, "2019")]

    def test_reads_an_initial_that_looks_like_a_figure(self):
        page = hits((TEA, "1 Ashdale, lD McTavish, Mj Oak - J Imag, 2019 - x", self.footer()))

        assert read_result_list(page)[0].authors == ("I Ashdale", "ID McTavish", "MJ Oak")

    def test_parts_initials_that_stick_to_the_name(self):
        page = hits((TEA, "JLAshdale, D McTavish - J Imag, 2019 - x", self.footer()))

        assert read_result_list(page)[0].authors == ("JL Ashdale", "D McTavish")

    def test_leaves_out_a_footer_that_runs_over_into_a_second_line(self):
        source = "D Marsh, E Vale - J Imag, 2019 - x"
        footer = ("Save Cite Cited by 12 Related articles All 5", "versions")
        page = hits((TEA, source, *footer), (SLEEP, source, self.footer()), small=20, gap=8)

        assert [hit.title for hit in read_result_list(page)] == [TEA, SLEEP]

    def test_gives_what_the_lower_edge_leaves_of_the_last_hit(self):
        source = "D Marsh, E Vale - J Imag, 2019 - x"
        page = hits((TEA, source, self.footer()), (SLEEP, "D Marsh - Gardens & Health,"))

        _, last = read_result_list(page)

        assert (last.title, last.journal, last.year) == (SLEEP, "Gardens & Health", None)

    def test_leaves_out_a_hit_whose_title_the_upper_edge_cuts(self):
        page = column([TEA], top=0, size=22)
        page += column(["A Fernhill - J Imag, 2019 - x", self.footer()], top=34, size=16)

        assert read_result_list(page) == []


class TestHitsWithSources:
    def test_reads_pubmeds_results(self):
        page = hits(
            (
                f"{TEA}.",
                "Fernhill AB, Stonebrook C.",
                "Imag J Nurs. 2019 Mar;12(3):412-9. doi: 10.5555/ijn.2019.412.",
                "PMID: 30000011 Free article.",
            ),
            (SLEEP, "Marsh D, Oakley E.", "Gard Health. 2021;4:e101.", "PMID: 30000012"),
        )

        first, second = read_result_list(page)

        assert (first.title, first.authors) == (TEA, ("Fernhill AB", "Stonebrook C"))
        assert (first.journal, first.year) == ("Imag J Nurs", "2019")
        assert (first.volume, first.issue, first.pages) == ("12", "3", "412-419")
        assert (first.dois, first.pmids) == (("10.5555/ijn.2019.412",), ("30000011",))
        assert (second.title, second.pages, second.dois) == (SLEEP, "e101", ())
        assert second.pmids == ("30000012",)

    @pytest.mark.parametrize(
        ("source", "issue"),
        [
            ("Imaginary Care, Volume 12, Issue 3, March 2019, Pages 412-419", "3"),
            ("Imaginary Care, Volume 12, Supplement 3, March 2019, 412-419", "Suppl 3"),
            ("Imaginary Care, 2019-03, Vol.12 (3), p.412-419", "3"),
            ("Imaginary Care, 2019-03, Vol.12 (3). p 412-419", "3"),
            ("Imaginary Care. Mar2019, Vol. 12 Issue 3, p412-419. 8p.", "3"),
            ("Mar 2019 | Imaginary Care 12 (3) , pp.412-419", "3"),
            ("Imaginary Care 2019 12:3 (412-419)", "3"),
            ("Imaginary Care·2019 Mar·12(3):412-419", "3"),
            ("Imaginary Care, 12(3):412-419, 01 Mar 2019", "3"),
            ("Imaginary Care. 2019 lan;12(3):412-9.", "3"),
        ],
    )
    def test_reads_the_source_in_each_sites_order(self, source, issue):
        page = hits((TEA, "Fernhill A, Brook B", source), (SLEEP, "Marsh D, Vale E", source))

        for hit in read_result_list(page):
            assert (hit.journal, hit.year, hit.volume) == ("Imaginary Care", "2019", "12")
            assert (hit.issue, hit.pages) == (issue, "412-419")

    def test_reads_an_articles_number_where_others_have_pages(self):
        source = "Imaginary Care, 2019-03, Vol.12 (3), Article e412"

        [first, _] = read_result_list(hits((TEA, "Fernhill A", source), (SLEEP, "Marsh D", source)))

        assert (first.volume, first.issue, first.pages) == ("12", "3", "e412")

    @pytest.mark.parametrize("pages", ["82-68", "S195-S5196", "no6-s9"])
    def test_gives_no_pages_that_no_article_has(self, pages):
        source = f"Imaginary Care, 2019, Vol 12, No 3, pp. {pages}"
        page = hits((TEA, "Fernhill A, Brook B", source), (SLEEP, "Marsh D, Vale E", source))

        for hit in read_result_list(page):
            assert (hit.volume, hit.issue, hit.pages) == ("12", "3", None)

    def test_reads_an_article_that_has_no_volume_yet(self):
        ahead = "Imag J Nurs. 2019 Mar 12. doi: 10.5555/ijn.1. Online ahead of print."
        page = hits((TEA, "Marsh D, Vale E.", ahead), (SLEEP, "Vale E, Yew B.", ahead))

        for hit in read_result_list(page):
            assert (hit.journal, hit.year, hit.volume) == ("Imag J Nurs", "2019", None)
            assert hit.dois == ("10.5555/ijn.1",)

    def test_reads_authors_journal_and_year_from_one_line(self):
        page = hits(
            (TEA, "Anna Fernhill, Carl Brook in Imaginary Care (2019)"),
            (SLEEP, "Diego Marsh in Gardens & Health (2021)"),
        )

        first, second = read_result_list(page)

        assert (first.authors, first.journal) == (("Anna Fernhill", "Carl Brook"), "Imaginary Care")
        assert (second.journal, second.year) == ("Gardens & Health", "2021")

    def test_reads_a_long_journals_name_from_the_full_lines_above_the_numbers(self):
        names = "Fernhill, Hiro ; Stonebrook, Pranee S"
        numbers = "Imaginary Care, 2019-03, Vol.12 (3), p.4-9"
        # The titles are short: on this narrow page the journal's first line is the fullest.
        page = hits(
            ("Evening tea at night", names, "International Journal of Environmental and", numbers),
            ("Balcony gardens", names, numbers),
        )

        first, second = read_result_list(page)

        assert first.journal == "International Journal of Environmental and Imaginary Care"
        assert (first.authors, first.year) == (("Fernhill, Hiro", "Stonebrook, Pranee S"), "2019")
        assert (second.journal, second.pages) == ("Imaginary Care", "4-9")

    def test_takes_authors_that_follow_the_source(self):
        source = "Imaginary Care, Volume 12, Issue 3, March 2019, Pages 412-419"
        page = hits(
            (TEA, source, "Anna Fernhill, Carl Stonebrook", "View PDF Abstract"),
            (SLEEP, source, "Diego Marsh, Ines Vale", "View PDF Abstract"),
        )

        first, second = read_result_list(page)

        assert (first.title, first.authors) == (TEA, ("Anna Fernhill", "Carl Stonebrook"))
        assert (second.title, second.authors) == (SLEEP, ("Diego Marsh", "Ines Vale"))

    def test_keeps_turned_names_together(self):
        source = "Imaginary Care, 2019-03, Vol.12 (3), p.412-419"
        page = hits(
            ("ARTICLE", TEA, "Fernhill, Anna B ; Stonebrook, Carl", source),
            ("ARTICLE", SLEEP, "Marsh, Diego", source),
        )

        first, second = read_result_list(page)

        assert first.authors == ("Fernhill, Anna B", "Stonebrook, Carl")
        assert second.authors == ("Marsh, Diego",)

    def test_leaves_out_what_counts_the_hits_above_them(self):
        source = "Imag J Nurs. 2019;12(3):412-9."
        counted = column(["342 results Page 1 of 12 Sort by: Best match"], top=15, size=22)
        page = hits((TEA, "Marsh D, Vale E.", source), (SLEEP, "Vale E.", source))

        assert read_result_list([*counted, *page])[0].title == TEA

    def test_parts_names_whose_comma_was_read_as_a_colon(self):
        source = "Imag J Nurs. 2019;12(3):412-9."
        page = hits((TEA, "Oak A: Marsh DJ, Vale E", source), (SLEEP, "Vale E.", source))

        assert read_result_list(page)[0].authors == ("Oak A", "Marsh DJ", "Vale E")

    def test_knows_names_whose_last_stop_was_read_as_a_colon(self):
        source = "Imaginary Care, 2019, Vol.12 (3), p.412-419"
        page = hits((TEA, "Oak, A.; Marsh, D. J.; Vale, E:", source), (SLEEP, "Vale, E.", source))

        assert read_result_list(page)[0].authors == ("Oak, A.", "Marsh, D. J.", "Vale, E")

    def test_parts_names_whose_comma_was_read_as_a_stop(self):
        source = "Imag J Nurs. 2019;12(3):412-9."
        page = hits((TEA, "Oak A, Marsh DJ. Vale E, Elm F", source), (SLEEP, "Vale E.", source))

        assert read_result_list(page)[0].authors == ("Oak A", "Marsh DJ", "Vale E", "Elm F")

    def test_leaves_out_the_beginning_of_et_al(self):
        source = "Imag J Nurs. 2019;12(3):412-9."
        page = hits((TEA, "Oak A, Marsh DJ, et", source), (SLEEP, "Vale E.", source))

        assert read_result_list(page)[0].authors == ("Oak A", "Marsh DJ")

    def test_parts_names_with_initials_first_whose_comma_was_read_as_a_stop(self):
        source = "Imag J Nurs. 2019;12(3):412-9."
        page = hits((TEA, "A Oak, D Marsh. EJ Vale, F Elm", source), (SLEEP, "E Vale.", source))

        assert read_result_list(page)[0].authors == ("A Oak", "D Marsh", "EJ Vale", "F Elm")

    def test_drops_the_numbers_that_count_the_hits(self):
        source = "Imag J Nurs. 2019;12(3):412-9."
        page = hits((f"1 {TEA}", "Marsh D, Vale E.", source), (f"2 {SLEEP}", "Vale E.", source))

        assert [hit.title for hit in read_result_list(page)] == [TEA, SLEEP]

    def test_keeps_a_number_that_counts_nothing(self):
        source = "Imag J Nurs. 2019;12(3):412-9."
        page = hits(("12 months of tea", "Marsh D, Vale E.", source), (SLEEP, "Vale E.", source))

        assert read_result_list(page)[0].title == "12 months of tea"

    def test_gives_no_item_its_neighbours_doi(self):
        source = "Imag J Nurs. 2019;12(3):412-9."
        page = hits(
            (TEA, "Marsh D, Vale E.", source),
            (SLEEP, "Vale E, Brook B.", source, "doi: 10.5555/sleep.1"),
        )

        first, second = read_result_list(page)

        assert (first.dois, second.dois) == ((), ("10.5555/sleep.1",))

    def test_looks_past_a_line_of_names_that_was_not_read(self):
        page = hits(
            (TEA, "", "Imag J Nurs. 2019;12(3):412-9."), (SLEEP, "", "Care. 2020;1(2):3-4.")
        )

        assert [hit.title for hit in read_result_list(page)] == [TEA, SLEEP]

    def test_does_not_take_the_page_in_the_margin_for_a_part_of_the_hits(self):
        source = "Imag J Nurs. 2019;12(3):412-9."
        page = hits((TEA, "Marsh D, Vale E.", source), (SLEEP, "Vale E.", source))
        margin = column(["Sort by date", "Any time", "Since 2025", "Review articles"], left=-300)

        first, second = read_result_list(sorted([*page, *margin], key=lambda one: one.box.middle))

        assert (first.title, second.title) == (TEA, SLEEP)

    @pytest.mark.parametrize(
        ("source", "issue", "pages"),
        [
            ("Imaginary Care, 2019, Vol 12, No 3, 412-419", "3", "412-419"),
            ("Imaginary Care, 2019, Vol 12, e101", None, "e101"),
            ("Imaginary Care, 2019, Vol 12, No 3 Suppi 1, S4-S9", "3 Suppl 1", "S4-S9"),
            ("Imaginary Care, 2019, Vol 12. No 3, 705", "3", "705"),
            ("Mar 2019 | Imaginary Care Volume 12, Issue Suppl 1, Page S4-S9", "Suppl 1", "S4-S9"),
            ("Mar 2019 l Imaginary Care Volume 12, Issue 3, Page 4-9", "3", "4-9"),
        ],
    )
    def test_reads_numbers_that_stand_between_commas(self, source, issue, pages):
        page = hits((TEA, "Fernhill A, Brook B", source), (SLEEP, "Marsh D, Vale E", source))

        for hit in read_result_list(page):
            assert (hit.journal, hit.year, hit.volume) == ("Imaginary Care", "2019", "12")
            assert (hit.issue, hit.pages) == (issue, pages)

    def test_reads_names_that_stand_before_the_journal(self):
        source = "By: Fernhill, Anna; Brook, Carl. Imaginary Care. Mar2019, Vol. 12 Issue 3, p4-9."
        page = hits((TEA, source), (SLEEP, source))

        for hit in read_result_list(page):
            assert hit.authors == ("Fernhill, Anna", "Brook, Carl")
            assert (hit.journal, hit.year, hit.pages) == ("Imaginary Care", "2019", "4-9")

    def test_joins_numbers_that_are_broken_within_a_range(self):
        source = ("Mar 2019 | Imaginary Care Volume 12, Issue 3, Page 412-", "419")
        page = hits((TEA, "Marsh, D.; Vale, E.", *source), (SLEEP, "Vale, E.", *source))

        assert [hit.pages for hit in read_result_list(page)] == ["412-419", "412-419"]

    def test_does_not_take_a_title_of_two_capitalised_parts_for_names(self):
        title = "Evening Tea, Night Shifts and Balcony Gardens: a Cohort Study"
        source = "Imag J Nurs. 2019;12(3):412-9."
        page = hits((title, "Dora Marsh, Ed Vale", source), (SLEEP, "Ed Vale, Bo Elm", source))

        first, _ = read_result_list(page)

        assert (first.title, first.authors) == (title, ("Dora Marsh", "Ed Vale"))

    def test_goes_on_with_a_title_whose_last_word_could_be_a_label(self):
        full = ("Evening tea and night shifts in hospitals: a study", "Protocol")
        source = "Imag J Nurs. 2019;12(3):412-9."
        page = hits(
            (full[0], "Marsh D, Vale E.", source),
            (SLEEP, "Vale E.", source),
            large=16,
        )
        page = [*column(full, size=16), *below(page[1:], 65)]

        assert read_result_list(page)[0].title == " ".join(full)

    @pytest.mark.parametrize(
        "mark", ["\u25a1", "\u81ea", "O", "\u25a1 2", "\u53e3 2", "\u25a1\u00b2"]
    )
    def test_drops_boxes_and_icons_that_stand_in_the_margin(self, mark):
        source = "Imag J Nurs. 2019;12(3):412-9."
        page = hits((TEA, "Marsh D, Vale E.", source), (SLEEP, "Vale E.", source))
        marked = line(f"{mark} {TEA}", left=40 - 44, top=40, size=22)

        assert read_result_list([marked, *page[1:]])[0].title == TEA

    def test_drops_the_words_under_an_icon_in_the_margin(self):
        numbers = "Imag J Nurs. 2019;12(3):412-9."
        page = hits(
            (TEA, "Marsh D.", numbers), (SLEEP, "Vale E.", numbers), (TEA, "Oak F.", numbers)
        )
        glued = next(one for one in page if one.text == SLEEP)
        page[page.index(glued)] = line(
            f"ARTICLE {SLEEP}", left=glued.box.left - 88, top=glued.box.top, size=22
        )

        assert [hit.title for hit in read_result_list(page)] == [TEA, SLEEP, TEA]

    def test_gives_the_item_of_which_the_lower_edge_leaves_only_the_title(self):
        source = "Imag J Nurs. 2019;12(3):412-9."
        cut = "Rain on the roof of the ward"
        page = hits((TEA, "Marsh D.", source), (SLEEP, "Vale E.", source), (cut, "Yew F, Elm B"))

        assert [hit.title for hit in read_result_list(page)] == [TEA, SLEEP, cut]

    def test_knows_names_by_their_initials_where_the_commas_were_lost(self):
        source = "Imag J Nurs. 2019;12(3):412-9."
        cut = "Rain on the roof of the ward"
        names = "rElm B O'Callow TL. Ashdale T"
        page = hits((TEA, "Marsh D.", source), (SLEEP, "Vale E.", source), (cut, names), large=16)

        assert [hit.title for hit in read_result_list(page)] == [TEA, SLEEP, cut]

    @pytest.mark.parametrize(
        "words",
        [
            "You receive this message because you asked.",
            "This site uses cookies. Accept",
            "+ Ask anything",
            "Search Files Mail Browser 10:42",
        ],
    )
    def test_does_not_take_words_to_the_visitor_for_an_item(self, words):
        source = "Imag J Nurs. 2019;12(3):412-9."
        page = hits((TEA, "Marsh D.", source), (SLEEP, "Vale E.", source), (words,))

        assert [hit.title for hit in read_result_list(page)] == [TEA, SLEEP]

    def test_leaves_out_the_text_between_two_items(self):
        source = "Imag J Nurs. 2019;12(3):412-9."
        text = ("The tea was drunk by forty nurses on the wards", "of two hospitals. Show more")
        page = hits((TEA, "Marsh D.", source, *text), (SLEEP, "Vale E.", source, *text), large=16)

        assert [hit.title for hit in read_result_list(page)] == [TEA, SLEEP]


class TestContents:
    def test_takes_journal_and_issue_from_the_heading(self):
        page = column(["Imaginary Care"], top=10, size=40)
        page += column(["Volume 12, Issue 3, March 2019"], top=80, size=24)
        items = hits(
            ("Original Article", TEA, "Anna Fernhill, Carl Brook", "Pages 412-419"),
            ("Review", SLEEP, "Diego Marsh", "Article e1120 | https://doi.org/10.5555/ic.1120"),
        )
        page += [
            line(one.text, left=40, top=one.box.top + 120, size=one.box.height) for one in items
        ]

        first, second = read_result_list(page)

        assert (first.title, first.journal, first.year) == (TEA, "Imaginary Care", "2019")
        assert (first.volume, first.issue, first.pages) == ("12", "3", "412-419")
        assert (second.title, second.pages, second.dois) == (SLEEP, "e1120", ("10.5555/ic.1120",))

    @pytest.mark.parametrize(
        "heading",
        [
            ["Volume 12, Issue 3", "Pages 127-241 (April 2019)"],
            ["Volume 12, Issue 3", "April 2019"],
            ["April 2562", "Volume 12", "Issue 3"],
            ["Volume 12", "Issue 3, Mar/Apr 2019"],
        ],
    )
    def test_takes_the_issue_from_the_lines_of_the_heading(self, heading):
        for item in read_result_list(self.issue("Imaginary Care", *heading)):
            assert (item.journal, item.year) == ("Imaginary Care", "2019")
            assert (item.volume, item.issue) == ("12", "3")

    @pytest.mark.parametrize("other", ["Pages 2001-2105", "Est. 1998", "April 1998 and 2019"])
    def test_takes_no_other_number_beside_the_volume_for_the_year(self, other):
        assert {item.year for item in read_result_list(self.issue("Care", "Volume 12", other))} == {
            None
        }

    def test_takes_the_lower_of_two_names_for_the_journal(self):
        page = column(["Quiet Library"], top=10, size=24)
        page += below(self.issue("Imaginary Care", "Volume 12, Issue 3"), 60)

        assert {item.journal for item in read_result_list(page)} == {"Imaginary Care"}

    def test_takes_no_menu_over_the_volume_for_the_journal(self):
        assert {
            item.journal for item in read_result_list(self.issue("All issues", "Volume 12"))
        } == {None}

    def test_takes_the_heading_for_no_item(self):
        page = self.issue("Imaginary Care", "Supports open access", "Volume 12, Issue 3")

        assert [item.title for item in read_result_list(page)] == [TEA, SLEEP]

    def test_takes_an_article_that_names_the_volume_for_an_item(self):
        page = hits(("Tea alone", "Ida Oak", "Volume 12, Issue 3, Pages 4-9"), *self.ITEMS)

        assert [item.title for item in read_result_list(page)] == ["Tea alone", TEA, SLEEP]

    @pytest.mark.parametrize("kind", ["Article o Full text access", "Review • Abstract only"])
    def test_takes_the_kind_and_who_may_read_it_for_no_title(self, kind):
        page = column(["Volume 12, Issue 3"], top=20, size=24)
        page += below(hits(*[(kind, *item) for item in self.ITEMS]), 120)

        assert [item.title for item in read_result_list(page)] == [TEA, SLEEP]

    ITEMS = (
        (TEA, "Anna Fernhill, Carl Brook", "Pages 131-134"),
        (SLEEP, "Diego Marsh", "Pages 139-143"),
    )

    def issue(self, *heading):
        lines = column(heading, top=20, size=24)
        return lines + below(hits(*self.ITEMS), bottom(lines) + 40)

    def test_takes_pages_that_stand_to_the_right(self):
        page = column(["Imaginary Care"], top=10, size=40)
        page += column(["Vol. 12 No. 3 (2019)"], top=80, size=24)
        items = hits((TEA, "Anna Fernhill, Carl Brook"), (SLEEP, "Diego Marsh, Ed Vale"))
        page += below(items, 120)
        names = [one for one in page if one.text.endswith(("Brook", "Vale"))]
        pages = ["412-419", "420-433"]
        page += [
            line(text, left=900, top=one.box.top, size=16)
            for one, text in zip(names, pages, strict=True)
        ]

        found = read_result_list(sorted(page, key=lambda one: one.box.middle))

        assert [(item.title, item.pages) for item in found] == [
            (TEA, "412-419"),
            (SLEEP, "420-433"),
        ]
        assert {(item.journal, item.volume) for item in found} == {("Imaginary Care", "12")}


class TestPrintedContents:
    """Journals print their contents with the first page of each article beside it."""

    WALK = "Slow walks on stairs after supper"

    def page(self, *numbers):
        page = column(["Imaginary Care", "ISSN 1234-5679"], top=10, size=40)
        page += column(["Volume 12 Number 3 March 2019"], top=130, size=24)
        items = hits(
            (TEA, "Anna Fernhill, Carl Brook"), (SLEEP, "Eve T. Marsh"), (self.WALK, "Ed O. Vale")
        )
        page += below(items, 170)
        names = [one for one in page if one.text.endswith(("Brook", "Marsh", "Vale"))]
        page += [
            line(text, left=900, top=one.box.top, size=16)
            for one, text in zip(names, numbers, strict=True)
        ]
        return sorted(page, key=lambda one: one.box.middle)

    def test_gives_every_title_with_the_issue_and_no_pages(self):
        found = read_result_list(self.page("178", "187", "213"))

        assert [item.title for item in found] == [TEA, SLEEP, self.WALK]
        assert [item.authors[-1] for item in found] == ["Carl Brook", "Eve T. Marsh", "Ed O. Vale"]
        assert {(item.journal, item.volume, item.issue) for item in found} == {
            ("Imaginary Care", "12", "3")
        }
        assert {item.pages for item in found} == {None}

    def test_gives_the_issn_of_the_heading(self):
        found = read_result_list(self.page("178", "187", "213"))

        assert {item.issn for item in found} == {"1234-5679"}

    @pytest.mark.parametrize("beside", [0, -1])
    def test_divides_items_by_the_page_beside_their_first_line_or_their_last(self, beside):
        items = [
            column(texts, top=200 + 160 * place, size=20)
            for place, texts in enumerate(
                (
                    (f"{TEA} of the", "Hilltop Hospitals", "Anna Fernhill, Carl Brook"),
                    (SLEEP, "Eve Marsh"),
                    (self.WALK, "Ed O. Vale"),
                )
            )
        ]
        pages = [
            line(page, left=900, top=lines[beside].box.top, size=18)
            for lines, page in zip(items, ("178", "187", "213"), strict=True)
        ]
        banner = column(["Imaginary Journal of Community", "Care and Rest"], top=10, size=40)
        issue = column(["Volume 12 Number 3 March 2019"], top=150, size=24)

        page = [*banner, *issue, *itertools.chain(*items), *pages]
        found = read_result_list(sorted(page, key=lambda one: one.box.middle))

        assert [item.title for item in found] == [
            f"{TEA} of the Hilltop Hospitals",
            SLEEP,
            self.WALK,
        ]
        assert [item.authors[-1] for item in found] == ["Carl Brook", "Eve Marsh", "Ed O. Vale"]
        assert {item.journal for item in found} == {"Imaginary Journal of Community Care and Rest"}

    def test_divides_items_by_the_page_beside_the_rest_of_names(self):
        items = [
            column([title, "Anna Fernhill, Carl Brook, Dora Oakley", rest], top=top, size=20)
            for title, rest, top in (
                (TEA, "Stonebrook", 200),
                (SLEEP, "Quarry, et al.", 360),
                (self.WALK, "Yew", 520),
            )
        ]
        pages = [
            line(page, left=900, top=lines[-1].box.top, size=18)
            for lines, page in zip(items, ("178", "187", "213"), strict=True)
        ]
        banner = column(["Imaginary Journal of Community Care"], top=10, size=40)
        issue = column(["Volume 12 Number 3 March 2019"], top=100, size=24)

        page = [*banner, *issue, *itertools.chain(*items), *pages]
        found = read_result_list(sorted(page, key=lambda one: one.box.middle))

        assert [item.title for item in found] == [TEA, SLEEP, self.WALK]
        assert {item.volume for item in found} == {"12"}

    def test_takes_numbers_that_do_not_rise_for_no_pages(self):
        assert read_result_list(self.page("178", "12", "213")) == []


LEFTS_OF_CELLS = (40, 500, 820, 1300)


def table_row(top, *cells):
    return [
        line(part, left=left, top=top + 24 * place, size=16)
        for left, cell in zip(LEFTS_OF_CELLS, cells, strict=True)
        for place, part in enumerate(cell.split("\n"))
    ]


class TestTable:
    def page(self):
        return [
            *table_row(40, "Document title", "Authors", "Source", "Year"),
            *table_row(
                90,
                "Evening tea for night nurses:\na cohort study",
                "Fernhill, A.B., Brook, C.,\nVale, E.",
                "Imaginary Care, 12(3), pp. 412-419",
                "2019",
            ),
            *table_row(200, SLEEP, "Marsh, D.", "Gardens, 4, pp. e101", "2021"),
            line("Search Files Mail 10:42", left=40, top=700, size=16),
        ]

    def test_reads_rows_by_the_columns_of_their_head(self):
        first, second = read_result_list(self.page())

        assert (first.title, first.year) == (TEA, "2019")
        assert first.authors == ("Fernhill A.B.", "Brook C.", "Vale E.")
        assert (first.journal, first.volume, first.issue) == ("Imaginary Care", "12", "3")
        assert (first.pages, second.pages) == ("412-419", "e101")
        assert (second.title, second.journal, second.issue) == (SLEEP, "Gardens", None)

    def test_reads_rows_that_run_askew(self):
        askew = [
            replace(one, box=one.box.moved(0.05 * (40 - one.box.top), -0.03 * one.box.left))
            for one in self.page()
        ]

        first, second = read_result_list(askew)

        assert (first.title, first.year, first.pages) == (TEA, "2019", "412-419")
        assert (second.title, second.journal) == (SLEEP, "Gardens")
        places = {(round(one.box.left), round(one.box.top)) for one in askew}
        assert {(round(one.box.left), round(one.box.top)) for one in second.lines} <= places

    def test_parts_a_cell_from_the_year_that_it_touches(self):
        parts = ("Gardens, 4, pp. e101", "2021")
        page = [one for one in self.page() if one.text not in parts]
        wide = "Gardens of the Hill and of Riverside Towns and Meadows, 4, pp. 88- 2021"
        page += [line(wide, left=820, top=200, size=16), line("94", left=820, top=224, size=16)]

        _, second = read_result_list(page)

        assert (second.year, second.pages) == ("2021", "88-94")

    def test_parts_cells_that_were_read_as_one_line(self):
        parts = ("Marsh, D.", "Gardens, 4, pp. e101")
        page = [one for one in self.page() if one.text not in parts]
        # The names fill their cell, so that the next one's words touch them.
        glued = "Marsh, D., Vale, E., Oakley, C., Yew, F., Gardens, 4, pp. e101"
        page.append(line(glued, left=500, top=200, size=16))

        _, second = read_result_list(page)

        assert second.authors == ("Marsh D.", "Vale E.", "Oakley C.", "Yew F.")
        assert (second.journal, second.pages) == ("Gardens", "e101")

    def test_gives_the_only_row_of_a_table(self):
        page = [one for one in self.page() if not 180 < one.box.top < 300]

        assert [row.title for row in read_result_list(page)] == [TEA]

    @pytest.mark.parametrize("head", ["Autnors", "Auihors", "AS0kmce"])
    def test_knows_columns_whose_head_was_misread(self, head):
        page = [replace(one, text=head) if one.text == "Authors" else one for one in self.page()]

        assert [row.authors[-1] for row in read_result_list(page)] == ["Vale E.", "Marsh D."]

    def test_knows_columns_by_their_cells_where_the_head_is_out_of_sight(self):
        page = [one for one in self.page() if one.box.top > 60]

        first, second = read_result_list(page)

        assert (first.title, first.journal, first.year) == (TEA, "Imaginary Care", "2019")
        assert (second.title, second.authors, second.pages) == (SLEEP, ("Marsh D.",), "e101")

    def test_drops_boxes_and_numbers_that_stand_before_the_titles(self):
        marks = {TEA.split(":")[0]: "\u25a11", SLEEP: "2"}
        page = []
        for one in self.page():
            mark = next((marks[text] for text in marks if one.text.startswith(text)), None)
            if mark:
                one = line(f"{mark} {one.text}", left=40 - 24, top=one.box.top, size=16)
            page.append(one)

        assert [row.title for row in read_result_list(page)] == [TEA, SLEEP]

    def test_reads_rows_that_stand_around_their_years(self):
        page = [
            replace(one, box=one.box.moved(0, 12)) if one.text == "2019" else one
            for one in self.page()
        ]

        assert [row.title for row in read_result_list(page)] == [TEA, SLEEP]

    @pytest.mark.parametrize(
        "numbers", ["12(3) pp.412-419", "12(3)pp. 412-419", ". 12(3). pp. 412-419"]
    )
    def test_reads_numbers_whose_commas_were_lost(self, numbers):
        source = f"Imaginary Care, {numbers}".replace(", .", ".")
        page = [replace(one, text=source) if "412" in one.text else one for one in self.page()]

        first, _ = read_result_list(page)

        assert (first.journal, first.volume, first.issue) == ("Imaginary Care", "12", "3")
        assert first.pages == "412-419"

    def test_gives_the_journal_alone_where_its_numbers_cannot_be_read(self):
        page = [
            replace(one, text="Imaginary Care. 12(3). pp. 412 419") if "412" in one.text else one
            for one in self.page()
        ]

        first, _ = read_result_list(page)

        assert (first.journal, first.volume, first.pages) == ("Imaginary Care", None, None)

    def test_parts_turned_names_whose_marks_were_misread(self):
        names = ["Fernhill, A. B.: Brook, C.", "Vale, E. Oak-", "Elm, F. G."]
        page = [one for one in self.page() if not one.text.startswith(("Fernhill", "Vale"))]
        page += [line(text, left=500, top=90 + 24 * n, size=16) for n, text in enumerate(names)]

        first, _ = read_result_list(page)

        assert first.authors == ("Fernhill, A. B.", "Brook, C.", "Vale, E.", "Oak-Elm, F. G.")

    def test_keeps_a_year_whole_whose_box_reaches_over_the_next_column(self):
        page = [*self.page(), line("Citations", left=1360, top=40, size=16)]
        page = [
            replace(one, box=replace(one.box, right=1420)) if one.text == "2019" else one
            for one in page
        ]

        assert [row.year for row in read_result_list(page)] == ["2019", "2021"]

    def test_gives_the_lines_as_they_were_seen_for_a_second_look(self):
        askew = [
            replace(one, box=one.box.moved(0.05 * (40 - one.box.top), -0.03 * one.box.left))
            for one in self.page()
        ]

        first, _ = read_result_list(askew)

        assert set(first.lines) <= set(askew)
        assert first.lines[0].text == "Evening tea for night nurses:"

    def test_keeps_rows_apart_where_a_year_was_read_with_what_stands_before_it(self):
        page = [one for one in self.page() if one.text not in ("2021", "Gardens, 4, pp. e101")]
        page += [
            line("Gardens, 4,", left=820, top=200, size=16),
            line("pp. e1012021", left=1260, top=200, size=16),
        ]

        first, second = read_result_list(page)

        assert (first.title, first.year, first.pages) == (TEA, "2019", "412-419")
        assert (second.title, second.year, second.pages) == (SLEEP, None, None)


class TestTableWithoutYears:
    """Its sources say the years, and a line over each title of what kind it is."""

    def page(self):
        return [
            *table_row(40, "Document title", "Authors", "Source", "Citations"),
            *table_row(
                90,
                "Review\nEvening tea for night nurses:\na cohort study\nShow abistract w",
                "Fernhill, A.B., Brook, C.,\nVale, E.F",
                "Imaginary Care, 2019, 12(3),\npp. 412-419",
                "17",
            ),
            *table_row(
                230,
                f"Article\n{SLEEP}\nShow abstract",
                "Marsh. D.. Oak, E.",
                "Gardens, 2021, 4, e101",
                "3",
            ),
        ]

    def test_begins_a_row_at_every_source(self):
        first, second = read_result_list(self.page())

        assert (first.title, first.journal, first.year) == (TEA, "Imaginary Care", "2019")
        assert (first.volume, first.issue, first.pages) == ("12", "3", "412-419")
        assert (second.title, second.journal, second.year) == (SLEEP, "Gardens", "2021")

    def test_restores_the_stops_and_commas_of_names(self):
        first, second = read_result_list(self.page())

        assert first.authors == ("Fernhill A.B.", "Brook C.", "Vale E.F.")
        assert second.authors == ("Marsh D.", "Oak E.")

    def test_is_known_without_its_head_by_the_cells_of_three_columns(self):
        below_head = [one for one in self.page() if one.box.top > 60]

        found = read_result_list(below_head)

        assert [item.title for item in found] == [TEA, SLEEP]
        assert found[0].authors == ("Fernhill A.B.", "Brook C.", "Vale E.F.")

    def test_pairs_titles_with_sources_in_order_where_a_photo_lets_their_rows_run_apart(self):
        page = [
            replace(one, box=one.box.moved(0, 0.3 * (one.box.top - 90)))
            if one.box.left < LEFTS_OF_CELLS[1] and one.box.top > 60
            else one
            for one in self.page()
        ]

        found = read_result_list(page)

        assert [(item.title, item.journal) for item in found] == [
            (TEA, "Imaginary Care"),
            (SLEEP, "Gardens"),
        ]
