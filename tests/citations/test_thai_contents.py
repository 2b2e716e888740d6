"""The contents of an issue on the site of a Thai journal."""

from dataclasses import replace

from chapwai.citations.layouts.page import describe_page
from chapwai.citations.layouts.thai.contents import read_thai_contents
from tests.citations.typeset import bottom, line

CARE = "ผลของโปรแกรมสมมุติต่อการดูแลตนเองของผู้สูงอายุ"
SLEEP = "ปัจจัยทำนายคุณภาพการนอนหลับในหอผู้ป่วยสมมุติ"
TWO = "สมชาย ใจเย็นดี, อรุณี ชลธีสมมุติ"
ONE = "มานะ ณ เชียงสมมุติ"
HEAD = [
    line("วารสารการพยาบาลสมมุติ", top=10, size=30),
    line("ปีที่ 40 ฉบับที่ 2 (2559): มกราคม - เมษายน", top=60, size=24),
    line("บทความวิจัย", top=100, size=20),
]


def contents(*items, top=140):
    """Each item a title, names under it, its pages at the right, and a button."""
    lines = []
    for title, names, pages in items:
        rows = [line(text, top=top + 30 * n, size=20) for n, text in enumerate([title, *names])]
        lines += [*rows, line("PDF", top=bottom(rows) + 8, size=20)]
        lines += [line(pages, left=900, top=rows[-1].box.top, size=20)] if pages else []
        top = bottom(lines) + 20
    return lines


class TestReadThaiContents:
    def test_gives_each_article_with_its_pages_and_the_issue_of_all(self):
        page = [*HEAD, *contents((CARE, [TWO], "198-211"), (SLEEP, [ONE], "212-20"))]

        first, second = describe_page(page)

        assert (first.title, first.journal) == (CARE, "วารสารการพยาบาลสมมุติ")
        assert first.authors == ("สมชาย ใจเย็นดี", "อรุณี ชลธีสมมุติ")
        assert (first.year, first.volume, first.issue, first.pages) == (
            "2016",
            "40",
            "2",
            "198-211",
        )
        assert (second.title, second.authors, second.pages) == (SLEEP, (ONE,), "212-220")

    def test_needs_no_head_where_pages_stand_beside_the_articles(self):
        page = contents((CARE, [TWO], "198-211"), (SLEEP, [ONE], "212-220"))

        assert [found.title for found in read_thai_contents(page)] == [CARE, SLEEP]

    def test_needs_no_pages_under_the_head_of_an_issue(self):
        page = [*HEAD, *contents((CARE, [TWO], None), (SLEEP, [ONE], None))]

        assert [found.pages for found in read_thai_contents(page)] == [None, None]

    def test_gives_no_pages_that_the_engine_was_not_sure_of(self):
        page = [*HEAD, *contents((CARE, [TWO], "198-211"), (SLEEP, [ONE], "26-662"))]
        doubtful = [replace(one, confidence=0.5) if one.text == "26-662" else one for one in page]

        assert [found.pages for found in read_thai_contents(doubtful)] == ["198-211", None]

    def test_joins_a_surname_that_a_line_of_names_breaks(self):
        broken = ["สมชาย ใจเย็นดี, อรุณี ชล", "ธีสมมุติ"]
        page = [*HEAD, *contents((CARE, broken, "198-211"), (SLEEP, [ONE], "212-220"))]

        assert read_thai_contents(page)[0].authors == ("สมชาย ใจเย็นดี", "อรุณี ชลธีสมมุติ")

    def test_knows_a_list_of_names_by_those_that_could_be_read(self):
        partly = "สมชาย ใจเย็นดี, อรุณี ชลธีสมมุติ, Geum ชลธี"
        page = [*HEAD, *contents((CARE, [partly], "198-211"), (SLEEP, [ONE], "212-220"))]

        assert [found.title for found in read_thai_contents(page)] == [CARE, SLEEP]

    def test_keeps_the_number_of_the_place_that_a_journal_is_named_for(self):
        banner = line("วารสารการแพทย์เขตสมมุติที่ 14", top=10, size=30)
        page = [banner, *HEAD[1:], *contents((CARE, [TWO], None), (SLEEP, [ONE], None))]

        assert read_thai_contents(page)[0].journal == "วารสารการแพทย์เขตสมมุติที่ 14"

    def test_is_no_reader_for_names_without_an_issue(self):
        assert read_thai_contents(contents((CARE, [TWO], None), (SLEEP, [ONE], None))) == []
