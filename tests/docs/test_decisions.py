"""Decisions have one shape, and every dependency has its reason."""

import re
import tomllib

import pytest

from tests.checkout import DOCS, HOUSE

DECISIONS = sorted((DOCS / "decisions").glob("*.md"))
PARTS = ("**What we do.**", "**Why.**", "**What we gave up.**", "**When to look again.**")
NAME = re.compile(r"[a-z][a-z0-9-]*")


class TestDependencies:
    def test_have_a_line_each_and_no_other_has_one(self):
        page = (DOCS / "decisions" / "0002-dependencies.md").read_text("utf-8")

        explained = re.findall(r"^\| `([a-z0-9-]+)` \| \S", page, re.MULTILINE)

        assert sorted(explained) == sorted(dependencies())


class TestEveryDecision:
    @pytest.mark.parametrize("path", DECISIONS, ids=lambda path: path.stem)
    def test_says_what_why_what_was_given_up_and_when_to_look_again(self, path):
        page = path.read_text("utf-8")

        places = [page.find(part) for part in PARTS]

        assert -1 not in places
        assert places == sorted(places)

    def test_has_a_number_of_its_own_without_a_gap(self):
        numbers = [int(path.stem[:4]) for path in DECISIONS]

        assert numbers == list(range(1, len(DECISIONS) + 1))

    def test_is_found_from_the_index(self):
        index = (DOCS / "index.md").read_text("utf-8")

        assert not [path.name for path in DECISIONS if f"(decisions/{path.name})" not in index]


def dependencies():
    """Every package that pyproject.toml asks for, by whatever name."""
    project = tomllib.loads((HOUSE / "pyproject.toml").read_text("utf-8"))["project"]
    extras = project["optional-dependencies"].values()
    asked_for = [*project["dependencies"], *(one for extra in extras for one in extra)]
    return {NAME.match(one)[0] for one in asked_for}
