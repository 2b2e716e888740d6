"""The items of a page, completed by those that no layout found and the index knows.

A find takes the place of an item that was read too badly to be resolved. Others become items only
where the page is a list: beside one article stand the titles of many that nobody asks for.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

from rapidfuzz import fuzz

from chapwai.citations.citation import Citation
from chapwai.citations.lines import Box, Line, box_of, usual_size
from chapwai.citations.record import CitationIndex
from chapwai.citations.resolve.evidence import first_page, same_volume
from chapwai.citations.resolve.find import Find, finds_on
from chapwai.citations.resolve.stretch import Stretch, stretches_of
from chapwai.citations.wording import letters_of

# A title in type so much larger than the rest is that of the page.
STANDS_OUT = 1.2
# Items of one list are printed in one type, more or less.
SAME_TYPE = 0.8
# How much alike (of 100) the words of an item and of a record must be to be the same ones.
SAME_WORDS = 75
FEWEST_LETTERS = 12
# How much of a line (of 100) an item's names must hold to explain it, and how far off, in sizes.
EXPLAINED = 80
REACH = 10
# Of an article whose title is all that is known.
CONFIDENCE_IN_A_TITLE = 0.3
READ = frozenset({"screen", "text", "qr"})


@dataclass(frozen=True)
class Item:
    """A citation, and the lines of its title as far as they can be told."""

    citation: Citation
    lines: tuple[Line, ...] = ()

    @property
    def is_resolved(self) -> bool:
        """Whether a record has had a say in it."""
        return bool(set(self.citation.origins.values()) - READ)

    @property
    def has_place(self) -> bool:
        """Whether it names an article by itself."""
        return bool(self.citation.is_identified or (self.citation.volume and self.citation.pages))

    @property
    def size(self) -> float:
        """The size of its title's type, 0 if nobody knows where that stands."""
        return max((line.size for line in self.lines), default=0.0)


def completed(
    citations: Sequence[Citation], lines: Sequence[Line], index: CitationIndex
) -> tuple[Citation, ...]:
    """The citations in reading order, with those on the page that only the index knows."""
    stretches = stretches_of(lines)
    items = [Item(one, _title_lines(one, stretches)) for one in citations]
    if _is_page_of_one(items, lines):
        return tuple(citations)
    explained = {line for item in items for line in _explained_by(item, lines)}
    finds = finds_on(stretches, explained, index)
    sure = _new_ones([find for find in finds if find.is_sure], items)
    items, others = _with_repaired(items, sure)
    welcome = _welcome(others, items)
    if welcome and len(items) == 1 and not (items[0].is_resolved or items[0].has_place):
        items = []
    for find in welcome:
        items.insert(_position(find, items), Item(find.citation, find.seen.lines))
    return tuple(item.citation for item in items) or _perhaps(finds, lines)


def _perhaps(finds: Sequence[Find], lines: Sequence[Line]) -> tuple[Citation, ...]:
    """The title of the page, if nothing else can be read: somebody has to say which article."""
    large = [find for find in finds if find.size >= STANDS_OUT * usual_size(lines)]
    if not large:
        return ()
    find = max(large, key=lambda find: find.size)
    same = (other.record for other in large if other.seen.lines == find.seen.lines)
    perhaps = Citation(
        title=find.record.title,
        origins=MappingProxyType({"title": "screen"}),
        legibility=find.shown.legibility,
        confidence=CONFIDENCE_IN_A_TITLE,
        candidates=tuple(dict.fromkeys(same)),
    )
    return (perhaps,)


def _title_lines(citation: Citation, stretches: Mapping[Line, Stretch]) -> tuple[Line, ...]:
    """The lines that show the citation's title best."""
    title = citation.title or ""
    sightings = [seen for stretch in stretches.values() if (seen := stretch.seen(title))]
    wanted = letters_of(title)
    best = max(sightings, key=lambda seen: fuzz.ratio(wanted, letters_of(seen.text)), default=None)
    return best.lines if best else ()


def _is_page_of_one(items: Sequence[Item], lines: Sequence[Line]) -> bool:
    """Whether the one article that the page is about is known already."""
    if len(items) != 1 or not items[0].is_resolved:
        return False
    return not items[0].lines or items[0].size >= STANDS_OUT * usual_size(lines)


def _explained_by(item: Item, lines: Sequence[Line]) -> Iterator[Line]:
    """The lines of a resolved item's title, and those near it that its names fill."""
    if not item.is_resolved or not item.lines:
        return
    yield from item.lines
    names = letters_of(" ".join([*item.citation.authors, item.citation.journal or ""]))
    middle = box_of(item.lines).middle
    near = (line for line in lines if abs(line.box.middle - middle) < REACH * item.size)
    for line in near:
        if fuzz.partial_ratio(letters_of(line.text), names) >= EXPLAINED:
            yield line


def _new_ones(finds: Sequence[Find], items: Sequence[Item]) -> list[Find]:
    """Each article once, and none that is resolved already."""
    known = [item.citation for item in items if item.is_resolved]
    new: list[Find] = []
    for find in finds:
        if not any(_is_same(find.citation, one) for one in known):
            new.append(find)
            known.append(find.citation)
    return new


def _is_same(one: Citation, other: Citation) -> bool:
    for name in ("doi", "pmid"):
        if getattr(one, name) and getattr(other, name):
            return bool(getattr(one, name) == getattr(other, name))
    return letters_of(one.title or "") == letters_of(other.title or "")


def _with_repaired(items: Sequence[Item], finds: Sequence[Find]) -> tuple[list[Item], list[Find]]:
    """The items with finds in the place of those that were read badly, and the other finds."""
    repaired: list[Item] = []
    left = list(finds)
    used: list[Find] = []
    for item in items:
        find = next((one for one in finds if _is_about(item, one)), None)
        if find is None:
            repaired.append(item)
        elif find in left:
            left.remove(find)
            used.append(find)
            citation = replace(find.citation, is_marked=item.citation.is_marked)
            repaired.append(Item(citation, find.seen.lines))
    return repaired, left


def _is_about(item: Item, find: Find) -> bool:
    """Whether the find is what the item was meant to be: the same lines, words or place."""
    if item.is_resolved:
        return False
    if set(item.lines) & set(find.seen.lines):
        return True
    seen, record = item.citation, find.record
    if seen.volume and seen.pages and same_volume(seen.volume, record.volume):
        return first_page(seen.pages) == first_page(record.pages)
    title, wanted = letters_of(seen.title or ""), letters_of(record.title)
    is_telling = min(len(title), len(wanted)) >= FEWEST_LETTERS
    return is_telling and fuzz.partial_ratio(title, wanted) >= SAME_WORDS


def _welcome(finds: Sequence[Find], items: Sequence[Item]) -> list[Find]:
    """The finds that are items of their own."""
    if len(items) > 1:
        return list(finds)
    if not items:
        largest = max((find.size for find in finds), default=0.0)
        return [find for find in finds if find.size >= largest / STANDS_OUT]
    (item,) = items
    if item.is_resolved or item.has_place:
        alike = (find for find in finds if find.size >= SAME_TYPE * item.size)
        return [find for find in alike if find.is_at_its_place]
    is_list = len(finds) > 1
    return [find for find in finds if is_list or find.size >= SAME_TYPE * item.size]


def _position(find: Find, items: Sequence[Item]) -> int:
    """Before the first item that stands behind it in reading order."""
    box = box_of(find.seen.lines)
    behind = (n for n, item in enumerate(items) if item.lines and _precedes(box, item.lines))
    return next(behind, len(items))


def _precedes(box: Box, lines: Sequence[Line]) -> bool:
    other = box_of(lines)
    if box.left >= other.right or other.left >= box.right:
        return box.left < other.left
    return box.top < other.top
