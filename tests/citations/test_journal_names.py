"""Names of journals, in full, short, cut and misread."""

import time

import pytest

from chapwai.citations.journals.names import same_journal, unlike_journals
from chapwai.citations.journals.own_abbreviation import without_own_abbreviation

WARD = "Journal of Ward Medicine"


class TestSameJournal:
    @pytest.mark.parametrize(
        ("short", "full"),
        [
            ("J Ward Med", WARD),
            ("J. Ward Med.", WARD),
            ("The Journal of Ward Medicine (Oxford, England)", WARD),
            ("Journal of Ward Medicine: the voice of wards", WARD),
            ("Proc Natl Acad Wards", "Proceedings of the National Academy of Wards"),
            ("Jpn J Ward Nurs", "Japanese Journal of Ward Nursing"),
            ("Ann N Y Acad Wards", "Annals of the New York Academy of Wards"),
            ("Klin Monbl Stationen", "Klinische Monatsblätter für Stationen"),
            ("AJW Am J Wards", "American Journal of Wards"),
            ("J Ward Assoc Thai", "Journal of the Ward Association of Thailand"),
            ("Ward Med Health", "Ward Medicine and Health"),
            ("Ward Med & Health", "Ward Medicine and Health"),
        ],
    )
    def test_knows_an_abbreviation_word_by_word(self, short, full):
        assert same_journal(short, full)
        assert same_journal(full, short)

    @pytest.mark.parametrize("glued", ["JWard Med", "J WardMed", "JWardMed"])
    def test_knows_one_whose_spaces_the_engine_lost(self, glued):
        assert same_journal(glued, WARD)

    @pytest.mark.parametrize(
        ("letters", "full"),
        [
            ("JAWA", "Journal of the American Ward Association"),
            ("BWJ", "British Ward Journal"),
            ("NEJM", "The New England Journal of Medicine"),
        ],
    )
    def test_knows_those_that_go_by_their_initials(self, letters, full):
        assert same_journal(letters, full)

    @pytest.mark.parametrize("misread", ["Journal of Ward Medicinc", "Joumal ofWard Medicine"])
    def test_forgives_single_letters(self, misread):
        assert same_journal(misread, WARD)

    @pytest.mark.parametrize(
        ("one", "other"),
        [
            ("Journal of Clinical Nursing", "Journal of Clinical Nutrition"),
            ("J Clin Nurs", "Journal of Clinical Nutrition"),
            ("J Nurs Sci", "Journal of Nursing Scholarship"),
            ("Ward", "Ward Medicine"),
            ("J Med", "Journal of Medical Education"),
            ("Am J Med", "American Journal of Medical Sciences"),
            ("วารสารพยาบาลศาสตร์", "วารสารการพยาบาล"),
            ("", WARD),
        ],
    )
    def test_keeps_neighbours_apart(self, one, other):
        assert not same_journal(one, other)

    def test_compares_as_much_as_a_cut_name_shows(self):
        assert same_journal("Journal of ward …", WARD)
        assert not same_journal("Journal of bed …", WARD)
        assert not same_journal("Journal …", WARD)

    def test_ignores_the_word_journal_in_thai(self):
        assert same_journal("พยาบาลศาสตร์หอผู้ป่วย", "วารสาร พยาบาลศาสตร์หอผู้ป่วย")


class TestUnlikeJournals:
    def test_are_those_with_nothing_in_common(self):
        assert unlike_journals(WARD, "Annals of Botany")
        assert unlike_journals("Annals of Botan…", WARD)

    @pytest.mark.parametrize(
        "name", ["Journal of …", "J Ward Medici…", "Joumai Wrd Mediine", "Ward Medicine", ""]
    )
    def test_are_not_those_that_may_be_one_misread(self, name):
        assert not unlike_journals(name, WARD)


class TestOwnAbbreviation:
    @pytest.mark.parametrize("behind", [" [J Ward Med]", " (J WARD MED", "(JWard Med).", " (JWM)"])
    def test_is_no_part_of_the_name(self, behind):
        assert without_own_abbreviation(f"{WARD}{behind}") == WARD

    @pytest.mark.parametrize("name", [f"{WARD} (Online)", f"{WARD} (Hilltop)", "Care (C", "(JWM)"])
    def test_is_not_what_else_stands_in_brackets(self, name):
        assert without_own_abbreviation(name) == name


@pytest.mark.parametrize("filling", ["a ", "(", " ", "j. ", "…", "ก", "[(", "A"])
def test_hostile_names_take_no_time(filling):
    started = time.perf_counter()

    same_journal(filling * (100_000 // len(filling)), WARD)
    unlike_journals(WARD, filling * (100_000 // len(filling)))

    assert time.perf_counter() - started < 0.3
