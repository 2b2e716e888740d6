"""Which lines of a page are read again as Thai, and which reading of a line is believed."""

from dataclasses import replace

import pytest
from PIL import Image

from chapwai.citations.engines.thai_engine import ReadLine
from chapwai.citations.lines import Box, Line
from chapwai.citations.thai_lines import thai_turn, with_thai_read

PAGE = Image.new("RGB", (800, 600), "white")
TITLE = "ผลของโปรแกรมสมมุติต่อผู้สูงอายุ"


class Reader:
    """Answers with what was written for it, line by line of the page, look by look."""

    def __init__(self, looks):
        self.looks = [list(texts) for texts in looks]
        self.seen = 0

    def read_lines(self, pictures):
        pictures = list(pictures)
        self.seen += len(pictures)
        self.widths = [picture.width for picture in pictures]
        texts = self.looks.pop(0) if pictures else []
        return [ReadLine(text, 0.93) for text in texts]


class FiguresReader(Reader):
    """The same, of pictures with Thai figures in them."""

    def read_lines(self, pictures):
        return [one._replace(had_thai_figures=True) for one in super().read_lines(pictures)]


class AlwaysTheTitle:
    """Reads the same on every picture."""

    def read_lines(self, pictures):
        return [ReadLine(TITLE, 0.93) for _ in pictures]


def garbled(*texts, confidence=0.7):
    return [
        Line(text, Box(20, 40 * n + 10, 20 + 11 * len(text), 40 * n + 30), confidence)
        for n, text in enumerate(texts)
    ]


def read(lines, *looks):
    return with_thai_read(PAGE, lines, loaded=lambda: Reader(looks))


class TestWithThaiRead:
    def test_reads_doubtful_lines_again_where_they_are_thai(self):
        lines = garbled("waunvlUsunsu", "aūulavuu tan")
        thai = [TITLE, "สมชาย ใจเย็นดี"]

        reread = read(lines, thai, thai, thai)

        assert [line.text for line in reread] == thai
        assert [line.box for line in reread] == [line.box for line in lines]

    def test_costs_a_clearly_read_page_nothing(self):
        lines = garbled("A clear English line", "Another one of them", confidence=0.98)

        def never():
            raise AssertionError

        assert with_thai_read(PAGE, lines, loaded=never) == lines

    def test_leaves_a_bad_photo_of_english_after_a_few_lines(self):
        lines = garbled(*["Amulticenterstucly"] * 12)
        reader = Reader([["A multicenter study"] * 2])

        assert with_thai_read(PAGE, lines, loaded=lambda: reader) == lines
        assert reader.seen == 2

    def test_asks_more_lines_where_one_of_the_first_is_thai(self):
        lines = garbled("tuberculosisunit", *["waunvlUsunsu"] * 3)
        mixed = ["tuberculosis unit", TITLE]

        reread = read(lines, mixed, [TITLE] * 2, *[[mixed[0], *[TITLE] * 3]] * 3)

        assert [line.text for line in reread[1:]] == [TITLE] * 3

    def test_probes_no_more_than_the_beginning_of_a_long_line(self):
        lines = garbled("w" * 70, "w" * 70)
        reader = Reader([["A multicenter study"] * 2])

        with_thai_read(PAGE, lines, loaded=lambda: reader)

        assert max(reader.widths) < 800

    def test_leaves_the_page_as_it_is_without_the_engine(self):
        lines = garbled("waunvlUsunsu", "aūulavuu tan")

        assert with_thai_read(PAGE, lines, loaded=lambda: None) == lines

    def test_believes_the_reading_that_two_looks_share(self):
        lines = garbled("waunvlUsunsu", "aūulavuu tan")
        probe = [TITLE, TITLE]
        wrong = TITLE.replace("ผล", "พล")

        reread = read(lines, probe, [wrong, wrong], probe, probe)

        assert [line.text for line in reread] == probe

    def test_believes_a_number_that_the_other_engine_read_too(self):
        lines = garbled("Uñ 12 auuñ 3 (2562)", "aūulavuu tan")
        issue = "ปีที่ 12 ฉบับที่ 3 (2562)"

        reread = read(lines, [issue, TITLE], [issue, TITLE], [issue, TITLE])

        assert reread[0].text == issue
        assert reread[0].confidence > 0.9

    def test_gives_no_number_that_is_read_differently_each_time(self):
        lines = garbled("Uñ l auuñ (zsbz)", "aūulavuu tan")
        one, other, third = (f"ปีที่ {volume} ฉบับที่ 3 (2562)" for volume in ("12", "17", "72"))

        reread = read(lines, [one, TITLE], [one, TITLE], [other, TITLE], [third])

        assert reread[0].text == "ปีที่ ?? ฉบับที่ 3 (2562)"
        assert reread[0].confidence <= 0.5

    def test_gives_no_thai_figures(self):
        lines = garbled("waunvlUsunsu", "aūulavuu tan")
        looks = ["ปีที่ ๑๒ ฉบับที่ ๓", TITLE]

        assert read(lines, looks, looks, looks, looks[:1])[0].text == "ปีที่ ?? ฉบับที่ ?"

    def test_believes_thai_figures_that_two_looks_share(self):
        lines = garbled("waunvlUsunsu", "aūulavuu tan")
        unsure, sure = "ปีที่ ๑๒ ฉบับที่ 3", "ปีที่ 12 ฉบับที่ 3"

        reread = read(lines, [unsure, TITLE], [unsure, TITLE], [sure, TITLE], [sure])

        assert reread[0].text == sure

    def test_takes_a_line_of_thai_figures_alone_for_thai(self):
        lines = garbled("waunvlUsunsu", "aūulavuu tan", "mo-ab")
        reader = FiguresReader([[TITLE, TITLE, "70-74"]] * 3)

        reread = with_thai_read(PAGE, lines, loaded=lambda: reader)

        assert reread[2].text == "70-74"

    def test_keeps_the_address_as_the_other_engine_read_it(self):
        lines = garbled(
            "waunvlUsunsu. aūulavuu tan1n https://doi.org/10.5555/thj.12", "aūulavuu tan"
        )
        cited = "วารสารสมมุติ. สืบค้นจาก https://dol.org/10.5555/tbj.12"

        reread = read(lines, [cited, TITLE], [cited, TITLE], [cited, TITLE])

        assert reread[0].text == "วารสารสมมุติ. สืบค้นจาก https://doi.org/10.5555/thj.12"

    def test_keeps_a_line_that_is_all_address(self):
        lines = garbled("https://www.example.org/thj/12", "waunvlUsunsu", "aūulavuu tan")
        looks = ["หบุม://พานาน.เตล", TITLE, TITLE]

        assert read(lines, looks[:2], looks[2:], looks, looks)[0] == lines[0]

    def test_reads_a_line_again_that_is_sure_but_has_a_buddhist_year(self):
        lines = garbled("waunvlUsunsu", "aūulavuu tan")
        dated = garbled("Fernhill Nursing Journal, ñ 7 auu 2 (2554): 31-45", confidence=0.96)
        seen = "ก Nursing Journal, ปีที่ 7 ฉบับที่ 2 (2554): 31-45"

        reread = read([*lines, *dated], [TITLE, TITLE], *[[TITLE, TITLE, seen]] * 2)

        assert reread[2].text == "Fernhill Nursing Journal, ปีที่ 7 ฉบับที่ 2 (2554): 31-45"

    def test_leaves_a_sure_line_whose_address_has_such_a_number(self):
        lines = garbled("waunvlUsunsu", "aūulavuu tan")
        sure = garbled("https://doi.org/10.5555/2554.12", confidence=0.96)

        assert read([*lines, *sure], *[[TITLE, TITLE]] * 3)[2] == sure[0]

    @pytest.mark.parametrize(
        ("seen", "meant"),
        [
            ("หน้า 41--50", "หน้า 41-50"),
            ("่ปีงบประมาณ", "ปีงบประมาณ"),
            ("หน้า 41-50น", "หน้า ?-?น"),
        ],
    )
    def test_tidies_what_the_engine_makes_of_dashes_and_loose_marks(self, seen, meant):
        lines = garbled("wa 41-50 vlUsunsu", "aūulavuu tan")

        reread = read(lines, [TITLE, TITLE], [seen, TITLE], [seen, TITLE])

        assert reread[0].text == meant

    def test_reads_long_paragraphs_last_and_not_without_end(self):
        title, *abstract = garbled(*["nns5ãuúilunns5ãuAvnaaav" * 5] * 40)
        title = replace(title, text="waunvlUsunsu", box=Box(20, 0, 300, 30))

        read_lines = with_thai_read(PAGE, [*abstract, title], loaded=AlwaysTheTitle)

        assert read_lines[-1].text == TITLE
        assert read_lines[-2] == abstract[-1]


class TestThaiTurn:
    @pytest.mark.parametrize(
        ("upright", "turned", "degrees"),
        [
            (["waunvlUsunsu"] * 3, [TITLE] * 3, 180),
            (["waunvlUsunsu"] * 3, [TITLE, "waunvlUsunsu", "waunvlUsunsu"], None),
            ([TITLE, "waunvlUsunsu", "waunvlUsunsu"], [TITLE] * 3, 0),
        ],
    )
    def test_is_what_makes_the_lines_thai(self, upright, turned, degrees):
        boxes = [line.box for line in garbled(*["waunvlUsunsu"] * 3)]

        assert thai_turn(boxes, PAGE, loaded=lambda: Reader([upright, turned])) == degrees

    def test_is_not_known_without_the_engine(self):
        assert thai_turn([Box(0, 0, 100, 20)], PAGE, loaded=lambda: None) is None
