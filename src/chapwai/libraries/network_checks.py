"""What entries of a network file must not say together, each of them being right by itself.

The checks look at what was written, not at what was understood, so that they speak even when some
other entry is wrong; whatever has the wrong shape is passed over here.
"""

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from chapwai.libraries.line_numbers import Where


class Problem(NamedTuple):
    """What is wrong with which entry."""

    where: Where
    what: str


def contradictions(described: dict[str, Any]) -> list[Problem]:
    """All of them, in no particular order."""
    return [
        *_repeated(_texts(described, "libraries", "*", "symbol"), "another library has it already"),
        *_repeated(_line_users(described), "another person has it already"),
        *_repeated(
            _texts(described, "libraries", "*", "staff", "*", "email"),
            "another member of staff has it already",
        ),
        *_inside_libraries(described),
        *_deposits(described),
    ]


def _inside_libraries(described: dict[str, Any]) -> Iterator[Problem]:
    for where, library in _values(described, "libraries", "*"):
        groups = list(_texts(library, "reader_groups", "*", "code"))
        codes = list(_texts(library, "readers", "*", "code"))
        strangers = _unknown(
            _texts(library, "readers", "*", "group"),
            known=groups,
            what="{} is no reader group of this library",
        )
        for problem in (
            *_repeated(groups, "another group of this library has it already"),
            *_repeated(codes, "another reader of this library has it already"),
            *strangers,
        ):
            yield Problem((*where, *problem.where), problem.what)


def _deposits(described: dict[str, Any]) -> Iterator[Problem]:
    symbols = list(_texts(described, "libraries", "*", "symbol"))
    for side in ("at", "from"):
        parties = _texts(described, "deposits", "*", side)
        yield from _unknown(parties, known=symbols, what="{} is no library of this file")
    pairs = list(_pairs(described))
    for where, (supplier, payer) in pairs:
        if supplier == payer:
            yield Problem(where, "a library has no deposit at itself")
    yield from _repeated(pairs, "this deposit is in the file already")


def _pairs(described: dict[str, Any]) -> Iterator[tuple[Where, tuple[str, str]]]:
    for where, deposit in _values(described, "deposits", "*"):
        if isinstance(deposit, dict) and {"at", "from"} <= deposit.keys():
            yield where, (str(deposit["at"]), str(deposit["from"]))


def _line_users(described: dict[str, Any]) -> Iterator[tuple[Where, str]]:
    for people in ("staff", "readers"):
        yield from _texts(described, "libraries", "*", people, "*", "line_user_id")


def _repeated(found: Iterable[tuple[Where, Any]], what: str) -> Iterator[Problem]:
    """A problem for every value that an earlier entry has."""
    seen = set()
    for where, value in found:
        same = value.casefold() if isinstance(value, str) else value
        if same in seen:
            yield Problem(where, what)
        seen.add(same)


def _unknown(
    found: Iterable[tuple[Where, str]], *, known: Iterable[tuple[Where, str]], what: str
) -> Iterator[Problem]:
    values = {value for _, value in known}
    for where, value in found:
        if value not in values:
            yield Problem(where, what.format(value))


def _texts(data: Any, *steps: str) -> Iterator[tuple[Where, str]]:
    """The texts at the end of a way, without the empty ones."""
    for where, value in _values(data, *steps):
        if isinstance(value, str) and value:
            yield where, value


def _values(data: Any, *steps: str) -> Iterator[tuple[Where, Any]]:
    """All that stands at the end of a way; `*` leads into every entry of a list."""
    if not steps:
        yield (), data
        return
    for step, inner in _entries(data, steps[0]):
        for where, value in _values(inner, *steps[1:]):
            yield (step, *where), value


def _entries(data: Any, step: str) -> Iterable[tuple[str | int, Any]]:
    if step == "*":
        return enumerate(data) if isinstance(data, list) else ()
    return [(step, data[step])] if isinstance(data, dict) and step in data else ()
