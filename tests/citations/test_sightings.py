"""Which DOIs on a page are believed."""

import pytest

from chapwai.citations.description import Description
from chapwai.citations.lines import Box, Line
from chapwai.citations.sightings import seen_before, with_trusted_dois

DOI = "10.5555/strand.2019.12"


def line(text, top, *, left=50, confidence=0.99):
    return Line(text, Box(left, top, left + 10 * len(text), top + 20), confidence)


def trusted(text, *others, confidence=0.99):
    bearing = line(text, 300, confidence=confidence)
    seen = Description(dois=(DOI,), lines=(bearing,))
    (described,) = with_trusted_dois([seen], [bearing, *others])
    return described


class TestLegibility:
    def test_of_the_line_decides(self):
        clear = line("On the quiet of reading rooms at night, and who still sits there", 100)

        assert trusted(f"doi: {DOI}", clear, confidence=0.96).dois == (DOI,)
        assert trusted(f"doi: {DOI}", clear, confidence=0.94).dois == ()

    def test_of_one_of_its_lines_is_enough(self):
        faint, clear = (line(f"doi: {DOI}", top, confidence=top / 1000) for top in (900, 990))
        seen = Description(dois=(DOI, DOI), lines=(faint, clear))

        (described,) = with_trusted_dois([seen], [faint, clear])

        assert described.dois == (DOI, DOI)

    @pytest.mark.parametrize(("head", "rest"), [(0.9, 0.99), (0.99, 0.9)])
    def test_of_each_line_decides_where_a_doi_was_put_together(self, head, rest):
        pieces = [
            line("doi: 10.5555/strand.", 300, confidence=head),
            line("2019.12. Published", 324, confidence=rest),
        ]
        seen = Description(dois=(DOI,), lines=tuple(pieces))

        (described,) = with_trusted_dois([seen], pieces)

        assert described.dois == ()

    def test_on_a_bad_photo_must_be_higher(self):
        blurred = [line("On tbe quiet of reodinq roorns", 40 * n, confidence=0.8) for n in (1, 2)]

        assert trusted(f"doi: {DOI}", *blurred, confidence=0.97).dois == ()
        assert trusted(f"doi: {DOI}", *blurred, confidence=0.99).dois == (DOI,)

    def test_must_be_as_high_however_sure_a_careful_look_at_that_photo_was(self):
        blurred = [line("On tbe quiet of reodinq roorns", 100, confidence=0.8)]
        bearing = line(f"doi: {DOI}", 300, confidence=0.97)

        (described,) = with_trusted_dois(
            [Description(dois=(DOI,), lines=(bearing,))], [bearing], blurred
        )

        assert described.dois == ()

    def test_of_thai_lines_says_nothing_about_others(self):
        thai = [line("วารสารห้องสมุดริมน้ำ ปีที่ ๑๒", 40 * n, confidence=0.8) for n in (1, 2, 3)]

        assert trusted(f"doi: {DOI}", *thai, confidence=0.97).dois == (DOI,)

    def test_leaves_a_doubt_where_it_is_too_low(self):
        assert trusted(f"doi: {DOI}", confidence=0.9).guessed == {"doi"}
        assert trusted(f"doi: {DOI}").guessed == frozenset()


class TestEnds:
    @pytest.mark.parametrize("rest", ["34.567", "7837", "049"])
    def test_that_may_be_on_the_next_line_make_it_none(self, rest):
        assert trusted(f"doi: {DOI}", line(rest, 324)).dois == ()

    @pytest.mark.parametrize("rest", ["-019-0123-4", "445", ".2019.04.001", "s13.9"])
    def test_that_may_stand_alone_on_the_next_line_make_it_none_wherever_that_broke(self, rest):
        wide = line("Every other line of this column is a good deal wider than that", 276)

        assert trusted(f"doi: {DOI}", wide, line(rest, 324)).dois == ()

    @pytest.mark.parametrize("value", ["ISSN1234-5679", "1234-5679", "(12)", "14.02"])
    def test_above_another_number_of_its_own_are_ends(self, value):
        wide = line("Every other line of this column is a good deal wider than that", 276)

        assert trusted(f"doi: {DOI}", wide, line(value, 324)).dois == (DOI,)

    def test_above_the_value_of_another_label_are_ends(self):
        wide = line("Every other line of this column is a good deal wider than that", 276)
        label = line("PMID", 324, left=-40)

        assert trusted(f"doi: {DOI}", wide, label, line("30000001", 324)).dois == (DOI,)

    @pytest.mark.parametrize("mark", ["..", "...", "…"])
    def test_that_a_mark_says_are_cut_off_make_it_none(self, mark):
        assert trusted(f"imagined.org/doi/{DOI}{mark}").dois == ()

    def test_that_stop_before_the_edge_are_ends(self):
        wide = line("Every other line of this column is a good deal wider than that", 276)

        assert trusted(f"doi: {DOI}", wide, line("7837 readers", 324)).dois == (DOI,)

    @pytest.mark.parametrize(
        "anew", ["12. Fernhill A", "[13] Stone C", "14:02", "https://doi.org/10.5555/x1", "Tea 12"]
    )
    def test_above_something_else_are_ends(self, anew):
        assert trusted(f"doi: {DOI}", line(anew, 324)).dois == (DOI,)

    def test_far_above_anything_are_ends(self):
        assert trusted(f"doi: {DOI}", line("7837", 380)).dois == (DOI,)


class TestTwoArticles:
    def test_on_one_page_give_none_if_only_one_of_them_can_be_relied_on(self):
        faint, clear = line(f"doi: {DOI}", 300, confidence=0.9), line("10.5555/hill.98.4", 400)
        seen = Description(dois=(DOI, "10.5555/hill.98.4"), lines=(faint, clear))

        (described,) = with_trusted_dois([seen], [faint, clear])

        assert described.dois == ()

    def test_are_not_named_by_one_doi_and_its_misreading(self):
        faint, clear = line("10.5555/strond.2019.1Z", 300, confidence=0.9), line(DOI, 400)
        seen = Description(dois=("10.5555/strond.2019.1z", DOI), lines=(faint, clear))

        (described,) = with_trusted_dois([seen], [faint, clear])

        assert described.dois == (DOI,)


class TestStrokesThatMayBeTwoLetters:
    @pytest.mark.parametrize(
        "suffix", ["strolling.2019.4", "STROIA.19", "j.lull-2019.CR4", "brj.l1234", "BRJ.I1234"]
    )
    def test_are_told_by_the_letters_beside_them(self, suffix):
        assert sighted(f"10.5555/{suffix}") == suffix.lower()

    @pytest.mark.parametrize(
        "suffix", ["SandlIsle.82.1136", "Reedlsle.82.1136", "brj.I1234", "BRJ.l1234", "CIlnRev.19"]
    )
    def test_among_letters_of_both_kinds_leave_a_doubt(self, suffix):
        assert sighted(f"10.5555/{suffix}") == ""

    def test_or_a_letter_and_a_figure_leave_a_doubt_unless_the_publisher_has_no_such_letters(self):
        assert sighted("10.5555/brj.14205") == ""
        assert sighted("10.5555/brj.24205") == "brj.24205"
        assert sighted("10.5555/V1.03397-13") == ""
        assert sighted("10.5555/V2.03397-13") == "v2.03397-13"
        assert sighted("10.1111/invented.14205") == "invented.14205"


def sighted(doi):
    """Behind the slash, what is believed of a DOI printed so."""
    bearing = line(f"doi: {doi}", 300)
    (described,) = with_trusted_dois(
        [Description(dois=(doi.lower(),), lines=(bearing,))], [bearing]
    )
    return "".join(described.dois).partition("/")[2]


class TestPublishersNumbers:
    @pytest.mark.parametrize(
        ("seen", "printed"),
        [
            ("10.5555/50140-6736(05)60161-2", "10.5555/s0140-6736(05)60161-2"),
            ("10.5555/541586-021-03819-2", "10.5555/s41586-021-03819-2"),
            ("10.5555/5012.2019.4", "10.5555/5012.2019.4"),
        ],
    )
    def test_begin_with_the_letter_that_looks_like_a_five(self, seen, printed):
        bearing = line(f"doi: {seen}", 300)

        (described,) = with_trusted_dois([Description(dois=(seen,), lines=(bearing,))], [bearing])

        assert described.dois == (printed,)


class TestMisreadSigns:
    @pytest.mark.parametrize(
        ("seen", "printed"),
        [
            ("10.5555/strIb.2019.12", "10.5555/strlb.2019.12"),
            ("10.5555/strand,2019.12", "10.5555/strand.2019.12"),
            ("10.5555/joumal.strand.12", "10.5555/journal.strand.12"),
            ("10.5555/STRlB.2019.12", None),
            ("10.5555/StrIB.2019.12", None),
            ("10.5555/Istr.2019.12", None),
        ],
    )
    def test_are_mended_where_no_doi_has_them_and_doubted_elsewhere(self, seen, printed):
        bearing = line(f"doi: {seen}", 300)
        found = Description(dois=(seen.lower(),), lines=(bearing,))

        (described,) = with_trusted_dois([found], [bearing])

        assert described.dois == ((printed,) if printed else ())


class TestCapitals:
    def test_that_have_two_small_letters_move_nothing(self):
        authors, bearing = line("İpek İnan, İlker İz", 276), line(f"doi: {DOI}.", 300)
        found = Description(dois=(DOI,), lines=(authors, bearing))

        (described,) = with_trusted_dois([found], [authors, bearing])

        assert described.dois == (DOI,)


class TestSeenBefore:
    def test_drops_identifiers_that_the_first_look_did_not_see(self):
        first_look = [line(f"doi: {DOI} PMID: 30000012", 300, confidence=0.8)]
        page = [line(f"doi: {DOI} PMID: 30000011", 300), line("doi: 10.5555/tea.1041", 330)]
        seen = Description(dois=(DOI, "10.5555/tea.1041"), pmids=("30000011",), lines=(*page,))

        (described,) = seen_before([seen], first_look, page)

        assert (described.dois, described.pmids) == ((DOI,), ())

    def test_says_nothing_of_a_page_that_was_looked_at_once(self):
        page = [line("doi: 10.5555/strand.", 300), line("2019.12", 324)]
        seen = Description(dois=(DOI,), lines=(*page,))

        assert seen_before([seen], page, page) == [seen]

    def test_counts_a_doi_that_both_looks_saw_broken_over_two_lines(self):
        first_look = [line("doi: 10.5555/strand.", 300), line("2019.12", 324)]
        seen = Description(dois=(DOI,), lines=(*first_look,))

        assert seen_before([seen], first_look, [*first_look]) == [seen]

    def test_counts_a_pmid_that_stands_alone_beside_its_label(self):
        first_look = [line("PMID", 300), line("30000011", 300, left=200)]
        seen = Description(pmids=("30000011",), lines=(*first_look,))

        assert seen_before([seen], first_look, [*first_look]) == [seen]

    def test_counts_a_doi_whose_l_only_one_look_took_for_a_capital_i(self):
        first_look = [line("doi: 10.5555/strIb.2019.12", 300)]
        seen = Description(dois=("10.5555/strlb.2019.12",))

        assert seen_before([seen], first_look, [*first_look]) == [seen]
