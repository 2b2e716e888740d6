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
from chapwai.citations.wording import letters_of

# Readers of pages that are about one article.
SINGLE_READERS = (read_pubmed, read_thai_journal, read_publisher)
# The title of an article's own page is this much larger than those of the articles listed on it.
TITLE_STANDS_OUT = 1.15


def describe_page(lines: Sequence[Line]) -> list[Description]:
    """Every article that the page itself is about, in reading order; empty if it is about none."""
    if managed := read_reference_manager(lines):
        return [managed]
    listed = _listed(lines)
    # One reference alone may be the page's own article, told once more in a box for citing it.
    if len(listed) > 1 and not _has_larger_title(lines, listed):
        return listed
    single = _single(lines)
    if single and not (listed and _is_one_of(single, listed)):
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


def _is_one_of(single: Description, listed: Sequence[Description]) -> bool:
    """Whether what looks like an article's page is only the list's largest item, or its heading.

    A page of one article has its title in larger type, over the articles that it lists besides.
    """
    title = single.lines[:1]
    if len(listed) == 1:
        return title == listed[0].lines[:1]
    if any(title and title[0] in item.lines for item in listed):
        return True
    if _is_titled_in(single, listed) or not _is_told(single, listed):
        return True
    return _title_size(single) < TITLE_STANDS_OUT * max(map(_title_size, listed))


def _is_titled_in(single: Description, listed: Sequence[Description]) -> bool:
    """Whether its title is that of a listed item, perhaps with a label over it."""
    title = letters_of(single.title or "")
    return any(letters_of(item.title) in title for item in listed if item.title)


def _is_told(single: Description, listed: Sequence[Description]) -> bool:
    """Whether the page tells of an article besides those of the list: by authors, or a DOI."""
    listed_dois = {doi for item in listed for doi in item.dois}
    own = set(single.dois) - listed_dois
    return bool(single.authors or single.pmids or (own and len(single.dois) <= len(own) + 1))


def _has_larger_title(lines: Sequence[Line], listed: Sequence[Description]) -> bool:
    """Whether any line besides the list's could be the title of an article's own page."""
    largest = TITLE_STANDS_OUT * max(map(_title_size, listed))
    own = {line for item in listed for line in item.lines}
    return any(
        line.size >= largest and len(line.text.split()) > 1 for line in lines if line not in own
    )


def _title_size(description: Description) -> float:
    return usual_size(description.lines[:1])
