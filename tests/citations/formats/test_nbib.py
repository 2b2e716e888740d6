"""PubMed's tagged format."""

import pytest

from chapwai.citations.formats.fault import Fault
from chapwai.citations.formats.nbib import records_in_nbib
from chapwai.citations.record import Record
from tests.citations.formats.reading_bytes import faults_of, only_record, read_all

WHOLE = """
PMID- 30000011
OWN - NLM
IS  - 2434-561X (Electronic)
IS  - 0028-0836 (Linking)
VI  - 12
IP  - 3
DP  - 2019 Mar-Apr
TI  - Watering the garden by hand and the
      length of sleep.
PG  - 412-9
LID - S0000-1 [pii]
LID - 10.5555/jis.412 [doi]
FAU - Fernhill, Anna B
AU  - Fernhill AB
CN  - The Sleep Group
FAU - Stonebrook, C
AU  - Stonebrook C
JT  - Journal of imaginary sleep
TA  - J Imag Sleep
PMC - PMC7000011
SO  - J Imag Sleep. 2019 Mar-Apr;12(3):412-9. doi: 10.5555/jis.412.
"""


class TestNbib:
    def test_gives_every_field(self):
        assert only_record(records_in_nbib, WHOLE) == Record(
            title="Watering the garden by hand and the length of sleep",
            authors=("Anna B Fernhill", "The Sleep Group", "Stonebrook C"),
            journal="Journal of imaginary sleep",
            abbreviation="J Imag Sleep",
            issns=("2434-561X", "0028-0836"),
            year="2019",
            volume="12",
            issue="3",
            pages="412-419",
            doi="10.5555/jis.412",
            pmid="30000011",
            pmcid="PMC7000011",
            origin="pubmed",
        )

    def test_divides_records_where_the_next_number_begins(self):
        found = read_all(records_in_nbib, WHOLE + WHOLE.replace("30000011", "30000012"))

        assert [record.pmid for record in found] == ["30000011", "30000012"]

    @pytest.mark.parametrize(
        ("lines", "field", "value"),
        [
            ("TI  - [Sleep in gardens].", "title", "Sleep in gardens"),
            ("TI  - Sleep?\nAU  - Fernhill AB", "authors", ("Fernhill AB",)),
            ("TI  - Sleep\nSO  - J. 2019;1:2. doi: 10.5555/a.12.", "doi", "10.5555/a.12"),
            ("TI  - Sleep\nAID - 10.5555/a.12 [doi]", "doi", "10.5555/a.12"),
            ("TI  - Sleep\nCIN - J. 2019. doi: 10.5555/other", "doi", None),
            ("TT  - การนอน", "title", "การนอน"),
        ],
    )
    def test_understands_what_is_rarer(self, lines, field, value):
        assert getattr(only_record(records_in_nbib, f"PMID- 1\n{lines}"), field) == value

    def test_of_a_book_is_told_with_its_line(self):
        assert faults_of(records_in_nbib, "PMID- 1\nBTI - Gardens\n") == [
            Fault("line 1", "a whole book")
        ]
