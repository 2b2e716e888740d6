"""Lists of articles: a profile, a database's hits, the references of a clinical summary."""

from typing import Any

from benchmarks.reading.draft import Draft
from benchmarks.reading.shown import ShownItem
from benchmarks.reading.unseen.wording import (
    bracketed,
    ended_title,
    safe,
    short_name,
    words,
)

LONGEST_BY = 64
LONGEST_SOURCE = 58


def profile(draft: Draft) -> dict[str, Any]:
    """Title, people and Journal 12 (3), 412-419 in one column, citations and year in others."""
    ordered = sorted(draft.items, key=lambda item: -item.article.year)
    by_citations = draft.chance(0.6)
    counts = sorted((draft.rng.randint(0, 700) for _ in ordered), reverse=True)
    return words(
        site="Scholar",
        name=f"{draft.filler.address().partition(',')[0]}",
        place=draft.filler.address().rpartition(", ")[2],
        keywords=draft.filler.keywords(),
        total=str(draft.rng.randint(800, 9000)),
    ) | {
        "hits": [
            safe(
                item=item,
                people=_as_many_people(item),
                source=_profile_source(item),
                count=str(count or ""),
            )
            for item, count in zip(draft.items if by_citations else ordered, counts, strict=True)
        ]
    }


def _as_many_people(item: ShownItem) -> str:
    """AB Family, CD Family, ... as far as one line has room."""
    room, count = LONGEST_BY, 0
    for author in item.article.authors:
        room -= len(author.scholar) + 2
        if count and room < 0:
            break
        count += 1
    return item.people(lambda author: author.scholar, most=count, others=", ...")


def _profile_source(item: ShownItem) -> str:
    """Journal 12 (3), 412-419, cut inside the journal where it is long."""
    journal = item.article.journal_title
    room = LONGEST_SOURCE - len(item.article.volume + item.article.pages) - 8
    shown = (
        item.part("journal")
        if len(journal) <= room
        else item.field("journal", journal[:room].rsplit(" ", 1)[0], is_cut=True) + " …"
    )
    return f"{shown} {item.volume}{item.part('issue', ' ({})')}{item.part('pages', ', {}')}"


def ovid_hits(draft: Draft) -> dict[str, Any]:
    """Title. People. Journal. 12(3):412-419, 2020 Mar. [Kind] UI: …; buttons at the right."""
    first = draft.rng.choice((1, 1, 11, 21))
    return words(site="Ovation", count=draft.filler.count(), query=draft.filler.keywords()) | {
        "hits": [
            safe(
                item=item,
                number=f"{first + number}.",
                title=ended_title(item),
                people=item.people(short_name, between="; ", last="; ", most=8, others="; et al"),
                source=f"{item.part('journal')}. {bracketed(item)}{item.part('pages', ':{}')}, "
                f"{item.year} {item.article.month_name}.",
                kind=draft.rng.choice(("[Journal Article]", "[Review]", "[Multicenter Study]")),
                pmid=item.part("pmid", "UI: {}"),
            )
            for number, item in enumerate(draft.items)
        ]
    }


def clinical_references(draft: Draft) -> dict[str, Any]:
    """People. Title as a link. J Abbr 2020; 12:412, the first page alone, as summaries print it."""
    first = draft.rng.choice((1, 1, 14, 37))
    return words(site="UpToBedside", topic=draft.filler.title()) | {
        "hits": [
            safe(
                item=item,
                number=f"{first + number}.",
                people=item.people(short_name, most=3, others=", et al"),
                title=ended_title(item),
                source=f"{item.journal_short} {item.year}; {item.volume}{_first_page(item)}.",
                pmid=item.part("pmid", " PMID <a>{}</a>"),
            )
            for number, item in enumerate(draft.items)
        ]
    }


def _first_page(item: ShownItem) -> str:
    first, dash, _ = item.article.pages.partition("-")
    return ":" + item.field("pages", first, is_cut=bool(dash)) if first else ""
