"""JSON of our own, of Crossref and of CSL, in lines, lists and answers."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chapwai.citations.formats.crossref import record_from_work
from chapwai.citations.formats.fault import Fault
from chapwai.citations.formats.json_records import records_in_json
from chapwai.citations.record import Record
from tests.citations.formats.reading_bytes import faults_of, only_record, read_all

OWN = {
    "title": "Watering the garden", "authors": ["Fernhill AB"], "journal": "J Imag Sleep",
    "issn": "2434-561X", "year": "2019", "volume": "12", "issue": "3", "pages": "412-419",
    "doi": "10.5555/jis.412", "pmid": "30000011",
}  # fmt: skip
OWN_RECORD = Record(
    title="Watering the garden",
    authors=("Fernhill AB",),
    journal="J Imag Sleep",
    issns=("2434-561X",),
    year="2019",
    volume="12",
    issue="3",
    pages="412-419",
    doi="10.5555/jis.412",
    pmid="30000011",
    origin="file",
)
WORK = {
    "type": "journal-article",
    "title": ["Watering <i>the garden</i>"],
    "subtitle": ["A trial"],
    "container-title": ["Sleep &amp; Gardens"],
    "short-container-title": ["Sleep Gard"],
    "author": [{"given": "Anna B.", "family": "Fernhill"}, {"name": "The Sleep Group"}],
    "ISSN": ["2434-561X", "0028-0836"],
    "issued": {"date-parts": [[2018, 12]]},
    "published-print": {"date-parts": [[2019, 3]]},
    "volume": "12",
    "journal-issue": {"issue": "3"},
    "page": "412-419",
    "DOI": "10.5555/JIS.412",
}
WORK_RECORD = Record(
    title="Watering the garden: A trial",
    authors=("Anna B. Fernhill", "The Sleep Group"),
    journal="Sleep & Gardens",
    abbreviation="Sleep Gard",
    issns=("2434-561X", "0028-0836"),
    year="2019",
    volume="12",
    issue="3",
    pages="412-419",
    doi="10.5555/jis.412",
    origin="crossref",
)
JSON_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=9),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from([*WORK, *OWN, "date-parts", "raw"]), inner, max_size=4)
    ),
    max_leaves=12,
)


class TestWorks:
    def test_give_every_field(self):
        assert record_from_work(WORK) == WORK_RECORD

    @pytest.mark.parametrize(
        ("changes", "field", "value"),
        [
            ({"title": ["Sleep: a trial"]}, "title", "Sleep: a trial"),
            (
                {"title": ["&lt;i&gt;Sleep&lt;/i&gt;, p &lt; 0.05 &gt; 0.01"], "subtitle": []},
                "title",
                "Sleep, p < 0.05 > 0.01",
            ),
            (
                {
                    "title": [
                        "On H<sub>2</sub>O\n   in <mml:math x='1'><mml:mi>x</mml:mi></mml:math>"
                    ],
                    "subtitle": [],
                },
                "title",
                "On H2O in x",
            ),
            ({"published-print": None}, "year", "2018"),
            ({"published-print": {"date-parts": [[None]]}}, "year", "2018"),
            ({"page": None, "article-number": "e101"}, "pages", "e101"),
            ({"author": [{"family": "Berg", "given": "J."}]}, "authors", ("Berg J",)),
            ({"author": [{"sequence": "first"}]}, "authors", ()),
            ({"ISSN": None}, "issns", ()),
            # As CSL's JSON has it
            ({"title": "Sleep", "subtitle": None}, "title", "Sleep"),
            ({"container-title": "Sleep", "container-title-short": "S"}, "journal", "Sleep"),
            ({"author": [{"literal": "The Group"}]}, "authors", ("The Group",)),
            ({"published-print": None, "issued": {"raw": "2017-03"}}, "year", "2017"),
            ({"PMID": "30000011"}, "pmid", "30000011"),
        ],
    )
    def test_are_understood_where_they_vary(self, changes, field, value):
        assert getattr(record_from_work(WORK | changes), field) == value

    @pytest.mark.parametrize("kind", ["book", "journal", "monograph", "component"])
    def test_of_books_and_journals_give_none(self, kind):
        assert record_from_work(WORK | {"type": kind}) is None

    def test_without_title_give_none(self):
        assert record_from_work({"DOI": "10.5555/jis.412"}) is None

    @given(st.dictionaries(st.sampled_from([*WORK]), JSON_VALUES))
    def test_of_any_shape_do_no_harm(self, work):
        record_from_work(work)


class TestJson:
    @pytest.mark.parametrize(
        "text",
        [
            json.dumps(OWN),
            json.dumps(OWN) + "\n",
            json.dumps(OWN, indent=2),
            json.dumps([OWN]),
            json.dumps([OWN], indent=2),
            json.dumps({"items": [OWN]}),
            json.dumps({"items": [OWN]}, indent=1),
            json.dumps(OWN | {"year": 2019, "authors": "Fernhill AB"}),
        ],
    )
    def test_of_our_own_is_one_record_however_it_is_laid_out(self, text):
        assert only_record(records_in_json, text) == OWN_RECORD

    @pytest.mark.parametrize(
        "value",
        [
            WORK,
            [WORK],
            {"status": "ok", "message-type": "work", "message": WORK},
            {"status": "ok", "message": {"facets": {}, "total-results": 1, "items": [WORK]}},
        ],
    )
    @pytest.mark.parametrize("indent", [None, 2])
    def test_of_crossref_is_one_record_however_it_is_wrapped(self, value, indent):
        assert only_record(records_in_json, json.dumps(value, indent=indent)) == WORK_RECORD

    def test_in_lines_keeps_its_order_and_tells_of_bad_ones(self):
        other = json.dumps(OWN | {"pmid": "30000012"})
        text = f'{json.dumps(OWN)}\n\n{{"title": \n{other}\n{{"year": "2019"}}\n"words"\n'

        found = read_all(records_in_json, text)

        assert [getattr(one, "pmid", one) for one in found[::2]] == [
            "30000011",
            "30000012",
            Fault("line 6", "no JSON object"),
        ]
        assert found[1].place == "line 3"
        assert found[3] == Fault("line 5", "no title")

    def test_larger_than_memory_should_hold_is_read_piece_by_piece(self):
        works = [WORK | {"DOI": f"10.5555/jis.{n}", "abstract": "word " * 300} for n in range(500)]

        found = read_all(records_in_json, json.dumps({"message": {"items": works}}, indent=1))

        assert [record.doi for record in found] == [f"10.5555/jis.{n}" for n in range(500)]

    @pytest.mark.parametrize(
        "text",
        ["[" * 100_000, '{"a":' * 100_000, '{"title": ' + "9" * 5_000 + "}", '[{"title": "x"}, {'],
        ids=["nested lists", "nested objects", "endless number", "broken off"],
    )
    def test_that_is_meant_to_hurt_is_told(self, text):
        assert "not JSON" in faults_of(records_in_json, text)[0].reason

    def test_in_one_line_of_many_megabytes_is_told(self):
        text = json.dumps(OWN) + '\n{"title": "' + "x" * 9_000_000 + '"}\n' + json.dumps(OWN)

        assert read_all(records_in_json, text) == [
            OWN_RECORD,
            Fault("line 2", "the line is too long"),
            OWN_RECORD,
        ]

    @given(JSON_VALUES)
    def test_of_any_shape_does_no_harm(self, value):
        read_all(records_in_json, json.dumps(value))
        read_all(records_in_json, json.dumps({"items": value}))
