"""The glossary speaks of names that exist."""

import ast
import re
from collections.abc import Iterator

from tests.checkout import DOCS, SOURCES


class TestGlossary:
    def test_names_only_what_is_in_the_code(self):
        known = set(defined())

        missing = [name for name in code_names() if name not in known]

        assert not missing

    def test_has_the_words_that_everything_else_is_built_on(self):
        assert {"DocumentRequest", "WILL_SUPPLY", "claim_request", "RequestEvent"} <= set(
            code_names()
        )


def code_names() -> Iterator[str]:
    """What stands in code type in the column "in code"."""
    for line in (DOCS / "glossary.md").read_text("utf-8").splitlines():
        if line.startswith("| ") and not line.startswith("| ---"):
            yield from re.findall(r"`(\w+)`", line.split("|")[2])


def defined() -> Iterator[str]:
    """Every name of chapwai: packages, classes, functions, parameters, fields, constants."""
    yield from (path.parent.name for path in SOURCES.rglob("__init__.py"))
    for path in SOURCES.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            match node:
                case ast.ClassDef(name=name) | ast.FunctionDef(name=name) | ast.arg(arg=name):
                    yield name
                case ast.Name(id=name, ctx=ast.Store()):
                    yield name
