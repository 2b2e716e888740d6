"""EndNote's own tagged format."""

import pytest

from chapwai.citations.formats.fault import Fault
from chapwai.citations.formats.refer import records_in_refer
from chapwai.citations.record import Record
from tests.citations.formats.reading_bytes import faults_of, only_record, read_all

WHOLE = """%0 Journal Article
%T Watering the garden
by hand
%A Fernhill, Anna B.
%A Stonebrook, C.
%J Journal of Imaginary Sleep
%V 12
%N 3
%P 412-9
%@ 2434-561X
%D 2019
%R 10.5555/jis.412
%M 30000011
%W NLM
"""


class TestRefer:
    def test_gives_every_field(self):
        assert only_record(records_in_refer, WHOLE) == Record(
            title="Watering the garden by hand",
            authors=("Anna B. Fernhill", "Stonebrook C"),
            journal="Journal of Imaginary Sleep",
            issns=("2434-561X",),
            year="2019",
            volume="12",
            issue="3",
            pages="412-419",
            doi="10.5555/jis.412",
            pmid="30000011",
            origin="file",
        )

    def test_divides_records_where_the_next_kind_begins(self):
        found = read_all(records_in_refer, f"{WHOLE}\n{WHOLE.replace('412', '512')}")

        assert [record.doi for record in found] == ["10.5555/jis.412", "10.5555/jis.512"]

    @pytest.mark.parametrize(
        ("there", "instead", "field", "value"),
        [
            ("%W NLM", "%W Somebody", "pmid", None),
            ("%R 10.5555/jis.412", "%U https://doi.org/10.5555/a.12", "doi", "10.5555/a.12"),
            ("%J Journal of Imaginary Sleep", "%B Proc Sleep", "journal", "Proc Sleep"),
        ],
    )
    def test_understands_what_varies(self, there, instead, field, value):
        text = WHOLE.replace(there, instead)

        assert getattr(only_record(records_in_refer, text), field) == value

    def test_of_a_book_is_told(self):
        assert faults_of(records_in_refer, "%0 Book\n%T Gardens\n") == [
            Fault("line 1", "a whole book")
        ]
