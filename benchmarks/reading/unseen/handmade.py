"""What readers make themselves: a table of wanted articles, a lecture's slide of references."""

from typing import Any

from django.utils.safestring import SafeString, mark_safe

from benchmarks.reading.draft import Draft
from benchmarks.reading.shown import ShownItem
from benchmarks.reading.styles import ama, apa, vancouver
from benchmarks.reading.unseen.wording import bracketed, short_name, words

HEADINGS = (
    "รายการบทความที่ต้องการ",
    "Articles requested (Ward 7)",
    "Table 2. Studies included in the review",
    "แบบขอบทความวารสาร",
)
# What the columns are called in English and in Thai.
LABELS = {
    "number": ("No.", "ลำดับ"),
    "people": ("Author(s)", "ผู้แต่ง"),
    "year": ("Year", "ปี"),
    "title": ("Title", "ชื่อบทความ"),
    "journal": ("Journal, Vol(No): pages", "วารสาร ปีที่(ฉบับที่): หน้า"),
    "doi": ("DOI / PMID", "DOI / PMID"),
}


def table(draft: Draft) -> dict[str, Any]:
    """A ruled table in a word processor: number, people and year, title, journal, remark."""
    is_thai = draft.chance(0.4)
    has_doi = draft.chance(0.5)
    is_year_alone = draft.chance(0.5)
    columns = ["number", "people", *(["year"] if is_year_alone else []), "title", "journal"]
    columns += ["doi"] if has_doi else []
    return words(
        name=draft.rng.choice(("want list.docx", "ขอบทความ.docx", "Document1")),
        heading=draft.rng.choice(HEADINGS),
        labels=[LABELS[name][is_thai] for name in columns],
        size=str(draft.rng.choice((13, 14, 15))),
        is_shaded=draft.chance(0.5),
        is_word=draft.look.device == "desktop",
    ) | {
        "rows": [
            {
                "item": item,
                "cells": [_cell(item, name, is_year_alone=is_year_alone) for name in columns],
            }
            for item in draft.items
        ]
    }


def _cell(item: ShownItem, name: str, *, is_year_alone: bool) -> SafeString:
    year = "" if is_year_alone else f" ({item.year})"
    cells = {
        "number": str(item.number + 1),
        "people": item.people(short_name, most=3, others=" et al.") + year,
        "year": item.year,
        "title": item.title,
        "journal": f"{item.journal} {bracketed(item)}{item.part('pages', ': {}')}",
        "doi": item.doi or item.part("pmid", "PMID {}"),
    }
    return mark_safe(cells[name])


def last_slide(draft: Draft) -> dict[str, Any]:
    """The last slide of a lecture, in its window or before the audience."""
    style = draft.rng.choice((vancouver, apa, ama))
    return words(
        heading=draft.rng.choice(("References", "Reference", "เอกสารอ้างอิง", "Selected reading")),
        is_edited=draft.chance(0.5),
        is_deep=draft.chance(0.4),
        is_numbered=draft.chance(0.5),
        size=draft.rng.choice(("1.4", "1.7", "2")),
        slides=[draft.filler.title() for _ in range(5)],
        page=str(draft.rng.randint(18, 64)),
    ) | {"refs": [{"item": item, "text": mark_safe(style(item))} for item in draft.items]}
