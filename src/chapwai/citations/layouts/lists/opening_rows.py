"""Which rows of printed contents begin an item, by the first page that stands beside each."""

import itertools
from collections.abc import Iterable, Sequence
from dataclasses import replace

from chapwai.citations.layouts.parts.list_rows import Row, number_beside
from chapwai.citations.layouts.parts.listed_names import are_clear_names

# Fewer rising numbers may be anything: counts of citations, for one.
FEWEST_FIRST_PAGES = 3
# The rest of names that found no room is shorter than this share of the row above, no title is.
SHORT_REST = 0.6


def with_openings(rows: Sequence[Row]) -> list[Row]:
    """The rows, each with whether it begins an item; as they are if nothing tells."""
    paged = [n for n, row in enumerate(rows) if number_beside(row) is not None]
    if not are_first_pages(number_beside(rows[n]) for n in paged):
        return list(rows)
    if 2 * sum(_ends_names(rows, n) for n in paged) >= len(paged):
        return _opened(rows, {n + 1 for n in paged}, since=paged[0] + 1)
    return _opened(rows, set(paged), since=0) if _begin_titles(rows, set(paged)) else list(rows)


def are_first_pages(numbers: Iterable[int | None]) -> bool:
    """Whether they only rise, and are more than a few."""
    pages = [number for number in numbers if number is not None]
    return len(pages) >= FEWEST_FIRST_PAGES and pages == sorted(set(pages))


def _ends_names(rows: Sequence[Row], place: int) -> bool:
    """Whether a row is of names, or the short rest of those above it: Stonebrook, et al."""
    if are_clear_names(rows[place].text) or not place:
        return are_clear_names(rows[place].text)
    above = rows[place - 1]
    is_rest = rows[place].line.box.width < SHORT_REST * above.line.box.width
    return is_rest and are_clear_names(above.text)


def _opened(rows: Sequence[Row], begin: set[int], *, since: int) -> list[Row]:
    """The rows with what begins and what ends an item; above a place nobody knows what begins."""
    last = len(rows) - 1
    return [
        replace(row, opens=n in begin if n >= since else None, ends=n == last or n + 1 in begin)
        for n, row in enumerate(rows)
    ]


def _begin_titles(rows: Sequence[Row], paged: set[int]) -> bool:
    """Whether the numbers stand beside what follows names: at the first lines of titles."""
    pairs = itertools.pairwise(are_clear_names(row.text) for row in rows)
    begun = [n for n, (above, own) in enumerate(pairs, start=1) if above and not own]
    return 2 * sum(n in paged for n in begun) > len(begun)
