"""Whatever people paste: record files, OpenURLs, links, references, identifiers amid chat."""

from collections.abc import Sequence
from dataclasses import replace

from chapwai.citations import identifiers
from chapwai.citations.addresses import Link, links_in
from chapwai.citations.description import Description
from chapwai.citations.formats.detect import records_in_text
from chapwai.citations.openurl import describe_openurl
from chapwai.citations.record import Record
from chapwai.citations.references import describe_text
from chapwai.citations.wording import LONGEST_TEXT

FIELDS = ("journal", "year", "volume", "issue", "pages", "issn", "dois", "pmids", "pmcids")


def describe_pasted(text: str) -> list[Description]:
    """Describe every article that a message names, in order; chat around them is skipped."""
    if records := records_in_text(text):
        return [_described(record) for record in records]
    if _is_one_address(text) and (openurl := describe_openurl(text)):
        return [openurl]
    text = identifiers.mended(text[:LONGEST_TEXT])
    links = links_in(text)
    found = describe_text(_spelled_out(text, links))
    found = _completed(found, [link.description for link in links])
    return _with_pmcids(found, identifiers.pmcids_in(text))


def _described(record: Record) -> Description:
    return Description(
        title=record.title,
        authors=record.authors,
        journal=record.journal or record.abbreviation,
        year=record.year,
        volume=record.volume,
        issue=record.issue,
        pages=record.pages,
        issn=next(iter(record.issns), None),
        dois=_one(record.doi),
        pmids=_one(record.pmid),
        pmcids=_one(record.pmcid),
    )


def _one(value: str | None) -> tuple[str, ...]:
    return (value,) if value else ()


def _is_one_address(text: str) -> bool:
    """Spaces are allowed in a bare query, and in an address as long as values follow them."""
    return not text.lstrip().lower().startswith("http") or "&" in text.split()[-1]


def _spelled_out(text: str, links: Sequence[Link]) -> str:
    """The text with each article's link replaced by the identifiers it states."""
    pieces, end = [], 0
    for link in links:
        pieces += [text[end : link.start], _identifiers_of(link.description)]
        end = link.end
    text = "".join([*pieces, text[end:]])
    return identifiers.ARXIV.sub(
        lambda number: f"https://doi.org/{identifiers.arxiv_doi(number[1])} ", text
    )


def _identifiers_of(described: Description) -> str:
    """In the addresses that references end with, so that they can stand in one."""
    named = [f"https://doi.org/{doi}" for doi in described.dois]
    named += [f"https://pubmed.ncbi.nlm.nih.gov/{pmid}" for pmid in described.pmids]
    return f" {' '.join(named)} "


def _completed(found: list[Description], linked: Sequence[Description]) -> list[Description]:
    """With what only the links say."""
    if len(found) == len(linked) == 1 and found[0].title:
        return [_filled(found[0], linked[0])]
    if any(description.title for description in found):
        return found
    telling = [one for one in linked if one.title or one.volume or one.issn or one.pmcids]
    named = {identifier for one in telling for identifier in (*one.dois, *one.pmids)}
    others = [one for one in found if not named & {*one.dois, *one.pmids}]
    # The rest are links that only their own sites can resolve: better asked about than ignored.
    return list(dict.fromkeys([*others, *telling])) or list(dict.fromkeys(linked))


def _filled(reference: Description, linked: Description) -> Description:
    """The reference with what its link alone says."""
    missing = {name: getattr(linked, name) for name in FIELDS if not getattr(reference, name)}
    return replace(reference, **missing)


def _with_pmcids(found: list[Description], pmcids: Sequence[str]) -> list[Description]:
    """With the numbers of PubMed Central, which alone describe an article too."""
    if not found:
        return [Description(pmcids=(pmcid,)) for pmcid in pmcids]
    if len(found) == len(pmcids) == 1:
        return [replace(found[0], pmcids=tuple(pmcids))]
    return found
