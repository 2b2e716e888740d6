"""Records of one article in databases and networks of readers."""

from typing import Any

from django.utils.safestring import mark_safe

from benchmarks.reading.draft import Draft
from benchmarks.reading.unseen.wording import (
    bracketed,
    day,
    degrees,
    ended_title,
    full_name,
    has_number,
    issue,
    month,
    short_name,
    words,
)


def europe(draft: Draft) -> dict[str, Any]:
    """People, then Journal, 12 Mar 2020, 12(3):412-419, DOI and PMID in one line."""
    item = draft.item
    date = f"{day(draft):02} {item.article.month_name} {item.year}"
    return words(
        site="Europe Life Papers",
        title=ended_title(item),
        people=item.people(short_name, marks=("<sup>1</sup>", " &#9737;", "<sup>2</sup>")),
        source=f"{item.part('journal')}, {date}, {bracketed(item)}{item.part('pages', ':{}')}",
        doi=item.part("doi", "https://doi.org/{}"),
        pmid=item.part("pmid", "PMID: {}"),
        address=item.part("pmid", "www.lifepapers.example/article/MED/{}"),
    )


def ovid(draft: Draft) -> dict[str, Any]:
    """A complete reference: one label and value below the other."""
    item = draft.item
    date = f"{item.year} {item.article.month_name}"
    source = f"{item.part('journal')}. {bracketed(item)}{item.part('pages', ':{}')}, {date}."
    rows = (
        ("Unique Identifier", item.part("pmid")),
        ("Title", ended_title(item)),
        ("Source", source),
        ("Version ID", "1"),
        ("Status", draft.rng.choice(("MEDLINE", "In-Process", "PubMed-not-MEDLINE"))),
        ("Authors", item.people(lambda author: author.inverted, between="; ", last="; ")),
        ("Institution", draft.filler.address()),
        ("Digital Object Identifier", item.part("doi")),
        ("Publication Type", draft.rng.choice(("Journal Article.", "Multicenter Study."))),
        ("ISSN Linking", item.part("issn")),
        ("Abstract", draft.filler.abstract()),
    )
    return words(site="Ovation", rows=_filled_rows(rows))


def abstracts(draft: Draft) -> dict[str, Any]:
    """Journal • Open Access • Volume 12, Issue 3, Pages 412 - 419 • March 2020, ISSN, DOI."""
    item = draft.item
    pages = item.part("pages", ", Article number {}" if has_number(item) else ", Pages {}")
    date = f"{month(item)} {item.year}"
    return words(
        site="Scopea",
        source=f"{item.journal} &bull; {draft.rng.choice(('Open Access', 'Article'))} &bull; "
        f"Volume {item.volume}{issue(item, ', Issue {}')}{pages} &bull; {date}",
        people=item.people(
            lambda author: author.inverted,
            between="; ",
            last="; ",
            marks=("<sup>a</sup>", "<sup>b</sup>"),
        ),
        facts=_filled_rows(
            (
                ("Document type", "Article &bull; Gold Open Access"),
                ("Source type", "Journal"),
                ("ISSN", item.field("issn", item.article.journal.issns[0].replace("-", ""))),
                ("DOI", item.part("doi")),
                ("Original language", "English"),
            )
        ),
    )


def bedside(draft: Draft) -> dict[str, Any]:
    """Journal, March 2020, Volume 12, Issue 3, Pages 412-419, on the page of a clinical library."""
    item = draft.item
    pages = item.part("pages", ", {}" if has_number(item) else ", Pages {}")
    numbers = f"Volume {item.volume}{issue(item, ', Issue {}')}{pages}"
    return words(
        site="BedsideKey",
        people=item.people(full_name, marks=degrees(item, (" MD", " PhD", " MD, FACC", " RN"))),
        source=f"{item.part('journal')}, {month(item)} {item.year}, {numbers}",
        copyright=f"Copyright &copy; {item.article.year + draft.rng.choice((-1, 0))}",
    )


def network(draft: Draft) -> dict[str, Any]:
    """Article | PDF available; March 2020 · Journal 12(3):412-419; DOI: …"""
    item = draft.item
    return words(
        site="ScholarNet",
        source=f"{month(item)} {item.year} &middot; <a>{item.journal}</a> {bracketed(item)}"
        f"{item.part('pages', ':{}')}",
        doi=item.part("doi", "DOI: {}"),
        people=item.people(full_name, between="<br>", last="<br>", most=6, others="<br>Show all"),
        reads=str(draft.rng.randint(12, 4000)),
    )


def graph(draft: Draft) -> dict[str, Any]:
    """DOI and corpus number above the title; "Published in Journal 1 March 2020" below."""
    item = draft.item
    return words(
        site="Paper Graph",
        doi=item.part("doi", "DOI: {}"),
        corpus=str(draft.rng.randint(10**6, 10**9)),
        people=item.people(
            full_name, most=3, others=f", <a>+{max(1, len(item.article.authors) - 3)} authors</a>"
        ),
        source=f"{item.part('journal')} &middot; {day(draft)} {month(item)} {item.year}",
        count=str(draft.rng.randint(2, 900)),
    )


def _filled_rows(rows: tuple[tuple[str, str], ...]) -> list[tuple[str, Any]]:
    """Those that have a value."""
    return [(label, mark_safe(value)) for label, value in rows if value]
