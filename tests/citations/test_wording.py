"""Text made plain, and the faults of engines put right."""

import pytest

from chapwai.citations.wording import common_era, plain, repaired, repaired_journal


class TestPlain:
    def test_loses_what_cannot_be_seen(self):
        assert plain("10.5555/\u200babc\u202e.1\x00") == "10.5555/abc.1"

    def test_has_one_kind_of_dash_quote_and_digit(self):
        assert plain("๔๑–๕๐ ‘x’（2）") == "41-50 'x'(2)"

    def test_is_no_longer_than_it_may_be(self):
        assert len(plain("x" * 1_000_000)) == 20_000


class TestRepaired:
    @pytest.mark.parametrize(
        ("read", "printed"),
        [
            ("in ward nurses:a trial", "in ward nurses: a trial"),
            ("patients'outcomes", "patients' outcomes"),
            ("the TEATiME trial", "the TEATIME trial"),
            ("N,N-dimethyl and 1:2", "N,N-dimethyl and 1:2"),
            ("Peggy O'Hara", "Peggy O'Hara"),
            ("silencing by RNAi in vitro", "silencing by RNAi in vitro"),
            ("lmpact of lgG and lL-6", "Impact of IgG and IL-6"),
            ("lonic conductivity", "Ionic conductivity"),
            ("The lonic conductivity of lmmune cells", "The Ionic conductivity of Immune cells"),
            ("ls sleep long?", "Is sleep long?"),
            ("lncRNA, low light and let-7", "lncRNA, low light and let-7"),
            ("lower limbs", "lower limbs"),
            ("UItrasound and PPIs", "Ultrasound and PPIs"),
            ("NF-KB and IncRNA", "NF-κB and lncRNA"),
            ("IFN-y and PPAR-y2", "IFN-γ and PPAR-y2"),
        ],
    )
    def test_has_the_spaces_and_capitals_that_were_printed(self, read, printed):
        assert repaired(read) == printed

    @pytest.mark.parametrize(
        ("read", "printed"),
        [
            ("JImag Sleep", "J Imag Sleep"),
            ("ImagJ Sleep Med", "Imag J Sleep Med"),
            ("Imag | Sleep Med", "Imag J Sleep Med"),
            ("BMJFict Open", "BMJ Fict Open"),
            ("J ExampleMed", "J Example Med"),
            ("BMj Fict Open", "BMJ Fict Open"),
            ("PLoS One", "PLoS One"),
            ("BioMed Res Int", "BioMed Res Int"),
            ("Int∫Imag Sleep", "Int J Imag Sleep"),
            ("Imag/ Nurs", "Imag J Nurs"),
            ("North /sles Sleep", "North Isles Sleep"),
            ("Anna/s of Experimenta/ sleep", "Annals of Experimental sleep"),
            ("PLoS lmag", "PLoS Imag"),
            ("Lancet |magin", "Lancet Imagin"),
            ("JAMA", "JAMA"),
        ],
    )
    def test_has_the_words_of_a_journal_apart(self, read, printed):
        assert repaired_journal(read) == printed


class TestYear:
    @pytest.mark.parametrize(("printed", "year"), [("2562", "2019"), ("2019", "2019")])
    def test_is_of_the_common_era(self, printed, year):
        assert common_era(printed) == year


class TestRomanNumbers:
    @pytest.mark.parametrize(
        "text",
        ["a phase Il trial of class IIl drugs", "a phase ll trial of class lll drugs"],
    )
    def test_are_mended_where_engines_read_a_small_l(self, text):
        assert repaired(text) == "a phase II trial of class III drugs"

    def test_are_not_seen_in_words(self):
        assert repaired("Il caso of the Critically Ill") == "Il caso of the Critically Ill"
