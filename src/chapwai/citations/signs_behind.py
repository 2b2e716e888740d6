"""The sign behind a DOI that says where its link leads: engines take an arrow for a 7.

Nothing in the text betrays it, and a DOI with one figure too many is another article's. On the
picture the sign stands a word's space apart, and no DOI has a space in it. But mostly engines
leave it out, so no letter is dropped for the space alone: the sign is painted over before the
second look, and the letter that is then missing was the sign.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from PIL import Image, ImageOps

from chapwai.citations.description import Description
from chapwai.citations.engines.line_picture import dark_on_light
from chapwai.citations.identifiers import dois_in
from chapwai.citations.lines import Box, Line
from chapwai.citations.stripes import bands_above
from chapwai.citations.wording import plain

# So many letters before the sign show how far apart this type sets them. A line under them leaves
# no gaps, and then nothing can be told.
LETTERS_TO_MEASURE = 12
FEWEST_GAPS = 3
# In sizes of type: letters stand closer together, also where all are equally wide.
NARROWEST_SPACE = 0.4
# Of a line's height; above and below are neighbours.
MARGIN = 0.2
# What engines make of the sign where they see the space.
ONE_LETTER_APART = re.compile(r" \S$")
# Columns with less ink than this part of the fullest one are blank; a dot has more.
BLANK = 0.05


def signs_behind(picture: Image.Image, lines: Iterable[Line]) -> dict[Line, Box]:
    """The lines that end with a DOI and a sign set apart from it, and where that sign is."""
    signs = {line: _sign_on(picture, line) for line in lines if _ends_in_doi(line)}
    return {line: sign for line, sign in signs.items() if sign}


def painted_over(picture: Image.Image, signs: Iterable[Box]) -> Image.Image:
    """The picture with the paper before each sign in its place."""
    painted = picture.copy()
    for sign in signs:
        left, top, right, bottom = map(round, sign.corners)
        paper = picture.crop((left, top, left + 1, bottom))
        painted.paste(paper.resize((right - left, bottom - top)), (left, top))
    return painted


def without_signs(
    quick: Sequence[Description], careful: Sequence[Description], signed: Mapping[Line, Box]
) -> list[Description]:
    """The quick look's descriptions, their DOIs without the letter that only the sign gave."""
    behind = {doi for line in signed for doi in dois_in(plain(line.text))}
    whole = {doi for seen in careful for doi in seen.dois}
    too_long = {doi for doi in behind if doi[:-1] in whole}
    return [
        replace(seen, dois=tuple(doi[:-1] if doi in too_long else doi for doi in seen.dois))
        for seen in quick
    ]


def _ends_in_doi(line: Line) -> bool:
    text = ONE_LETTER_APART.sub("", plain(line.text))
    return any(text.lower().endswith(doi) for doi in dois_in(text))


def _sign_on(picture: Image.Image, line: Line) -> Box | None:
    end = _end_of(line, picture)
    spaces = _spaces(picture.crop(end.pixels).convert("L"))
    if len(spaces) <= FEWEST_GAPS:
        return None
    *between, (left, right) = spaces
    width = right - left
    is_apart = width > max(NARROWEST_SPACE * line.size, *(b - a for a, b in between))
    begins = end.left + (left + right) / 2
    return Box(begins, line.box.top, end.right, line.box.bottom) if is_apart else None


def _end_of(line: Line, picture: Image.Image) -> Box:
    """Where the line's last letters and the sign stand, without what is above and below."""
    box, letter = line.box, line.box.width / len(line.text)
    left = max(box.left, box.right - (LETTERS_TO_MEASURE + 1) * letter)
    right = min(picture.width, box.right + letter / 2)
    return Box(left, box.top + MARGIN * box.height, right, box.bottom - MARGIN * box.height)


def _spaces(cut: Image.Image) -> list[tuple[int, int]]:
    """From where to where there is nothing between the letters, in pixels from the left."""
    ink = ImageOps.invert(dark_on_light(cut)).resize((cut.width, 1), Image.Resampling.BOX).tobytes()
    least = min(ink) + BLANK * (max(ink) - min(ink))
    bands = bands_above(least, ink)
    return [(end, begin) for (_, end), (begin, _) in pairwise(bands)]
