"""Pages of one article, in the manner of the large sites: where each prints what."""

from typing import Any

from django.utils.safestring import SafeString, mark_safe

from benchmarks.reading.draft import Draft
from benchmarks.reading.shown import ShownItem
from benchmarks.reading.styles import ama, apa, nature, pubmed_source, vancouver

LONG_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
KINDS = (
    "Article", "Original Article", "Research Article", "Review", "Original research", "Research",
    "RESEARCH ARTICLE", "ORIGINAL ARTICLE", "Full Length Article", "Letter", "Brief Report",
)  # fmt: skip
SITES = {
    "dev": (
        "Lakeside Library Online",
        "ScienceShelf",
        "LEAF LINK",
        "Hilltop Academic",
        "OpenStacks",
    ),
    "test": ("Meridian Journals", "ReadDirect", "Wharf Online Library", "Veridian Press", "eShelf"),
}


def pubmed(draft: Draft) -> dict[str, Any]:
    """The source stands above the title; PMID and DOI in a line of their own below the names."""
    item = draft.item
    epub = f" Epub {item.article.year - 1} Dec {draft.rng.randint(1, 28)}."
    marks = [f"<sup>&nbsp;{number}</sup>" for number in (1, 2, 1, 3)] if draft.chance(0.8) else []
    return _words(
        draft,
        site=draft.rng.choice(("PubMed", "NLM PubMed", "PubMed®")),
        kind=draft.rng.choice(("", "", "Review", "Randomized Controlled Trial")),
        source=pubmed_source(item),
        epub=epub if draft.chance(0.35) else "",
        people=item.people(lambda author: author.unstopped, marks=marks),
        pmcid=f"PMC{draft.rng.randint(2000000, 11000000)}" if draft.chance(0.3) else "",
        doi_in_line=draft.chance(0.85),
        doi_below=draft.chance(0.15),
    )


def elsevier(draft: Draft) -> dict[str, Any]:
    """Volume 5, Issue 2, March 2019, Pages 1-9, under the journal's name."""
    item = draft.item
    pages = item.part("pages", ", {}" if _has_number(item) else ", Pages {}")
    date = f"{LONG_MONTHS[item.article.month - 1]} {item.year}"
    return _words(
        draft,
        epub=f"Available online {draft.filler.date()} {item.article.year - 1}",
        source=f"Volume {item.volume}{_spelled_issue(item)}, {date}{pages}",
    )


def springer(draft: Draft) -> dict[str, Any]:
    """Journal volume 12, pages 412–419 (2019), between the names and the abstract."""
    item = draft.item
    if _has_number(item):
        numbers = f"volume <b>{item.volume}</b>, Article number: {item.pages} ({item.year})"
    elif draft.chance(0.5):
        numbers = f"<b>{item.volume}</b>, {item.part('pages.dash')} ({item.year})"
    else:
        numbers = f"volume {item.volume}, pages {item.part('pages.dash')} ({item.year})"
    return _words(
        draft,
        people=draft.rng.choice(
            (item.authors_ampersand, item.authors_numbered, item.authors_with_letters)
        ),
        published=item.article.year - draft.rng.choice((0, 0, 0, 1)),
        numbers=numbers,
        volume_line=not _has_number(item) and draft.chance(0.4),
        cite=nature(item),
    )


def with_spelled_numbers(draft: Draft) -> dict[str, Any]:
    """Volume 12, Issue 3 · pp. 412-419, with a citation to copy."""
    item = draft.item
    pages = item.part(
        "pages", ", {}" if _has_number(item) else draft.rng.choice((", pp. {}", ", Pages {}"))
    )
    month = LONG_MONTHS[item.article.month - 1]
    return _words(
        draft,
        numbers=f"Volume {item.volume}{_spelled_issue(item)}",
        people=item.authors,
        all_numbers=f"Volume {item.volume}{_spelled_issue(item)}, {month} {item.year}{pages}",
        pages_word=f"{item.part('pages', 'p. {}' if '-' not in item.article.pages else 'pp. {}')}",
        month=month,
        cite=draft.rng.choice((ama, apa, vancouver))(item),
    )


def with_short_numbers(draft: Draft) -> dict[str, Any]:
    """J Abbr 2019;12:412-9, and 2019, 12(3), 101, in the manner of medical and open journals."""
    item = draft.item
    issue = item.part("issue", " {}" if (item.article.issue or "").startswith("Suppl") else "({})")
    return _words(
        draft,
        people=draft.rng.choice((item.authors_and, item.authors, item.authors_numbered)),
        folded=item.authors_folded,
        degrees=item.authors_with_degrees if draft.chance(0.7) else item.authors,
        medical=f"{item.journal_short} {item.year};{item.volume}{issue}:{item.part('pages.short')}",
        yearly=f"{item.year};{item.volume}{issue}:{item.pages}",
        open_access=f"<i>{item.journal_short}</i> <b>{item.year}</b>, "
        f"<i>{item.volume}</i>{issue}, {item.pages}",
        cite=draft.rng.choice((ama, vancouver))(item),
    )


def cite_box(draft: Draft) -> dict[str, Any]:
    """A window over the page that gives the citation to copy."""
    name, style = draft.rng.choice((("AMA", ama), ("APA", apa), ("NLM", vancouver)))
    return _words(draft, format=name, cite=style(draft.item))


def pdf(draft: Draft) -> dict[str, Any]:
    """The first page of a PDF: the source is in the head or the foot, another year beside ©."""
    item = draft.item
    issue = item.part("issue", " {}" if (item.article.issue or "").startswith("Suppl") else "({})")
    month = LONG_MONTHS[item.article.month - 1]
    heads = (
        f"{item.journal} {item.volume} ({item.year}) {item.part('pages.dash')}",
        f"{item.journal_short} {item.year};{item.volume}{issue}:{item.part('pages.dash')}",
        f"{item.journal}, Vol. {item.volume}{item.part('issue', ', No. {}')}, {month} {item.year}, "
        f"{item.part('pages.dash', 'pp. {}')}",
        f"{item.journal}, {item.year}, {item.volume}{issue}, {item.part('pages.dash')}",
    )
    doi = item.part("doi", draft.rng.choice(("https://doi.org/{}", "DOI: {}", "doi:{}")))
    return _words(
        draft,
        head=draft.rng.choice(heads),
        doi_above=doi if draft.chance(0.5) else "",
        doi_below=doi,
        people=draft.rng.choice((item.authors_numbered, item.authors_lettered, item.authors_and)),
        copyright=f"© {item.article.year + draft.rng.choice((-1, 0, 0, 1))}",
        size=str(draft.rng.choice((13, 14, 15))),
        issn=item.part("issn", "ISSN: {}") if draft.chance(0.3) else "",
        is_centred=draft.chance(0.4),
        running=item.article.title[:50].rsplit(" ", 1)[0] + " …" if draft.chance(0.3) else "",
    )


def _words(draft: Draft, **words: Any) -> dict[str, Any]:
    """The words of a page; strings are HTML made from marked fields."""
    usual = {"site": draft.rng.choice(SITES[_own(draft)]), "kind": draft.rng.choice(KINDS)}
    safe = {
        name: mark_safe(word) if isinstance(word, str) else word for name, word in words.items()
    }
    return {"words": usual | safe}


def _own(draft: Draft) -> str:
    return "dev" if draft.split == "dev" else "test"


def _has_number(item: ShownItem) -> bool:
    """Whether the journal numbers its articles instead of its pages."""
    return item.article.journal.numbering != "pages"


def _spelled_issue(item: ShownItem) -> SafeString:
    issue = item.article.issue or ""
    if issue.startswith("Suppl"):
        return mark_safe(item.part("issue", ", {}"))
    return mark_safe(item.part("issue", ", Issues {}" if "-" in issue else ", Issue {}"))
