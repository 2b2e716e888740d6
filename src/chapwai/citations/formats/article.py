"""Records from the loose values of other programs: one shape, whatever the file held."""

import re
from collections.abc import Iterable, Sequence
from html import unescape

from chapwai.citations import identifiers
from chapwai.citations.formats.fault import NotAnArticle
from chapwai.citations.record import Record
from chapwai.citations.source_line import expanded_pages
from chapwai.citations.wording import DASHES, THAI_DIGITS, common_era, one_line

MARKUP = re.compile(r"</?[A-Za-z][\w:.-]{0,20}(?:\s[^<>]{0,300})?/?>")
YEAR = re.compile(r"(?<!\d)(?:1[5-9]\d\d|2[0-1]\d\d|2[45]\d\d)(?!\d)")
# A. B., AB, A-B; four capitals without stops are a name that somebody wrote in capitals.
INITIALS = re.compile(r"(?:[A-Z]\.[\s-]?){1,5}[A-Z]?|[A-Z](?:[\s-]?[A-Z]){0,2}")
SUFFIX = re.compile(r"(?:Jr|Sr|II|III|IV|2nd|3rd)\.?")
BEFORE_PAGES = re.compile(r"(?i)^(?:pp?\.|pages?|art(?:icle)?\.?(?:\s?no\.?)?(?=\s)|หน้า)\s*")
DASH = re.compile(r"\s?-{1,3}\s?")
# What has no figure is a remark: in press, ahead of print, no pagination.
FIGURES = re.compile(r"\d|^[ivxlcdm]{1,8}(?:-[ivxlcdm]{1,8})?$", re.IGNORECASE)
LONGEST_TITLE = 2_000
LONGEST_VALUE = 300
MOST_AUTHORS = 5_000

Names = Sequence[str | None]


def article(
    *,
    origin: str,
    title: str | None,
    authors: Iterable[str] = (),
    journal: str | None = None,
    abbreviation: str | None = None,
    issns: Iterable[str | None] = (),
    year: str | None = None,
    volume: str | None = None,
    issue: str | None = None,
    pages: str | None = None,
    doi: str | None = None,
    pmid: str | None = None,
    pmcid: str | None = None,
) -> Record:
    """The record that these values make, each as the program at hand writes it.

    Raises NotAnArticle if there is no title.
    """
    whole_title = title_from(title)
    if not whole_title:
        raise NotAnArticle("no title")
    return Record(
        title=whole_title,
        authors=tuple(filter(None, map(worded, authors)))[:MOST_AUTHORS],
        journal=worded(journal),
        abbreviation=worded(abbreviation),
        issns=issns_from(issns),
        year=year_from(year),
        volume=volume_from(volume),
        issue=numbered(issue),
        pages=pages_from(pages),
        doi=doi_from(doi),
        pmid=pmid_from(pmid),
        pmcid=next(iter(identifiers.pmcids_in(pmcid or "")), None),
        origin=origin,
    )


def title_from(text: str | None) -> str | None:
    """The title without markup, closing stop, and the brackets that mean "translated"."""
    title = _without_markup((text or "")[:LONGEST_TITLE])
    title = title.removesuffix(".").strip()
    if title.startswith("[") and title.endswith("]") and title.count("[") == 1:
        title = title[1:-1].removesuffix(".").strip()
    return title or None


def worded(text: str | None) -> str | None:
    """A name in one line without markup, None if nothing is left."""
    return _without_markup((text or "")[:LONGEST_VALUE]).strip(" ,;") or None


def numbered(text: str | None) -> str | None:
    """A volume or an issue with plain digits and dashes; a nought means that there is none."""
    number = worded((text or "").translate(THAI_DIGITS).translate(DASHES))
    return None if number in {None, "0"} else number


def issns_from(texts: Iterable[str | None]) -> tuple[str, ...]:
    """Every ISSN of the texts, each once, whatever stands between them."""
    parts = (part for text in texts for part in re.split(r"[\s;,|]+", text or ""))
    found = (identifiers.issns_in(f"ISSN {part}") for part in parts)
    return tuple(dict.fromkeys(issn for some in found for issn in some))


def volume_from(text: str | None) -> str | None:
    """The volume, if it is a number and no remark."""
    volume = numbered(text)
    return volume if volume and FIGURES.search(volume) else None


def year_from(text: str | None) -> str | None:
    """The first year of a date, in the Common Era."""
    found = YEAR.search((text or "")[:LONGEST_VALUE].translate(THAI_DIGITS))
    return common_era(found.group()) if found else None


def pages_from(text: str | None) -> str | None:
    """412-419 from 412-9, 412--419 and pp. 412–419; e101 stays, and "; quiz 420" goes."""
    span = BEFORE_PAGES.sub("", (numbered(text) or "").partition(";")[0])
    parts = DASH.sub("-", span).strip(" -.").split(",")
    pages = ", ".join(expanded_pages(part.strip()) for part in parts if part.strip())
    return pages if FIGURES.search(pages) else None


def page_range(first: str | None, last: str | None) -> str | None:
    """First and last page as one value; one page alone stays so."""
    first, last = worded(first), worded(last)
    if not first or not last or first == last or "-" in first:
        return first
    return f"{first}-{last}"


def doi_from(text: str | None) -> str | None:
    """The one DOI of the text; None without any, and None if there are several."""
    found = identifiers.dois_in(text or "")
    return found[0] if len(found) == 1 else None


def pmid_from(text: str | None) -> str | None:
    """A bare PMID, also behind its name or in its address."""
    text = (text or "").strip().translate(THAI_DIGITS)
    if re.fullmatch(r"[1-9][0-9]{0,7}", text):
        return text
    return next(iter(identifiers.pmids_in(text)), None)


def name_from(family: str | None, given: str | None) -> str | None:
    """Fernhill AB where only initials are known, Anna B. Fernhill otherwise."""
    family, given = worded(family), worded(given)
    if not family or not given:
        return family or given
    if INITIALS.fullmatch(given):
        return f"{family} {re.sub(r'[^A-Z-]', '', given)}"
    return f"{given} {family}"


def name_turned(name: str) -> str | None:
    """Fernhill, Anna B. as it is said; a name without comma stays."""
    family, _, rest = name.partition(",")
    parts = [part.strip() for part in rest.split(",") if part.strip()]
    given = [part for part in parts if not SUFFIX.fullmatch(part)]
    return name_from(family, given[0] if given else None)


def first_of(*values: str | None) -> str | None:
    """The first value that says something."""
    return next((value for value in values if value and value.strip()), None)


def journal_names(full: Names, short: Names) -> dict[str, str | None]:
    """`journal` and `abbreviation` from candidates, best first; no name is given twice."""
    journal, abbreviation = first_of(*full), first_of(*short)
    same = bool(journal and abbreviation and journal.casefold() == abbreviation.casefold())
    return {"journal": journal or abbreviation, "abbreviation": None if same else abbreviation}


def _without_markup(text: str) -> str:
    """One line without tags, which some sources escape and others do not."""
    return one_line(MARKUP.sub("", unescape(text)))
