"""Lines as an engine would find them on a page, set in type without drawing it."""

from collections.abc import Iterable

from chapwai.citations.lines import Box, Line

# The width of a letter and the distance from line to line, in sizes of type.
LETTER = 0.5
PITCH = 1.6


def line(text: str, *, left: float = 40, top: float = 40, size: float = 20) -> Line:
    """One line of text whose box begins here."""
    return Line(text, Box(left, top, left + LETTER * size * len(text), top + size))


def column(
    texts: Iterable[str], *, left: float = 40, top: float = 40, size: float = 20
) -> list[Line]:
    """Lines below one another; a text of nothing leaves a gap."""
    return [
        line(text, left=left, top=top + PITCH * size * place, size=size)
        for place, text in enumerate(texts)
        if text
    ]


def bottom(lines: Iterable[Line]) -> float:
    """Where the next line below these could begin."""
    last = max(lines, key=lambda one: one.box.bottom)
    return last.box.top + PITCH * last.box.height
