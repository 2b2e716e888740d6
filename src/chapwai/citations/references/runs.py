"""Neighbouring tokens of one part, put together."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from chapwai.citations.references.tagger import Tagged

NAME_PARTS = ("first", "author")


@dataclass(frozen=True, slots=True)
class Run:
    """Neighbouring tokens of one part: their place in the text, and the least sure of them."""

    part: str
    start: int
    end: int
    confidence: float

    def within(self, text: str) -> str:
        """The words of the run."""
        return text[self.start : self.end]


def runs_of(tagged: Sequence[Tagged]) -> list[Run]:
    """The parts of the text in order; each name of an author is a run `author` of its own."""
    return [_run(group) for group in _groups(tagged)]


def runs_as(part: str, runs: Sequence[Run]) -> list[Run]:
    """All runs of one part."""
    return [run for run in runs if run.part == part]


def longest_run(runs: Sequence[Run], part: str) -> Run | None:
    """The longest run of a part, None without any."""
    return max(runs_as(part, runs), key=lambda run: run.end - run.start, default=None)


def in_order(runs: Iterable[Run]) -> list[Run]:
    """The runs as they stand in the text."""
    return sorted(runs, key=lambda run: run.start)


def _groups(tagged: Sequence[Tagged]) -> Iterator[list[Tagged]]:
    group: list[Tagged] = []
    for one in tagged:
        if group and not _belongs(group[-1], one):
            yield group
            group = []
        group.append(one)
    if group:
        yield group


def _belongs(before: Tagged, one: Tagged) -> bool:
    if one.part == "author":
        return before.part in NAME_PARTS
    return one.part == before.part and one.part != "first"


def _run(group: Sequence[Tagged]) -> Run:
    part = "author" if group[0].part in NAME_PARTS else group[0].part
    least = min(one.confidence for one in group)
    return Run(part, group[0].token.start, group[-1].token.end, least)
