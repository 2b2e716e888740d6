"""Articles on a page that no layout found, and the index knows."""

from dataclasses import replace
from types import MappingProxyType

import pytest

from chapwai.citations.citation import Citation, Reading, Verdict
from chapwai.citations.record import Record
from chapwai.citations.resolve.find import MOST_ASKED
from chapwai.citations.resolve.resolve import resolved_reading
from chapwai.citations.resolve.stretch import Stretch
from tests.citations.page_lines import beside, page
from tests.citations.small_index import SmallIndex

LIGHT = Record(
    title="Night light in surgical wards and the sleep of nurses: a crossover trial",
    authors=("Hollowell MQ", "Österberg AB"),
    journal="Journal of Ward Medicine",
    abbreviation="J Ward Med",
    year="2019",
    volume="12",
    issue="3",
    pages="412-419",
    doi="10.5555/jwm.2019.0123",
    pmid="30000017",
)
BEES = Record(
    title="Bees in the gardens of large hospitals: an inventory of two summers",
    authors=("Quillfeather T", "Marsh EL"),
    journal="Annals of Garden Botany",
    year="2011",
    volume="80",
    issue="1",
    pages="33-40",
    doi="10.5555/agb.80.33",
)
TEA = Record(
    title="Tea",
    authors=("Brandreth P",),
    journal="Annals of Garden Botany",
    year="2014",
    volume="83",
    pages="101-102",
    doi="10.5555/agb.83.101",
)
QUIET = replace(
    LIGHT,
    title="Quiet night wards",
    authors=("Brandreth P", "Oakley D"),
    issue="4",
    pages="88-90",
    doi="10.5555/jwm.2019.0456",
    pmid=None,
)
LIGHT_AGAIN = replace(
    LIGHT, year="2022", volume="15", issue="1", pages="7-19", doi="10.5555/jwm.2022.0007", pmid=None
)
LIGHT_PART_TWO = replace(
    LIGHT, title=f"{LIGHT.title}. Part 2", pages="420-428", doi="10.5555/jwm.2019.0124", pmid=None
)
INDEX = SmallIndex(LIGHT, BEES, TEA)

LIGHT_LINES = (
    ("Night light in surgical wards and the sleep of nurses:", 20),
    ("a crossover trial", 20),
    ("MQ Hollowell, AB Österberg", 16),
    ("J Ward Med, 2019, Vol 12, pages 412 to 419", 16),
)
BEES_LINES = (
    ("Bees in the gardens of large hospitals: an inventory of two summers", 20),
    ("T Quillfeather, EL Marsh", 16),
    ("Annals of Garden Botany, 2011, Vol 80, pages 33 to 40", 16),
)
UNREAD = Citation(
    title="Saved items Home Search", origins=MappingProxyType({"title": "screen"}), is_marked=True
)


def reading(lines, *citations):
    return Reading(verdict=Verdict.NOT_A_CITATION, citations=citations, lines=tuple(lines))


def found(lines, *citations, index=INDEX):
    return resolved_reading(reading(lines, *citations), index=index).citations


def dois(citations):
    return [citation.doi for citation in citations]


class TestFinds:
    def test_are_items_where_nothing_was_read(self):
        result = resolved_reading(reading(page(*LIGHT_LINES)), index=INDEX)

        (citation,) = result.citations
        assert citation.title == LIGHT.title
        assert citation.authors == LIGHT.authors
        assert citation.pages == "412-419"
        assert citation.origins["doi"] == "index"
        assert citation.origins["year"] == "screen"
        assert result.verdict is Verdict.SURE

    def test_stand_in_reading_order(self):
        lines = page(*LIGHT_LINES, 60, *BEES_LINES)

        assert dois(found(lines)) == [LIGHT.doi, BEES.doi]
        assert dois(found(beside(page(*BEES_LINES), *LIGHT_LINES, left=900))) == [
            BEES.doi,
            LIGHT.doi,
        ]

    def test_begin_and_end_within_a_line(self):
        lines = page(
            ("7. Hollowell MQ, Österberg AB (2019). Night light in surgical wards", 16),
            ("and the sleep of nurses: a crossover trial. J Ward Med. 12 (3):", 16),
            ("412-419.", 16),
        )

        assert dois(found(lines)) == [LIGHT.doi]

    def test_bear_misread_letters_on_lines_that_are_hard_to_read(self):
        blurred = [
            replace(line, text=line.text.replace("w", "vv").replace("e", "c"), confidence=0.7)
            for line in page(*LIGHT_LINES)
        ]

        assert dois(found(blurred)) == [LIGHT.doi]

    def test_are_no_titles_that_differ_on_lines_read_well(self):
        lines = page(
            (LIGHT_LINES[0][0].replace("surgical", "medical"), 20),
            *LIGHT_LINES[1:3],
        )

        assert not found(lines)

    def test_are_no_titles_that_share_only_a_frame_on_lines_read_well(self):
        brother = replace(
            LIGHT,
            title="Mixture models meet compressed sensing: non-invasive crop-yield estimation with "
            "limited labels",
        )
        lines = page(
            ("Finite-element models meet compressed sensing: non-invasive landslide", 20),
            ("estimation with limited labels", 20),
            *LIGHT_LINES[2:3],
            ("J Ward Med, 2019", 16),
        )

        assert not found(lines, index=SmallIndex(brother))

    @pytest.mark.parametrize("twin", [LIGHT_AGAIN, LIGHT_PART_TWO])
    def test_are_no_twins_of_what_the_page_shows(self, twin):
        assert not found(page(*LIGHT_LINES), index=SmallIndex(twin, BEES))

    @pytest.mark.parametrize("before", ["Erratum:", "Reply to", "Comment on:"])
    def test_are_not_what_the_page_corrects_or_answers(self, before):
        title, *others = LIGHT_LINES

        assert not found(page((f"{before} {title[0]}", 20), *others))

    def test_are_not_the_first_part_of_two(self):
        lines = page(LIGHT_LINES[0], ("a crossover trial. Part 2", 20), *LIGHT_LINES[2:])

        assert not found(lines)

    def test_are_followed_by_the_number_of_the_next_item(self):
        lines = page(*LIGHT_LINES[:2], ("2. MQ Hollowell, AB Österberg", 20), *LIGHT_LINES[3:])

        assert dois(found(lines)) == [LIGHT.doi]

    def test_are_in_print_where_that_is_as_likely_as_ahead_of_it(self):
        ahead = replace(LIGHT, year="2018", volume=None, issue=None, pages=None)
        lines = page(*LIGHT_LINES[:3], (f"J Ward Med. doi: {LIGHT.doi}", 16))

        (citation,) = found(lines, index=SmallIndex(ahead, LIGHT))

        assert (citation.year, citation.pages) == ("2019", "412-419")

    def test_need_a_year_or_a_place_beside_people_and_journal(self):
        lines = page(*LIGHT_LINES[:3], ("J Ward Med", 16))

        assert not found(lines)

    def test_are_not_what_begins_on_another_page_of_the_same_volume(self):
        other = replace(LIGHT, issue="2", pages="193-201", doi="10.5555/jwm.2019.0077", pmid=None)
        lines = page(*LIGHT_LINES[:3], ("J Ward Med 12 (3), 412-419", 16), ("2019", 16))

        assert not found(lines, index=SmallIndex(other))

    def test_are_no_preprints_of_what_the_page_shows(self):
        preprint = replace(
            LIGHT, journal="wardRxiv", abbreviation=None, volume=None, issue=None, pages=None
        )
        at_a_meeting = replace(preprint, journal="Proceedings of the Night", pages="1-6")

        assert dois(found(page(*LIGHT_LINES), index=SmallIndex(preprint))) == []
        assert dois(found(page(*LIGHT_LINES), index=SmallIndex(at_a_meeting))) == []

    def test_do_not_begin_where_the_pages_of_another_end(self):
        second = replace(LIGHT_PART_TWO, pages="419-428")
        lines = page(*LIGHT_LINES[:3], ("J Ward Med, 2019, Vol 12, pages 412-419", 16))

        assert dois(found(lines, index=SmallIndex(second))) == []

    def test_need_more_than_a_title_and_a_year(self):
        lines = page(*LIGHT_LINES[:2], ("Updated in 2019", 16))

        assert not found(lines)

    def test_need_people_and_source_where_the_title_is_short(self):
        lines = page(("Tea and nothing else", 20), ("P Brandreth writes in 2014", 16))

        assert not found(lines)

    @pytest.mark.parametrize("gap", [30, 60])
    def test_need_people_and_source_of_their_own_where_the_title_is_short(self, gap):
        neighbour = (*LIGHT_LINES[:3], ("Journal of Ward Medicine 2019 12:3 (412-419)", 16))
        own = (("Quiet night wards", 20), ("P Brandreth", 16), ("Garden Botany 2011 80:1 (3)", 16))

        assert not found(page(*neighbour, gap, *own), index=SmallIndex(QUIET))
        assert not found(page(*own, gap, *neighbour), index=SmallIndex(QUIET))

    def test_stand_under_the_heading_of_the_issue_where_the_title_is_short(self):
        heading = (("Journal of Ward Medicine", 30), ("Volume 12, Issue 4, March 2019", 20))
        own = (("Quiet night wards", 20), ("P Brandreth", 16))

        citations = found(page(*heading, 400, *own), index=SmallIndex(QUIET))

        assert dois(citations) == [QUIET.doi]

    def test_take_nothing_from_a_neighbour(self):
        unnumbered = replace(LIGHT, doi=None, pmid=None)
        lines = page(*LIGHT_LINES, ("See also doi.org/10.5555/agb.80.33", 16))

        (citation,) = found(lines, index=SmallIndex(unnumbered))

        assert citation.doi is None

    def test_stand_at_their_place_whatever_a_neighbour_prints(self):
        neighbour = ("Bees in gardens, 2004, doi.org/10.5555/agb.80.33", 16)

        assert dois(found(page(*LIGHT_LINES, neighbour))) == [LIGHT.doi]

    def test_may_be_misread_on_any_line_where_their_place_is_printed(self):
        title, *others = LIGHT_LINES
        lines = page((title[0].replace("sleep of", "s1ccp ol"), 20), *others)

        assert dois(found(lines)) == [LIGHT.doi]

    def test_take_journal_and_volume_from_the_heading_of_the_issue(self):
        lines = page(
            ("Journal of Ward Medicine", 30),
            ("Volume 12, Issue 3, March 2019", 20),
            400,
            *LIGHT_LINES[:3],
        )

        (citation,) = found(lines)
        assert citation.doi == LIGHT.doi
        assert (citation.origins["year"], citation.origins["volume"]) == ("screen", "screen")
        assert not found(lines, index=SmallIndex(LIGHT_AGAIN))


class TestStretch:
    def test_shows_a_title_without_the_line_above_it(self):
        (above, title) = page(("PDF", 20), BEES_LINES[0])

        seen = Stretch((above, title)).seen(BEES.title)

        assert seen.text == BEES.title
        assert seen.lines == (title,)

    def test_shows_the_rest_of_a_word_in_which_the_title_would_begin(self):
        (line,) = page(("Sleep in women of the night shift and its many consequences", 20))

        seen = Stretch((line,)).seen("men of the night shift and its many consequences")

        assert seen.text.startswith("women of")

    def test_shows_no_title_that_is_cut_off(self):
        (line,) = page(("Bees in the gardens of large hospitals", 20))

        assert Stretch((line,)).seen(BEES.title) is None


class TestItemsThatWereReadBadly:
    def test_are_replaced_by_what_stands_on_their_lines(self):
        glued = Citation(
            title="Article PDF available Night light in surgical wards and the sleep of"
        )

        (citation,) = found(page(("Article PDF available", 16), *LIGHT_LINES), glued)

        assert citation.doi == LIGHT.doi

    def test_are_replaced_however_little_of_those_lines_they_hold(self):
        (citation,) = found(page(*LIGHT_LINES), Citation(title="crossover", is_marked=True))

        assert citation.doi == LIGHT.doi
        assert citation.is_marked

    def test_are_replaced_by_what_stands_at_their_place(self):
        misread = Citation(title="Reading room of the week", volume="12", pages="412-419")

        assert dois(found(page(*LIGHT_LINES), misread)) == [LIGHT.doi]

    def test_stay_marked(self):
        marked = Citation(title="Night light in surgical wards and sleep", is_marked=True)

        assert found(page(*LIGHT_LINES), marked)[0].is_marked

    def test_leave_the_page_if_they_name_nothing_and_others_are_found(self):
        lines = page(("Saved items Home Search", 16), *LIGHT_LINES)

        assert dois(found(lines, UNREAD)) == [LIGHT.doi]

    def test_leave_a_list_in_smaller_type_than_their_own(self):
        lines = page(("Saved items Home Search", 40), *LIGHT_LINES, 60, *BEES_LINES)

        assert dois(found(lines, UNREAD)) == [LIGHT.doi, BEES.doi]

    def test_stay_above_one_title_in_smaller_type(self):
        lines = page(("Saved items Home Search", 40), *BEES_LINES)

        assert found(lines, UNREAD) == (UNREAD,)

    def test_stay_if_nothing_is_found(self):
        lines = page(("Saved items Home Search", 16))

        assert found(lines, UNREAD) == (UNREAD,)


class TestALargeTitleAlone:
    LINES = (
        *((text, 40) for text, _ in LIGHT_LINES[:2]),
        ("Hnlbvvcll, Ostbcrg", 16),
        ("Jmal ol Wnd Mcdc", 16),
    )

    def test_becomes_a_question_which_of_the_articles_that_bear_it(self):
        result = resolved_reading(
            reading(page(*self.LINES)), index=SmallIndex(LIGHT, LIGHT_AGAIN, BEES)
        )

        (citation,) = result.citations
        assert citation.title == LIGHT.title
        assert set(citation.candidates) == {LIGHT, LIGHT_AGAIN}
        assert not citation.is_identified
        assert result.verdict is Verdict.UNSURE

    def test_is_none_in_type_like_the_rest(self):
        assert not found(page(*((text, 16) for text, _ in self.LINES)))

    def test_is_none_where_something_speaks_against_it(self):
        assert not found(page(*self.LINES, ("Vol 33, pages 101 to 109, 1999", 16)))

    def test_is_none_beside_what_was_read(self):
        assert found(page(*self.LINES), UNREAD) == (UNREAD,)


class TestThePageOfOneArticle:
    ARTICLE = Citation(
        title=LIGHT.title, authors=LIGHT.authors, journal=LIGHT.journal, year="2019", volume="12"
    )

    def test_gets_no_items_from_its_margins(self):
        large = [(text, 2 * size) for text, size in LIGHT_LINES[:2]]
        lines = beside(
            page(*large, *LIGHT_LINES[2:]), ("Similar articles", 16), *BEES_LINES, left=1500
        )

        assert dois(found(lines, self.ARTICLE)) == [LIGHT.doi]

    def test_is_not_asked_about_once_it_is_known(self):
        index = SmallIndex(LIGHT, BEES)
        large = [(text, 2 * size) for text, size in LIGHT_LINES[:2]]

        text = [("Some words of an abstract that nobody asks the index about", 16)] * 3
        found(page(*large, *LIGHT_LINES[2:], *text), self.ARTICLE, index=index)

        assert index.asked.count("title") <= 1

    def test_gets_items_in_the_same_type_that_print_their_place(self):
        in_one_type = [(text, 16) for text, _ in (*LIGHT_LINES, *BEES_LINES)]

        assert dois(found(page(*in_one_type), self.ARTICLE)) == [LIGHT.doi, BEES.doi]


class TestQuestions:
    def test_are_bounded(self):
        index = SmallIndex(LIGHT)
        words = ["quiet rivers carry many boats", "long letters about nothing much"]

        found(page(*((f"{words[n % 2]} {n}", 16) for n in range(200))), index=index)

        assert index.asked.count("title") == MOST_ASKED

    def test_are_not_put_about_a_text_without_lines(self):
        index = SmallIndex(LIGHT)

        assert found([], index=index) == ()
        assert not index.asked
