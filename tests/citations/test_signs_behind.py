"""The arrow behind a linked DOI, drawn as bars: what it is told by is the space before it."""

import io

import pytest
from PIL import Image, ImageDraw

from chapwai.citations.description import Description
from chapwai.citations.lines import Box, Line
from chapwai.citations.read import read_photo
from chapwai.citations.signs_behind import painted_over, signs_behind, without_signs

LETTER, GAP, SPACE, LEFT, TOP, HEIGHT = 4, 4, 12, 40, 100, 20
WITH_SIGN = "doi: 10.5555/strand.2019.127"
WHOLE = "10.5555/strand.2019.12"


def drawn(text, *, last_gap=GAP):
    """A picture with a bar for each letter, the last one so far apart, and the line on it."""
    picture = Image.new("RGB", (500, 200), "white")
    left = LEFT
    for letter in text[:-1]:
        _draw(picture, left, letter)
        left += LETTER + GAP
    left += last_gap - GAP
    _draw(picture, left, text[-1])
    return picture, Line(text, Box(LEFT, TOP, left + LETTER, TOP + HEIGHT))


def _draw(picture, left, letter):
    if letter != " ":
        top = TOP + HEIGHT - 7 if letter == "." else TOP + 4
        bar = (left, top, left + LETTER - 1, TOP + HEIGHT - 4)
        ImageDraw.Draw(picture).rectangle(bar, fill="black")


class TestSignsBehind:
    def test_stand_a_space_apart_from_the_doi(self):
        picture, line = drawn(WITH_SIGN, last_gap=SPACE)

        signs = signs_behind(picture, [line])

        assert list(signs) == [line]
        assert line.box.right - LETTER - SPACE < signs[line].left < line.box.right - LETTER

    def test_are_found_in_white_on_black_too(self):
        picture, line = drawn(WITH_SIGN, last_gap=SPACE)
        dark = Image.eval(picture, lambda shade: 255 - shade)

        assert list(signs_behind(dark, [line])) == [line]

    @pytest.mark.parametrize("text", [WITH_SIGN, "doi: 10.5555/strand.20.1.1.7"])
    def test_are_none_where_all_letters_stand_equally_close(self, text):
        picture, line = drawn(text)

        assert signs_behind(picture, [line]) == {}

    def test_are_found_where_the_engine_has_seen_the_space(self):
        picture, line = drawn(WITH_SIGN, last_gap=SPACE)
        parted = Line(f"{line.text[:-1]} {line.text[-1]}", line.box)

        assert list(signs_behind(picture, [parted])) == [parted]

    def test_are_looked_for_only_behind_a_doi(self):
        picture, line = drawn("On the quiet of reading room", last_gap=SPACE)

        assert signs_behind(picture, [line]) == {}

    def test_are_none_on_a_line_that_is_no_higher_than_a_hair(self):
        picture, line = drawn(WITH_SIGN, last_gap=SPACE)
        flat = Line(line.text, Box(LEFT, TOP, line.box.right, TOP))

        assert signs_behind(picture, [flat]) == {}


class TestPaintedOver:
    def test_leaves_paper_in_the_place_of_the_sign_and_all_else_as_it_is(self):
        picture, line = drawn(WITH_SIGN, last_gap=SPACE)
        before, _ = drawn(WITH_SIGN[:-1])

        painted = painted_over(picture, signs_behind(picture, [line]).values())

        assert painted.tobytes() == before.tobytes()


class EngineThatSeesTheSignOnce:
    """Reads a 7 where the sign is, and on the painted picture what is left."""

    name = "scripted"

    def __init__(self, line):
        self._line = line

    def read(self, picture):
        return [self._line]

    def read_closely(self, picture):
        return [Line(self._line.text[:-1], Box(24, 24, picture.width - 24, picture.height - 24))]


class TestReadPhoto:
    def test_gives_the_doi_without_the_sign_behind_it(self):
        picture, line = drawn(WITH_SIGN, last_gap=SPACE)
        file = io.BytesIO()
        picture.save(file, "PNG")

        reading = read_photo(file.getvalue(), engine=EngineThatSeesTheSignOnce(line))

        assert [citation.doi for citation in reading.citations] == [WHOLE]


class TestWithoutSigns:
    def test_drops_the_letter_that_the_second_look_missed_when_the_sign_was_painted_over(self):
        _, line = drawn(WITH_SIGN)
        quick, careful = Description(dois=(WHOLE + "7",)), Description(dois=(WHOLE,))

        (dropped,) = without_signs([quick], [careful], {line: line.box})

        assert dropped.dois == (WHOLE,)

    def test_keeps_the_letter_that_was_seen_again(self):
        _, line = drawn(WITH_SIGN)
        seen = Description(dois=(WHOLE + "7",))

        assert without_signs([seen], [seen], {line: line.box}) == [seen]

    def test_keeps_the_last_letter_where_there_was_no_sign(self):
        quick, careful = Description(dois=(WHOLE + "7",)), Description(dois=(WHOLE,))

        assert without_signs([quick], [careful], {}) == [quick]
