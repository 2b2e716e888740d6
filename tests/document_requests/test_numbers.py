import pytest

from chapwai.document_requests.numbers import LETTERS, next_number, number_at, number_in


class TestNumberAt:
    @pytest.mark.parametrize(
        ("position", "number"),
        [
            (1, "A001"),
            (101, "A101"),
            (999, "A999"),
            (1_000, "B001"),
            (24 * 999, "Z999"),
            (24 * 999 + 1, "AA001"),
            (25 * 999 + 1, "AB001"),
            (48 * 999 + 1, "BA001"),
            (24 * 999 + 24 * 24 * 999, "ZZ999"),
        ],
    )
    def test_counts_as_people_would_fill_a_book(self, position, number):
        assert number_at(position) == number

    def test_never_gives_a_number_twice(self):
        numbers = [number_at(position) for position in range(1, 60_000)]

        assert len(set(numbers)) == len(numbers)

    def test_uses_no_letter_that_looks_like_a_digit(self):
        assert not set("IO") & set(LETTERS)

    def test_is_understood_when_typed_whatever_it_is(self):
        for position in range(1, 60_000, 37):
            number = number_at(position)

            assert number_in(number.lower()) == number


class TestNextNumber:
    def test_never_comes_twice(self, db):
        assert len({next_number() for _ in range(5)}) == 5


class TestNumberIn:
    @pytest.mark.parametrize(
        "text",
        ["A123", "a123", "#A123", "#a123", "A 123", "A-123", "A๑๒๓", "a ๑๒๓", "รับ A123", "มีA123ค่ะ"],
    )
    def test_finds_the_number_however_it_is_typed(self, text):
        assert number_in(text) == "A123"

    @pytest.mark.parametrize("text", ["AB123", "ab 123", "#Ab123"])
    def test_finds_numbers_of_two_letters(self, text):
        assert number_in(text) == "AB123"

    def test_takes_the_first_of_several(self):
        assert number_in("A123 กับ B456") == "A123"

    @pytest.mark.parametrize(
        "text", ["", "A1234", "A12", "I123", "O123", "ABC123", "X1A123", "10.1000/a1234", "123"]
    )
    def test_leaves_everything_else_alone(self, text):
        assert number_in(text) == ""
