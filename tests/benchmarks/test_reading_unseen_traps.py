"""Pages nobody has seen print other numbers beside the article's, and only its own are marked."""

import random
from dataclasses import replace

import pytest

from benchmarks.reading.pages import drawn_page
from benchmarks.reading.people import Author
from benchmarks.reading.records import records
from benchmarks.reading.shown import ShownItem
from benchmarks.reading.unseen.layouts import UNSEEN_LAYOUTS
from benchmarks.reading.unseen.margins import margin
from benchmarks.reading.unseen.notices import hosted, noticed
from benchmarks.reading.unseen.presses import checked, college, digital, ruled
from benchmarks.reading.unseen.rows import annotated, issue_on_web, quest_hits
from benchmarks.reading.unseen.thai_wards import labelled, ward
from tests.drafts import draft_of

SEEDS = range(24)


@pytest.fixture
def article():
    plain = next(article for article in records("unseen") if article.language == "en")
    journal = replace(plain.journal, numbering="pages", first_year=2000)
    return replace(
        plain, journal=journal, year=2019, volume="12", issue="3", pages="412-419", pmid="31234567"
    )


@pytest.fixture
def item(article):
    return ShownItem(0, article)


@pytest.fixture
def thai():
    plain = next(article for article in records("unseen") if article.language == "th")
    return ShownItem(0, replace(plain, year=2019, volume="12", issue="3", pages="412-419"))


def numbered(item):
    """The item in a journal that numbers its articles."""
    journal = replace(item.article.journal, numbering="e-pages")
    return ShownItem(0, replace(item.article, journal=journal, pages="e101"))


def words_of(page, item):
    """The words of the page under many chances."""
    return [page(draft_of(item, seed=seed))["words"] for seed in SEEDS]


def rows_of(words):
    return {str(label): str(value) for label, value in words["rows"]}


class TestNotices:
    def test_have_identifiers_that_are_not_the_articles(self, item):
        notices = [notice for page in words_of(noticed, item) for notice in page["notices"]]

        assert all("doi: 10.5555/" in notice["text"] for notice in notices)
        assert not any("data-field" in notice["text"] for notice in notices)

    def test_follow_an_alarm(self, item):
        alarmed = [page for page in words_of(noticed, item) if page["alarm"]]

        firsts = {page["alarm"]: page["notices"][0]["kind"] for page in alarmed}

        assert firsts == {
            "Retracted article": "Retraction in",
            "Expression of concern": "Expression of concern in",
        }

    def test_stand_below_a_source_with_a_colon_where_there_are_no_issues(self, item):
        without = ShownItem(0, replace(item.article, issue=None))

        assert all(
            ';<span data-item="0" data-field="volume">' in page["source"]
            for page in words_of(noticed, item)
        )
        assert all(
            ':<span data-item="0" data-field="volume">' in page["source"]
            for page in words_of(noticed, without)
        )


class TestHostedRecord:
    def test_counts_the_pages_without_a_mark(self, item):
        sources = [rows_of(page)["Source:"] for page in words_of(hosted, item)]

        assert any("8p." in source for source in sources)
        assert not any(">8<" in source for source in sources)

    def test_may_not_know_the_pages_of_a_numbered_article(self, item):
        sources = [rows_of(page)["Source:"] for page in words_of(hosted, numbered(item))]

        unknown = [source for source in sources if "pN.PAG" in source]
        assert unknown
        assert not any('data-field="pages"' in source for source in unknown)


class TestPresses:
    def test_set_long_dashes_between_pages(self, item):
        assert all(">412—419<" in page["source"] for page in words_of(checked, item))

    def test_set_spaces_between_pages(self, item):
        assert all("pp. <" in page["source"] for page in words_of(college, item))
        assert all(">412 - 419<" in page["source"] for page in words_of(college, item))

    def test_name_the_number_of_an_article_without_pages(self, item):
        sources = [page["source"] for page in words_of(checked, numbered(item))]

        assert all("<b>Article</b>" in source for source in sources)

    def test_say_each_fact_behind_its_label(self, item):
        facts = ruled(draft_of(item))["words"]["facts"]

        assert "<b>Volume</b> : <span" in facts
        assert "<b>Page</b> : <span" in facts

    def test_leave_out_the_label_of_an_issue_there_is_not(self, item):
        without = ShownItem(0, replace(item.article, issue=None))

        assert "Issue" not in ruled(draft_of(without))["words"]["facts"]

    def test_tell_when_an_earlier_version_was_published(self, item):
        assert all(page["preprint"].endswith("2018") for page in words_of(digital, item))
        assert not any("data-field" in page["preprint"] for page in words_of(digital, item))

    @pytest.mark.parametrize("name", ["page-digital", "page-checked", "pdf-margin"])
    def test_are_no_older_than_online_journals(self, name):
        layout = next(layout for layout in UNSEEN_LAYOUTS if layout.name == name)

        pages = [drawn_page(layout, split="unseen", rng=random.Random(n)) for n in SEEDS]

        assert min(page.items[0].article.year for page in pages) >= 2006


class TestMargin:
    def test_says_how_to_cite_the_article_in_either_manner(self, item):
        cites = [page["cite"] for page in words_of(margin, item)]

        assert {"<b><span" in cite for cite in cites} == {True, False}
        assert all('data-field="volume">12<' in cite for cite in cites)


class TestRows:
    def test_set_a_town_behind_the_journal_without_a_mark(self, item):
        sources = [quest_hits(draft_of(item, seed=seed))["hits"][0]["source"] for seed in SEEDS]

        towns = {source.partition("</span>; ")[2].partition("</b>")[0] for source in sources}
        assert len(towns) > 2

    def test_end_a_group_in_a_stop(self, article):
        person, group = Author("Castell", "Anna"), Author("Study Group")
        alone, together = (
            ShownItem(0, replace(article, authors=people)) for people in ((person,), (group,))
        )

        texts = [
            [annotated(draft_of(item, seed=seed))["refs"][0]["text"] for seed in SEEDS]
            for item in (alone, together)
        ]

        assert any("Castell, A.</span></span> <" in text for text in texts[0])
        assert any("Study Group</span></span>. <" in text for text in texts[1])
        assert not any("Study Group</span></span> <" in text for text in texts[1])

    def test_print_the_pages_of_an_issue_without_a_mark(self, article):
        items = [
            ShownItem(n, replace(article, pages=pages))
            for n, pages in enumerate(("420-431", "412-419"))
        ]

        page = issue_on_web(draft_of(*items))

        assert page["words"]["span"].startswith("Pages 408&ndash;4")
        assert 'data-field="pages"' not in page["words"]["span"]
        assert [hit["item"].number for hit in page["hits"]] == [1, 0]


class TestThaiWards:
    def test_tell_when_the_page_was_posted_without_a_mark(self, thai):
        posted = [page["posted"] for page in words_of(ward, thai)]

        assert {day[-4:] for day in posted} == {"2562", "2563"}
        assert not any("data-field" in day for day in posted)

    def test_set_spaces_between_pages(self, thai):
        assert all(">412 - 419<" in page["source"] for page in words_of(ward, thai))

    def test_print_volume_issue_and_pages_behind_one_label(self, thai):
        numbers = labelled(draft_of(thai))["hits"][0]["numbers"]

        assert [f'data-field="{name}"' in numbers for name in ("volume", "issue", "pages")] == (
            [True] * 3
        )
