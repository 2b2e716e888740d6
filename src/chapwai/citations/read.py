"""Reading a citation from a photo or from a text: the two verbs of this package."""

import re
import time
from collections.abc import Sequence
from dataclasses import dataclass, replace

from PIL import Image

from chapwai.citations.brightness import inverted, is_dark
from chapwai.citations.careful_page import read_again_if_bad
from chapwai.citations.citation import Citation, Reading, Verdict
from chapwai.citations.codes import codes_on
from chapwai.citations.counterparts import counterparts_of
from chapwai.citations.description import Description
from chapwai.citations.engines.engine import OcrEngine, default_engine
from chapwai.citations.gate import as_jpeg, safe_picture
from chapwai.citations.identifier_pieces import names_an_article
from chapwai.citations.judge import (
    judged_number,
    judged_once,
    judged_photo,
    judged_text,
    verdict_on,
)
from chapwai.citations.layouts.page import describe_page
from chapwai.citations.lines import Line, confidence_of
from chapwai.citations.marks import marked_among
from chapwai.citations.orientation import read_upright
from chapwai.citations.pasted import describe_pasted
from chapwai.citations.second_look import looked_at_again
from chapwai.citations.sightings import seen_before, with_trusted_dois
from chapwai.citations.signs_behind import painted_over, signs_behind, without_signs
from chapwai.citations.thai_lines import with_thai_read
from chapwai.citations.wording import plain

# Fewer letters than these, or letters read worse, and the picture cannot be read at all.
FEWEST_LETTERS = 12
POOREST_CONFIDENCE = 0.75
# A message of one number is a PMID more likely than not, and no more than that.
BARE_NUMBER = re.compile(r"\s*(?P<number>[1-9]\d{6,7})\s*(?:ค่ะ|คะ|ครับ)?\s*")


@dataclass(frozen=True)
class Page:
    """A level picture as it is and as it is read, its lines, and those that the first look saw."""

    picture: Image.Image
    legible: Image.Image
    lines: Sequence[Line]
    first_look: Sequence[Line]

    @property
    def was_read_twice(self) -> bool:
        """Whether it is a bad photo, of which a first look was not enough."""
        return self.lines is not self.first_look


def read_photo(data: bytes, *, engine: OcrEngine | None = None) -> Reading:
    """Read the article that a photo or a screenshot shows.

    Raises PictureRefused if the bytes are no picture we open, EngineMissing without an engine.
    """
    started = time.perf_counter()
    picture = safe_picture(data)
    engine = engine or default_engine()
    page = _page_on(picture, engine)
    coded = _coded_on(page.picture)
    citations = _citations_on(page, engine, coded) or _identified_by(coded)
    return Reading(
        verdict=verdict_on(citations) if citations else _verdict_without_citation(page.lines),
        citations=tuple(citations),
        lines=tuple(page.lines),
        engine=engine.name,
        seconds=time.perf_counter() - started,
        picture=as_jpeg(page.picture),
    )


def read_text(text: str) -> Reading:
    """Read what a message names: identifiers, links, references, pasted records."""
    started = time.perf_counter()
    if alone := BARE_NUMBER.fullmatch(plain(text)):
        citations = [judged_number(alone["number"])]
    else:
        citations = [judged_text(pasted, origin="text") for pasted in describe_pasted(text)]
    return Reading(
        verdict=verdict_on(citations) if citations else Verdict.NOT_A_CITATION,
        citations=tuple(citations),
        seconds=time.perf_counter() - started,
    )


def _page_on(picture: Image.Image, engine: OcrEngine) -> Page:
    """The level picture and its lines; what is white on black is read as black on white."""
    dark = is_dark(picture)
    level, first_look = read_upright(inverted(picture) if dark else picture, engine)
    first_look = with_thai_read(level, first_look)
    lines = read_again_if_bad(level, first_look, engine)
    return Page(inverted(level) if dark else level, level, lines, first_look)


def _citations_on(page: Page, engine: OcrEngine, coded: Sequence[Description]) -> list[Citation]:
    """The articles on the page, and which of them the picture points at."""
    quick = describe_page(page.lines)
    if not quick:
        return []
    citations = _judged(page, quick, engine, coded)
    marked = marked_among(page.picture, quick)
    return [replace(one, is_marked=n == marked) for n, one in enumerate(citations)]


def _judged(
    page: Page, quick: Sequence[Description], engine: OcrEngine, coded: Sequence[Description]
) -> list[Citation]:
    """Look again where the articles stand, and judge both looks together."""
    signs = signs_behind(page.legible, page.lines)
    picture = painted_over(page.legible, signs.values()) if signs else page.legible
    again = looked_at_again(picture, page.lines, quick, engine, is_bad=page.was_read_twice)
    careful = _described_again(quick, page.lines, again)
    trusted = with_trusted_dois(quick, page.lines, page.first_look)
    first = _with_codes(seen_before(trusted, page.first_look, page.lines), coded)
    second = with_trusted_dois(careful, page.lines, page.first_look)
    first = without_signs(first, second, signs)
    pairs = zip(first, counterparts_of(first, second), strict=True)
    return [
        judged_photo(one, _without_repeats(other, one.lines)) if other else judged_once(one)
        for one, other in pairs
    ]


def _described_again(
    quick: Sequence[Description], lines: Sequence[Line], again: Sequence[Line]
) -> Sequence[Description]:
    """What the page says now; if no word changed, the same, on the lines as they were read now."""
    if [line.text for line in lines] != [line.text for line in again]:
        return describe_page(again)
    now = dict(zip(lines, again, strict=True))
    return [replace(one, lines=tuple(now.get(line, line) for line in one.lines)) for one in quick]


def _without_repeats(careful: Description, quick: Sequence[Line]) -> Description:
    """Without identifiers that were not read again: seen once, they must not count twice."""
    read_again = [line for line in careful.lines if line not in quick]
    if any(names_an_article(line) for line in read_again):
        return careful
    return replace(careful, dois=(), pmids=())


def _with_codes(quick: Sequence[Description], coded: Sequence[Description]) -> list[Description]:
    """A code on the page of one article names it; nothing is misread in it, so it counts twice."""
    if len(quick) != 1 or len(coded) != 1:
        return list(quick)
    code = coded[0]
    dois, pmids = (*quick[0].dois, *2 * code.dois), (*quick[0].pmids, *2 * code.pmids)
    return [replace(quick[0], dois=dois, pmids=pmids)]


def _coded_on(picture: Image.Image) -> list[Description]:
    """What QR codes on the picture name, as far as it is an article."""
    found = [described for code in codes_on(picture) for described in describe_pasted(code)]
    return [described for described in found if described.dois or described.pmids]


def _identified_by(coded: Sequence[Description]) -> list[Citation]:
    return [judged_text(described, origin="qr") for described in coded]


def _verdict_without_citation(lines: Sequence[Line]) -> Verdict:
    letters = sum(letter.isalnum() for line in lines for letter in line.text)
    if letters < FEWEST_LETTERS or confidence_of(lines) < POOREST_CONFIDENCE:
        return Verdict.UNREADABLE
    return Verdict.NOT_A_CITATION
