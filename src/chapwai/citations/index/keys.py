"""What a record can be looked up by, beside its title."""

import re

from chapwai.citations.record import Record

# A paper that appeared online in December is in print in January: a year either way is the same.
YEARS_APART = 1


def identifier_keys(*, doi: str | None, pmid: str | None, pmcid: str | None) -> list[str]:
    """One key for every identifier given, alike however it was spelled."""
    named = {"doi": doi and doi.lower(), "pmid": pmid, "pmcid": pmcid and pmcid.upper()}
    return [f"{name}:{value}" for name, value in named.items() if value]


def first_page_of(record: Record) -> str:
    """The page that the article begins on, folded; empty if nobody knows."""
    return folded_page(re.split("[-,;]", record.pages or "", maxsplit=1)[0])


def folded_page(page: str) -> str:
    """In lower case and without the e of electronic pages, which half of the sources leave out."""
    return re.sub(r"^e(?=\d)", "", folded(page))


def folded(number: str) -> str:
    """In lower case and without spaces."""
    return number.lower().replace(" ", "")


def years_around(year: str) -> list[str]:
    """The years that an article of this year may be filed under, this one first."""
    number = int(year)
    return [str(number + apart) for apart in sorted(range(-YEARS_APART, YEARS_APART + 1), key=abs)]
