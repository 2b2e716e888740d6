"""How often the right record is taken and a wrong one is not, over invented articles."""

import pytest

from benchmarks.reading.acceptance import GRADES, VIEWS, WholeIndex, measured, record_of
from benchmarks.reading.records import records

ITEMS = 24
# The least share of articles found by noise, with their records in the index: what was measured,
# less what so few articles may differ by chance.
FLOORS = {"mild": 0.9, "hard": 0.75}
FULL_PAGES = ("pubmed", "publisher", "reference")


@pytest.fixture(scope="module")
def wanted():
    return records("dev")


@pytest.fixture(scope="module")
def index(wanted):
    """The wanted articles and what is easily taken for them; other articles would only add time."""
    twins = [one for one in records("distractors") if "-dev-" in one.id]
    return WholeIndex([record_of(article) for article in (*wanted, *twins)])


def counts_of(wanted, index, *, grade, kind):
    noise, seed = GRADES[grade], f"test {grade} {kind}"
    return measured(wanted, index, VIEWS[kind], noise=noise, items=ITEMS, seed=seed)


class TestAcceptance:
    @pytest.mark.parametrize("kind", FULL_PAGES)
    @pytest.mark.parametrize("grade", FLOORS)
    def test_finds_what_is_there(self, wanted, index, grade, kind):
        counts = counts_of(wanted, index, grade=grade, kind=kind)

        assert counts["present taken"] / ITEMS >= FLOORS[grade]

    @pytest.mark.parametrize("kind", VIEWS)
    def test_takes_no_wrong_record_however_bad_the_picture(self, wanted, index, kind):
        counts = [counts_of(wanted, index, grade=grade, kind=kind) for grade in FLOORS]

        assert sum(one["present false"] + one["absent false"] for one in counts) == 0
        assert sum(one["present wrong numbers"] for one in counts) == 0
