"""RIS as different programs write it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chapwai.citations.formats.fault import Fault
from chapwai.citations.formats.ris import records_in_ris
from chapwai.citations.record import Record
from tests.citations.formats.reading_bytes import faults_of, only_record, read_all

WHOLE = Record(
    title="Watering the garden by hand",
    authors=("Anna B. Fernhill", "Stonebrook C"),
    journal="Journal of Imaginary Sleep",
    abbreviation="J Imag Sleep",
    issns=("2434-561X",),
    year="2019",
    volume="12",
    issue="3",
    pages="412-419",
    doi="10.5555/jis.412",
    origin="file",
)
OF_A_PUBLISHER = """TY  - JOUR
T1  - Watering the garden by hand
AU  - Fernhill, Anna B.
AU  - Stonebrook, C.
JF  - Journal of Imaginary Sleep
JA  - J Imag Sleep
PY  - 2019/03/12/
VL  - 12
IS  - 3
SP  - 412
EP  - 9
SN  - 2434561X
DO  - https://doi.org/10.5555/jis.412
ER  -
"""
OF_A_MANAGER = """TY  - JOUR
A1  - Fernhill, Anna B.
A1  - Stonebrook, C.
TI  - Watering the garden
by hand.
T2  - Journal of Imaginary Sleep
J2  - J Imag Sleep
Y1  - 2019
VL  - 12
IS  - 3
SP  - 412-419
SN  - 2434-561X (Electronic)
UR  - https://doi.org/10.5555/jis.412
ER  -
"""


def entry(*lines):
    return "\n".join(("TY  - JOUR", "TI  - Sleep", *lines, "ER  - "))


class TestRis:
    @pytest.mark.parametrize("text", [OF_A_PUBLISHER, OF_A_MANAGER])
    def test_of_any_program_gives_the_same_record(self, text):
        assert only_record(records_in_ris, text) == WHOLE

    @pytest.mark.parametrize(
        "changed",
        [
            OF_A_PUBLISHER.replace("\n", "\r\n"),
            OF_A_PUBLISHER.replace("\n", "\r"),
            OF_A_PUBLISHER.replace("  - ", " - "),
            OF_A_PUBLISHER.replace("ER  -\n", ""),
            "\ufeff" + OF_A_PUBLISHER,
            "Provider: somebody\n\n" + OF_A_PUBLISHER,
        ],
    )
    def test_survives_what_happens_to_files(self, changed):
        assert only_record(records_in_ris, changed) == WHOLE

    @pytest.mark.parametrize(
        ("lines", "field", "value"),
        [
            (["AN  - 30000011", "DP  - PubMed"], "pmid", "30000011"),
            (["AN  - 30000011", "DP  - Somewhere else"], "pmid", None),
            (["C2  - 30000011", "DB  - Scopus"], "pmid", "30000011"),
            (["N1  - PMID: 30000011"], "pmid", "30000011"),
            (["C2  - PMC7000015"], "pmcid", "PMC7000015"),
            (["N1  - doi: 10.5555/jis.412"], "doi", "10.5555/jis.412"),
            (["N1  - Erratum in 10.5555/jis.999"], "doi", None),
            (["UR  - https://lakeside.example/10.5555/a.1", "UR  - 10.5555/b.2"], "doi", None),
            (["C7  - e101"], "pages", "e101"),
            (["SP  - No pagination"], "pages", None),
            (["VL  - Ahead of print"], "volume", None),
            (["PY  - 2562"], "year", "2019"),
            (["Y2  - 2024/05/06"], "year", None),
            (["JO  - J Imag Sleep"], "journal", "J Imag Sleep"),
            (["AU  - The Sleep Group,"], "authors", ("The Sleep Group",)),
            (["AU  - Fernhill, A. B., Jr."], "authors", ("Fernhill AB",)),
            (["SN  - 9780306406157"], "issns", ()),
        ],
    )
    def test_puts_the_odd_tags_of_programs_where_they_belong(self, lines, field, value):
        assert getattr(only_record(records_in_ris, entry(*lines)), field) == value

    def test_of_a_chapter_names_the_book_as_its_journal(self):
        text = "TY  - CHAP\nTI  - Sleep\nT2  - Gardens\nSP  - 1\nER  -"

        assert only_record(records_in_ris, text).journal == "Gardens"

    def test_of_a_book_and_without_a_title_is_told_with_its_line(self):
        text = f"{OF_A_PUBLISHER}TY  - BOOK\nTI  - Gardens\nER  -\nTY  - JOUR\nVL  - 1\nER  -\n"

        assert faults_of(records_in_ris, text) == [
            Fault("line 15", "a whole book or journal"),
            Fault("line 18", "no title"),
        ]

    def test_without_an_end_is_told_and_not_kept_in_memory(self):
        text = "TY  - JOUR\n" + f"N2  - {'word ' * 1_000}\n" * 300

        assert {fault.reason for fault in faults_of(records_in_ris, text)} == {
            "the record has no end",
            "no title",
        }

    @given(st.lists(st.sampled_from(["TY  - JOUR", "ER  -", "TI  - x", "AU  - ,", "SP  -", ""])))
    def test_in_any_order_of_lines_does_no_harm(self, lines):
        read_all(records_in_ris, "\n".join(lines))
