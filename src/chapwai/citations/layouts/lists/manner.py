"""The manners in which lists say where an article stands: most sites', and two with their own."""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from chapwai.citations.layouts.sources.fields_of_study import (
    has_fields_of_study,
    place_by_fields,
    without_summary,
)
from chapwai.citations.layouts.sources.scholar import has_footers, place_of_hit, without_file_labels
from chapwai.citations.layouts.sources.sources import Place, dated_journal, place_of
from chapwai.citations.lines import Line

# The points of a row that can be nothing but names.
CLEAR_NAMES = 4.0


@dataclass(frozen=True)
class Manner:
    """How to read an item's source, what to leave out of its rows, and how few make a list."""

    place_of: Callable[[str], Place | None]
    # What is a source only beside the authors.
    place_beside_names: Callable[[str], Place | None]
    without_labels: Callable[[str], str]
    fewest_items: int
    # The points that make a row one of names.
    least_names: float = -math.inf


def _as_it_is(text: str) -> str:
    return text


def _nothing(text: str) -> None:
    return None


ORDINARY = Manner(place_of, dated_journal, _as_it_is, fewest_items=2)
# Its footers are on no other page: one hit is enough.
SCHOLAR = Manner(place_of_hit, _nothing, without_file_labels, fewest_items=1, least_names=math.inf)
# Only this site says what its articles study. A title's last row may look like a name or two:
# most names stand in the source.
SEMANTIC_SCHOLAR = Manner(
    place_by_fields, _nothing, without_summary, fewest_items=1, least_names=CLEAR_NAMES
)


def manners_of(lines: Sequence[Line]) -> tuple[Manner, ...]:
    """The manners in which a page may list, the likelier first.

    Google's mails have its sources, but no footers; others count citations as it does.
    """
    if has_fields_of_study(lines):
        return SEMANTIC_SCHOLAR, ORDINARY
    hits = (place_of_hit(line.text) for line in lines)
    if has_footers(lines) or sum(bool(hit and hit.year) for hit in hits) >= ORDINARY.fewest_items:
        return SCHOLAR, ORDINARY
    return (ORDINARY,)
