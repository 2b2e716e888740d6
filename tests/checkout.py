"""The checkout as files: where things are, and what is under version control."""

import shutil
import subprocess
from pathlib import Path

HOUSE = Path(__file__).resolve().parents[1]
DOCS = HOUSE / "docs"
SOURCES = HOUSE / "src" / "chapwai"


def tracked_files():
    """Every file under version control that is there; without git, all but tools' own folders."""
    return [path for path in _listed_by_git() or _found() if path.is_file()]


def pages():
    """Every Markdown page of the project."""
    return [path for path in tracked_files() if path.suffix == ".md"]


def _listed_by_git():
    git = shutil.which("git")
    if git is None or not (HOUSE / ".git").exists():
        return []
    listed = subprocess.run([git, "ls-files", "-z"], cwd=HOUSE, check=False, capture_output=True)
    return [HOUSE / name for name in listed.stdout.decode().split("\0") if name]


def _found():
    paths = HOUSE.rglob("*")
    return [one for one in paths if not _hidden(one.relative_to(HOUSE).parent)]


def _hidden(folder):
    return any(part.startswith(".") or part == "__pycache__" for part in folder.parts)
