"""Reads a page the right way up, also when the phone was held sideways."""

from collections.abc import Sequence

from PIL import Image

from chapwai.citations.engines.engine import OcrEngine
from chapwai.citations.footing import stands_upright
from chapwai.citations.lines import Box, Line, confidence_of, joined_lines
from chapwai.citations.straighten import straightened, stripes_run_down
from chapwai.citations.thai_lines import thai_turn

# Upright pages are read with more than .9, Thai ones with .75; upside down they give letters of a
# kind with less than .7.
UPRIGHT_CONFIDENCE = 0.75
LETTERS_OF_A_WORD = 4
# So much from the middle of a page, in pixels, shows which way it lies.
SIDE_TO_TRY = 736
FEWEST_WORDS = 4
# Fewer make no article, and on a bad photo that lies the wrong way no more are found.
FEWEST_LETTERS = 24
LINES_TO_TRY = 3
# No page that stands on its head has long lines that are read with as much.
CONFIDENCE_OF_LONG_LINES = 0.8
# Letters of a kind come out either way; the right way they are this much more legible.
CLEARLY_MORE = 2
# Thai ones on their head, if there are letters at all, are not so much more legible than upright.
FAR_MORE = 3
# Around a line to try, in its heights.
ROOM = 0.4


def read_upright(picture: Image.Image, engine: OcrEngine) -> tuple[Image.Image, list[Line]]:
    """The level picture and its lines from the top down, whichever way it came.

    A page of which the quick look makes nothing may have been turned by mistake: the careful one
    is asked how it lies.
    """
    level, lines = _read_quickly(picture, engine)
    if _letters(lines) >= FEWEST_LETTERS:
        return level, lines
    return _read(_turned(picture, _turn_seen_closely(picture, engine)), engine)


def _read_quickly(picture: Image.Image, engine: OcrEngine) -> tuple[Image.Image, list[Line]]:
    """The page as a quick look has it.

    Only pages that are read badly are suspected to stand on their head.
    """
    if stripes_run_down(picture):
        picture = _laid_down(picture, engine)
    level, lines = _read(picture, engine)
    if turn := _turn_seen(lines):
        picture = _turned(picture, turn)
        level, lines = _read(picture, engine)
    if _may_stand_on_its_head(lines) and _is_on_its_head(level, lines, engine):
        return _read(_turned(picture, 180), engine)
    return level, lines


def _read(picture: Image.Image, engine: OcrEngine) -> tuple[Image.Image, list[Line]]:
    level = straightened(picture)
    return level, joined_lines(engine.read(level))


def _laid_down(picture: Image.Image, engine: OcrEngine) -> Image.Image:
    """With lines that lie, of a picture whose lines seem to run down.

    Frames and columns look like lines of text on their side, so where the shape of its lines does
    not tell how it stands, a part of the picture is read.
    """
    on_its_side = _turned(picture, 90)
    stands = stands_upright(on_its_side)
    if stands is None:
        return _turned(picture, _turn_seen(_read_middle(picture, engine)))
    return on_its_side if stands else _turned(picture, 270)


def _read_middle(picture: Image.Image, engine: OcrEngine) -> list[Line]:
    """The lines in the middle of the page, or of the whole page if there are too few."""
    width, height = (min(SIDE_TO_TRY, side) for side in picture.size)
    left, top = (picture.width - width) // 2, (picture.height - height) // 2
    lines = engine.read(picture.crop((left, top, left + width, top + height)))
    return lines if len(_words(lines)) >= FEWEST_WORDS else engine.read(picture)


def _turn_seen(lines: Sequence[Line]) -> int:
    """The degrees by which a page on its side must be turned, 0 for one that lies.

    Engines turn lines that stand by 90 degrees, always the same way: what they can read then needs
    no other turn, and what they cannot the opposite one.
    """
    words = _words(lines)
    if _lie(words):
        return 0
    return 90 if confidence_of(words) >= UPRIGHT_CONFIDENCE else 270


def _turn_seen_closely(picture: Image.Image, engine: OcrEngine) -> int:
    """The degrees by which a page must be turned to be most legible, 0 if it never is."""
    views = {turn: straightened(_turned(picture, turn)) for turn in (0, 90, 180, 270)}
    seen = {turn: _legibility(engine.read_closely(view)) for turn, view in views.items()}
    return max(seen, key=seen.__getitem__)


def _may_stand_on_its_head(lines: Sequence[Line]) -> bool:
    is_read_badly = bool(lines) and confidence_of(lines) < UPRIGHT_CONFIDENCE
    return is_read_badly and confidence_of(_longest(lines)) < CONFIDENCE_OF_LONG_LINES


def _is_on_its_head(level: Image.Image, lines: Sequence[Line], engine: OcrEngine) -> bool:
    """Whether the longest lines are far more legible, or Thai, when they are turned round.

    Nobody is asked if lines clearly stand upright: what is read badly then is Thai, or a bad photo.
    """
    if stands_upright(level):
        return False
    longest = _longest(lines)
    turned = engine.read(_turned(_below_one_another(longest, level), 180))
    before, after = _legibility(longest), _legibility(turned)
    if before > FAR_MORE * after + LETTERS_OF_A_WORD:
        return False
    is_clearer = after > CLEARLY_MORE * before
    if is_clearer and confidence_of(turned) >= UPRIGHT_CONFIDENCE:
        return True
    turn = thai_turn([line.box for line in longest], level)
    return is_clearer if turn is None else turn == 180


def _longest(lines: Sequence[Line]) -> list[Line]:
    return sorted(lines, key=lambda line: len(line.text))[-LINES_TO_TRY:]


def _below_one_another(lines: Sequence[Line], level: Image.Image) -> Image.Image:
    areas = [line.box.grown(ROOM * line.box.height, within=level.size) for line in lines]
    size = max(area.width for area in areas), sum(area.height for area in areas)
    together = Image.new("RGB", (round(size[0]), round(size[1])), "white")
    top = 0.0
    for area in areas:
        together.paste(level.crop(_whole(area)), (0, round(top)))
        top += area.height
    together.thumbnail((SIDE_TO_TRY, SIDE_TO_TRY))
    return together


def _whole(area: Box) -> tuple[int, int, int, int]:
    left, top, right, bottom = map(round, area.corners)
    return left, top, right, bottom


def _words(lines: Sequence[Line]) -> list[Line]:
    return [line for line in lines if len(line.text) >= LETTERS_OF_A_WORD]


def _lie(words: Sequence[Line]) -> bool:
    """Whether most words are wider than high."""
    return 2 * sum(word.box.width > word.box.height for word in words) >= len(words)


def _letters(lines: Sequence[Line]) -> int:
    return sum(len(line.text) for line in lines)


def _legibility(lines: Sequence[Line]) -> float:
    """Letters read, weighted by their confidence, on lines that lie."""
    lying = [line for line in lines if line.box.width > line.box.height]
    return sum(line.confidence**4 * len(line.text) for line in lying)


def _turned(picture: Image.Image, degrees: int) -> Image.Image:
    return picture.rotate(degrees, expand=True) if degrees else picture
