"""Pages of several articles: search results, reference lists, tables of contents."""

from collections.abc import Callable
from typing import Any

from django.utils.safestring import mark_safe

from benchmarks.reading.draft import Draft
from benchmarks.reading.shown import ShownItem
from benchmarks.reading.styles import pubmed_source

HEADINGS = ("References", "REFERENCES", "Reference list", "Bibliography", "Literature cited")
HOSTS = (
    "lakeside.example",
    "hilltop.example",
    "press.example",
    "academic.example",
    "shelf.example",
    "Leaf Link",
    "Shelf",
    "Wharf Online Library",
    "journals.lake.example",
)
SCHOLAR_LINE = 34
LONGEST_TITLE = 120


def scholar(draft: Draft) -> dict[str, Any]:
    """Title, then authors - journal, year - site: the long ones end in an ellipsis."""
    return {
        "words": {"site": draft.rng.choice(("Scholar", "Academic Search", "Scholarly"))},
        "hits": [_hit(draft, item) for item in draft.items],
    }


def _hit(draft: Draft, item: ShownItem) -> dict[str, Any]:
    source = f"{_cut_journal(item)}, {item.year}"
    return {
        "item": item,
        "kind": draft.rng.choice(("", "", "", "HTML", "PDF", "CITATION")),
        "title": mark_safe(_cut_title(item)),
        "by": mark_safe(
            f"{as_many_authors(item, room=SCHOLAR_LINE)} - {source} - {draft.rng.choice(HOSTS)}"
        ),
        "snippet": "… " + draft.filler.snippet(),
        "count": draft.rng.randint(1, 900),
        "site": draft.rng.choice(HOSTS),
        "has_pdf": draft.chance(0.4),
    }


def _cut_title(item: ShownItem) -> str:
    title = item.article.title
    if len(title) <= LONGEST_TITLE:
        return item.part("title")
    shown = title[:LONGEST_TITLE].rsplit(" ", 1)[0]
    return item.field("title", shown, is_cut=True) + " …"


def as_many_authors(item: ShownItem, *, room: int) -> str:
    """As many names as so many letters have room for, in Scholar's form."""
    count = 0
    for author in item.article.authors:
        room -= len(author.scholar) + 2
        if count and room < 0:
            break
        count += 1
    return item.people(lambda author: author.scholar, most=count, others="…")


def _cut_journal(item: ShownItem) -> str:
    journal = item.article.journal_title
    if len(journal) <= SCHOLAR_LINE:
        return str(item.journal)
    shown = journal[: SCHOLAR_LINE - 2].rsplit(" ", 1)[0]
    return item.field("journal", shown, is_cut=True) + " …"


def pubmed_results(draft: Draft) -> dict[str, Any]:
    """Numbered hits with a box to tick, the source below the names."""
    first = draft.rng.choice((1, 1, 1, 11, 21))
    return {
        "words": {"site": draft.rng.choice(("PubMed", "PubMed®"))},
        "hits": [
            {
                "item": item,
                "number": str(first + number),
                "people": mark_safe(item.people(lambda author: author.vancouver)),
                "source": mark_safe(pubmed_source(item)),
                "free": draft.chance(0.3),
                "snippet": draft.filler.snippet() if draft.chance(0.7) else "",
            }
            for number, item in enumerate(draft.items)
        ],
    }


def table(draft: Draft) -> dict[str, Any]:
    """A database's hits as rows: title, authors, year, source."""
    return {
        "words": {"site": draft.rng.choice(("Scopia", "Web of Shelves", "CiteBase"))},
        "hits": [
            {
                "item": item,
                "number": str(number + 1),
                "people": mark_safe(
                    item.people(
                        lambda author: author.apa, between="; ", last="; ", most=5, others="; ..."
                    )
                ),
                "numbers": mark_safe(
                    f"{item.volume}{item.part('issue', '({})')}{item.part('pages', ', pp. {}')}"
                ),
                "spelled": mark_safe(
                    f"{item.part('volume', 'Volume {}')}{item.part('issue', ', Issue {}')}"
                    f"{item.part('pages', ', Page {}')}"
                ),
                "count": str(draft.rng.randint(0, 300)),
                "snippet": draft.filler.snippet(),
            }
            for number, item in enumerate(draft.items)
        ],
    }


def references(
    style: Callable[[ShownItem], str], *, manner: str, heading: str = ""
) -> Callable[[Draft], dict[str, Any]]:
    """A list of references in a style, "numbered" or "hanging"."""

    def context(draft: Draft) -> dict[str, Any]:
        first = draft.rng.choice((1, 1, 7, 23, 98))
        pattern = draft.rng.choice(("{}.", "{}.", "[{}]", "{}"))
        numbers = [pattern.format(first + n) if manner == "numbered" else "" for n in range(99)]
        return {
            "words": _list_words(draft, manner=manner, heading=heading),
            "refs": [
                {"item": item, "number": number, "text": mark_safe(style(item))}
                for item, number in zip(draft.items, numbers, strict=False)
            ],
        }

    return context


def _list_words(draft: Draft, *, manner: str, heading: str) -> dict[str, Any]:
    is_paper = draft.look.device == "paper"
    return {
        "manner": manner,
        "heading": heading or draft.rng.choice(HEADINGS),
        "before": draft.chance(0.3),
        "has_links": not is_paper and draft.chance(0.3),
        "columns": "2" if is_paper and draft.chance(0.4) else "1",
        "is_justified": is_paper and draft.chance(0.4),
        "size": str(draft.rng.choice((12, 13, 14)) if is_paper else draft.rng.choice((14, 15, 16))),
        "leading": draft.rng.choice(("1.25", "1.4", "1.55")),
        "gap": draft.rng.choice(("0.15", "0.5", "0.9")),
        "width": str(draft.rng.choice((700, 820, 980))),
    }


def contents(draft: Draft) -> dict[str, Any]:
    """The newest articles of a publisher, each with its source and its DOI."""
    return {
        "words": {"site": "Lakeside Journals"},
        "hits": [
            {"item": item, "people": mark_safe(item.people(lambda author: author.full))}
            for item in draft.items
        ],
    }
