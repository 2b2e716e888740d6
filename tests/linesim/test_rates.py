"""Token buckets, one for each endpoint."""

import pytest

from linesim.rates import Rates

from .conftest import FAH


class TestRates:
    @pytest.fixture
    def slow(self, platform):
        """A platform on which every rate is a thousandth of LINE's."""
        platform.simulator.rates = Rates(scale=0.001)
        return platform

    def test_let_a_burst_through_and_fill_again(self, slow, clock):
        first, second, third = (slow.push(FAH).status_code for _ in range(3))
        clock.advance(seconds=0.5)
        fourth = slow.push(FAH).status_code

        assert (first, second, third, fourth) == (200, 200, 429, 200)

    def test_belong_to_one_endpoint_each(self, slow):
        for _ in range(3):
            slow.push(FAH)

        assert slow.api.get("/info").status_code == 200

    def test_count_one_endpoint_for_all_its_paths(self, slow):
        people = [slow.api.get(f"/profile/U{digit * 32}").status_code for digit in "123"]

        assert people == [200, 200, 429]

    def test_say_nothing_of_themselves(self, slow):
        answers = [slow.push(FAH) for _ in range(3)]

        assert answers[2].json() == {
            "message": "The API rate limit has been exceeded. Try again later."
        }
        assert not any("rate" in name or "retry" in name for name in answers[2].headers)

    def test_are_off_unless_asked_for(self, platform):
        assert platform.simulator.rates is None
