"""References whose Thai figures could not be read are given without them."""

from chapwai.citations.layouts.reference_lists.reference_list import read_reference_list
from chapwai.citations.references import describe_reference
from tests.citations.typeset import column

NAMES = "สมชาย ใจเย็นดี, อรุณี ชลธีสมมุติ"
TITLE = "การรับรู้เกี่ยวกับการนอนหลับ โรงพยาบาลสมมุติ"
JOURNAL = "วารสารการพยาบาลสมมุติ"


class TestDescribeReference:
    def test_gives_the_words_around_figures_that_were_not_read(self):
        found = describe_reference(f"{NAMES}. {TITLE}. {JOURNAL} ????;??(?):???-?.")

        assert (found.title, found.journal) == (TITLE, JOURNAL)
        assert found.authors == ("สมชาย ใจเย็นดี", "อรุณี ชลธีสมมุติ")
        assert (found.year, found.volume, found.issue, found.pages) == (None,) * 4

    def test_keeps_the_numbers_that_were_read(self):
        found = describe_reference(f"{NAMES}. {TITLE}. {JOURNAL} ????;12(3):41-50.")

        assert (found.year, found.volume, found.issue) == (None, "12", "3")
        assert found.pages == "41-50"

    def test_takes_no_question_for_a_reference(self):
        assert describe_reference("มีบทความนี้ไหมคะ???? รบกวนด้วยค่ะ") is None


class TestReadReferenceList:
    def test_parts_references_whose_years_were_not_read(self):
        other = TITLE.replace("การนอนหลับ", "การออกกำลังกาย")
        lines = [f"{NAMES}. {title}. {JOURNAL} ????;??(?):???-?." for title in (TITLE, other)]

        assert [found.title for found in read_reference_list(column(lines))] == [TITLE, other]

    def test_begins_an_item_behind_pages_though_its_name_was_not_read(self):
        lines = [
            f"{NAMES}. {TITLE}. {JOURNAL} 2562;12(3):41-50.",
            f"รรถีก็ใจเย็นดี. {TITLE}. {JOURNAL}",
            "2563;13(1):7-15.",
        ]

        first, *_ = read_reference_list(column(lines))

        assert (first.volume, first.pages) == ("12", "41-50")
