"""Which items of two looks at one page are the same."""

from collections.abc import Sequence

from chapwai.citations.description import Description
from chapwai.citations.lines import box_of

# Two looks at one item share so much of its place, whatever they make of its last line.
SAME_PLACE = 0.6


def counterparts_of(
    items: Sequence[Description], others: Sequence[Description]
) -> list[Description | None]:
    """What the other look made of each item; None where it saw none at that place."""
    if len(items) == len(others):
        return list(others)
    return [next((other for other in others if _share_a_place(one, other)), None) for one in items]


def _share_a_place(one: Description, other: Description) -> bool:
    if not (one.lines and other.lines):
        return False
    return box_of(one.lines).overlap(box_of(other.lines)) >= SAME_PLACE
