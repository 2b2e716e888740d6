"""Thai text in one order and one spelling, and what engines make of well-known words."""

import time

import pytest

from chapwai.citations.layouts.parts.running import running_text
from chapwai.citations.thai_spelling import spelt_right
from chapwai.citations.wording import is_thai, plain
from tests.citations.typeset import column


class TestPlain:
    @pytest.mark.parametrize(
        ("typed", "meant"),
        [
            ("นํ้า", "น้ำ"),
            ("น้ํา", "น้ำ"),
            ("นำ้", "น้ำ"),
            ("สํานัก", "สำนัก"),
            ("เเพทย์", "แพทย์"),
            ("ท่ี", "ที่"),
            ("ที่่", "ที่"),
            ("นักศึกษา\u200bพยาบาล", "นักศึกษาพยาบาล"),
            ("๒๕๖๒", "2562"),
        ],
    )
    def test_spells_thai_in_one_way(self, typed, meant):
        assert plain(typed) == meant

    def test_takes_no_longer_than_the_text_is_long(self):
        started = time.perf_counter()

        plain("่ํ้าำ่" * 20_000)

        assert time.perf_counter() - started < 1


class TestIsThai:
    def test_knows_thai_among_latin(self):
        assert is_thai("Vol. 40 No. 2 (2016): มกราคม")

    def test_takes_no_lone_mark_for_thai(self):
        assert not is_thai("Temperature 25 ๐C and ํ")


class TestSpeltRight:
    @pytest.mark.parametrize(
        ("read", "printed"),
        [
            ("ลุ่มน๊าสมมุติ", "ลุ่มน้ำสมมุติ"),
            ("ริมนัา", "ริมน้ำ"),
            ("ริมนั้า", "ริมน้ำ"),
            ("บกความวิจัย", "บทความวิจัย"),
            ("แม่นำสมมุติ", "แม่น้ำสมมุติ"),
            ("แม่น้าวังสมมุติ", "แม่น้ำวังสมมุติ"),
            ("หนั้า 12", "หน้า 12"),
            ("ทุ่งเยียว", "ทุ่งเขียว"),
            ("สมศักดี สมมุติ", "สมศักดิ์ สมมุติ"),
            ("กำรศึกษา", "การศึกษา"),
            ("ผล่ของการนวด", "ผลของการนวด"),
            ("โดย สสมชาย", "โดย สมชาย"),
            ("กลิ้นหอม", "กลิ่นหอม"),
            ("โรคลี่หนู", "โรคฉี่หนู"),
            ("จารสารสมมุติ", "วารสารสมมุติ"),
            ("จวารสารสมมุติ", "วารสารสมมุติ"),
            ("บพคัดย่อ", "บทคัดย่อ"),
            ("สมนันทุ์ สมมุติ", "สมนันท์ สมมุติ"),
            ("เมืองนำอยู่", "เมืองน่าอยู่"),
            ("โซติกา สมมุติ", "โชติกา สมมุติ"),
            ("แพทย์แผนโทย", "แพทย์แผนไทย"),
            ("สมมุติ 2562:12(3):41-50", "สมมุติ 2562;12(3):41-50"),
            ("ซูศรีสมมุติ", "ชูศรีสมมุติ"),
            ("ญัชนันท์ สมมุติ", "ณัฐนันท์ สมมุติ"),
            ("ณัชฐผงศ์ สมมุติ", "ณัฐพงศ์ สมมุติ"),
            ("ถึ่งแก้ว สมมุติ", "กิ่งแก้ว สมมุติ"),
            ("อื่นทรสมมุติ", "อินทรสมมุติ"),
            ("เครียงไกร สุคัญญา ภักรวดี", "เกรียงไกร สุกัญญา ภัทรวดี"),
        ],
    )
    def test_mends_what_the_rules_of_spelling_do_not_allow(self, read, printed):
        assert spelt_right(read) == printed

    @pytest.mark.parametrize(
        "right",
        [
            "พื้นที่สูง",
            "น้าสาว",
            "น่าอยู่",
            "การนำร่อง",
            "เยียวยา",
            "ศักดินา",
            "ศักดิพงษ์",
            "กำราบ",
            "แนะนำไป",
            "นนทบุรี",
            "กกุธภัณฑ์",
            "ณัชพล ซูบผอม",
            "ใส่แก้ว อินทร์ ภักดี",
        ],
    )
    def test_leaves_words_alone_that_only_look_like_misreadings(self, right):
        assert spelt_right(right) == right

    @pytest.mark.parametrize(
        ("read", "printed"),
        [
            ("ป๊จจัยทีมีความสัมพันธ์กับภาวะชึมเศร้า", "ปัจจัยที่มีความสัมพันธ์กับภาวะซึมเศร้า"),
            ("วารสารสาธารณสุย", "วารสารสาธารณสุข"),
            ("ความต้นโลหิตสูง", "ความดันโลหิตสูง"),
            ("ลุ่มน้าโขง", "ลุ่มน้ำโขง"),
            ("ชนิดที 2", "ชนิดที่ 2"),
            ("ในพื้นทีสูง", "ในพื้นที่สูง"),
            ("ตำบล we. 2560-2562", "ตำบล พ.ศ. 2560-2562"),
        ],
    )
    def test_gives_back_marks_and_letters_to_well_known_words(self, read, printed):
        assert spelt_right(read) == printed

    @pytest.mark.parametrize(
        "right",
        [
            "ผู้ป่วยรุนแรงในหอผู้ป่วยหนักภายใน 30 นาที 5 ราย",
            "ทีมสหวิชาชีพกับการโน้มน้าวใจ หน้า 5",
            "เสียงดนตรีและความเสี่ยงต่อการได้ยิน",
            "ประสิทธิผลของโปรแกรมในสมชาย วงศ์สมมุติ",
            "A trial of ยาสมมุติ in 2019",
        ],
    )
    def test_leaves_alone_what_is_spelt_right(self, right):
        assert spelt_right(right) == right

    def test_takes_no_longer_than_the_text_is_long(self):
        started = time.perf_counter()

        spelt_right("ปจจยทีมความ" * 2_000)

        assert time.perf_counter() - started < 2


class TestRunningText:
    def test_spells_words_right_that_were_broken_over_two_lines(self):
        lines = column(["ประสบการณ์เกียว", "กับการนอนหลับ"])

        assert running_text(lines) == "ประสบการณ์เกี่ยวกับการนอนหลับ"
