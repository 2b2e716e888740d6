"""The table of all kinds of pages; what is held back appears in the test alone."""

from typing import Any

from benchmarks.reading import article_pages, desk_pages, list_pages, styles, thai_pages
from benchmarks.reading.articles import Article
from benchmarks.reading.draft import Layout
from benchmarks.reading.looks import Device

SCREENS: tuple[Device, ...] = ("desktop", "desktop", "phone")
ANYWHERE: tuple[Device, ...] = ("desktop", "paper", "phone")


def _has_pmid(article: Article) -> bool:
    return article.language == "en" and article.pmid is not None


def _is_thai(article: Article) -> bool:
    return article.language == "th"


def _is_english_in_thai_journal(article: Article) -> bool:
    return article.language == "en" and article.journal.thai_title is not None


def _article(name: str, context: Any, **options: Any) -> Layout:
    template = options.pop("template", name.partition("-")[2])
    return Layout(name=name, template=template, context=context, **{"devices": SCREENS, **options})


def _list(name: str, template: str, context: Any, *, most: int, **options: Any) -> Layout:
    return Layout(name=name, template=template, context=context, fewest=5, most=most, **options)


def _references(name: str, manner: str, **options: Any) -> Layout:
    context = list_pages.references(getattr(styles, name), manner=manner)
    devices = options.pop("devices", ANYWHERE)
    return _list(f"references-{name}", "references", context, most=15, devices=devices, **options)


ARTICLES = (
    _article(
        "pubmed-desktop",
        article_pages.pubmed,
        template="pubmed",
        devices=("desktop",),
        suits=_has_pmid,
    ),
    _article(
        "pubmed-phone", article_pages.pubmed, template="pubmed", devices=("phone",), suits=_has_pmid
    ),
    _article("publisher-elsevier", article_pages.elsevier),
    _article("publisher-springer", article_pages.springer),
    _article("publisher-wiley", article_pages.with_spelled_numbers),
    _article("publisher-nature", article_pages.springer),
    _article("publisher-oxford", article_pages.with_spelled_numbers),
    _article("publisher-bmj", article_pages.with_short_numbers),
    _article("publisher-jama", article_pages.with_short_numbers),
    _article("publisher-plos", article_pages.with_short_numbers),
    _article("publisher-mdpi", article_pages.with_short_numbers),
    _article("publisher-tandf", article_pages.with_spelled_numbers, is_held_back=True),
    _article("publisher-sage", article_pages.with_spelled_numbers, is_held_back=True),
    _article("box-cite", article_pages.cite_box, template="cite_box"),
    _article(
        "pdf-columns", article_pages.pdf, template="pdf", devices=("paper",), is_on_the_web=False
    ),
    _article(
        "pdf-elsevier",
        article_pages.pdf,
        template="pdf_elsevier",
        devices=("paper",),
        is_on_the_web=False,
        is_held_back=True,
    ),
)
LISTS = (
    _list("results-scholar", "scholar", list_pages.scholar, most=10, devices=SCREENS),
    _list("results-pubmed", "pubmed_results", list_pages.pubmed_results, most=8, devices=SCREENS),
    _list("results-table", "results_table", list_pages.table, most=12),
    _list("results-records", "results_records", list_pages.table, most=8, is_held_back=True),
    _list("results-catalogue", "results_catalogue", list_pages.table, most=8, is_held_back=True),
    _list("contents", "contents", list_pages.contents, most=8, is_held_back=True),
    _list("mail-alert", "mail", list_pages.pubmed_results, most=7, is_held_back=True),
    _references("vancouver", "numbered"),
    _references("ama", "numbered"),
    _references("apa", "hanging"),
    _references("ieee", "numbered"),
    _references("nature", "numbered"),
    _references("harvard", "hanging", is_held_back=True),
    _references("chicago", "hanging", is_held_back=True),
)
DESKS = (
    _article(
        "manager-endnote",
        desk_pages.endnote,
        template="manager_columns",
        devices=("desktop",),
        is_on_the_web=False,
    ),
    _article(
        "manager-zotero",
        desk_pages.zotero,
        template="manager_columns",
        devices=("desktop",),
        is_on_the_web=False,
    ),
    _article(
        "manager-card",
        desk_pages.card,
        template="manager_card",
        devices=("desktop",),
        is_on_the_web=False,
        is_held_back=True,
    ),
    _article(
        "chat-citation",
        desk_pages.chat(*desk_pages.ENGLISH_STYLES, words=desk_pages.ENGLISH_CHAT),
        template="chat",
        devices=("phone",),
        is_on_the_web=False,
    ),
)
THAI = (
    _article(
        "thai-journal", thai_pages.journal, template="thai_journal", language="th", suits=_is_thai
    ),
    _article(
        "thai-journal-english",
        thai_pages.journal,
        template="thai_journal",
        language="th",
        suits=_is_english_in_thai_journal,
    ),
    _article(
        "thai-chat",
        desk_pages.chat(*thai_pages.THAI_STYLES, words=desk_pages.THAI_CHAT),
        template="chat",
        devices=("phone",),
        is_on_the_web=False,
        language="th",
        suits=_is_thai,
    ),
    _list(
        "thai-references",
        "references",
        list_pages.references(styles.thai_vancouver, manner="numbered", heading="เอกสารอ้างอิง"),
        most=10,
        devices=ANYWHERE,
        language="th",
        suits=_is_thai,
    ),
    _list(
        "thai-results",
        "thai_list",
        thai_pages.results,
        most=7,
        language="th",
        suits=_is_thai,
        is_held_back=True,
    ),
    _article(
        "thai-pdf",
        thai_pages.first_page,
        template="thai_pdf",
        devices=("paper",),
        is_on_the_web=False,
        language="th",
        suits=_is_thai,
        is_held_back=True,
    ),
)
LAYOUTS = (*ARTICLES, *LISTS, *DESKS, *THAI)
