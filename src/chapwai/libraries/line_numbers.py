"""On which line of a TOML or JSON file each entry begins; the parsers do not tell."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import TypeAlias

# The way to an entry: ("libraries", 2, "price").
Where: TypeAlias = tuple[str | int, ...]

_TOML_NAME = r"(?:[\w-]+|\"[^\"\n]*\"|'[^'\n]*')"
_TOML_NAMES = rf"{_TOML_NAME}(?:\s*\.\s*{_TOML_NAME})*"
_TOML_HEADER = re.compile(rf"\s*(?P<bracket>\[\[?)\s*(?P<names>{_TOML_NAMES})\s*\]")
_TOML_KEY = re.compile(rf"\s*(?P<names>{_TOML_NAMES})\s*=")
_JSON_MARK = re.compile(r'"(?:[^"\\]|\\.)*"|[{}\[\]:,]|[^\s{}\[\]:,"]+|\n')


def lines_in_toml(text: str) -> dict[Where, int]:
    """Lines of headers and keys, counted from 1. What stands inside one value has its line."""
    lines: dict[Where, int] = {}
    table: Where = ()
    lists: Counter[Where] = Counter()
    for number, line in enumerate(text.splitlines(), start=1):
        if header := _TOML_HEADER.match(line):
            table = _table_of(header, lists)
            lines.setdefault(table, number)
        elif key := _TOML_KEY.match(line):
            lines.setdefault((*table, *_names(key)), number)
    return lines


def _table_of(header: re.Match[str], lists: Counter[Where]) -> Where:
    """The table that a header opens: inside a list, names lead to the list's last entry."""
    table: Where = ()
    for name in _names(header):
        if table in lists:
            table = (*table, lists[table] - 1)
        table = (*table, name)
    if header["bracket"] == "[[":
        lists[table] += 1
        table = (*table, lists[table] - 1)
    return table


def _names(match: re.Match[str]) -> Iterator[str]:
    for name in re.findall(_TOML_NAME, match["names"]):
        yield name.strip("\"'")


def lines_in_json(text: str) -> dict[Where, int]:
    """Lines of keys and of the entries of lists, counted from 1, in text that is valid JSON."""
    lines: dict[Where, int] = {}
    # For each open bracket the place inside it: an index, a key, or "" before the key.
    place: list[str | int] = []
    line = 1
    for mark in _JSON_MARK.findall(text):
        if mark == "\n":
            line += 1
        elif mark in "}]":
            place.pop()
        elif mark == ",":
            place[-1] = _next_place(place[-1])
        elif mark != ":":
            if place and place[-1] == "":
                place[-1] = mark.strip('"')
            lines.setdefault(tuple(place), line)
        if mark in ("{", "["):
            place.append("" if mark == "{" else 0)
    return lines


def _next_place(place: str | int) -> str | int:
    return place + 1 if isinstance(place, int) else ""
