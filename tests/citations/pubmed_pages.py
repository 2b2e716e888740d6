"""Invented articles and the PubMed-like page that shows each of them."""

import html
import string
from dataclasses import dataclass
from pathlib import Path

TEMPLATE = Path(__file__).with_name("pubmed_page.html")

ABSTRACT = (
    (
        "Background",
        "People who keep a diary of their garden seem to sleep longer. We asked whether "
        "watering by hand explains the difference in a cohort of 1,204 adults "
        "followed from 2011 to 2018.",
    ),
    (
        "Methods",
        "Participants wore a wrist sensor for 14 nights. Mixed models were adjusted for age, "
        "sex, distance to the nearest park and the number of pots on the balcony.",
    ),
    (
        "Results",
        "Mean sleep was 7.1 h (95% CI 6.9-7.3) among waterers and 6.8 h (95% CI 6.6-7.0) "
        "among the others; the difference vanished in rainy months (p = 0.41).",
    ),
    ("Conclusions", "Watering may matter less than the evening walk that it asks for."),
)
SIMILAR = (
    (
        "Balcony gardens and the length of the night: an earlier pilot.",
        "Fernhill A, Stonebrook B.",
        "Fict Garden Med. 2015 Jun;4(2):88-94. doi: 10.5555/fgm.2015.88.",
        "30000099",
    ),
    (
        "Rain, routine and rest in invented towns.",
        "Oakley C, Marsh D, Brook E.",
        "Imag Sleep J. 2017;9(1):12-20.",
        "30000098",
    ),
)


@dataclass(frozen=True)
class Article:
    """What an invented article's page shows, and so what must be read from it."""

    title: str
    authors: tuple[str, ...]
    journal: str
    date: str
    year: str
    pmid: str
    doi: str | None
    volume: str | None = None
    issue: str | None = None
    pages: str | None = None
    pages_shown: str | None = None
    after_doi: str = ""
    group: str | None = None
    kind: str = ""
    pmcid: str | None = None

    @property
    def all_authors(self) -> tuple[str, ...]:
        """Persons first, then the group, as the page shows them."""
        return self.authors + ((self.group,) if self.group else ())


ARTICLES = {
    "plain": Article(
        title="Watering the garden by hand and the length of sleep in adults: a cohort study",
        authors=("Anna B Fernhill", "Carl Stonebrook", "Diego Marsh"),
        journal="Imag J Sleep Med",
        date="2019 Mar 12",
        year="2019",
        volume="12",
        issue="3",
        pages="412-419",
        pages_shown="412-9",
        doi="10.5555/ijsm.2019.0412",
        pmid="30000011",
        after_doi="Epub 2018 Dec 20.",
    ),
    "diacritics": Article(
        title="Łódź protocol for measuring café noise: effects on naïve listeners’ heart rate",
        authors=("Zoë Müller-Brückner", "José Ángel Peñalva", "Søren Ågård", "Çağla Öztürkoğlu"),
        journal="Noise Fict Health",
        date="2021 Nov-Dec",
        year="2021",
        volume="23",
        issue="111",
        pages="201-209",
        doi="10.5555/nfh.nfh_12_21",
        pmid="30000012",
        kind="Randomized Controlled Trial",
    ),
    "one author": Article(
        title="On the quiet of reading rooms",
        authors=("Margaret Q Hollowell",),
        journal="Libr Dreams",
        date="2016",
        year="2016",
        volume="5",
        pages="17-21",
        doi="10.5555/ld-5-17",
        pmid="30000013",
    ),
    "group": Article(
        title="Effect of evening tea on blood pressure in patients with type 2 diabetes (TEATIME): "
        "a multicentre, open-label, randomised controlled trial",
        authors=("Ravi Underhill", "Mei-Ling Brookwater", "Tomasz Greenfield"),
        group="TEATIME Study Group",
        journal="Lancet Imagin",
        date="2022 Jul 9",
        year="2022",
        volume="400",
        issue="10346",
        pages="133-144",
        doi="10.5555/S0000-6736(22)00911-4",
        pmid="30000014",
        pmcid="PMC9000014",
        kind="Clinical Trial",
    ),
    "e-page": Article(
        title="Hospital corridors as walking tracks: step counts of 2,310 night nurses",
        authors=("Lena Quarry", "Oskar Dale-Finch", "P J Merriweather", "Ines do Vale"),
        journal="PLoS Imag",
        date="2020 Feb 5",
        year="2020",
        volume="15",
        issue="2",
        pages="e0228001",
        doi="10.5555/journal.pimg.0228001",
        pmid="30000015",
        after_doi="eCollection 2020.",
        pmcid="PMC7000015",
    ),
    "long title": Article(
        title="Comparison of three-dimensional printed, milled and hand-carved wooden spoons for "
        "the feeding of older adults with dysphagia after stroke in long-term care homes of two "
        "invented provinces: protocol for a stepped-wedge cluster trial with an embedded process "
        "evaluation",
        authors=(
            "Gwendolyn A Appleyard",
            "Hiro Tanabe-Wells",
            "Quentin R Ogden",
            "Sunniva Grey",
            "Benedict Yew",
            "Galina Moorcroft",
            "Joyce Egging",
            "Peggy Yonge",
        ),
        journal="BMJ Fict Open",
        date="2023 Aug 17",
        year="2023",
        volume="13",
        issue="8",
        pages="e071234",
        doi="10.5555/bmjfopen-2022-071234",
        pmid="30000016",
    ),
    "no identifiers but pmid": Article(
        title="Growing ginger and galangal in clay soils of the uplands",
        authors=("K G Young", "B Ogilvy"),
        journal="J Imag Agric Food (Bangk)",
        date="1998 May",
        year="1998",
        volume="81",
        issue="Suppl 1",
        pages="S41-S47",
        pages_shown="S41-7",
        doi=None,
        pmid="9500017",
    ),
}


def identifiers_of(article: Article) -> str:
    shown = [f"<li><b>PMID:</b> {article.pmid}</li>"]
    if article.pmcid:
        shown.append(f"<li><b>PMCID:</b> {article.pmcid}</li>")
    if article.doi:
        shown.append(f"<li><b>DOI:</b> {html.escape(article.doi)}</li>")
    return "".join(shown)


def source_of(article: Article) -> str:
    numbers = article.volume or ""
    if article.issue:
        numbers += f" {article.issue}" if "Suppl" in article.issue else f"({article.issue})"
    pages = article.pages_shown or article.pages
    tail = f"{article.date};{numbers}:{pages}."
    if article.doi:
        tail += f" doi: {article.doi}."
    return html.escape(f"{tail} {article.after_doi}".strip())


def authors_of(article: Article) -> str:
    marked = [
        f"{html.escape(name)}<sup>{n % 4 + 1}</sup>" + ("<sup> 2</sup>" if n == 1 else "")
        for n, name in enumerate(article.authors)
    ]
    shown = ", ".join(marked)
    return f"{shown}; {html.escape(article.group)}" if article.group else shown


def page_of(article: Article, *, font: str = "'Liberation Sans', sans-serif") -> str:
    """The HTML page, complete in itself: it loads nothing."""
    abstract = "".join(f"<p><b>{name}:</b> {text}</p>" for name, text in ABSTRACT)
    similar = "".join(
        f'<div class="similar"><b>{title}</b><br>{names}<br>{source} PMID: {pmid}</div>'
        for title, names, source, pmid in SIMILAR
    )
    return string.Template(TEMPLATE.read_text(encoding="utf-8")).substitute(
        title=html.escape(article.title),
        font=font,
        query=article.pmid,
        kind=article.kind,
        journal_mark=f"&gt; {html.escape(article.journal)}.",
        source=source_of(article),
        authors=authors_of(article),
        identifiers=identifiers_of(article),
        abstract=abstract,
        keywords="garden; sleep; balcony; rain.",
        similar=similar,
    )
