"""Lists of Thai articles from their lines: hits over many journals, the contents of an issue."""

import pytest

from chapwai.citations.layouts.page import describe_page
from chapwai.citations.layouts.thai.hits import read_thai_hits
from tests.citations.typeset import bottom, column, line

CARE = "ผลของโปรแกรมสมมุติต่อการดูแลตนเองของผู้สูงอายุ"
SLEEP = "ปัจจัยทำนายคุณภาพการนอนหลับในหอผู้ป่วยสมมุติ"
TWO = "สมชาย ใจเย็นดี, อรุณี ชลธีสมมุติ"
ONE = "มานะ ณ เชียงสมมุติ"
JOURNAL = "วารสารการพยาบาลสมมุติ"
SITE = line("ระบบวารสารออนไลน์สมมุติ", top=10, size=30)


def hits(*items, top=60, gap=26):
    """Each item a title in larger type, and lines below it."""
    lines = []
    for title, *others in items:
        lines += column([title], top=top, size=22)
        lines += column(others, top=bottom(lines), size=18)
        top = bottom(lines) + gap
    return lines


class TestReadThaiHits:
    def test_gives_title_authors_and_source_of_each_hit(self):
        page = hits(
            (CARE, TWO, f"{JOURNAL} ปีที่ 40 ฉบับที่ 2 (2559): มกราคม - เมษายน หน้า 198-211", "PDF"),
            (SLEEP, ONE, "เวชสารสมมุติ ปีที่ 7 ฉบับที่ 1 พ.ศ. 2562, 5-12", "PDF"),
        )

        first, second = read_thai_hits([SITE, *page])

        assert (first.title, first.journal) == (CARE, JOURNAL)
        assert first.authors == ("สมชาย ใจเย็นดี", "อรุณี ชลธีสมมุติ")
        assert (first.year, first.volume, first.issue) == ("2016", "40", "2")
        assert (second.title, second.authors, second.journal) == (SLEEP, (ONE,), "เวชสารสมมุติ")
        assert (second.year, second.volume, second.pages) == ("2019", "7", "5-12")

    def test_is_asked_before_the_reader_of_one_articles_page(self):
        source = f"{JOURNAL} ปีที่ 40 ฉบับที่ 2 (2559) หน้า 198-211"
        page = hits((CARE, TWO, source, "PDF"), (SLEEP, ONE, source, "PDF"))

        assert [found.title for found in describe_page([SITE, *page])] == [CARE, SLEEP]

    def test_reads_sources_and_names_that_run_over_two_lines(self):
        source = ("วารสารการพยาบาล", "สมมุติ ปีที่ 40 ฉบับที่ 2 (2559)", "หน้า 198-211")
        names = ("สมชาย ใจเย็นดี, อรุณี", "ชลธีสมมุติ")
        page = hits((CARE, *names, *source, "PDF"), (SLEEP, ONE, *source, "PDF"))

        first, second = read_thai_hits(page)

        assert first.authors == ("สมชาย ใจเย็นดี", "อรุณี ชลธีสมมุติ")
        assert (first.journal, first.volume, first.pages) == (JOURNAL, "40", "198-211")
        assert second.title == SLEEP

    def test_finds_the_authors_below_the_source_too(self):
        source = f"{JOURNAL} ปีที่ 40 ฉบับที่ 2 (2559) หน้า 198-211"
        page = hits((CARE, source, TWO), (SLEEP, source, ONE))

        assert [len(found.authors) for found in read_thai_hits(page)] == [2, 1]

    def test_takes_journal_and_issue_of_a_contents_page_from_its_head(self):
        head = column([JOURNAL, "ปีที่ 40 ฉบับที่ 2 (2559): มกราคม - เมษายน 2559"], top=10, size=26)
        page = hits((CARE, TWO, "1-12"), (SLEEP, ONE, "หน้า 13-20"), top=120)

        first, second = read_thai_hits([*head, *page])

        assert (first.journal, first.volume, first.year) == (JOURNAL, "40", "2016")
        assert (first.pages, second.pages) == ("1-12", "13-20")

    @pytest.mark.parametrize(
        "numbers",
        [" ปีที่ ?? ฉบับที่ ? (????) หน้า ???-???", ", UA 26 ฉบับที่ ? (????: ????-325"],
    )
    def test_knows_the_journal_before_figures_that_were_not_read(self, numbers):
        source = f"{JOURNAL}{numbers}"
        page = hits((CARE, TWO, source, "PDF"), (SLEEP, ONE, source, "PDF"))

        first, _ = read_thai_hits(page)

        assert (first.title, first.journal, first.volume) == (CARE, JOURNAL, None)

    @pytest.mark.parametrize(
        ("printed", "journal"),
        [
            (f"{JOURNAL}, UA", JOURNAL),
            (f"{JOURNAL}, ปีที่ mo", JOURNAL),
            (f"{JOURNAL} ที่", JOURNAL),
            ("สมมุติเวชสาร, UA", "สมมุติเวชสาร"),
            ("paper.pdf จุลสารสมมุติ, UA", "จุลสารสมมุติ"),
            ("Hilltop Nursing Journal, i", "Hilltop Nursing Journal"),
        ],
    )
    def test_ends_the_journal_before_words_that_were_not_read(self, printed, journal):
        source = f"{printed} 16 ฉบับที่ 4 (2563): 22-28"
        page = hits((CARE, TWO, source, "PDF"), (SLEEP, ONE, source, "PDF"))

        first, _ = read_thai_hits(page)

        assert (first.journal, first.volume) == (journal, "16")

    def test_gives_the_last_title_when_its_source_is_below_the_picture(self):
        source = f"{JOURNAL} ปีที่ 40 ฉบับที่ 2 (2559) หน้า 198-211"
        page = hits((CARE, TWO, source, "PDF"), (SLEEP, ONE, source, "PDF"), (CARE + "ไทย", TWO))

        assert read_thai_hits(page)[-1].title == CARE + "ไทย"

    @pytest.mark.parametrize("texts", [(CARE,), (TWO, CARE), (CARE, TWO)])
    def test_is_no_reader_for_a_page_of_one_article(self, texts):
        page = hits((*texts, f"{JOURNAL} ปีที่ 40 ฉบับที่ 2 (2559) หน้า 198-211"))

        assert read_thai_hits(page) == []
