"""What an article, an amount of money and the size of a file are called."""

import re
import unicodedata
from dataclasses import dataclass

from chapwai.cards.graphemes import cut
from chapwai.cards.voice import gettext as _
from chapwai.citations.citation import Citation
from chapwai.document_requests.models import DocumentRequest

LONGEST_TITLE = 300
LONGEST_NAMES = 120
LONGEST_PART = 80
SHORT_TITLE = 40

# Bidirectional controls could make one title look like another.
_INVISIBLE = {"Cc", "Cs", "Zl", "Zp"}
_BIDIRECTIONAL = set("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_RANGE = re.compile(r"(?<=\d)-(?=\d)")


@dataclass(frozen=True)
class Item:
    """An article as it is shown; what is unknown is "". `doubtful` has Citation's field names."""

    title: str
    authors: str
    journal: str
    year: str
    volume: str
    issue: str
    pages: str
    doi: str
    pmid: str
    doubtful: frozenset[str]


def item_of(doc_request: DocumentRequest) -> Item:
    """What a request asks for. Never the asker's own words: they may hold a name or an address."""
    return Item(
        title=clean(doc_request.title_of_component, LONGEST_TITLE),
        authors=clean(doc_request.author_of_component, LONGEST_NAMES),
        journal=clean(doc_request.title),
        year=clean(doc_request.publication_year),
        volume=clean(doc_request.volume),
        issue=clean(doc_request.issue),
        pages=clean(doc_request.pages_requested),
        doi=clean(doc_request.doi, LONGEST_TITLE),
        pmid=clean(doc_request.pmid),
        doubtful=frozenset(doc_request.doubtful),
    )


def item_in(citation: Citation) -> Item:
    """What was read, before anybody asks for it."""
    return Item(
        title=clean(citation.title or "", LONGEST_TITLE),
        authors=clean("; ".join(citation.authors), LONGEST_NAMES),
        journal=clean(citation.journal or ""),
        year=clean(citation.year or ""),
        volume=clean(citation.volume or ""),
        issue=clean(citation.issue or ""),
        pages=clean(citation.pages or ""),
        doi=clean(citation.doi or "", LONGEST_TITLE),
        pmid=clean(citation.pmid or ""),
        doubtful=citation.doubtful,
    )


def title_line(item: Item) -> str:
    """The title, or whatever else names the article."""
    return item.title or identifier_line(item) or _("Title not known yet")


def short_title(item: Item) -> str:
    """A title for a line of a list or the subject of a mail."""
    return cut(title_line(item), SHORT_TITLE)


def source_line(item: Item) -> str:
    """J Ward Med 2019;12(3):412–9, with a "?" behind each doubtful part."""
    when = _doubt(item, "year", item.year)
    volume = _doubt(item, "volume", item.volume)
    issue = _doubt(item, "issue", item.issue)
    pages = _doubt(item, "pages", _RANGE.sub("–", item.pages))
    place = volume + (f"({issue})" if issue else "") + (f":{pages}" if pages else "")
    journal = _doubt(item, "journal", item.journal)
    return " ".join(filter(None, [journal, ";".join(filter(None, [when, place]))]))


def identifier_line(item: Item) -> str:
    """PMID 30000001 · DOI 10.5555/jwm.412, with a "?" behind a doubtful one."""
    pmid, doi = _identifier(item, "pmid", item.pmid), _identifier(item, "doi", item.doi)
    return " · ".join(filter(None, [pmid, doi]))


def money(amount: int) -> str:
    """An amount of satang: 20 baht, 1,250.50 baht."""
    baht, satang = divmod(abs(amount), 100)
    sign = "−" if amount < 0 else ""
    figure = f"{sign}{baht:,}" + (f".{satang:02}" if satang else "")
    return _("{figure} baht", figure=figure)


def megabytes(size: int) -> str:
    """A size in bytes as whole megabytes, rounded up so that it never looks within a limit."""
    return str(-(-size // (1024 * 1024)))


def clean(text: str, longest: int = LONGEST_PART) -> str:
    """One line without control characters, at most so many characters as people see them."""
    shown = (" " if _is_hidden(character) else character for character in text)
    return cut(" ".join("".join(shown).split()), longest)


def _is_hidden(character: str) -> bool:
    return unicodedata.category(character) in _INVISIBLE or character in _BIDIRECTIONAL


def _identifier(item: Item, field: str, value: str) -> str:
    """Named, and with its "?" set off, so that nobody copies that along."""
    mark = "\u00a0?" if field in item.doubtful else ""
    return f"{field.upper()}\u00a0{value}{mark}" if value or mark else ""


def _doubt(item: Item, field: str, value: str) -> str:
    """The value, marked when somebody should look at it; "?" alone when it could not be read."""
    return f"{value}?" if field in item.doubtful else value
