"""Pages on a phone: a society's journal, a reader's app in white on black."""

from typing import Any

from benchmarks.reading.draft import Draft
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

DEGREES = (", MD, PhD", ", MSN, RN", ", MD", ", PhD", ", PharmD", ", MBBS, FRCP")


def society(draft: Draft) -> dict[str, Any]:
    """Kind and date, title, the first people with "and others", Journal, Volume 12, Number 3."""
    item = draft.item
    first_year = item.article.year - draft.rng.choice((0, 0, 1))
    pages = item.part("pages", "<br>{}" if has_number(item) else "<br>Pages {}")
    return words(
        site="Society of Ward Medicine",
        kind=draft.rng.choice(
            ("ORIGINAL RESEARCH ARTICLE", "Original Article", "STATE OF THE ART")
        ),
        published=f"{draft.rng.choice(('Originally Published', 'Published online'))} "
        f"{day(draft)} {month(item)} {first_year}",
        access=draft.rng.choice(("Open Access", "Free Access", "")),
        people=item.people(
            full_name,
            most=draft.rng.choice((3, 99)),
            others=" <a>&hellip; Show All &hellip;</a>",
            last=", and ",
            marks=degrees(item, DEGREES) if draft.chance(0.7) else (),
        ),
        source=f"Volume {item.volume}{issue(item, ', Number {}')}",
        date=f"{month(item)} {item.year}",
        pages=pages,
        doi=item.part("doi", "<a>https://doi.org/{}</a>"),
        has_sheet=draft.chance(0.5),
        address=item.part("doi", "societyjournals.example/doi/{}") or "societyjournals.example",
    )


def night(draft: Draft) -> dict[str, Any]:
    """Journal 2020 March 5, 12 (3): 412-419 in an app, identifiers at the foot of the abstract."""
    item = draft.item
    pattern = ", {}" if is_supplement(item) else " ({})"
    dotted = f"{item.journal_short} &#183; {item.year} {item.article.month_name} &#183; "
    sources = (
        f"{item.part('journal')} {item.year} {month(item)} {day(draft)}, "
        f"{item.volume}{item.part('issue', pattern)}{item.part('pages', ': {}')}",
        f"{dotted}{bracketed(item)}{item.part('pages', ':{}')}",
    )
    return words(
        site="Readly Med",
        source=draft.rng.choice(sources),
        people=item.people(short_name, most=draft.rng.choice((4, 99)), others=" et al."),
        kind=draft.rng.choice(("", "Review", "Randomized Controlled Trial", "Journal Article")),
        are_ids_above=draft.chance(0.6),
        ids=item.part("pmid", "PMID: {}") + item.part("doi", "<br>DOI: {}"),
        minutes=str(draft.rng.randint(2, 9)),
        is_black=draft.chance(0.75),
    )
