"""Web addresses of articles: the identifiers and numbers that they state exactly."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice
from urllib.parse import unquote

from stdnum import issn as issn_numbers

from chapwai.citations import identifiers
from chapwai.citations.description import Description
from chapwai.citations.openurl import describe_openurl
from chapwai.citations.publishers import ADDRESSES, ANYWHERE, Address

# With a scheme, with www, or a host and a path; what stands before must not be part of it.
LINK = re.compile(
    r"(?:https?://|(?<![\w@./-])(?:www\.|(?:[a-z0-9-]{1,63}\.){1,8}[a-z]{2,12}(?::\d{1,5})?/))"
    r"[^\s<>\"]{2,4000}",
    re.IGNORECASE | re.ASCII,
)
PARTS = re.compile(
    r"(?:https?://)?(?:[^/@\s]{0,100}@)?(?P<host>[^/:?#\s]{1,255})(?::\d{1,5})?(?P<path>.*)"
)
# Proxies and messengers put the real address behind one of these.
WRAPPED = re.compile(r"[?&](?:q?url|u|q|target|dest)=(?P<address>https?(?::|%3A).+)", re.IGNORECASE)
MOST_WRAPPINGS = 3
# Nobody asks for more articles at once; what follows is left as it is.
MOST_LINKS = 200
THAI = re.compile(r"[\u0e00-\u0e7f].*", re.DOTALL)
# What stands behind an address is the sentence's.
NOT_AT_THE_END = ".,;:!?'*]}"


@dataclass(frozen=True)
class Link:
    """A link to an article within a text, and what it says; an empty description if nothing."""

    start: int
    end: int
    description: Description


def links_in(text: str) -> list[Link]:
    """Every link of the text that leads to an article, in order."""
    found = (_link(match) for match in islice(LINK.finditer(text), MOST_LINKS))
    return [link for link in found if link]


def describe_address(address: str) -> Description | None:
    """What the address of an article says of it; None if it is no article's.

    An address that only its own site can resolve gives an empty description.
    """
    address = _unwrapped(address)
    parts = PARTS.match(address)
    if not parts:
        return None
    path = unquote(parts["path"]) or "/"
    rows = ((row, row.match(path)) for row in (*_rows_for(parts["host"]), *ANYWHERE))
    stated = next((_described(row, match) for row, match in rows if match), None)
    return _with_doi(stated, path)


def _link(match: re.Match[str]) -> Link | None:
    whole = match.group()
    if described := describe_openurl(_unwrapped(whole)):
        return Link(match.start(), match.end(), described)
    address = identifiers.trimmed(THAI.sub("", whole), NOT_AT_THE_END)
    described = describe_address(address)
    if described and _is_cut_off(address, match):
        described = replace(described, dois=())
    return Link(match.start(), match.start() + len(address), described) if described else None


def _is_cut_off(address: str, match: re.Match[str]) -> bool:
    """Whether the address holds a DOI that, by what stands behind it, is not whole."""
    in_its_place = match.string[match.start() : match.end() + 1]
    return bool(identifiers.dois_in(address)) and not identifiers.dois_in(in_its_place)


def _unwrapped(address: str) -> str:
    """The address behind those of proxies: login?url=https://…"""
    for _ in range(MOST_WRAPPINGS):
        wrapped = WRAPPED.search(address)
        if not wrapped:
            break
        inner = wrapped["address"]
        # An address that was escaped ends where the wrapper's next value begins.
        address = unquote(inner.partition("&")[0]) if "%3a" in inner[:10].lower() else inner
    return address


def _rows_for(host: str) -> Iterator[Address]:
    names = [f".{name}." for name in _hosts_behind(host.lower())]
    for row in ADDRESSES:
        if any(f".{own}." in name for own in row.hosts.split() for name in names):
            yield row


def _hosts_behind(host: str) -> Iterator[str]:
    """The host itself, and the one that a proxy has written into its own with dashes."""
    yield host
    first, _, rest = host.partition(".")
    if "-" in first and rest:
        yield first.replace("--", "\0").replace("-", ".").replace("\0", "-")


def _described(row: Address, match: re.Match[str]) -> Description:
    said = {name: value for name, value in match.groupdict().items() if value}
    doi = identifiers.dois_in(row.doi.format(**said)) if row.doi else []
    issn = said.get("issn") or identifiers.issn_of_pii(said.get("pii", "")) or ""
    return Description(
        year=said.get("year"),
        volume=said.get("volume"),
        issue=_issue(said.get("issue")),
        pages=said.get("pages"),
        issn=issn.upper() if issn_numbers.is_valid(issn) else None,
        dois=tuple(doi),
        pmids=(said["pmid"],) if "pmid" in said else (),
        pmcids=(f"PMC{said['pmcid']}",) if "pmcid" in said else (),
    )


def _issue(issue: str | None) -> str | None:
    """Supplement_1 as it is cited: Suppl 1."""
    words = (issue or "").replace("_", " ")
    return re.sub(r"(?i)^suppl(?:ement)?[\s.-]*", "Suppl ", words).strip() or None


def _with_doi(stated: Description | None, path: str) -> Description | None:
    """Most addresses hold the whole DOI; several DOIs in one are those of somebody's list."""
    found = identifiers.dois_in(path)
    if len(found) != 1 or (stated and (stated.dois or stated.pmids or stated.pmcids)):
        return stated
    return replace(stated or Description(), dois=tuple(found))
