"""A small part of the reading benchmark with floors: what must never get worse unnoticed.

The whole benchmark takes many minutes and is run by hand; these pages take seconds.
"""

import json

import pytest

from benchmarks.reading.render import render
from benchmarks.reading.score import NUMBERS, Tally, tally_of
from chapwai.citations.read import read_photo
from tests.machine import require_chromium

LAYOUTS = [
    "pubmed-desktop",
    "publisher-nature",
    "publisher-oxford",
    "references-vancouver",
    "results-scholar",
    "manager-endnote",
]


@pytest.fixture(scope="module")
def tally(tmp_path_factory):
    """What twelve clean and mild pages of six layouts gave."""
    require_chromium()
    folder = tmp_path_factory.mktemp("pages")
    render(folder, split="dev", count=12, seed=5, grades=["clean", "mild"], names=LAYOUTS)
    total = Tally()
    for line in (folder / "pages.jsonl").read_text("utf-8").splitlines():
        page = json.loads(line)
        reading = read_photo((folder / page["image"]).read_bytes())
        items = [citation.to_json() for citation in reading.citations]
        total.add(tally_of(items, page["items"]))
    return total


@pytest.mark.browser
class TestFloor:
    def test_finds_nearly_all_items_and_invents_none(self, tally):
        assert tally.found >= 0.9 * tally.wanted
        assert tally.surplus == 0

    def test_gives_no_identifier_that_belongs_to_nothing(self, tally):
        assert tally.identifiers >= 10
        assert tally.false_identifiers == 0

    def test_gives_hardly_a_wrong_number(self, tally):
        wrong = sum(tally.wrong[name] for name in NUMBERS)

        assert wrong <= 0.02 * sum(tally.given[name] for name in NUMBERS)

    def test_gets_most_items_wholly_right(self, tally):
        assert tally.all_exact >= 0.6 * tally.wanted
