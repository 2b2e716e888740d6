"""The table of the pages nobody has seen."""

import random
from typing import Any

from benchmarks.reading.articles import Article, is_of_whole_issue, issue_of
from benchmarks.reading.draft import Layout
from benchmarks.reading.looks import Device
from benchmarks.reading.styles import vancouver
from benchmarks.reading.unseen import (
    bylines,
    databases,
    desks,
    documents,
    handmade,
    hits,
    houses,
    offices,
    pockets,
    prints,
    publishers,
    searches,
    stacks,
    tablets,
    talks,
    thai,
    thai_rooms,
    thai_shelves,
    tidings,
)

ANY_SCREEN: tuple[Device, ...] = ("desktop", "desktop", "phone")
AHEAD_OF_PRINT_BEGAN = 2006


def _has_pmid(article: Article) -> bool:
    return article.language == "en" and article.pmid is not None


def _is_thai(article: Article) -> bool:
    return article.language == "th"


def _is_of_thai_journal(article: Article) -> bool:
    return article.journal.thai_title is not None


def _is_of_known_issue(article: Article) -> bool:
    return article.language == "en" and is_of_whole_issue(article)


def _is_of_recent_issue(article: Article) -> bool:
    return _is_of_known_issue(article) and article.year >= AHEAD_OF_PRINT_BEGAN


def _is_of_known_thai_issue(article: Article) -> bool:
    return article.language == "th" and is_of_whole_issue(article)


def _one_issue(articles: list[Article], rng: random.Random) -> list[Article]:
    chosen = issue_of(rng.choice(articles))
    return [article for article in articles if issue_of(article) == chosen]


def _layout(name: str, context: Any, **options: Any) -> Layout:
    template = "unseen/" + options.pop("template", name).replace("-", "_")
    return Layout(name=name, template=template, context=context, frame="unseen/frame", **options)


def _article(name: str, context: Any, **options: Any) -> Layout:
    return _layout(name, context, **{"devices": ANY_SCREEN, **options})


def _hits(name: str, context: Any, *, most: int, **options: Any) -> Layout:
    return _layout(name, context, **{"fewest": 4, "most": most, **options})


def _desk(name: str, context: Any, **options: Any) -> Layout:
    return _layout(name, context, is_on_the_web=False, **options)


ARTICLES = (
    _article("page-direct", publishers.direct),
    _article("page-weekly", publishers.weekly),
    _article("page-clinic", publishers.clinic),
    _article("page-open", publishers.open_journal),
    _article("page-congress", publishers.congress),
    _article("page-evidence", publishers.evidence),
    _article("page-society", publishers.society),
    _article("page-stage", publishers.stage),
    _article("page-latin", publishers.latin),
    _article("page-bedside", databases.bedside),
    _article("page-shelf", tablets.shelf, devices=("desktop", "desktop", "tablet")),
    _article("page-wharf", tablets.wharf, devices=("phone", "phone", "tablet")),
    _article("page-summary", houses.summary),
    _article("page-cover", houses.cover),
    _article("page-till", houses.till),
    _article("page-archive", houses.archive),
    _article("page-pocket", pockets.society, devices=("phone",)),
)
RECORDS = (
    _article("record-europe", databases.europe, suits=_has_pmid),
    _article("record-ovid", databases.ovid, devices=("desktop",)),
    _article("record-abstracts", databases.abstracts, devices=("desktop",)),
    _article("card-network", databases.network),
    _article("card-graph", databases.graph),
    _article("record-tablet", tablets.abstract, devices=("tablet",), suits=_has_pmid),
    _desk("record-night", pockets.night, devices=("phone",), suits=_has_pmid),
    _article("record-full", stacks.full_record),
)
HITS = (
    _hits("hits-wide", hits.wide_hits, most=8),
    _hits("hits-table", hits.table_hits, most=10),
    _hits("hits-core", hits.core_hits, most=7),
    _hits("hits-phone", searches.phone_hits, most=6, devices=("phone",), suits=_has_pmid),
    _hits("hits-clipboard", searches.clipboard, most=6, suits=_has_pmid, template="hits-phone"),
    _hits("hits-scholar", searches.narrow_scholar, most=7, devices=("phone",)),
    _hits("hits-discovery", searches.discovery, most=8, devices=ANY_SCREEN),
    _hits("hits-aggregator", searches.aggregator, most=8),
    _hits("hits-buttons", bylines.ovid_hits, most=7),
    _hits("profile-papers", bylines.profile, most=12, devices=ANY_SCREEN),
    _hits(
        "contents-issue",
        hits.issue_contents,
        most=7,
        devices=("paper",),
        is_on_the_web=False,
        suits=_is_of_known_issue,
        group=_one_issue,
    ),
    _hits("hits-graph", stacks.graph_hits, most=8, devices=ANY_SCREEN),
    _hits("hits-trials", stacks.trial_hits, most=9),
    _hits(
        "contents-early",
        tidings.early,
        most=7,
        devices=ANY_SCREEN,
        suits=_is_of_recent_issue,
        group=_one_issue,
    ),
    _hits("mail-digest", tidings.digest, most=8, devices=ANY_SCREEN),
)
DOCUMENTS = (
    _desk("pdf-one-column", documents.one_column, devices=("paper",)),
    _desk("pdf-society", documents.society_page, devices=("paper",)),
    _desk(
        "word-hanging",
        documents.word(documents.long_apa, manner="hanging"),
        template="word",
        fewest=4,
        most=10,
    ),
    _desk(
        "word-numbered",
        documents.word(vancouver, manner="numbered"),
        template="word",
        fewest=4,
        most=12,
        devices=("desktop", "paper"),
    ),
    _desk(
        "word-internet",
        documents.word(documents.online_vancouver, manner="numbered"),
        template="word",
        fewest=4,
        most=9,
        devices=("paper",),
    ),
    _hits("list-buttons", documents.buttons_below, most=9, devices=ANY_SCREEN),
    _hits("list-encyclopedia", documents.encyclopedia_list, most=12, devices=ANY_SCREEN),
    _desk("slide-source", documents.slide),
    _desk("viewer-columns", prints.viewed),
    _desk("print-references", prints.printed_references, fewest=10, most=26, devices=("paper",)),
    _desk("print-guideline", prints.guideline, fewest=5, most=12, devices=("paper",)),
    _hits("list-bedside", bylines.clinical_references, most=10, devices=ANY_SCREEN),
)
DESKS = (
    _desk("manager-summary", desks.summary),
    _desk("manager-details", desks.details),
    _desk("manager-pane", desks.pane),
    _desk("chat-pasted", desks.pasted, devices=("phone",)),
    _desk("mail-request", desks.mailed, devices=ANY_SCREEN),
    _desk("manager-preview", offices.preview),
    _desk("sheet-cells", offices.cells, fewest=4, most=14),
    _article("form-request", offices.form),
    _desk("chat-thai-words", talks.thai_talk, most=3, devices=("phone", "phone", "desktop")),
    _hits("chat-assistant", talks.answer, fewest=3, most=6, devices=ANY_SCREEN),
    _desk("word-table", handmade.table, fewest=4, most=10, devices=("desktop", "paper")),
    _desk("slide-references", handmade.last_slide, fewest=2, most=4),
)
THAI = (
    _article("thai-article", thai.article, language="th", suits=_is_of_thai_journal),
    _hits(
        "thai-contents",
        thai.contents,
        most=7,
        language="th",
        devices=ANY_SCREEN,
        suits=_is_of_known_thai_issue,
        group=_one_issue,
    ),
    _desk("thai-figures", thai.first_page, language="th", devices=("paper",), suits=_is_thai),
    _desk(
        "thai-bibliography",
        documents.word(thai.reference, manner="hanging", headings=("บรรณานุกรม", "เอกสารอ้างอิง")),
        template="word",
        language="th",
        fewest=4,
        most=9,
        devices=("paper", "desktop"),
        suits=_is_of_thai_journal,
    ),
    _article("thai-repository", thai_shelves.repository, language="th", suits=_is_thai),
    _hits(
        "thai-found",
        thai_shelves.found,
        most=7,
        language="th",
        devices=ANY_SCREEN,
        suits=_is_of_thai_journal,
    ),
    _desk(
        "thai-bilingual",
        thai_shelves.bilingual_page,
        language="th",
        devices=("paper",),
        suits=_is_of_thai_journal,
    ),
    _article("thai-pocket", thai_rooms.pocket, language="th", devices=("phone",), suits=_is_thai),
    _article("thai-catalogue", thai_rooms.catalogue, language="th", suits=_is_thai),
    _hits("thai-index", thai_rooms.index, most=9, language="th", suits=_is_of_thai_journal),
)
UNSEEN_LAYOUTS = (*ARTICLES, *RECORDS, *HITS, *DOCUMENTS, *DESKS, *THAI)
