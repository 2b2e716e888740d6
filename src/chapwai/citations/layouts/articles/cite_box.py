"""A reference to the page's own article: in a box for citing it, or under a heading."""

import re
from collections.abc import Sequence
from dataclasses import replace

from chapwai.citations.description import Description
from chapwai.citations.layouts.articles.own_part import ABSTRACT
from chapwai.citations.layouts.articles.title_blocks import are_alike
from chapwai.citations.layouts.parts.blocks import run_from
from chapwai.citations.lines import Line, text_of
from chapwai.citations.references import describe_reference
from chapwai.citations.wording import plain

HEADING = r"cite(?: this)?(?: article| paper)?(?: as)?|citation|how to cite(?: this article)?"
BUTTON = r"copy(?: citation| to clipboard)?|format:?|download citation.*|export citation.*"
BOX_HEADING = re.compile(rf"(?i)^\W*(?:{HEADING})\W*$")
BOX_BUTTON = re.compile(rf"(?i)^\W*(?:{BUTTON})\W*$")
OVER_REFERENCE = re.compile(rf"(?i)^\W*(?:{HEADING}|{BUTTON})\W*$")
COOKIES = re.compile(r"(?i)\bcookies?\b")
CAPITAL = r"[^\W\d_a-zß-öø-ÿ]"
# Fernhill AB, ... / Fernhill, A. B., ... / A. B. Fernhill, ...
BEGINS_WITH_NAME = re.compile(
    rf"^[^\W\d_][\w'-]{{1,30}}(?: [^\W\d_][\w'-]{{1,30}}){{0,3}},? {CAPITAL}{{1,4}}[.,]|"
    rf"^(?:{CAPITAL}\. ?){{1,3}}{CAPITAL}[\w'-]{{1,30}},"
)
# On a telephone, with many authors.
MOST_LINES = 16


def cited_article(lines: Sequence[Line]) -> Description | None:
    """The article of a reference in a box for citing; None without a box or without a reference."""
    tried: list[Line] = []
    for line in _within_box(lines):
        if line not in tried and BEGINS_WITH_NAME.match(plain(line.text)):
            run = _up_to_the_buttons(run_from(line, lines, MOST_LINES))
            found = describe_reference(text_of(run))
            if found and found.title and found.journal and found.year:
                return replace(found, lines=tuple(run))
            tried += run  # from its middle on it would lack its first authors
    return None


def _within_box(lines: Sequence[Line]) -> list[Line]:
    """The lines below the box's heading; all if only its buttons, which stand below, are there."""
    headings = [line for line in lines if BOX_HEADING.match(plain(line.text))]
    if headings:
        top = headings[0].box.middle
        return [line for line in lines if line.box.middle > top]
    has_buttons = any(BOX_BUTTON.match(plain(line.text)) for line in lines)
    return list(lines) if has_buttons else []


def _up_to_the_buttons(run: Sequence[Line]) -> list[Line]:
    kept: list[Line] = []
    for line in run:
        text = plain(line.text)
        ends = OVER_REFERENCE.match(text) or ABSTRACT.match(text) or COOKIES.search(text)
        if ends or not are_alike(run[0], line):
            break
        kept.append(line)
    return kept
