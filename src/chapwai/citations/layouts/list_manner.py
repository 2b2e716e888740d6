"""The manners in which lists say where an article stands: most sites', and Google Scholar's."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from chapwai.citations.layouts.scholar import has_footers, place_of_hit, without_file_labels
from chapwai.citations.layouts.sources import Place, dated_journal, place_of
from chapwai.citations.lines import Line


@dataclass(frozen=True)
class Manner:
    """How to read an item's source, what to leave out of its rows, and how few make a list."""

    place_of: Callable[[str], Place | None]
    # What is a source only beside the authors.
    place_beside_names: Callable[[str], Place | None]
    without_labels: Callable[[str], str]
    fewest_items: int
    has_rows_of_names: bool = True


def _as_it_is(text: str) -> str:
    return text


def _nothing(text: str) -> None:
    return None


ORDINARY = Manner(place_of, dated_journal, _as_it_is, fewest_items=2)
# Its footers are on no other page: one hit is enough.
SCHOLAR = Manner(
    place_of_hit, _nothing, without_file_labels, fewest_items=1, has_rows_of_names=False
)


def manner_of(lines: Sequence[Line]) -> Manner:
    return SCHOLAR if has_footers(lines) else ORDINARY
