"""The pages nobody has seen put numbers and names into words as real pages do."""

import random
from dataclasses import replace

import pytest

from benchmarks.reading.pages import drawn_page
from benchmarks.reading.people import Author
from benchmarks.reading.records import records
from benchmarks.reading.shown import ShownItem
from benchmarks.reading.unseen.bylines import clinical_references, profile
from benchmarks.reading.unseen.houses import archive, till
from benchmarks.reading.unseen.layouts import UNSEEN_LAYOUTS
from benchmarks.reading.unseen.offices import cells
from benchmarks.reading.unseen.pockets import society
from benchmarks.reading.unseen.prints import printed_references
from benchmarks.reading.unseen.stacks import graph_hits, trial_hits
from benchmarks.reading.unseen.thai_rooms import index
from benchmarks.reading.unseen.thai_shelves import bilingual_page, found
from benchmarks.reading.unseen.tidings import early
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
from tests.drafts import draft_of


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


class TestClinicalReferences:
    def test_calls_the_first_page_alone_cut(self, article):
        item = ShownItem(0, replace(article, pages="412-419"))

        source = clinical_references(draft_of(item))["hits"][0]["source"]

        assert 'data-field="pages" data-cut>412</span>' in source

    def test_calls_a_page_that_stands_alone_whole(self, article):
        item = ShownItem(0, replace(article, pages="e101"))

        source = clinical_references(draft_of(item))["hits"][0]["source"]

        assert 'data-field="pages">e101</span>' in source


class TestProfile:
    def test_cuts_a_long_journal_and_keeps_the_numbers(self, article):
        journal = replace(article.journal, title="Nordic Women's Heart and Vessel " * 3)
        item = ShownItem(0, replace(article, journal=journal))

        source = profile(draft_of(item))["hits"][0]["source"]

        assert 'data-field="journal" data-cut>' in source
        assert 'data-field="volume">12</span>' in source


class TestPrintedReferences:
    @pytest.mark.parametrize("seed", range(6))
    def test_mark_the_pages_in_every_style(self, article, seed):
        item = ShownItem(0, replace(article, pages="412-419"))

        refs = printed_references(draft_of(item, seed=seed))["refs"]

        assert 'data-item="0" data-field="pages"' in refs[0]["text"]


class TestCells:
    def test_give_every_column_one_field(self, article):
        page = cells(draft_of(ShownItem(0, article), seed=3))

        names = [name for _, name, _ in page["words"]["columns"]]

        assert sorted(names) == [
            "doi", "issue", "journal", "pages", "people", "title", "volume", "year",
        ]  # fmt: skip
        assert len(page["rows"][0]["cells"]) == len(names)


class TestNeighbours:
    def test_are_no_articles_of_the_page(self):
        layout = next(layout for layout in UNSEEN_LAYOUTS if layout.name == "page-shelf")

        page = drawn_page(layout, split="unseen", rng=random.Random(1))

        assert page.html.count('data-field="title"') == 1
        assert "Recommended articles" in page.html


class TestOtherDates:
    """A page's other dates are no year of the article."""

    @pytest.fixture
    def item(self, article):
        return ShownItem(0, replace(article, year=2019, pmid="31234567"))

    def test_an_archive_says_when_a_manuscript_became_free(self, item):
        pages = [archive(draft_of(item, seed=seed))["words"] for seed in range(9)]

        assert any("2020" in page["manuscript"] for page in pages)
        assert not any("data-field" in page["manuscript"] for page in pages)
        assert all('data-field="year">2019<' in page["source"] for page in pages)

    def test_a_society_says_when_an_article_was_first_published(self, item):
        pages = [society(draft_of(item, seed=seed))["words"] for seed in range(9)]

        assert any("2018" in page["published"] for page in pages)
        assert not any("data-field" in page["published"] for page in pages)

    def test_a_register_says_when_it_took_a_trial_in(self, item):
        hit = trial_hits(draft_of(item))["hits"][0]

        assert " Issue " in hit["added"]
        assert "data-field" not in hit["added"]

    def test_no_register_took_a_trial_in_before_there_were_registers(self, article):
        old = ShownItem(0, replace(article, year=1979))

        hits = [trial_hits(draft_of(old, seed=seed))["hits"][0] for seed in range(9)]

        assert all("1979" in hit["source"] for hit in hits)
        assert not any("1979" in hit["added"] or "1980" in hit["added"] for hit in hits)


class TestPageThatAsksForMoney:
    def test_prints_the_numbers_above_the_title_or_beside_it(self, article):
        item = ShownItem(0, article)

        pages = [till(draft_of(item, seed=seed))["words"] for seed in range(12)]

        assert {(bool(page["path"]), bool(page["facts"])) for page in pages} == {
            (True, False), (False, True), (True, True),
        }  # fmt: skip


class TestArticlesAheadOfPrint:
    def test_have_a_date_but_no_volume(self, article):
        items = [ShownItem(n, replace(article, volume="12", year=2021)) for n in range(3)]

        page = early(draft_of(*items))

        shown = "".join(hit["date"] + hit["doi"] + hit["people"] for hit in page["hits"])
        assert shown.count('data-field="year">2021<') == 3
        assert 'data-field="volume"' not in shown + page["words"]["journal"]

    def test_are_no_older_than_the_web(self):
        layout = next(layout for layout in UNSEEN_LAYOUTS if layout.name == "contents-early")

        pages = [drawn_page(layout, split="unseen", rng=random.Random(n)) for n in range(9)]

        assert min(item.article.year for page in pages for item in page.items) >= 2006


class TestGraphOfPapers:
    def test_counts_the_people_it_leaves_out(self, article):
        people = tuple(Author(family, "Anna") for family in ("Ash", "Birch", "Cedar", "Elm", "Fir"))

        hit = graph_hits(draft_of(ShownItem(0, replace(article, authors=people))))["hits"][0]

        assert hit["people"].count("data-author") == 3
        assert "+2 authors" in hit["people"]


class TestThaiShelves:
    @pytest.fixture
    def thai(self):
        article = next(article for article in records("unseen") if article.language == "th")
        return ShownItem(0, replace(article, year=2019, volume="12"), in_thai_digits=True)

    def test_write_an_english_source_in_arabic_figures(self, thai):
        sources = [
            bilingual_page(draft_of(thai, seed=seed))["words"]["source"] for seed in range(9)
        ]

        assert any(">2019</span>" in source for source in sources)
        assert not any("๒๐๑๙" in source for source in sources)

    def test_count_thai_figures_in_the_buddhist_era(self, thai):
        sources = [found(draft_of(thai, seed=seed))["hits"][0]["source"] for seed in range(9)]

        assert all("๒๕๖๒" in source for source in sources)

    def test_count_the_years_of_a_whole_column_in_one_era(self, thai):
        plain = replace(thai, in_thai_digits=False)

        years = {index(draft_of(plain, seed=seed))["hits"][0]["year"][-11:-7] for seed in range(9)}
        thai_years = [index(draft_of(thai, seed=seed))["hits"][0]["year"] for seed in range(9)]

        assert years == {"2019", "2562"}
        assert all("๒๕๖๒" in year for year in thai_years)


class TestUnseenStock:
    def test_has_titles_of_its_own(self):
        unseen, others = (Stock("english", split).every("title") for split in ("unseen", "test"))

        assert not set(unseen) & set(others)

    def test_is_not_divided(self):
        assert Stock("english", "unseen").words("illness") == (
            Stock("english", "unseen-distractors").words("illness")
        )
