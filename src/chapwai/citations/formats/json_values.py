"""JSON values one at a time: one a line, or of a list or an answer's items, whatever the size."""

import json
import re
from collections.abc import Iterable, Iterator
from io import TextIOWrapper
from typing import Any, BinaryIO

from chapwai.citations.formats.decoding import legible, lines_of, text_of
from chapwai.citations.formats.fault import Fault

CHUNK = 256 * 1024
# One work with all its references is smaller.
LARGEST_VALUE = 16_000_000
# A line that is a whole object, with another one or nothing below it.
ONE_A_LINE = re.compile(r"\{[^\n]*\}[ \t]*(?:\n\s*\{|\s*$)")
# The beginning of a list, or of an answer up to its list of items.
LIST = re.compile(r"\[|\{[^\[]{0,2000}\"items\"\s{0,20}:\s{0,20}\[")
GAP = re.compile(r"[\s,]*")


def values_in(file: BinaryIO) -> Iterator[tuple[str, Any]]:
    """Place and value of each line or of each part of a document; a Fault for what is no JSON."""
    with text_of(file) as text:
        head = legible(text.read(CHUNK)).lstrip()
    file.seek(0)
    return _in_lines(lines_of(file)) if ONE_A_LINE.match(head) else _in_document(file)


def _in_lines(lines: Iterable[tuple[int, str | None]]) -> Iterator[tuple[str, Any]]:
    for number, line in lines:
        place = f"line {number}"
        if line is None:
            yield place, Fault(place, "the line is too long")
        elif line.strip():
            yield place, _value_of(line, place)


def _value_of(line: str, place: str) -> Any:
    try:
        return json.loads(line)
    except (ValueError, RecursionError) as error:
        return Fault(place, f"the line is not JSON: {error}")


def _in_document(file: BinaryIO) -> Iterator[tuple[str, Any]]:
    number = 0
    with text_of(file) as text:
        try:
            for value in _Values(text):
                number += 1
                yield f"record {number}", value
        except (ValueError, RecursionError) as error:
            place = f"record {number + 1}"
            yield place, Fault(place, f"the rest is not JSON: {error}")


class _Values:
    """The values that stand side by side in a text, read as far as each of them needs.

    Iterating raises ValueError or RecursionError where the text is no JSON.
    """

    def __init__(self, text: TextIOWrapper) -> None:
        self._text = text
        self._buffer = legible(text.read(CHUNK)).lstrip()
        opening = LIST.match(self._buffer)
        self._place = opening.end() if opening else 0

    def __iter__(self) -> Iterator[Any]:
        while self._is_at_value():
            yield self._next()

    def _is_at_value(self) -> bool:
        """Whether a value follows the gap; the list's own end or the text's is none."""
        self._skip_gap()
        while self._place == len(self._buffer) and self._has_read_on():
            self._skip_gap()
        return self._buffer[self._place : self._place + 1] not in {"", "]", "}"}

    def _next(self) -> Any:
        while True:
            try:
                value, self._place = json.JSONDecoder().raw_decode(self._buffer, self._place)
                return value
            except json.JSONDecodeError:
                # It may only be cut off here: what goes wrong at the end of all is wrong.
                if len(self._buffer) - self._place > LARGEST_VALUE or not self._has_read_on():
                    raise

    def _skip_gap(self) -> None:
        if gap := GAP.match(self._buffer, self._place):
            self._place = gap.end()

    def _has_read_on(self) -> bool:
        """Read as much again as is waiting, so that long values are not tried too often."""
        rest = self._buffer[self._place :]
        more = legible(self._text.read(max(CHUNK, len(rest))))
        self._buffer, self._place = rest + more, 0
        return bool(more)
