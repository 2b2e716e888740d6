"""What matters read a second time, by the careful model.

It costs four times as much a letter as the quick one, so only what pays is cut out and put below
one another on one small picture, enlarged where the type is small: the pieces of lines that name
an article, and the numbers that the quick model is least sure of.
"""

import itertools
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from PIL import Image

from chapwai.citations.description import Description
from chapwai.citations.engines.engine import OcrEngine
from chapwai.citations.faint import is_faint
from chapwai.citations.identifier_pieces import Piece, pieces_of
from chapwai.citations.lines import Box, Line, box_of, joined_lines, usual_size
from chapwai.citations.wording import is_thai

# Of the letters on the page; more would cost over a third of the time that the whole page took.
MOST_OF_THE_PAGE = 0.06
FEWEST_LETTERS = 80
# Each identifier of a list is somebody's article, and a wrong one is worse than a late answer.
MOST_LETTERS_OF_IDENTIFIERS = 800
NUMBER = re.compile(r"\d{2,9}")
FIGURES_OF_A_YEAR = 4
# Around the lines of one cut, in sizes of type.
MARGIN = 0.55
# Small type is enlarged, up to this height in pixels.
COMFORTABLE_SIZE = 22
LARGEST_ENLARGEMENT = 2.0
# Between the cuts, in pixels, so that lines of two are not taken for one.
GAP = 24


@dataclass(frozen=True)
class Cut:
    """A part of the page, and where its top lies on the picture of all cuts."""

    area: Box
    top: float


def looked_at_again(
    picture: Image.Image, lines: Sequence[Line], quick: Sequence[Description], engine: OcrEngine
) -> list[Line]:
    """The page's lines, each where it was, with what is now read on its pieces."""
    pieces = _worth_a_look(lines, quick)
    careful = _seen_closely([piece.part for piece in pieces], picture, engine)
    again: dict[Line, Line] = {}
    # Long lines are read with less care for each letter, so what was seen on pieces counts more.
    for piece in sorted(pieces, key=lambda piece: piece.start):
        seen = [line for line in careful if _is_on(piece.part, line)]
        again[piece.line] = piece.read_again(seen, again.get(piece.line, piece.line))
    return [again.get(line, line) for line in lines]


def _worth_a_look(lines: Sequence[Line], quick: Sequence[Description]) -> list[Piece]:
    """Identifiers first, because they are worst to get wrong; then the faintest numbers.

    Lines with identifiers hold an article's numbers too. Faint words are not worth it: a title is
    known by most of its letters, while nothing around a figure shows that it is another.
    """
    naming = {piece.line: piece for one in quick for piece in pieces_of(_latin(one))}
    named = _affordable(_each_named_once(naming.values()), most=MOST_LETTERS_OF_IDENTIFIERS)
    latin = [line for one in quick for line in _latin(one)]
    faint = [line for line in latin if is_faint(line) and _has_figures(_unnamed(line, naming))]
    faint.sort(key=lambda line: (line not in naming, line.confidence))
    most = max(FEWEST_LETTERS, MOST_OF_THE_PAGE * _letters(lines))
    left = most - _letters([piece.part for piece in named])
    return [*named, *_affordable([Piece(line, 0) for line in faint], most=left)]


def _each_named_once(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Without those that say nothing but what others say, as DOIs do that stand twice on a page."""
    said: set[str] = set()
    for piece in sorted(pieces, key=lambda piece: len(piece.identifiers), reverse=True):
        if not piece.identifiers or not said.issuperset(piece.identifiers):
            yield piece
        said.update(piece.identifiers)


def _unnamed(line: Line, naming: Mapping[Line, Piece]) -> str:
    """What stands before the line's identifiers."""
    return line.text[: naming[line].start] if line in naming else line.text


def _latin(described: Description) -> list[Line]:
    return [line for line in described.lines if not is_thai(line.text)]


def _has_figures(text: str) -> bool:
    """Whether its numbers have as many as a year; one alone is a mark behind a name."""
    return sum(map(len, NUMBER.findall(text))) >= FIGURES_OF_A_YEAR


def _letters(lines: Iterable[Line]) -> int:
    return sum(len(line.text) for line in lines)


def _affordable(pieces: Iterable[Piece], *, most: float) -> list[Piece]:
    """As many of the pieces, each once, as have so many letters together."""
    several = list(dict.fromkeys(pieces))
    letters = itertools.accumulate(len(piece.part.text) for piece in several)
    return [piece for piece, total in zip(several, letters, strict=True) if total <= most]


def _seen_closely(wanted: Sequence[Line], picture: Image.Image, engine: OcrEngine) -> list[Line]:
    """What the careful model sees where these lines are."""
    if not wanted:
        return []
    scale = min(LARGEST_ENLARGEMENT, max(1.0, COMFORTABLE_SIZE / usual_size(wanted)))
    cuts = [*_cuts(wanted, picture.size, scale)]
    seen = joined_lines(engine.read_closely(_picture_of(cuts, picture, scale)))
    return [placed for line in seen if (placed := _placed(line, cuts, scale))]


def _cuts(lines: Sequence[Line], size: tuple[int, int], scale: float) -> Iterator[Cut]:
    """The lines in groups that lie close together, each group one cut below the other."""
    top = float(GAP)
    for group in _groups(sorted(lines, key=lambda line: line.box.middle)):
        area = box_of(group).grown(MARGIN * usual_size(group), within=size)
        yield Cut(area, top)
        top += area.height * scale + GAP


def _groups(lines: Sequence[Line]) -> list[list[Line]]:
    groups: list[list[Line]] = []
    for line in lines:
        near = next((group for group in groups if _follows(group[-1], line)), None)
        if near is None:
            groups.append([line])
        else:
            near.append(line)
    return groups


def _follows(line: Line, following: Line) -> bool:
    step = following.box.middle - line.box.middle
    aside = abs(following.box.left - line.box.left)
    return step < 2.2 * max(line.size, following.size) and aside < 4 * line.size


def _picture_of(cuts: Sequence[Cut], picture: Image.Image, scale: float) -> Image.Image:
    width = max(cut.area.width for cut in cuts) * scale + 2 * GAP
    height = cuts[-1].top + cuts[-1].area.height * scale + GAP
    together = _background(cuts[0], picture).resize((round(width), round(height)))
    for cut in cuts:
        size = (max(1, round(cut.area.width * scale)), max(1, round(cut.area.height * scale)))
        part = picture.resize(size, Image.Resampling.BICUBIC, box=cut.area.corners)
        together.paste(part, (GAP, round(cut.top)))
    return together


def _background(cut: Cut, picture: Image.Image) -> Image.Image:
    """The colour at the corner of a cut: an edge in another would be taken for strokes."""
    left, top = int(cut.area.left), int(cut.area.top)
    return picture.crop((left, top, left + 1, top + 1))


def _placed(line: Line, cuts: Sequence[Cut], scale: float) -> Line | None:
    """The line where it stands on the page, None if it lies on no cut."""
    for cut in cuts:
        if cut.top <= line.box.middle <= cut.top + cut.area.height * scale:
            moved = line.box.moved(-GAP, -cut.top)
            box = Box(*(side / scale for side in moved.corners))
            return replace(line, box=box.moved(cut.area.left, cut.area.top))
    return None


def _is_on(line: Line, other: Line) -> bool:
    """Whether the other line lies on this one: its middle within, and some of its width."""
    overlap = min(line.box.right, other.box.right) - max(line.box.left, other.box.left)
    in_height = line.box.top <= other.box.middle <= line.box.bottom
    return in_height and overlap > 0.5 * min(line.box.width, other.box.width)
