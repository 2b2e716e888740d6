"""Numbers that a page calls by their names, whatever their order and the marks between them."""

import pytest

from chapwai.citations.layouts.sources.named_numbers import named_source_in
from chapwai.citations.layouts.sources.orders import whole_source_in
from chapwai.citations.layouts.sources.sources import place_of


class TestNamedNumbers:
    @pytest.mark.parametrize(
        ("text", "numbers"),
        [
            ("Year : 2019 | Volume : 12 | Issue : 3 | Page : 41-50", ("2019", "12", "3", "41-50")),
            ("Year : 2019 | Volume : 12 | Isue : 3 | Page : 947", ("2019", "12", "3", "947")),
            ("Year:2019|Volume:12|Issue:Suppl 2|Page:902", ("2019", "12", "Suppl 2", "902")),
            ("Pages: 412-9, Volume: 12, Issue: 3, Year: 2019", ("2019", "12", "3", "412-419")),
            ("Volume : 12 Number : 3 Year : 2562 Pages : 41", ("2019", "12", "3", "41")),
            ("Vol-12, Issue-3, Page No. 41-50, 2019", ("2019", "12", "3", "41-50")),
            ("pp. 41 - 50, vol. 12, no. 3, 2019", ("2019", "12", "3", "41-50")),
            ("Article 9, Volume 12, Issue 3, March 2019, Page 41", ("2019", "12", "3", "41")),
            # These pages could be years of the Buddhist Era.
            ("Volume 12 Issue 3, July 2019, pp. 2432-2439", ("2019", "12", "3", "2432-2439")),
            ("Volume 12, Issue 3, Pages 1865-1874 • June 2019", ("2019", "12", "3", "1865-1874")),
            ("Volume 12 Issue 3 pp. 4-9, 12-15", (None, "12", "3", "4-9,12-15")),
        ],
    )
    def test_are_read_in_any_order(self, text, numbers):
        found = named_source_in(text)

        assert (found.year, found.volume, found.issue, found.pages) == numbers

    @pytest.mark.parametrize(
        "text",
        [
            "Volume 12, Issue 3",
            "Issue 3, Pages 41-50, 2019",
            "Volume 12(3), Year 2019, Pages 41-50",
            "Volume 12, Issue 3 Pt 2, Pages 41-50",
            "Volume 12, Issue 3, Page 4 of 9",
            "Volume 12, Issue 3, Pages 41-50; Volume 14, Issue 1, Pages 4-9",
            "Volume 12, Issue 3, of which the editors say more than anybody wants, on page 41",
        ],
    )
    def test_are_left_to_others_where_they_say_less_or_more(self, text):
        assert named_source_in(text) is None

    def test_are_what_a_page_and_a_list_believe_first(self):
        text = "Volume : 12 Number : 3 Year : 2019 Pages : 41-50"

        for found in (whole_source_in(text), place_of(text)):
            assert (found.volume, found.issue, found.pages) == ("12", "3", "41-50")

    def test_leave_the_journal_before_them_alone(self):
        assert (
            place_of("Imaginary Care : pp. 4-9, vol. 12, no. 3, 2019").journal == "Imaginary Care"
        )


class TestWhatStandsBeforeNumbers:
    @pytest.mark.parametrize(
        "date", ["March 2019 - ", "Year 2019, ", "Imaginary Care, Year: 2019, "]
    )
    def test_is_a_date_and_no_journal(self, date):
        found = place_of(f"{date}Volume 12 Issue 3, 41-50")

        assert found.journal in (None, "Imaginary Care")
        assert (found.year, found.volume, found.pages) == ("2019", "12", "41-50")

    @pytest.mark.parametrize("city", ["", "Hilltop ", "Port Lakeside, Vale "])
    def test_is_the_journal_without_its_city(self, city):
        found = place_of(f"Imaginary Care; {city}Vol. 12, Iss. 3, (May 2019): 41-50.")

        assert (found.journal, found.year, found.issue) == ("Imaginary Care", "2019", "3")

    def test_is_no_city_behind_names(self):
        found = place_of("Fernhill AB, Brook C; Imaginary Care Vol. 12, No. 3 (2019): 41-50.")

        assert found is None or not (found.journal or "").startswith("Fernhill")

    @pytest.mark.parametrize(
        ("printed", "journal"),
        [
            ("Imaginary Care [Imag Care]", "Imaginary Care"),
            ("IMAGINARY CARE (IMAG CARE)", "IMAGINARY CARE"),
            ("Journal of Imaginary Care (JIC)", "Journal of Imaginary Care"),
        ],
    )
    def test_is_the_journal_without_its_own_abbreviation(self, printed, journal):
        assert place_of(f"{printed}, 2019 Nov; Vol. 12 (3), pp. 41-50").journal == journal
