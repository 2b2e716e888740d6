"""Hits of Semantic Scholar: names, fields of study, journal and date run on, without their dots."""

import pytest

from chapwai.citations.layouts.page import describe_page
from chapwai.citations.layouts.sources.fields_of_study import place_by_fields
from tests.citations.page_lines import beside, page

TEA = "Evening tea for night nurses: a cohort study in three hospitals"
ROOF = "Rain on the roof of the ward and the dreams of patients"
SUMMARY = (
    ("TLDR Tea was given to nurses within an hour of their rounds, and the wards were told", 14),
    ("of it in writing. Expand", 14),
    ('" 226 [PDF] Open reader Save Alert Cite', 14),
)
FILTERS = ("Fields of Study Date Range Has PDF Author Sort by Relevance", 14)


def hits(*sources):
    rows = [FILTERS, 30]
    for title, source in zip((TEA, ROOF), sources, strict=True):
        rows += [(title, 20), (source, 16), *SUMMARY, 30]
    return page(*rows)


class TestHitsWithFieldsOfStudy:
    def test_their_names_journal_and_year_are_parted_at_the_fields(self):
        lines = hits(
            "Anna B. Fernhill, Carl Brook, +4 authors Medicine, BiologyImaginary Care 8 June 2019",
            "Dora Marsh PsychologyRoof & Sleep 2017",
        )

        first, second = describe_page(lines)

        assert (first.title, first.journal, first.year) == (TEA, "Imaginary Care", "2019")
        assert first.authors == ("Anna B. Fernhill", "Carl Brook")
        assert (second.title, second.journal, second.year) == (ROOF, "Roof & Sleep", "2017")
        assert second.authors == ("Dora Marsh",)

    def test_the_last_row_of_a_title_is_no_name(self):
        lines = page(
            FILTERS,
            30,
            (TEA, 20),
            ("Ontario, Canada", 20),
            ("Anna Fernhill, Carl Brook Medicine Imaginary Care 2019", 16),
            *SUMMARY,
        )

        (found,) = describe_page(lines)

        assert found.title == f"{TEA} Ontario, Canada"
        assert found.authors == ("Anna Fernhill", "Carl Brook")

    def test_fields_in_a_frame_of_their_own_go_with_what_stands_beside_them(self):
        lines = beside(
            page(
                FILTERS,
                30,
                (TEA, 20),
                ("Anna Fernhill, Carl Brook, Dora Marsh, +9 authors", 16),
                12,
                ("Psychology", 24),
                *SUMMARY,
            ),
            ("Imaginary Care November 2019", 16),
            left=190,
            top=161,
        )

        (found,) = describe_page(lines)

        assert (found.title, found.journal, found.year) == (TEA, "Imaginary Care", "2019")
        assert found.authors == ("Anna Fernhill", "Carl Brook", "Dora Marsh")

    def test_without_a_field_only_the_year_is_certain(self):
        lines = hits(
            "Dora Marsh Psychology Roof & Sleep 2017",
            "Anna Fernhill Sleep Medicine and Vision 1991",
        )

        second = describe_page(lines)[1]

        assert (second.title, second.year) == (ROOF, "1991")
        assert (second.authors, second.journal) == ((), None)


class TestPlaceByFields:
    @pytest.mark.parametrize(
        "text",
        [
            "Advances in Medicine of the ward in 2019",
            "Burden of falls in a hospital of Imagined Land, 1990-2019",
            "Medicine (12)",
            "Anna Fernhill, Carl Brook",
        ],
    )
    def test_other_texts_have_none(self, text):
        assert place_by_fields(text) is None

    def test_a_field_that_ends_a_journal_parts_no_names(self):
        place = place_by_fields("Anna Fernhill Imaginary Medicine 2019")

        assert place is not None
        assert (place.names, place.journal, place.year) == ("", None, "2019")
