"""What searches find: a library's full record, a graph of papers, a register of trials."""

from typing import Any

from django.utils.safestring import mark_safe

from benchmarks.reading.draft import Draft
from benchmarks.reading.shown import ShownItem
from benchmarks.reading.unseen.wording import (
    bracketed,
    comma_name,
    day,
    full_name,
    has_number,
    is_supplement,
    month,
    safe,
    words,
)

REGISTER_BEGAN = 1998
PLACES = ("Oxford: Quay Press", "Netherlands: Shelf B.V", "United States: Plasma Inc", "England")


def full_record(draft: Draft) -> dict[str, Any]:
    """A brief head, how to get it, then label and value: Creator, Is Part Of, Identifier."""
    item = draft.item
    rows = (
        ("Title", item.title),
        ("Creator", item.people(lambda author: author.inverted, between=" ; ", last=" ; ")),
        ("Subjects", draft.filler.keywords()),
        ("Is Part Of", _part_of(item)),
        ("Description", draft.filler.snippet()),
        ("Publisher", draft.rng.choice(PLACES)),
        ("Language", "English"),
        ("Identifier", _identifiers(item)),
        ("Source", draft.rng.choice(("Quay Journals Complete", "Open Directory of Journals"))),
    )
    return words(
        site=draft.rng.choice(("UniSearch", "Library Catalogue+", "SearchAll")),
        # The short head repeats the source only in some libraries.
        head=_part_of(item) if draft.chance(0.5) else "",
        people=item.people(lambda author: author.inverted, between=" ; ", last=" ; ", most=3,
                           others=" ; et al."),
        kind=draft.rng.choice(("ARTICLE", "Article", "PEER REVIEWED ARTICLE")),
        rows=[(label, mark_safe(value)) for label, value in rows if value],
        are_details_first=draft.chance(0.5),
        address="campus-library.example/discovery/fulldisplay?docid=cdi_"
        f"{draft.rng.randint(10**8, 10**9)}",
    )  # fmt: skip


def _part_of(item: ShownItem) -> str:
    """Journal, 2020-03, Vol.12 (3), p.412-419."""
    number = item.part("issue", ", {}" if is_supplement(item) else " ({})")
    pages = item.part("pages", ", p.{}" if not has_number(item) else ", Article {}")
    date = f"{item.year}-{item.article.month:02}"
    return f"{item.part('journal')}, {date}, Vol.{item.volume}{number}{pages}"


def _identifiers(item: ShownItem) -> str:
    parts = (
        item.part("issn", "ISSN: {}"),
        item.part("doi", "DOI: {}"),
        item.part("pmid", "PMID: {}"),
    )
    return "<br>".join(part for part in parts if part)


def graph_hits(draft: Draft) -> dict[str, Any]:
    """Title, the first people and "+4 authors", Medicine, Journal, 5 March 2020 in one line."""
    return words(
        site="Paper Atlas",
        query=draft.filler.keywords(),
        count=draft.filler.count(),
        address="www.paperatlas.example/search?q=&sort=relevance",
    ) | {"hits": [_graph_hit(draft, item) for item in draft.items]}


def _graph_hit(draft: Draft, item: ShownItem) -> dict[str, Any]:
    left = len(item.article.authors) - 3
    date = draft.rng.choice((f"{day(draft)} {month(item)} ", f"{month(item)} ", "", ""))
    return safe(
        item=item,
        people=item.people(full_name, most=3, others=f", <b>+{left} authors</b>"),
        source=draft.rng.choice((item.journal, item.journal, item.journal_short)),
        date=f"{date}{item.year}",
        field=draft.rng.choice(("Medicine", "Medicine, Biology", "Psychology", "")),
        gist=draft.filler.snippet(),
        count=str(draft.rng.randint(0, 900)),
        link=draft.rng.choice(("[PDF] Open reader", "View via Publisher", "View on archive")),
    )


def trial_hits(draft: Draft) -> dict[str, Any]:
    """Journal, 2020, 12(3), 412‐419 | added to the register: 30 April 2020 | 2020 Issue 4."""
    return words(
        site="The Evidence Shelf",
        count=draft.filler.count(),
        address="www.evidenceshelf.example/advanced-search/search-manager",
    ) | {"hits": [_trial_hit(draft, item, n) for n, item in enumerate(draft.items, start=1)]}


def _trial_hit(draft: Draft, item: ShownItem, number: int) -> dict[str, Any]:
    pages = item.part("pages", ", {}")
    added_year = max(item.article.year, REGISTER_BEGAN) + draft.rng.choice((0, 1))
    added = f"{draft.rng.choice((28, 30, 31))} {draft.rng.choice(('January', 'May', 'October'))}"
    return safe(
        item=item,
        number=str(number),
        people=item.people(comma_name, most=draft.rng.choice((6, 99)), others=", et al."),
        source=f"{item.journal}, {item.year}, {bracketed(item)}{pages}",
        added=f"added to REGISTER: {added} {added_year} | {added_year} Issue "
        f"{draft.rng.randint(1, 12):02}",
        links=draft.rng.choice(("PubMed", "Embase", "PubMed Embase", "CT.register")),
    )
