"""Tables of an index of Thai journals, from their lines."""

from dataclasses import replace

import pytest

from chapwai.citations.layouts.page import describe_page
from chapwai.citations.layouts.thai.index_table import read_thai_table
from tests.citations.typeset import line

CARE = ("ผลของโปรแกรมสมมุติต่อการดูแลตนเอง", "ของผู้สูงอายุในหอผู้ป่วย")
ENGLISH = ("Effects of an Invented Program on Self-care",)
SLEEP = ("ปัจจัยทำนายคุณภาพการนอนหลับสมมุติ",)
TWO, ONE = "สมชาย ใจเย็นดี, อรุณี ชลธีสมมุติ", "มานะ ณ เชียงสมมุติ"
LATIN = "Anna Fernhill, Carl Stonebrook"
THAI_NAME, NAME = ("วารสารการพยาบาลสมมุติ",), ("Invented Nursing", "Journal")
ROWS = (
    ((*CARE, TWO), THAI_NAME, ("12(3)", "41-50", "2562", "7")),
    ((*ENGLISH, LATIN), NAME, ("5(1-2)", "198-211", "2549", "13")),
    ((*SLEEP, ONE), THAI_NAME, ("9(1)", "3-8", "2560", "0")),
)
HEADS = {"ลำดับ": 10, "ชื่อบทความ / ผู้แต่ง": 220, "ชื่อวารสาร": 680, "หน้า": 965, "พ.ศ.": 1060}
NUMBERS_AT = (860, 950, 1050, 1130)


def table(rows=ROWS, heads=HEADS, slope=0.0):
    """Heads that are centred over their columns, and cells that begin at the left."""
    lines, top = [line(text, left=left, top=20) for text, left in heads.items()], 60
    for place, (title, journal, numbers) in enumerate(rows, 1):
        lines.append(line(str(place), left=24, top=top))
        lines += _cell(title, 70, top) + _cell(journal, 600, top)
        lines += [line(n, left=at, top=top) for n, at in zip(numbers, NUMBERS_AT, strict=False)]
        top += 26 * max(len(title), len(journal)) + 14
    return _ordered(_tilted(one, slope) for one in lines)


def _cell(texts, left, top):
    return [line(text, left=left, top=top + 26 * n) for n, text in enumerate(texts)]


def _tilted(one, slope):
    return line(one.text, left=one.box.left, top=one.box.top + slope * one.box.left)


def _ordered(lines):
    return sorted(lines, key=lambda one: (one.box.middle, one.box.left))


class TestReadThaiTable:
    @pytest.mark.parametrize("slope", [0.0, 0.02, -0.02])
    def test_gives_the_cells_of_each_row(self, slope):
        first, second, third = read_thai_table(table(slope=slope))

        assert (first.title, first.journal) == ("".join(CARE), THAI_NAME[0])
        assert first.authors == ("สมชาย ใจเย็นดี", "อรุณี ชลธีสมมุติ")
        assert (first.volume, first.issue, first.pages) == ("12", "3", "41-50")
        assert (second.title, second.journal) == (ENGLISH[0], " ".join(NAME))
        assert (second.issue, second.year) == ("1-2", "2006")
        assert (third.title, third.authors, third.year) == (SLEEP[0], (ONE,), "2017")

    def test_is_asked_before_the_readers_of_lists(self):
        assert [found.pages for found in describe_page(table())] == ["41-50", "198-211", "3-8"]

    def test_parts_a_title_from_the_journal_it_was_read_with(self):
        page = [one for one in table() if one.text not in (ENGLISH[0], NAME[0])]
        top = next(one.box.top for one in table() if one.text == ENGLISH[0])
        title = "Effects of an Invented Program on the Self-care of"
        both = line(f"{title} {NAME[0]}", left=70, top=top, size=20)

        found = read_thai_table(_ordered([*page, both]))[1]

        assert (found.title, found.journal) == (title, " ".join(NAME))

    def test_keeps_a_title_that_could_be_names(self):
        rows = ((("Deep Sleep", LATIN), NAME, ("5(1)", "2-9", "2549")), *ROWS)

        found = read_thai_table(table(rows))[0]

        assert (found.title, found.authors) == ("Deep Sleep", ("Anna Fernhill", "Carl Stonebrook"))

    def test_keeps_lines_together_whose_letters_carry_many_marks(self):
        page = [
            replace(one, box=replace(one.box, right=one.box.left + 0.6 * one.box.width))
            if len(one.text) > 20
            else one
            for one in table()
        ]

        assert [len(found.authors) for found in read_thai_table(page)] == [2, 2, 1]

    def test_ends_the_last_row_at_a_gap(self):
        page = [*table(), line("สมาคมห้องสมุดสมมุติ", left=70, top=400)]

        assert read_thai_table(page)[-1].authors == (ONE,)

    def test_leaves_out_numbers_that_were_not_read_for_certain(self):
        page = table()
        unsure = [replace(one, confidence=0.6) if one.text == "41-50" else one for one in page]

        found = read_thai_table(unsure)[0]

        assert (found.pages, found.volume) == (None, "12")

    def test_gives_neither_of_two_numbers_of_one_shape(self):
        rows = ((ROWS[0][0], THAI_NAME, ("12(3)", "41-50", "2562", "2561")), *ROWS[1:])

        found = read_thai_table(table(rows))[0]

        assert (found.year, found.pages) == (None, "41-50")

    def test_knows_heads_that_are_misread(self):
        misread = ("ลำดับ", "อื่อบทความ / ผู้แต่จ", "ยื่อวารสาร", "หน้า", "wa.")

        found = read_thai_table(table(heads=dict(zip(misread, HEADS.values(), strict=True))))

        assert [row.pages for row in found] == ["41-50", "198-211", "3-8"]

    @pytest.mark.parametrize("missing", [1, 2])
    def test_needs_the_heads_of_title_and_journal(self, missing):
        heads = {text: left for n, (text, left) in enumerate(HEADS.items()) if n != missing}

        assert read_thai_table(table(heads=heads)) == []

    def test_needs_rows(self):
        assert read_thai_table(table(ROWS[:1])) == []
