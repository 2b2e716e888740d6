"""Reading a citation from a photo or from a text: the two verbs of this package."""

import re
import time
from collections.abc import Sequence
from dataclasses import replace

from PIL import Image

from chapwai.citations.citation import Citation, Reading, Verdict
from chapwai.citations.codes import codes_on
from chapwai.citations.description import Description
from chapwai.citations.engines.engine import OcrEngine, default_engine
from chapwai.citations.gate import as_jpeg, safe_picture
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
from chapwai.citations.thai_lines import with_thai_read
from chapwai.citations.wording import plain

# Fewer letters than these, or letters read worse, and the picture cannot be read at all.
FEWEST_LETTERS = 12
POOREST_CONFIDENCE = 0.75
# A message of one number is a PMID more likely than not, and no more than that.
BARE_NUMBER = re.compile(r"\s*(?P<number>[1-9]\d{6,7})\s*(?:ค่ะ|คะ|ครับ)?\s*")


def read_photo(data: bytes, *, engine: OcrEngine | None = None) -> Reading:
    """Read the article that a photo or a screenshot shows.

    Raises PictureRefused if the bytes are no picture we open, EngineMissing without an engine.
    """
    started = time.perf_counter()
    picture = safe_picture(data)
    engine = engine or default_engine()
    picture, lines = read_upright(picture, engine)
    lines = with_thai_read(picture, lines)
    citations = _citations_on(picture, lines, engine) or _identified_by(codes_on(picture))
    return Reading(
        verdict=verdict_on(citations) if citations else _verdict_without_citation(lines),
        citations=tuple(citations),
        lines=tuple(lines),
        engine=engine.name,
        seconds=time.perf_counter() - started,
        picture=as_jpeg(picture),
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


def _citations_on(picture: Image.Image, lines: Sequence[Line], engine: OcrEngine) -> list[Citation]:
    """The articles on the page, and which of them the picture points at."""
    quick = describe_page(lines)
    if not quick:
        return []
    citations = _judged(picture, lines, quick, engine)
    marked = marked_among(picture, quick)
    return [replace(one, is_marked=n == marked) for n, one in enumerate(citations)]


def _judged(
    picture: Image.Image, lines: Sequence[Line], quick: Sequence[Description], engine: OcrEngine
) -> list[Citation]:
    """Look again where the articles stand, and judge both looks together."""
    careful = describe_page(looked_at_again(picture, lines, quick, engine))
    if len(careful) != len(quick):
        return [judged_once(description) for description in quick]
    return [judged_photo(one, other) for one, other in zip(quick, careful, strict=True)]


def _identified_by(codes: Sequence[str]) -> list[Citation]:
    found = [described for code in codes for described in describe_pasted(code)]
    named = [described for described in found if described.dois or described.pmids]
    return [judged_text(described, origin="qr") for described in named]


def _verdict_without_citation(lines: Sequence[Line]) -> Verdict:
    letters = sum(letter.isalnum() for line in lines for letter in line.text)
    if letters < FEWEST_LETTERS or confidence_of(lines) < POOREST_CONFIDENCE:
        return Verdict.UNREADABLE
    return Verdict.NOT_A_CITATION
