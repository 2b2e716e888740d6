"""Lists of articles that are no references: search results, tables of contents, alerts by mail.

Every item is a small page: a title, a line of authors, and a line that says where the article
stands, in about this order. Buttons, identifiers and bits of the text stand around them. What a
site calls them differs; that they repeat down a column does not.
"""

import itertools
import re
import statistics
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from chapwai.citations import identifiers
from chapwai.citations.description import Description
from chapwai.citations.layouts.blocks import is_cut
from chapwai.citations.layouts.card_words import listed_names_in
from chapwai.citations.layouts.list_path import roles_of
from chapwai.citations.layouts.list_roles import Role, Style, names_identifier
from chapwai.citations.layouts.list_rows import NUMBER, Row, columns_of_rows, unmarked
from chapwai.citations.layouts.pubmed import tidy_title
from chapwai.citations.layouts.result_table import read_table
from chapwai.citations.layouts.scholar import read_scholar
from chapwai.citations.layouts.sources import Place, dated_journal, heading_place, place_of
from chapwai.citations.lines import Line, text_of
from chapwai.citations.source_line import expanded_pages
from chapwai.citations.wording import one_line, plain

FEWEST_ITEMS = 2
FEWEST_TITLE_LETTERS = 8
# What follows the source stands no farther from it than this, in sizes of type.
WIDEST_BREAK = 4.0
PAGES_BESIDE = re.compile(
    r"(?i)(?:pp?\.?\s?)?(?P<pages>[A-Z]?\d{1,6}\s?-\s?[A-Z]?\d{1,6}|e\d{2,8})"
)


@dataclass(frozen=True)
class Item:
    """The rows of one item by their parts, and those behind it that name it."""

    title: list[Row]
    names: list[Row]
    source: list[Row]
    rest: list[Row]

    @property
    def rows(self) -> list[Row]:
        return [*self.title, *self.names, *self.source, *self.rest]

    @property
    def place(self) -> Place | None:
        text = _text(self.source)
        found = place_of(text) or (dated_journal(text) if self.names else None)
        pages = self._pages_beside()
        if not pages or (found and found.pages):
            return found
        return replace(found or Place(), pages=pages)

    def _pages_beside(self) -> str | None:
        """The pages where a table of contents has them: to the right of the title or the names."""
        texts = [plain(line.text).strip() for row in self.rows for line in row.beside]
        pages = (match["pages"] for text in texts if (match := PAGES_BESIDE.fullmatch(text)))
        return next(map(expanded_pages, pages), None)


def read_result_list(lines: Sequence[Line]) -> list[Description]:
    """Describe each item of a list of articles in reading order, empty if the page is none."""
    return read_table(lines) or read_scholar(lines) or _read_columns(lines)


def _read_columns(lines: Sequence[Line]) -> list[Description]:
    columns = [_items(rows) for rows in columns_of_rows(lines)]
    listed = [item for column in columns if _is_list(column) for item in column]
    if not listed:
        return []
    top = listed[0].title[0].line.box.top
    heading = heading_place([line for line in lines if line.box.middle < top])
    return [_description(item, heading, lines) for item in _without_numbers(listed)]


def _is_list(items: Sequence[Item]) -> bool:
    return sum(item.place is not None for item in items) >= FEWEST_ITEMS


def _items(rows: Sequence[Row]) -> list[Item]:
    """The items of a column: read once to see how titles are set, and once more knowing it."""
    found = list(_parted(rows, roles_of(rows, None)))
    style = _style([item for item in found if item.place])
    if style is None:
        return []
    return [item for item in _parted(rows, roles_of(rows, style)) if _is_whole(item, style)]


def _style(items: Sequence[Item]) -> Style | None:
    if len(items) < FEWEST_ITEMS:
        return None
    sizes = [row.size for item in items for row in item.title]
    lefts = [item.title[0].left for item in items]
    return Style(statistics.median(sizes), statistics.median(lefts))


def _is_whole(item: Item, style: Style) -> bool:
    """Whether an item says enough, or looks as those that do: headings have a volume too."""
    letters = sum(map(str.isalpha, "".join(row.text for row in item.title)))
    says_enough = item.place is not None and bool(item.names or item.place.pages)
    return letters >= FEWEST_TITLE_LETTERS and (says_enough or style.fits(item.title[0]))


def _parted(rows: Sequence[Row], roles: Sequence[Role]) -> Iterator[Item]:
    """Each item from its title down to the next one's."""
    starts = [n for n, role in enumerate(roles) if _begins(roles, n, role)]
    for start, end in itertools.pairwise([*starts, len(rows)]):
        own = list(zip(rows[start:end], roles[start:end], strict=True))
        source = _run(own, Role.SOURCE)
        yield Item(
            title=_run(own, Role.TITLE),
            names=_run(own, Role.NAMES) or _run(own, Role.NAMES_AFTER),
            source=source,
            rest=_naming(own),
        )


def _begins(roles: Sequence[Role], n: int, role: Role) -> bool:
    return role is Role.TITLE and (n == 0 or roles[n - 1] is not Role.TITLE)


def _run(own: Sequence[tuple[Row, Role]], role: Role) -> list[Row]:
    return [row for row, part in own if part is role]


def _naming(own: Sequence[tuple[Row, Role]]) -> list[Row]:
    """The rows around the parts that name the article, down to a wide gap."""
    naming = []
    for (row, _), (following, role) in itertools.pairwise(own):
        if following.middle - row.middle > WIDEST_BREAK * row.size:
            break
        if role in (Role.OTHER, Role.ASIDE) and names_identifier(following.text):
            naming.append(following)
    return naming


def _without_numbers(items: Sequence[Item]) -> list[Item]:
    """The items without the numbers before their titles, if they count the items."""
    found = [NUMBER.match(item.title[0].text) for item in items]
    numbers = [int(re.sub(r"\D", "", match.group())) for match in found if match]
    if len(numbers) < FEWEST_ITEMS or numbers != sorted(set(numbers)):
        return list(items)
    return [replace(item, title=_without_number(item.title)) for item in items]


def _without_number(title: Sequence[Row]) -> list[Row]:
    return [replace(title[0], text=unmarked(title[0].text)), *title[1:]]


def _description(item: Item, heading: Place | None, lines: Sequence[Line]) -> Description:
    place = item.place or Place()
    common = heading if heading and not place.volume and not place.journal else place
    named = plain(text_of([row.line for row in [*item.source, *item.rest]]))
    own = tuple(dict.fromkeys(row.line for row in item.rows))
    return Description(
        title=None if is_cut([row.line for row in item.title], lines) else _title(item),
        authors=_authors(item, place),
        journal=common.journal,
        year=common.year,
        volume=common.volume,
        issue=common.issue,
        pages=place.pages,
        dois=tuple(identifiers.dois_in(named)),
        pmids=tuple(identifiers.pmids_in(named)),
        lines=own,
    )


def _title(item: Item) -> str | None:
    return tidy_title(one_line(plain(_text(item.title)))) or None


def _authors(item: Item, place: Place) -> tuple[str, ...]:
    listed = "\n".join([*(row.text for row in item.names), place.names])
    return listed_names_in(listed)


def _text(rows: Sequence[Row]) -> str:
    return text_of([replace(row.line, text=row.text) for row in rows])
