"""The page that walks through the house knows every room."""

import re
import tomllib

from tests.checkout import DOCS, HOUSE, SOURCES


class TestArchitecturePage:
    def test_has_a_line_for_each_folder_and_for_no_other(self):
        named = re.findall(r"^\| `src/chapwai/(\w+)/` \| \S", page(), re.MULTILINE)

        assert sorted(named) == sorted(folders())

    def test_shows_the_floors_of_the_import_contract(self):
        settings = tomllib.loads((HOUSE / "pyproject.toml").read_text("utf-8"))
        floors = settings["tool"]["importlinter"]["contracts"][0]["layers"]

        shown = re.search(r"## The floors.*?```\n(.*?)\n```", page(), re.DOTALL)[1]

        assert ["__main__", *shown.split("\n")] == floors


def page():
    return (DOCS / "architecture.md").read_text("utf-8")


def folders():
    """The packages of chapwai; what only the interpreter keeps is no room."""
    return [path.parent.name for path in SOURCES.glob("*/__init__.py")]
