"""Tables out of spreadsheets and databases."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chapwai.citations.formats.detect import records_in_text
from chapwai.citations.formats.fault import Fault
from chapwai.citations.formats.table import authors_from, records_in_table
from chapwai.citations.record import Record
from tests.citations.formats.reading_bytes import faults_of, only_record, read_all

HEADER = ["Title", "Authors", "Journal", "ISSN", "Year", "Volume", "Issue", "Pages", "DOI"]
ROW = [
    "Watering the garden", "Fernhill, Anna B.; Stonebrook, C", "J Imag Sleep", "2434-561X",
    "2019", "12", "3", "412-9", "10.5555/jis.412",
]  # fmt: skip
WHOLE = Record(
    title="Watering the garden",
    authors=("Anna B. Fernhill", "Stonebrook C"),
    journal="J Imag Sleep",
    issns=("2434-561X",),
    year="2019",
    volume="12",
    issue="3",
    pages="412-419",
    doi="10.5555/jis.412",
    origin="file",
)
THAI = "ชื่อบทความ,ผู้แต่ง,วารสาร,ปี,ปีที่,ฉบับที่,หน้า\nผลของการรดน้ำ,สมหญิง ใจดี,วารสารสมมติ,๒๕๖๒,๑๒,๓,๔๑-๕๐\n"


def table(header, row, separator=","):
    quoted = (f'"{cell}"' for cell in row)
    return f"{separator.join(header)}\n{separator.join(quoted)}\n"


class TestTables:
    @pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
    @pytest.mark.parametrize("before", ["", "\ufeff", "sep=;\n", "\n"])
    def test_of_every_spreadsheet_give_the_same_record(self, separator, before):
        text = before + table(HEADER, ROW, separator)

        assert only_record(records_in_table, text) == WHOLE

    @pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp874", "utf-16", "utf-16-le"])
    def test_in_thai_are_read_in_every_encoding(self, encoding):
        assert only_record(records_in_table, THAI.encode(encoding)) == Record(
            title="ผลของการรดน้ำ",
            authors=("สมหญิง ใจดี",),
            journal="วารสารสมมติ",
            year="2019",
            volume="12",
            issue="3",
            pages="41-50",
            origin="file",
        )

    def test_in_western_encoding_keep_their_accents(self):
        text = "Title,Journal\nLe métier de dormir,Études\n".encode("cp1252")

        assert only_record(records_in_table, text).title == "Le métier de dormir"

    def test_of_pubmed_say_the_place_in_one_column(self):
        header = ["PMID", "Title", "Authors", "Citation", "Journal/Book", "Publication Year", "DOI"]
        place = "J Imag Sleep. 2019 Mar 12;12(3):412-9. doi: 10.5555/jis.412."
        row = ["30000011", "Sleep", "Fernhill AB, Stonebrook C.", place, "J Imag Sleep", "2019", ""]

        record = only_record(records_in_table, table(header, row))

        assert (record.pmid, record.authors) == ("30000011", ("Fernhill AB", "Stonebrook C"))
        assert (record.volume, record.issue, record.pages) == ("12", "3", "412-419")

    def test_with_first_and_last_page_in_two_columns_join_them(self):
        header = ["Title", "Source title", "Page start", "Page end", "Art. No."]

        record = only_record(records_in_table, table(header, ["Sleep", "J", "412", "419", ""]))

        assert record.pages == "412-419"

    def test_tell_of_rows_without_a_title_and_of_books(self):
        text = "Title,DOI,Item type\n,10.5555/a.12,\nGardens,,Book\n"

        assert faults_of(records_in_table, text) == [
            Fault("row 2", "no title"),
            Fault("row 3", "a whole book"),
        ]

    def test_of_journals_are_no_articles(self):
        assert faults_of(records_in_table, "Title,ISSN\nJ Imag Sleep,2434-561X\n") == [
            Fault("row 2", "neither author nor journal nor identifier")
        ]

    def test_do_not_take_the_number_of_a_row_for_an_issue(self):
        text = "No.,Date,Title,Authors\n7,12/3/2020,Sleep,Fernhill AB\n"

        record = only_record(records_in_table, text)

        assert (record.issue, record.year) == (None, None)

    def test_tell_of_a_quote_that_is_never_closed(self):
        text = 'Title,DOI\n"' + "word,\n" * 30_000

        assert "cannot be read" in faults_of(records_in_table, text)[0].reason

    @pytest.mark.parametrize("text", ["a,b\n1,2\n", "title\nSleep\n", "Year,Volume\n2019,3\n"])
    def test_without_known_columns_are_none(self, text):
        assert records_in_text(text) == []

    @given(st.text(max_size=200))
    def test_of_any_content_do_no_harm(self, text):
        read_all(records_in_table, f"Title,Authors,DOI\n{text}".encode(errors="replace"))


class TestAuthorsInOneCell:
    @pytest.mark.parametrize(
        ("cell", "names"),
        [
            ("Fernhill, Anna; Marsh, Dan", ["Anna Fernhill", "Dan Marsh"]),
            ("Fernhill AB, Marsh D", ["Fernhill AB", "Marsh D"]),
            ("Anna Fernhill and Dan Marsh", ["Anna Fernhill", "Dan Marsh"]),
            ("Fernhill, Anna", ["Anna Fernhill"]),
            ("Fernhill, A. B., Marsh, D.", ["Fernhill AB", "Marsh D"]),
            ("Fernhill, A., Marsh, D., & Poole, E.", ["Fernhill A", "Marsh D", "Poole E"]),
            ("Anna Fernhill, Dan Marsh, Eve Poole", ["Anna Fernhill", "Dan Marsh", "Eve Poole"]),
            ("Fernhill A.|Marsh D.", ["Fernhill A.", "Marsh D."]),
            ("สมหญิง ใจดี และสมชาย มีสุข", ["สมหญิง ใจดี", "สมชาย มีสุข"]),
            ("", []),
        ],
    )
    def test_are_parted_as_they_were_joined(self, cell, names):
        assert authors_from(cell) == names
