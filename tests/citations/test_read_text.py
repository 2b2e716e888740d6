"""What people type and paste, and what is only chat."""

import pytest

from chapwai.citations.citation import Verdict
from chapwai.citations.read import read_text


def only_citation(text):
    (citation,) = read_text(text).citations
    return citation


class TestChat:
    @pytest.mark.parametrize(
        "text",
        [
            "",
            "ไม่มีค่ะ",
            "ขอบคุณค่ะ",
            "รับครับ",
            "#A-1042 รับค่ะ",
            "ประชุม 10.30 น. วันที่ 12/3/2567",
            "ราคา 1,200 บาท (2 เล่ม) ปี 2562",
            "โทร 0812345678",
            "Receipt for milk and bread 2019;12(3) total 223.00",
            "reader@hospital.example",
            "สวัสดีค่ะ ขอบทความนี้หน่อยค่ะ",
        ],
    )
    def test_is_no_citation(self, text):
        reading = read_text(text)

        assert reading.verdict == Verdict.NOT_A_CITATION
        assert not reading.citations


class TestIdentifiers:
    def test_are_found_within_a_thai_sentence(self):
        reading = read_text("สวัสดีค่ะ ขอบทความนี้หน่อยค่ะ 10.5555/abc.123")

        assert reading.verdict == Verdict.SURE
        assert reading.citations[0].doi == "10.5555/abc.123"
        assert reading.citations[0].origins == {"doi": "text"}

    def test_are_sure_when_they_are_called_by_name(self):
        reading = read_text("ขอ PMID 30000001 ครับ")

        assert reading.verdict == Verdict.SURE
        assert reading.citations[0].pmid == "30000001"

    def test_are_doubted_when_a_number_stands_alone(self):
        reading = read_text("30000001")

        assert reading.verdict == Verdict.UNSURE
        assert reading.citations[0].doubtful == {"pmid"}

    def test_of_several_articles_leave_the_choice_to_people(self):
        reading = read_text("10.5555/a12 และ 10.5555/b34")

        assert reading.verdict == Verdict.SEVERAL
        assert [citation.doi for citation in reading.citations] == ["10.5555/a12", "10.5555/b34"]


TITLE = "Watering the garden by hand and the length of sleep"
IN_MANY_STYLES = {
    "Vancouver": f"1. Fernhill AB, Stonebrook C. {TITLE}. J Imag Sleep. 2019 Mar;12(3):412-9.",
    "et al.": f"Fernhill AB, Stonebrook C, et al. {TITLE}. J Imag Sleep. 2019;12(3):412-419.",
    "NLM": f"Fernhill AB, Stonebrook C. {TITLE}. J Imag Sleep. 2019 Mar 12;12(3):412-9. "
    "doi: 10.5555/jis.412. PMID: 30000011; PMCID: PMC7000011.",
    "APA": f"Fernhill, A. B., & Stonebrook, C. (2019). {TITLE}. J Imag Sleep, 12(3), 412–419.",
    "Harvard": f"Fernhill, A.B. and Stonebrook, C. (2019) '{TITLE}', J Imag Sleep, 12(3), "
    "pp. 412-419.",
    "IEEE": f'A. B. Fernhill and C. Stonebrook, "{TITLE}," J Imag Sleep, vol. 12, no. 3, '
    "pp. 412–419, Mar. 2019.",
    "MLA": f'Fernhill, Anna B., and Carl Stonebrook. "{TITLE}." J Imag Sleep 12.3 (2019): 412-419.',
    "over two lines": f"{TITLE}\nJ Imag Sleep. 2019;12(3):412-9\nhttps://doi.org/10.5555/jis.412",
    "with a word before": f"Please find: Fernhill AB. {TITLE}. J Imag Sleep 2019; 12(3): 412-9, "
    "thanks",
}


class TestReferences:
    @pytest.mark.parametrize("style", IN_MANY_STYLES)
    def test_are_understood_in_many_styles(self, style):
        citation = only_citation(IN_MANY_STYLES[style])

        assert citation.title == TITLE
        assert citation.journal == "J Imag Sleep"
        assert (citation.year, citation.volume, citation.issue) == ("2019", "12", "3")
        assert citation.pages == "412-419"

    @pytest.mark.parametrize(
        ("style", "authors"),
        [
            ("Vancouver", ("Fernhill AB", "Stonebrook C")),
            ("et al.", ("Fernhill AB", "Stonebrook C")),
            ("APA", ("Fernhill A. B.", "Stonebrook C.")),
            ("IEEE", ("A. B. Fernhill", "C. Stonebrook")),
            ("MLA", ("Anna B. Fernhill", "Carl Stonebrook")),
            ("over two lines", ()),
        ],
    )
    def test_name_their_authors_as_printed(self, style, authors):
        assert only_citation(IN_MANY_STYLES[style]).authors == authors

    def test_with_identifier_are_sure(self):
        reading = read_text(IN_MANY_STYLES["NLM"])

        assert reading.verdict == Verdict.SURE
        assert (reading.citations[0].doi, reading.citations[0].pmid) == (
            "10.5555/jis.412",
            "30000011",
        )

    def test_without_identifier_are_not_sure(self):
        assert read_text(IN_MANY_STYLES["Vancouver"]).verdict == Verdict.UNSURE

    @pytest.mark.parametrize(
        "text",
        [
            "สมหญิง ใจดี. ผลของการรดน้ำต้นไม้. วารสารสมมติ 2562;12(3):41-50.",
            "สมหญิง ใจดี. (2562). ผลของการรดน้ำต้นไม้. วารสารสมมติ, 12(3), 41-50.",
            "สมหญิง ใจดี. ผลของการรดน้ำต้นไม้. วารสารสมมติ ๒๕๖๒;๑๒(๓):๔๑-๕๐.",
        ],
    )
    def test_in_thai_are_dated_in_the_common_era(self, text):
        citation = only_citation(text)

        assert citation.title == "ผลของการรดน้ำต้นไม้"
        assert citation.authors == ("สมหญิง ใจดี",)
        assert citation.journal == "วารสารสมมติ"
        assert (citation.year, citation.pages) == ("2019", "41-50")

    def test_in_a_list_are_read_one_by_one(self):
        reading = read_text(
            "1. Fernhill AB. Watering by hand. J Imag. 2019;12(3):412-9.\n"
            "2. Marsh D. Quiet rooms in town. Ann Noise. 2020;5:17-21."
        )

        assert reading.verdict == Verdict.SEVERAL
        assert [citation.journal for citation in reading.citations] == ["J Imag", "Ann Noise"]


class TestJson:
    def test_has_the_fields_of_the_command_and_nothing_else(self):
        values = only_citation(IN_MANY_STYLES["NLM"]).to_json()

        assert list(values) == [
            "title", "authors", "journal", "issn", "year", "volume", "issue", "pages", "doi",
            "pmid", "confidence",
        ]  # fmt: skip
        assert values["authors"] == ["Fernhill AB", "Stonebrook C"]
        assert values["issn"] is None
