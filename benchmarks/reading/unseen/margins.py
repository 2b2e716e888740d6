"""A printed first page whose facts stand in a narrow margin beside the abstract."""

from typing import Any

from benchmarks.reading.draft import Draft
from benchmarks.reading.shown import ShownItem
from benchmarks.reading.unseen.wording import (
    dotted_journal,
    full_name,
    has_number,
    month,
    short_name,
    words,
)
from benchmarks.reading.words import Stock

RAISED = ("<sup>1</sup>", "<sup>1,2,</sup>*", "<sup>2</sup>", "<sup>3</sup>")


def margin(draft: Draft) -> dict[str, Any]:
    """How to cite it, editor and dates at the left; the source again in the foot."""
    item = draft.item
    is_semicolon = draft.chance(0.5)
    first = item.article.authors[0].family
    return words(
        site="article",
        is_open=not is_semicolon,
        kind=draft.rng.choice(("Article", "Review", "RESEARCH ARTICLE", "Communication")),
        people=item.people(full_name, last=" and " if is_semicolon else ", ", marks=RAISED),
        cite=_semicolons(item) if is_semicolon else _public(item),
        editor=f"{draft.rng.choice(Stock('names', draft.split).words('given'))} "
        f"{draft.rng.choice(Stock('names', draft.split).words('family'))}",
        received=f"{draft.filler.date()} {item.article.year - 1}",
        published=f"{draft.filler.date()} {item.article.year}",
        copyright=f"&copy; {item.article.year} by the authors."
        if is_semicolon
        else f"&copy; {item.article.year} {first} et al.",
        foot=_semicolon_foot(item) if is_semicolon else _public_foot(item),
        size=str(draft.rng.choice((13, 14))),
    )


def _semicolons(item: ShownItem) -> str:
    """Family, A.B.; Family, C.D. Title. J. Abbr. 2020, 12, 412–419. https://doi.org/…"""
    people = item.people(
        lambda author: author.apa.replace(". ", "."), between="; ", last="; ", most=10,
        others="; et al.",
    )  # fmt: skip
    end = "" if item.article.title.endswith("?") else "."
    numbers = f"<b>{item.year}</b>, <i>{item.volume}</i>{item.part('pages.dash', ', {}')}"
    source = f"<i>{dotted_journal(item)}</i> {numbers}."
    return f"{people} {item.title}{end} {source}{item.part('doi', ' https://doi.org/{}')}"


def _public(item: ShownItem) -> str:
    """Family AB, Family CD (2020) Title. Journal 12(3): e101. https://doi.org/…"""
    people = item.people(short_name, most=5, others=", et al.")
    end = "" if item.article.title.endswith("?") else "."
    numbers = f"{item.volume}{item.part('issue', '({})')}{item.part('pages', ': {}')}"
    return f"{people} ({item.year}) {item.title}{end} {item.journal} {numbers}." + item.part(
        "doi", " https://doi.org/{}"
    )


def _semicolon_foot(item: ShownItem) -> str:
    numbers = f"<b>{item.year}</b>, <i>{item.volume}</i>{item.part('pages.dash', ', {}')}"
    return f"<i>{dotted_journal(item)}</i> {numbers}.{item.part('doi', ' https://doi.org/{}')}"


def _public_foot(item: ShownItem) -> str:
    date = f"{month(item)} {item.article.month * 2 + 1}, {item.year}"
    page = " 1 / 14" if has_number(item) else ""
    return f"{item.journal} | {item.part('doi', 'https://doi.org/{} | ')}{date} &nbsp;{page}"
