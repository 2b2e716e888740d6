"""Sheets: a table whose columns of numbers are named, as people keep lists of references."""

from dataclasses import replace

import pytest

from chapwai.citations.layouts.page import describe_page
from chapwai.citations.lines import Box, Line

COLUMNS = {"Authors": 50, "Title": 300, "Journal": 700, "Year": 1000, "Vol": 1080, "Issue": 1150}
COLUMNS |= {"Pages": 1240, "DOI": 1400}
EDGE = 1650
TEA = {
    "Authors": "2 Fernhill AB, Brook C", "Title": "Evening tea for night nurses",
    "Journal": "Imaginary Care", "Year": "2019", "Vol": "12", "Issue": "3", "Pages": "412-419",
    "DOI": "10.5555/care.12",
}  # fmt: skip
SLEEP = {
    "Authors": "3 Vale E, Oak F", "Title": "Does counting sheep lengthen sleep?",
    "Journal": "Pretended Rest", "Year": "2004", "Vol": "8", "Issue": "1", "Pages": "5-17",
    "DOI": "10.5555/rest.8",
}  # fmt: skip
LAMPS = {
    "Authors": "4 Elm G", "Title": "Lamps at the bedside", "Journal": "Imaginary Care",
    "Year": "1998", "Vol": "9", "Issue": "2", "Pages": "88-89", "DOI": "10.5555/care.9",
}  # fmt: skip


def line(text, left, middle, right=None):
    begins = 10 if text[:1].isdigit() and left == COLUMNS["Authors"] else left
    return Line(text, Box(begins, middle - 10, right or begins + 10 * len(text), middle + 10), 0.98)


def row(cells, middle):
    return [line(text, COLUMNS[name], middle) for name, text in cells.items()]


def sheet(*rows, step=26):
    """A sheet of rows below a head, and a word at the window's right border."""
    head = [line(name, left, 140) for name, left in COLUMNS.items()]
    share = line("Share", EDGE - 60, 20, right=EDGE)
    cells = [one for place, cells in enumerate(rows) for one in row(cells, 170 + step * place)]
    return [share, *head, *cells]


def run(page, text, first, *others, right):
    """The page with some cells of one row read as a single line."""
    taken = [next(one for one in page if one.text == first)]
    level = [one for one in page if one.box.middle == taken[0].box.middle]
    taken += [one for one in level if one.text in others]
    glued = line(text, taken[0].box.left, taken[0].box.middle, right=right)
    return [*(one for one in page if one not in taken), glued]


def numbers(found):
    return found.year, found.volume, found.issue, found.pages


class TestSheet:
    def test_describes_each_row_by_the_heads(self):
        tea, sleep, _ = describe_page(sheet(TEA, SLEEP, LAMPS))

        assert (tea.title, tea.authors) == (TEA["Title"], ("Fernhill AB", "Brook C"))
        assert (tea.journal, tea.dois) == ("Imaginary Care", ("10.5555/care.12",))
        assert numbers(tea) == ("2019", "12", "3", "412-419")
        assert numbers(sleep) == ("2004", "8", "1", "5-17")

    def test_parts_numbers_that_were_read_as_one_line(self):
        page = run(sheet(TEA, SLEEP), "2019 12 3", "2019", "12", "3", right=1160)

        assert numbers(describe_page(page)[0]) == ("2019", "12", "3", "412-419")

    def test_parts_numbers_from_the_journal_before_them(self):
        text = "Imaginary Care 2019 12 3"
        page = run(sheet(TEA, SLEEP), text, "Imaginary Care", "2019", "12", "3", right=1160)

        tea, _ = describe_page(page)

        assert tea.journal == "Imaginary Care"
        assert numbers(tea) == ("2019", "12", "3", "412-419")

    def test_keeps_a_supplement_with_its_issue(self):
        text = "2019 12 3 Suppl 1 412-419"
        page = run(sheet(TEA, SLEEP), text, "2019", "12", "3", "412-419", right=1310)

        assert numbers(describe_page(page)[0]) == ("2019", "12", "3 Suppl 1", "412-419")

    def test_leaves_two_numbers_blank_that_were_read_as_one(self):
        page = run(sheet(TEA, SLEEP), "2019 123", "2019", "12", "3", right=1160)

        assert numbers(describe_page(page)[0]) == ("2019", None, None, "412-419")

    def test_takes_a_number_for_the_volume_where_no_issue_can_be(self):
        page = sheet({name: text for name, text in TEA.items() if name != "Issue"}, SLEEP)

        assert numbers(describe_page(page)[0]) == ("2019", "12", None, "412-419")

    def test_begins_rows_level_however_close_they_stand(self):
        page = sheet(TEA, SLEEP, LAMPS, step=20)

        assert [found.title for found in describe_page(page)] == [
            TEA["Title"], SLEEP["Title"], LAMPS["Title"],
        ]  # fmt: skip

    def test_is_not_drawn_askew_by_a_head_that_stands_elsewhere_than_its_figures(self):
        page = [
            line("Year Vol Issue Pages", 960, 140, right=1290) if one.text == "Year" else one
            for one in sheet(TEA, SLEEP, LAMPS)
            if one.text not in {"Vol", "Issue", "Pages"}
        ]

        assert [found.journal for found in describe_page(page)] == [
            "Imaginary Care", "Pretended Rest", "Imaginary Care",
        ]  # fmt: skip


class TestCutCell:
    def test_gives_no_doi_that_reaches_the_border(self):
        page = [
            line(one.text, one.box.left, one.box.middle, right=EDGE - 3)
            if one.text == TEA["DOI"]
            else one
            for one in sheet(TEA, SLEEP)
        ]

        tea, sleep = describe_page(page)

        assert (tea.dois, sleep.dois) == ((), ("10.5555/rest.8",))

    def test_gives_no_doi_that_is_broken(self):
        page = [*sheet(TEA, SLEEP, step=80), line("34.2019", COLUMNS["DOI"], 194)]

        assert describe_page(page)[0].dois == ()

    @pytest.mark.parametrize(
        ("pages", "read"), [("412-419", "412-419"), ("e10122", None), ("98-10", None)]
    )
    def test_gives_pages_at_the_border_only_if_they_say_that_they_are_whole(self, pages, read):
        page = [
            line(pages, one.box.left, one.box.middle, right=COLUMNS["DOI"] - 3)
            if one.text == TEA["Pages"]
            else one
            for one in sheet(TEA, SLEEP)
        ]

        assert describe_page(page)[0].pages == read


def profile(*cells, year="2019"):
    """Somebody's articles: what each cell says in its lines, at 30, cited so often, of a year."""
    rows = [line(text, left, 140) for text, left in [("TITLE", 30), ("CITED BY", 700)]]
    rows.append(line("YEAR", 840, 140))
    for place, cell in enumerate(cells):
        top = 190 + 120 * place
        rows += [line(text, 30, top + 26 * count) for count, text in enumerate(cell)]
        rows += [line("127", 720, top), line(year, 840, top), line("Co-authors", 990, top)]
    return rows


TEA_CELL = (
    "Evening tea for night nurses",
    "AB Fernhill, C Brook",
    "Imaginary Care 12 (3), 412-419",
)
SLEEP_CELL = ("Does counting sheep", "lengthen sleep?", "E Vale, ...", "Pretended Rest 8, e101")


class TestProfile:
    def test_tells_title_names_and_source_of_a_cell_apart(self):
        tea, sleep = describe_page(profile(TEA_CELL, SLEEP_CELL))

        assert (tea.title, tea.authors) == (TEA["Title"], ("AB Fernhill", "C Brook"))
        assert (tea.journal, numbers(tea)) == ("Imaginary Care", ("2019", "12", "3", "412-419"))
        assert (sleep.title, sleep.journal) == (SLEEP["Title"], "Pretended Rest")
        assert numbers(sleep) == ("2019", "8", None, "e101")

    def test_gives_no_journal_whose_name_is_cut(self):
        cell = (*TEA_CELL[:2], "Journal of Imaginary ... 12 (3), 412-419")

        tea, _ = describe_page(profile(cell, SLEEP_CELL))

        assert (tea.journal, tea.volume) == (None, "12")

    def test_leaves_the_last_words_of_a_title_to_it(self):
        cell = ("Evening tea for night nurses in", "Rural Nepal", "AB Fernhill", TEA_CELL[2])
        page = [
            Line(one.text, Box(one.box.left, one.box.top + 3, one.box.right, one.box.bottom), 0.98)
            if one.text == "AB Fernhill"
            else one
            for one in profile(cell, SLEEP_CELL)
        ]

        tea, _ = describe_page(page)

        assert (tea.title, tea.authors) == (" ".join(cell[:2]), ("AB Fernhill",))

    def test_knows_each_cell_though_its_year_reaches_up_to_the_last(self):
        dream = ("Dreams of rain", "B Yew", "Pretended Rest 9 (1), 77")
        page = [
            replace(one, box=replace(one.box, top=one.box.top - 25)) if one.text == "2019" else one
            for one in profile(TEA_CELL, SLEEP_CELL, dream)
        ]

        found = describe_page(page)

        assert [one.volume for one in found] == ["12", "8", "9"]
        assert [one.year for one in found] == ["2019", "2019", "2019"]

    def test_knows_a_head_that_is_broken(self):
        page = [
            line("CITED YEAR", 700, 140, right=890) if one.text == "YEAR" else one
            for one in profile(TEA_CELL, SLEEP_CELL)
            if one.text != "CITED BY"
        ]

        assert [found.year for found in describe_page(page)] == ["2019", "2019"]
