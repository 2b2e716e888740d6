"""Pages of publishers and databases as they look today, on phones, tablets and wide windows."""

from typing import Any

from benchmarks.reading.draft import Draft
from benchmarks.reading.shown import ShownItem
from benchmarks.reading.styles import pubmed_source
from benchmarks.reading.unseen.wording import (
    day,
    degrees,
    ended_title,
    full_name,
    has_number,
    issue,
    month,
    words,
)
from benchmarks.reading.words import Stock

LETTERS = ("<sup>a</sup>", "<sup>a</sup> <sup>b</sup>", "<sup>c</sup> &#9993;", "<sup>b</sup>")
TITLES = (" MD, PhD", " RN", " PhD", " MBBS, MPH", " MSc")


def shelf(draft: Draft) -> dict[str, Any]:
    """The journal and its numbers at the left above the title, other articles at the right."""
    item = draft.item
    pages = item.part("pages", ", {}" if has_number(item) else ", Pages {}")
    return words(
        site="ScienceShelf",
        source=f"Volume {item.volume}{issue(item, ', Issue {}')}, {month(item)} {item.year}{pages}",
        people=item.people(full_name, marks=LETTERS),
        neighbours=[_neighbour(draft) for _ in range(3)],
        points=[draft.filler.snippet().split(". ")[0] for _ in range(3)],
        has_points=draft.chance(0.5),
        is_open=draft.chance(0.5),
        address=f"www.scienceshelf.example/article/abs/pii/S{draft.rng.randint(10**14, 10**15)}",
    )


def _neighbour(draft: Draft) -> dict[str, str]:
    """Another article of the pane at the right: title, source and people in small type."""
    families = draft.rng.sample(Stock("names", draft.split).words("family"), 3)
    journal = draft.rng.choice(Stock("english", draft.split).words("journal")).split("|")[0]
    first = draft.rng.randint(1, 900)
    return {
        "title": draft.filler.title(),
        "source": f"{journal}, Volume {draft.rng.randint(3, 180)}, "
        f"{draft.rng.randint(2008, 2024)}, pp. {first}-{first + 9}",
        "people": f"A. {families[0]}, M. {families[1]}, &#8230;, S.-J. {families[2]}",
    }


def wharf(draft: Draft) -> dict[str, Any]:
    """A narrow page: kind, title, people with degrees, date and DOI, the numbers in small type."""
    item = draft.item
    pages = item.part("pages", "<br>{}" if has_number(item) else "<br>Pages {}")
    first_published = item.article.year - draft.rng.choice((0, 0, 1))
    return words(
        site="Quay Library",
        source=f"<a>Volume {item.volume}{issue(item, ', Issue {}')}</a><br>{month(item)} "
        f"{item.year}{pages}",
        people=item.people(full_name, marks=degrees(item, TITLES)),
        published=f"{day(draft):02} {month(item)} {first_published}",
        kind=draft.rng.choice(("ORIGINAL ARTICLE", "Research Article", "REVIEW", "Short Report")),
        access=draft.rng.choice(("Full Access", "Open Access", "Free Access", "")),
        is_below=draft.chance(0.5),
        count=str(draft.rng.randint(1, 300)),
        address=item.part("doi", "quaylibrary.example/doi/{}") or "quaylibrary.example/toc/current",
    )


def abstract(draft: Draft) -> dict[str, Any]:
    """The source in one line above the title, the identifiers in one line below the names."""
    item = draft.item
    early = draft.chance(0.4) and not has_number(item)
    return words(
        site="Life Abstracts",
        kind=draft.rng.choice(("", "Review", "Randomized Controlled Trial", "Meta-Analysis")),
        source=pubmed_source(item) + (_epub(draft, item) if early else ""),
        title=ended_title(item),
        people=item.people(
            full_name,
            marks=(" <sup>1</sup>", " <sup>1 2</sup>", " <sup>2</sup>", " <sup>3</sup>"),
        ),
        identifiers=_identifiers(draft, item),
        address=item.part("pmid", "lifeabstracts.example/{}/"),
    )


def _epub(draft: Draft, item: ShownItem) -> str:
    return f" Epub {item.article.year - 1} Dec {day(draft)}."


def _identifiers(draft: Draft, item: ShownItem) -> str:
    central = f" &nbsp; PMCID: <a>PMC{draft.rng.randint(10**6, 10**7)}</a>"
    return (
        item.part("pmid", "PMID: <b>{}</b>")
        + (central if draft.chance(0.4) else "")
        + item.part("doi", " &nbsp; DOI: <a>{}</a>")
    )
