"""Which reader understands a page: the stricter ones are asked first."""

import re
import statistics
from collections.abc import Sequence

from rapidfuzz import fuzz

from chapwai.citations.description import Description
from chapwai.citations.layouts.articles.publisher import read_publisher
from chapwai.citations.layouts.articles.pubmed import read_pubmed
from chapwai.citations.layouts.lists.result_list import read_result_list
from chapwai.citations.layouts.managers.preview import read_preview
from chapwai.citations.layouts.managers.reference_card import read_reference_card
from chapwai.citations.layouts.managers.reference_manager import read_reference_manager
from chapwai.citations.layouts.parts.naming import BEGINS_IDENTIFIER
from chapwai.citations.layouts.parts.reference_heading import has_heading
from chapwai.citations.layouts.reference_lists.chat import read_chat
from chapwai.citations.layouts.reference_lists.reference_list import read_reference_list, run_on
from chapwai.citations.layouts.tables.result_table import read_headed_table
from chapwai.citations.layouts.tables.written_table import read_written_table
from chapwai.citations.layouts.thai.contents import read_thai_contents
from chapwai.citations.layouts.thai.hits import read_thai_hits
from chapwai.citations.layouts.thai.index_table import read_thai_table
from chapwai.citations.layouts.thai.journal import read_thai_journal
from chapwai.citations.layouts.thai.record import read_thai_record
from chapwai.citations.layouts.unknown import read_unknown
from chapwai.citations.lines import Line
from chapwai.citations.source_patterns import YEAR
from chapwai.citations.wording import letters_of, plain

# Readers of what an article's fields are labelled with, or its row is marked by.
LABELLED_READERS = (read_preview, read_thai_record, read_reference_manager, read_reference_card)
# Readers of pages whose articles stand apart: in bubbles, or in the rows of a table.
PARTED_READERS = (read_chat, read_headed_table, read_written_table, read_thai_table)
# Readers of pages that are about one article.
SINGLE_READERS = (read_pubmed, read_thai_journal, read_publisher)
# The title of an article's own page is this much larger than those of the articles listed on it.
TITLE_STANDS_OUT = 1.15
# The titles of one list are set alike, but measured by a word or two they differ.
LISTED_TITLE_STANDS_OUT = 1.3
SHORTEST_TITLE = 14
# Larger type is larger by this at least.
LARGER = 1.1
FEWEST_OF_A_LIST = 3
# Of 100: two readings of one title.
SAME_TITLE = 90
# No page that can be read has more, and what crafted pictures have may cost no more either.
LONGEST_LINE = 400
MOST_LINES = 400

# Names and a year stand before the title of a reference, never in a hit's.
REFERENCE_BEGUN = re.compile(rf"[A-Z][^()]{{3,160}}\({YEAR}\)[.,]")

# The first lines of an article's page: the title, and what stands beside it.
LINES_THAT_TELL = 4


def describe_page(lines: Sequence[Line]) -> list[Description]:
    """Every article that the page itself is about, in reading order; empty if it is about none."""
    lines = [line for line in lines if len(line.text) <= LONGEST_LINE][:MOST_LINES]
    if labelled := _labelled(lines):
        return [labelled]
    if said := next(filter(None, (reader(lines) for reader in PARTED_READERS)), None):
        return said
    listed = _listed(lines)
    single = _single(lines) if _has_larger_title(lines, listed) else None
    if single and _stands_out(single, listed):
        return _written_out(single, lines) or [single]
    return listed or read_unknown(lines)


def _labelled(lines: Sequence[Line]) -> Description | None:
    """The one article that is marked or has labelled fields, in a repository or a library."""
    return next((found for reader in LABELLED_READERS if (found := reader(lines))), None)


def _written_out(single: Description, lines: Sequence[Line]) -> list[Description]:
    """The references on a slide or in a mail, whose own heading is no article.

    It has no authors but those of a reference; one that says its words is the page's own.
    """
    whole = [found for found in read_unknown(lines) if _is_reference(found)]
    if single.authors and not any(_are_by_the_same(found, single) for found in whole):
        return []
    return [] if any(_says_title(found, single) for found in whole) else whole


def _is_reference(found: Description) -> bool:
    """Whether it says all that a reference says: the numbers of a page's head alone do not."""
    return bool(found.authors and found.title and found.journal and found.year and found.volume)


def _single(lines: Sequence[Line]) -> Description | None:
    return next((found for reader in SINGLE_READERS if (found := reader(lines))), None)


def _listed(lines: Sequence[Line]) -> list[Description]:
    """A list whose items have authors of their own is one of hits, unless its items run on."""
    if has_heading(lines):
        return read_reference_list(lines) or _hits(lines)
    results = _hits(lines)
    if _begin_with_names(results):
        return read_reference_list(lines) or read_unknown(lines)
    are_hits = _have_authors(results)
    if are_hits and _have_larger_titles(results):
        return results
    references = read_reference_list(lines)
    if are_hits and not _are_rather(references, results):
        return results
    return references or results


def _are_rather(references: Sequence[Description], results: Sequence[Description]) -> bool:
    """Whether what could be hits are references that run on, or several of them made into one."""
    if len(references) > len(results) and any(len(set(hit.dois)) > 1 for hit in results):
        return True
    return 2 * len(references) >= len(results) and run_on(references)


def _hits(lines: Sequence[Line]) -> list[Description]:
    return read_thai_hits(lines) or read_thai_contents(lines) or read_result_list(lines)


def _begin_with_names(items: Sequence[Description]) -> bool:
    """Whether half of the titles are references of their own, cut at some line: Marsh D (2019)."""
    begun = sum(bool(REFERENCE_BEGUN.match(plain(item.title or ""))) for item in items)
    return begun > 0 and 2 * begun >= len(items)


def _have_larger_titles(items: Sequence[Description]) -> bool:
    """Whether the titles are set in larger type than what follows them: references never are."""
    firsts = [_title_size(item) for item in items]
    others = [line.size for item in items for line in item.lines[2:]]
    return bool(others) and statistics.median(firsts) > LARGER * statistics.median(others)


def _have_authors(items: Sequence[Description]) -> bool:
    """Whether most do; without any, they are not."""
    return 2 * sum(bool(item.authors) for item in items) > len(items)


def _stands_out(single: Description, listed: Sequence[Description]) -> bool:
    """Whether an article's page has its title in larger type than all that it lists besides.

    Its own article may be listed too: as the first of the items, or in a box for citing it.
    """
    own = set(single.lines[:LINES_THAT_TELL])
    sharing = [item for item in listed if own & set(item.lines)]
    if len(listed) <= 1:
        return not sharing or _is_headed(single, sharing[0])
    if _have_authors(listed) and any(_has_title_between(item, single) for item in sharing):
        return False
    if _have_authors(listed) and _heads_an_issue(single):
        return False
    if _is_mixed(single, listed):
        return False
    if _is_whole(single, listed) or _are_of(listed, single):
        return True
    largest = max((_title_size(item) for item in listed if item not in sharing), default=0)
    is_listed = any(item.lines[0] == single.lines[0] for item in sharing)
    least = LISTED_TITLE_STANDS_OUT if is_listed else TITLE_STANDS_OUT
    return _is_told(single, listed) and single.lines[0].size >= least * largest


def _is_whole(single: Description, listed: Sequence[Description]) -> bool:
    """Whether the page says all of one article, and next to nobody's name besides.

    Parts of one page make two items and rarely more; those of a list may have unreadable names.
    """
    says_all = single.authors and single.title and (single.volume or single.dois)
    has_others = len(listed) >= FEWEST_OF_A_LIST or sum(bool(item.authors) for item in listed) > 1
    return bool(says_all) and not has_others


def _is_headed(single: Description, item: Description) -> bool:
    """Whether a page's title is set in larger type than the rest of what one item is made of."""
    small = min(line.size for line in item.lines)
    return _is_whole(single, [item]) and single.lines[0].size >= TITLE_STANDS_OUT * small


def _are_of(listed: Sequence[Description], single: Description) -> bool:
    """Whether all that is listed is of the page's article, rather than several others."""
    others = [item for item in listed if _is_other_article(item, single)]
    return len(others) <= 1 and all(_is_of(item, single) for item in listed)


def _is_other_article(item: Description, single: Description) -> bool:
    says_all = bool(item.title and item.authors and (item.volume or item.dois))
    return says_all and not _says_title(item, single)


def _is_of(item: Description, single: Description) -> bool:
    """Whether an item is made of the page's article, or says its title again."""
    if {line for line in single.lines if not BEGINS_IDENTIFIER.search(line.text)} & {*item.lines}:
        return True
    return _says_title(item, single)


def _says_title(item: Description, single: Description) -> bool:
    title, said = letters_of(single.title or ""), letters_of(item.title or "")
    is_long = len(title) >= SHORTEST_TITLE and len(said) >= len(title)
    return is_long and fuzz.partial_ratio(title, said) >= SAME_TITLE


def _is_mixed(single: Description, listed: Sequence[Description]) -> bool:
    """Whether the page's authors are those of an article that has another title."""
    titled = [item for item in listed if single.lines[0] in item.lines and item.authors]
    others = [item for item in listed if item not in titled and not _says_title(item, single)]
    return any(_are_by_the_same(item, single) for item in others if titled or _is_reference(item))


def _are_by_the_same(item: Description, single: Description) -> bool:
    """Whether two readings of a page have the same people; each sets marks of its own."""
    return letters_of("".join(item.authors)) == letters_of("".join(single.authors))


def _has_title_between(item: Description, single: Description) -> bool:
    """Whether the names under a large heading are an item's, whose title stands between them."""
    title, heading = item.lines[0], single.lines[0]
    names = [line for line in single.lines[:LINES_THAT_TELL] if line in item.lines]
    if all(BEGINS_IDENTIFIER.search(line.text) for line in names):
        return False
    return title not in single.lines and title.box.middle > heading.box.middle


def _heads_an_issue(single: Description) -> bool:
    """Whether a large line is a journal's name over the issue, and not a title over its place."""
    is_article = single.authors or single.journal or single.pages or single.dois or single.pmids
    return bool(single.volume and single.year) and not is_article


def _is_told(single: Description, listed: Sequence[Description]) -> bool:
    """Whether more is known of the page's article than a large line and the others' DOIs."""
    own = set(single.dois) - {doi for item in listed for doi in item.dois}
    return bool(single.authors or single.pmids or single.volume or own)


def _has_larger_title(lines: Sequence[Line], listed: Sequence[Description]) -> bool:
    """Whether any line is larger than the titles of the list, if that is a list for certain.

    Two items may be an article and the banner of its own page.
    """
    if len(listed) <= FEWEST_OF_A_LIST - 1:
        return True
    usual = statistics.median(map(_title_size, listed))
    could_be_titles = (line for line in lines if len(line.text) >= SHORTEST_TITLE)
    return any(line.size >= TITLE_STANDS_OUT * usual for line in could_be_titles)


def _title_size(description: Description) -> float:
    return description.lines[0].size if description.lines else 0.0
