"""The items of a list's column: which of its rows are one's title, names and source."""

import itertools
import re
import statistics
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from chapwai.citations.layouts.lists.dated_rows import with_links_below
from chapwai.citations.layouts.lists.manner import Manner
from chapwai.citations.layouts.lists.opening_rows import are_first_pages, with_openings
from chapwai.citations.layouts.lists.path import pairs_of, roles_of
from chapwai.citations.layouts.lists.roles import (
    Role,
    Style,
    names_identifier,
    on_one_side,
    points_of,
    styled,
)
from chapwai.citations.layouts.parts.list_rows import NUMBER, Row, number_beside, text_in, unmarked
from chapwai.citations.layouts.parts.listed_names import are_clear_names
from chapwai.citations.layouts.sources.sources import Place
from chapwai.citations.lines import Line
from chapwai.citations.possible_pages import possible_pages
from chapwai.citations.source_line import expanded_pages
from chapwai.citations.wording import plain

FEWEST_TITLE_LETTERS = 8
# What follows the source stands no farther from it than this, in sizes of type.
WIDEST_BREAK = 4.0
CLOCK = re.compile(r"(?<!\d)\d{1,2}:\d\d(?!\d)")
# Gaps of one list differ by no more than this.
NEARLY = 0.85
PAGES_BESIDE = re.compile(
    r"(?i)(?:pp?\.?\s?)?(?P<pages>[A-Z]?\d{1,6}\s?-\s?[A-Z]?\d{1,6}|e\d{2,8})"
)


@dataclass(frozen=True)
class Item:
    """The rows of one item by their parts, those behind it that name it, and where it stands."""

    title: list[Row]
    names: list[Row]
    source: list[Row]
    naming: list[Row]
    place: Place | None = None

    @property
    def rows(self) -> list[Row]:
        return [*self.title, *self.names, *self.source, *self.naming]

    @property
    def lines(self) -> tuple[Line, ...]:
        return tuple(row.line for row in self.rows)


def items_in(rows: Sequence[Row], manner: Manner) -> list[Item]:
    """The items of a column: read once to see how titles are set, and once more knowing it."""
    rows = [replace(row, text=bare) for row in rows if (bare := manner.without_labels(row.text))]
    rows = with_openings(with_links_below(rows))
    pairs, points = pairs_of(rows), points_of(rows, manner)
    roles = roles_of(rows, pairs, points)
    first = _with_first_pages(_parted(rows, roles, manner))
    placed = [item for item in first if item.place]
    if not placed:
        return []
    style, least_gap = _style(placed), _least_gap(placed, rows)
    points = [styled(own, row, style) for own, row in zip(points, rows, strict=True)]
    points = on_one_side(points, roles)
    found = _with_first_pages(_parted(rows, roles_of(rows, pairs, points), manner))
    whole = [item for item in found if _is_whole(item, style) and not _is_heading(item, rows)]
    items = [
        item
        for item in whole
        if _tells(item) or (_gap_over(item, rows) >= least_gap and _could_be_alone(item))
    ]
    items = _without_heading(items)
    return items if _are_list(items, manner) else []


def _without_heading(items: Sequence[Item]) -> list[Item]:
    """Without the issue over its articles: it names the volume, and they have pages alone."""
    first, *others = [item.place or Place() for item in items] or [Place()]
    have_pages_alone = all(one.pages and not (one.volume or one.journal) for one in others)
    is_issue = first.volume and all(_reaches(first, one) for one in others)
    is_heading = bool(others) and is_issue and have_pages_alone
    return list(items[1:] if is_heading else items)


def _reaches(issue: Place, article: Place) -> bool:
    """Whether the pages of an issue, if it names them, go as far as those of an article."""
    last, of_article = (re.findall(r"\d{1,7}", one.pages or "") for one in (issue, article))
    return not last or (bool(of_article) and int(last[-1]) >= int(of_article[-1]))


def _are_list(items: Sequence[Item], manner: Manner) -> bool:
    """Whether enough of them have a source; the lower edge may have cut that of the second.

    A banner over a single article's title has none of an item's names.
    """
    placed = [item for item in items if item.place]
    if len(placed) >= manner.fewest_items:
        return True
    is_first = bool(placed) and placed[0] is items[0] and are_clear_names(text_in(items[0].names))
    return is_first and len(items) == manner.fewest_items and _tells(items[1])


def without_numbers(items: Sequence[Item]) -> list[Item]:
    """The items without the numbers before their titles, if they count the items."""
    found = [NUMBER.match(item.title[0].text) for item in items]
    numbers = [int(re.sub(r"\D", "", match.group())) for match in found if match]
    if len(numbers) < 2 or numbers != sorted(set(numbers)):
        return list(items)
    return [replace(item, title=_without_number(item.title)) for item in items]


def _style(items: Sequence[Item]) -> Style:
    sizes = [row.size for item in items for row in item.title]
    lefts = [item.title[0].left for item in items]
    return Style(statistics.median(sizes), statistics.median(lefts))


def _least_gap(items: Sequence[Item], rows: Sequence[Row]) -> float:
    """How far a title stands at least below what is over it, but for the first."""
    return NEARLY * min((_gap_over(item, rows) for item in items[1:]), default=0.0)


def _gap_over(item: Item, rows: Sequence[Row]) -> float:
    first = item.title[0]
    above = [row.middle for row in rows if row.middle < first.middle]
    return (first.middle - above[-1]) / first.size if above else 0.0


def _tells(item: Item) -> bool:
    """Whether more of it was read than what may be a title."""
    return bool(item.names or item.place)


def _could_be_alone(item: Item) -> bool:
    """Whether it is no bar at the foot of a screen, which tells the time."""
    return not CLOCK.search(text_in(item.title))


def _is_whole(item: Item, style: Style) -> bool:
    """Whether an item says enough, or looks as those that do: headings have a volume too."""
    letters = sum(map(str.isalpha, text_in(item.title)))
    place = item.place or Place()
    says_enough = bool(place.names or place.pages or (item.names and item.place))
    return letters >= FEWEST_TITLE_LETTERS and (says_enough or style.fits(item.title[0]))


def _is_heading(item: Item, rows: Sequence[Row]) -> bool:
    """Whether it names the issue over printed contents, whose items have pages beside them."""
    is_printed = any(row.opens is not None for row in rows)
    return is_printed and bool(item.place and item.place.volume) and _number_beside(item) is None


def _parted(rows: Sequence[Row], roles: Sequence[Role], manner: Manner) -> Iterator[Item]:
    """Each item from its title down to the next one's."""
    starts = [n for n, role in enumerate(roles) if _begins(roles, n, role)]
    for start, end in itertools.pairwise([*starts, len(rows)]):
        own = list(zip(rows[start:end], roles[start:end], strict=True))
        item = Item(
            title=_run(own, Role.TITLE),
            names=_run(own, Role.NAMES) or _run(own, Role.NAMES_AFTER),
            source=_run(own, Role.SOURCE),
            naming=_naming(own),
        )
        yield replace(item, place=_place(item, manner))


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


def _place(item: Item, manner: Manner) -> Place | None:
    text = text_in(item.source)
    found = manner.place_of(text)
    if found is None and item.names:
        found = manner.place_beside_names(text)
    pages = _pages_beside(item)
    if not pages or (found and found.pages):
        return found
    return replace(found or Place(), pages=pages)


def _pages_beside(item: Item) -> str | None:
    """The pages where a table of contents has them: to the right of the title or the names."""
    texts = [plain(line.text).strip() for row in item.rows for line in row.beside]
    pages = (match["pages"] for text in texts if (match := PAGES_BESIDE.fullmatch(text)))
    return next((possible_pages(expanded_pages(found)) for found in pages), None)


def _with_first_pages(items: Iterable[Item]) -> list[Item]:
    """Placed by the page beside each, as a printed table of contents has it: they only rise."""
    items = list(items)
    unplaced = [item for item in items if item.names and not item.place]
    if not are_first_pages(map(_number_beside, unplaced)):
        return items
    return [
        replace(item, place=Place())
        if item in unplaced and _number_beside(item) is not None
        else item
        for item in items
    ]


def _number_beside(item: Item) -> int | None:
    return next((number for row in item.rows if (number := number_beside(row)) is not None), None)


def _without_number(title: Sequence[Row]) -> list[Row]:
    return [replace(title[0], text=unmarked(title[0].text)), *title[1:]]
