"""What matters read a second time, by the careful model.

It costs four times as much a letter as the quick one, so what pays is cut out and put below one
another on one small picture, enlarged where the type is small.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from PIL import Image

from chapwai.citations.description import Description
from chapwai.citations.engines.engine import OcrEngine
from chapwai.citations.identifier_pieces import Piece
from chapwai.citations.lines import Box, Line, box_of, joined_lines, usual_size
from chapwai.citations.worth_a_look import worth_a_look, worth_another

# Around the lines of one cut, in sizes of type; of bad photos nobody knows so well where they lie.
MARGIN = 0.3
MARGIN_ON_BAD_PHOTO = 0.55
# Small type is enlarged, up to this height in pixels.
COMFORTABLE_SIZE = 19
LARGEST_ENLARGEMENT = 2.0
# Between the cuts, in pixels, so that lines of two are not taken for one.
GAP = 12


@dataclass(frozen=True)
class Photo:
    """A page to look at, by which engine, and with how much of it around what is looked at."""

    picture: Image.Image
    engine: OcrEngine
    margin: float


@dataclass(frozen=True)
class Cut:
    """A part of the page, and where its top lies on the picture of all cuts."""

    area: Box
    top: float


def looked_at_again(
    picture: Image.Image,
    lines: Sequence[Line],
    quick: Sequence[Description],
    engine: OcrEngine,
    *,
    is_bad: bool = False,
) -> list[Line]:
    """The page's lines, each where it was, with what is now read on its pieces."""
    photo = Photo(picture, engine, MARGIN_ON_BAD_PHOTO if is_bad else MARGIN)
    again = _read_again(worth_a_look(lines, quick), {}, photo)
    again = _read_again(worth_another(quick, again), again, photo)
    return [again.get(line, line) for line in lines]


def _read_again(
    pieces: Sequence[Piece], known: Mapping[Line, Line], photo: Photo
) -> dict[Line, Line]:
    """What each line is known to say, with what is now seen on the pieces."""
    careful = _seen_closely([piece.part for piece in pieces], photo)
    again = dict(known)
    # Long lines are read with less care for each letter, so what was seen on pieces counts more.
    for piece in sorted(pieces, key=lambda piece: piece.start):
        seen = [line for line in careful if _is_on(piece.part, line)]
        again[piece.line] = piece.read_again(seen, again.get(piece.line, piece.line))
    return again


def _seen_closely(wanted: Sequence[Line], photo: Photo) -> list[Line]:
    """What the careful model sees where these lines are."""
    if not wanted:
        return []
    scale = min(LARGEST_ENLARGEMENT, max(1.0, COMFORTABLE_SIZE / usual_size(wanted)))
    cuts = [*_cuts(wanted, photo, scale)]
    seen = joined_lines(photo.engine.read_closely(_picture_of(cuts, photo.picture, scale)))
    return [placed for line in seen if (placed := _placed(line, cuts, scale))]


def _cuts(lines: Sequence[Line], photo: Photo, scale: float) -> Iterator[Cut]:
    """The lines in groups that lie close together, each group one cut below the other."""
    top = float(GAP)
    for group in _groups(sorted(lines, key=lambda line: line.box.middle)):
        area = box_of(group).grown(photo.margin * usual_size(group), within=photo.picture.size)
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
