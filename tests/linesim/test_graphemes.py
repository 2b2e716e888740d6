"""Lengths as LINE counts them."""

import pytest

from linesim.graphemes import grapheme_length, utf16_length


class TestGraphemeLength:
    @pytest.mark.parametrize(
        ("text", "length"),
        [
            ("", 0),
            ("abc", 3),
            ("น้ำ", 1),
            ("ที่", 1),
            ("เก้า", 3),
            ("ไม่มีค่ะ", 5),
            ("e\u0301", 1),
            ("👍🏽", 1),
            ("👩‍⚕️", 1),
            ("🇹🇭🇹🇭", 2),
            ("❤️", 1),
            ("\r\n", 1),
        ],
    )
    def test_counts_what_people_see(self, text, length):
        assert grapheme_length(text) == length


class TestUtf16Length:
    @pytest.mark.parametrize(("text", "length"), [("ก", 1), ("🙏", 2), ("\ud800", 1)])
    def test_counts_code_units(self, text, length):
        assert utf16_length(text) == length
