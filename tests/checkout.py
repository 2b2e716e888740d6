"""The checkout as files: where things are, and what is under version control."""

import subprocess
from pathlib import Path

HOUSE = Path(__file__).resolve().parents[1]
DOCS = HOUSE / "docs"
SOURCES = HOUSE / "src" / "chapwai"


def tracked_files():
    """Every file under version control that is there, as a path."""
    listed = subprocess.run(
        ["git", "ls-files", "-z"], cwd=HOUSE, check=True, capture_output=True, text=True
    )
    paths = [HOUSE / name for name in listed.stdout.split("\0") if name]
    return [path for path in paths if path.is_file()]


def pages():
    """Every Markdown page of the project."""
    return [path for path in tracked_files() if path.suffix == ".md"]
