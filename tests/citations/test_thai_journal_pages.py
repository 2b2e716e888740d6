"""Thai journals' pages from their lines: a journal site on a screen, a PDF's first page."""

import pytest

from chapwai.citations.layouts.thai.journal import read_thai_journal
from chapwai.citations.layouts.thai.journal_names import banner_name, name_before_numbers
from chapwai.citations.lines import Box, Line

TITLE = ("ผลของโปรแกรมส่งเสริมการจัดการตนเองต่อพฤติกรรมของ", "ผู้ป่วยเบาหวานชนิดที่ 2")
AUTHORS = ("สมชาย ใจเย็นดี", "อรุณี ณ เชียงสมมุติ")
JOURNAL = "วารสารการพยาบาลสมมุติ"


def line(text, left, top, size, confidence=0.93):
    return Line(text, Box(left, top, left + len(text) * size / 2, top + size), confidence)


def site(**changed):
    """A page of a journal site: menu, title, authors, abstract, and a column beside them."""
    said = {
        "banner": JOURNAL,
        "crumb": "หน้าแรก / เอกสารย้อนหลัง / ปีที่ 40 ฉบับที่ 2 (2559) / บทความวิจัย",
        "title": TITLE,
        "authors": AUTHORS,
        "doi": "DOI: https://doi.org/10.5555/thj.2016.783",
        "reference": (
            "ใจเย็นดี ส., & ณ เชียงสมมุติ อ. (2559). ผลของโปรแกรม",
            "ส่งเสริมการจัดการตนเอง. วารสารการพยาบาล",
            "สมมุติ, 40(2), 198-211. สืบค้น จาก",
        ),
        "issue": "ปีที่ 40 ฉบับที่ 2 (2559): มกราคม - เมษายน 2559",
    } | changed
    return sorted(
        [
            line(said["banner"], 20, 20, 26),
            line(said["crumb"], 20, 70, 13),
            *(line(text, 20, 110 + 42 * n, 28) for n, text in enumerate(said["title"])),
            *_people(said["authors"]),
            line(said["doi"], 20, 330, 15),
            line("บทคัดย่อ", 20, 370, 22),
            *(line("การวิจัยนี้มีวัตถุประสงค์เพื่อศึกษา" * 2, 20, 410 + 24 * n, 13) for n in range(5)),
            line("PDF", 920, 180, 20),
            line("รูปแบบการอ้างอิง", 920, 220, 15),
            *(line(text, 920, 250 + 22 * n, 13) for n, text in enumerate(said["reference"])),
            line("ฉบับ", 920, 400, 16),
            line(said["issue"], 920, 425, 13),
        ],
        key=lambda each: (each.box.middle, each.box.left),
    )


def _people(names):
    for n, name in enumerate(names):
        yield line(name, 20, 215 + 52 * n, 15)
        yield line("คณะพยาบาลศาสตร์ มหาวิทยาลัยสมมุติ", 20, 240 + 52 * n, 12)


class TestReadThaiJournal:
    def test_reads_an_article_of_a_journal_site(self):
        article = read_thai_journal(site())

        assert article.title == "".join(TITLE)
        assert article.authors == AUTHORS
        assert article.journal == JOURNAL
        assert (article.year, article.volume, article.issue) == ("2016", "40", "2")
        assert article.pages == "198-211"
        assert article.dois == ("10.5555/thj.2016.783",)

    def test_reads_the_first_page_of_a_pdf(self):
        lines = [
            line(f"{JOURNAL} ปีที่ 22 ฉบับที่ 2 (มกราคม-เมษายน 2562) หน้า 232-238", 80, 50, 14),
            line(TITLE[0], 150, 100, 24),
            line(TITLE[1], 300, 136, 24),
            line("An Invented English Title of About This Length", 220, 180, 16),
            line("สมชาย ใจเย็นดี1, อรุณี ณ เชียงสมมุติ2*", 280, 220, 16),
            line("1คณะพยาบาลศาสตร์ มหาวิทยาลัยสมมุติ", 270, 250, 14),
            line("บทคัดย่อ", 410, 290, 18),
            line("การวิจัยนี้มีวัตถุประสงค์เพื่อศึกษา" * 2, 80, 320, 15),
        ]

        article = read_thai_journal(lines)

        assert article.title == "".join(TITLE)
        assert article.authors == AUTHORS
        assert article.journal == JOURNAL
        assert (article.year, article.volume, article.issue) == ("2019", "22", "2")
        assert article.pages == "232-238"

    def test_reads_a_banner_that_takes_two_lines_of_a_phone(self):
        lines = site(banner="วารสารการพยาบาล", reference=(), crumb="หน้าแรก / ปีที่ 40 ฉบับที่ 2")
        lines.insert(1, line("สมมุติ", 20, 52, 26))

        assert read_thai_journal(lines).journal == JOURNAL

    def test_parts_the_english_title_from_the_thai_one_above_it(self):
        english = "An Invented English Title in the Same Type"
        lines = site(title=(*TITLE[:1], english))

        assert read_thai_journal(lines).title == TITLE[0]

    def test_drops_what_is_left_of_unread_figures_behind_the_journal(self):
        read = f"{JOURNAL} Of we ฉบับที่ 2 (2559) หน้า 1-9"

        assert name_before_numbers(read[: read.index(" ฉบับ")]) == JOURNAL
        assert name_before_numbers(f"{JOURNAL} ปีที่ md") == JOURNAL

    @pytest.mark.parametrize("issue", ["ปีที่ ??, ฉบับที่ ?", "TH ??, ฉบับที่ ? พ.ศ. ????"])
    def test_ends_the_journal_where_the_figures_of_its_issue_are_unknown(self, issue):
        assert banner_name(f"{JOURNAL} {issue}") == JOURNAL

    def test_reads_an_english_article_under_a_thai_menu(self):
        names = ("Anna Fernhill", "Carl Stonebrook")

        article = read_thai_journal(
            site(title=("Napping and errors among ward nurses:", "a trial"), authors=names)
        )

        assert article.title == "Napping and errors among ward nurses: a trial"
        assert article.authors == names

    def test_keeps_the_end_of_a_title_that_is_set_like_a_name(self):
        names = ("Anna Fernhill", "Carl Stonebrook")
        title = ("Napping and Errors among Ward Nurses: a", "Randomised Controlled Trial")

        article = read_thai_journal(site(title=title, authors=names))

        assert article.title == " ".join(title)
        assert article.authors == names

    def test_takes_the_end_of_a_menu_for_no_journal(self):
        lines = [line("วารสาร", 40, 5, 20), *site()]

        assert read_thai_journal(lines).journal != "วารสาร"

    def test_lets_two_sightings_outvote_a_misread_third(self):
        article = read_thai_journal(site(crumb="หน้าแรก / ปีที่ 46 ฉบับที่ 2 (2559) / บทความวิจัย"))

        assert article.volume == "40"

    def test_gives_no_number_that_two_sightings_dispute(self):
        article = read_thai_journal(
            site(crumb="หน้าแรก / เอกสารย้อนหลัง", issue="ปีที่ 46 ฉบับที่ 2 (2559)")
        )

        assert article.volume is None
        assert article.issue == "2"

    def test_gives_no_number_whose_figures_are_unknown(self):
        article = read_thai_journal(
            site(
                crumb="หน้าแรก / ปีที่ ?? ฉบับที่ ? / บทความวิจัย",
                reference=("ส. (????). ผลของโปรแกรม. วารสารการพยาบาลสมมุติ, ??(?), ???-???.",),
                issue="ปีที่ ?? ฉบับที่ ? (????): มกราคม - เมษายน ????",
            )
        )

        assert (article.year, article.volume, article.issue, article.pages) == (None,) * 4
        assert article.journal == JOURNAL

    @pytest.mark.parametrize(
        "said", ["หน้า 198-211 | เข้าชม 97 ครั้ง", "หน้าที่ 198 - 211", "เลขหน้า: 198-211"]
    )
    def test_takes_pages_from_a_line_of_their_own(self, said):
        page = site(doi=said, reference=(), crumb="หน้าแรก")

        assert read_thai_journal(page).pages == "198-211"

    def test_takes_no_pages_that_no_article_has(self):
        page = site(doi="หน้า 211-198", reference=(), crumb="หน้าแรก")

        assert read_thai_journal(page).pages is None

    @pytest.mark.parametrize(
        ("lines", "last"),
        [
            (("มานะ ยอดดี, อรุณี ทองสมมุติ, สมชาย", "ใจเย็นดี"), "สมชาย ใจเย็นดี"),
            (("มานะ ยอดดี, พ.บ., อรุณี ทองสมมุติ, พย.ม., สมชาย ใจ", "เย็นดี, พย.ม."), "สมชาย ใจเย็นดี"),
            (("มานะ ยอดดี, อรุณี ทองสมมุติ, สม", "ชาย ใจเย็นดี"), "สมชาย ใจเย็นดี"),
            (("มานะ ยอดดี, อรุณี ทองสมมุติ", "ปทุมธานี"), "อรุณี ทองสมมุติ"),
        ],
    )
    def test_gives_a_name_that_goes_on_in_the_next_line_whole(self, lines, last):
        names = [line(text, 20, 215 + 24 * n, 15) for n, text in enumerate(lines)]
        page = sorted([*site(authors=()), *names], key=lambda one: one.box.middle)

        assert read_thai_journal(page).authors[-1] == last

    def test_takes_pages_from_a_reference_with_a_broken_bracket(self):
        broken = ("ส. (2559). ผลของโปรแกรม. วารสาร", "การพยาบาลสมมุติ, 402), 198-211.")

        assert read_thai_journal(site(reference=broken)).pages == "198-211"

    def test_gives_no_doi_that_goes_on_behind_a_space(self):
        article = read_thai_journal(site(doi="DOI: https://doi.org/10.5555/thj 2016.783"))

        assert article.dois == ()

    def test_prefers_the_banner_to_the_same_name_in_small_type(self):
        reference = ("ส. (2559). ผล. วารสารการพยาบาบสมมุติ, 40(2), 198-211.",)

        assert read_thai_journal(site(reference=reference)).journal == JOURNAL

    def test_takes_no_menu_in_tall_letters_for_the_title(self):
        menu = [line(text, 1250, 110 + 30 * n, 30) for n, text in enumerate(("ภาษา", "ภาษาไทย"))]

        assert read_thai_journal([*menu, *site()]).title == "".join(TITLE)

    @pytest.mark.parametrize(
        "lines",
        [
            [],
            [line("A page in English about nothing", 20, 20, 30), line("Volume 12", 20, 80, 14)],
            [line("เรื่องนี้ค่ะ", 20, 20, 20), line("ขอบทความนี้หน่อยค่ะ", 20, 60, 20)],
        ],
        ids=["nothing", "English", "chat"],
    )
    def test_declines_other_pages(self, lines):
        assert read_thai_journal(lines) is None
