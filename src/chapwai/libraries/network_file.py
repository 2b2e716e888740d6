"""The file that describes a network: read, and checked as a whole. docs/network-file.md shows it.

Everything that is wrong is said at once, in plain words, each with its line.
"""

import json
import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from chapwai.libraries.line_numbers import Where, lines_in_json, lines_in_toml
from chapwai.libraries.network_checks import Problem, contradictions
from chapwai.libraries.network_shape import NetworkShape

_LINE_OF_SYNTAX_ERROR = re.compile(r"line (\d+)")


class WrongNetworkFile(Exception):
    """The network file says something that cannot be; the message has a line for each problem."""


@dataclass(frozen=True)
class Source:
    """A file's name, and the line on which each of its entries begins."""

    name: str
    lines: Mapping[Where, int]

    def refusal(self, problems: Iterable[Problem]) -> WrongNetworkFile:
        """The problems in the order of their lines: `network.toml:17: libraries[2].price: …`."""
        placed = sorted((self._line_of(problem.where), problem) for problem in problems)
        return WrongNetworkFile(
            "\n".join(
                f"{self.name}:{line}: {_dotted(problem.where)}: {problem.what}"
                for line, problem in placed
            )
        )

    def _line_of(self, where: Where) -> int:
        """The line of the entry, or for one that is missing, of what it is missing from."""
        while where and where not in self.lines:
            where = where[:-1]
        return self.lines.get(where, 1)


@dataclass(frozen=True)
class NetworkFile:
    """A network as its file describes it, and where the file says what."""

    content: NetworkShape
    source: Source


def read_network_file(path: Path) -> NetworkFile:
    """Read a TOML file, or a JSON file by its name; raises WrongNetworkFile with all problems."""
    text = _text_of(path)
    described = _parsed(path, text)
    lines = lines_in_json(text) if _is_json(path) else lines_in_toml(text)
    source = Source(path.name, lines)
    problems = contradictions(described)
    try:
        content = NetworkShape.model_validate(described)
    except ValidationError as misfit:
        raise source.refusal([*_misfits(misfit), *problems]) from misfit
    if problems:
        raise source.refusal(problems)
    return NetworkFile(content, source)


def _is_json(path: Path) -> bool:
    return path.suffix.lower() == ".json"


def _text_of(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise WrongNetworkFile(f"{path} cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise WrongNetworkFile(f"{path} is not text in UTF-8") from error


def _parsed(path: Path, text: str) -> dict[str, Any]:
    try:
        described = (
            json.loads(text, parse_float=Decimal)
            if _is_json(path)
            else tomllib.loads(text, parse_float=Decimal)
        )
    except ValueError as error:
        found = _LINE_OF_SYNTAX_ERROR.search(str(error))
        line = found[1] if found else 1
        raise WrongNetworkFile(f"{path.name}:{line}: cannot be understood: {error}") from error
    if not isinstance(described, dict):
        raise WrongNetworkFile(f"{path.name}:1: must be an object with network and libraries")
    return described


# What pydantic found, for people who have never heard of it; the rest speaks for itself.
_PLAIN = {
    "missing": "is missing",
    "extra_forbidden": "is not known here; docs/network-file.md lists what is",
    "string_type": "must be text in quotes",
    "string_too_short": "must not be empty",
    "string_too_long": "must have at most {max_length} characters",
    "int_type": "must be a whole number",
    "greater_than_equal": "must be at least {ge}",
    "less_than_equal": "must be at most {le}",
    "bool_type": "must be true or false",
    "enum": "must be one of {expected}",
    "list_type": "must be a list",
    "too_short": "must not be empty",
    "model_type": "must be a group of entries",
}


def _misfits(error: ValidationError) -> list[Problem]:
    return [
        Problem(found["loc"], _PLAIN.get(found["type"], "{msg}").format(**_words_of(found)))
        for found in error.errors(include_url=False)
    ]


def _words_of(found: Mapping[str, Any]) -> dict[str, Any]:
    return {"msg": found["msg"], **found.get("ctx", {})}


def _dotted(where: Where) -> str:
    """`libraries[2].price`, with the first library counted as 0."""
    steps = (f"[{step}]" if isinstance(step, int) else f".{step}" for step in where)
    return "".join(steps).lstrip(".")
