"""Pages lead somewhere, and speak of commands that exist."""

import re
from collections.abc import Iterator
from urllib.parse import unquote

import pytest

import run
from chapwai.config.command import COMMANDS
from tests.checkout import HOUSE, pages

LINK = re.compile(r"\]\(([^)\s]+)\)")
ELSEWHERE = re.compile(r"[a-z]+:")


class TestEveryPage:
    @pytest.mark.parametrize("path", pages(), ids=lambda path: path.relative_to(HOUSE).as_posix())
    def test_has_links_that_lead_somewhere(self, path):
        broken = [link for link in links(path) if not leads_somewhere(path, link)]

        assert not broken

    def test_names_only_commands_of_run_py_that_exist(self):
        named = {word for path in pages() for word in re.findall(r"run\.py (\w+)", text(path))}

        assert named <= run.COMMANDS.keys()

    def test_names_only_commands_of_chapwai_that_exist(self):
        named = {word for path in pages() for word in re.findall(r"`chapwai (\w+)", text(path))}

        assert named <= COMMANDS.keys()


class TestReadme:
    def test_shows_both_commands(self):
        readme = text(HOUSE / "README.md")

        assert "python3 run.py demo" in readme
        assert "python3 run.py test" in readme


def links(path) -> Iterator[str]:
    """Where the page leads within the checkout."""
    return (link for link in LINK.findall(text(path)) if not ELSEWHERE.match(link))


def leads_somewhere(path, link) -> bool:
    file, _, heading = link.partition("#")
    target = path.parent / unquote(file) if file else path
    return target.exists() and (not heading or heading in anchors(target))


def anchors(path) -> set[str]:
    """The headings of a page, as links name them."""
    headings = re.findall(r"^#+ (.+)$", text(path), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", one.lower()).replace(" ", "-") for one in headings}


def text(path) -> str:
    return path.read_text("utf-8")
