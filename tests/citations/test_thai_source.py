"""Volume, issue, year and pages as Thai journals print them."""

import time

import pytest

from chapwai.citations.thai_source import thai_sources_in


def numbers_in(text):
    return [(s.year, s.volume, s.issue, s.pages) for s in thai_sources_in(text)]


class TestThaiSourcesIn:
    @pytest.mark.parametrize(
        ("text", "numbers"),
        [
            ("ปีที่ 12 ฉบับที่ 3 (2562): กันยายน - ธันวาคม 2562", ("2019", "12", "3", None)),
            ("ปีที่ 12 ฉบับที่ 3 (2019): กันยายน - ธันวาคม 2562", ("2019", "12", "3", None)),
            ("ปีที่ 12 ฉบับที่ 4 (2561): ตุลาคม 2561 - มกราคม 2562", ("2018", "12", "4", None)),
            ("ปีที่ 12 ฉบับที่ 3 (พ.ศ. 2562)", ("2019", "12", "3", None)),
            ("ปีที่ 12 เล่มที่ 1 มกราคม - มีนาคม 2562", ("2019", "12", "1", None)),
            ("Vol. 40 No. 2 (2016): มกราคม - เมษายน 2559", ("2016", "40", "2", None)),
            ("ปีที่ 5 ฉบับพิเศษ 1 (2550)", ("2007", "5", "พิเศษ 1", None)),
            ("ปีที่ 22 ฉบับที่ 2 (มกราคม-เมษายน 2562) หน้า 41-50", ("2019", "22", "2", "41-50")),
            ("ปีที่ 22 ฉบับที่ 1-2 พ.ศ. 2562 เลขหน้า 241-50", ("2019", "22", "1-2", "241-250")),
            ("ปีที่ 38 ฉบับที่ 2 (2564) 574-588", ("2021", "38", "2", "574-588")),
            ("วารสารสมมุติ 2552;35(2):122-30.", ("2009", "35", "2", "122-130")),
            ("ก. (2562). ชื่อ. วารสารสมมุติ, 40(2), 198-211. สืบค้น", ("2019", "40", "2", "198-211")),
        ],
    )
    def test_understands_every_order(self, text, numbers):
        assert numbers_in(text) == [numbers]

    @pytest.mark.parametrize("read", ["ปีที 4 ฉบับที 3 (2563)", "Dn 4 ฉบับที่ 3 (2563)"])
    def test_understands_words_that_lost_their_marks(self, read):
        assert numbers_in(read) == [("2020", "4", "3", None)]

    def test_finds_each_of_several(self):
        text = "ปีที่ 4 ฉบับที่ 3 (2563) … วารสารสมมุติ, 4(3), 69-80. … ปีที่ 4 ฉบับที่ 3 (2563)"

        assert [source.volume for source in thai_sources_in(text)] == ["4", "4", "4"]

    @pytest.mark.parametrize(
        "text",
        [
            "นักศึกษาพยาบาลชั้นปีที่ 2 จำนวน 60 คน",
            "ผู้ป่วยเบาหวานชนิดที่ 2",
            "ปีที่ 6 ของการศึกษา",
            "เบาหวาน พ.ศ. 2560-2562",
        ],
    )
    def test_takes_no_other_count_for_a_volume(self, text):
        assert numbers_in(text) == []

    def test_takes_no_number_for_a_volume_that_begins_with_nothing(self):
        assert all(s.volume is None for s in thai_sources_in("วารสารสมมุติ UA 05, ฉบับที่ 3 (2562)"))

    def test_takes_no_volume_of_which_a_figure_is_unread(self):
        assert all(s.volume is None for s in thai_sources_in("ปีที่ 2?, หน้า 41-50 (2562)"))

    def test_takes_no_year_that_has_a_rival(self):
        assert numbers_in("ปีที่ 12 ฉบับที่ 4 ตุลาคม 2561 - มกราคม 2562") == [(None, "12", "4", None)]

    @pytest.mark.parametrize("hostile", ["ปีที่ 1 ", "1 ฉบับที่ ", "(2562", "12(3), ", "หน้า1-"])
    def test_takes_no_longer_than_the_text_is_long(self, hostile):
        started = time.perf_counter()

        thai_sources_in(hostile * (20_000 // len(hostile)))

        assert time.perf_counter() - started < 2
