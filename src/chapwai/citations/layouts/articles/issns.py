"""The ISSN that an article's page shows: as everybody writes it, or bare beside its label."""

import re
from collections.abc import Iterator, Sequence

from chapwai.citations.identifiers import issns_in
from chapwai.citations.lines import Line, text_of
from chapwai.citations.wording import plain

LABEL = re.compile(r"(?i)(?:(?:print|online|electronic)\s?|[ep]-?)?[il1]ssn\s?:?")
BARE = re.compile(r"(?P<first>\d{4})-?(?P<last>\d{3}[\dXx])")
# In heights of the label's type.
SAME_HEIGHT = 0.6


def issn_on(lines: Sequence[Line]) -> str | None:
    """The first ISSN with a right checksum, None without one."""
    written = issns_in(plain(text_of(lines)))
    return next(iter([*written, *_beside_labels(lines)]), None)


def _beside_labels(lines: Sequence[Line]) -> Iterator[str]:
    for label in lines:
        if LABEL.fullmatch(plain(label.text)):
            for line in lines:
                bare = BARE.fullmatch(plain(line.text))
                if bare and _is_beside(label, line):
                    yield from issns_in(f"{bare['first']}-{bare['last']}")


def _is_beside(label: Line, line: Line) -> bool:
    apart = abs(line.box.middle - label.box.middle)
    return apart < SAME_HEIGHT * label.box.height and line.box.left > label.box.right
