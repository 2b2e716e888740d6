"""References that run into one another, or stand among other words: none gets another's numbers."""

import pytest

from chapwai.citations.description import Description
from chapwai.citations.layouts import page as layouts
from chapwai.citations.layouts.page import describe_page
from chapwai.citations.layouts.reference_lists.reference_list import read_reference_list
from chapwai.citations.layouts.reference_lists.several import parted, without_mixed_numbers
from chapwai.citations.layouts.reference_lists.written import references_on
from tests.citations.page_lines import page
from tests.citations.typeset import column, line

FIRST = (
    "Fernhill AB, Stonebrook C (2019). Evening tea for night nurses: a",
    "cohort study. Imaginary Journal of Nursing, 12(3), 412-419.",
)
OF_A_GROUP = (
    "Balcony Consortium (2021). Balcony gardens and the length of the night.",
    "Gardens and Health, 4(2), 88-94. DOI: 10.5555/gh.2021.88",
)
SECOND = (
    "Vale I, Brook B (2020). Reading aloud on the ward after midnight. Journal",
    "of Applied Quiet, 7(1), 1-9.",
)


def volumes(found):
    return [item.volume for item in found]


class TestParted:
    @pytest.mark.parametrize(
        "following", [SECOND, OF_A_GROUP, ("2. Rain in the towns. Appl Quiet. 2020;1(1):1-2.",)]
    )
    def test_begin_a_reference_behind_the_end_of_another(self, following):
        lines = column([*FIRST, *following])

        assert parted(lines) == [lines[:2], lines[2:]]

    def test_begin_none_with_a_name_amid_another(self):
        lines = column(
            [
                "Balcony gardens. Gard Health, 4(2), 88-94, by",
                "Vale I, Brook B. Appl Quiet, 7(1), 1-9",
            ]
        )

        assert parted(lines) == [lines]

    def test_leave_one_reference_whole_whatever_begins_its_lines(self):
        lines = column([*FIRST, "Marsh D, translator."])

        assert parted(lines) == [lines]


class TestMixedNumbers:
    @pytest.mark.parametrize(
        "text",
        [
            "Tea, 12(3), 412-419. Gardens, 4(2), 88-94.",
            "Tea. 2019;12(3):412-9. Gardens. 2021;4:88-94.",
            "Tea, 12(3). pp. 412-419 Gardens, 4(Suppl 2), pp, S88",
        ],
    )
    def test_of_two_articles_are_given_for_neither(self, text):
        found = Description(
            title="Tea", year="2019", volume="12", pages="88-94", dois=("10.5555/t",)
        )

        assert without_mixed_numbers(found, text) == Description(title="Tea")

    @pytest.mark.parametrize("text", ["Tea, 12(3), 412-419 (in print: 12(3), 412-9)", "2019;12:1"])
    def test_of_one_article_are_kept(self, text):
        found = Description(title="Tea", volume="12")

        assert without_mixed_numbers(found, text) is found


class TestReferenceAmidThaiWords:
    def test_is_read_without_them(self):
        lines = column(["รบกวนช่วยหาให้หน่อยครับ", *FIRST, "ขอบคุณค่ะ"])

        (found,) = references_on(lines)

        assert found.authors == ("Fernhill AB", "Stonebrook C")
        assert found.lines == tuple(lines[1:3])

    def test_is_one_of_several(self):
        assert volumes(references_on(column(["รบกวนด้วยครับ", *FIRST, *SECOND]))) == ["12", "7"]


class TestChat:
    def test_gives_every_reference_of_a_message(self):
        times = [line(time, left=1500, top=top) for time, top in (("09:14", 400), ("09:20", 440))]

        found = describe_page([*column([*FIRST, *OF_A_GROUP, *SECOND], top=80), *times])

        assert volumes(found) == ["12", "4", "7"]

    def test_gives_its_references_though_the_words_over_them_are_larger(self, monkeypatch):
        asked = line("Could you find these for me, please", top=30, size=30)
        references = column([*FIRST, *SECOND], top=80)
        mistaken = Description(
            title=asked.text,
            authors=("Vale I", "Brook B"),
            volume="12",
            lines=(asked, *references),
        )
        monkeypatch.setattr(layouts, "SINGLE_READERS", (lambda lines: mistaken,))

        assert volumes(describe_page([asked, *references])) == ["12", "7"]


class TestAnswerOfAnAssistant:
    def test_is_no_list_of_hits_whatever_lies_in_a_row(self, monkeypatch):
        lines = column([*FIRST, *SECOND], left=60, top=90)
        mistaken = Description(
            title="Fernhill AB, Stonebrook C (2019). Evening tea for night nurses: a",
            authors=("Vale I", "Brook B"),
            volume="7",
            lines=tuple(lines),
        )
        monkeypatch.setattr(layouts, "read_result_list", lambda lines: [mistaken, mistaken])

        assert volumes(describe_page(lines)) == ["12", "7"]


class TestColumn:
    def test_does_not_begin_with_the_rest_of_an_address_that_stands_apart(self):
        names = "Marsh D, Oakley E (2018). Balcony gardens and the length of the night."
        left = column([*FIRST, SECOND[0], f"{SECOND[1]} doi:10.5555/aq.7.1."], top=200)
        right = column([names, "Gardens and Health, 4(2), 88-94.", *FIRST], left=1200, top=200)
        page_number = line("3/12-100", left=1200, top=20)

        found = read_reference_list([page_number, *left, *right])

        assert volumes(found) == ["12", "7", "4", "12"]
        assert found[1].dois == ("10.5555/aq.7.1",)


class TestAskedFor:
    def test_reference_is_whole_though_the_words_that_ask_for_it_are_smaller(self):
        asking = ("อาจารย์ฝากขอ paper ae", 17)  # the last word is Thai and became Latin letters
        lines = page(asking, (FIRST[0], 20), (FIRST[1], 22))

        [found] = describe_page(lines)

        assert found.title == "Evening tea for night nurses: a cohort study"
        assert found.volume == "12"
