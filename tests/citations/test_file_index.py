"""A plain file of records: what its lines may look like, and how its index is kept."""

import json
import os
from concurrent.futures import ThreadPoolExecutor
from dataclasses import fields

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chapwai.citations.index import file_building, file_cache
from chapwai.citations.index.file_index import CannotReadRecords, FileIndex
from chapwai.citations.index.record_line import NotARecord, record_of, tidied
from chapwai.citations.record import Record

NAMES = [*(field.name for field in fields(Record)), "issn", "confidence"]
ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda some: st.lists(some, max_size=3) | st.dictionaries(st.text(), some, max_size=2),
)
PAPER = {"title": "Night shifts and memory", "doi": "10.5555/jfn.412"}


@pytest.fixture
def index_over(tmp_path):
    """Write bytes to a file and index it; everything is closed afterwards."""
    opened = []

    def index_over(content=None, name="records.jsonl"):
        path = tmp_path / name
        if content is not None:
            path.write_bytes(content)
        opened.append(FileIndex(path, cache=tmp_path / "cache"))
        return opened[-1]

    yield index_over
    for index in opened:
        index.close()


@pytest.fixture
def kept(monkeypatch, tmp_path):
    """Keep indexes of files of any size; a function that names the kept ones."""
    monkeypatch.setattr(file_cache, "SMALLEST_KEPT_BYTES", 0)
    return lambda: sorted((tmp_path / "cache").glob("*/*"))


def line(**fields):
    return json.dumps(PAPER | fields, ensure_ascii=False).encode()


def found_in(index):
    return index.with_title_like(PAPER["title"], most=1)


class TestLines:
    def test_may_lack_everything_but_the_title(self, index_over):
        index = index_over(b'{"title": "Night shifts and memory"}')

        assert found_in(index) == [Record(title="Night shifts and memory")]

    @pytest.mark.parametrize(
        ("given", "field", "read"),
        [
            ({"authors": ["Larsund K", "Okonta B"]}, "authors", ("Larsund K", "Okonta B")),
            ({"authors": "Larsund K; Okonta B"}, "authors", ("Larsund K", "Okonta B")),
            ({"authors": None}, "authors", ()),
            ({"issn": "1234-5679"}, "issns", ("1234-5679",)),
            ({"issn": ["12345679", "2049-3630"]}, "issns", ("1234-5679", "2049-3630")),
            ({"issn": "1234-5678"}, "issns", ()),
            ({"year": 2019}, "year", "2019"),
            ({"year": "2562"}, "year", "2019"),
            ({"year": "๒๕๖๒"}, "year", "2019"),
            ({"year": "2019-03-01"}, "year", "2019"),
            ({"year": "in press"}, "year", None),
            ({"volume": 12}, "volume", "12"),
            ({"volume": 12.0}, "volume", "12"),
            ({"volume": float("nan")}, "volume", None),
            ({"volume": ""}, "volume", None),
            ({"pages": "412–9"}, "pages", "412-419"),
            ({"pages": "e101"}, "pages", "e101"),
            ({"doi": "https://doi.org/10.5555/JFN.412"}, "doi", "10.5555/jfn.412"),
            ({"doi": "not known"}, "doi", None),
            ({"pmid": 31234567}, "pmid", "31234567"),
            ({"pmid": "031234567"}, "pmid", "31234567"),
            ({"pmid": "31234567v2"}, "pmid", None),
            ({"pmid": True}, "pmid", None),
            ({"pmcid": "7654321"}, "pmcid", "PMC7654321"),
            ({"pmcid": "pmc7654321"}, "pmcid", "PMC7654321"),
            ({"abbreviation": "J Fict Nurs"}, "abbreviation", "J Fict Nurs"),
            ({"journal": ["a", "list"], "confidence": 1, "extra": {}}, "journal", None),
            ({"journal": "A\tB\x00C\u202e"}, "journal", "A BC"),
        ],
    )
    def test_say_the_same_in_many_ways(self, index_over, given, field, read):
        index = index_over(line(**given))

        assert getattr(found_in(index)[0], field) == read

    def test_may_begin_with_a_byte_order_mark(self, index_over):
        index = index_over(b"\xef\xbb\xbf" + line())

        assert found_in(index)[0].doi == PAPER["doi"]

    def test_that_are_none_are_counted_and_named(self, index_over):
        broken = [b"{", b"\xff\xfe\x00", b"[" * 100_000, b"[]", b'{"doi": "10.5555/x"}']
        untitled = [b'{"title": null}', b'{"title": "\\u0000"}', line(title="a" * 3_000)]

        index = index_over(b"\n".join([*broken, b"", b"  ", *untitled, line()]))

        assert index.contents.records == 1
        assert dict(index.contents.faults) == {
            "not JSON": 3,
            "not an object": 1,
            "no title": 3,
            "a title of more than 2000 letters": 1,
        }
        assert found_in(index)[0].doi == PAPER["doi"]

    def test_without_end_are_passed_over(self, index_over, monkeypatch):
        monkeypatch.setattr(file_building, "LONGEST_LINE", 1_000)

        index = index_over(line(extra="x" * 5_000) + b"\n" + line())

        assert index.contents.records == 1
        assert list(index.contents.faults.values()) == [1]
        assert found_in(index)[0].doi == PAPER["doi"]

    def test_may_be_missing_altogether(self, index_over):
        index = index_over(b"")

        assert index.contents.records == 0
        assert found_in(index) == []

    def test_that_are_gone_since_are_passed_over(self, index_over, tmp_path):
        index = index_over(line())

        (tmp_path / "records.jsonl").write_bytes(b"")

        assert found_in(index) == []


class TestRecordOf:
    @given(st.dictionaries(st.sampled_from(NAMES), ANYTHING), st.text(min_size=1))
    def test_makes_something_that_can_be_kept_of_anything(self, fields, title):
        try:
            record = record_of({"title": title} | fields)
        except NotARecord:
            return

        assert tidied(record) == record
        assert all(value.isprintable() for value in texts_of(record))


def texts_of(record):
    """Every string of the record."""
    several = [*record.authors, *record.issns]
    return several + [value for value in vars(record).values() if isinstance(value, str)]


class TestFileIndex:
    def test_names_the_file_that_it_cannot_read(self, tmp_path):
        missing = tmp_path / "missing.jsonl"

        with pytest.raises(CannotReadRecords, match=r"missing\.jsonl: No such file"):
            FileIndex(missing, cache=tmp_path)

    def test_answers_several_threads_at_once(self, index_over):
        titles = [f"Night shifts and memory of ward {n:03}" for n in range(200)]
        index = index_over(b"\n".join(line(title=title, doi=None) for title in titles))

        with ThreadPoolExecutor(4) as pool:
            found = list(pool.map(lambda title: index.with_title_like(title, most=1), titles))

        assert [records[0].title for records in found] == titles


class TestKeptIndex:
    def test_is_used_again(self, index_over, kept):
        index_over(line())
        made = [(folder, folder.stat().st_mtime_ns) for folder in kept()]

        again = index_over()

        assert found_in(again)[0].doi == PAPER["doi"]
        assert again.contents.records == 1
        assert [(folder, folder.stat().st_mtime_ns) for folder in kept()] == made

    def test_gives_way_when_the_file_changes(self, index_over, kept):
        index_over(line())

        changed = index_over(line(doi="10.5555/new") + b"\n")

        assert found_in(changed)[0].doi == "10.5555/new"
        assert len(kept()) == 1

    def test_is_made_anew_when_it_is_damaged(self, index_over, kept):
        index_over(line())
        for file in [*kept()[0].iterdir()]:
            # In its place and not in itself: the index that is open has it in memory.
            (file.parent / "damaged").write_bytes(b"damaged")
            (file.parent / "damaged").replace(file)

        assert found_in(index_over())[0].doi == PAPER["doi"]

    def test_is_only_for_large_files(self, index_over, tmp_path):
        index_over(line())

        assert not (tmp_path / "cache").exists()

    def test_is_done_without_where_nothing_can_be_kept(self, index_over, kept, tmp_path):
        (tmp_path / "cache").write_text("a file in the way of the folder")

        assert found_in(index_over(line()))[0].doi == PAPER["doi"]

    def test_leaves_nothing_half_made(self, index_over, kept, monkeypatch):
        def full_disk(*args):
            raise OSError("no space left on device")

        monkeypatch.setattr(file_cache, "asdict", full_disk)

        index = index_over(line())

        assert found_in(index)[0].doi == PAPER["doi"]
        assert kept() == []

    @pytest.mark.parametrize("variable", ["XDG_CACHE_HOME", "HOME"])
    def test_stands_in_the_users_cache_folder(self, variable, monkeypatch, tmp_path):
        monkeypatch.delenv("XDG_CACHE_HOME", raising=False)
        monkeypatch.setenv(variable, os.fspath(tmp_path))

        assert file_cache.default_cache().is_relative_to(tmp_path)
