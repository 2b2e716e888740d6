"""Records of lines that begin with a tag: the common ground of RIS, NBIB and Refer."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from chapwai.citations.formats.fault import Fault

# Messengers make one space of several, so any number of them is a tag's end.
TAG = re.compile(r"\s{0,3}(?P<tag>[A-Z][A-Z0-9]{1,3})\s{0,3}-(?:\s+(?P<value>.*))?$")
# More than this between two beginnings is no record any more.
LARGEST_RECORD = 1_000_000


@dataclass
class Tagged:
    """One record's values in the order of the file."""

    place: str
    values: list[tuple[str, str]] = field(default_factory=list)
    size: int = 0

    def all(self, *tags: str) -> list[str]:
        """All values of these tags, in the order of the file."""
        return [value for tag, value in self.values if tag in tags and value]

    def first(self, *tags: str) -> str | None:
        """The first value of the first of these tags that has one."""
        return next((found[0] for tag in tags if (found := self.all(tag))), None)

    def add(self, tag: str, value: str) -> None:
        self.values.append((tag, value))
        self.size += len(value)

    def go_on(self, line: str) -> None:
        """Join a wrapped line to the value above it; blank ones mean nothing."""
        if self.values and line.strip():
            tag, value = self.values[-1]
            # Wrapped abstracts may be long: what is beyond a value's use is only counted.
            self.values[-1] = (tag, f"{value} {line.strip()}" if len(value) < 20_000 else value)
            self.size += len(line)


def tagged_records(
    lines: Iterable[tuple[int, str | None]],
    *,
    start: str,
    end: str,
    tag_of: re.Pattern[str] = TAG,
) -> Iterator[Tagged | Fault]:
    """Divide tagged lines into records at the tags that start and end one, either of them."""
    current: Tagged | None = None
    for number, line in lines:
        found = tag_of.match(line) if line is not None else None
        if line is None:
            yield Fault(f"line {number}", "the line is too long")
        elif found is None:
            if current:
                current.go_on(line)
        else:
            tag, value = found["tag"], (found["value"] or "").strip()
            if current and (tag in {start, end} or current.size > LARGEST_RECORD):
                yield _closed(current)
                current = None
            if tag != end:
                current = current or Tagged(f"line {number}")
                current.add(tag, value)
    if current:
        yield _closed(current)


def _closed(record: Tagged) -> Tagged | Fault:
    return Fault(record.place, "the record has no end") if record.size > LARGEST_RECORD else record
