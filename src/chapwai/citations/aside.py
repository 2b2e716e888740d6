"""Whether a screen was photographed from far aside, and how its lines lean then.

Of all slants that a page may have, its own is the one without which it is most striped.
"""

from collections.abc import Iterable

from PIL import Image, ImageChops

from chapwai.citations.slant import Slant, levelled_in_place, narrowed
from chapwai.citations.stripes import evened, inner, marks_on, small_grey, stripedness

WIDTH_TO_GUESS = 200
WIDTH_TO_MEASURE = 400
# Frames and edges of the screen lie at the margins of a photo.
PART_TO_MEASURE = 0.88
# In degrees: nobody photographs a page more askew, or from farther aside.
MOST_ASKEW = 8
MOST_SPREAD = 4
GUESSED_APART = 2
STEPS = (1.0, 0.5, 0.25)
# Less is read as well if the page is only turned, and its layout is understood as well.
FAR_ASIDE = 3.0
# Guessed at less, it will not be measured as that much.
MAY_BE_FAR = 2.0
# The right slant leaves the rows this much more striped than they were; of a screenshot none does.
WORTH_IT = 1.1
# A line of text makes the rows more striped than this, specks do not.
SPECKS = 100
# Edges of a screen are as dark as can be and must not outweigh its text: of 255.
CLEAREST_MARK = 40
# Letters differ from what is so many pixels beside them; edges along the lines do not.
BESIDE = 2


def slant_seen_from_aside(picture: Image.Image) -> Slant | None:
    """The slant of a page whose lines lean much otherwise at its top than at its bottom."""
    slant = slant_of(picture, least_spread=MAY_BE_FAR)
    return slant if abs(slant.spread) >= FAR_ASIDE else None


def slant_of(picture: Image.Image, *, least_spread: float = 0.0) -> Slant:
    """The slant of the picture's lines; none unless it leaves the rows clearly more striped.

    It is not measured, and none, where its spread is guessed at less than `least_spread` degrees.
    """
    slant = _slant_guessed(picture)
    if slant == Slant() or abs(slant.spread) < least_spread:
        return Slant()
    marks = _text_marks(picture, WIDTH_TO_MEASURE)
    for step in STEPS:
        slant = _climbed(slant, marks, step)
    is_clear = _without(slant, marks) > WORTH_IT * _without(Slant(), marks) + SPECKS
    return Slant(slant.middle, slant.spread / PART_TO_MEASURE) if is_clear else Slant()


def _slant_guessed(picture: Image.Image) -> Slant:
    """To about half a degree, on a picture so small that many slants can be tried."""
    small = _text_marks(picture, WIDTH_TO_GUESS)
    if _best(_around(Slant(), STEPS[1]), small) == Slant():
        return Slant()
    return _climbed(_best(_possible_slants(), small), small, STEPS[0])


def _possible_slants() -> list[Slant]:
    """Two degrees apart, the least first: of an even picture every slant is as good."""
    middles = range(-MOST_ASKEW, MOST_ASKEW + 1, GUESSED_APART)
    spreads = range(-MOST_SPREAD, MOST_SPREAD + 1, GUESSED_APART)
    slants = [Slant(middle, spread) for middle in middles for spread in spreads]
    return sorted(slants, key=lambda slant: abs(slant.middle) + abs(slant.spread))


def _climbed(slant: Slant, marks: Image.Image, step: float) -> Slant:
    """The slant as much better as steps of this size make it."""
    while (better := _best(_around(slant, step), marks)) != slant:
        slant = better
    return slant


def _around(slant: Slant, step: float) -> list[Slant]:
    """The slant and the eight beside it, as far as pages lean."""
    steps = (0, -step, step)
    around = [slant.changed(middle, spread) for middle in steps for spread in steps]
    return [one for one in around if abs(one.spread) <= MOST_SPREAD + 1]


def _best(slants: Iterable[Slant], marks: Image.Image) -> Slant:
    """The first of those without which the rows are most striped."""
    return max(slants, key=lambda slant: _without(slant, marks))


def _without(slant: Slant, marks: Image.Image) -> int:
    return stripedness(levelled_in_place(marks, slant))


def _text_marks(picture: Image.Image, width: int) -> Image.Image:
    """Letters more than edges, bright on black, whatever the light."""
    grey = small_grey(inner(picture, PART_TO_MEASURE), width)
    beside = ImageChops.difference(grey, ImageChops.offset(grey, BESIDE, 0))
    letters = evened(beside, clearest=CLEAREST_MARK, light=127)
    all_marks = evened(marks_on(grey), clearest=CLEAREST_MARK, light=63)
    return narrowed(ImageChops.add(letters, all_marks))
