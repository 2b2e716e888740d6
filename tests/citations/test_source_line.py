"""Volume, issue and pages in the orders that publishers print them."""

import time

import pytest

from chapwai.citations.layouts.sources.orders import listed_source_in
from chapwai.citations.source_line import expanded_pages, only_year, source_in


def numbers_in(text):
    source = source_in(text)
    return source and (source.year, source.volume, source.issue, source.pages)


class TestSourceLine:
    @pytest.mark.parametrize(
        ("text", "numbers"),
        [
            ("J Imag. 2019 Mar 12;12(3):412-9. doi: 10", ("2019", "12", "3", "412-419")),
            ("J Imag.2019;12(3):412-9.doi:10", ("2019", "12", "3", "412-419")),
            ("J Imag. 2021 Nov-Dec;23(111):201-209.", ("2021", "23", "111", "201-209")),
            ("Libr Dreams. 2016;5:17-21.", ("2016", "5", None, "17-21")),
            ("PLoS Imag. 2020 Feb 5;15(2):e0228001.", ("2020", "15", "2", "e0228001")),
            ("J Imag. 1998 May;81 Suppl 1:S41-7.", ("1998", "81", "Suppl 1", "S41-S47")),
            ("J Imag. 2014;20(Suppl2):1-4.", ("2014", "20", "Suppl 2", "1-4")),
            ("J Imag. 2021 Dec;46(12 Pt 2):1234-40.", ("2021", "46", "12 Pt 2", "1234-1240")),
            ("Rev. 2021 Jul 1;7(7):CD012345.pub2.", ("2021", "7", "7", "CD012345.pub2")),
            ("J Imag. 2019 Mar,12(3):412-9.", ("2019", "12", "3", "412-419")),
            ("Journal of Sleep, 12(3), 412-419. (2019)", ("2019", "12", "3", "412-419")),
            ("Volume 5, Issue 2, March 2019, Pages 101-109", ("2019", "5", "2", "101-109")),
            ("Vol. 5 No. 2 (2019): 1-9", ("2019", "5", "2", "1-9")),
            ("Med Imag 2008;71:69-70|DOI: 10.5555/s", ("2008", "71", None, "69-70")),
            ("Sleep, May 2013, Volume 12, Issue 1, 129122", ("2013", "12", "1", "129122")),
            ("Sleep, Volume 12, Issue 3, 412-419", (None, "12", "3", "412-419")),
            ("Sleep (2019) 12:3 (412-419). Date of", ("2019", "12", "3", "412-419")),
            ("Volume 12, Issue 1, 129122 views", (None, "12", "1", None)),
            ("Volume 21, Issue 4, May 2015, Pa Published: 14 May", ("2015", "21", "4", None)),
            ("Sleep, 2017, Vol 20, No 2-3, 239-256", ("2017", "20", "2-3", "239-256")),
            ("Sleep. 2022:42 Suppl:e6. doi: 10", ("2022", "42", "Suppl", "e6")),
            ("Sleep Vol. 38, Iss. 9., (Sep 2017): 33-39", ("2017", "38", "9", "33-39")),
            ("12, Iss. 3, (Mar 2019): e0412", ("2019", "12", "3", "e0412")),
            ("Sleep 2019;12:1987-2004.DOl 10.5555/s", ("2019", "12", None, "1987-2004")),
            ("Volume 6, Issue 2, Pages 25-33 • May 2008 1990-2019", ("2008", "6", "2", "25-33")),
            ("Sleep, Volume 5, Issue 2, e802", (None, "5", "2", "e802")),
            ("Sleep, 12 (3) (2019), Article e0412, 10.5555/s", ("2019", "12", "3", "e0412")),
            ("J. Sleep, vol. 12, no. 3, pp. 412-419, Mar. 2019", ("2019", "12", "3", "412-419")),
            ("J. Imag. Sleep 12, 412-419 (2019)", ("2019", "12", None, "412-419")),
            ("March 2019·Imaginary Sleep 12:412-419", ("2019", "12", None, "412-419")),
            ("Sleep 2019 March 5, 12: e0412", ("2019", "12", None, "e0412")),
            ("VOL. 12NO. 3 | Copyright © 2019", ("2019", "12", "3", None)),
            ("Sleep (2019) 12(3), 412-419", ("2019", "12", "3", "412-419")),
            ("Sleep 2019, Vol. 12 Issue 3, p412.DOI: 10", ("2019", "12", "3", "412")),
            ("Journal of Sleep 12.3 (2019): 412-419.", ("2019", "12", "3", "412-419")),
            ("วารสารสมมติ ปีที่ 12 ฉบับที่ 3 (2562) หน้า 41-50", ("2019", "12", "3", "41-50")),
            ("วารสารสมมติ 2562;12(3):41-50.", ("2019", "12", "3", "41-50")),
        ],
    )
    def test_is_understood_in_many_orders(self, text, numbers):
        assert numbers_in(text) == numbers

    def test_gives_no_pages_where_their_dash_was_misread(self):
        assert numbers_in("J Imag. 2019 Jul;28(7):77.85. doi: 10") == ("2019", "28", "7", None)

    @pytest.mark.parametrize(
        "text",
        [
            "Iced latte, 12, 75",
            "12/3/2567 14:22",
            "95% CI 6.9-7.3",
            "Room 5, 10:30-11:45",
            "Room 2019, 10:30-11:45",
            "2019",
            # Of these four figures two may have been brackets.
            "March 2019 · Imaginary Sleep 1233:412-419",
        ],
    )
    def test_is_not_seen_in_other_numbers(self, text):
        assert source_in(text) is None

    def test_is_looked_for_in_no_time_even_in_nonsense(self):
        nonsense = "2019;12(" + "1 " * 4000 + "Vol 5 " * 500

        started = time.perf_counter()
        source_in(nonsense)

        assert time.perf_counter() - started < 2

    def test_takes_no_number_of_a_supplement_for_a_volume(self):
        found = listed_source_in("Sleep, 2019, 34 Suppl 2, pp. 33-39")

        assert (found.volume, found.issue, found.pages) == ("34", "Suppl 2", "33-39")

    def test_takes_no_number_of_an_issue_for_a_volume(self):
        assert numbers_in("Iss. 1, (May 2022): e0129941.") is None

    def test_is_read_in_capitals(self):
        usual = numbers_in("SLEEP, VOLUME 12, ISSUE 3, MARCH 2019, PAGES 412-419")
        listed = listed_source_in("SLEEP, VOL. 12, ISSUE 3, P412-419")

        assert usual == ("2019", "12", "3", "412-419")
        assert (listed.volume, listed.issue, listed.pages) == ("12", "3", "412-419")


class TestPages:
    @pytest.mark.parametrize(
        ("printed", "pages"),
        [
            ("412-9", "412-419"),
            ("412-419", "412-419"),
            ("1298-305", "1298-1305"),
            ("S41-7", "S41-S47"),
            ("e12-9", "e12-e19"),
            ("e101", "e101"),
            ("101", "101"),
            ("123.e1-123.e7", "123.e1-123.e7"),
        ],
    )
    def test_are_written_out(self, printed, pages):
        assert expanded_pages(printed) == pages


class TestOnlyYear:
    @pytest.mark.parametrize(
        ("text", "year"),
        [
            ("Vol. 12 No. 3 (March 2019)", "2019"),
            ("ปีที่ 12 ฉบับที่ 3 พ.ศ. 2562 (2019)", "2019"),
            ("Published 2019, accepted 2018", None),
            ("No. 120194", None),
        ],
    )
    def test_has_no_rival_of_either_era(self, text, year):
        assert only_year(text) == year
