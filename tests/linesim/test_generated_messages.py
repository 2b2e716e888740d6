"""Two thousand messages by chance: linesim, LINE's documents and LINE's own models agree."""

import pytest

from linesim.validation import Invalid, check_messages

from .draw_differences import NUMBER, PAGE, SEED, Message, page, taken_by_sdk
from .generate import cases


@pytest.fixture(scope="module")
def made():
    return list(cases(NUMBER, seed=SEED))


@pytest.fixture(scope="module")
def whole(made):
    return [case.message for case in made if not case.fault]


@pytest.fixture(scope="module")
def broken(made):
    return [case for case in made if case.fault]


def complaints(message):
    try:
        check_messages([message])
    except Invalid as refused:
        return refused.details
    return []


class TestGeneratedMessages:
    def test_are_taken_when_whole(self, whole):
        assert len(whole) == NUMBER // 2
        for message in whole:
            assert complaints(message) == []

    def test_are_refused_where_they_are_broken(self, broken):
        assert len(broken) == NUMBER // 2
        for case in broken:
            told = [detail["property"] for detail in complaints(case.message)]

            assert any(meets(place, expected_place(case)) for place in told), (case.fault, told)

    def test_go_through_the_models_unharmed(self, whole):
        for message in whole:
            assert is_part_of(message, Message.from_dict(message).to_dict())

    def test_are_refused_by_linesim_whenever_the_models_refuse(self, made):
        for case in made:
            assert taken_by_sdk(case.message) or complaints(case.message)

    def test_differ_from_the_models_as_the_page_says(self, made):
        assert page(made) == PAGE.read_text(encoding="utf-8"), (
            "renew it: python -m tests.linesim.draw_differences"
        )

    def test_break_in_hundreds_of_ways(self, broken):
        ways = {(case.fault.thing, case.fault.property, case.fault.kind) for case in broken}

        assert len(ways) > 700

    def test_are_the_same_for_the_same_seed(self, made):
        again = cases(200, seed=SEED)

        assert list(again) == made[:200]


def expected_place(case):
    """The property at fault as LINE writes it: a pointer inside Flex, a path elsewhere."""
    place = case.fault.place
    if case.message["type"] == "flex" and place[:1] == ("contents",):
        return "/" + "/".join(map(str, place[1:]))
    path = "messages[0]"
    for step in place:
        path += f"[{step}]" if isinstance(step, int) else f".{step}"
    return path


def meets(told, expected):
    """A complaint may point at the property, at what is inside it, or at what holds it."""
    return told.startswith(expected) or (expected.startswith(told) and told != "messages[0]")


def is_part_of(less, more):
    """Whether nothing was lost; the models add what is usual."""
    if isinstance(less, dict):
        return all(key in more and is_part_of(value, more[key]) for key, value in less.items())
    if isinstance(less, list):
        return len(less) == len(more) and all(map(is_part_of, less, more))
    return less == more
