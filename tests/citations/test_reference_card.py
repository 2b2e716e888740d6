"""The pane of a reference manager that tells of one reference in paragraphs."""

import pytest

from chapwai.citations.layouts.managers.reference_card import read_reference_card
from chapwai.citations.layouts.page import describe_page
from tests.citations.page_lines import beside, page

PARAGRAPHS = [
    ("Watering the garden by hand and", 24),
    ("the length of sleep", 24),
    8,
    ("Fernhill AB, Stonebrook C,", 20),
    ("Marsh D", 20),
    8,
    ("Journal of Imaginary", 20),
    ("Sleep (2019) 12(3) 412-419", 20),
]
VALUES = [8, ("DOI", 18), ("10.5555/jis.2019.412", 18), ("PMID", 18), ("30000011", 18)]


def card(*, over=(("JOURNAL ARTICLE", 16),), paragraphs=PARAGRAPHS, values=VALUES):
    return page(*over, 8, *paragraphs, *values, ("TAGS", 18), ("ABSTRACT", 18))


class TestReferenceCard:
    def test_gives_every_field(self):
        found = read_reference_card(card())

        assert found.title == "Watering the garden by hand and the length of sleep"
        assert found.authors == ("Fernhill AB", "Stonebrook C", "Marsh D")
        assert found.journal == "Journal of Imaginary Sleep"
        assert (found.year, found.volume, found.issue) == ("2019", "12", "3")
        assert found.pages == "412-419"
        assert (found.dois, found.pmids) == (("10.5555/jis.2019.412",), ("30000011",))

    def test_is_read_beside_the_list_of_references(self):
        library = [("Oakley 2015", 16), ("Rain and rest in towns", 16), ("Fict Garden", 16)]
        lines = beside(card(), *library, left=900)

        (found,) = describe_page(lines)

        assert found.title == "Watering the garden by hand and the length of sleep"

    def test_takes_no_tab_over_the_title_for_its_beginning(self):
        lines = card(over=[("INFO ANNOTATIONS NOTEBOOK", 16)])

        found = read_reference_card(lines)

        assert found.title == "Watering the garden by hand and the length of sleep"

    def test_gives_a_doi_below_a_label_that_was_misread(self):
        lines = card(values=[8, ("DoE", 18), ("10.5555/jis.2019.412", 18), ("PMID", 18)])

        found = read_reference_card(lines)

        assert found.pages == "412-419"
        assert found.dois == ("10.5555/jis.2019.412",)

    @pytest.mark.parametrize("missing", ["names", "numbers"])
    def test_is_none_without_names_or_numbers(self, missing):
        kept = PARAGRAPHS[:3] + PARAGRAPHS[5:] if missing == "names" else PARAGRAPHS[:6]

        assert read_reference_card(card(paragraphs=kept)) is None


class TestSummaryUnderTabs:
    """A manager's pane without labels: its tabs stand over title, names and place."""

    def pane(self, tabs="Summary Edit PDF"):
        listed = page(("Fernhill 2019 Evening tea for nig... Imag Care", 16))
        return beside(
            listed,
            (tabs, 16),
            20,
            ("Evening tea for night nurses:", 16),
            ("a cohort study", 16),
            10,
            ("A. B. Fernhill and C. Brook", 16),
            10,
            ("Imaginary Care 2019 Vol. 12 Issue 3 Pages 412-419", 16),
            10,
            ("Accession Number: 30000011", 16),
            ("DOI: 10.5555/ic.2019.412", 16),
            left=600,
        )

    def test_is_read(self):
        found = read_reference_card(self.pane())

        assert found.title == "Evening tea for night nurses: a cohort study"
        assert found.authors == ("A. B. Fernhill", "C. Brook")
        assert (found.journal, found.year, found.volume) == ("Imaginary Care", "2019", "12")
        assert (found.dois, found.pmids) == (("10.5555/ic.2019.412",), ("30000011",))

    def test_is_known_by_its_tabs(self):
        assert read_reference_card(self.pane("Figures Tables PDF")) is None
