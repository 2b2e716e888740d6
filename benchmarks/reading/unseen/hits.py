"""Lists of hits in databases of abstracts, and the contents of an issue."""

from typing import Any

from benchmarks.reading.draft import Draft
from benchmarks.reading.shown import ShownItem
from benchmarks.reading.unseen.wording import (
    bracketed,
    comma_name,
    common,
    full_name,
    has_number,
    month,
    safe,
    shouted_journal,
    stopped_name,
    words,
)


def wide_hits(draft: Draft) -> dict[str, Any]:
    """Numbered hits: people with stopped initials, Journal 2020 12:3 (412-419)."""
    return words(site="Emtree Base", count=draft.filler.count()) | {
        "hits": [_wide_hit(draft, item, number + 1) for number, item in enumerate(draft.items)]
    }


def _wide_hit(draft: Draft, item: ShownItem, number: int) -> dict[str, Any]:
    return safe(
        item=item,
        number=str(number),
        people=item.people(stopped_name, most=6, others=", et al."),
        source=f"{item.journal} {item.year} {item.volume}{item.part('issue', ':{}')}"
        f"{item.part('pages', ' ({})')}",
        tags=draft.rng.choice(("Base &nbsp; MEDLINE", "MEDLINE", "Base")),
    )


def table_hits(draft: Draft) -> dict[str, Any]:
    """Rows of title, people and Journal, 2020, 12(3), pp. 412–419."""
    return words(site="Scopea", count=draft.filler.count()) | {
        "hits": [_table_hit(draft, item, number + 1) for number, item in enumerate(draft.items)]
    }


def _table_hit(draft: Draft, item: ShownItem, number: int) -> dict[str, Any]:
    return safe(
        item=item,
        number=str(number),
        people=item.people(lambda author: author.apa.replace(". ", "."), most=4, others=", ..."),
        source=f"<i>{item.part('journal')}</i>, {item.year}, {bracketed(item)}"
        + item.part("pages.dash", ", {}" if has_number(item) else ", pp. {}"),
        count=str(draft.rng.randint(0, 400)),
        kind=draft.rng.choice(("Article", "Review", "Article &bull; Open access")),
    )


def core_hits(draft: Draft) -> dict[str, Any]:
    """Family, AB; …; Mar 2020 | JOURNAL IN CAPITALS 12 (3) , pp.412-419."""
    return words(site="Web of Papers", count=draft.filler.count()) | {
        "hits": [_core_hit(draft, item, number + 1) for number, item in enumerate(draft.items)]
    }


def _core_hit(draft: Draft, item: ShownItem, number: int) -> dict[str, Any]:
    pages = item.part("pages", ", {}" if has_number(item) else ", pp.{}")
    journal = shouted_journal(item)
    return safe(
        item=item,
        number=str(number),
        people=item.people(
            comma_name, between="; ", last=" and ", most=3, others="; (...); ", keeps_last=True
        ),
        source=f"{item.article.month_name} {item.year} | {journal} {item.volume}"
        f"{item.part('issue', ' ({})')} {pages}",
        count=str(draft.rng.randint(0, 300)),
        snippet=draft.filler.snippet(),
    )


def issue_contents(draft: Draft) -> dict[str, Any]:
    """The contents of one printed issue, the first page of each article at the right."""
    ordered = sorted(draft.items, key=lambda item: int(item.article.pages.split("-")[0]))
    return words(
        journal=common(ordered, "journal"),
        volume=common(ordered, "volume"),
        issue=common(ordered, "issue"),
        year=common(ordered, "year"),
        month=month(ordered[0]),
        issn=common(ordered, "issn"),
        site="Contents",
    ) | {
        "hits": [
            safe(
                item=item,
                people=item.people(full_name, most=8),
                page=item.field("pages", item.article.pages.split("-")[0], is_cut=True),
            )
            for item in ordered
        ]
    }
