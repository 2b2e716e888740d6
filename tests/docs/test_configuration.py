"""What an operator can set is written down, and what is written down can be set."""

import os
import re
import subprocess
import sys

from chapwai.config.commands.serve import NEEDED
from tests.checkout import DOCS, HOUSE, SOURCES

READ = re.compile(r"CHAPWAI_[A-Z_]+")
# How `serve` tells its own children that it lives; nobody sets it.
INTERNAL = {"CHAPWAI_LIFELINE"}
SHOW_ALL = "print({name: str(kept) for name, kept in vars(settings).items() if name.isupper()})"


class TestConfigurationPage:
    def test_has_a_heading_for_each_variable_and_for_no_other(self):
        page = (DOCS / "configuration.md").read_text("utf-8")

        headings = re.findall(r"^### (\S+)$", page, re.MULTILINE)

        assert sorted(headings) == sorted(variables())

    def test_lists_what_serve_needs(self):
        page = (DOCS / "configuration.md").read_text("utf-8")

        needed = next(line for line in page.splitlines() if line.startswith("| needed by"))

        assert set(READ.findall(needed)) == set(NEEDED)


class TestExampleEnvironment:
    def test_has_a_line_for_each_variable_and_for_no_other(self):
        assert sorted(example()) == sorted(variables())

    def test_is_accepted_by_the_settings(self):
        done = with_settings(example(), "pass")

        assert done.returncode == 0, done.stderr

    def test_shows_the_defaults_of_all_that_may_stay(self):
        optional = {name: text for name, text in example().items() if name not in NEEDED}

        shown, default = (with_settings(one, SHOW_ALL) for one in (optional, {}))

        assert shown.stdout == default.stdout != ""


class TestLineLogin:
    def test_is_refused_with_half_of_its_channel(self):
        half = {"CHAPWAI_LINE_LOGIN_CHANNEL_ID": "1650000000"}

        done = with_settings(half, "pass")

        assert done.returncode
        assert "CHAPWAI_LINE_LOGIN_CHANNEL_SECRET is not set" in done.stderr


def variables():
    """Every variable that the service reads."""
    sources = [path.read_text("utf-8") for path in SOURCES.rglob("*.py")]
    return {name for source in sources for name in READ.findall(source)} - INTERNAL


def example():
    """`.env.example` as variables."""
    lines = (HOUSE / ".env.example").read_text("utf-8").splitlines()
    return dict(line.split("=", 1) for line in lines if line and not line.startswith("#"))


def with_settings(variables, program):
    """Run a program that imports the settings in an environment with nothing of ours but these."""
    clean = {name: text for name, text in os.environ.items() if not READ.match(name)}
    return subprocess.run(
        [sys.executable, "-c", f"from chapwai.config import settings; {program}"],
        env=clean | variables,
        cwd=HOUSE,
        check=False,
        capture_output=True,
        text=True,
    )
