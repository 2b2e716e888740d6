"""Lists of references: how they fall into items, and what is made of broken and cut ones."""

import pytest

from chapwai.citations import identifiers
from chapwai.citations.layouts.page import describe_page
from chapwai.citations.layouts.parts.columns import columns_of
from chapwai.citations.layouts.parts.items import items_of
from chapwai.citations.layouts.parts.reference_heading import is_heading
from chapwai.citations.layouts.parts.rows import rows_of
from chapwai.citations.layouts.parts.running import running_text
from chapwai.citations.layouts.reference_lists.lost_stops import describe_with_stops
from chapwai.citations.layouts.reference_lists.reference_list import read_reference_list
from chapwai.citations.layouts.unknown import read_unknown
from chapwai.citations.lines import text_of
from chapwai.citations.references.tagger import Tagger
from tests.citations.typeset import bottom, column, line

FIRST = (
    "Fernhill AB, Stonebrook C. Evening tea for night nurses: a cohort",
    "study. Imag J Nurs. 2019;12(3):412-9. doi:10.5555/ijn.2019.412",
)
SECOND = (
    "Marsh D, Oakley E. Balcony gardens and the length of the night. Gard",
    "Health. 2021;4(2):88-94. doi:10.5555/gh.2021.88",
)
THIRD = (
    "Vale I, Brook B, Quarry L. Reading aloud on the ward. Appl Quiet.",
    "2020;7(1):1-9. doi:10.5555/aq.7.1",
)
FOURTH = "Yew B. Rain in the towns of the north. Appl Quiet. 2020;1(1):1-2."
ITEMS = (FIRST, SECOND, THIRD)
TITLES = [
    "Evening tea for night nurses: a cohort study",
    "Balcony gardens and the length of the night",
    "Reading aloud on the ward",
]


def texts_of(split):
    return [text_of(item) for item in split.items]


def titles_on(lines):
    return [item.title for item in read_reference_list(lines)]


class TestItems:
    @pytest.mark.parametrize("form", ["{}. ", "[{}] ", "({}) ", "{} ", "[{}", "{}"])
    def test_begin_with_their_numbers(self, form):
        lines = [
            part
            for number, (start, end) in enumerate(ITEMS, start=41)
            for part in (form.format(number) + start, end)
        ]

        assert titles_on(column(lines)) == TITLES

    def test_begin_with_numbers_that_stand_apart_in_the_margin(self):
        lines = []
        for number, item in enumerate(ITEMS, start=7):
            top = bottom(lines) if lines else 40
            lines += column(item, left=100, top=top)
            lines.append(line(f"{number}.", left=50, top=top))

        assert titles_on(lines) == TITLES

    def test_begin_with_a_number_even_if_the_one_before_was_not_read(self):
        lines = [*FIRST, *SECOND, "Vale I. On rest. Appl Quiet. 2020;7(1):1-9."]
        numbered = [f"1. {lines[0]}", lines[1], f"2. {lines[2]}", lines[3], f"4. {lines[4]}"]

        assert len(items_of(column(numbered)).items) == 3

    def test_do_not_begin_with_figures_that_count_nothing(self):
        lines = [
            "1. Marsh D. Rest in the first",
            "12 towns of the north. Appl Quiet. 2020;7(1):1-9.",
        ]
        lines += ["2. Vale I. Rest in the last", "3 towns. Appl Quiet. 2021;8(1):1-9."]

        assert len(items_of(column(lines)).items) == 2

    def test_begin_left_of_their_other_lines(self):
        lines, top = [], 40
        for start, end in ITEMS:
            lines += [line(start, top=top), line(end, left=80, top=top + 32)]
            top += 64

        assert titles_on(lines) == TITLES

    def test_begin_left_of_their_other_lines_on_a_page_askew(self):
        lines, top = [], 40
        for start, end in ITEMS * 3:
            drift = 0.2 * top
            lines += [line(start, left=40 + drift, top=top)]
            lines += [line(f"{end} Read online.", left=72 + drift, top=top + 32)]
            top += 64

        assert len(items_of(lines).items) == 9

    def test_begin_after_a_gap(self):
        lines = column([*FIRST, "", *SECOND, "", *THIRD])

        assert titles_on(lines) == TITLES

    def test_begin_with_a_name_where_nothing_else_shows_it(self):
        assert titles_on(column([*FIRST, *SECOND, *THIRD])) == TITLES

    def test_begin_with_a_name_below_any_heading_in_larger_type(self):
        heading = column(["What the authors have drawn upon"], top=10, size=36)

        assert titles_on(heading + column([*FIRST, *SECOND, *THIRD], top=50)) == TITLES

    def test_do_not_begin_below_a_number_that_was_read_with_a_piece_of_the_first_line(self):
        numbered = column(["[1] Oakley P,"], top=10, size=32)
        lines = numbered + column([*FIRST, f"[2] {SECOND[0]}", SECOND[1]], top=50)

        assert len(items_of(lines).items) == 2

    def test_end_with_the_links_under_them(self):
        links = "Crossref PubMed Google Scholar"
        lines = column([*FIRST, links, *SECOND, links, *THIRD, links])

        found = read_reference_list(lines)

        assert [item.title for item in found] == TITLES
        assert [len(item.lines) for item in found] == [2, 2, 2]

    def test_do_not_hold_what_stands_far_below_the_list(self):
        lines = column(
            [*FIRST, "", *SECOND, "", *THIRD, "", "", "", "We use cookies", "Accept all"]
        )

        *_, last = read_reference_list(lines)

        assert [part.text for part in last.lines] == list(THIRD)

    def test_may_stand_far_apart(self):
        lines = column([*FIRST, "", "", "", *SECOND, "", "", "", *THIRD])

        assert titles_on(lines) == TITLES

    def test_keep_the_words_of_a_justified_line_in_order(self):
        lines = column(
            ["1. Marsh D. Rest in towns. Appl Quiet. 2020;7(1):1-9.", "2. Vale I, Brook"]
        )
        lines += [line("and Grey B.", left=290, top=70), line("Tea. Care. 2021;", left=460, top=74)]
        lines += column(["8(1):2-9."], top=104)

        _, last = texts_of(items_of(lines))

        assert last == "2. Vale I, Brook and Grey B. Tea. Care. 2021; 8(1):2-9."

    def test_have_the_last_word_of_a_justified_line_however_far_it_stands(self):
        lines = column(["Marsh D. Rest in the towns of the", "north and of the south. Appl Quie"])
        lines += [line("Gard, 7(1),", top=104), line("88-94", left=320, top=104)]

        assert [row.text for row in rows_of(lines)][-1] == "Gard, 7(1), 88-94"

    def test_have_nothing_of_what_stands_far_beside_a_ragged_line(self):
        lines = column(["Marsh D. Rest in the towns", "north and of the", "Appl Quiet. 2020."])
        lines += [line("Share", left=420, top=104)]

        assert [row.text for row in rows_of(lines)][-2:] == ["Appl Quiet. 2020.", "Share"]


class TestColumns:
    def test_are_read_from_left_to_right(self):
        left = column([f"1. {FIRST[0]}", FIRST[1], f"2. {SECOND[0]}", SECOND[1]])
        right = column([f"3. {THIRD[0]}", THIRD[1], f"4. {FOURTH}"], left=800)
        mixed = sorted([*left, *right], key=lambda one: one.box.middle)

        assert titles_on(mixed) == [*TITLES, "Rain in the towns of the north"]

    def test_go_on_with_the_item_that_the_first_one_ended_in(self):
        left = column([f"1. {SECOND[0]}", SECOND[1], f"2. {FIRST[0]}"])
        right = column([FIRST[1], f"3. {THIRD[0]}", THIRD[1]], left=800)

        assert titles_on([*left, *right]) == [TITLES[1], TITLES[0], TITLES[2]]

    def test_are_not_seen_in_a_list_with_hanging_indents(self):
        lines, top = [], 40
        for start, end in ITEMS * 2:
            lines += [line(start, top=top), line(end, left=80, top=top + 32)]
            top += 64

        assert len(columns_of(lines)) == 1

    def test_stand_under_banners_that_take_a_third_of_a_short_page(self):
        banner = "Evening tea on the ward and all its friends, sorted by year"
        banners = column([banner] * 4, top=20)
        filters = column(
            ["Filter results", "Year published", "Source of it", "Added lately"], top=160
        )
        hits = column(
            [TITLES[0], "Fernhill AB, Brook C", "Imag Care, 2019", "Added"], left=420, top=160
        )

        found = columns_of([*banners, *filters, *hits])

        assert found[-1] == hits


class TestReferenceList:
    def test_leaves_out_menus_and_ends_of_text_on_either_side_over_its_heading(self):
        menu = column(["AutoSave Notes.docx", "File Home Insert References View"], left=250, top=4)
        menu += [line("Share", left=1150, top=4), line("as part of care.", left=520, top=60)]
        page = [*menu, *column(["References"], left=800, top=90, size=24)]
        misread = ["Fernhill, 1., (2019). Evening tea for", "nurses. Imag J Nurs, 12(3), 412-419."]
        page += column([*misread, *SECOND, *THIRD], left=520, top=130)

        assert titles_on(page) == ["Evening tea for nurses", *TITLES[1:]]

    def test_goes_on_at_the_top_of_the_column_beside_its_heading(self):
        left = column(["References"], top=90, size=24) + column([*FIRST, *SECOND], top=130)
        page = [*left, *column([*THIRD, *THIRD, *THIRD], left=1000, top=40)]

        assert titles_on(page) == [*TITLES[:2], *TITLES[2:] * 3]

    def test_leaves_out_what_stands_over_its_heading(self):
        lines = column(["Fernhill A, Brook B. Draft of 2019", "References", *FIRST, *SECOND])

        assert titles_on(lines) == TITLES[:2]

    def test_is_none_with_a_single_reference(self):
        assert read_reference_list(column(FIRST)) == []

    def test_gives_only_numbers_and_identifiers_of_an_item_that_the_upper_edge_cuts(self):
        lines = column(
            ["of tea. Imag J Nurs. 2019;12(3):412-9. doi:10.5555/ijn.1", *SECOND, *THIRD]
        )
        hanging = [
            line(one.text, left=40 + 40 * (place in {0, 2, 4}), top=one.box.top)
            for place, one in enumerate(lines)
        ]

        cut, *whole = read_reference_list(hanging)

        assert (cut.title, cut.authors, cut.journal) == (None, (), None)
        assert (cut.volume, cut.pages, cut.dois) == ("12", "412-419", ("10.5555/ijn.1",))
        assert [item.title for item in whole] == TITLES[1:]

    @pytest.mark.parametrize(
        "text", ["We use cookies on this site.", "Received 2 May 2019; accepted 7 June 2019"]
    )
    def test_is_none_of_other_text(self, text):
        assert read_reference_list(column([text] * 6)) == []


class TestReferenceCutBelow:
    def test_is_given_by_its_names_and_its_title(self):
        cut = "3. Elm F, Oakley I. Sleeping in small boats: a cohort study. J Imag"
        first, second = (f"{n}. {start}" for n, (start, _) in enumerate((FIRST, SECOND), 1))

        found = read_reference_list(column([first, FIRST[1], second, SECOND[1], cut]))

        assert found[-1].title == "Sleeping in small boats: a cohort study"
        assert (found[-1].authors, found[-1].journal) == (("Elm F", "Oakley I"), None)

    def test_is_left_out_if_its_title_may_go_on(self):
        cut = "3. Elm F, Oakley I. Sleeping in small boats: a cohort"
        first, second = (f"{n}. {start}" for n, (start, _) in enumerate((FIRST, SECOND), 1))

        assert titles_on(column([first, FIRST[1], second, SECOND[1], cut])) == TITLES[:2]


class TestLostStop:
    def test_is_put_back_between_title_and_journal(self):
        lines = column(
            [
                "Marsh, D., & Oakley, E. (2021). Balcony Gardens",
                "Journal of Quiet Care, 4(2), 88-94",
            ]
        )

        found = describe_with_stops(lines)

        assert (found.title, found.journal) == ("Balcony Gardens", "Journal of Quiet Care")

    def test_is_not_put_into_a_journal_behind_the_mark_of_its_title(self):
        lines = column(
            [
                "Brook IA, da Elm FS. What do first-time mothers know about colitis? Nurse",
                "Educ Across Borders.2017;73:e0848679. doi: 10.5555/neab.73",
            ]
        )

        assert describe_with_stops(lines).journal == "Nurse Educ Across Borders"

    def test_is_not_put_into_a_title(self):
        lines = column(
            ["Marsh D, Oakley E. Balcony Gardens and", "Night Nurses. Appl Nurs. 2021;4(2):88-94."]
        )

        assert describe_with_stops(lines).title == "Balcony Gardens and Night Nurses"


class TestThaiLines:
    def test_go_on_without_a_space(self):
        lines = column(["มนัสวี ใจดี. ผลของการ", "นอนหลับ. วารสารพยาบาล", "ลำธาร 2560;8(1):3-5."])

        assert running_text(lines) == "มนัสวี ใจดี. ผลของการนอนหลับ. วารสารพยาบาลลำธาร 2560;8(1):3-5."

    def test_keep_the_space_within_a_name(self):
        lines = column(["มนัสวี ใจดี, นวพร", "ดีเลิศ, สิริกร นาคะ", "วารินทร์. ผลของ"])

        assert running_text(lines) == "มนัสวี ใจดี, นวพร ดีเลิศ, สิริกร นาคะวารินทร์. ผลของ"


class TestSingleReference:
    def test_is_a_list_under_its_heading(self):
        assert titles_on(column(["References", *FIRST])) == TITLES[:1]

    def test_begins_under_its_heading_though_its_first_name_was_misread(self):
        misread = ["Fernhill, 1., (2019). Evening tea for", "nurses. Imag J Nurs, 12(3), 412-419."]
        lines = column(["References", *misread, *SECOND, *THIRD])

        assert titles_on(lines) == ["Evening tea for nurses", *TITLES[1:]]

    def test_is_none_elsewhere(self):
        assert titles_on(column(FIRST)) == []


class TestLinesOfAnItem:
    def test_are_those_of_the_page_though_its_number_stands_apart(self):
        lines, top = [], 40
        for number, item in enumerate(ITEMS, start=7):
            lines += [line(f"{number}.", left=50, top=top), *column(item, left=100, top=top)]
            top = bottom(lines)

        found = read_reference_list(lines)

        assert [part for one in found for part in one.lines] == lines


class TestBrokenAddress:
    def test_names_nothing_on_a_page_of_another_kind_if_its_end_may_be_lost(self):
        lines = column(["Download it from the library today:", "doi:10.5555/3329.2008.6", "887837"])

        assert read_unknown(lines) == []

    def test_is_put_together_where_browsers_break_it(self):
        lines = column(["doi:10.5555/s26614-", "009-72896-2. Accessed 2020."])

        assert "10.5555/s26614-009-72896-2." in running_text(lines)

    def test_is_left_out_where_its_hyphen_may_be_lost(self):
        lines = column(["Care. 2019;1(2):3-4. doi:10.5555/s9603", "8519(24)37412-8"])

        assert "10.5555/" not in running_text(lines)
        assert "Care. 2019;1(2):3-4." in running_text(lines)

    def test_is_put_together_where_it_was_wider_than_the_column(self):
        lines = column(["Gardens and Health", "https://doi.org/10.5555/gh.20", "07.23"])

        assert "10.5555/gh.2007.23" in running_text(lines)

    def test_does_not_go_on_with_the_number_of_the_next_item(self):
        lines = column(["doi:10.5555/ijn.2019.", "24. GARDEN Study Team. On rest."])

        assert "10.5555/ijn.2019. 24." in running_text(lines)

    @pytest.mark.parametrize("rest", ["5 [DOI] [Google Scholar]", "07.23", "887837"])
    def test_does_not_end_the_item_where_its_rest_looks_like_a_number(self, rest):
        lines = column([*FIRST, "Marsh D. Balcony gardens. Gard Health.", "2021;4(2):88-94."])
        lines += column(["https://doi.org/10.5555/gh.2021.88", rest], top=bottom(lines))

        *_, last = read_reference_list(lines)

        assert last.lines[-1].text == rest

    def test_is_not_thought_to_go_on_with_an_item_by_a_group(self):
        lines = column(["1. Marsh D. Rest. Appl Quiet. 2020;7(1):1-9. doi:10.5555/aq.7.1"])
        lines += column(["2. WINTER Group. Tea for two towns. Care. 2021;8(1):2-9."], top=72)

        assert len(items_of(lines).items) == 2

    def test_does_not_go_on_with_the_clock_at_the_foot_of_a_screen(self):
        lines = column(["doi:10.5555/ijn.2019.", "14:07"])

        assert "14:07" not in "".join(identifiers.dois_in(running_text(lines)))

    def test_is_left_out_where_the_rest_is_not_in_sight(self):
        assert "10.5555/" not in running_text(column(["doi:10.5555/s26614-"]))

    def test_is_whole_if_a_word_follows(self):
        lines = column(["doi:10.5555/ijn.2019.412", "Accessed 3 May 2020"])

        assert "10.5555/ijn.2019.412 Accessed" in running_text(lines)


class TestHeadings:
    @pytest.mark.parametrize("text", ["Further reading", "Selected reading", "Suggested Readings:"])
    def test_readings_are_references_too(self, text):
        assert is_heading(line(text))

    @pytest.mark.parametrize("text", ["Reading", "Selected reading aloud on the ward"])
    def test_a_title_of_reading_is_none(self, text):
        assert not is_heading(line(text))


class TestStackedReferences:
    """Publishers' pages begin a line each with names, title and source, and no full stop."""

    LINKS = "View article View in Scopulent Google Scholar"

    def page(self, names="1. A.B. Fernhill, C. Stonebrook"):
        return column(
            [
                "References (3)",
                names,
                "Evening tea for night nurses in winter: a cohort study of",
                "two wards",
                "Imag. J. Nurs., 12 (3) (2019), Article e0412,",
                "10.5555/ijn.2019.412",
                self.LINKS,
                "2. D. Marsh",
                "Balcony gardens and the length of the night",
                "Gard. Health, 4 (2) (2021), pp. 88-94",
                self.LINKS,
                "3. I. Vale, B. Brook",
                "Reading aloud on the ward",
                "Appl. Quiet, 7 (1) (2020), pp. 1-9",
                self.LINKS,
            ]
        )

    def test_are_parted_where_lines_end(self):
        first, second, third = read_reference_list(self.page())

        assert first.title == "Evening tea for night nurses in winter: a cohort study of two wards"
        assert first.authors == ("A.B. Fernhill", "C. Stonebrook")
        assert (first.journal, first.pages) == ("Imag. J. Nurs", "e0412")
        assert first.dois == ("10.5555/ijn.2019.412",)
        assert (second.title, second.journal) == (TITLES[1], "Gard. Health")
        assert (third.title, third.year, third.volume) == (TITLES[2], "2020", "7")

    def test_may_have_names_that_fill_their_line_among_others_that_do_not(self):
        names = "1. A.B. Fernhill, C. Stonebrook, E.F. Oakleigh, T. Elm"

        first, *_ = read_reference_list(self.page(names))

        assert first.authors == ("A.B. Fernhill", "C. Stonebrook", "E.F. Oakleigh", "T. Elm")

    def test_may_have_the_rest_of_a_name_on_a_line_of_its_own(self):
        names = ("1. A.B. Fernhill, C. Stonebrook, E.F. Oakleigh-Marsh, T.", "Elm")
        lines = [one.text for one in self.page()]

        first, *_ = read_reference_list(column([lines[0], *names, *lines[2:]]))

        assert first.authors[2:] == ("E.F. Oakleigh-Marsh", "T. Elm")

    def test_may_have_a_title_that_fills_its_line_among_others_that_do_not(self):
        lines = [one.text for one in self.page()]
        lines[8] = "Balcony gardens and the length of the night in the north"

        _, second, _ = read_reference_list(column(lines))

        assert (second.title, second.journal) == (lines[8], "Gard. Health")

    def test_may_have_the_end_of_the_title_before_the_journal(self):
        lines = [one.text for one in self.page()]
        source = "Psychiatric Wards. Gard Health, 4 (2) (2021), pp. 88-94"
        lines[8:10] = ["Balcony Gardens of Acute", source]

        _, second, _ = read_reference_list(column(lines))

        assert second.title == "Balcony Gardens of Acute Psychiatric Wards"
        assert second.journal == "Gard Health"

    def test_have_the_edge_of_their_own_column(self):
        left = column(FIRST + SECOND + THIRD)
        right = column([one.text for one in left], left=900, top=40)

        found = read_reference_list([*left, *right])

        assert [item.title for item in found] == [*TITLES, *TITLES]

    def test_may_stand_among_items_of_links_alone(self):
        lines = [one.text for one in self.page()]

        assert len(read_reference_list(column([*lines, "9. PubMed Google Scholar"]))) == 3

    def test_are_no_parts_of_one_article(self):
        found = describe_page(self.page())

        assert [one.volume for one in found] == ["12", "4", "7"]


class TestProse:
    TEXT = (
        "Fernhill kept a diary of the tea that she drank on the ward at night,",
        "and of the rain that fell over the balconies of the town.",
        "Marsh, D. has read aloud since 2019, when the gardens were closed.",
    )

    def test_is_not_divided_into_fields(self, monkeypatch):
        monkeypatch.setattr(Tagger, "tagged", lambda *_: pytest.fail("the model was asked"))

        assert read_reference_list(column(self.TEXT)) == []

    def test_is_a_reference_below_the_heading_alone(self):
        lines = column(["References", *FIRST])

        assert titles_on(lines) == TITLES[:1]
