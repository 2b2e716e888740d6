"""What a library's staff look at: a sheet of cells, a manager's preview, a request form."""

from typing import Any

from django.utils.safestring import SafeString, mark_safe

from benchmarks.reading.draft import Draft
from benchmarks.reading.shown import ShownItem
from benchmarks.reading.styles import ama, apa, vancouver
from benchmarks.reading.unseen.desks import manager
from benchmarks.reading.unseen.wording import full_name, short_name, words

# A column's label, its field and its width; the widths of numbers stay as they are.
TEXTS = {"title": 330, "people": 200, "journal": 170, "doi": 210}
NUMBERS = (
    ("Year", "year", 52),
    ("Vol", "volume", 48),
    ("Issue", "issue", 62),
    ("Pages", "pages", 92),
)
NAMES = ("ILL requests March", "Book1", "systematic review list", "articles")


def cells(draft: Draft) -> dict[str, Any]:
    """A row an article, a column a field; what is too long is wrapped, or cut by its cell."""
    is_wrapped = draft.chance(0.75)
    columns = _columns(draft, stretch=draft.rng.choice((0.85, 1, 1.2)) if is_wrapped else 1.7)
    first = draft.rng.choice((2, 2, 3, 14))
    return words(
        name=draft.rng.choice(NAMES),
        is_wrapped=is_wrapped,
        is_green=draft.chance(0.5),
        columns=columns,
        letters="ABCDEFGH",
        width=str(34 + sum(width for _, _, width in columns)),
        empty=[first + len(draft.items) + number for number in range(18)],
    ) | {
        "rows": [
            {
                "item": item,
                "number": first + number,
                "cells": [_cell(item, name) for _, name, _ in columns],
            }
            for number, item in enumerate(draft.items)
        ]
    }


def _columns(draft: Draft, *, stretch: float) -> list[tuple[str, str, int]]:
    widths = {name: round(width * stretch) for name, width in TEXTS.items()}
    title, people = ("Title", "title", widths["title"]), ("Authors", "people", widths["people"])
    return [
        *((title, people) if draft.chance(0.6) else (people, title)),
        ("Journal", "journal", widths["journal"]),
        *NUMBERS,
        ("DOI", "doi", widths["doi"]),
    ]


def _cell(item: ShownItem, name: str) -> SafeString:
    if name == "people":
        return mark_safe(item.people(short_name))
    return item.title if name == "title" else mark_safe(item.part(name))


def preview(draft: Draft) -> dict[str, Any]:
    """A list of references above, the open one below it, as the chosen style prints it."""
    style, name = draft.rng.choice(
        ((vancouver, "Vancouver"), (apa, "APA 7th"), (ama, "AMA 11th"), (_annotated, "Annotated"))
    )
    return manager(
        draft,
        text=style(draft.item),
        style=name,
        tabs=draft.rng.choice(("Reference Preview PDF", "Summary Edit PDF")),
    )


def _annotated(item: ShownItem) -> str:
    """Family, A. B., et al. (2020). "Title." Journal 12(3): 412-419."""
    people = item.people(lambda author: author.apa, last=" and ", most=6, others=", et al.")
    numbers = f"<b>{item.volume}</b>{item.part('issue', '({})')}{item.part('pages', ': {}')}"
    end = "" if item.article.title.endswith("?") else "."
    return f'{people} ({item.year}). "{item.title}{end}" <u>{item.journal}</u> {numbers}.'


def form(draft: Draft) -> dict[str, Any]:
    """A filled-in form: a label above or beside each value, small hints below some of them."""
    item = draft.item
    is_bilingual = draft.chance(0.4)
    rows = (
        ("ชื่อบทความ / ", "Article title", item.title, True, ""),
        ("ผู้แต่ง / ", "Article author(s)", item.people(full_name, most=6), False, ""),
        ("ชื่อวารสาร / ", "Journal title", item.journal, True, "No abbreviations, please"),
        ("", "ISSN", item.issn, False, "Example: 1234-5678"),
        ("ปีที่ (เล่มที่) / ", "Volume", item.volume, False, ""),
        ("ฉบับที่ / ", "Issue", item.issue, False, ""),
        ("ปี / ", "Year", item.year, True, ""),
        ("หน้า / ", "Pages", item.pages, False, ""),
        ("", "DOI", item.doi, False, "Starts with 10."),
        ("", "PMID", item.pmid, False, ""),
    )
    return words(
        site="Document Delivery",
        is_beside=draft.chance(0.5),
        is_wrapped=draft.chance(0.75),
        is_tight=draft.chance(0.5),
        reader=draft.rng.choice(("Wipa Jantarat", "P. Sukjai", "Ward 7 West")),
        rows=[
            (f"{thai if is_bilingual else ''}{label}", mark_safe(value), is_needed, hint)
            for thai, label, value, is_needed, hint in rows
        ],
        number=str(draft.rng.randint(10000, 99999)),
        address="library.campus.example/ill/request/new",
    )
