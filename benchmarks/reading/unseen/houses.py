"""Publishers' and an archive's pages of one article: covers, prices, summaries, manuscripts."""

from typing import Any

from benchmarks.reading.draft import Draft
from benchmarks.reading.people import Author
from benchmarks.reading.shown import ShownItem
from benchmarks.reading.unseen.wording import (
    bracketed,
    day,
    degrees,
    full_name,
    has_number,
    issue,
    month,
    safe,
    words,
)

DOTTED = " &#8729; "
LADDER = (", M.D., Ph.D.", ", Ph.D.", ", M.D.", ", R.N., M.N.S.", ", M.P.H.")


def summary(draft: Draft) -> dict[str, Any]:
    """Kind, Volume 12, Issue 3, P412-419, March 05, 2020 in one line; a summary below the names."""
    item = draft.item
    pages = item.part("pages", ", {}" if has_number(item) else ", P{}")
    return words(
        site="Plasma Press",
        kind=draft.rng.choice(("Article", "Resource", "Review", "Short article", "Perspective")),
        source=f"Volume {item.volume}{issue(item, ', Issue {}')}{pages}, "
        f"{month(item)} {day(draft):02}, {item.year}",
        access=draft.rng.choice(("Open access", "Open archive", "")),
        people=item.people(
            full_name,
            between=DOTTED,
            last=DOTTED,
            most=draft.rng.choice((5, 99)),
            others=f"{DOTTED}<a>...</a>{DOTTED}",
            keeps_last=True,
            marks=("<sup>1</sup>", "<sup>1,2</sup>", "<sup>3</sup>", "<sup>1,4</sup> &#9993;"),
        ),
        points=[draft.filler.snippet().split(". ")[0] for _ in range(4)],
        doi=item.part("doi", draft.rng.choice(("DOI: <a>{}</a>", "<a>https://doi.org/{}</a>"))),
    )


def cover(draft: Draft) -> dict[str, Any]:
    """The issue and its cover at the left; Journal (2020) 12 (3): 412–419 below the names."""
    item = draft.item
    date = f"{month(item)} {day(draft):02} {item.article.year}"
    return words(
        site="Goldwater Journals",
        kind=draft.rng.choice(("RESEARCH ARTICLE", "ORIGINAL PAPER", "REVIEW ARTICLE", "BRIEF")),
        date=date.upper() if draft.chance(0.5) else date,
        people=item.people(full_name, between="; ", last="; ", marks=(" &#9993;", "", "")),
        source=f"<i>{item.part('journal')}</i> ({item.year}) {item.volume}"
        f"{item.part('issue', ' ({})')}{item.part('pages.dash', ': {}')}.",
        doi=item.part("doi", "<a>https://doi.org/{}</a>"),
        number=f"Volume {item.volume}{issue(item, ', Issue {}')}",
        month=f"{month(item)} {item.year}",
        has_history=draft.chance(0.4),
        history=f"{draft.filler.date()} {item.article.year - 1}",
        address=f"goldwater.example/{item.article.journal.letters}/article/{day(draft)}/x",
    )


def till(draft: Draft) -> dict[str, Any]:
    """A page that asks for money: the way there above the title, prices and numbers beside it."""
    item = draft.item
    number = f"Vol. {item.volume}{issue(item, ', No. {}')}"
    shown = draft.rng.choice(("path", "box", "both", "both"))
    box = (
        ("Information", f"Volume {item.volume}{issue(item, ', Issue {}')}"),
        ("Published in print", f"{month(item)} {item.year}"),
        ("Article no." if has_number(item) else "Pages", item.pages),
        ("ISSN (print)", item.issn if draft.chance(0.4) else ""),
    )
    return words(
        site="Crest Journals Online",
        path=number if shown != "box" else "",
        facts=[safe(label=label, value=value) for label, value in box if value]
        if shown != "path"
        else [],
        people=item.people(full_name, last=", and ", marks=degrees(item, LADDER)),
        kind=draft.rng.choice(("Original Articles", "Regular Articles", "Reviews and Overviews")),
        published=f"Published Online: {day(draft)} {item.article.month_name} {item.year}",
        doi=item.part("doi", "<a>https://doi.org/{}</a>"),
        price=f"{draft.rng.choice(('US$', '$', '&pound;', '&euro;'))}{draft.rng.randint(22, 59)}"
        f".{draft.rng.choice(('00', '50', '95'))}",
        hours=str(draft.rng.choice((24, 48))),
        address=item.part("doi", "www.crestjournals.example/doi/abs/{}") or "www.crest.example/toc",
    )


def archive(draft: Draft) -> dict[str, Any]:
    """A free archive: logo, the source with day and DOI, title, names, the archive's numbers."""
    item = draft.item
    is_manuscript = draft.chance(0.35)
    later = f"{item.article.year + 1} {item.article.month_name} {day(draft)}"
    return words(
        site="OpenVault",
        manuscript=f"Author manuscript; available in OpenVault: {later}." if is_manuscript else "",
        before="<i>Published in final edited form as:</i> " if is_manuscript else "",
        source=_archived(item, f" {day(draft)}" if has_number(item) else ""),
        people=item.people(_unstopped, marks=("<sup>1,*</sup>", "<sup>1</sup>", "<sup>2</sup>")),
        number=f"OVID: OV{draft.rng.randint(10**6, 10**7)}",
        pmid=item.part("pmid", " &nbsp; PMID: <a>{}</a>"),
        is_modern=draft.chance(0.6),
        address=f"vault.lifelibrary.example/articles/OV{draft.rng.randint(10**6, 10**7)}/",
    )


def _archived(item: ShownItem, date: str) -> str:
    """J Abbr. 2020 Mar 5;12(3):412–419. doi: …"""
    numbers = f"{item.year} {item.article.month_name}{date};{bracketed(item)}"
    doi = item.part("doi", " doi: <a>{}</a>")
    return f"{item.journal_short}. {numbers}{item.part('pages.dash', ':{}')}.{doi}"


def _unstopped(author: Author) -> str:
    return author.unstopped
