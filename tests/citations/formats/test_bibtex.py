"""BibTeX and its accents."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chapwai.citations.formats.bibtex import records_in_bibtex
from chapwai.citations.formats.fault import Fault
from chapwai.citations.formats.latex import without_latex
from chapwai.citations.record import Record
from tests.citations.formats.reading_bytes import only_record, read_all

WHOLE = r"""
@string{jis = "Journal of Imaginary Sleep"}
@Article{fernhill2019,
  title   = {Watering the {Garden} by hand \& the length of \textit{sleep}},
  author  = "Fernhill, Anna B. and {The Sleep Group} and M{\"u}ller, J{\o}rgen and others",
  journal = jis # { B}, year = 2019, month = mar,
  volume  = {12}, number = 3, pages = {412--9},
  issn = {2434-561X}, doi = {10.5555/jis\_412}, note = {PMID: 30000011}
}
"""


def field_of(text, name):
    return getattr(only_record(records_in_bibtex, text), name)


class TestBibtex:
    def test_gives_every_field(self):
        assert only_record(records_in_bibtex, WHOLE) == Record(
            title="Watering the Garden by hand & the length of sleep",
            authors=("Anna B. Fernhill", "The Sleep Group", "Jørgen Müller"),
            journal="Journal of Imaginary Sleep B",
            issns=("2434-561X",),
            year="2019",
            volume="12",
            issue="3",
            pages="412-419",
            doi="10.5555/jis_412",
            pmid="30000011",
            origin="file",
        )

    @pytest.mark.parametrize(
        ("fields", "name", "value"),
        [
            ("author = {Fernhill, Jr, Anna B.}", "authors", ("Anna B. Fernhill",)),
            (
                "author = {Anna Fernhill AND Carl Stone}",
                "authors",
                ("Anna Fernhill AND Carl Stone",),
            ),
            ("author = {{Rock and Sand Group}}", "authors", ("Rock and Sand Group",)),
            ("journaltitle = {J Imag}, date = {2019-03}", "year", "2019"),
            ("booktitle = {Proc. Sleep}", "journal", "Proc. Sleep"),
            ("eid = {e101}", "pages", "e101"),
            ("year = {2562}", "year", "2019"),
            ("url = {https://doi.org/10.5555/a.12}", "doi", "10.5555/a.12"),
            (
                "eprint = {9901.01234}, archiveprefix = {arXiv}",
                "doi",
                "10.48550/arxiv.9901.01234",
            ),
            ("subtitle = {A trial}", "title", "Sleep: A trial"),
            ('volume = "1" # "2"', "volume", "12"),
            ("volume = 12 number = 3", "issue", "3"),
        ],
    )
    def test_understands_what_programs_make_of_it(self, fields, name, value):
        assert field_of(f"@article{{a, title = {{Sleep}}, {fields}}}", name) == value

    def test_may_use_brackets_and_have_no_key(self):
        assert field_of("@article(title = {Sleep}, volume = 3)", "volume") == "3"

    def test_goes_on_behind_an_entry_that_is_not_closed(self):
        text = "@article{a, title = {Sleep\n@article{b, title = {Gardens}}\n@book{c, title = {A}}"

        found = read_all(records_in_bibtex, text)

        assert found == [
            Fault("line 1", "The entry's braces or quotes are not closed."),
            Record(title="Gardens", origin="file"),
            Fault("line 3", "a whole book"),
        ]

    def test_skips_comments_and_preambles(self):
        assert read_all(records_in_bibtex, "@comment{x}\n@preamble{'y'}\nfree text") == []

    def test_tells_of_an_entry_without_end(self):
        found = read_all(
            records_in_bibtex, "@article{a, title = {\n" + ("word " * 100 + "\n") * 1_200
        )

        assert found == [Fault("line 1", "the entry has no end")]

    @given(st.text(alphabet='@{}",=#\\ \na1e', max_size=200))
    def test_of_any_kind_does_no_harm(self, text):
        read_all(records_in_bibtex, f"@article{{a, title = {text}")


class TestLatex:
    @pytest.mark.parametrize(
        ("latex", "printed"),
        [
            (r"M\'etier", "Métier"),
            (r"M{\'e}tier", "Métier"),
            (r"M\'{e}tier", "Métier"),
            (r"M{\"u}ller \"{O}l", "Müller Öl"),
            (r"Gar{\c{c}}on gar\c con", "Garçon garçon"),
            (r"\v{S}koda, Erd\H{o}s, \r{A}land", "Škoda, Erdős, Åland"),
            (r"na\"{\i}ve na\"\i ve", "naïve naïve"),
            (r"J{\o}rgen \AA{}se {\ss} \L{}ukasz", "Jørgen Åse ß Łukasz"),
            (r"100\% \& more \_ \$5 \#1", "100% & more _ $5 #1"),
            (r"\emph{in vitro} $\alpha$-synuclein", "in vitro α-synuclein"),
            (r"H$_2$O", "H_2O"),
            ("pages 1--9 --- ``quoted''", 'pages 1–9 — "quoted"'),
            ("A.~Fernhill", "A. Fernhill"),
            (r"\unknown{kept}", "kept"),
        ],
    )
    def test_becomes_what_would_be_printed(self, latex, printed):
        assert without_latex(latex) == printed
