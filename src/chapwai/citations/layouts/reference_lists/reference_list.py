"""Lists of references: at the end of an article's page or of its PDF, in one column or two."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import islice, pairwise

from chapwai.citations import identifiers
from chapwai.citations.description import Description
from chapwai.citations.layouts.parts.blocks import WIDEST_STEP
from chapwai.citations.layouts.parts.columns import columns_of
from chapwai.citations.layouts.parts.items import (
    Split,
    begins_with_name,
    items_of,
    without_number,
)
from chapwai.citations.layouts.parts.links import is_links
from chapwai.citations.layouts.parts.reference_heading import has_heading, is_heading
from chapwai.citations.layouts.parts.rows import within_rows
from chapwai.citations.layouts.parts.running import goes_on, running_text
from chapwai.citations.layouts.reference_lists.lost_stops import describe_with_stops
from chapwai.citations.layouts.reference_lists.several import parted, without_mixed_numbers
from chapwai.citations.layouts.reference_lists.stacked import all_stacked
from chapwai.citations.lines import Line
from chapwai.citations.references import could_be_reference, describe_cut_reference
from chapwai.citations.source_line import source_in
from chapwai.citations.wording import letters_of, one_line, plain

# A single reference is a list only under its heading.
FEWEST_ITEMS = 2
# So many letters of a title are found again on its lines.
LETTERS_THAT_TELL = 16


def read_reference_list(lines: Sequence[Line]) -> list[Description]:
    """Describe each reference in reading order; empty if the page has no list of them."""
    splits = [items_of(column) for column in columns_of(_below_heading(lines))]
    items, end = _items_in(splits), None
    if splits[0].before and has_heading(lines):
        items.insert(0, splits[0].before)  # whatever stands under the heading begins an item
    elif splits[0].items:
        end = _end_of_cut_item(splits[0])
    fewest = 1 if has_heading(lines) else FEWEST_ITEMS
    found = _all_described(items, fewest)
    if len(found) < fewest:
        return []
    if not _described(items[-1]) and (beginning := _beginning_of_cut_item(items[-1])):
        found.append(beginning)
    listed = [end, *found] if end else found
    return [replace(one, lines=tuple(within_rows(lines, one.lines))) for one in listed]


def run_on(references: Sequence[Description]) -> bool:
    """Whether most of the titles begin amid a line, behind the names: those of hits never do."""
    return 2 * sum(map(_begins_amid_a_line, references)) > len(references)


def _begins_amid_a_line(reference: Description) -> bool:
    text, beginnings = "", set()
    for line in reference.lines:
        beginnings.add(len(text))
        text += letters_of(without_number(line.text))
    place = text.find(letters_of(reference.title or "")[:LETTERS_THAT_TELL])
    return bool(reference.title) and place > 0 and place not in beginnings


def _items_in(columns: Sequence[Split]) -> list[list[Line]]:
    """The items of all columns; what tops a column is the end of the last item before it."""
    items: list[list[Line]] = []
    for column in columns:
        if items and column.items:
            items[-1] += _directly_over(column)
        items += [part for item in column.items for part in parted(item)]
    return items


def _below_heading(lines: Sequence[Line]) -> list[Line]:
    """Without headings, and without what stands above the first, unless in columns beside it."""
    heading = next(filter(is_heading, lines), None)
    if heading is None:
        return list(lines)
    below = [line for line in lines if line.box.middle > heading.box.middle]
    beside = [line for line in below if not _overlap(line, heading)]
    own = [line for line in lines if line in below or _is_of_column(line, heading, beside)]
    return [line for line in own if line is not heading]


def _is_of_column(line: Line, heading: Line, beside: Sequence[Line]) -> bool:
    """Whether a line higher than the heading tops one of the columns beside it: no menu does."""
    return not _overlap(line, heading) and any(_overlap(line, other) for other in beside)


def _overlap(line: Line, other: Line) -> bool:
    """Whether one stands over the other."""
    return line.box.left < other.box.right and other.box.left < line.box.right


def _all_described(items: Sequence[Sequence[Line]], fewest: int) -> list[Description]:
    """What the items say, in stacked parts where most of them are stacked."""
    stacked = all_stacked([_without_links(item) for item in items])
    likely = filter(_could_be_reference, items)
    if not any(stacked) and len(list(islice(likely, fewest))) < fewest:
        return []
    running = [_described(item) for item in items]
    best = [one or other for one, other in zip(stacked, running, strict=True)]
    are_stacked = 2 * sum(map(bool, stacked)) > sum(map(bool, best))
    return list(filter(None, best if are_stacked else running))


def _could_be_reference(item: Sequence[Line]) -> bool:
    own = _without_links(item)
    return bool(own) and could_be_reference(without_number(running_text(own)))


def _described(item: Sequence[Line]) -> Description | None:
    own = _without_links(item)
    text = without_number(running_text(own)) if own else ""
    found = describe_with_stops(own) if own else None
    if found is None or not found.title:
        return None
    # What begins otherwise may be a group's work, or any other text.
    if not (begins_with_name(text) or (found.year and (found.volume or found.dois))):
        return None
    return replace(without_mixed_numbers(found, running_text(own)), lines=tuple(own))


def _without_links(item: Sequence[Line]) -> list[Line]:
    """The lines of the reference itself; a broken DOI may end in front of the links."""
    pairs = pairwise([item[0], *item])
    return [line for before, line in pairs if not is_links(line) or goes_on(before, line)]


def _beginning_of_cut_item(item: Sequence[Line]) -> Description | None:
    """What the lower edge has left of an item: its names and its title, if that is whole."""
    text = without_number(running_text(item))
    found = describe_cut_reference(text) if begins_with_name(text) else None
    return replace(found, lines=tuple(item)) if found else None


def _end_of_cut_item(split: Split) -> Description | None:
    """What the picture's upper edge has left of an item: its numbers, if they tell which it is."""
    lines = _directly_over(split)
    text = one_line(plain(running_text(lines))) if lines else ""
    source = source_in(text)
    if source is None or not (source.volume and source.pages):
        return None
    return Description(
        year=source.year,
        volume=source.volume,
        issue=source.issue,
        pages=source.pages,
        dois=tuple(identifiers.dois_in(text)),
        lines=tuple(lines),
    )


def _directly_over(split: Split) -> list[Line]:
    """The lines over the first item that no gap parts from it: a running head stands apart."""
    over: list[Line] = []
    for line in reversed(split.before):
        below = over[0] if over else split.items[0][0]
        if below.box.middle - line.box.middle > WIDEST_STEP * line.size:
            break
        over.insert(0, line)
    return over
