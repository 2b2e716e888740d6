"""Records of Thai repositories from their lines: labels and values, in Thai or English."""

import pytest

from chapwai.citations.layouts.page import describe_page
from chapwai.citations.layouts.thai.record import read_thai_record
from tests.citations.typeset import line

TITLE = ("ผลของโปรแกรมสมมุติต่อการดูแลตนเอง", "ของผู้สูงอายุ")
ENGLISH = ("Effects of an Invented Program on", "Self-care of Older Persons")
AUTHORS = ("สมชาย ใจเย็นดี", "อรุณี ชลธีสมมุติ")
SOURCE = ("วารสารการพยาบาลสมมุติ, ปีที่ 16 ฉบับที่ 4", "(ก.ย.-ธ.ค. 2563), หน้า 67-81")
ABSTRACT = ("คัดเลือกกลุ่มตัวอย่างแบบเจาะจงจำนวน", "97 ราย ระหว่างเดือนมกราคมถึงมิถุนายน")
THAI = ("ชื่อเรื่อง", "ชื่อเรื่องอื่น", "ผู้แต่ง", "ปีที่พิมพ์", "แหล่งที่มา", "ISSN", "DOI", "บทคัดย่อ")
IN_ENGLISH = ("Title", "Other title", "Author", "Issue date", "Source", "ISSN", "DOI", "Abstract")
VALUES = (TITLE, ENGLISH, AUTHORS, ("2563",), SOURCE, ("2049-3630",), ("10.5555/thj.12",), ABSTRACT)
MENU = line("หน้าแรก > บทความวิชาการ > วารสาร", top=10)


def record(labels=THAI, values=VALUES):
    """The labels in one column, the lines of their values in another."""
    lines, top = [], 60
    for label, value in zip(labels, values, strict=True):
        lines.append(line(label, top=top))
        lines += [line(text, left=300, top=top + 32 * n) for n, text in enumerate(value)]
        top += 32 * len(value) + 20
    return [MENU, *sorted(lines, key=lambda one: one.box.middle)]


class TestReadThaiRecord:
    @pytest.mark.parametrize("labels", [THAI, IN_ENGLISH])
    def test_gives_the_value_of_each_label(self, labels):
        found = read_thai_record(record(labels))

        assert (found.title, found.authors) == ("".join(TITLE), AUTHORS)
        assert (found.journal, found.year) == ("วารสารการพยาบาลสมมุติ", "2020")
        assert (found.volume, found.issue, found.pages) == ("16", "4", "67-81")
        assert (found.issn, found.dois) == ("2049-3630", ("10.5555/thj.12",))

    @pytest.mark.parametrize("labels", [THAI, IN_ENGLISH])
    def test_is_asked_before_the_other_readers(self, labels):
        (found,) = describe_page(record(labels))

        assert (found.title, found.authors) == ("".join(TITLE), AUTHORS)

    def test_knows_labels_that_are_misread(self):
        labels = (*THAI[:3], "ปิที่พิมพ์", "แหส่งที่มา", *THAI[5:])

        assert read_thai_record(record(labels)).journal == "วารสารการพยาบาลสมมุติ"

    def test_ends_a_value_at_a_label_that_cannot_be_read(self):
        labels = (THAI[0], "Zalsavau", *THAI[2:])

        assert read_thai_record(record(labels)).title == "".join(TITLE)

    def test_parts_a_label_from_the_value_in_its_line(self):
        page = record()
        label, year = (next(one for one in page if one.text == text) for text in ("ปีที่พิมพ์", "2563"))
        source = [one for one in page if one.text in SOURCE]
        both = line("ปีที่พิมพ์ 2563", top=label.box.top)
        others = [one for one in page if one not in (label, year, *source)]

        found = read_thai_record([*others, both])

        assert (found.year, found.authors) == ("2020", AUTHORS)

    def test_takes_the_year_of_its_own_row_where_the_source_is_missing(self):
        found = read_thai_record(record(THAI[:4], VALUES[:4]))

        assert (found.year, found.volume) == ("2020", None)

    @pytest.mark.parametrize("left_out", ["ชื่อเรื่อง", "ผู้แต่ง"])
    def test_is_no_reader_for_a_page_without_title_or_authors(self, left_out):
        page = [one for one in record() if one.text != left_out]

        assert read_thai_record(page) is None

    def test_is_no_reader_for_a_record_without_a_thai_word(self):
        values = (ENGLISH, ENGLISH, ("Fernhill A", "Stonebrook C"), *VALUES[3:])

        assert read_thai_record(record(IN_ENGLISH, values)) is None


LIBRARY = (
    ("ประเภททรัพยากร", ("ดรรชนีวารสารไทย",)),
    ("ผู้แต่ง", AUTHORS),
    ("ชื่อเรื่อง", TITLE),
    ("ชื่อวารสาร", ("วารสารการพยาบาลสมมุติ ปีที่ 16,", "ฉบับที่ 4 (ก.ย.-ธ.ค. 2563) หน้า 67-81")),
    ("ISSN", ("2049-3630",)),
)


def catalogue(rows=LIBRARY, ends=200):
    """A library's record: the labels end at one edge, and are read in one line with values."""
    lines, top = [], 60
    for label, (first, *others) in rows:
        text = f"{label} {first}"
        lines.append(line(text, left=ends - 10 * len(label), top=top))
        lines += [
            line(other, left=ends + 10, top=top + 32 * n) for n, other in enumerate(others, 1)
        ]
        top += 32 * (1 + len(others)) + 20
    return lines


class TestRecordOfALibrary:
    def test_has_labels_that_end_at_one_edge(self):
        found = read_thai_record(catalogue())

        assert (found.title, found.authors) == ("".join(TITLE), AUTHORS)

    def test_says_the_numbers_behind_the_journal(self):
        found = read_thai_record(catalogue())

        assert (found.journal, found.year) == ("วารสารการพยาบาลสมมุติ", "2020")
        assert (found.volume, found.issue, found.pages) == ("16", "4", "67-81")

    def test_says_the_journal_before_numbers_that_were_not_read(self):
        unread = ("ชื่อวารสาร", ("วารสารการพยาบาลสมมุติ UA 05, ฉบับที่ 4 (????) หน้า ???",))

        found = read_thai_record(catalogue((*LIBRARY[:3], unread, LIBRARY[4])))

        assert (found.journal, found.volume) == ("วารสารการพยาบาลสมมุติ", None)

    @pytest.mark.parametrize("alone", [False, True])
    def test_may_break_a_label_in_two(self, alone):
        others = [one for one in catalogue() if not one.text.startswith(("ชื่อวารสาร", "ฉบับที่"))]
        top = next(one.box.top for one in catalogue() if one.text.startswith("ชื่อวารสาร"))
        first, second = LIBRARY[3][1]
        broken = [
            *_row("ชื่อ", first, top, alone=alone),
            *_row("วารสาร", second, top + 32, alone=alone),
        ]

        found = read_thai_record(sorted([*others, *broken], key=lambda one: one.box.middle))

        assert (found.title, found.journal) == ("".join(TITLE), "วารสารการพยาบาลสมมุติ")
        assert (found.volume, found.pages) == ("16", "67-81")


def _row(label, value, top, *, alone):
    left = 200 - 10 * len(label)
    if alone:
        return [line(label, left=left, top=top), line(value, left=210, top=top)]
    return [line(f"{label} {value}", left=left, top=top)]
