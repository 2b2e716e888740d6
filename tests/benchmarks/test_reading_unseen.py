"""The pages nobody has seen put numbers and names into words as real pages do."""

from dataclasses import replace

import pytest

from benchmarks.reading.people import Author
from benchmarks.reading.records import records
from benchmarks.reading.shown import ShownItem
from benchmarks.reading.unseen.wording import (
    bracketed,
    common,
    degrees,
    dotted_journal,
    ended_title,
    issue,
    stopped_name,
)
from benchmarks.reading.words import Stock


@pytest.fixture
def article():
    journal = replace(
        records("unseen")[0].journal, title="Nordic Women's Heart", abbreviation="Nord Womens Heart"
    )
    return replace(records("unseen")[0], journal=journal, volume="12", issue="3", title="Why?")


class TestWording:
    def test_ends_only_shortened_words_of_a_journal_in_stops(self, article):
        assert "Nord. Womens Heart" in dotted_journal(ShownItem(0, article))

    def test_ends_a_question_in_its_own_mark(self, article):
        assert ended_title(ShownItem(0, article)).endswith("Why?</span>")

    def test_sets_a_supplement_apart_from_the_volume(self, article):
        plain, supplement = (
            ShownItem(0, changed) for changed in (article, replace(article, issue="Suppl 1"))
        )

        assert bracketed(plain).endswith(">3</span>)")
        assert bracketed(supplement).endswith(">Suppl 1</span>")
        assert issue(supplement, ", Issue {}").startswith(", <span")

    def test_gives_no_degree_to_a_group(self, article):
        people = (Author("Castell", "Anna"), Author("Study Group"))

        ladder = degrees(ShownItem(0, replace(article, authors=people)), (", MD", ", RN"))

        assert ladder == [", MD", ""]

    def test_prints_initials_with_stops_behind_the_family_name(self):
        assert stopped_name(Author("Castell", "Anna B")) == "Castell A.B."
        assert stopped_name(Author("Study Group")) == "Study Group"

    def test_marks_a_common_field_for_every_item(self, article):
        items = [ShownItem(number, article) for number in range(3)]

        shown = common(items, "journal")

        assert shown.count("data-common") == 3
        assert shown.count("Nordic") == 1


class TestUnseenStock:
    def test_has_titles_of_its_own(self):
        unseen, others = (Stock("english", split).every("title") for split in ("unseen", "test"))

        assert not set(unseen) & set(others)

    def test_is_not_divided(self):
        assert Stock("english", "unseen").words("illness") == (
            Stock("english", "unseen-distractors").words("illness")
        )
