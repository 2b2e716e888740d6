"""A web address names an article's identifiers exactly, or it names none."""

import pytest

from chapwai.citations.addresses import describe_address, links_in
from chapwai.citations.description import Description

DOIS = {
    "https://doi.org/10.5555/abc.123": "10.5555/abc.123",
    "doi.org/10.5555/abc.123": "10.5555/abc.123",
    "http://dx.doi.org/10.5555/ABC.123": "10.5555/abc.123",
    "https://doi.org/10.5555%2Fabc.123": "10.5555/abc.123",
    "https://doi-org.proxy.lakeside.example/10.5555/abc.123": "10.5555/abc.123",
    "https://doi.org.proxy.lakeside.example/10.5555/abc.123": "10.5555/abc.123",
    "https://doi.org/10.5555/s0140-6736(20)30183-5": "10.5555/s0140-6736(20)30183-5",
    "https://www.nature.com/articles/s99999-020-2649-2": "10.1038/s99999-020-2649-2",
    "https://www.nature.com/articles/s99999-020-2649-2.pdf": "10.1038/s99999-020-2649-2",
    "https://www.nature.com/articles/nature99999#Sec2": "10.1038/nature99999",
    "https://www.nature.com/articles/s99999-020-2649-w_reference.pdf": (
        "10.1038/s99999-020-2649-w"
    ),
    "https://www.nature.com/articles/s99999-020-2649-2.ris": "10.1038/s99999-020-2649-2",
    "https://www.nature.com/articles/nrimag.2099.123": "10.1038/nrimag.2099.123",
    "https://www.nature.com/articles/sj.imag.2099.12": "10.1038/sj.imag.2099.12",
    "https://www.nature.com/articles/999999a0": "10.1038/999999a0",
    "https://www.nature.com/articles/s41599-099-00001-4": "10.1057/s41599-099-00001-4",
    "https://www.scopus.com/inward/record.uri?eid=2-s2.0-99&doi=10.5555%2fj.imag.2020.1&x=1": (
        "10.5555/j.imag.2020.1"
    ),
    "https://www.preprints.org/manuscript/209901.0001/v1": "10.20944/preprints209901.0001.v1",
    "https://academic.oup.com/jis/article-pdf/doi/10.5555/jis/abc123/34567890/abc123.pdf": (
        "10.5555/jis/abc123"
    ),
    "https://www.nature.com/articles/ncomms9999/figures/1": "10.1038/ncomms9999",
    "http://www.nature.com/nature/journal/v999/n7447/full/nature99999.html": "10.1038/nature99999",
    "https://www-nature-com.ezproxy.lakeside.example/articles/s99999-020-0001-2": (
        "10.1038/s99999-020-0001-2"
    ),
    "https://www.nature.com.ezproxy.lakeside.example/articles/s99999-020-0001-2": (
        "10.1038/s99999-020-0001-2"
    ),
    "https://proxy.lakeside.example/login?url=https://www.nature.com/articles/s99999-020-0001-2": (
        "10.1038/s99999-020-0001-2"
    ),
    "https://go.proxy.example/redirector/lake?url=https%3A%2F%2Fdoi.org%2F10.5555%2Fabc.12&x=1": (
        "10.5555/abc.12"
    ),
    "https://link.springer.com/article/10.5555/s99999-020-05100-1": "10.5555/s99999-020-05100-1",
    "https://link.springer.com/content/pdf/10.5555/s99999-020-1.pdf": "10.5555/s99999-020-1",
    "https://link.springer.com/article/10.5555/s99999-020-1/fulltext.html": "10.5555/s99999-020-1",
    "https://bmcnoise.biomedcentral.com/articles/10.5555/s12-020-1/tables/1": "10.5555/s12-020-1",
    "https://onlinelibrary.wiley.com/doi/full/10.5555/jis.12345": "10.5555/jis.12345",
    "https://onlinelibrary.wiley.com/doi/10.5555/jis.12345/abstract": "10.5555/jis.12345",
    "https://onlinelibrary.wiley.com/doi/epdf/10.5555/j.1365-2036.x": "10.5555/j.1365-2036.x",
    "https://www.cochranelibrary.com/cdsr/doi/10.5555/14.CD001234.pub2/full/th": (
        "10.5555/14.cd001234.pub2"
    ),
    "https://www.tandfonline.com/doi/abs/10.5555/123.2020.1?journalCode=x": "10.5555/123.2020.1",
    "https://journals.sagepub.com/doi/10.5555/0123456789?icid=a": "10.5555/0123456789",
    "https://pubs.acs.org/doi/10.5555/acs.1c01?ref=pdf": "10.5555/acs.1c01",
    "https://www.annualreviews.org/content/journals/10.5555/annurev-x-1": "10.5555/annurev-x-1",
    "https://www.nejm.org/doi/full/10.5555/NEJMoa99": "10.5555/nejmoa99",
    "https://www.frontiersin.org/articles/10.5555/fimag.2020.00001/full": (
        "10.5555/fimag.2020.00001"
    ),
    "https://www.emerald.com/insight/content/doi/10.5555/JIS-1/full/html": "10.5555/jis-1",
    "https://www.thieme-connect.com/products/ejournals/abstract/10.5555/s-0040-123": (
        "10.5555/s-0040-123"
    ),
    "https://iopscience.iop.org/article/10.5555/1748-0221/15/01/P01/meta": (
        "10.5555/1748-0221/15/01/p01"
    ),
    "https://journals.plos.org/plosone/article?id=10.1371/journal.pone.9999999": (
        "10.1371/journal.pone.9999999"
    ),
    "https://journals.plos.org/plosone/article/figure?id=10.1371/journal.pone.9999999.g001": (
        "10.1371/journal.pone.9999999"
    ),
    "https://academic.oup.com/jis/article/doi/10.5555/jis/abc123/5739456": "10.5555/jis/abc123",
    "https://academic.oup.com/jis/advance-article/doi/10.5555/jis/abc123/5739456?login=false": (
        "10.5555/jis/abc123"
    ),
    "https://www.medrxiv.org/content/10.5555/2020.01.01.20012345v1.full.pdf": (
        "10.5555/2020.01.01.20012345"
    ),
    "https://www.biorxiv.org/content/10.5555/123456v2": "10.5555/123456",
    "https://www.biorxiv.org/content/early/2020/01/01/2020.01.01.123456": (
        "10.1101/2020.01.01.123456"
    ),
    "https://arxiv.org/abs/9901.01234v2": "10.48550/arxiv.9901.01234",
    "https://arxiv.org/pdf/9901.01234.pdf": "10.48550/arxiv.9901.01234",
    "https://arxiv.org/abs/hep-th/9999001": "10.48550/arxiv.hep-th/9999001",
    "https://papers.ssrn.com/sol3/papers.cfm?abstract_id=9999999": "10.2139/ssrn.9999999",
    "https://www.thelancet.com/journals/lancet/article/PIIS0140-6736(20)99999-5/fulltext": (
        "10.1016/s0140-6736(20)99999-5"
    ),
    "https://pubs.rsc.org/en/content/articlelanding/2020/cc/c9cc99999a": "10.1039/c9cc99999a",
    "https://www.hindawi.com/journals/imag/2020/9999999/": "10.1155/2020/9999999",
    "https://www.karger.com/Article/FullText/999999": "10.1159/000999999",
    "https://elifesciences.org/articles/99999": "10.7554/elife.99999",
    "https://peerj.com/articles/99999/": "10.7717/peerj.99999",
    "https://peerj.com/articles/cs-999/": "10.7717/peerj-cs.999",
    "https://www.bmj.com/content/368/bmj.m9999": "10.1136/bmj.m9999",
    "https://www.bmj.com/content/376/bmj-2099-068302": "10.1136/bmj-2099-068302",
    "https://heart.bmj.com/content/early/2020/01/01/heartjnl-2099-316000": (
        "10.1136/heartjnl-2099-316000"
    ),
    "https://jamanetwork.com/article.aspx?doi=10.5555/jama.2020.1": "10.5555/jama.2020.1",
}

PMIDS = [
    "https://pubmed.ncbi.nlm.nih.gov/30000001/",
    "pubmed.ncbi.nlm.nih.gov/30000001",
    "https://pubmed.ncbi.nlm.nih.gov/30000001/?from=single_result#affiliation-1",
    "https://pubmed.ncbi.nlm.nih.gov/?term=30000001",
    "https://pubmed-ncbi-nlm-nih-gov.ezproxy.lakeside.example/30000001/",
    "https://www.ncbi.nlm.nih.gov/pubmed/30000001",
    "www.ncbi.nlm.nih.gov/m/pubmed/30000001/",
    "https://www.ncbi.nlm.nih.gov/pubmed/?term=30000001",
    "https://www.ncbi.nlm.nih.gov/entrez/query.fcgi?cmd=Retrieve&list_uids=30000001",
    "https://www.ncbi.nlm.nih.gov/pmc/articles/pmid/30000001/",
    "https://europepmc.org/article/MED/30000001",
    "https://search.ebscohost.com/login.aspx?direct=true&db=mdc&AN=30000001&site=ehost-live",
    "http://europepmc.org/abstract/MED/30000001",
]

PMCIDS = [
    "https://www.ncbi.nlm.nih.gov/pmc/articles/PMC7000015/",
    "https://pmc.ncbi.nlm.nih.gov/articles/PMC7000015/",
    "https://www.ncbi.nlm.nih.gov/pmc/articles/7000015/pdf/file.pdf",
    "https://europepmc.org/article/PMC/PMC7000015",
    "https://europepmc.org/articles/PMC7000015?pdf=render",
]

PLACES = {
    "https://academic.oup.com/jis/article/12/3/412/5739456": ("12", "3", "412"),
    "https://academic.oup.com/jis/article-abstract/12/Supplement_1/S4/5739456?x=1": (
        "12", "Suppl 1", "S4",
    ),
    "https://heart.bmj.com/content/106/12/881": ("106", "12", "881"),
    "https://bmjopen.bmj.com/content/10/1/e012345.full.pdf": ("10", "1", "e012345"),
    "https://jnnp.bmj.com/content/jnnp/91/3/234.full.pdf": ("91", "3", "234"),
    "https://www.pnas.org/content/117/12/6500": ("117", "12", "6500"),
    "https://www.mdpi.com/2434-561X/21/3/1000/htm": ("21", "3", "1000"),
    "https://academic.oup.com/jis/article-pdf/12/3/412/34567890/412.pdf": ("12", "3", "412"),
    "https://www.wjgnet.com/2434-561X/full/v26/i1/412.htm": ("26", "1", "412"),
    "https://www.jstage.jst.go.jp/article/imag/59/1/59_1234-19/_article": ("59", "1", None),
    "https://f1000research.com/articles/9-123/v1": ("9", None, "123"),
}  # fmt: skip

UNRESOLVED = [
    "https://he01.tci-thaijo.org/index.php/jimag/article/view/123456",
    "https://so01.tci-thaijo.org/index.php/jimag/article/view/123456/78901",
    "https://journal.lakeside.example/ojs/article/download/12/34",
    "https://jamanetwork.com/journals/jama/fullarticle/9999999",
    "https://www.cambridge.org/core/journals/imag/article/watering/0A1B2C",
    "https://ieeexplore.ieee.org/document/9999999",
    "https://www.nature.com/articles/6600001",
    "https://www.nature.com/articles/onc2099123",
    "https://www.nature.com/articles/palgrave.imag.8400001",
    "https://www.hindawi.com/journals/imag/2011/999999/",
    "https://www.jstor.org/stable/9999999",
    "https://ovidsp.ovid.com/ovidweb.cgi?T=JS&PAGE=fulltext&AN=00000000-209901000-00001",
    "https://www.proquest.com/docview/9999999999",
    "https://journals.lww.com/jimag/Abstract/9900/Watering.1.aspx",
    "https://www.researchgate.net/publication/312345678_Watering",
    "https://academic.oup.com/jis/advance-article-abstract/5739456",
    "https://doi.org/10/abcd",
]

ISSNS = {
    "https://www.sciencedirect.com/science/article/pii/S2434561X20301835": "2434-561X",
    "https://www.sciencedirect.com/science/article/abs/pii/S2434561X20301835?via%3Dihub": (
        "2434-561X"
    ),
    "https://linkinghub.elsevier.com/retrieve/pii/S2434561X20301835": "2434-561X",
    "https://www.clinicalkey.com/#!/content/playContent/1-s2.0-S2434561X20301835": "2434-561X",
    "https://www.thelancet.com/journals/imag/article/PIIS2434-561X(20)30183-5/fulltext": (
        "2434-561X"
    ),
    "https://www.jimag.example/article/S2434-561X(20)30183-5/fulltext": "2434-561X",
    "https://www.mdpi.com/2434-561X/21/3/1000": "2434-561X",
}

OTHERS = [
    "https://www.nature.com/",
    "https://www.nature.com/nature/volumes/579",
    "https://pubmed.ncbi.nlm.nih.gov/?term=sleep+garden",
    "https://pubmed.ncbi.nlm.nih.gov/trending/",
    "https://pubmed.ncbi.nlm.nih.gov/0/",
    "https://www.sciencedirect.com/journal/imaginary-sleep",
    "https://lakeside.example/news/2019/12/3",
    "https://line.me/R/ti/p/@lakeside",
    "https://www.ncbi.nlm.nih.gov/books/NBK100001/",
    "https://shop.example/item?id=30000001",
    "https://lakeside.example/list?a=10.5555/abc.1&b=10.5555/abc.2",
    "",
]


class TestAddresses:
    @pytest.mark.parametrize("address", DOIS)
    def test_name_the_doi_they_hold_or_are_made_of(self, address):
        described = describe_address(address)

        assert described is not None
        assert described.dois == (DOIS[address],)

    @pytest.mark.parametrize("address", PMIDS)
    def test_of_pubmed_name_the_pmid(self, address):
        assert describe_address(address) == Description(pmids=("30000001",))

    @pytest.mark.parametrize("address", PMCIDS)
    def test_of_pubmed_central_name_the_pmcid(self, address):
        assert describe_address(address) == Description(pmcids=("PMC7000015",))

    @pytest.mark.parametrize("address", PLACES)
    def test_name_the_place_where_they_cannot_name_the_article(self, address):
        described = describe_address(address)

        assert described is not None
        assert (described.volume, described.issue, described.pages) == PLACES[address]
        assert not described.dois

    @pytest.mark.parametrize("address", ISSNS)
    def test_with_a_pii_name_the_journal_and_no_doi(self, address):
        described = describe_address(address)

        assert described is not None
        assert (described.issn, described.dois) == (ISSNS[address], ())

    @pytest.mark.parametrize("address", UNRESOLVED)
    def test_that_only_their_site_resolves_are_articles_of_unknown_number(self, address):
        assert describe_address(address) == Description()

    @pytest.mark.parametrize("address", OTHERS)
    def test_of_anything_else_are_none(self, address):
        assert describe_address(address) is None


class TestLinks:
    def test_are_freed_from_the_sentence_around_them(self):
        text = "ขอ (https://www.nature.com/articles/s99999-020-0001-2). ขอบคุณ"

        (link,) = links_in(text)

        assert text[link.start : link.end] == "https://www.nature.com/articles/s99999-020-0001-2"

    def test_end_where_thai_begins(self):
        (link,) = links_in("https://pubmed.ncbi.nlm.nih.gov/30000001ค่ะ")

        assert link.description.pmids == ("30000001",)

    @pytest.mark.parametrize(
        "text", ["reader@pubmed.ncbi.nlm.nih.gov/30000001", "10.5555/nature.com/articles/s1"]
    )
    def test_are_not_seen_in_addresses_of_people_and_in_dois(self, text):
        assert links_in(text) == []
