"""Rows with the date of an article that has no issue yet: on a telephone its link stands below.

Published online: 14 Oct 2020 |
https://doi.org/10.5555/care.12
"""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from chapwai.citations.layouts.parts.list_rows import Row
from chapwai.citations.layouts.sources.early import LINK, year_of_early


def with_links_below(rows: Sequence[Row]) -> list[Row]:
    """The rows, each date with the beginning of its link, which alone says what it dates."""
    pairs = pairwise([*rows, None])
    return [_with_link(row, below) if row and below else row for row, below in pairs if row]


def _with_link(row: Row, below: Row) -> Row:
    link = LINK.match(below.text)
    whole = f"{row.text} {link[0]}" if link else row.text
    return replace(row, text=whole) if year_of_early(whole) else row
