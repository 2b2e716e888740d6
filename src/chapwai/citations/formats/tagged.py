"""Records of lines that begin with a tag: the common ground of RIS, NBIB and Refer."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from chapwai.citations.formats.fault import Fault

# Messengers make one space of several, so any number of them is a tag's end.
TAG = re.compile(r"\s{0,3}(?P<tag>[A-Z][A-Z0-9]{1,3})\s{0,3}-(?:\s+(?P<value>.*))?$")
# More than this between two beginnings is no record any more.
LARGEST_RECORD = 1_000_000
# Wrapped abstracts may be longer, but nothing reads them.
LONGEST_VALUE = 20_000


@dataclass
class Tag:
    """One tag of a record; the size counts what was left out of a value too long for any use."""

    place: str
    name: str
    value: str
    size: int = 0

    def go_on(self, line: str) -> None:
        """Join a wrapped line to the value; blank ones mean nothing."""
        self.size += len(line)
        if line.strip() and len(self.value) < LONGEST_VALUE:
            self.value = f"{self.value} {line.strip()}".lstrip()


@dataclass
class Tagged:
    """One record's tags in the order of the file."""

    place: str
    tags: list[Tag] = field(default_factory=list)
    size: int = 0

    def all(self, *names: str) -> list[str]:
        """All values of these tags, in the order of the file."""
        return [tag.value for tag in self.tags if tag.name in names and tag.value]

    def first(self, *names: str) -> str | None:
        """The first value of the first of these tags that has one."""
        return next((found[0] for name in names if (found := self.all(name))), None)

    def add(self, tag: Tag) -> None:
        self.tags.append(tag)
        self.size += len(tag.value) + tag.size


def tagged_records(
    lines: Iterable[tuple[int, str | None]],
    *,
    start: str,
    end: str,
    tag_of: re.Pattern[str] = TAG,
) -> Iterator[Tagged | Fault]:
    """Divide tagged lines into records at the tags that start and end one, either of them."""
    current: Tagged | None = None
    for tag in _tags(lines, tag_of):
        if isinstance(tag, Fault):
            yield tag
            continue
        if current and (tag.name in {start, end} or current.size > LARGEST_RECORD):
            yield _closed(current)
            current = None
        if tag.name != end:
            current = current or Tagged(tag.place)
            current.add(tag)
    if current:
        yield _closed(current)


def _tags(
    lines: Iterable[tuple[int, str | None]], tag_of: re.Pattern[str]
) -> Iterator[Tag | Fault]:
    """Each tag with the lines that its value is wrapped into."""
    tag: Tag | None = None
    for number, line in lines:
        if line is None:
            yield Fault(f"line {number}", "the line is too long")
        elif found := tag_of.match(line):
            if tag:
                yield tag
            tag = Tag(f"line {number}", found["tag"], (found["value"] or "").strip())
        elif tag:
            tag.go_on(line)
    if tag:
        yield tag


def _closed(record: Tagged) -> Tagged | Fault:
    return Fault(record.place, "the record has no end") if record.size > LARGEST_RECORD else record
