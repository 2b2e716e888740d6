"""What could not be read of a file, told record by record so that nothing is lost in silence."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from chapwai.citations.record import Record

Raw = TypeVar("Raw")


@dataclass(frozen=True)
class Fault:
    """A part of a file that gives no record: where it stands, and what is wrong with it."""

    place: str
    reason: str


class NotAnArticle(Exception):
    """This is no article that could be asked for; the message says why."""


def record_or_fault(place: str, build: Callable[[Raw], Record], raw: Raw) -> Record | Fault:
    """What the builder makes of one raw record, or why it made nothing."""
    try:
        return build(raw)
    except NotAnArticle as reason:
        return Fault(place, str(reason))
