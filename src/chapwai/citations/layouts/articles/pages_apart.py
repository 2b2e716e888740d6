"""Pages that stand apart from volume and issue: behind the DOI, under the date, by a label."""

import re
from collections.abc import Sequence
from dataclasses import replace

from chapwai.citations.layouts.articles.own_citation import said_on
from chapwai.citations.layouts.parts.blocks import run_from
from chapwai.citations.lines import Line
from chapwai.citations.source_line import Source, expanded_pages
from chapwai.citations.source_patterns import MONTH, PAGE, YEAR
from chapwai.citations.wording import one_line, plain

LABELLED_PAGES = re.compile(
    rf"(?i)(?:^|[|/·•]\s?)\W{{0,2}}(?:Pages?(?:\(s\))?|pp?\.)\s?:?\s?(?P<pages>{PAGE}\s?-\s?{PAGE})\b(?!\s?-)"
    r"|(?:^|[|/·•]\s?)\W{0,2}Article(?: no\.?| number| ID)?:?\s?(?P<article>[a-z]{0,4}\d{3,12})\b"
)
# The same words alone, over the pages.
PAGES_LABEL = re.compile(r"(?i)\W{0,2}(?:Pages?(?:\(s\))?|Article(?: no\.?| number| ID)):?")
PAGES_UNDER = re.compile(rf"(?!{YEAR}$){PAGE}(?:\s?-\s?{PAGE})?")
# What may stand behind the DOI of a line whose parts are set apart: · 412-419, · e101
PAGES_APART = re.compile(
    r"(?:pp?\.\s?)?(?P<pages>\d{1,5}\s?-\s?\d{1,5}|[eES]\d{2,10}(?:-[eES]\d{2,10})?)"
)
APART = re.compile(r"\s?[•·|]\s?")


def labelled_pages(line: Line, lines: Sequence[Line]) -> str | None:
    """The pages that a label names, on its line or right below it."""
    return _pages_on(line) or _pages_under(line, lines)


def with_pages_apart(source: Source, run: Sequence[Line]) -> Source:
    """With pages that one of the parts behind it says, on its line or on those below."""
    if source.pages:
        return source
    texts = (said_on(run[:count]) for count in range(1, len(run) + 1))
    parts = (part.strip() for text in texts for part in APART.split(text[source.end :]))
    said = next((found["pages"] for part in parts if (found := PAGES_APART.fullmatch(part))), None)
    said = said or _number_alone(run)
    return replace(source, pages=expanded_pages(said)) if said else source


def _number_alone(run: Sequence[Line]) -> str | None:
    """The article's number on a line of its own, under Volume 12, Issue 3 and the date."""
    *over, last = (one_line(plain(line.text)) for line in run)
    is_dated = len(over) > 1 and re.fullmatch(rf"(?i){MONTH} {YEAR}", over[-1])
    return last if is_dated and re.fullmatch(r"e?\d{3,8}", last) else None


def _pages_on(line: Line) -> str | None:
    """Pages 1-9 | Received 12 Jan 2019"""
    label = LABELLED_PAGES.search(plain(line.text))
    return (label["pages"] or label["article"]) if label else None


def _pages_under(line: Line, lines: Sequence[Line]) -> str | None:
    """The line right below a label that is nothing but pages."""
    if not PAGES_LABEL.fullmatch(plain(line.text)):
        return None
    below = run_from(line, lines, 2)[1:]
    said = PAGES_UNDER.fullmatch(plain(below[0].text)) if below else None
    return said.group() if said else None
