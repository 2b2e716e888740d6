import time

import pytest

from chapwai.mail.addresses import (
    BadAddress,
    find_address,
    mask_addresses,
    masked,
    valid_address,
)


class TestValidAddress:
    @pytest.mark.parametrize(
        "address",
        [
            "patron@dept.example",
            "first.last+tag@sub.dept.example",
            "o'neil_1@dept-2.example",
            "a" * 64 + "@" + ("b" * 60 + ".") * 3 + "exampl",
        ],
    )
    def test_is_the_address_itself(self, address):
        assert valid_address(address) == address

    def test_leaves_out_the_spaces_around_it(self):
        assert valid_address("  patron@dept.example ") == "patron@dept.example"

    @pytest.mark.parametrize(
        "text",
        [
            "",
            "patron",
            "@dept.example",
            "patron@",
            "patron@localhost",
            "patron@dept..example",
            "patron@-dept.example",
            "patron@192.168.0.1",
            ".patron@dept.example",
            "pat..ron@dept.example",
            "patron@dept.example,other@dept.example",
            "patron@dept.example other@dept.example",
            "patron@dept.example\r\nBcc: other@dept.example",
            "patron@dept.example\n",
            "Patron <patron@dept.example>",
            "<script>@dept.example",
            '"patron"@dept.example',
            "patron@other@dept.example",
            "ผู้อ่าน@dept.example",
            "patron@โรงพยาบาล.example",
            "a" * 65 + "@dept.example",
            "a@" + "b." * 150 + "example",
            "a" * 320,
        ],
    )
    def test_refuses_whatever_is_not_exactly_one(self, text):
        with pytest.raises(BadAddress):
            valid_address(text)

    def test_does_not_repeat_the_text_in_its_error(self):
        with pytest.raises(BadAddress) as refusal:
            valid_address("patron@dept.example,")

        assert "patron" not in str(refusal.value)


class TestFindAddress:
    @pytest.mark.parametrize(
        "text",
        [
            "patron@dept.example",
            "ขอบทความนี้ค่ะ ส่งที่patron@dept.exampleนะคะ",
            "ส่งที่...patron@dept.example.",
            "(patron@dept.example)",
            "mailto:patron@dept.example?subject=x",
            "patron@dept.example, then other@dept.example",
            "ｐａｔｒｏｎ＠dept.example",
            "me@home and patron@dept.example",
        ],
    )
    def test_finds_the_first_one_in_what_people_write(self, text):
        assert find_address(text) == "patron@dept.example"

    @pytest.mark.parametrize("text", ["", "ไม่มีค่ะ", "@all", "me@home", "10.1000/x@y"])
    def test_finds_none_where_there_is_none(self, text):
        assert find_address(text) is None

    @pytest.mark.parametrize("unit", ["a", "a.", "a@", "@", "a@b.", "-", "a@b "])
    def test_stays_quick_on_long_nonsense(self, unit):
        started = time.perf_counter()

        find_address(unit * 50_000)
        mask_addresses(unit * 50_000)

        assert time.perf_counter() - started < 1


class TestMasked:
    def test_leaves_the_first_letters(self):
        assert masked("patron@dept.example") == "p***@d***"

    def test_leaves_nothing_else_of_any_address_in_a_text(self):
        text = "550 <patron@dept.example>: user lib+x@river.example, ผู้อ่าน@dept.example unknown"

        assert mask_addresses(text) == "550 <p***@d***>: user l***@r***, ผ***@d*** unknown"
