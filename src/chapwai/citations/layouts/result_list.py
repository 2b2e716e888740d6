"""Lists of articles that are no references: search results, tables of contents, catalogues.

Every item is a small page: a title, larger or bolder, a line of authors, and a line that says
where the article stands. Authors come before that line or after it; what follows are identifiers,
links and bits of the text.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from chapwai.citations import identifiers
from chapwai.citations.description import Description
from chapwai.citations.layouts.blocks import block_above, is_cut, shares_column, stands_under
from chapwai.citations.layouts.card_words import (
    begins_with_control,
    is_kind,
    last_names,
    listed_names,
    listed_names_in,
)
from chapwai.citations.layouts.items import begins_with_name
from chapwai.citations.layouts.pubmed import tidy_title
from chapwai.citations.layouts.result_table import read_table
from chapwai.citations.layouts.scholar import read_scholar
from chapwai.citations.layouts.sources import Found, heading_source, source_at
from chapwai.citations.lines import Line, text_of
from chapwai.citations.wording import one_line, plain

FEWEST_ITEMS = 2
FEWEST_TITLE_LETTERS = 8
MARK = re.compile(r"^(?:[^\w\s(\[\"'¿¡]{1,3}|[Oo0Ll□☐口](?=\s))\s*(?=[\w(\[\"'])")
NUMBER = re.compile(r"^\W{0,2}(?P<number>\d{1,4})\W{0,2}\s+(?=[^\W_]|[\"'(\[])")
# Marks and numbers stand this far before the text, in sizes of type.
LEAST_MARGIN = 0.8
# What follows the source stands no farther from it than this, in sizes of type.
WIDEST_BREAK = 4.0


@dataclass(frozen=True)
class Card:
    """The lines of one item by what they say."""

    title: list[Line]
    authors: list[Line]
    found: Found
    rest: list[Line]
    is_counted: bool = False
    is_cut: bool = False

    @property
    def lines(self) -> tuple[Line, ...]:
        return tuple(dict.fromkeys([*self.title, *self.authors, *self.found.lines, *self.rest]))


def read_result_list(lines: Sequence[Line]) -> list[Description]:
    """Describe each item of a list of articles in reading order, empty if the page is none."""
    return read_table(lines) or read_scholar(lines) or _read_cards(lines)


def _read_cards(lines: Sequence[Line]) -> list[Description]:
    cards = _cards(lines)
    if len(cards) < FEWEST_ITEMS:
        return []
    top = cards[0].title[0].box.top
    heading = heading_source([line for line in lines if line.box.middle < top])
    return [_description(card, heading) for card in _without_numbers(cards)]


def _without_numbers(cards: Sequence[Card]) -> list[Card]:
    """The items without the numbers before their titles, if they count the items."""
    found = [NUMBER.match(_unmarked(card.title[0].text)) for card in cards]
    numbers = [int(match["number"]) for match in found if match]
    if len(numbers) < FEWEST_ITEMS or numbers != sorted(set(numbers)):
        return list(cards)
    return [replace(card, is_counted=True) for card in cards]


def _cards(lines: Sequence[Line]) -> list[Card]:
    cards: list[Card] = []
    taken: set[Line] = set()
    for place in range(len(lines)):
        source = source_at(lines, place) if lines[place] not in taken else None
        card = _card(source, lines, taken) if source else None
        if card:
            cards.append(card)
            taken.update(card.lines)
    return [_with_rest(card, lines, cards) for card in cards]


def _card(found: Found, lines: Sequence[Line], taken: set[Line]) -> Card | None:
    above = [line for line in lines[: found.place] if line not in taken]
    title, names = _title_and_names(found, above)
    if not _could_be_title(title):
        return None
    names = names or _names_under(found, lines)
    return Card(title, names, found, [], is_cut=is_cut(title, lines))


def _title_and_names(found: Found, above: Sequence[Line]) -> tuple[list[Line], list[Line]]:
    """As many lines of names over the source as leave a title over themselves."""
    near = _own_lines(block_above(found.lines[0], above))
    names = last_names(near)
    while names:
        over = _own_lines(block_above(names[0], above[: above.index(names[0])]))
        if over:
            return _from_number(over), names
        names = names[1:]
    return _from_number(near), []


def _from_number(block: Sequence[Line]) -> list[Line]:
    """The lines from the last one on that begins in the margin with a number or a box to tick."""
    for place in range(len(block) - 1, 0, -1):
        margin = block[place - 1].box.left - block[place].box.left
        if _is_in_margin(margin, block[place]) and NUMBER.match(MARK.sub("", block[place].text)):
            return list(block[place:])
    return list(block)


def _is_in_margin(margin: float, line: Line) -> bool:
    return margin > LEAST_MARGIN * line.size


def _own_lines(block: Sequence[Line]) -> list[Line]:
    """The lines from the last one on that is no button and no label.

    A label stands over a title: the last line may say Review, and still belong to the title.
    """
    for place in range(len(block) - 1, -1, -1):
        is_label = place < len(block) - 1 and is_kind(block[place].text)
        if is_label or begins_with_control(block[place].text):
            return list(block[place + 1 :])
    return list(block)


def _names_under(found: Found, lines: Sequence[Line]) -> list[Line]:
    """The authors where they follow the source."""
    names: list[Line] = []
    last = found.lines[-1]
    for line in lines[lines.index(last) + 1 :]:
        if not stands_under(names[-1] if names else last, line):
            continue
        if begins_with_control(line.text) or not last_names([*names, line])[len(names) :]:
            break
        names.append(line)
    return names


def _could_be_title(block: Sequence[Line]) -> bool:
    text = plain(text_of(block))
    return sum(map(str.isalpha, text)) >= FEWEST_TITLE_LETTERS and not begins_with_name(text)


def _with_rest(card: Card, lines: Sequence[Line], cards: Sequence[Card]) -> Card:
    """With the lines that name the article, down to the next item or a wide gap."""
    others = {line for other in cards if other is not card for line in other.lines}
    last = max(card.lines, key=lambda line: line.box.middle)
    rest: list[Line] = []
    for line in lines[lines.index(last) + 1 :]:
        if not shares_column(card.found.lines[0], line):
            continue
        if line in others or line.box.middle - last.box.middle > WIDEST_BREAK * last.size:
            break
        last = line
        rest.append(line)
    return replace(card, rest=[line for line in rest if _names_article(line)])


def _names_article(line: Line) -> bool:
    text = plain(line.text)
    return bool(identifiers.dois_in(text) or identifiers.pmids_in(text))


def _description(card: Card, heading: Found | None) -> Description:
    found = card.found
    named = plain(text_of([*found.lines, *card.rest]))
    common = heading if heading and not found.volume and not found.journal else None
    return Description(
        title=None if card.is_cut else _title(card),
        authors=listed_names(card.authors) if card.authors else listed_names_in(found.names),
        journal=common.journal if common else found.journal,
        year=common.year if common else found.year,
        volume=common.volume if common else found.volume,
        issue=common.issue if common else found.issue,
        pages=found.pages,
        dois=tuple(identifiers.dois_in(named)),
        pmids=tuple(identifiers.pmids_in(named)),
        lines=card.lines,
    )


def _title(card: Card) -> str | None:
    """Without the box to tick and the number, which stand before the other lines."""
    text = one_line(plain(text_of(card.title)))
    margin = card.found.lines[0].box.left - card.title[0].box.left
    if card.is_counted or _is_in_margin(margin, card.title[0]):
        text = NUMBER.sub("", _unmarked(text))
    return tidy_title(text) or None


def _unmarked(text: str) -> str:
    return MARK.sub("", one_line(plain(text)))
