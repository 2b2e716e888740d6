"""How pages put an article's numbers and names into words."""

import re
from collections.abc import Sequence
from typing import Any

from django.utils.safestring import SafeString, mark_safe

from benchmarks.reading.draft import Draft
from benchmarks.reading.people import Author
from benchmarks.reading.shown import ShownItem

LONG_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def words(**all_words: Any) -> dict[str, Any]:
    """The words of a page; strings are HTML made from marked fields."""
    return {"words": safe(**all_words)}


def safe(**all_words: Any) -> dict[str, Any]:
    """The same for one item of a list."""
    return {
        name: mark_safe(word) if isinstance(word, str) else word for name, word in all_words.items()
    }


def ended_title(item: ShownItem) -> str:
    """The title with a full stop, unless it ends in a mark of its own."""
    return item.title + ("" if item.article.title.endswith(("?", "!")) else ".")


def common(items: Sequence[ShownItem], name: str, pattern: str = "{}") -> SafeString:
    """A field that a page prints once for all its items."""
    inner = items[0].text(name)
    for item in items:
        mark = f'data-common data-item="{item.number}" data-field="{name.split(".")[0]}"'
        inner = f"<span {mark}>{inner}</span>"
    return mark_safe(pattern.format(inner))


def has_number(item: ShownItem) -> bool:
    """Whether the journal numbers its articles instead of its pages."""
    return item.article.journal.numbering != "pages"


def is_supplement(item: ShownItem) -> bool:
    """Whether the issue is a supplement without a number of its own."""
    return (item.article.issue or "").startswith("Suppl")


def issue(item: ShownItem, pattern: str) -> str:
    """The issue in its pattern; a supplement follows a comma, under its own name."""
    return item.part("issue", ", {}" if is_supplement(item) else pattern)


def bracketed(item: ShownItem) -> str:
    """12(3), and 12 Suppl 1."""
    return f"{item.volume}{item.part('issue', ' {}' if is_supplement(item) else '({})')}"


def month(item: ShownItem) -> str:
    """The month in full."""
    return LONG_MONTHS[item.article.month - 1]


def dotted_journal(item: ShownItem) -> str:
    """The abbreviation with its full stops: Nord. Heart J."""
    whole = set(re.sub("[,:']", "", item.article.journal.title).split())
    short = item.article.journal.abbreviation.split()
    if len(short) < 2:
        return item.part("journal.short")
    dotted = " ".join(word if word in whole else f"{word}." for word in short)
    return item.field("journal", dotted)


def shouted_journal(item: ShownItem) -> str:
    """The journal's name in capital letters."""
    return item.field("journal", item.article.journal_title.upper())


def degrees(item: ShownItem, ladder: Sequence[str]) -> list[str]:
    """A degree for each author in turn; a group has none."""
    people = item.article.authors
    return [ladder[n % len(ladder)] if author.given else "" for n, author in enumerate(people)]


def full_name(author: Author) -> str:
    """Given name first."""
    return author.full


def short_name(author: Author) -> str:
    """Family name and initials, without stops."""
    return author.vancouver


def comma_name(author: Author) -> str:
    """Family, AB: a comma and initials without stops."""
    if author.is_thai or not author.given:
        return author.full
    return f"{author.family}, {author.initials}"


def stopped_name(author: Author) -> str:
    """Family A.B.: initials with stops and no comma."""
    if author.is_thai or not author.given:
        return author.full
    return f"{author.family} " + "".join(f"{letter}." for letter in author.initials)


def tight_initials(author: Author) -> str:
    """A.B. Family: initials with stops and no space between them."""
    return author.ieee.replace(". ", ".", author.ieee.count(". ") - 1)


def day(draft: Draft) -> int:
    """A day that every month has."""
    return draft.rng.randint(1, 28)
