"""Which part of an item each row of a list is: the parts that make most points together."""

import itertools
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from chapwai.citations.layouts.lists.roles import (
    NEVER,
    Points,
    Role,
    begins_title,
    goes_on,
)
from chapwai.citations.layouts.parts.card_words import is_kind
from chapwai.citations.layouts.parts.list_rows import Row
from chapwai.citations.layouts.parts.listed_names import is_one_name

# What it costs to go from one part to the next; what is not here cannot be.
STEPS = {
    (Role.OTHER, Role.OTHER): 0.0,
    (Role.OTHER, Role.TITLE): 0.0,
    (Role.TITLE, Role.TITLE): 0.0,
    (Role.TITLE, Role.NAMES): 0.0,
    (Role.TITLE, Role.ASIDE): -1.0,
    (Role.TITLE, Role.SOURCE): -1.0,
    (Role.TITLE, Role.OTHER): -3.0,
    (Role.NAMES, Role.NAMES): 0.0,
    (Role.NAMES, Role.SOURCE): 0.0,
    (Role.NAMES, Role.ASIDE): -1.0,
    (Role.NAMES, Role.OTHER): -2.0,
    (Role.NAMES, Role.TITLE): -2.5,
    (Role.ASIDE, Role.ASIDE): 0.0,
    (Role.ASIDE, Role.NAMES): 0.0,
    (Role.ASIDE, Role.SOURCE): 0.0,
    (Role.SOURCE, Role.SOURCE): 0.0,
    (Role.SOURCE, Role.NAMES_AFTER): 0.0,
    (Role.SOURCE, Role.TITLE): 0.0,
    (Role.SOURCE, Role.OTHER): 0.0,
    (Role.NAMES_AFTER, Role.NAMES_AFTER): 0.0,
    (Role.NAMES_AFTER, Role.TITLE): 0.0,
    (Role.NAMES_AFTER, Role.OTHER): 0.0,
}
# For each part those that may stand before it.
BEFORE = {
    role: [(last, cost) for (last, after), cost in STEPS.items() if after is role] for role in Role
}
# A row that had room for the next one's first word, or stands far from it, ends its part.
ENDED = -3.0
# Some sites give each author a row.
NAME_A_ROW = -0.5
# Where a title's last row is full, a single word or a label goes on with it.
STILL_TITLE = -1.5
# And a full row in the type of the title under it is rarely something else.
LEFT_ABOVE = -0.5


@dataclass(frozen=True)
class Pair:
    """Two rows below one another, with what their places say whatever their parts are."""

    row: Row
    following: Row

    @cached_property
    def steps(self) -> dict[Role, list[tuple[Role, float]]]:
        """For each part those that may stand before it, with what that step is worth here."""
        return {
            role: [(last, cost + _fit(last, role, self)) for last, cost in before]
            for role, before in BEFORE.items()
        }

    @cached_property
    def goes_on(self) -> bool:
        return goes_on(self.row, self.following)

    @cached_property
    def begins_title(self) -> float:
        return begins_title(self.following)

    @cached_property
    def is_one_name(self) -> bool:
        return is_one_name(self.row.text)


def pairs_of(rows: Sequence[Row]) -> list[Pair]:
    """Each row with the next one."""
    return [Pair(row, following) for row, following in itertools.pairwise(rows)]


def roles_of(rows: Sequence[Row], pairs: Sequence[Pair], points: Sequence[Points]) -> list[Role]:
    """The part of each row by the points that it makes in each."""
    if not rows:
        return []
    best = [{role: _first(role, rows[0], points[0]) for role in Role}]
    came_from: list[dict[Role, Role]] = []
    for pair, own in zip(pairs, points[1:], strict=True):
        reached, before = _reached(best[-1], pair, own)
        best.append(reached)
        came_from.append(before)
    return _traced(best[-1], came_from)


def _first(role: Role, row: Row, points: Points) -> float:
    """A column begins with a title or with something else."""
    if role is Role.TITLE:
        return points[role] + begins_title(row)
    return points[role] if role is Role.OTHER else float("-inf")


def _reached(best: Points, pair: Pair, points: Points) -> tuple[Points, dict[Role, Role]]:
    reached: Points = {}
    before: dict[Role, Role] = {}
    for role, steps in pair.steps.items():
        sums = [best[last] + worth for last, worth in steps]
        most = max(sums)
        before[role] = steps[sums.index(most)][0]
        reached[role] = most + points[role]
    return reached, before


def _fit(last: Role, role: Role, pair: Pair) -> float:
    """What the places of two rows say of the step between their parts."""
    row = pair.row
    if role is Role.TITLE and last is not Role.TITLE:
        is_left_above = last is Role.OTHER and row.is_full and pair.goes_on
        return pair.begins_title + (LEFT_ABOVE if is_left_above else 0.0)
    if last is Role.TITLE and role in (Role.NAMES, Role.ASIDE):
        return _unless_title_goes_on(row, pair.following)
    if role is not last or role in (Role.OTHER, Role.ASIDE):
        return 0.0
    if not pair.goes_on:
        return NEVER
    if row.is_full or row.text.endswith((",", ";", "-")):
        return 0.0
    return NAME_A_ROW if role is Role.NAMES and pair.is_one_name else ENDED


def _unless_title_goes_on(row: Row, following: Row) -> float:
    is_short = len(following.text.split()) == 1 or is_kind(following.text)
    return STILL_TITLE if row.is_full and is_short else 0.0


def _traced(last: Points, came_from: Sequence[dict[Role, Role]]) -> list[Role]:
    role = max(last, key=lambda one: last[one])
    roles = [role]
    for before in reversed(came_from):
        role = before[role]
        roles.append(role)
    return roles[::-1]
