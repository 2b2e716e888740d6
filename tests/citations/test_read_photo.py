"""Photos of screens, read from end to end with the real engine."""

import io
import random

import pytest
import zxingcpp
from PIL import Image, ImageDraw, ImageFilter, ImageFont

from chapwai.citations.citation import Verdict
from chapwai.citations.read import read_photo
from demo import photo


def encoded(picture, kind="PNG"):
    file = io.BytesIO()
    picture.convert("RGB").save(file, kind)
    return file.getvalue()


def page_of(*lines, size=28):
    picture = Image.new("RGB", (1000, 1200), "white")
    draw = ImageDraw.Draw(picture)
    for number, text in enumerate(lines):
        font = ImageFont.load_default(size)
        draw.text((50, 50 + number * size * 1.5), text, fill="black", font=font)
    return encoded(picture)


def turned(data, degrees):
    picture = Image.open(io.BytesIO(data)).resize((1512, 1134))
    return encoded(picture.rotate(degrees, expand=True), "JPEG")


def assert_shows(reading, article):
    (citation,) = reading.citations
    assert citation.title == article.title
    assert citation.authors == article.authors
    assert citation.journal == article.journal
    assert citation.year == article.year
    assert (citation.volume, citation.issue) == (article.volume, article.issue)
    assert citation.pages == article.pages
    assert (citation.doi, citation.pmid) == (article.doi, article.pmid)


class TestPhotoOfAScreen:
    @pytest.mark.parametrize("number", range(len(photo.ARTICLES)))
    def test_gives_every_field_of_the_article(self, number):
        article = photo.ARTICLES[number]

        reading = read_photo(photo.photo_of(article, seed=number + 1))

        assert_shows(reading, article)
        assert reading.verdict == Verdict.SURE

    @pytest.mark.parametrize("degrees", [90, 180, 270])
    def test_is_read_whichever_way_the_phone_was_held(self, degrees):
        article = photo.ARTICLES[1]

        reading = read_photo(turned(photo.photo_of(article, seed=1), degrees))

        assert reading.citations[0].title == article.title
        assert reading.citations[0].pmid == article.pmid

    def test_says_which_engine_read_it_and_how_long_it_took(self):
        reading = read_photo(encoded(photo.render_screen(photo.ARTICLES[0])))

        assert reading.engine.startswith("faster-paddle")
        assert 0 < reading.seconds < 60
        assert any("PMID" in line.text for line in reading.lines)


class TestPictureThatCannotBeRead:
    @pytest.mark.parametrize("colour", ["black", "white"])
    def test_of_nothing_is_unreadable(self, colour):
        assert read_photo(encoded(Image.new("RGB", (900, 700), colour))).verdict == (
            Verdict.UNREADABLE
        )

    def test_of_noise_is_unreadable(self):
        noise = Image.frombytes("RGB", (600, 400), random.Random(1).randbytes(720_000))

        assert read_photo(encoded(noise)).verdict == Verdict.UNREADABLE

    def test_that_is_blurred_to_nothing_is_unreadable(self):
        screen = photo.render_screen(photo.ARTICLES[0]).filter(ImageFilter.GaussianBlur(9))

        reading = read_photo(encoded(screen, "JPEG"))

        assert reading.verdict == Verdict.UNREADABLE
        assert not reading.citations

    def test_may_be_a_strip_of_one_pixel(self):
        assert read_photo(encoded(Image.new("RGB", (5000, 1)))).verdict == Verdict.UNREADABLE


class TestPictureOfSomethingElse:
    @pytest.mark.parametrize(
        "lines",
        [
            ("RIVERSIDE MART", "Receipt No. 2019;12(3)", "12 Mar 2023 14:22",
             "Milk 2 x 45.00 90.00", "Vol. 5 litre water 35.00", "TOTAL 223.00",
             "Thank you, see you again"),
            ("Lakeside Cafe MENU", "Espresso 55", "Iced Latte, 12, 75-85", "Croissant (2 pcs) 90",
             "No. 2 Set: Toast and Coffee 120", "Open daily 7:00-19:00"),
            ("Hilltop Library group", "Som: Good morning everyone",
             "Nok: meeting at 10:30 in room 5", "Som: 20 Mar 2024, see you",
             "Nok: ok, 3 people from us"),
        ],
        ids=["receipt", "menu", "chat"],
    )  # fmt: skip
    def test_with_text_is_no_citation(self, lines):
        reading = read_photo(page_of(*lines))

        assert reading.verdict == Verdict.NOT_A_CITATION
        assert not reading.citations


class TestOtherPages:
    def test_with_a_list_of_references_give_each_of_them(self):
        reading = read_photo(
            page_of(
                "References",
                "1. Fernhill AB, Stonebrook C. Watering the garden and sleep.",
                "J Imag Sleep. 2019;12(3):412-9. doi: 10.5555/jis.2019.412",
                "2. Marsh D, Oakley E, Brook F, et al. Quiet rooms in the city.",
                "Ann Noise. 2020;5:17-21. doi: 10.5555/an.5.17",
                size=24,
            )
        )

        assert reading.verdict == Verdict.SEVERAL
        assert [citation.doi for citation in reading.citations] == [
            "10.5555/jis.2019.412",
            "10.5555/an.5.17",
        ]

    def test_with_an_identifier_alone_are_not_sure(self):
        reading = read_photo(page_of("Hilltop Library group", "Som: please 10.5555/abc.2020.123"))

        assert reading.verdict == Verdict.UNSURE
        assert reading.citations[0].doi == "10.5555/abc.2020.123"

    def test_with_a_code_alone_are_read_by_their_code(self):
        code = zxingcpp.create_barcode(
            "https://doi.org/10.5555/abc.123", zxingcpp.barcode_format_from_str("QRCode")
        )
        poster = Image.new("L", (600, 600), "white")
        poster.paste(Image.fromarray(zxingcpp.write_barcode_to_image(code, scale=8)), (100, 100))

        reading = read_photo(encoded(poster))

        assert reading.citations[0].doi == "10.5555/abc.123"
        assert reading.citations[0].origins == {"doi": "qr"}
