"""Small rules from which the shape of every message is put together.

A rule looks at one value and yields a problem for each thing wrong with it. Where the
value stands is told by its place: the keys and indexes that lead to it.
"""

import json
import re
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from linesim.graphemes import utf16_length

OWN_MACHINE = ("127.0.0.1", "::1", "localhost")

Place = tuple[str | int, ...]


class Problem(NamedTuple):
    """What is wrong, and where."""

    message: str
    place: Place


Problems = Iterator[Problem]
Rule = Callable[[Any, Place], Problems]
Property = tuple[Rule, bool]  # the rule, and whether the property must be there


def needed(rule: Rule) -> Property:
    """A property that must be there."""
    return rule, True


def may(rule: Rule) -> Property:
    """A property that may be left out."""
    return rule, False


def anything(value: Any, place: Place) -> Problems:
    """No rule at all."""
    yield from ()


def text(
    most: int,
    *,
    least: int = 1,
    length: Callable[[str], int] = utf16_length,
    empty: str = "May not be empty",
) -> Rule:
    """A string of so many characters, counted by `length`."""

    def check(value: Any, place: Place) -> Problems:
        if not isinstance(value, str):
            yield Problem("must be a string", place)
        elif least and not value:
            yield Problem(empty, place)
        elif not least <= length(value) <= most:
            yield Problem(f"Length must be between {least if least > 1 else 0} and {most}", place)

    return check


def pattern(expression: str) -> Rule:
    """A string that matches an expression as a whole."""
    compiled = re.compile(expression)

    def check(value: Any, place: Place) -> Problems:
        if not isinstance(value, str) or not compiled.fullmatch(value):
            yield Problem("invalid property", place)

    return check


def one_of(*values: str) -> Rule:
    """One of a closed list of words."""

    def check(value: Any, place: Place) -> Problems:
        if value not in values:
            yield Problem(f"Must be one of the following values: [{', '.join(values)}]", place)

    return check


def whole(least: int, most: int) -> Rule:
    """A whole number in a range."""

    def check(value: Any, place: Place) -> Problems:
        if not isinstance(value, int) or isinstance(value, bool) or not least <= value <= most:
            yield Problem(f"Must be between {least} and {most}", place)

    return check


def decimal(least: float, most: float) -> Rule:
    """A number in a range."""

    def check(value: Any, place: Place) -> Problems:
        if (
            not isinstance(value, int | float)
            or isinstance(value, bool)
            or not least <= value <= most
        ):
            yield Problem(f"Must be between {least} and {most}", place)

    return check


def boolean(value: Any, place: Place) -> Problems:
    """True or false."""
    if not isinstance(value, bool):
        yield Problem("must be a boolean", place)


def uri(most: int, *schemes: str) -> Rule:
    """An address of at most so many characters, with one of these schemes."""

    def check(value: Any, place: Place) -> Problems:
        yield from text(most)(value, place)
        if isinstance(value, str) and value and urlsplit(value).scheme.lower() not in schemes:
            yield Problem("invalid uri scheme", place)

    return check


def media(most: int) -> Rule:
    """An address of a picture or the like: https, or http on this machine.

    LINE itself takes https only. Between programs on one machine there is nobody to overhear,
    and certificates would be in the way of trying things out.
    """

    def check(value: Any, place: Place) -> Problems:
        schemes = ("https", "http") if is_on_this_machine(value) else ("https",)
        yield from uri(most, *schemes)(value, place)

    return check


def is_on_this_machine(address: Any) -> bool:
    """Whether an address leads back to this machine."""
    return isinstance(address, str) and urlsplit(address).hostname in OWN_MACHINE


def items(rule: Rule, *, least: int = 0, most: int) -> Rule:
    """A list of so many things that each follow a rule."""

    def check(value: Any, place: Place) -> Problems:
        if not isinstance(value, list):
            yield Problem("must be a list", place)
        elif not least <= len(value) <= most:
            yield Problem(f"Size must be between {least} and {most}", place)
        else:
            for index, item in enumerate(value):
                yield from rule(item, (*place, index))

    return check


def entries(key: str, rule: Rule, *, most: int) -> Rule:
    """An object of at most so many entries, whose keys match an expression."""

    def check(value: Any, place: Place) -> Problems:
        if not isinstance(value, dict) or len(value) > most:
            yield Problem(f"Size must be between 0 and {most}", place)
            return
        for name, entry in value.items():
            yield from pattern(key)(name, (*place, name))
            yield from rule(entry, (*place, name))

    return check


def shape(**properties: Property) -> Rule:
    """An object with these properties, and perhaps with others that nobody minds."""

    def check(value: Any, place: Place) -> Problems:
        yield from _properties(value, place, properties, missing="May not be empty")

    return check


def closed_shape(**properties: Property) -> Rule:
    """An object with these properties and no others. The words are those for Flex."""

    def check(value: Any, place: Place) -> Problems:
        yield from _properties(value, place, properties, missing="must be specified")
        for name in value if isinstance(value, dict) else ():
            if name != "type" and name not in properties:
                yield Problem("invalid property", (*place, name))

    return check


def _properties(
    value: Any, place: Place, properties: dict[str, Property], *, missing: str
) -> Problems:
    if not isinstance(value, dict):
        yield Problem("must be an object", place)
        return
    for name, (rule, is_needed) in properties.items():
        if value.get(name) is not None:
            yield from rule(value[name], (*place, name))
        elif is_needed:
            yield Problem(missing, (*place, name))


def by_type(kinds: dict[str, Rule], *, unknown: str | None = None) -> Rule:
    """An object whose `type` says which rule it follows."""
    complaint = unknown or f"Must be one of the following values: [{', '.join(kinds)}]"

    def check(value: Any, place: Place) -> Problems:
        kind = value.get("type") if isinstance(value, dict) else None
        if not isinstance(kind, str) or kind not in kinds:
            yield Problem(complaint, place if unknown else (*place, "type"))
        else:
            yield from kinds[kind](value, place)

    return check


def every(*rules: Rule) -> Rule:
    """Several rules for an object; the first of them says so if it is none."""
    first, *others = rules

    def check(value: Any, place: Place) -> Problems:
        yield from first(value, place)
        if isinstance(value, dict):
            for rule in others:
                yield from rule(value, place)

    return check


def later(name: Callable[[], Rule]) -> Rule:
    """A rule that is defined further down, for things that contain their own kind."""

    def check(value: Any, place: Place) -> Problems:
        yield from name()(value, place)

    return check


def size_in_bytes(value: Any) -> int:
    """The size of a value as compact JSON."""
    return len(json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode())
