"""Which parts of a page are worth a second look.

A careful look at a letter takes four times as long as a quick one, so it is for identifiers, and
for the numbers that the quick look was least sure of. Faint words are not worth it: a title is
known by most of its letters, while nothing around a figure shows that it is another.
"""

import itertools
import re
from collections.abc import Iterable, Mapping, Sequence

from chapwai.citations.description import Description
from chapwai.citations.faint import is_faint
from chapwai.citations.identifier_pieces import Piece, identifiers_in, pieces_of
from chapwai.citations.lines import Line
from chapwai.citations.wording import is_thai

# Of the letters on the page; more would cost over a third of the time that the whole page took.
MOST_OF_THE_PAGE = 0.06
FEWEST_LETTERS = 80
# Each identifier of a list is somebody's article, and a wrong one is worse than a late answer.
MOST_LETTERS_OF_IDENTIFIERS = 800
# A figure alone is a mark behind a name.
NUMBER = re.compile(r"\d{2,9}")
FIGURES_OF_A_YEAR = 4


def worth_a_look(lines: Sequence[Line], quick: Sequence[Description]) -> list[Piece]:
    """Identifiers first, each once, because they are worst to get wrong; then the faintest numbers.

    Lines with identifiers hold an article's numbers too.
    """
    pieces = _naming(quick)
    named = _affordable(_each_once(pieces), most=MOST_LETTERS_OF_IDENTIFIERS)
    naming = {piece.line: piece for piece in reversed(pieces)}
    latin = [line for one in quick for line in _latin(one)]
    faint = [line for line in latin if is_faint(line) and _has_figures(_unnamed(line, naming))]
    faint.sort(key=lambda line: (line not in naming, line.confidence))
    most = max(FEWEST_LETTERS, MOST_OF_THE_PAGE * _letters(lines))
    left = most - _letters([piece.part for piece in named])
    return [*named, *_affordable([Piece(line, 0) for line in faint], most=left)]


def worth_another(quick: Sequence[Description], again: Mapping[Line, Line]) -> list[Piece]:
    """Where identifiers stand once more that the second look did not see clearly."""
    pieces = _naming(quick)
    repeated = set(pieces) - set(_each_once(pieces))
    left_out = {piece.line for piece in repeated}
    seen = [now for line, now in again.items() if now != line and line not in left_out]
    clear = {name for line in seen if not is_faint(line) for name in identifiers_in(line.text)}
    return [piece for piece in pieces if piece in repeated and not piece.identifiers <= clear]


def _naming(quick: Sequence[Description]) -> list[Piece]:
    return [piece for one in quick for piece in pieces_of(_latin(one))]


def _each_once(pieces: Iterable[Piece]) -> list[Piece]:
    """Without those that say nothing but what others say, as DOIs do that stand twice on a page."""
    said: set[str] = set()
    once = []
    for piece in sorted(pieces, key=lambda piece: len(piece.identifiers), reverse=True):
        if not piece.identifiers or not said.issuperset(piece.identifiers):
            once.append(piece)
        said.update(piece.identifiers)
    return once


def _unnamed(line: Line, naming: Mapping[Line, Piece]) -> str:
    """What stands before the line's identifiers."""
    return line.text[: naming[line].start] if line in naming else line.text


def _latin(described: Description) -> list[Line]:
    return [line for line in described.lines if not is_thai(line.text)]


def _has_figures(text: str) -> bool:
    return sum(map(len, NUMBER.findall(text))) >= FIGURES_OF_A_YEAR


def _letters(lines: Iterable[Line]) -> int:
    return sum(len(line.text) for line in lines)


def _affordable(pieces: Iterable[Piece], *, most: float) -> list[Piece]:
    """As many of the pieces, each once, as have so many letters together."""
    several = list(dict.fromkeys(pieces))
    letters = itertools.accumulate(len(piece.part.text) for piece in several)
    return [piece for piece, total in zip(several, letters, strict=True) if total <= most]
