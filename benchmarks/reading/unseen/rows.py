"""Lists with lines around the articles: a database's hits, references with notes, an issue."""

from typing import Any

from benchmarks.reading.draft import Draft
from benchmarks.reading.shown import ShownItem
from benchmarks.reading.unseen.wording import (
    bracketed,
    common,
    dotted_journal,
    ended_title,
    full_name,
    has_number,
    is_supplement,
    issue,
    month,
    safe,
    short_name,
    words,
)
from benchmarks.reading.words import Stock

MOST_PEOPLE = 10
REMARKS = ("Of interest.", "Of considerable interest.", "A large trial with a long follow-up.")
KINDS = ("Research article", "Review article", "Short communication", "Case report")
ACCESS = ("Open access", "Full text access", "Abstract only", "Free access")


def quest_hits(draft: Draft) -> dict[str, Any]:
    """Family, Given; … Journal; Town Vol. 12, Iss. 3,  (Mar 2020): 412-419. DOI:…"""
    first = draft.rng.choice((1, 1, 1, 21))
    return words(
        site="QuestBase",
        query=draft.filler.keywords(),
        count=draft.filler.count(),
        address=f"www.questbase.example/results/{draft.rng.randint(10**7, 10**8):X}PQ/1",
    ) | {"hits": [_quest_hit(draft, item, first + n) for n, item in enumerate(draft.items)]}


def _quest_hit(draft: Draft, item: ShownItem, number: int) -> dict[str, Any]:
    town = draft.rng.choice(Stock("english", draft.split).every("town"))
    place = f"{item.journal}; {town} " if draft.chance(0.6) else f"{item.journal}; "
    numbers = f"Vol. {item.volume}{issue(item, ', Iss. {}')}"
    date = f"({item.article.month_name} {item.year})"
    return safe(
        item=item,
        number=str(number),
        people=item.people(
            lambda author: author.inverted, between="; ", last="; ", most=4, others="; et al."
        ),
        source=f"<b>{place}</b>{numbers}, {date}{item.part('pages', ': {}')}.",
        doi=item.part("doi", " DOI:{}"),
        snippet=draft.filler.snippet()[:150].rsplit(" ", 1)[0],
        has_text=draft.chance(0.6),
        cited=str(draft.rng.randint(1, 200)),
        references=str(draft.rng.randint(9, 80)),
    )


def annotated(draft: Draft) -> dict[str, Any]:
    """An article's references with links in brackets, and notes on those worth reading."""
    style = draft.rng.choice((_bracketed_links, _chemical, _plain_links))
    first = draft.rng.choice((1, 1, 12, 34))
    pattern = "({})" if style is _chemical else draft.rng.choice(("{}.", "{}"))
    has_notes = draft.chance(0.5)
    return words(
        site="Deep Archive",
        heading=draft.rng.choice(("References", "REFERENCES", "Cited literature", "Bibliography")),
        before=draft.filler.snippet() if draft.chance(0.3) else "",
        is_two_deep=draft.chance(0.4),
    ) | {
        "refs": [
            safe(
                item=item,
                number=pattern.format(first + n),
                text=style(item),
                note=draft.rng.choice(REMARKS) if has_notes and draft.chance(0.3) else "",
            )
            for n, item in enumerate(draft.items)
        ]
    }


def _bracketed_links(item: ShownItem) -> str:
    """Family AB, Family CD. Title. J Abbr. 2020;12(3):412–419. doi: … [PubMed] [Scholar]"""
    people = item.people(short_name, most=6, others=", et al")
    source = f"<i>{item.part('journal.short')}.</i> {item.year};{bracketed(item)}"
    tail = f"{item.part('pages.dash', ':{}')}.{item.part('doi', ' doi: {}.')}"
    names = ("DOI" if item.article.doi else "", "PMC free article", "PubMed", "Google Scholar")
    links = " ".join(f"[<a>{name}</a>]" for name in names if name)
    return f"{people}. {ended_title(item)} {source}{tail} {links}"


def _chemical(item: ShownItem) -> str:
    """Family, A. B.; Family, C. D. Title. J. Abbr. 2020, 12 (3), 412–419. DOI: …"""
    people = item.people(
        lambda author: author.apa, between="; ", last="; ", most=MOST_PEOPLE, others="; et al."
    )
    number = item.part("issue", ", {}" if is_supplement(item) else " ({})")
    numbers = f"<b>{item.year}</b>, <i>{item.volume}</i>{number}{item.part('pages.dash', ', {}')}"
    doi = item.part("doi", " DOI: <a>{}</a>")
    # Only initials bring a stop of their own.
    end = "" if _is_stopped(item) else "."
    return f"{people}{end} {ended_title(item)} <i>{dotted_journal(item)}</i> {numbers}.{doi}"


def _is_stopped(item: ShownItem) -> bool:
    authors = item.article.authors
    return len(authors) > MOST_PEOPLE or authors[-1].apa.endswith(".")


def _plain_links(item: ShownItem) -> str:
    """Family AB, Family CD (2020) Title. J Abbr 12:412–419. doi pmid, links run on behind it."""
    people = item.people(short_name, most=8, others=" et al.")
    source = f"{item.journal_short} {item.volume}{item.part('pages.dash', ':{}')}"
    ids = item.part("doi", ". <a>https://doi.org/{}</a>") + item.part("pmid", " pmid:{}")
    links = " <a>View Article</a> &bull; <a>PubMed/MLN</a> &bull; <a>Google Scholar</a>"
    return f"{people} ({item.year}) {ended_title(item)} {source}{ids}{links}"


def issue_on_web(draft: Draft) -> dict[str, Any]:
    """An issue: volume, month and all its pages in the head, each article's own below its names."""
    items = sorted(draft.items, key=lambda item: int(item.article.pages.split("-")[0]))
    first, last = (int(items[place].article.pages.split("-")[place]) for place in (0, -1))
    return words(
        site="DirectStacks",
        journal=common(items, "journal"),
        number=f"{common(items, 'volume', 'Volume {}')}{common(items, 'issue', ', Issue {}')}",
        span=f"Pages {max(1, first - 4)}&ndash;{last + draft.rng.randint(0, 60)} "
        f"({month(items[0])} {common(items, 'year')})",
        has_board=draft.chance(0.5),
        address=f"www.directstacks.example/journal/{items[0].article.journal.letters}/vol/"
        f"{items[0].article.volume}/issue/{items[0].article.issue}",
    ) | {"hits": [_in_issue(draft, item) for item in items]}


def _in_issue(draft: Draft, item: ShownItem) -> dict[str, Any]:
    pages = "{}" if has_number(item) else "Pages {}"
    return safe(
        item=item,
        kind=draft.rng.choice(KINDS),
        access=draft.rng.choice(ACCESS),
        people=item.people(full_name),
        pages=item.part("pages", pages),
        doi=item.part("doi", "<a>https://doi.org/{}</a>") if draft.chance(0.3) else "",
    )
