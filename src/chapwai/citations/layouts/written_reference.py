"""A reference that somebody wrote out, in a message or on any page."""

from collections.abc import Sequence
from dataclasses import replace

from chapwai.citations.description import Description
from chapwai.citations.layouts.running import running_text
from chapwai.citations.lines import Line
from chapwai.citations.references import describe_reference


def reference_on(lines: Sequence[Line]) -> Description | None:
    """Describe the reference on these lines, at least one; None if they hold none."""
    found = describe_reference(running_text(lines))
    return replace(found, lines=tuple(lines)) if found else None
