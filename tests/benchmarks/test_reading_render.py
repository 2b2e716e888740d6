"""The benchmark's pictures are spread over layouts and grades."""

from collections import defaultdict

import pytest

from benchmarks.reading.degrade import GRADES
from benchmarks.reading.render import grade_of


class TestGradeOf:
    @pytest.mark.parametrize("among", [1, 5, 6, 17, 41])
    def test_leads_every_layout_through_all_grades(self, among):
        grades = list(GRADES)
        seen = defaultdict(list)

        for number in range(among * len(grades)):
            seen[number % among].append(grade_of(number, grades, among=among))

        assert all(sorted(each) == sorted(grades) for each in seen.values())

    def test_shows_all_grades_in_one_round_of_many_layouts(self):
        grades = list(GRADES)

        first_round = {grade_of(number, grades, among=41) for number in range(41)}

        assert first_round == set(grades)
