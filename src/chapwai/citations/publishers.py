"""What the web addresses of publishers and databases say about the article they lead to.

One row a kind of address: the hosts, the path with its query, and the DOI where it is made of a
part of the path. The groups of a path bear the names of a description's fields. A row without
groups recognises an article whose number only the site itself can resolve. Addresses that hold
the whole DOI need no row.
"""

import re
from dataclasses import dataclass

PII = r"(?P<pii>S\d{4}-?\d{3}[\dX]\(?\d{2}\)?\d{5}-?[\dX])"
# The Lancet and those sisters whose DOIs are made of the PII and always were.
LANCETS = (
    "0140-?6736|1470-?2045|1473-?3099|1474-?4422|2215-?0366|2213-?2600|2213-?8587|2214-?109X|"
    "2468-?2667|2352-?3026|2352-?4642|2468-?1253|2352-?3018|2665-?9913"
)
# Numbers of nature.com that are the end of the DOI as they stand; those of the former academic
# journals are not: onc2012123 is onc.2012.123.
NATURE = (
    r"(?P<id>[sd]\d{5}-\d{3}-\d{4,5}-[a-z\d]|(?:nature|ncomms|srep)\d{4,5}|n[a-z]{1,8}\d{2,4}|"
    r"(?:sj\.)?[a-z]{1,12}(?:\.\d{1,5}){1,2}|\d{5,6}[a-z]\d)(?![a-z\d-]|\.\d)"
)
# The parts of a path that say where an article stands.
SECTION = r"(?P<volume>\d{1,4})/(?P<issue>[\w.-]{1,20})/(?P<pages>[A-Za-z]{0,6}\d{1,7}[a-z]?)"


@dataclass(frozen=True)
class Address:
    """One kind of address; `doi` is a template for the path's groups."""

    hosts: str
    path: str
    doi: str = ""

    def match(self, path: str) -> re.Match[str] | None:
        return re.match(self.path, path, re.IGNORECASE | re.ASCII)


ADDRESSES = (
    # Databases
    Address("pubmed.ncbi.nlm.nih.gov", r"/(?P<pmid>[1-9]\d{0,7})(?![\d-])"),
    Address("pubmed.ncbi.nlm.nih.gov", r"/\?term=(?P<pmid>\d{6,8})(?:\[uid\])?(?:&|$)"),
    Address("ncbi.nlm.nih.gov", r"/(?:m/)?pubmed/(?P<pmid>[1-9]\d{0,7})(?!\d)"),
    Address("ncbi.nlm.nih.gov", r"/(?:m/)?pubmed/?\?term=(?P<pmid>\d{6,8})(?:\[uid\])?(?:&|$)"),
    Address("ncbi.nlm.nih.gov", r"/.{0,200}[?&](?:list_uids|uid)=(?P<pmid>[1-9]\d{0,7})(?:&|$)"),
    Address("ncbi.nlm.nih.gov", r"/(?:labs/)?pmc/articles/pmid/(?P<pmid>[1-9]\d{0,7})(?!\d)"),
    Address("ncbi.nlm.nih.gov", r"/(?:(?:labs/)?pmc/)?articles/(?:PMC)?(?P<pmcid>\d{4,9})(?!\d)"),
    Address("europepmc.org", r"/(?:article|abstract|articles)/MED/(?P<pmid>[1-9]\d{0,7})(?!\d)"),
    Address("europepmc.org", r"/(?:article|abstract|articles)/(?:PMC/)?PMC(?P<pmcid>\d{4,9})"),
    Address("europepmc.org", r"/(?:article|abstract)/"),
    Address("scopus.com", r"/.{0,100}(?:record/display|inward/record|pages/publications)"),
    Address("webofscience.com", r"/wos/.{0,60}/full-record/"),
    Address(
        "ebscohost.com ebsco.com", r"/.{0,200}[?&]db=(?:mdc|cmedm|mnh)&AN=(?P<pmid>\d{5,8})(?!\d)"
    ),
    Address("ebscohost.com ebsco.com ovid.com", r"/.{0,300}[?&]AN="),
    Address("proquest.com", r"/docview/\d"),
    Address("jstor.org", r"/stable/(?!10\.)"),
    Address("semanticscholar.org", r"/paper/"),
    Address("researchgate.net", r"/publication/\d"),
    # Preprints
    Address("arxiv.org", r"/(?:abs|pdf|html)/(?P<id>\d{4}\.\d{4,5})(?!\d)", "10.48550/arxiv.{id}"),
    Address(
        "arxiv.org",
        r"/(?:abs|pdf)/(?P<id>[a-z-]{2,10}(?:\.[A-Z]{2})?/\d{7})(?!\d)",
        "10.48550/arxiv.{id}",
    ),
    Address(
        "biorxiv.org medrxiv.org",
        r"/.{0,40}(?P<id>10\.\d{4,5}/(?:\d{4}\.\d\d\.\d\d\.)?\d{6,8})(?!\d)",
        "{id}",
    ),
    Address(
        "biorxiv.org medrxiv.org",
        r"/.{0,40}early/\d{4}/\d\d/\d\d/(?P<id>(?:\d{4}\.\d\d\.\d\d\.)?\d{6,8})(?!\d)",
        "10.1101/{id}",
    ),
    Address(
        "ssrn.com",
        r"/.{0,40}\?(?:.{0,80}&)?abstract(?:_id)?=(?P<id>\d{4,9})(?!\d)",
        "10.2139/ssrn.{id}",
    ),
    Address(
        "preprints.org",
        r"/manuscript/(?P<id>20\d{4}\.\d{4})/(?P<part>v\d{1,2})(?!\d)",
        "10.20944/preprints{id}.{part}",
    ),
    Address("researchsquare.com", r"/article/"),
    # Publishers
    Address("nature.com", rf"/articles/(?!s41599){NATURE}", "10.1038/{id}"),
    Address("nature.com", r"/articles/(?P<id>s41599-\d{3}-\d{4,5}-\w)(?!\w)", "10.1057/{id}"),
    Address("nature.com", r"/articles/\w"),
    Address(
        "nature.com", rf"/\w{{1,20}}/journal/v\d+/n\w+/(?:full|abs|pdf)/{NATURE}", "10.1038/{id}"
    ),
    Address(
        "plos.org",
        r"/.{0,60}[?&]id=(?P<id>10\.1371/journal\.p\w{3}\.\d{7})(?!\d)",
        "{id}",
    ),
    Address("plos.org", r"/(?P<id>10\.1371/journal\.p\w{3}\.\d{7})(?!\d)", "{id}"),
    Address(
        "thelancet.com",
        rf"/.{{0,60}}PII(?P<id>S(?:{LANCETS})\(\d\d\)\d{{5}}-[\dX])",
        "10.1016/{id}",
    ),
    Address("sciencedirect.com", rf"/.{{0,80}}pii/{PII}"),
    Address("elsevier.com", rf"/retrieve/pii/{PII}"),
    Address("clinicalkey.com clinicalkey.com.au", rf"/.{{0,120}}1-s2\.0-{PII}"),
    Address(
        "pubs.rsc.org",
        r"/.{0,20}article(?:landing|html|pdf)/\d{4}/\w\w/(?P<id>[a-z]\d[a-z0-9]{5,10})",
        "10.1039/{id}",
    ),
    Address(
        "hindawi.com",
        r"/journals/\w{1,30}/(?P<id>20(?:1[5-9]|[2-9]\d)/\d{6,7})(?!\d)",
        "10.1155/{id}",
    ),
    Address("hindawi.com", r"/journals/[\w.]{1,30}/\d{4}/\d{6}"),
    Address(
        "karger.com",
        r"/Article/(?:Abstract|FullText|Pdf|FullTextPDF)/(?P<id>\d{6})(?!\d)",
        "10.1159/000{id}",
    ),
    Address("elifesciences.org", r"/articles/(?P<id>\d{5,6})(?!\d)", "10.7554/elife.{id}"),
    Address("peerj.com", r"/articles/(?P<id>\d{1,6})(?!\d)", "10.7717/peerj.{id}"),
    Address(
        "peerj.com",
        r"/articles/(?P<part>[a-z]{2,6})-(?P<id>\d{1,6})(?!\d)",
        "10.7717/peerj-{part}.{id}",
    ),
    Address(
        "mdpi.com",
        r"/(?P<issn>\d{4}-\d{3}[\dX])/(?P<volume>\d{1,4})/(?P<issue>[\w-]{1,10})/(?P<pages>\d{1,6})",
    ),
    Address("f1000research.com", r"/articles/(?P<volume>\d{1,3})-(?P<pages>\d{1,5})(?!\d)"),
    Address("jmir.org", r"/(?P<year>20\d\d)/(?P<issue>\d{1,3})/(?P<pages>e\d{1,6})"),
    Address(
        "wjgnet.com",
        r"/(?P<issn>\d{4}-\d{3}[\dX])/(?:full|abstract)/v(?P<volume>\d{1,3})/i(?P<issue>\d{1,3})/"
        r"(?P<pages>\d{1,6})(?!\d)",
    ),
    Address("jstage.jst.go.jp", r"/article/\w{1,40}/(?P<volume>\d{1,4})/(?P<issue>\d{1,3})/"),
    Address("scielo.br scielo.org", r"/.{0,80}[?&]pid=S(?P<issn>\d{4}-\d{3}[\dX])\d{13}"),
    # BMJ, PNAS, Science and others on the same platform
    Address(
        "bmj.com",
        r"/content/(?:bmj/)?(?P<volume>\d{3})/(?P<id>bmj(?:\.[a-z]\d{1,6}|-\d{4}-\d{6}))(?!\d)",
        "10.1136/{id}",
    ),
    Address(
        "bmj.com",
        r"/content/(?:\w{2,20}/)?early/\d{4}/\d\d/\d\d/(?P<id>[a-z]{2,20}-20\d\d-\d{6})(?!\d)",
        "10.1136/{id}",
    ),
    Address(
        "bmj.com pnas.org sciencemag.org jneurosci.org jbc.org physiology.org aappublications.org",
        rf"/content/(?:[a-z]{{2,20}}/)?{SECTION}(?!\d)",
    ),
    # Oxford and others on the same platform
    Address(
        "academic.oup.com",
        r"/.{0,60}/doi/(?P<id>10\.\d{4,9}/[^?#]{2,100}?)(?:/\d{5,9}(?:/[^/?#]{1,80})?)?/?(?:[?#]|$)",
        "{id}",
    ),
    Address(
        "academic.oup.com karger.com ashpublications.org aacrjournals.org diabetesjournals.org "
        "rupress.org portlandpress.com jamanetwork.com pubs.asahq.org",
        rf"/[\w-]{{1,30}}/(?:article|article-abstract|article-pdf)/{SECTION}/",
    ),
    Address("academic.oup.com", r"/[\w-]{1,30}/(?:advance-)?article"),
    Address("jamanetwork.com", r"/journals/[\w-]{1,40}/(?:article-abstract|fullarticle)/"),
    Address("journals.lww.com", r"/.{1,60}/(?P<year>(?:19|20)\d\d)/\d{5}/"),
    Address("journals.lww.com", r"/[\w-]{1,40}/(?:abstract|fulltext|citation|pages)/"),
    Address("cambridge.org", rf"/core/.{{0,80}}{PII}"),
    Address("cambridge.org", r"/core/journals/[\w-]{1,80}/article/"),
    Address("ieeexplore.ieee.org", r"/(?:abstract/)?document/\d"),
    Address("dovepress.com", r"/.{1,250}-article-[a-z]"),
    Address("cureus.com", r"/articles/\d"),
    Address("doi.org", r"/(?:10/)?[a-z0-9]{3,10}(?:[?#]|$)"),
)
# Open Journal Systems, which nearly all Thai journals use: the number is the site's own.
ANYWHERE = (
    Address("", r"/.{0,200}/article/(?:view|download|viewFile|viewArticle)/\d"),
    Address("", rf"/.{{0,60}}(?:article|action/showPdf.{{0,6}}pii=)s?/?(?:PII)?{PII}"),
)
