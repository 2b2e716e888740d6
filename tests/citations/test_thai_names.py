"""Thai names, as journals print lists of them and as engines read these."""

import pytest

from chapwai.citations.thai_names import is_thai_names, thai_names_in


class TestThaiNamesIn:
    @pytest.mark.parametrize(
        "text",
        [
            "สมชาย ใจเย็นดี, อรุณี ชลธีสมมุติ",
            "สมชาย ใจเย็นดี1, อรุณี ชลธีสมมุติ2*",
            "สมชาย ใจเย็นดี? อรุณี ชลธีสมมุติ*",
            "สมชาย ใจเย็นดี)!, อรุณี ชลธีสมมุติ!",
            "สมชาย ใจเย็นดี และ อรุณี ชลธีสมมุติ",
            "นพ.สมชาย ใจเย็นดี, ผศ.ดร.อรุณี ชลธีสมมุติ",
            "นายสมชาย ใจเย็นดี, นางสาวอรุณี ชลธีสมมุติ",
            "รองศาสตราจารย์ ดร. สมชาย ใจเย็นดี; อ.อรุณี ชลธีสมมุติ",
            "สมชาย ใจเย็นดี พ.บ., อรุณี ชลธีสมมุติ พย.ม.",
            "ผู้แต่ง: สมชาย ใจเย็นดี, อรุณี ชลธีสมมุติ",
            "สมชาย ใจเย็นดี อรุณี ชลธีสมมุติ",
        ],
    )
    def test_gives_first_names_and_surnames_alone(self, text):
        assert thai_names_in(text) == ("สมชาย ใจเย็นดี", "อรุณี ชลธีสมมุติ")

    def test_keeps_the_particle_of_a_surname(self):
        assert thai_names_in("สมชาย ณ เชียงสมมุติ") == ("สมชาย ณ เชียงสมมุติ",)

    def test_keeps_first_names_that_begin_like_a_title(self):
        assert thai_names_in("นายิกา ใจเย็นดี") == ("นายิกา ใจเย็นดี",)

    def test_finds_none_in_a_place_of_work(self):
        assert thai_names_in("คณะพยาบาลศาสตร์ มหาวิทยาลัยสมมุติ") == ()


class TestIsThaiNames:
    @pytest.mark.parametrize("text", ["สมชาย ใจเย็นดี", "นพ.สมชาย ใจเย็นดี1, อรุณี ชลธีสมมุติ)!,"])
    def test_knows_names(self, text):
        assert is_thai_names(text)

    @pytest.mark.parametrize(
        "text",
        [
            "โรงพยาบาลสมมุติ จังหวัดสมมุติ",
            "บทความวิจัย",
            "หน้าแรก ฉบับปัจจุบัน",
            "ผลของโปรแกรมต่อความดันโลหิต",
            "เกษตรกรชาวสวน ภาคใต้ตอนล่าง",
            "ข้อมูลโดยใช้แบบสอบถาม กลุ่มตัวอย่างจำนวน",
            "Anna Fernhill",
        ],
    )
    def test_knows_what_is_something_else(self, text):
        assert not is_thai_names(text)
