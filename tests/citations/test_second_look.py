"""What is read a second time, and how it finds its way back onto the page."""

import pytest
from PIL import Image

from chapwai.citations.description import Description
from chapwai.citations.identifier_pieces import pieces_of
from chapwai.citations.lines import Box, Line
from chapwai.citations.second_look import looked_at_again
from chapwai.citations.worth_a_look import MOST_OF_THE_PAGE

PAGE = Image.new("RGB", (1000, 1200), "white")


def line(text, top, *, left=50, confidence=0.9):
    return Line(text, Box(left, top, left + 10 * len(text), top + 20), confidence)


class ScriptedEngine:
    """Sees each cut's first line where it was put, and remembers how large the picture was."""

    name = "scripted"

    def __init__(self, *texts):
        self._texts = texts
        self.sizes = []

    def read(self, picture):
        raise AssertionError("the page is not read again")

    def read_closely(self, picture):
        self.sizes.append(picture.size)
        return [
            Line(text, Box(18, 18 + 44 * n, 18 + 10 * len(text), 38 + 44 * n), 0.99)
            for n, text in enumerate(self._texts)
        ]


class TestLookedAtAgain:
    def test_puts_the_careful_text_where_the_quick_one_stood(self):
        source, other = line("Tidskr Strand 2O19;12(3):4100", 300), line("Cite", 300, left=700)
        engine = ScriptedEngine("Tidskr Strand 2019;12(3):4100")

        lines = looked_at_again(PAGE, [source, other], [Description(lines=(source,))], engine)

        (again,) = (seen for seen in lines if seen != other)
        assert again.text == "Tidskr Strand 2019;12(3):4100"
        assert abs(again.box.left - source.box.left) < 10
        assert abs(again.box.middle - source.box.middle) < 10

    def test_keeps_a_line_that_the_careful_model_did_not_find(self):
        source = line("Tidskr Strand 2019;12(3):41", 300)

        lines = looked_at_again(PAGE, [source], [Description(lines=(source,))], ScriptedEngine())

        assert lines == [source]

    @pytest.mark.parametrize(
        ("text", "confidence", "looks"),
        [
            ("On the quiet of reading rooms", 0.5, 0),
            ("Maren Solheim1,2, Jo Ek2 and Ane Vik3", 0.5, 0),
            ("Tidskr Strand 2019;12(3):4-9", 0.95, 1),
            ("Tidskr Strand 2019;12(3):4-9", 0.97, 0),
            ("doi: 10.5555/strand.2019.12", 0.999, 1),
            ("30000011", 0.999, 1),
        ],
    )
    def test_sees_identifiers_and_faint_numbers_alone(self, text, confidence, looks):
        seen, engine = line(text, 300, confidence=confidence), ScriptedEngine()

        looked_at_again(PAGE, [seen], [Description(lines=(seen,))], engine)

        assert len(engine.sizes) == looks

    def test_sees_no_more_of_the_page_than_is_worth_it(self):
        many = [line("2019 " * 12, 40 * n) for n in range(1, 25)]
        engine = ScriptedEngine()

        looked_at_again(PAGE, many, [Description(lines=tuple(many))], engine)

        ((_, height),) = engine.sizes
        assert height < 60 * (MOST_OF_THE_PAGE * len(many) + 1)

    def test_sees_the_faintest_numbers_first(self):
        many = [line("2019 " * 12, 40 * n, confidence=0.9 - n / 100) for n in range(1, 25)]
        engine = ScriptedEngine("2018 " * 12, "2017 " * 12)

        lines = looked_at_again(PAGE, many, [Description(lines=tuple(many))], engine)

        assert lines[:20] == many[:20]
        assert lines[-1] != many[-1]

    @pytest.mark.parametrize(
        ("before", "looks"), [("Tidskr Strand 2019;12(3):41. ", 2), ("Strand 3. ", 1)]
    )
    def test_sees_a_faint_line_and_its_identifier_if_it_has_other_numbers(self, before, looks):
        both = line(f"{before}doi: 10.5555/strand.12", 300)
        engine = ScriptedEngine()

        looked_at_again(PAGE, [both], [Description(lines=(both,))], engine)

        ((_, height),) = engine.sizes
        assert (height > 64) == (looks == 2)

    def test_sees_more_around_the_lines_of_a_bad_photo(self):
        source = line("Tidskr Strand 2019;12(3):41", 300)
        engine, page = ScriptedEngine(), [Description(lines=(source,))]

        looked_at_again(PAGE, [source], page, engine)
        looked_at_again(PAGE, [source], page, engine, is_bad=True)

        (_, steady), (_, bad) = engine.sizes
        assert bad > steady

    def test_sees_an_identifier_once_that_stands_on_the_page_twice(self):
        twice = [line("doi: 10.5555/strand.12", top, confidence=0.999) for top in (300, 900)]
        engine = ScriptedEngine("doi: 10.5555/strand.12")

        lines = looked_at_again(PAGE, twice, [Description(lines=tuple(twice))], engine)

        assert len(engine.sizes) == 1
        assert lines[1] == twice[1]

    @pytest.mark.parametrize("seen", ["doi: 10.5555/strand.18", "", "doi"])
    def test_sees_it_where_it_stands_once_more_if_it_was_not_borne_out(self, seen):
        twice = [line("doi: 10.5555/strand.12", top, confidence=0.999) for top in (300, 900)]
        engine = ScriptedEngine(seen)

        looked_at_again(PAGE, twice, [Description(lines=tuple(twice))], engine)

        assert len(engine.sizes) == 2

    def test_takes_no_identifier_for_seen_because_another_on_its_line_was(self):
        source = line("Strand 3. doi: 10.5555/strand.12", 300, confidence=0.999)
        both = line("PMID: 30000014 DOI: 10.5555/strand.12", 900, confidence=0.999)
        page = Description(lines=(source, both))
        engine = ScriptedEngine("doi: 10.5555/strand.18", "PMID: 30000014 DO")

        looked_at_again(PAGE, [source, both], [page], engine)

        assert len(engine.sizes) == 2

    def test_sees_every_identifier_however_much_that_is(self):
        many = [line(f"doi: 10.5555/strand.{n}", 40 * n, confidence=0.999) for n in range(10, 28)]
        engine = ScriptedEngine()

        looked_at_again(PAGE, many, [Description(lines=tuple(many))], engine)

        ((_, height),) = engine.sizes
        assert height > len(many) * 22

    def test_of_a_long_list_leaves_alone_what_was_read_surely_but_identifiers(self):
        items = [line(f"{n}. A title", 100 * n, confidence=0.99) for n in range(1, 5)]
        engine = ScriptedEngine()

        lines = looked_at_again(PAGE, items, [Description(lines=(one,)) for one in items], engine)

        assert lines == items
        assert engine.sizes == []

    def test_does_not_read_the_address_before_a_doi_again(self):
        whole = line("https://doi.org/10.5555/vgto.12", 300, confidence=0.999)
        bare = line("10.5555/vgto.12", 300, confidence=0.999)
        engine = ScriptedEngine("org/10.5555/vqto.12")

        (again,) = looked_at_again(PAGE, [whole], [Description(lines=(whole,))], engine)
        looked_at_again(PAGE, [bare], [Description(lines=(bare,))], engine)

        assert again.text == "https://doi.org/10.5555/vqto.12"
        assert engine.sizes[0][0] < 1.5 * engine.sizes[1][0]

    def test_of_a_long_list_sees_the_identifiers_and_keeps_what_stands_before_them(self):
        source = "Care. 2019;12(3):4-9. doi: 10.5555/vgto.12"
        items = [line(f"{n}. {source}", 100 * n, confidence=0.999) for n in range(1, 5)]
        engine = ScriptedEngine(*["-9. doi: 10.5555/vqto.12"] * 4)

        lines = looked_at_again(PAGE, items, [Description(lines=(one,)) for one in items], engine)

        assert lines[0].text == "1. Care. 2019;12(3):4-9. doi: 10.5555/vqto.12"
        assert [one.box for one in lines] == [one.box for one in items]

    def test_of_a_long_list_sees_both_parts_of_a_broken_identifier(self):
        parts = [("doi: 10.5555/strand-", 100 * n, "2019.142", 100 * n + 24) for n in range(1, 5)]
        items = [(line(one, top), line(rest, lower)) for one, top, rest, lower in parts]
        quick = [Description(lines=item) for item in items]

        pieces = [piece.line for item in quick for piece in pieces_of(item.lines)]

        assert pieces == [line for item in items for line in item]

    def test_of_a_long_list_does_not_take_one_line_for_another(self):
        items = [line("doi: 10.5555/strand.2019.12", 100 * n) for n in range(1, 5)]
        engine = ScriptedEngine(*["Accept all cookies of ours"] * 4)

        lines = looked_at_again(PAGE, items, [Description(lines=(one,)) for one in items], engine)

        assert lines == items

    @pytest.mark.parametrize("prefix", ["10.555/", "10.5/", "105555/"])
    def test_takes_back_the_figures_that_only_a_registrant_lost(self, prefix):
        item = line("doi: 10.5555/strand.2019.12", 100)
        engine = ScriptedEngine(f"doi: {prefix}strand.2019.12")

        (again,) = looked_at_again(PAGE, [item], [Description(lines=(item,))], engine)

        assert again.text == "doi: 10.5555/strand.2019.12"

    @pytest.mark.parametrize("prefix", ["10.5556/", "10.57/"])
    def test_leaves_a_registrant_of_other_figures(self, prefix):
        item = line("doi: 10.5555/strand.2019.12", 100)
        engine = ScriptedEngine(f"doi: {prefix}strand.2019.12")

        (again,) = looked_at_again(PAGE, [item], [Description(lines=(item,))], engine)

        assert again.text == f"doi: {prefix}strand.2019.12"

    def test_of_a_long_list_sees_the_numbers_of_medline(self):
        items = [line(f"UI: 3000000{n}", 100 * n) for n in range(1, 5)]

        pieces = [piece.line for one in items for piece in pieces_of([one])]

        assert pieces == items

    def test_sees_a_pmid_and_the_doi_behind_it_apart(self):
        both = line("PMID: 30000014 PMCID: PMC9000014 DOI: 10.5555/strand.12", 300)
        engine = ScriptedEngine("PMID: 30000011 PMCI", ".14 DOI: 10.5555/strand.18")

        (again,) = looked_at_again(PAGE, [both], [Description(lines=(both,))], engine)

        assert again.text == "PMID: 30000011 PMCID: PMC9000014 DOI: 10.5555/strand.18"

    def test_finds_the_pmid_whose_label_is_glued_to_the_pages(self):
        glued = line("2019 Mar;12(3):412-419PMID: 30000011", 100, confidence=0.999)

        (piece,) = pieces_of([glued])

        assert glued.text[piece.start :] == "PMID: 30000011"
