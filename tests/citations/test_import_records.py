"""Articles going into the database's index."""

import threading
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from django.db import connection

from benchmarks.citation_records import invented_records
from chapwai.citations.formats.fault import Fault
from chapwai.citations.index import database_index, import_records
from chapwai.citations.index.database_index import DatabaseIndex
from chapwai.citations.index.filing import Filed
from chapwai.citations.index.record_line import NotARecord
from chapwai.citations.index.remember_record import remember_record
from chapwai.citations.models import IndexedArticle
from chapwai.citations.record import Record

NOW = datetime(2026, 11, 22, 9, tzinfo=UTC)
LATER = datetime(2026, 11, 23, 9, tzinfo=UTC)
PAPER = Record(
    title="Night shifts and memory",
    authors=("Larsund K",),
    journal="Journal of Fictional Nursing",
    year="2019",
    volume="12",
    pages="412-419",
    doi="10.5555/jfn.412",
    pmid="31234567",
    origin="file",
)


def imported(*items, now=NOW):
    return import_records.import_records(items, now=now)


def kept():
    """All that the index holds, oldest first."""
    return list(IndexedArticle.objects.order_by("id").values_list("title", "doi", "pmid"))


@pytest.mark.django_db
class TestImportRecords:
    def test_adds_what_is_new(self):
        result = imported(PAPER, replace(PAPER, title="Another", doi="10.5555/other", pmid=None))

        assert result.filed == Filed(new=2)
        assert kept() == [
            ("Night shifts and memory", "10.5555/jfn.412", "31234567"),
            ("Another", "10.5555/other", ""),
        ]

    def test_writes_nothing_the_second_time(self):
        records = list(invented_records(300, seed=3))
        imported(*records)
        before = list(IndexedArticle.objects.order_by("id").values_list("id", "described_at"))

        result = imported(*records, now=LATER)

        assert result.filed == Filed(known=300)
        assert list(IndexedArticle.objects.order_by("id").values_list("id", "described_at")) == (
            before
        )

    @pytest.mark.parametrize("missing", ["doi", "pmid"])
    def test_updates_an_article_by_either_identifier(self, missing):
        imported(PAPER)

        result = imported(replace(PAPER, title="Night shifts & memory", **{missing: None}))

        assert result.filed == Filed(changed=1)
        assert kept() == [("Night shifts & memory", "10.5555/jfn.412", "31234567")]

    def test_keeps_what_a_later_record_does_not_say(self):
        imported(PAPER)

        imported(Record(title=PAPER.title, doi=PAPER.doi, issue="3"))

        found = DatabaseIndex().identified(doi=PAPER.doi, pmid=None, pmcid=None)
        assert found == [replace(PAPER, issue="3", origin="index")]

    def test_joins_two_records_of_one_file(self):
        result = imported(PAPER, replace(PAPER, issue="3"), PAPER)

        assert result.filed == Filed(new=1, known=2)
        assert IndexedArticle.objects.get().issue == "3"

    def test_gives_an_article_the_identifier_that_it_lacked(self):
        imported(replace(PAPER, doi=None, pmid=None))

        result = imported(PAPER)

        assert result.filed == Filed(changed=1)
        assert kept() == [(PAPER.title, PAPER.doi, PAPER.pmid)]

    @pytest.mark.parametrize(
        "difference",
        [
            {"title": "Night shifts and memory: part 2"},
            {"year": "2020"},
            {"volume": "13"},
            {"pages": "420-431"},
            {"journal": "Journal of Other Nursing"},
        ],
    )
    def test_keeps_near_twins_without_identifiers_apart(self, difference):
        plain = replace(PAPER, doi=None, pmid=None)

        result = imported(plain, replace(plain, **difference))

        assert result.filed == Filed(new=2)

    def test_keeps_articles_apart_whose_identifiers_differ(self):
        result = imported(PAPER, replace(PAPER, doi="10.5555/erratum", pmid=None))

        assert result.filed == Filed(new=2)

    def test_trusts_the_doi_where_a_file_gives_one_pmid_to_two_articles(self):
        other = replace(PAPER, doi="10.5555/other", title="Something else")

        result = imported(PAPER, other)

        assert result.filed == Filed(new=2)
        assert len(DatabaseIndex().identified(doi=None, pmid=PAPER.pmid, pmcid=None)) == 2

    def test_counts_and_names_what_it_passes_over(self):
        fault = Fault("line 7", "no title")
        endless = replace(PAPER, title="a" * 1_000_000)
        invisible = replace(PAPER, title="\x00\u200b")

        result = imported(fault, endless, invisible, PAPER)

        assert result.filed == Filed(new=1)
        assert result.skipped == 3
        assert [(one.place, one.reason) for one in result.faults] == [
            ("line 7", "no title"),
            (PAPER.doi, "a title of more than 2000 letters"),
            (PAPER.doi, "no title"),
        ]

    def test_keeps_the_names_of_the_first_hundred_faults_only(self):
        result = imported(*[Fault(f"line {n}", "no title") for n in range(150)])

        assert (result.skipped, len(result.faults)) == (150, 100)

    def test_stores_hostile_values_without_what_cannot_be_stored(self):
        hostile = replace(
            PAPER,
            title="Night\x00 shifts\ud800 and\u202e memory",
            authors=("Lars\x00und K", "\ud800", "x" * 1_000_000),
            journal="'; DROP TABLE citations_indexedarticle; --\\N\t{}",
            volume="1" * 100_000,
            pages="9" * 100_000,
        )

        result = imported(hostile)

        article = IndexedArticle.objects.get()
        assert result.filed == Filed(new=1)
        assert article.title == PAPER.title
        assert article.authors == ["Larsund K", "x" * 500]
        assert article.journal == "'; DROP TABLE citations_indexedarticle; --\\N {}"
        assert (len(article.volume), len(article.pages)) == (100, 100)

    def test_keeps_the_batches_before_a_broken_one(self, monkeypatch):
        monkeypatch.setattr(import_records, "BATCH", 10)
        records = list(invented_records(25, seed=3))

        def breaking_off():
            yield from records
            raise OSError("the disk is gone")

        with pytest.raises(OSError, match="disk"):
            imported_from(breaking_off())

        assert IndexedArticle.objects.count() == 20
        assert imported(*records).filed == Filed(new=5, known=20)


def imported_from(items):
    return import_records.import_records(items, now=NOW)


@pytest.mark.django_db(transaction=True)
class TestTwoImportsAtOnce:
    def test_add_every_article_once(self, monkeypatch):
        monkeypatch.setattr(import_records, "BATCH", 20)
        records = list(invented_records(200, seed=5))
        results = []

        def run(items):
            results.append(imported(*items).filed)
            connection.close()

        threads = [
            threading.Thread(target=run, args=(items,)) for items in (records, records[::-1])
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()

        assert IndexedArticle.objects.count() == 200
        assert sum(one.new for one in results) == 200
        assert sum(one.known for one in results) == 200

    def test_leave_an_index_in_order(self):
        imported(PAPER)

        import_records.put_index_in_order()

        assert DatabaseIndex().with_title_like(PAPER.title, most=1)[0].doi == PAPER.doi


@pytest.mark.django_db
class TestRememberRecord:
    def test_finds_it_from_then_on(self):
        filed = remember_record(replace(PAPER, origin="crossref"), now=NOW)

        assert filed == Filed(new=1)
        assert DatabaseIndex().with_title_like("Night shifts ond memorv", most=5) == [
            replace(PAPER, origin="index")
        ]

    def test_refuses_what_has_no_title(self):
        with pytest.raises(NotARecord, match="no title"):
            remember_record(replace(PAPER, title="\x00"), now=NOW)


@pytest.mark.django_db
class TestDatabaseIndex:
    def test_notices_that_the_index_has_grown(self, monkeypatch):
        monkeypatch.setattr(database_index, "FEW", 20)
        monkeypatch.setattr(database_index, "MANY", 80)
        index = DatabaseIndex()
        index.with_title_like("drawn while there is nothing to draw from", most=1)
        alike = [
            Record(title=f"Sleep quality of nurses in ward {n}", doi=f"10.5555/{n}")
            for n in range(500)
        ]
        wanted = Record(title="Sleep quality of nurses in Xanthonia", doi="10.5555/x")
        imported(*alike, wanted)

        assert index.with_title_like(wanted.title, most=1)[0].doi == wanted.doi

    def test_looks_further_if_nothing_looks_right(self, monkeypatch):
        monkeypatch.setattr(database_index, "FEW", 1)
        imported(PAPER, *invented_records(50, seed=5))

        found = DatabaseIndex().with_title_like("Night shifts ond memory", most=1)

        assert [record.doi for record in found] == [PAPER.doi]

    def test_fetches_no_titles_twice_when_it_looks_further(self, monkeypatch):
        monkeypatch.setattr(database_index, "FEW", 1)
        imported(PAPER, *invented_records(50, seed=5))
        asked = []
        fetch = database_index._titles_with
        monkeypatch.setattr(
            database_index,
            "_titles_with",
            lambda grams, most: asked.extend(grams) or fetch(grams, most=most),
        )

        DatabaseIndex().with_title_like("Night shifts ond memory", most=1)

        assert len(asked) == len(set(asked)) > 1

    @pytest.mark.parametrize("titles", [5, 500])
    def test_asks_the_index_and_never_compares_all_titles(self, titles):
        imported(*invented_records(titles, seed=5))

        before = scans_of("citations_indexedarticle")

        DatabaseIndex().with_title_like("Sleep and memory of nurses", most=5)

        # One look at all titles: the sample of how common letters are.
        assert scans_of("citations_indexedarticle") == before + 1
        assert scans_of("indexed_article_grams") > 0


def scans_of(name):
    """How often this transaction has read the whole table, or asked the index."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_stat_get_xact_numscans(%s::regclass)", [name])
        return cursor.fetchone()[0]
