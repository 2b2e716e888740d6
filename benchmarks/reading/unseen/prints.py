"""Printed pages: a first page in a viewer's window, a journal's and a guideline's references."""

from typing import Any

from benchmarks.reading.draft import Draft
from benchmarks.reading.shown import ShownItem
from benchmarks.reading.styles import ama, vancouver
from benchmarks.reading.unseen.wording import full_name, has_number, issue, month, safe, words

HEADINGS = ("REFERENCES", "References", "Literature", "Further reading")
# So many references fill the columns of a printed page.
FILLED_PAGE = 18
GUIDES = (
    "National guideline for community care",
    "Clinical practice guideline, second edition",
    "Handbook of ward procedures",
)


def viewed(draft: Draft) -> dict[str, Any]:
    """Two columns below title and abstract, the source in the head or in the foot."""
    item = draft.item
    return words(
        site="viewer",
        name=draft.rng.choice(("main", "1-s2.0-S0140", "full", "article_download", "12_final")),
        head=draft.rng.choice(_heads(item)),
        is_at_foot=draft.chance(0.25),
        has_doi_above=draft.chance(0.5),
        doi=item.part("doi", draft.rng.choice(("https://doi.org/{}", "DOI: {}", "doi:{}"))),
        people=item.people(
            full_name, last=" and ", marks=("<sup>1</sup>", "<sup>2,*</sup>", "<sup>1,3</sup>")
        ),
        kind=draft.rng.choice(("Original article", "Research paper", "Review", "Clinical study")),
        pages=str(draft.rng.randint(6, 18)),
        zoom=str(draft.rng.choice((75, 90, 100, 110))),
        size=str(draft.rng.choice((13, 14, 15))),
        dates=f"Received {draft.filler.date()} {item.article.year - 1}; accepted "
        f"{draft.filler.date()} {item.article.year}",
    )


def _heads(item: ShownItem) -> tuple[str, ...]:
    pages = item.part("pages.dash")
    number = issue(item, "({})")
    return (
        f"{item.part('journal')} {item.volume} ({item.year}) {pages}",
        f"{item.part('journal.short')} ({item.year}) {item.volume}{number}: {pages}",
        f"{item.part('journal')} | Volume {item.volume}{issue(item, ' | Issue {}')} | "
        f"{month(item)} {item.year} | {_paged(item)}",
    )


def _paged(item: ShownItem) -> str:
    return item.part("pages.dash", "{}" if has_number(item) else "Pages {}")


def printed_references(draft: Draft) -> dict[str, Any]:
    """The end of somebody's article: two columns of small type, numbers hanging."""
    style = draft.rng.choice((vancouver, ama, _plain_vancouver))
    first = draft.rng.choice((1, 1, 9, 24))
    pattern = draft.rng.choice(("{}.", "{}.", "{}", "[{}]"))
    return words(
        head=draft.filler.title()[:60].rsplit(" ", 1)[0],
        page=str(draft.rng.randint(30, 900)),
        heading=draft.rng.choice(HEADINGS) if first == 1 else "",
        before=draft.filler.snippet() if first == 1 and draft.chance(0.5) else "",
        size=str(draft.rng.choice((11, 12, 13))),
        is_justified=draft.chance(0.5),
        is_balanced=len(draft.items) < FILLED_PAGE,
    ) | {
        "refs": [
            safe(item=item, number=pattern.format(first + number), text=style(item))
            for number, item in enumerate(draft.items)
        ]
    }


def _plain_vancouver(item: ShownItem) -> str:
    """Family AB, Family CD. Title. J Abbr 2020;12:412–419, without issue and DOI."""
    people = item.people(lambda author: author.vancouver, most=3, others=", et al")
    end = "" if item.article.title.endswith("?") else "."
    numbers = f"{item.year};{item.volume}{item.part('pages.dash', ':{}')}"
    return f"{people}. {item.title}{end} {item.journal_short} {numbers}."


def guideline(draft: Draft) -> dict[str, Any]:
    """Family, A.B. and Family, C.D. (2020) ‘Title’, Journal, 12(3), pp. 412–419."""
    ordered = sorted(draft.items, key=lambda item: item.article.authors[0].family)
    is_online = draft.chance(0.5)
    return words(
        head=draft.rng.choice(GUIDES),
        page=str(draft.rng.randint(30, 200)),
        heading=draft.rng.choice(("Bibliography", "References", "Sources of evidence")),
        size=str(draft.rng.choice((14, 15, 16))),
    ) | {"refs": [safe(item=item, text=_quoted(item, is_online)) for item in ordered]}


def _quoted(item: ShownItem, is_online: bool) -> str:
    people = item.people(
        lambda author: author.apa.replace(". ", "."), last=" and ", most=4, others=" <i>et al.</i>"
    )
    pages = item.part("pages.dash", ", {}" if has_number(item) else ", pp. {}")
    numbers = f"{item.volume}{item.part('issue', '({})')}{pages}"
    link = (
        " Available at: https://doi.org/{} (Accessed: 12 March 2024)" if is_online else " doi: {}"
    )
    source = f"<i>{item.part('journal')}</i>, {numbers}.{item.part('doi', link + '.')}"
    return f"{people} ({item.year}) &#8216;{item.title}&#8217;, {source}"
