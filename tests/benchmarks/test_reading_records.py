"""The benchmark's articles are invented, the same for the same seed, and kept apart by split."""

import random
import re
from itertools import pairwise

import pytest
from stdnum import issn

from benchmarks.reading.articles import is_of_whole_issue, issue_of
from benchmarks.reading.dois import Place, invented_doi
from benchmarks.reading.journals import UNSEEN_DOI_HABITS, abbreviated, journals
from benchmarks.reading.people import Author
from benchmarks.reading.records import records
from benchmarks.reading.shown import shortened
from benchmarks.reading.words import Stock


class TestRecords:
    def test_are_the_same_for_the_same_seed(self):
        once = records.__wrapped__("test", seed=3)
        again = records.__wrapped__("test", seed=3)

        assert [article.to_json() for article in once] == [article.to_json() for article in again]

    def test_are_others_for_another_seed(self):
        one = {article.title for article in records("dev", seed=1)}
        other = {article.title for article in records("dev", seed=2)}

        assert len(one & other) < len(one) / 10

    def test_are_enough_for_both_languages(self):
        both = [*records("dev"), *records("test")]

        assert sum(article.language == "en" for article in both) >= 2_000
        assert sum(article.language == "th" for article in both) >= 300
        assert len(records("distractors")) >= 20_000

    def test_of_the_splits_share_no_title_and_no_doi(self):
        dev, test = records("dev"), records("test")

        assert not {a.title for a in dev} & {a.title for a in test}
        assert not {a.doi for a in dev if a.doi} & {a.doi for a in test if a.doi}

    def test_nobody_has_seen_share_no_title_and_no_identifier_with_the_others(self):
        unseen = records("unseen")
        others = [a for split in ("dev", "test", "distractors") for a in records(split)]

        assert not {a.title for a in unseen} & {a.title for a in others}
        assert not {a.doi for a in unseen if a.doi} & {a.doi for a in others if a.doi}
        assert not {a.pmid for a in unseen if a.pmid} & {a.pmid for a in others if a.pmid}

    def test_nobody_has_seen_are_of_journals_and_people_of_their_own(self):
        unseen = records("unseen")
        others = [a for split in ("dev", "test") for a in records(split)]

        assert not {a.journal.title for a in unseen} & {a.journal.title for a in others}
        assert len(_families(unseen) & _families(others)) < len(_families(unseen)) / 20

    def test_nobody_has_seen_have_near_twins_of_their_own(self):
        wanted = {article.id for article in records("unseen")}

        twins = [a for a in records("unseen-distractors") if a.id.rpartition("-")[0] in wanted]

        assert len(twins) > len(wanted) / 10

    def test_hold_whole_issues_without_gaps(self):
        mates = [a for a in records("unseen") if is_of_whole_issue(a)]

        issues = {issue_of(article) for article in mates}

        assert len(issues) >= 15
        for issue in issues:
            pages = [a.pages.split("-") for a in mates if issue_of(a) == issue]
            assert all(int(first) > int(last) for (_, last), (first, _) in pairwise(pages))

    def test_show_words_in_the_test_that_are_not_met_before(self):
        dev = {word for article in records("dev") for word in article.title.lower().split()}
        test = {word for article in records("test") for word in article.title.lower().split()}

        assert len(test - dev) > 100

    def test_lead_no_doi_to_another_article(self):
        wanted = {a.doi.lower(): a.title for s in ("dev", "test") for a in records(s) if a.doi}

        for article in records("distractors"):
            assert wanted.get((article.doi or "").lower(), article.title) == article.title

    def test_have_near_twins_among_the_distractors(self):
        kinds = {article.id.rpartition("-")[2] for article in records("distractors")}

        assert {"part", "erratum", "reply", "epub", "again"} <= kinds

    def test_are_written_out_for_an_index(self):
        article = next(article for article in records("dev") if article.doi)

        line = article.to_json()

        assert line["id"] == article.id
        assert line["doi"] == article.doi.lower()
        assert re.fullmatch(r"\d{4}", line["year"])


def _families(articles):
    return {author.family for article in articles for author in article.authors}


class TestJournals:
    @pytest.mark.parametrize("language", ["en", "th"])
    def test_have_issns_with_a_right_checksum(self, language):
        every = journals("distractors", language=language)

        assert all(issn.is_valid(number) for journal in every for number in journal.issns)

    def test_are_many(self):
        assert len(journals("distractors", language="en")) >= 150
        assert len(journals("distractors", language="th")) >= 40

    def test_are_abbreviated_without_small_words(self):
        assert abbreviated("European Journal of Lakeside Surgery") == "Eur J Lakeside Surg"
        assert abbreviated("Lumina") == "Lumina"


class TestStock:
    def test_keeps_words_for_each_split(self):
        dev = set(Stock("english", "dev").words("condition"))
        test = set(Stock("english", "test").words("condition"))

        assert dev - test
        assert test - dev
        assert len(dev & test) > len(dev) / 2


class TestInventedDoi:
    @pytest.mark.parametrize("habit", UNSEEN_DOI_HABITS)
    def test_is_a_doi_in_every_shape(self, habit):
        place = Place(
            year=2019, volume="12", issue="3", first_page="412", issn="1234-5679", letters="jlm"
        )

        doi = invented_doi(random.Random(1), habit, place)

        assert re.fullmatch(r"10\.5555/\S{4,60}", doi)


class TestAuthor:
    def test_is_printed_in_the_usual_forms(self):
        author = Author("de la Fontenaille", "Jean-Luc B")

        assert author.full == "Jean-Luc B. de la Fontenaille"
        assert author.vancouver == "de la Fontenaille JLB"
        assert author.apa == "de la Fontenaille, J. L. B."
        assert author.scholar == "JLB de la Fontenaille"

    def test_keeps_the_order_of_thai_names(self):
        author = Author("วารีรุ่งเรืองไพร", "นวพร", is_thai=True)

        assert author.apa == "นวพร วารีรุ่งเรืองไพร"


class TestShortened:
    @pytest.mark.parametrize(
        ("pages", "short"),
        [
            ("412-419", "412-9"),
            ("S41-S47", "S41-7"),
            ("98-101", "98-101"),
            ("e101", "e101"),
            ("11-14, 18-20", "11-14, 18-20"),
        ],
    )
    def test_says_only_the_new_figures_of_the_last_page(self, pages, short):
        assert shortened(pages) == short
