"""A reference that somebody wrote out, in a message or on any page."""

from collections.abc import Sequence
from dataclasses import replace

from chapwai.citations.description import Description
from chapwai.citations.layouts.parts.running import running_text
from chapwai.citations.layouts.reference_lists.several import parted, without_mixed_numbers
from chapwai.citations.lines import Line
from chapwai.citations.references import describe_reference
from chapwai.citations.wording import is_thai


def references_on(lines: Sequence[Line]) -> list[Description]:
    """Describe every reference on these lines, at least one line."""
    parts = parted(_without_thai_words(lines))
    return [found for part in parts if (found := _reference_on(part))]


def _reference_on(lines: Sequence[Line]) -> Description | None:
    text = running_text(lines)
    found = describe_reference(text)
    return replace(without_mixed_numbers(found, text), lines=tuple(lines)) if found else None


def _without_thai_words(lines: Sequence[Line]) -> Sequence[Line]:
    """The lines without what is said in Thai round a reference that has no Thai itself."""
    others = [line for line in lines if not is_thai(line.text)]
    if len(others) == len(lines):
        return lines
    whole = _reference_on(others) if others else None
    return others if whole and whole.title and whole.authors else lines
