"""What both indexes promise: the one over a plain file and the one in the database."""

import json
import random
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from benchmarks.citation_records import invented_records, misread
from chapwai.citations.index.database_index import DatabaseIndex
from chapwai.citations.index.file_index import FileIndex
from chapwai.citations.index.import_records import import_records
from chapwai.citations.record import Record

NOW = datetime(2026, 11, 22, 9, tzinfo=UTC)
SLEEP = Record(
    title="Sleep quality of night-shift nurses: a cohort study",
    authors=("Larsund K", "Okonta B"),
    journal="Journal of Fictional Nursing",
    abbreviation="J Fict Nurs",
    issns=("1234-5679",),
    year="2019",
    volume="12",
    issue="3",
    pages="412-419",
    doi="10.5555/jfn.2019.412",
    pmid="31234567",
    pmcid="PMC7654321",
)
SECOND_PART = replace(
    SLEEP, title=f"{SLEEP.title}: part 2", doi="10.5555/jfn.2019.420", pmid=None, pmcid=None
)
THAI = Record(
    title="ผลของโปรแกรมส่งเสริมการนอนหลับต่อคุณภาพชีวิตของผู้สูงอายุในชุมชน",
    journal="วารสารการพยาบาลสมมติ",
    year="2019",
    volume="37",
    pages="e101",
)
TINY = Record(title="Me", doi="10.5555/tiny")
NOBODY = {"doi": None, "pmid": None, "pmcid": None}


@pytest.fixture(params=["file", "database"])
def index_of(request, tmp_path, db):
    """A function that makes an index of some records."""
    yield {"file": file_index_in(tmp_path), "database": database_index}[request.param]
    for index in OPEN:
        index.close()
    OPEN.clear()


OPEN: list[FileIndex] = []


def file_index_in(folder):
    def index_of(records):
        path = folder / "records.jsonl"
        path.write_text("\n".join(json.dumps(as_fields(record)) for record in records))
        OPEN.append(FileIndex(path, cache=folder))
        return OPEN[-1]

    return index_of


def database_index(records):
    import_records(records, now=NOW)
    return DatabaseIndex()


def as_fields(record):
    return vars(record) | {"authors": list(record.authors), "issn": list(record.issns)}


class TestCitationIndex:
    def test_gives_records_whole(self, index_of):
        index = index_of([SLEEP, SECOND_PART, THAI, TINY])

        assert index.identified(**NOBODY | {"doi": SLEEP.doi}) == [SLEEP]
        assert index.with_title_like(THAI.title, most=1) == [THAI]

    @pytest.mark.parametrize("name", ["doi", "pmid", "pmcid"])
    def test_finds_an_article_by_each_identifier(self, index_of, name):
        index = index_of([SLEEP, SECOND_PART])

        assert index.identified(**NOBODY | {name: getattr(SLEEP, name)}) == [SLEEP]

    def test_knows_identifiers_in_any_case(self, index_of):
        index = index_of([SLEEP])

        assert index.identified(**NOBODY | {"doi": SLEEP.doi.upper()}) == [SLEEP]
        assert index.identified(**NOBODY | {"pmcid": SLEEP.pmcid.lower()}) == [SLEEP]

    def test_gives_every_article_that_bears_one_of_the_identifiers_once(self, index_of):
        index = index_of([SLEEP, SECOND_PART])

        both = index.identified(doi=SECOND_PART.doi, pmid=SLEEP.pmid, pmcid=SLEEP.pmcid)

        assert both == [SECOND_PART, SLEEP]

    def test_finds_nothing_without_an_identifier(self, index_of):
        index = index_of([THAI])

        assert index.identified(**NOBODY) == []

    def test_finds_a_title_whatever_its_case_accents_and_spaces(self, index_of):
        index = index_of([SLEEP, THAI])

        found = index.with_title_like("SLÉEP QUALITY OF NIGHT SHIFTNURSES; A cohort study", most=1)

        assert found == [SLEEP]

    def test_puts_the_title_itself_before_its_near_twin(self, index_of):
        index = index_of([SECOND_PART, SLEEP])

        assert index.with_title_like(SLEEP.title, most=5) == [SLEEP, SECOND_PART]
        assert index.with_title_like(SECOND_PART.title, most=5) == [SECOND_PART, SLEEP]

    def test_finds_a_title_that_the_screen_cuts_off(self, index_of):
        lookalike = Record(title="Sleep quantity of night shifts")
        index = index_of([lookalike, SLEEP])

        assert index.with_title_like("Sleep quality of night-shift nu", most=1) == [SLEEP]

    def test_finds_a_title_whose_record_lacks_the_subtitle(self, index_of):
        lookalike = Record(title="Sleep quality of day-shift farmers: a cohort study")
        index = index_of([lookalike, replace(SLEEP, title="Sleep quality of night-shift nurses")])

        assert index.with_title_like(SLEEP.title, most=1)[0].doi == SLEEP.doi

    def test_finds_titles_of_one_word(self, index_of):
        index = index_of([TINY, SLEEP])

        assert index.with_title_like("me.", most=5) == [TINY]

    def test_gives_no_more_than_are_wanted(self, index_of):
        index = index_of(replace(SLEEP, doi=f"10.5555/{n}", pmid=None) for n in range(9))

        assert len(index.with_title_like(SLEEP.title, most=4)) == 4
        assert len(index.at_place(volume="12", first_page="412", year=None, most=4)) == 4

    @pytest.mark.parametrize("title", ["", " ", "?!", "\x00", "\ud800", "👍", "%", "a" * 1_000_000])
    def test_answers_titles_that_are_none(self, index_of, title):
        index = index_of([SLEEP, TINY])

        assert index.with_title_like(title, most=5) == []

    def test_finds_an_article_by_its_place(self, index_of):
        index = index_of([SLEEP, THAI])

        assert index.at_place(volume="12", first_page="412", year="2019", most=5) == [SLEEP]
        assert index.at_place(volume="12", first_page="412", year=None, most=5) == [SLEEP]
        assert index.at_place(volume="12", first_page="413", year="2019", most=5) == []

    def test_knows_electronic_pages_with_and_without_their_e(self, index_of):
        index = index_of([THAI])

        assert index.at_place(volume="37", first_page="101", year=None, most=5) == [THAI]
        assert index.at_place(volume="37", first_page="E101", year=None, most=5) == [THAI]

    def test_lets_the_year_be_one_off_but_prefers_the_right_one(self, index_of):
        year_before = replace(SLEEP, title="Another", year="2018", doi=None, pmid=None, pmcid=None)
        index = index_of([year_before, SLEEP])

        assert index.at_place(volume="12", first_page="412", year="2019", most=5) == [
            SLEEP,
            year_before,
        ]
        assert index.at_place(volume="12", first_page="412", year="2016", most=5) == []

    def test_finds_misread_titles_among_thousands(self, index_of):
        records = list(invented_records(2_000, seed=7))
        index = index_of(records)
        chance = random.Random(7)
        wanted = [record for record in chance.sample(records, 60) if len(record.title) > 25]

        missed = [
            record
            for record in wanted
            if record not in index.with_title_like(misread(record.title, 0.2, chance), most=40)
        ]

        assert len(missed) <= 1
