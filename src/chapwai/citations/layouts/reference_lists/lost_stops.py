"""References whose full stop at the end of a line was not seen: no engine sees them all.

Without the stop between them, title and journal run into one another.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from chapwai.citations.description import Description
from chapwai.citations.layouts.parts.items import MOST_LINES, without_number
from chapwai.citations.layouts.parts.running import running_text
from chapwai.citations.lines import Line
from chapwai.citations.references import describe_reference

ENDS_WITH_WORD = re.compile(r"[^\W\d_]{2}$")
# … about colitis? Nurse: the mark that ends the title was seen.
HAS_BEGUN_JOURNAL = re.compile(r"[?!]\s(?:[A-Z][\w'-]{0,20}\s?){1,3}$")
BEGINS_WITH_CAPITAL = re.compile(r"[A-Z][a-z]")
# The fields that meet where the stop was.
MEETING = frozenset({"title", "journal"})


def describe_with_stops(lines: Sequence[Line]) -> Description | None:
    """Describe the reference on these lines, at least one; None if they hold none.

    A stop is put in only if that settles title and journal, and at one place alone.
    """
    found = _described(lines)
    if (found and _is_settled(found)) or len(lines) > MOST_LINES:
        return found
    mended = [other for other in map(_described, _with_a_stop(lines)) if other]
    settled = [other for other in mended if _is_settled(other)]
    return settled[0] if len(settled) == 1 else found


def _described(lines: Sequence[Line]) -> Description | None:
    return describe_reference(without_number(running_text(lines)))


def _is_settled(found: Description) -> bool:
    return bool(found.title and found.journal and not MEETING & found.guessed)


def _with_a_stop(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """The lines with a full stop after one that could have lost it, for each such line."""
    for place, following in enumerate(lines[1:]):
        line = lines[place]
        could_end = ENDS_WITH_WORD.search(line.text) and not HAS_BEGUN_JOURNAL.search(line.text)
        if could_end and BEGINS_WITH_CAPITAL.match(following.text):
            stopped = replace(line, text=f"{line.text}.")
            yield [*lines[:place], stopped, *lines[place + 1 :]]
