"""PubMed's XML."""

import io
import tracemalloc

import pytest

from chapwai.citations.formats.fault import Fault
from chapwai.citations.formats.pubmed_xml import records_in_pubmed_xml
from chapwai.citations.record import Record
from tests.citations.formats.reading_bytes import faults_of, only_record, read_all

HEAD = (
    '<?xml version="1.0" encoding="utf-8"?><!DOCTYPE PubmedArticleSet PUBLIC "-//NLM//DTD '
    'PubMedArticle, 1st January 2019//EN" "https://dtd.lakeside.example/pubmed.dtd">'
)
ARTICLE = """<PubmedArticle><MedlineCitation><PMID Version="1">30000011</PMID><Article>
<Journal><ISSN IssnType="Electronic">2434-561X</ISSN><JournalIssue><Volume>12</Volume>
<Issue>3</Issue><PubDate><MedlineDate>2019 Mar-Apr</MedlineDate></PubDate></JournalIssue>
<Title>Journal of imaginary sleep</Title><ISOAbbreviation>J. Imag. Sleep</ISOAbbreviation></Journal>
<ArticleTitle>Watering <i>the garden</i> by hand.</ArticleTitle>
<Pagination><MedlinePgn>412-9</MedlinePgn></Pagination>
<ELocationID EIdType="doi" ValidYN="N">10.5555/wrong</ELocationID>
<AuthorList><Author ValidYN="Y"><LastName>Fernhill</LastName><ForeName>Anna B</ForeName>
<Initials>AB</Initials></Author><Author><LastName>Marsh</LastName><Initials>D</Initials></Author>
<Author ValidYN="N"><LastName>Wrong</LastName></Author>
<Author><CollectiveName>The Sleep Group</CollectiveName></Author></AuthorList></Article>
<MedlineJournalInfo><MedlineTA>J Imag Sleep</MedlineTA><ISSNLinking>0028-0836</ISSNLinking>
</MedlineJournalInfo></MedlineCitation><PubmedData><ArticleIdList>
<ArticleId IdType="pubmed">30000011</ArticleId><ArticleId IdType="doi">10.5555/jis.412</ArticleId>
<ArticleId IdType="pmc">PMC7000011</ArticleId></ArticleIdList><ReferenceList><Reference>
<ArticleIdList><ArticleId IdType="doi">10.5555/cited</ArticleId></ArticleIdList></Reference>
</ReferenceList></PubmedData></PubmedArticle>"""
WHOLE = Record(
    title="Watering the garden by hand",
    authors=("Anna B Fernhill", "Marsh D", "The Sleep Group"),
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
BOMB = (
    '<!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">]>'
    "<PubmedArticleSet>&c;</PubmedArticleSet>"
)
THIEF = (
    '<!DOCTYPE a [<!ENTITY a SYSTEM "file:///etc/hostname">]>'
    "<PubmedArticleSet>&a;</PubmedArticleSet>"
)


def file_of(*articles):
    return f"{HEAD}<PubmedArticleSet>{''.join(articles)}</PubmedArticleSet>"


class TestPubmedXml:
    def test_gives_every_field(self):
        assert only_record(records_in_pubmed_xml, file_of(ARTICLE)) == WHOLE

    def test_never_takes_the_doi_of_a_cited_article(self):
        own = '<ArticleId IdType="doi">10.5555/jis.412</ArticleId>'

        assert only_record(records_in_pubmed_xml, file_of(ARTICLE.replace(own, ""))).doi is None

    @pytest.mark.parametrize(
        ("there", "instead", "field", "value"),
        [
            ("<MedlineDate>2019 Mar-Apr</MedlineDate>", "<Year>2020</Year>", "year", "2020"),
            ("<MedlineDate>2019 Mar-Apr</MedlineDate>", "", "year", None),
            (
                "<MedlinePgn>412-9</MedlinePgn>",
                "<StartPage>e1</StartPage><EndPage>e9</EndPage>",
                "pages",
                "e1-e9",
            ),
            ("Watering <i>the garden</i> by hand.", "[In the garden].", "title", "In the garden"),
            ('ValidYN="N">10.5555/wrong', 'ValidYN="Y">10.5555/jis.412', "doi", "10.5555/jis.412"),
        ],
    )
    def test_understands_what_varies(self, there, instead, field, value):
        text = file_of(ARTICLE.replace(there, instead))

        assert getattr(only_record(records_in_pubmed_xml, text), field) == value

    def test_in_thai_keeps_its_letters(self):
        text = file_of(ARTICLE.replace("Watering", "การรดน้ำ"))

        assert only_record(records_in_pubmed_xml, text).title.startswith("การรดน้ำ")

    def test_of_books_and_of_nothing_is_told(self):
        text = file_of("<PubmedBookArticle/>", "<PubmedArticle/>", ARTICLE)

        assert read_all(records_in_pubmed_xml, text) == [
            Fault("record 1", "a book"),
            Fault("record 2", "no article in the record"),
            WHOLE,
        ]

    def test_that_breaks_off_keeps_what_came_before(self):
        found = read_all(records_in_pubmed_xml, file_of(ARTICLE, ARTICLE)[:-300])

        assert found[0] == WHOLE
        assert found[1].place == "behind record 1"

    @pytest.mark.parametrize(
        "text",
        [BOMB, THIEF, "<PubmedArticleSet><a></b>", "<a>" * 10_000, '<?xml encoding="x-no"?><a/>'],
        ids=["entities", "outside file", "crossed", "deep", "odd encoding"],
    )
    def test_that_is_meant_to_hurt_is_one_fault(self, text):
        (fault,) = faults_of(records_in_pubmed_xml, text)

        assert "not sound" in fault.reason

    def test_with_one_endless_record_is_given_up(self):
        text = f"<PubmedArticleSet><PubmedArticle><a>{'word ' * 4_000_000}"

        (fault,) = faults_of(records_in_pubmed_xml, text)

        assert "larger or deeper" in fault.reason

    def test_takes_no_more_memory_for_more_articles(self):
        file = io.BytesIO(file_of(*[ARTICLE] * 300).encode())
        tracemalloc.start()

        number = sum(1 for _ in records_in_pubmed_xml(file))

        peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        assert number == 300
        assert peak < 300_000
