"""Moments in words."""

from datetime import UTC, datetime, timedelta

import pytest

from chapwai import cards
from chapwai.cards import times
from chapwai.cards.graphemes import graphemes
from tests.cards.cast import NOW


def spoken(words, moment, *, language="th"):
    """What is said of a moment on Wednesday 12 August 2026, with plain spaces."""
    with cards.tone(language=language, voice="kha", now=NOW):
        return words(moment).replace("\u00a0", " ")


class TestNear:
    @pytest.mark.parametrize(
        ("hours", "thai", "english"),
        [
            (0, "วันนี้ 09:12 น.", "today 09:12"),
            (24, "พรุ่งนี้ 09:12 น.", "tomorrow 09:12"),
            (-24, "เมื่อวาน 09:12 น.", "yesterday 09:12"),
            (5 * 24, "จ. 17 ส.ค. 09:12 น.", "Mon 17 Aug 09:12"),
            (-6 * 24, "พฤ. 6 ส.ค. 09:12 น.", "Thu 6 Aug 09:12"),
            (7 * 24, "19 ส.ค. 2569 09:12 น.", "19 Aug 2026 09:12"),
        ],
    )
    def test_names_days_close_by(self, hours, thai, english):
        moment = NOW + timedelta(hours=hours)

        assert spoken(times.near, moment) == thai
        assert spoken(times.near, moment, language="en") == english

    def test_goes_by_the_days_of_bangkok(self):
        just_past_midnight = datetime(2026, 8, 12, 17, 1, tzinfo=UTC)

        assert spoken(times.near, just_past_midnight) == "พรุ่งนี้ 00:01 น."

    def test_keeps_together_what_belongs_together(self):
        with cards.tone(language="th", voice="kha", now=NOW):
            said = times.dated(NOW)

        assert said == "12\u00a0ส.ค.\u00a02569 09:12\u00a0น."


class TestDate:
    def test_counts_years_as_the_reader_does(self):
        assert spoken(times.date, NOW) == "12 ส.ค. 2569"
        assert spoken(times.date, NOW, language="en") == "12 Aug 2026"

    def test_knows_every_month(self):
        months = {
            spoken(times.date, datetime(2026, month, 1, tzinfo=UTC)) for month in range(1, 13)
        }

        assert len(months) == 12
        assert all(len(graphemes(month)) <= 12 for month in months)


class TestDuration:
    @pytest.mark.parametrize(
        ("minutes", "thai", "english"),
        [
            (0, "1 นาที", "1 min"),
            (12, "12 นาที", "12 min"),
            (60, "1 ชม.", "1 h"),
            (65, "1 ชม. 5 นาที", "1 h 5 min"),
            (47 * 60, "47 ชม.", "47 h"),
            (75 * 60, "3 วัน", "3 days"),
        ],
    )
    def test_is_short(self, minutes, thai, english):
        assert spoken(times.duration, minutes) == thai
        assert spoken(times.duration, minutes, language="en") == english
