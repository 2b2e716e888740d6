"""The contents of an issue on a Thai journal's site, as journal systems everywhere list them.

วารสาร… ปีที่ 12 ฉบับที่ 3 (2562): กันยายน - ธันวาคม 2562, once over all articles
The title, in one line or more
First name and surname, another one                                                 41-50
PDF

The pages stand at the side, or nowhere. The names are what an article is known by.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from chapwai.citations.description import Description
from chapwai.citations.layouts.parts.blocks import same_size, stands_under
from chapwai.citations.layouts.parts.card_words import begins_with_control
from chapwai.citations.layouts.thai.author_lines import authors_on
from chapwai.citations.layouts.thai.hits import (
    NAMES_ISSUE,
    PAGES_ALONE,
    journal_over,
    source_of,
)
from chapwai.citations.layouts.thai.parts import (
    NOT_TITLES,
    is_names,
    joined_text,
    tidy_title,
)
from chapwai.citations.lines import Box, Line, box_of
from chapwai.citations.source_line import expanded_pages
from chapwai.citations.thai_names import lists_thai_names
from chapwai.citations.wording import is_thai, plain

FEWEST_ITEMS = 2
FEWEST_TITLE_LETTERS = 8
MOST_TITLE_LINES = 5
MOST_LINES_OF_NAMES = 6
# Unread Thai figures look like Arabic ones to the engine for whole pages, which is not sure then.
SURE_OF_PAGES = 0.85


@dataclass(frozen=True)
class Item:
    """One article's lines by what they say."""

    title: list[Line]
    names: list[Line]
    pages: str | None

    @property
    def lines(self) -> tuple[Line, ...]:
        return (*self.title, *self.names)


def read_thai_contents(lines: Sequence[Line]) -> list[Description]:
    """Describe each article of an issue in reading order, empty if the page lists none."""
    items = list(_items(lines))
    if len(items) < FEWEST_ITEMS:
        return []
    top = items[0].title[0].box.top
    heading = [line for line in lines if line.box.middle < top]
    if not (NAMES_ISSUE.search(joined_text(heading)) or _have_pages(items)):
        return []
    return [_description(item, heading) for item in items]


def _items(lines: Sequence[Line]) -> Iterator[Item]:
    taken: set[Line] = set()
    for line in lines:
        if line in taken or not _begins_names(line):
            continue
        title = _title_over(line, [above for above in lines if above not in taken])
        if title:
            names = _names_from(line, lines)
            taken.update(title, names)
            yield Item(title, names, _pages_beside(box_of([*title, *names]), lines))


def _begins_names(line: Line) -> bool:
    text = plain(line.text)
    return is_thai(text) and (is_names(line) or lists_thai_names(text))


def _title_over(names: Line, lines: Sequence[Line]) -> list[Line]:
    """The lines of one type that end over the names."""
    title: list[Line] = []
    for line in reversed(lines):
        lowest = title[0] if title else names
        if len(title) == MOST_TITLE_LINES or not stands_under(line, lowest):
            continue
        if not _is_of_title(line) or (title and not same_size(title[-1], line)):
            break
        title.insert(0, line)
    letters = sum(map(str.isalpha, joined_text(title))) if title else 0
    return title if letters >= FEWEST_TITLE_LETTERS else []


def _is_of_title(line: Line) -> bool:
    text = plain(line.text)
    is_other = NOT_TITLES.search(text) or NAMES_ISSUE.search(text) or PAGES_ALONE.search(text)
    return not (is_other or begins_with_control(text) or _begins_names(line))


def _names_from(first: Line, lines: Sequence[Line]) -> list[Line]:
    """The lines of names from the first on; a surname may stand alone on the last of them."""
    names = [first]
    for line in lines:
        if len(names) < MOST_LINES_OF_NAMES and stands_under(names[-1], line):
            if not (_begins_names(line) or _is_rest(line)):
                break
            names.append(line)
    return names


def _is_rest(line: Line) -> bool:
    text = plain(line.text)
    return is_thai(text) and len(text.split()) == 1 and not NOT_TITLES.search(text)


def _pages_beside(box: Box, lines: Sequence[Line]) -> str | None:
    """The range of pages at the right of an item, if there is just one."""
    level = [line for line in lines if line.box.left > box.left and _is_level(line, box)]
    sure = [line for line in level if line.confidence >= SURE_OF_PAGES]
    found = [alone for line in sure if (alone := PAGES_ALONE.search(plain(line.text)))]
    return expanded_pages(found[0]["pages"]) if len(found) == 1 else None


def _is_level(line: Line, box: Box) -> bool:
    return box.top < line.box.middle < box.bottom


def _have_pages(items: Sequence[Item]) -> bool:
    return 2 * sum(bool(item.pages) for item in items) > len(items)


def _description(item: Item, heading: Sequence[Line]) -> Description:
    source = source_of(heading)
    return Description(
        title=tidy_title(item.title),
        authors=authors_on(item.names),
        journal=journal_over(heading),
        year=source.year,
        volume=source.volume,
        issue=source.issue,
        pages=item.pages,
        lines=item.lines,
    )
