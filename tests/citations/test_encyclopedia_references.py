"""References of encyclopedias: links back before the names, quoted titles, dates in brackets."""

import pytest

from chapwai.citations.layouts.page import describe_page
from chapwai.citations.references import describe_text
from tests.citations.typeset import column, line

TEA = "Evening tea for night nurses: a cohort study"
NUMBERS = "12 (3): 412–419. doi:10.5555/ijn.2019.412."
WHOLE = f'Fernhill AB, Stonebrook C (March 2019). "{TEA}". Imaginary Nursing. {NUMBERS}'


class TestLinksBack:
    @pytest.mark.parametrize(
        "links",
        ["^ ", "^ a b c ", "^ ab ", "∧ abc", "↑ 1.0 1.1 ", "Jump up to: a b ", "a b ", "1. ^ a b"],
    )
    def test_are_no_part_of_the_names(self, links):
        found = describe_text(links + WHOLE)[0]

        assert found.authors == ("Fernhill AB", "Stonebrook C")
        assert found.title == TEA

    def test_are_not_seen_in_the_small_words_before_a_name(self):
        found = describe_text(f"^ {WHOLE.replace('Fernhill', 'van Berg')}")[0]

        assert found.authors[0] == "van Berg AB"

    def test_stand_before_each_item_of_a_list(self):
        page = [
            line("References [edit]", size=30),
            *column(
                (
                    '1. ^ a bFernhill AB, Stonebrook C (March 2019). "Evening tea for',
                    f'night nurses". Imaginary Nursing. {NUMBERS}',
                    '2. ^ Marsh D (May 2021). "Balcony gardens and the length of the',
                    'night". Gardens & Health. 4 (2): 88–94. doi:10.5555/gh.2021.88.',
                ),
                top=90,
            ),
        ]

        first, second = describe_page(page)

        assert (first.title, first.authors[0]) == ("Evening tea for night nurses", "Fernhill AB")
        assert (second.journal, second.authors) == ("Gardens & Health", ("Marsh D",))


class TestQuotedTitle:
    @pytest.mark.parametrize("end", ['."', '".', '"', '",'])
    def test_is_followed_by_the_journal_whatever_the_mark_between(self, end):
        found = describe_text(WHOLE.replace('".', end))[0]

        assert (found.title, found.journal) == (TEA, "Imaginary Nursing")

    def test_is_followed_by_the_whole_journal(self):
        text = WHOLE.replace("Imaginary Nursing", "Malaria and Vector Journal")

        assert describe_text(text)[0].journal == "Malaria and Vector Journal"

    def test_may_begin_with_a_word_in_quotes(self):
        text = f'Fernhill AB (2019). "Good" Sleep in towns. Imaginary Nursing. {NUMBERS}'

        found = describe_text(text)[0]

        assert found.title.endswith('Good" Sleep in towns')

    def test_is_followed_by_a_volume_that_sticks_to_the_journal(self):
        found = describe_text(WHOLE.replace("Nursing. 12", "Nursing.12"))[0]

        assert (found.journal, found.volume, found.issue) == ("Imaginary Nursing", "12", "3")


class TestDotlessLetter:
    def test_is_put_back_into_the_name_in_which_it_looks_like_a_figure(self):
        found = describe_text(
            WHOLE.replace("Fernhill", "K₁lıçdan").replace("Stonebrook", "Y₁ldir")
        )[0]

        assert found.authors == ("Kılıçdan AB", "Yıldır C")
