"""Text is measured and cut by what people see."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chapwai.cards.graphemes import cut, graphemes


class TestGraphemes:
    @pytest.mark.parametrize(
        ("text", "count"),
        [("", 0), ("A123", 4), ("น้ำ", 1), ("ที่", 1), ("เก้า", 3), ("é", 1), ("👩‍⚕️", 1), ("👍🏽", 1)],
    )
    def test_are_what_a_person_counts(self, text, count):
        assert len(graphemes(text)) == count

    def test_pair_the_letters_of_a_flag(self):
        assert graphemes("🇹🇭🇯🇵") == ["🇹🇭", "🇯🇵"]


class TestCut:
    def test_leaves_alone_what_fits(self):
        assert cut("น้ำใจ", 3) == "น้ำใจ"

    def test_ends_in_an_ellipsis(self):
        assert cut("Early feeding", 7) == "Early…"

    @pytest.mark.parametrize(
        ("text", "longest", "shown"),
        [("มีน้ำใจดี", 3, "มีน้ำ…"), ("มีเก้าอี้", 3, "มี…"), ("มีเก้าอี้", 4, "มี…"), ("มีเก้าอี้นวม", 5, "มีเก้า…")],
    )
    def test_never_parts_a_vowel_from_its_consonant(self, text, longest, shown):
        assert cut(text, longest) == shown

    @given(st.text(alphabet="กเาะำ้ีA ใ👍🏽", max_size=40), st.integers(2, 20))
    def test_never_shows_more_than_was_allowed(self, text, longest):
        assert len(graphemes(cut(text, longest))) <= max(longest, 2)
