"""Which of several items a picture points at."""

import io
import time

import pytest
from PIL import Image, ImageDraw, ImageFilter, ImageFont

from chapwai.citations.description import Description
from chapwai.citations.marks import marked_among
from chapwai.citations.read import read_photo
from tests.citations.typeset import column

RED, YELLOW, BLUE, GREY = (224, 32, 32), (255, 241, 118), (56, 117, 215), (226, 226, 230)
SIZE = (1000, 900)
REFERENCES = (
    "1. Fernhill AB, Stonebrook C. Evening tea for night nurses: a cohort\n"
    "study. Imag J Nurs. 2019;12(3):412-9.",
    "2. Marsh D, Oakley E. Balcony gardens and the length of the night.\n"
    "Gard Health. 2021;4(2):88-94.",
    "3. Vale I, Brook B. Reading aloud on the ward after midnight. Appl\nQuiet. 2020;7(1):1-9.",
)


def items(count=4):
    return [
        Description(title="Tea", lines=tuple(column(["A line of the item"] * 3, left=200, top=top)))
        for top in range(100, 100 + 180 * count, 180)
    ]


def page(shown, *, paper="white", ink="black", links=BLUE):
    """The items as bars of ink, the first line of each in the colour of links."""
    picture = Image.new("RGB", SIZE, paper)
    draw = ImageDraw.Draw(picture)
    for item in shown:
        for place, line in enumerate(item.lines):
            left, top, right, bottom = line.box.corners
            for x in range(int(left), int(right), 12):
                colour = ink if place else links
                draw.rectangle((x, top + 4, x + 5, bottom - 4), fill=colour)
    return picture


def around(item, margin=14):
    first, last = item.lines[0].box, item.lines[-1].box
    return first.left - margin, first.top - margin, first.right + 60, last.bottom + margin


def photographed(picture):
    """Unsharp, and darker towards the right."""
    shade = Image.linear_gradient("L").rotate(90).resize(picture.size)
    dark = Image.eval(shade, lambda value: value // 5)
    dimmed = Image.composite(Image.new("RGB", picture.size), picture, dark)
    return dimmed.filter(ImageFilter.GaussianBlur(1.5))


@pytest.fixture(params=[lambda picture: picture, photographed], ids=["screenshot", "photo"])
def taken(request):
    return request.param


class TestMarkedAmong:
    @pytest.mark.parametrize("place", [0, 1, 3])
    def test_finds_the_item_with_a_ring_around_it(self, taken, place):
        shown = items()
        picture = page(shown)
        ImageDraw.Draw(picture).ellipse(around(shown[place], 24), outline=RED, width=5)

        assert marked_among(taken(picture), shown) == place

    def test_finds_the_item_with_a_bar_beside_it(self, taken):
        shown = items()
        picture = page(shown)
        left, top, _, bottom = around(shown[2], 10)
        ImageDraw.Draw(picture).rectangle((left - 20, top, left - 14, bottom), fill=RED)

        assert marked_among(taken(picture), shown) == 2

    @pytest.mark.parametrize("colour", [YELLOW, GREY, BLUE])
    def test_finds_the_item_on_a_background_of_its_own(self, taken, colour):
        shown = items()
        picture = page(shown)
        marked = Image.new("RGB", SIZE, colour)
        box = tuple(map(int, around(shown[1], 6)))
        text = picture.crop(box).convert("L").point(lambda value: 255 if value < 160 else 0)
        picture.paste(marked.crop(box), box[:2])
        picture.paste("black", box[:2], text)

        assert marked_among(taken(picture), shown) == 1

    def test_finds_the_highlighted_one_of_two_on_a_dark_page(self):
        shown = items(2)
        picture = Image.new("RGB", SIZE, (20, 20, 24))
        ImageDraw.Draw(picture).rectangle(around(shown[0], 6), fill=(92, 82, 0))

        assert marked_among(picture, shown) == 0

    def test_is_none_where_nothing_is_marked(self, taken):
        shown = items()

        assert marked_among(taken(page(shown)), shown) is None

    def test_is_none_where_every_second_row_is_shaded(self):
        shown = items()
        picture = Image.new("RGB", SIZE, "white")
        for item in shown[::2]:
            ImageDraw.Draw(picture).rectangle(around(item, 6), fill=GREY)

        assert marked_among(picture, shown) is None

    def test_is_none_where_two_are_marked(self):
        shown = items()
        picture = page(shown)
        for item in shown[:2]:
            ImageDraw.Draw(picture).rectangle(around(item), outline=RED, width=5)

        assert marked_among(picture, shown) is None

    def test_is_none_for_a_small_coloured_word(self):
        shown = items()
        picture = page(shown)
        ImageDraw.Draw(picture).rectangle((200, 325, 260, 338), fill=(240, 130, 0))

        assert marked_among(picture, shown) is None

    def test_is_none_with_one_item(self):
        shown = items(1)
        picture = page(shown)
        ImageDraw.Draw(picture).ellipse(around(shown[0], 24), outline=RED, width=5)

        assert marked_among(picture, shown) is None

    def test_takes_no_time_worth_mentioning_on_a_large_picture(self):
        shown = items()
        picture = page(shown).resize((2400, 2160))
        started = time.process_time()

        marked_among(picture, shown)

        assert time.process_time() - started < 0.15


class TestReadPhoto:
    def test_says_which_citation_the_picture_points_at(self):
        picture = Image.new("RGB", (1300, 620), "white")
        draw = ImageDraw.Draw(picture)
        for place, text in enumerate(REFERENCES):
            draw.text((60, 60 + 180 * place), text, fill="black", font=ImageFont.load_default(26))
        draw.rounded_rectangle((25, 212, 1270, 325), 40, outline=RED, width=6)
        file = io.BytesIO()
        picture.save(file, "PNG")

        reading = read_photo(file.getvalue())

        assert [citation.is_marked for citation in reading.citations] == [False, True, False]
