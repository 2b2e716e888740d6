"""How the reading benchmark sums up what it measured."""

from benchmarks.reading.run import GRADES, Outcome, ratio_in_the_mix


def outcome(ratio, *, grade="clean", language="en"):
    return Outcome({"grade": grade, "language": language}, [], ratio, 1.0)


class TestRatioInTheMix:
    def test_counts_each_grade_as_often_as_it_came(self):
        even = [outcome(1.0 if name in {"clean", "chat"} else 5.0, grade=name) for name in GRADES]

        assert ratio_in_the_mix(even) == 1.0

    def test_does_not_depend_on_how_many_of_a_kind_were_read(self):
        many_bad = [outcome(5.0, grade="brutal")] * 50
        many_thai = [outcome(4.0, language="th")] * 50

        assert ratio_in_the_mix([*many_bad, *many_thai, outcome(1.0), outcome(1.2)]) == 1.2
