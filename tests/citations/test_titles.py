"""Titles beside each other: the same, misread, or twins."""

import time

import pytest

from chapwai.citations.resolve.titles import (
    Likeness,
    compared_titles,
    contains_title,
    needs_company,
)

TITLE = "Prevalence of hypertension in men of working age in the north: a survey"


def likeness(seen, recorded=TITLE):
    return compared_titles(seen, recorded).likeness


class TestComparedTitles:
    @pytest.mark.parametrize(
        "seen",
        [
            TITLE.upper(),
            TITLE.replace(" ", "").replace(":", ""),
            "Prevalence of <i>hypertension</i> in men of working age in the north. A survey.",
            "Prevalence 0f hypertenslon in men of workinq age in the north: a survey",
        ],
    )
    def test_are_exact_up_to_what_engines_confuse(self, seen):
        assert likeness(seen) is Likeness.EXACT

    @pytest.mark.parametrize(
        "seen",
        [
            "Prevalence of hyperteusion in men of working age in the north: a survey",
            "Prevalance of hypertensian in men af working age in tbe north: a suruey",
        ],
    )
    def test_are_noise_when_letters_differ_here_and_there(self, seen):
        assert likeness(seen) is Likeness.NOISE

    @pytest.mark.parametrize(
        "seen",
        [
            "Prevalence of hypertension in women of working age in the north: a survey",
            "Prevalence of hypotension in men of working age in the north: a survey",
            "Prevalence of hypertension in men of working age in the south: a survey",
            "Prevalence of hypertension in men of working age in the north",
        ],
    )
    def test_are_words_when_they_differ_in_one_place(self, seen):
        assert likeness(seen) is Likeness.WORDS

    @pytest.mark.parametrize(
        ("seen", "recorded"),
        [
            ("Sleep in shift nurses, part 1", "Sleep in shift nurses, part 2"),
            ("Sleep in shift nurses, part I", "Sleep in shift nurses, part II"),
            ("Hepatitis B in the wards of the north", "Hepatitis C in the wards of the north"),
            ("Wards of the north, report of 2018", "Wards of the north, report of 2019"),
        ],
    )
    def test_are_figures_when_a_number_or_a_single_letter_differs(self, seen, recorded):
        assert likeness(seen, recorded) is Likeness.FIGURES

    @pytest.mark.parametrize("word", ["Erratum: ", "Reply to: ", "Correction: ", "Editorial: "])
    def test_are_twins_when_one_is_about_the_other(self, word):
        assert likeness(TITLE, f"{word}{TITLE}") is Likeness.TWIN
        assert likeness(f"{word}{TITLE}") is Likeness.TWIN

    def test_are_unlike_when_they_are_of_other_articles(self):
        assert likeness("Bees in the gardens of large hospitals: an inventory") is Likeness.UNLIKE

    @pytest.mark.parametrize("seen", [None, "", "…", "ความชุกของความดันโลหิตสูงในชายวัยทำงาน"])
    def test_say_nothing_without_letters_in_common_to_compare(self, seen):
        assert likeness(seen) is Likeness.UNKNOWN

    def test_are_compared_as_far_as_a_cut_one_goes(self):
        assert likeness("Prevalence of hypertension in men of work…") is Likeness.EXACT
        assert likeness("Prevalence of hypertension in women of w ...") is not Likeness.EXACT

    def test_in_thai_are_compared_by_their_letters(self):
        one, other = "การพยาบาลผู้ป่วยความดันโลหิตสูงในเมือง", "การพยาบาลผู้ป่วยความดันโลหิตสูงในชนบท"

        assert likeness(one, one) is Likeness.EXACT
        assert likeness(one, other) is Likeness.WORDS


class TestContainedTitle:
    def test_lacks_a_subtitle(self):
        assert contains_title("Prevalence of hypertension in men of working age", TITLE)

    def test_is_longer_than_a_word(self):
        assert not contains_title("Hypertension", TITLE)


class TestCommonTitles:
    @pytest.mark.parametrize(
        "title", ["Sleep", "Wards of the north and their nurses: part two of a series", "Sleep of…"]
    )
    def test_need_company(self, title):
        assert needs_company(title)

    def test_are_not_the_long_ones(self):
        assert not needs_company(TITLE)


@pytest.mark.parametrize("filling", ["<", "a ", "…", ".", " ", "1", "ก่", "<a", "part 1 "])
def test_hostile_titles_take_no_time(filling):
    hostile = filling * (100_000 // len(filling))
    started = time.perf_counter()

    compared_titles(hostile, TITLE)
    compared_titles(TITLE, hostile)
    needs_company(hostile)
    contains_title(hostile, TITLE)

    assert time.perf_counter() - started < 0.3
