"""Draw what docs/linesim.md and docs/linesim-control.md say of the code.

    python -m tests.linesim.draw_reference

tests/linesim/test_reference.py fails while a page differs from what this draws.
"""

import inspect
from pathlib import Path

from linesim import control, coverage

DOCS = Path(__file__).resolve().parents[2] / "docs"
PAGE, CONTROL_PAGE = DOCS / "linesim.md", DOCS / "linesim-control.md"
BEGIN, END = "<!-- drawn by tests.linesim.draw_reference -->", "<!-- end of what is drawn -->"

HEAD = """# linesim: the control API

Drawn from the code by `python -m tests.linesim.draw_reference`; do not edit.

What people do at their phones, and what only a simulator can do or show. JSON in, JSON out, no \
token needed; people and groups are named by id or by name. What cannot be is answered with 400, \
404 or 409 and `{"error": "…"}`.
"""


def page():
    """docs/linesim.md with its table as the code has it."""
    before, _, rest = PAGE.read_text(encoding="utf-8").partition(BEGIN)
    after = rest.partition(END)[2]
    return f"{before}{BEGIN}\n\n{coverage.as_markdown()}\n{END}{after}"


def control_page():
    """docs/linesim-control.md: every endpoint, in the words of its docstring."""
    return "\n".join([HEAD, *(section for route in control.ROUTES for section in _section(route))])


def _section(route):
    [method] = (route.methods or set()) - {"HEAD"}
    yield f"## `{method} {route.path}`\n"
    for paragraph in inspect.getdoc(route.endpoint).split("\n\n"):
        yield " ".join(paragraph.split()) + "\n"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
    CONTROL_PAGE.write_text(control_page().rstrip() + "\n", encoding="utf-8")
