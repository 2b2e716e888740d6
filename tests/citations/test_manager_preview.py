"""A library's list above the preview of one of its references."""

import pytest

from chapwai.citations.layouts.page import describe_page
from chapwai.citations.lines import Box, Line

HEAD = {"Author": 200, "Year": 380, "Title": 450, "Journal": 850}
TEA = ("Fernhill; et al.", "2019", "Evening tea for night nurs...", "Imaginary Ca...")
SLEEP = ("Vale; et al.", "2004", "Does counting sheep lengthe...", "Pretended Rest")
PREVIEW = (
    "Fernhill AB, Brook C. Evening tea for night nurses and porters. Imaginary Care.",
    "2019;12(3):412-419. doi:10.5555/care.12",
)


def line(text, left, middle):
    return Line(text, Box(left, middle - 10, left + 10 * len(text), middle + 10), 0.98)


def library(*preview, label="Reference Preview PDF"):
    """The list of two rows, a pane of groups beside it, and what its preview says."""
    cells = [line(name, left, 100) for name, left in HEAD.items()]
    for place, row in enumerate([TEA, SLEEP]):
        middle = 130 + 30 * place
        cells += [line(text, left, middle) for text, left in zip(row, HEAD.values(), strict=True)]
    shown = [line(text, 190, 290 + 30 * place) for place, text in enumerate(preview)]
    foot = line("Showing 2 of 470 references in the group.", 190, 420)
    return [*cells, line(label, 190, 250), line("Chapter 2", 10, 292), *shown, foot]


class TestPreview:
    @pytest.mark.parametrize("label", ["Reference Preview PDF", "Preview", "Summary Edit PDF"])
    def test_is_the_one_that_is_meant(self, label):
        (found,) = describe_page(library(*PREVIEW, label=label))

        assert found.title == "Evening tea for night nurses and porters"
        assert found.authors == ("Fernhill AB", "Brook C")
        assert (found.volume, found.issue, found.pages) == ("12", "3", "412-419")
        assert found.dois == ("10.5555/care.12",)

    def test_counts_only_if_a_row_has_its_title(self):
        other = PREVIEW[0].replace("Evening tea for night nurses", "Lamps at the bedside of guests")

        found = describe_page(library(other, PREVIEW[1]))

        assert len(found) > 1

    def test_counts_only_below_its_tab(self):
        assert len(describe_page(library(*PREVIEW, label="Attached files"))) > 1

    def test_may_be_empty(self):
        assert len(describe_page(library()[:-1])) == 2
