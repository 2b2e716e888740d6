"""Lists of hits on phones and in the catalogues of libraries."""

from typing import Any

from benchmarks.reading.draft import Draft
from benchmarks.reading.list_pages import as_many_authors
from benchmarks.reading.shown import ShownItem
from benchmarks.reading.styles import pubmed_source
from benchmarks.reading.unseen.wording import (
    ended_title,
    is_supplement,
    safe,
    short_name,
    words,
)

LONGEST_BY = 38
LONGEST_TITLE = 100


def phone_hits(draft: Draft) -> dict[str, Any]:
    """Numbered hits on a narrow screen, PMID behind the source."""
    return words(site="PubMed", count=draft.filler.count(), keywords=draft.filler.keywords()) | {
        "hits": [_medical_hit(draft, item, n, most=3) for n, item in enumerate(draft.items)]
    }


def clipboard(draft: Draft) -> dict[str, Any]:
    """The hits that a reader has kept, all people named."""
    return words(site="PubMed", count=str(len(draft.items)), keywords="") | {
        "hits": [_medical_hit(draft, item, n, most=99) for n, item in enumerate(draft.items)]
    }


def _medical_hit(draft: Draft, item: ShownItem, number: int, *, most: int) -> dict[str, Any]:
    return safe(
        item=item,
        number=str(number + 1),
        title=ended_title(item),
        people=item.people(short_name, most=most, others=", et al") + ".",
        source=pubmed_source(item),
        pmid=item.part("pmid", " PMID: {}"),
        remark=draft.rng.choice(("", "", " Review.", " Free article.", " Free PMC article.")),
        snippet=draft.filler.snippet() if draft.chance(0.5) else "",
    )


def narrow_scholar(draft: Draft) -> dict[str, Any]:
    """Title, then AB Family, CD Family… - Journal, 2020 - site, cut where the line ends."""
    return words(site="Scholar") | {
        "is_dark": draft.chance(0.6),
        "hits": [_narrow_hit(draft, item) for item in draft.items],
    }


def _narrow_hit(draft: Draft, item: ShownItem) -> dict[str, Any]:
    return safe(
        item=item,
        title=_cut(item, "title", item.article.title, LONGEST_TITLE),
        people=as_many_authors(item, room=LONGEST_BY),
        source=_cut(item, "journal", item.article.journal_title, 30),
        host=draft.rng.choice(("readstream.example", "horizons.example", "society.example")),
        count=str(draft.rng.randint(1, 600)),
        snippet=draft.filler.snippet(),
    )


def _cut(item: ShownItem, name: str, text: str, most: int) -> str:
    if len(text) <= most:
        return item.part(name)
    return item.field(name, text[:most].rsplit(" ", 1)[0], is_cut=True) + " …"


def discovery(draft: Draft) -> dict[str, Any]:
    """Family, Given ; Family, Given; Journal, 2020-03, Vol.12 (3), p.412-419."""
    return words(site=draft.rng.choice(("OneFind", "Library Search", "Discover"))) | {
        "hits": [_found(draft, item, number + 1) for number, item in enumerate(draft.items)]
    }


def _found(draft: Draft, item: ShownItem, number: int) -> dict[str, Any]:
    return safe(
        item=item,
        number=str(number),
        people=item.people(
            lambda author: author.inverted,
            between=" ; ",
            last=" ; ",
            most=6,
            others=" ; et al",
        ),
        source=f"{item.journal}, {item.year}-{item.article.month:02}, Vol.{item.volume}"
        + item.part("issue", ", {}" if is_supplement(item) else " ({})")
        + item.part("pages", ", p.{}"),
        is_open=draft.chance(0.5),
    )


def aggregator(draft: Draft) -> dict[str, Any]:
    """By: Family, Given; … In: Journal. Mar2020, Vol. 12 Issue 3, p412-419. 8p. DOI: …"""
    return words(site="HostSearch") | {
        "hits": [_aggregated(draft, item, number + 1) for number, item in enumerate(draft.items)]
    }


def _aggregated(draft: Draft, item: ShownItem, number: int) -> dict[str, Any]:
    return safe(
        item=item,
        number=str(number),
        title=ended_title(item),
        people=item.people(
            lambda author: author.inverted,
            between="; ",
            last="; ",
            most=10,
            others="; et al",
        ),
        source=f"{item.part('journal')}. {_run_together(item)}",
        doi=item.part("doi", " DOI: {}."),
        subjects=draft.filler.keywords(),
    )


def _run_together(item: ShownItem) -> str:
    """Mar2020, Vol. 12 Issue 3, p412-419. 8p."""
    pages = item.part("pages", ", p{}.")
    number = item.part("issue", ", {}" if is_supplement(item) else " Issue {}")
    return f"{item.article.month_name}{item.year}, Vol. {item.volume}{number}{pages}"
