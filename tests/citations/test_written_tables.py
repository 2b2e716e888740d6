"""Tables that people write into documents: numbered rows, wrapped cells, heads of their own."""

from dataclasses import replace

import pytest

from chapwai.citations.layouts.page import describe_page
from tests.citations.typeset import column

LEFTS = {"authors": 100, "year": 330, "title": 420, "journal": 800, "doi": 1080}
HEADS = {"No.": 50, "Author(s)": 150, "Year": 335, "Title": 560, "Journal, Vol(No): pages": 830}
STEP = 20
TEA = {
    "authors": ["1 Fernhill AB,", "Stonebrook CB", "et al."],
    "year": ["2019"],
    "title": ["Evening tea for night", "nurses: a cohort study"],
    "journal": ["Journal of Imaginary", "Care 12(3): 412-419"],
}
SLEEP = {
    "authors": ["2 Marsh D"],
    "year": ["2004"],
    "title": ["Does a balcony garden", "lengthen sleep in winter?"],
    "journal": ["Pretended Rest 8", "Suppl 1: e986"],
}


def cell(name, texts, top):
    lines = column(texts, left=LEFTS[name], top=top, size=STEP / 1.6)
    is_numbered = name == "authors"
    return [_from_margin(one) if is_numbered and one is lines[0] else one for one in lines]


def _from_margin(line):
    """The number before a cell was read with it."""
    return replace(line, box=replace(line.box, left=line.box.left - 40))


def _with_year_behind_names(row):
    others = {name: texts for name, texts in row.items() if name != "year"}
    return others | {"authors": [*row["authors"], f"({row['year'][0]})"]}


def table(*rows, heads=HEADS, gap=8):
    lines = [one for text, left in heads.items() for one in column([text], left=left, size=12.5)]
    top = 80
    for row in rows:
        lines += [one for name, texts in row.items() for one in cell(name, texts, top)]
        top += STEP * max(map(len, row.values())) + gap
    return lines


class TestWrittenTable:
    def test_describes_each_row_by_its_wrapped_cells(self):
        tea, sleep = describe_page(table(TEA, SLEEP))

        assert tea.title == "Evening tea for night nurses: a cohort study"
        assert tea.authors == ("Fernhill AB", "Stonebrook CB")
        assert (tea.journal, tea.year) == ("Journal of Imaginary Care", "2019")
        assert (tea.volume, tea.issue, tea.pages) == ("12", "3", "412-419")
        assert sleep.title == "Does a balcony garden lengthen sleep in winter?"
        assert (sleep.volume, sleep.issue, sleep.pages) == ("8", "Suppl 1", "e986")

    def test_knows_the_heads_in_thai(self):
        thai = ["ลำดับ", "ผู้แต่ง", "ปี", "ชื่อบทความ", "วารสาร ปีที่(ฉบับที่): หน้า"]
        heads = dict(zip(thai, HEADS.values(), strict=True))

        found = describe_page(table(TEA, SLEEP, heads=heads))

        assert [one.pages for one in found] == ["412-419", "e986"]

    def test_takes_the_year_from_behind_the_names(self):
        heads = {text: left for text, left in HEADS.items() if text != "Year"}
        rows = [_with_year_behind_names(row) for row in (TEA, SLEEP)]

        found = describe_page(table(*rows, heads=heads))

        assert [one.year for one in found] == ["2019", "2004"]
        assert found[1].authors == ("Marsh D",)

    @pytest.mark.parametrize("name", ["title", "journal"])
    def test_leaves_out_a_row_with_a_line_missing_from_a_cell(self, name):
        page = table(TEA, {**SLEEP, name: ["First", "", "Last"]}, TEA)

        found = describe_page(page)

        assert [one.year for one in found] == ["2019", "2019"]

    def test_puts_the_doi_together_that_its_cell_has_broken(self):
        heads = HEADS | {"DOI / PMID": 1090}
        page = table(
            TEA | {"doi": ["10.5555/tea.20", "19.0123"]},
            SLEEP | {"doi": ["PMID", "98765432"]},
            heads=heads,
        )

        tea, sleep = describe_page(page)

        assert (tea.dois, tea.pmids) == (("10.5555/tea.2019.0123",), ())
        assert (sleep.dois, sleep.pmids) == ((), ("98765432",))

    def test_leaves_out_the_doi_on_a_line_of_two_cells(self):
        heads = HEADS | {"DOI / PMID": 1090}
        page = table(
            TEA | {"journal": ["Journal of Imaginary 10.5555/tea.8", "Care 12(3): 412-419"]},
            SLEEP | {"doi": ["10.5555/sleep"]},
            TEA | {"doi": ["10.5555/tea.2019"]},
            heads=heads,
        )

        assert describe_page(page)[0].dois == ()
