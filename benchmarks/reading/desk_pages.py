"""What people have open beside the browser: reference managers and chats."""

from collections.abc import Callable
from typing import Any

from django.utils.safestring import mark_safe

from benchmarks.reading.draft import Draft
from benchmarks.reading.shown import ShownItem
from benchmarks.reading.styles import ama, apa, vancouver

Style = Callable[[ShownItem], str]

# Which label each field has in the window of a kind of reference manager.
ENDNOTE_LABELS = {
    "kind": "Reference Type", "authors": "Author", "year": "Year", "title": "Title",
    "journal": "Journal", "volume": "Volume", "issue": "Issue", "pages": "Pages",
    "issn": "ISSN", "doi": "DOI", "pmid": "Accession Number",
}  # fmt: skip
ZOTERO_LABELS = {
    "kind": "Item Type", "title": "Title", "authors": "Author", "journal": "Publication",
    "volume": "Volume", "issue": "Issue", "pages": "Pages", "year": "Date",
    "short": "Journal Abbr", "doi": "DOI", "issn": "ISSN",
}  # fmt: skip


def endnote(draft: Draft) -> dict[str, Any]:
    """A list of titles, and the open one as labels above or beside their values."""
    return _manager(draft, ENDNOTE_LABELS, is_table=draft.chance(0.5), label_side="left")


def zotero(draft: Draft) -> dict[str, Any]:
    """The same with grey labels in a column, flush right."""
    return _manager(draft, ZOTERO_LABELS, is_table=True, label_side="right")


def _manager(
    draft: Draft, labels: dict[str, str], *, is_table: bool, label_side: str
) -> dict[str, Any]:
    return {
        "words": {
            "site": draft.rng.choice(("RefShelf", "CiteBox", "Papers & Notes")),
            "pane": str(draft.rng.choice((320, 380, 460))),
            "label_width": str(draft.rng.choice((92, 110, 130))),
            "label_side": label_side,
            "is_table": is_table,
        },
        "rows": _rows(draft),
        "labels": _labelled(draft.item, labels),
        "count": str(draft.rng.randint(12, 2400)),
    }


def card(draft: Draft) -> dict[str, Any]:
    """The open article as a card that reads like a reference."""
    return {"words": {"site": "CiteBox"}, "rows": _rows(draft)}


def _rows(draft: Draft) -> list[dict[str, Any]]:
    """The open article's row among others; the columns cut what is too long."""
    article = draft.item.article
    rows: list[dict[str, Any]] = [_other_row(draft) for _ in range(9)]
    own = {
        "author": article.authors[0].family,
        "year": str(article.year),
        "title": article.title,
        "journal": article.journal_title,
        "is_open": True,
    }
    rows.insert(draft.rng.randint(0, 5), own)
    return rows


def _other_row(draft: Draft) -> dict[str, Any]:
    return {
        "author": draft.rng.choice(("Stillwater", "Fernhill", "Oakley", "Marsh", "Brook")),
        "year": str(draft.rng.randint(1998, 2024)),
        "title": draft.filler.title(),
        "journal": draft.rng.choice(("Imag Sleep J", "Fict Garden Med", "Ann Invent")),
    }


def _labelled(item: ShownItem, labels: dict[str, str]) -> list[tuple[str, str]]:
    """Label and value of every field that has a value, in the order of the labels."""
    values = {
        "kind": "Journal Article",
        "authors": item.authors_in_lines,
        "short": item.journal_short,
        **{name: getattr(item, name) for name in ("title", "journal", "year", "volume", "issue")},
        **{name: getattr(item, name) for name in ("pages", "issn", "doi", "pmid")},
    }
    return [(label, values[name]) for name, label in labels.items() if values[name]]


def chat(*styles: Style, words: dict[str, tuple[str, ...]]) -> Callable[[Draft], dict[str, Any]]:
    """A citation that somebody sends in a chat, between other messages."""

    def context(draft: Draft) -> dict[str, Any]:
        drawn = {name: draft.rng.choice(choices) for name, choices in words.items()}
        style = draft.rng.choice(styles)
        return {
            "words": drawn
            | {
                "citation": mark_safe(style(draft.item)),
                "size": str(draft.rng.choice((15, 16, 17))),
                "count": str(draft.rng.randint(3, 40)),
                "is_mine": draft.chance(0.4),
            }
        }

    return context


ENGLISH_CHAT = {
    "name": ("Ward 7", "Journal club", "Library desk", "Thesis group"),
    "day": ("Today", "Yesterday", "Mon, 3 Feb"),
    "before": ("Can someone find this one?", "Please get me", "This article:", "Hello! One more"),
    "after": ("Thank you!", "Needed by Friday", "ok", ""),
}
THAI_CHAT = {
    "name": ("ห้องสมุด", "กลุ่มวิทยานิพนธ์", "หอผู้ป่วย 7"),
    "day": ("วันนี้", "เมื่อวาน"),
    "before": ("ขอบทความนี้ค่ะ", "รบกวนหาบทความให้หน่อยครับ", "เรื่องนี้ค่ะ"),
    "after": ("ขอบคุณค่ะ", "ได้เลยครับ", ""),
}
ENGLISH_STYLES = (vancouver, apa, ama)
