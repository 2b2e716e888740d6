"""EndNote's XML."""

import pytest

from chapwai.citations.formats.endnote_xml import records_in_endnote_xml
from chapwai.citations.formats.fault import Fault
from chapwai.citations.record import Record
from tests.citations.formats.reading_bytes import only_record, read_all

WHOLE = """<?xml version="1.0" encoding="UTF-8"?><xml><records><record>
<ref-type name="Journal Article">17</ref-type><contributors><authors>
<author><style face="normal">Fernhill, A. B.</style></author><author>The Sleep Group,</author>
</authors></contributors><titles><title><style>Watering </style><style>by hand</style></title>
<secondary-title>Journal of Imaginary Sleep</secondary-title></titles>
<periodical><full-title>Journal of Imaginary Sleep</full-title><abbr-1>J Imag Sleep</abbr-1>
</periodical><pages>412-9</pages><volume>12</volume><number>3</number>
<dates><year>2019</year></dates><isbn>2434-561X (Print)&#xD;0028-0836 (Linking)</isbn>
<accession-num>30000011</accession-num><custom2>PMC7000011</custom2>
<electronic-resource-num>10.5555/jis.412</electronic-resource-num>
<remote-database-name>Medline</remote-database-name></record></records></xml>"""


class TestEndNoteXml:
    def test_gives_every_field(self):
        assert only_record(records_in_endnote_xml, WHOLE) == Record(
            title="Watering by hand",
            authors=("Fernhill AB", "The Sleep Group"),
            journal="Journal of Imaginary Sleep",
            abbreviation="J Imag Sleep",
            issns=("2434-561X", "0028-0836"),
            year="2019",
            volume="12",
            issue="3",
            pages="412-419",
            doi="10.5555/jis.412",
            pmid="30000011",
            pmcid="PMC7000011",
            origin="file",
        )

    @pytest.mark.parametrize(
        ("there", "instead", "field", "value"),
        [
            ("Medline", "Somewhere else", "pmid", None),
            ("<abbr-1>J Imag Sleep</abbr-1>", "", "abbreviation", None),
            (
                "<electronic-resource-num>10.5555/jis.412</electronic-resource-num>",
                "<urls><related-urls><url>https://doi.org/10.5555/a.12</url></related-urls></urls>",
                "doi",
                "10.5555/a.12",
            ),
        ],
    )
    def test_understands_what_varies(self, there, instead, field, value):
        text = WHOLE.replace(there, instead)

        assert getattr(only_record(records_in_endnote_xml, text), field) == value

    def test_of_a_book_is_told(self):
        text = WHOLE.replace("Journal Article", "Book")

        assert read_all(records_in_endnote_xml, text) == [Fault("record 1", "a whole book")]
