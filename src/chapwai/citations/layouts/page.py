"""Which reader understands a page: the stricter ones are asked first."""

from collections.abc import Sequence

from chapwai.citations.description import Description
from chapwai.citations.layouts.publisher import read_publisher
from chapwai.citations.layouts.pubmed import read_pubmed
from chapwai.citations.layouts.reference_list import has_heading, read_reference_list
from chapwai.citations.layouts.reference_manager import read_reference_manager
from chapwai.citations.layouts.result_list import read_result_list
from chapwai.citations.layouts.thai_journal import read_thai_journal
from chapwai.citations.layouts.unknown import read_unknown
from chapwai.citations.lines import Line, usual_size

# Readers of pages that are about one article.
SINGLE_READERS = (read_pubmed, read_thai_journal, read_publisher)
# The title of an article's own page is this much larger than those of the articles listed on it.
TITLE_STANDS_OUT = 1.15


def describe_page(lines: Sequence[Line]) -> list[Description]:
    """Every article that the page itself is about, in reading order; empty if it is about none."""
    if managed := read_reference_manager(lines):
        return [managed]
    listed = _listed(lines)
    single = _single(lines)
    if single and _stands_out(single, listed):
        return [single]
    return listed or read_unknown(lines)


def _single(lines: Sequence[Line]) -> Description | None:
    return next((found for reader in SINGLE_READERS if (found := reader(lines))), None)


def _listed(lines: Sequence[Line]) -> list[Description]:
    """A list whose items have authors of their own is one of hits; references run on."""
    results = read_result_list(lines)
    with_authors = sum(bool(item.authors) for item in results)
    if results and 2 * with_authors > len(results) and not has_heading(lines):
        return results
    return read_reference_list(lines) or results


def _stands_out(single: Description, listed: Sequence[Description]) -> bool:
    """Whether an article's page has its title in larger type than all that it lists besides.

    Its own article may be listed too: as the first of the items, or in a box for citing it.
    """
    title = single.lines[:1]
    others = [item for item in listed if title and title[0] not in item.lines]
    if len(listed) <= 1:
        return len(others) == len(listed)
    return _title_size(single) >= TITLE_STANDS_OUT * max(map(_title_size, others), default=0)


def _title_size(description: Description) -> float:
    return usual_size(description.lines[:1])
