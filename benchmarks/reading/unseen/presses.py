"""More publishers' pages of one article: ruled boxes, online journals, old presses, peer review."""

from typing import Any

from benchmarks.reading.draft import Draft
from benchmarks.reading.shown import ShownItem
from benchmarks.reading.styles import vancouver
from benchmarks.reading.unseen.wording import (
    bracketed,
    day,
    degrees,
    full_name,
    has_number,
    is_supplement,
    issue,
    month,
    short_name,
    words,
)
from benchmarks.reading.words import Stock

RAISED_DEGREES = (
    "<sup>1</sup>, MD, PhD", "<sup>1,2</sup>, MSc", "<sup>3</sup>, RN, PhD", "<sup>2</sup>, PhD",
)  # fmt: skip


def ruled(draft: Draft) -> dict[str, Any]:
    """A box says Year : 2020 | Volume : 12 | Issue : 3 | Page : 412-419; the rest stands below."""
    item = draft.item
    facts = (
        item.part("year", "<b>Year</b> : {}"),
        item.part("volume", "<b>Volume</b> : {}"),
        item.part("issue", "<b>Issue</b> : {}"),
        item.part("pages", "<b>Page</b> : {}"),
    )
    return words(
        site="Eastern Medical Journals",
        facts=" &nbsp;|&nbsp; ".join(fact for fact in facts if fact),
        kind=draft.rng.choice(("ORIGINAL ARTICLE", "CASE REPORT", "REVIEW ARTICLE", "SHORT NOTE")),
        people=item.people(full_name, marks=("<sup>1</sup>", "<sup>2</sup>", "<sup>1</sup>")),
        doi=item.part("doi", "<b>DOI</b>: {}"),
        pmid=item.part("pmid", "PMID: {}") if draft.chance(0.4) else "",
        has_dates=draft.chance(0.5),
        submitted=f"{draft.filler.date()} {item.article.year - 2}",
        accepted=f"{draft.filler.date()} {item.article.year - 1}",
        cite=_cited(draft, item) if draft.chance(0.6) else "",
        is_viewed=draft.chance(0.5),
        viewed=str(draft.rng.randint(900, 9000)),
        address=f"www.easternjournals.example/article.asp?issn={item.article.journal.issns[0]}",
    )


def _cited(draft: Draft, item: ShownItem) -> str:
    """The article as it asks to be cited, in print or as a page of the web."""
    if draft.chance(0.5):
        return f"<b>How to cite this article:</b><br>{vancouver(item)}"
    people = item.people(short_name)
    source = f"{item.journal_short} [serial online] {item.year} [cited 2024 Jun {day(draft)}];"
    numbers = f"{item.volume}{item.part('pages.short', ':{}')}"
    title = f"{people}. {item.title}."
    return f"<b>How to cite this URL:</b><br>{title} {source}{numbers}."


def digital(draft: Draft) -> dict[str, Any]:
    """Published on 05.03.2020 in Vol 12, No 3 (2020): March; degrees behind raised numbers."""
    item = draft.item
    number = item.part("issue", ", {}" if is_supplement(item) else ", No {}")
    date = f"{day(draft):02}.{item.article.month:02}.{item.article.year}"
    return words(
        site="Digital Ward Publications",
        published=f"Published on <b>{date}</b> in <a>Vol {item.volume}{number} ({item.year})"
        + (f": {month(item)}</a>" if draft.chance(0.6) else "</a>"),
        preprint=f"{day(draft)} {draft.rng.choice(('June', 'September', 'October'))} "
        f"{item.article.year - 1}",
        number=str(draft.rng.randint(10**4, 10**5)),
        has_preprint=draft.chance(0.6),
        people=item.people(full_name, between="; ", last="; ",
                           marks=tuple(degrees(item, RAISED_DEGREES))),
        cite=f"{item.journal_short} {item.year};{bracketed(item)}{item.part('pages', ':{}')}",
        doi=item.part("doi", "doi:<a>{}</a>"),
        is_cite_above=draft.chance(0.5),
        count=str(draft.rng.randint(1, 90)),
        address=f"www.digitalward.example/{item.article.year}/{draft.rng.randint(1, 12)}/",
    )  # fmt: skip


def college(draft: Draft) -> dict[str, Any]:
    """The way there with the issue above the title, Volume 12, Issue 3, March 2020, pp. at foot."""
    item = draft.item
    spaced = item.field("pages", item.article.pages.replace("-", " - "))
    pages = f", {'' if has_number(item) else 'pp. '}{spaced}"
    number = f"Volume {item.volume}{issue(item, ', Issue {}')}"
    first_year = item.article.year - draft.rng.choice((0, 0, 1))
    return words(
        site="College Press Core",
        path=f"Volume {item.volume}{issue(item, ' Issue {}')}",
        published=f"{day(draft):02} {month(item)} {first_year}",
        people=item.people(full_name, last=" and ", marks=("", " <small>[ID]</small>", "")),
        has_affiliations=draft.chance(0.4),
        kind=draft.rng.choice(("Research Article", "Original Papers", "Review Article", "Article")),
        source=f"<a>{item.journal}</a>, <a>{number}</a>, {month(item)} {item.year}{pages}",
        doi=item.part("doi", "<a>https://doi.org/{}</a>"),
        is_open=draft.chance(0.5),
        is_short=draft.chance(0.75),
        address=f"www.collegepress.example/core/journals/article/{draft.rng.randint(10**8, 10**9)}",
    )


def checked(draft: Draft) -> dict[str, Any]:
    """Published 5 March 2020 Volume 2020:12 Pages 412—419, DOI and how it was reviewed in rows."""
    item = draft.item
    dash = item.field("pages", item.article.pages.replace("-", "—"))
    pages = f" <b>{'Article' if has_number(item) else 'Pages'}</b> {dash}"
    number = issue(item, ", Issue {}") if draft.chance(0.5) else item.part("issue", "({})")
    editor = draft.rng.choice(Stock("names", draft.split).words("family"))
    given = draft.rng.choice(Stock("names", draft.split).words("given"))
    return words(
        site="Orchard Open Press",
        path=f"Volume {item.volume}",
        kind=draft.rng.choice(("Original Research", "REVIEW", "CASE REPORT", "Methodology")),
        people=item.people(full_name, marks=(" &#9993;", "", " <sup>*</sup>")),
        source=f"{day(draft)} {month(item)} {item.year} <b>Volume</b> {item.year}:{item.volume}"
        f"{number}{pages}",
        received=f"{draft.filler.date()} {item.article.year - 2}",
        accepted=f"{draft.filler.date()} {item.article.year - 1}",
        doi=item.part("doi", "<a>https://doi.org/{}</a>"),
        editor=f"{draft.rng.choice(('Dr', 'Professor'))} {given} {editor}",
        comments=str(draft.rng.randint(1, 4)),
        has_review=draft.chance(0.7),
        address=f"www.orchardopen.example/peer-reviewed-article-{draft.rng.randint(10**4, 10**5)}",
    )
