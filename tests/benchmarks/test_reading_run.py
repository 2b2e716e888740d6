"""How the reading benchmark sums up what it measured."""

from benchmarks.reading.run import MIX, Outcome, ratio_in_the_mix


def outcome(grade, ratio):
    return Outcome({"grade": grade}, [], ratio, 1.0)


class TestRatioInTheMix:
    def test_counts_each_grade_as_often_as_it_comes(self):
        even = [outcome(grade, 1.0 if grade in {"clean", "chat"} else 5.0) for grade in MIX]

        assert ratio_in_the_mix(even) == 1.0

    def test_does_not_depend_on_how_many_of_a_grade_were_read(self):
        many_bad = [outcome("brutal", 5.0)] * 50
        few_good = [outcome("clean", 1.0), outcome("clean", 1.2)]

        assert ratio_in_the_mix([*many_bad, *few_good]) == 1.2
