"""Files are known by what they hold, and nothing in them is lost in silence."""

import gzip
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chapwai.citations.formats.detect import UnknownFormat, records_in, records_in_text
from chapwai.citations.formats.fault import Fault

TITLE = "การรดน้ำ and sleep"
FILES = {
    "RIS": f"TY  - JOUR\nTI  - {TITLE}\nER  - \n",
    "NBIB": f"\nPMID- 30000011\nTI  - {TITLE}\n",
    "Refer": f"%0 Journal Article\n%T {TITLE}\n",
    "BibTeX": f"% a comment\n@article{{a,\n title = {{{TITLE}}}\n}}\n",
    "EndNote": f"<?xml version='1.0'?><xml><records><record><titles><title>{TITLE}</title>"
    "</titles></record></records></xml>",
    "PubMed": "<PubmedArticleSet><PubmedArticle><MedlineCitation><Article><ArticleTitle>"
    f"{TITLE}</ArticleTitle></Article></MedlineCitation></PubmedArticle></PubmedArticleSet>",
    "Crossref": json.dumps({"message": {"title": [TITLE], "DOI": "10.5555/a.12"}}),
    "JSON lines": json.dumps({"title": TITLE}, ensure_ascii=False) + "\n",
    "CSV": f"Title;DOI\n{TITLE};10.5555/a.12\n",
}


@pytest.fixture
def file(tmp_path):
    """Writes a file of a misleading name, as text or as bytes."""

    def written(content):
        path = tmp_path / "download.txt"
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    return written


class TestFiles:
    @pytest.mark.parametrize("kind", FILES)
    def test_are_known_by_their_content(self, file, kind):
        (record,) = records_in(file(FILES[kind]))

        assert record.title == TITLE

    @pytest.mark.parametrize("kind", FILES)
    def test_may_be_compressed(self, file, kind):
        (record,) = records_in(file(gzip.compress(FILES[kind].encode())))

        assert record.title == TITLE

    @pytest.mark.parametrize("kind", ["RIS", "NBIB", "Refer", "BibTeX", "JSON lines", "CSV"])
    @pytest.mark.parametrize("encoding", ["cp874", "utf-8-sig", "utf-16", "utf-16-be"])
    def test_may_be_in_any_usual_encoding(self, file, kind, encoding):
        (record,) = records_in(file(FILES[kind].encode(encoding)))

        assert record.title == TITLE

    @pytest.mark.parametrize(
        "content",
        [
            "",
            "\n\n",
            "just words",
            b"\x89PNG\r\n\x1a\n\0\0",
            "<html><p>no</p></html>",
            b"\x1f\x8b?",
        ],
    )
    def test_of_no_known_format_are_refused_at_once(self, file, content):
        with pytest.raises(UnknownFormat, match="in no format"):
            records_in(file(content))

    def test_that_do_not_exist_are_the_callers_affair(self, tmp_path):
        with pytest.raises(FileNotFoundError):
            records_in(tmp_path / "nothing.ris")

    def test_that_break_off_while_compressed_are_told(self, file):
        lines = (json.dumps({"title": f"Sleep {n}", "pmid": str(n * n)}) for n in range(1, 5_000))
        content = gzip.compress("\n".join(lines).encode())

        *records, last = records_in(file(content[: len(content) // 2]))

        assert records[0].title == "Sleep 1"
        assert last == Fault("the file's end", "the compressed file is damaged")

    def test_with_nuls_in_them_are_read(self, file):
        (record,) = records_in(file(FILES["RIS"].replace("sleep", "sl\0eep")))

        assert record.title == TITLE

    @pytest.mark.parametrize(
        "start", ["TY  - JOUR\nTI  - ", "PMID- 1\nTI  - ", "@article{a, title={"]
    )
    def test_of_one_line_of_many_megabytes_are_told(self, file, start):
        found = list(records_in(file(start + "x" * 10_000_000)))

        assert any(isinstance(one, Fault) and one.reason for one in found)


class TestTexts:
    @pytest.mark.parametrize("kind", FILES)
    def test_are_known_by_their_content(self, kind):
        (record,) = records_in_text(FILES[kind])

        assert record.title == TITLE

    def test_may_claim_the_encoding_of_the_file_they_came_from(self):
        text = FILES["EndNote"].replace("version='1.0'", "version='1.0' encoding='UTF-16'")

        assert records_in_text(text)[0].title == TITLE

    @pytest.mark.parametrize(
        "text",
        [
            "",
            "ขอบทความนี้ค่ะ",
            "Title, year and journal please\nthank you",
            "Fernhill AB. Sleep. J Imag. 2019;12(3):412-9.",
            "[1] Fernhill AB. Sleep.",
            "<3",
            "{}",
            "@lakeside (the library) is closed",
            "PMID- please",
        ],
    )
    def test_that_are_none_give_nothing(self, text):
        assert records_in_text(text) == []

    def test_of_thousands_of_records_give_as_many_as_people_choose_from(self):
        assert len(records_in_text(FILES["RIS"] * 2_000)) == 200

    @given(st.sampled_from(sorted(FILES)), st.text(max_size=100), st.integers(0, 100))
    def test_damaged_anywhere_do_no_harm(self, kind, noise, percent):
        text = FILES[kind]
        place = len(text) * percent // 100

        records_in_text(text[:place] + noise + text[place:])
        records_in_text(text[:place])
