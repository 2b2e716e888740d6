"""Pages of documents: first pages of articles, bibliographies, reference lists, a slide."""

from collections.abc import Callable, Sequence
from typing import Any

from benchmarks.reading.draft import Draft
from benchmarks.reading.shown import ShownItem
from benchmarks.reading.styles import apa, vancouver
from benchmarks.reading.unseen.wording import (
    degrees,
    dotted_journal,
    full_name,
    has_number,
    is_supplement,
    issue,
    month,
    safe,
    short_name,
    tight_initials,
    words,
)

SOCIETY_DEGREES = (", MD<sup>1</sup>", ", PhD<sup>2</sup>", ", RN, MSN<sup>1</sup>")
HEADINGS = ("References", "Bibliography", "REFERENCES", "Works Cited", "Reference list")


def one_column(draft: Draft) -> dict[str, Any]:
    """Family et al. Journal (2020) 12:412 and the address of the DOI in the running head."""
    item = draft.item
    others = " et al." if len(item.article.authors) > 1 else ""
    return words(
        head=f"{item.article.authors[0].family}{others} <i>{item.part('journal')}</i> "
        f"({item.year}) {item.volume}:{item.pages}",
        doi=item.part("doi", "https://doi.org/{}"),
        people=item.people(
            full_name, last=" and ", marks=("<sup>1*</sup>", "<sup>2</sup>", "<sup>1,3</sup>")
        ),
        kind=draft.rng.choice(("RESEARCH", "RESEARCH ARTICLE", "STUDY PROTOCOL", "REVIEW")),
        copyright=f"&copy; The Author(s) {item.article.year}.",
        size=str(draft.rng.choice((13, 14, 15))),
    )


def society_page(draft: Draft) -> dict[str, Any]:
    """A logo and a box with the kind; the source in the head or in the foot, in an old manner."""
    item = draft.item
    pages = item.part("pages.dash", ", {}" if has_number(item) else ", pp. {}")
    number = issue(item, ", No. {}")
    sources = (
        f"{item.part('journal')} {item.year};{item.volume}{item.part('issue', _bracket(item))}:"
        f"{item.part('pages.dash')}",
        f"{item.part('journal')}, Vol. {item.volume}{number}, {item.year}{pages}",
        f"{item.part('journal')} Volume {item.volume}{issue(item, ' Number {}')} {month(item)} "
        f"{item.year}{pages}",
    )
    return words(
        source=draft.rng.choice(sources),
        is_at_foot=draft.chance(0.4),
        letters=item.article.journal.letters.upper()[:3],
        doi=item.part("doi", draft.rng.choice(("DOI: {}", "doi: {}", "http://dx.doi.org/{}"))),
        people=item.people(
            full_name,
            last=", and ",
            marks=degrees(item, SOCIETY_DEGREES),
        ),
        kind=draft.rng.choice(("Original Article", "Case Report", "Special Article", "Review")),
        size=str(draft.rng.choice((13, 14))),
    )


def _bracket(item: ShownItem) -> str:
    return " {}" if is_supplement(item) else "({})"


def word(
    style: Callable[[ShownItem], str], *, manner: str, headings: Sequence[str] = HEADINGS
) -> Callable[[Draft], dict[str, Any]]:
    """A bibliography in a word processor, "hanging" or "numbered"."""

    def context(draft: Draft) -> dict[str, Any]:
        ordered = sorted(draft.items, key=_by_name)
        items = ordered if manner == "hanging" else draft.items
        first = draft.rng.choice((1, 1, 4, 12, 31))
        return words(
            manner=manner,
            heading=draft.rng.choice(headings),
            leading=draft.rng.choice(("1.3", "1.6", "2")),
            size=str(draft.rng.choice((15, 16))),
            name=draft.rng.choice(("Chapter 2 final.docx", "Thesis_v7.docx", "Manuscript R1.docx")),
            before=draft.filler.snippet() if draft.chance(0.4) else "",
            is_word=draft.look.device == "desktop",
        ) | {
            "refs": [
                safe(item=item, text=style(item), number=f"{first + number}.")
                for number, item in enumerate(items)
            ]
        }

    return context


def _by_name(item: ShownItem) -> tuple[bool, str]:
    """Thai entries come first."""
    return item.article.language != "th", item.article.authors[0].family


def long_apa(item: ShownItem) -> str:
    """As APA has it since 2020: the number of an article is named as such."""
    people = item.people(lambda author: author.apa, last=", &amp; ", most=20, others=", . . . ")
    pages = item.part("pages.dash", ", Article {}" if has_number(item) else ", {}")
    number = item.part("issue", "({})")
    numbers = f"<i>{item.part('volume')}</i>{number}{pages}"
    end = "" if item.article.title.endswith("?") else "."
    source = f"<i>{item.part('journal')}</i>, {numbers}"
    return f"{people} ({item.part('year')}). {item.title}{end} {source}." + item.part(
        "doi", " https://doi.org/{}"
    )


def online_vancouver(item: ShownItem) -> str:
    """With [Internet], a date of access and the address behind it."""
    people = item.people(short_name, most=3, others=", et al")
    source = f"{item.journal_short} [Internet]. {item.year} {item.article.month_name}"
    numbers = f"{item.volume}{item.part('issue', _bracket(item))}{item.part('pages.short', ':{}')}"
    end = "" if item.article.title.endswith("?") else "."
    link = item.part("doi", " Available from: https://doi.org/{}")
    return f"{people}. {item.title}{end} {source} [cited 2024 May 3];{numbers}.{link}"


def encyclopedia(item: ShownItem) -> str:
    """Family A, Family B (March 2020). "Title". Journal. 12 (3): 412–419. doi:… PMID …"""
    people = item.people(short_name, last=", ", most=8, others=", et al.")
    number = item.part("issue", " ({})")
    links = item.part("doi", " <a>doi:{}</a>.") + item.part("pmid", " <a>PMID&nbsp;{}</a>.")
    date = f"({month(item)} {item.year})"
    numbers = f"<b>{item.volume}</b>{number}{item.part('pages.dash', ': {}')}"
    return (
        f'{people} {date}. <a>"{item.title}"</a>. <i>{item.part("journal")}</i>. {numbers}.{links}'
    )


def encyclopedia_list(draft: Draft) -> dict[str, Any]:
    """Small notes with arrows and letters that lead back to the text."""
    return words(site="Openpedia", heading="References") | {
        "refs": [
            safe(
                item=item,
                number=f"{number + 1}.",
                back=draft.rng.choice(
                    ("^", "^ <sup><i>a b</i></sup>", "^ <sup><i>a b c</i></sup>")
                ),
                text=encyclopedia(item),
            )
            for number, item in enumerate(draft.items)
        ]
    }


def buttons_below(draft: Draft) -> dict[str, Any]:
    """A web article's references: people, title and source in lines of their own, then buttons."""
    number = draft.rng.choice(("[{}]", "{}."))
    is_split = draft.chance(0.5)
    return words(site="ReadStream", heading=f"References ({draft.rng.randint(21, 88)})") | {
        "is_split": is_split,
        "refs": [
            safe(
                item=item,
                number=number.format(n + 1),
                people=item.people(tight_initials, most=6, others=", et al."),
                source=_comma_source(item),
                text=_nature_like(item),
                links=_links(item, is_split=is_split),
            )
            for n, item in enumerate(draft.items)
        ],
    }


def _comma_source(item: ShownItem) -> str:
    """J. Abbr., 12 (3) (2020), pp. 412-419, 10.5555/…"""
    pages = item.part("pages", ", Article {}" if has_number(item) else ", pp. {}")
    number = item.part("issue", " ({})")
    return f"{dotted_journal(item)}, {item.volume}{number} ({item.year}){pages}" + item.part(
        "doi", ", <a>{}</a>"
    )


def _nature_like(item: ShownItem) -> str:
    people = item.people(short_name, most=4, others=", et al")
    end = "" if item.article.title.endswith("?") else "."
    tail = f"{item.year};{item.volume}{item.part('issue', '({})')}{item.part('pages.dash', ':{}')}"
    return f"{people}. {item.title}{end} {item.journal_short}. {tail}." + item.part(
        "doi", " https://doi.org/{}."
    )


def _links(item: ShownItem, *, is_split: bool) -> str:
    if is_split:
        return "<a>View article</a> &nbsp; <a>View in Scopea</a> &nbsp; <a>Google Scholar</a>"
    parts = ["Article", "CAS", "PubMed" if item.article.pmid else "", "Google Scholar"]
    return " &nbsp; ".join(f"<a>{part}</a>" for part in parts if part)


def slide(draft: Draft) -> dict[str, Any]:
    """A slide of a lecture with its source in small type at the bottom."""
    style = draft.rng.choice((vancouver, apa, online_vancouver))
    return words(
        heading=draft.filler.title(),
        points=[draft.filler.snippet().split(". ")[0] for _ in range(4)],
        text=draft.rng.choice(("", "Source: ", "Ref: ", "1. ")) + style(draft.item),
        size=draft.rng.choice(("1.15", "1.3", "1.5")),
    )
