"""What only the quick model saw is no fact, however sure the model was; a QR code is."""

import io

import zxingcpp
from PIL import Image

from chapwai.citations.counterparts import counterparts_of
from chapwai.citations.description import Description
from chapwai.citations.lines import Box, Line
from chapwai.citations.read import read_photo

PAGE = [
    "1. Fernhill AB, Stone C. Tea for two night nurses. J Imag Med. 2019;12(3):412-419.",
    "doi: 10.5555/tea.1041",
    "2. Stone C, Oak D. Walking uphill both ways. Fict Wound Care. 2021;9(6):233-240.",
    "doi: 10.5555/walk.2042",
]
TITLE = "Tea for two night nurses"
ARTICLE = [
    "J Imag Med. 2019 Mar;12(3):412-419.",
    TITLE,
    "Anna B Fernhill, Carl Stone",
    "Affiliations",
    "PMID: 30000011",
]


class Engine:
    """Sees at the first look what a test says, and nothing at the second."""

    name = "scripted"

    def __init__(self, *texts):
        self.texts = texts

    def read(self, picture):
        return [line(text, n) for n, text in enumerate(self.texts)]

    def read_closely(self, picture):
        return []


class EngineThatLooksAgain(Engine):
    """Sees at the second look one line more."""

    def __init__(self, *texts, again):
        super().__init__(*texts)
        self.again = again

    def read_closely(self, picture):
        return [Line(self.again, Box(18, 18, 18 + 12 * len(self.again), 40), 0.98)]


def line(text, n):
    size, width = (44, 22) if text == TITLE else (24, 11)
    top = 60 + 48 * n
    return Line(text, Box(50, top, 50 + width * len(text), top + size), 0.99)


def picture(code=""):
    page = Image.new("RGB", (1200, 900), "white")
    if code:
        kind = zxingcpp.barcode_format_from_str("QRCode")
        drawn = zxingcpp.write_barcode_to_image(zxingcpp.create_barcode(code, kind), scale=5)
        page.paste(Image.fromarray(drawn), (800, 500))
    file = io.BytesIO()
    page.save(file, "PNG")
    return file.getvalue()


class TestTwoLooks:
    def test_that_see_the_same_bear_an_identifier_out(self):
        engine = EngineThatLooksAgain(*ARTICLE, again="PMID: 30000011")

        (citation,) = read_photo(picture(), engine=engine).citations

        assert (citation.pmid, citation.doubtful) == ("30000011", frozenset())

    def test_that_differ_give_no_identifier(self):
        engine = EngineThatLooksAgain(*ARTICLE, again="PMID: 30000017")

        (citation,) = read_photo(picture(), engine=engine).citations

        assert (citation.pmid, citation.doubtful) == (None, {"pmid"})


class TestCodes:
    def test_name_the_article_of_the_page(self):
        page = picture("https://doi.org/10.5555/tea.1041")

        (citation,) = read_photo(page, engine=Engine(*ARTICLE)).citations

        assert (citation.title, citation.doi) == (TITLE, "10.5555/tea.1041")

    def test_that_name_another_than_the_page_leave_a_doubt(self):
        page = picture("https://doi.org/10.5555/tea.1041")

        (citation,) = read_photo(page, engine=Engine(*ARTICLE, "DOI: 10.5555/walk.2042")).citations

        assert "doi" in citation.doubtful

    def test_are_no_words_of_a_list(self):
        page = picture("https://doi.org/10.5555/tea.1041")

        reading = read_photo(page, engine=Engine(*PAGE))

        assert [citation.doi for citation in reading.citations] == [None, None]


class TestIdentifiers:
    def test_that_were_seen_once_are_left_out(self):
        reading = read_photo(picture(), engine=Engine(*PAGE))

        assert [citation.doi for citation in reading.citations] == [None, None]
        assert all("doi" in citation.doubtful for citation in reading.citations)
        assert [citation.volume for citation in reading.citations] == ["12", "9"]


class TestCounterparts:
    def test_are_found_by_their_place_where_one_look_sees_more_items(self):
        first, second = (Description(lines=(line(text, n),)) for n, text in enumerate(PAGE[:2]))

        assert counterparts_of([first, second], [second]) == [None, second]

    def test_are_those_in_the_same_order_where_both_see_as_many(self):
        one, other = Description(title="Tea"), Description(title="Tee")

        assert counterparts_of([one], [other]) == [other]
