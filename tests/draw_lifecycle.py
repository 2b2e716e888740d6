"""Draw docs/lifecycle.md from the table that the service runs on.

    python -m tests.draw_lifecycle

tests/docs/test_lifecycle.py fails while the page differs from what this draws.
"""

import ast
from collections.abc import Iterator
from pathlib import Path

import django
from django.conf import settings
from django.utils import translation

from chapwai.document_requests.lifecycle import ENDED, FIRST, MOVES, Status, Verb

HOUSE = Path(__file__).resolve().parents[1]
ACTIONS = HOUSE / "src" / "chapwai" / "document_requests" / "actions"
PAGE = HOUSE / "docs" / "lifecycle.md"

HEAD = (
    "# The life of a request\n\n"
    "Drawn from [`lifecycle.py`](../src/chapwai/document_requests/lifecycle.py) by "
    "`python -m tests.draw_lifecycle`; do not edit.\n\n"
    "Statuses speak [ISO 18626](decisions/0005-statuses-are-iso-18626s.md) where it has a word. "
    "Verbs are ours: each is one file in `document_requests/actions/`, and "
    "`DocumentRequest.move()` is the only thing that writes a status."
)


def page() -> str:
    """The whole page, with a closing newline."""
    parts = [HEAD, _picture(), "## Statuses", _statuses(), "## Verbs", _verbs()]
    return "\n\n".join(parts) + "\n"


def _picture() -> str:
    return "\n".join(["```mermaid", "stateDiagram-v2", *_arrows(), "```"])


def _arrows() -> Iterator[str]:
    for status in _in_order(FIRST):
        yield f"    [*] --> {status.name}: {Verb.PLACE}"
    for verb, move in MOVES.items():
        for start in _in_order(move.starts):
            yield f"    {start.name} --> {move.end.name}: {verb}"
    for status in _in_order(ENDED):
        yield f"    {status.name} --> [*]"


def _statuses() -> str:
    rows = [
        (
            f"`{status.name}`",
            status.value,
            _label(status, "th"),
            _label(status, "en"),
            _ways(status),
        )
        for status in Status
    ]
    return _table(("status", "kept as", "people read", "in English", "leaves by"), rows)


def _ways(status: Status) -> str:
    verbs = [verb for verb, move in MOVES.items() if status in move.starts]
    return ", ".join(f"`{verb}`" for verb in verbs) or "–"


def _verbs() -> str:
    rows = [(f"[`{verb}`]({_file(verb)})", _from(verb), _to(verb), _meaning(verb)) for verb in Verb]
    return _table(("verb", "from", "to", "what happens"), rows)


def _from(verb: Verb) -> str:
    starts = MOVES[verb].starts if verb in MOVES else frozenset()
    return _names(starts) or "–"


def _to(verb: Verb) -> str:
    if verb == Verb.PLACE:
        return _names(FIRST)
    return _names({MOVES[verb].end}) if verb in MOVES else "stays where it is"


def _file(verb: Verb) -> str:
    return f"../{ACTIONS.relative_to(HOUSE).as_posix()}/{verb}.py"


def _meaning(verb: Verb) -> str:
    """The first line of the file that does it."""
    source = (ACTIONS / f"{verb}.py").read_text("utf-8")
    return (ast.get_docstring(ast.parse(source)) or "").split("\n")[0]


def _names(statuses: frozenset[Status] | set[Status]) -> str:
    return ", ".join(f"`{status.name}`" for status in _in_order(statuses))


def _in_order(statuses: frozenset[Status] | set[Status]) -> list[Status]:
    """In the order of the table: sets have none, and the page must not change by itself."""
    return [status for status in Status if status in statuses]


def _label(status: Status, language: str) -> str:
    with translation.override(language):
        return str(status.label)


def _table(headings: tuple[str, ...], rows: list[tuple[str, ...]]) -> str:
    lines = [headings, tuple("---" for _ in headings), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def main() -> None:
    settings.configure(USE_I18N=True, LOCALE_PATHS=[HOUSE / "locale"])
    django.setup()
    PAGE.write_text(page(), "utf-8")
    print(f"drawn: {PAGE.relative_to(HOUSE)}")


if __name__ == "__main__":
    main()
