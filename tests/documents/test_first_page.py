import pytest
from pikepdf import Array, Dictionary, Name, Pdf

from chapwai.documents.character_map import read_character_map
from chapwai.documents.first_page import first_page_text


def font_with_map(pdf):
    cmap = (
        b"1 begincodespacerange <0000> <FFFF> endcodespacerange "
        b"2 beginbfchar <0001> <0E01> <0002> <0E320E23> endbfchar "
        b"2 beginbfrange <0010> <0012> <0041> <0020> <0021> [<0078> <0079>] endbfrange"
    )
    return Dictionary(Type=Name.Font, Subtype=Name.Type0, ToUnicode=pdf.make_stream(cmap))


def font_with_differences(_pdf):
    differences = Array([1, Name.fi, Name.eight, Name.Q, Name("/unknown")])
    return Dictionary(
        Type=Name.Font, Subtype=Name.Type1, Encoding=Dictionary(Differences=differences)
    )


def font_without_map(_pdf):
    return Dictionary(Type=Name.Font, Subtype=Name.Type0)


def macintosh_font(_pdf):
    return Dictionary(Type=Name.Font, Subtype=Name.Type1, Encoding=Name.MacRomanEncoding)


def plain_font(_pdf):
    return Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)


class TestFirstPageText:
    @pytest.mark.parametrize(
        ("font", "drawn", "text"),
        [
            (font_with_map, b"<00010002> Tj 0 -12 Td <00100011001200200021> Tj", "การ ABCxy"),
            (font_with_differences, b"<01020304> Tj (gure) Tj", "fi8Q gure"),
            (
                plain_font,
                b"[(Out) 20 (comes) -250 (of)] TJ 0 -9 Td (stroke) '",
                "Outcomes of stroke",
            ),
            (plain_font, b"(caf\\351) Tj", "café"),
            (macintosh_font, b"(caf\\216) Tj", "café"),
            (font_without_map, b"<00010002> Tj", ""),
            (plain_font, b"(good) Tj [ (b) /x ] TJ", ""),
            (plain_font, b"(a) Tj " * 5_000, " ".join(["a" * 4_000])),
        ],
        ids=["map", "differences", "kerning", "western", "macintosh", "unknown", "bad", "long"],
    )
    def test_is_what_the_page_shows(self, font, drawn, text):
        pdf = Pdf.new()
        page = pdf.add_blank_page()
        page.Resources = Dictionary(Font=Dictionary(F1=font(pdf)))
        page.Contents = pdf.make_stream(b"BT /F1 12 Tf " + drawn + b" ET")

        assert first_page_text(page) == text

    def test_is_empty_on_a_page_without_any(self):
        assert first_page_text(Pdf.new().add_blank_page()) == ""


class TestReadCharacterMap:
    def test_reads_no_more_than_a_font_can_have(self):
        cmap = b"beginbfrange <0000> <FFFFFFFF> <0041> endbfrange" * 100

        assert len(read_character_map(cmap).characters) <= 70_000
