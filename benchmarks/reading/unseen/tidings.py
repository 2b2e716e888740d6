"""What journals tell their readers: articles ahead of print, an alert by e-mail."""

from typing import Any

from benchmarks.reading.draft import Draft
from benchmarks.reading.shown import ShownItem
from benchmarks.reading.unseen.wording import (
    common,
    day,
    full_name,
    has_number,
    issue,
    month,
    safe,
    tight_initials,
    words,
)

KINDS = ("Original Article", "Research Paper", "Review", "Short Communication", "Case Report")


def early(draft: Draft) -> dict[str, Any]:
    """One journal's articles before they have a volume: date and DOI below the names."""
    verb = draft.rng.choice(("Published online", "First published", "Available online"))
    return words(
        site="Harbour Journals",
        address=f"www.harbourjournals.example/toc/{draft.item.article.journal.letters}/0/0",
        journal=common(draft.items, "journal"),
        issn=common(draft.items, "issn", "ISSN: {}") if draft.chance(0.5) else "",
        heading=draft.rng.choice(("Online First", "Articles in Press", "Latest articles")),
        is_boxed=draft.chance(0.5),
    ) | {
        "hits": [
            safe(
                item=item,
                kind=draft.rng.choice(KINDS),
                people=item.people(full_name, last=" &amp; ", most=8, others=" &amp; others"),
                date=f"{verb}: {day(draft):02} {item.article.month_name} {item.year}",
                doi=item.part("doi", "<a>https://doi.org/{}</a>"),
            )
            for item in draft.items
        ]
    }


def digest(draft: Draft) -> dict[str, Any]:
    """A mail of new articles: title, Journal, Volume 12, Issue 3, March 2020, names, buttons."""
    topic = draft.filler.keywords()
    return words(
        site="Mail",
        address=f"mail.campus.example/u/0/inbox/{draft.rng.randint(10**8, 10**9)}",
        is_by_topic=draft.chance(0.5),
        topic=topic,
        subject=draft.rng.choice(
            (f"Your search alert: {topic}", "New articles for you", "Weekly citation alert")
        ),
        sender=draft.rng.choice(("alerts@quaylibrary.example", "Quay Alerts", "no-reply")),
        date=f"{draft.filler.date()} 2024",
        count=str(len(draft.items)),
    ) | {"hits": [_told(draft, item, n) for n, item in enumerate(draft.items, start=1)]}


def _told(draft: Draft, item: ShownItem, number: int) -> dict[str, Any]:
    pages = item.part("pages", ", {}" if has_number(item) else ", Pages {}")
    return safe(
        item=item,
        number=str(number),
        people=item.people(tight_initials, most=draft.rng.choice((4, 99)), others=", ..."),
        source=f"<i>{item.part('journal')}</i>, Volume {item.volume}{issue(item, ', Issue {}')}, "
        f"{month(item)} {item.year}{pages}",
        kind=draft.rng.choice(("Research article", "Review article", "Open access")),
        doi=item.part("doi", "https://doi.org/{}"),
    )
