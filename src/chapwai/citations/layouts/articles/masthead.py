"""The journal's name on the page of an article, wherever the publisher puts it."""

import itertools
import re
from collections.abc import Sequence
from dataclasses import replace

from chapwai.citations.layouts.articles.banner import banner, begun_above, whole_name
from chapwai.citations.layouts.articles.imprint import Imprint
from chapwai.citations.layouts.articles.own_citation import ends_title
from chapwai.citations.layouts.parts.article_kind import KIND
from chapwai.citations.layouts.parts.blocks import run_from
from chapwai.citations.layouts.parts.journal_words import (
    LABEL_BESIDE,
    LEADING_DATE,
    NAVIGATION,
    could_be_journal,
    tidy_journal,
    without_date,
)
from chapwai.citations.lines import Line, text_of
from chapwai.citations.names import names_on
from chapwai.citations.source_patterns import MONTH, YEAR
from chapwai.citations.wording import one_line, plain

END_OF_PATH = re.compile(
    r"(?i)^\W*(article\w*|list of issues|vol(?:ume|\.).*|archives?|current|past issues|issues?.*|"
    r"fulltext|full text|abstract)\W*$"
)
START_OF_PATH = re.compile(
    r"(?i)^\W*(home|journals?|all journals|browse|journals a-z|content|search)\W*$"
)
# Imaginary Sleep , Volume 12: a step whose arrow was misread.
VOLUME_BEHIND = re.compile(r"(?i)\W{1,3}vol(?:ume|\.)?\s?\d.{0,40}$")
DAY_ALONE = rf"\d{{1,2}}\s?{MONTH}\.?\s?{YEAR}\b"
DAY = rf"{DAY_ALONE}(?=$|\s?[·•|])"
DATED = (
    re.compile(rf"(?i)^(?P<journal>[^\d]{{3,60}})[,.]\s?{DAY}"),
    re.compile(rf"(?i)^(?P<journal>[^\d()]{{3,60}})\s?\({MONTH}\.?\s{YEAR}\)$"),
    re.compile(rf"(?i)^Published in\s(?P<journal>[^\d]{{3,60}}?),?(?:\s?[·•|])?\s{DAY}"),
    # March 2019 · Imaginary Sleep 12, whatever follows
    re.compile(rf"(?i)^{MONTH}\.?\s{YEAR}\s?[·•|]\s?(?P<journal>[^\d]{{3,80}}?)\s\d{{1,5}}\b"),
    # Published in Imaginary Sleep • 23 December 2004 Medicine
    re.compile(rf"(?i)^Published in\s(?P<journal>[^\d]{{3,60}}?)\s?[·•|]\s?{DAY_ALONE}"),
    re.compile(
        rf"(?i)^Published\s{MONTH}\s\d{{1,2}},\s?{YEAR}\s?\|\s?(?P<journal>[^\d|]{{3,60}})$"
    ),
)
FIGURES = re.compile(
    r"(?i)\W{0,3}(?:impact factor|(?:(?:online|print|electronic|linking)\s?|e-?|p-?)?issn)\b"
)
BETWEEN_PARTS = re.compile(r"\s?[•·|]\s?")
# Imag. Sleep. Health: of two words abbreviated, no sentence ends with the first.
FEWEST_STOPS = 2
FEWEST_STEPS = 3
LINES_ABOVE = 3


def journal_of(
    lines: Sequence[Line], *, title: Sequence[Line], authors: Sequence[Line], imprint: Imprint
) -> tuple[str | None, Line | None, bool]:
    """The journal, the line that says it, and whether nothing but its place speaks for it."""
    others = [line for line in lines if line not in title and line not in authors]
    if named := _before_numbers(imprint, title, others):
        return _without_author(named, authors), imprint.lines[0], False
    for find in (_before_date, _before_kind, _in_path, _above_numbers, _over_figures):
        name, line = find(others, imprint)
        if name:
            return name, line, False
    name, line = banner(others, title)
    return name, line, bool(name)


def _without_author(journal: str, authors: Sequence[Line]) -> str:
    """Without the author that a running head names first: Fernhill Imaginary Sleep (2019) 12:4-9"""
    families = [name.split()[-1] for name in names_on(authors) if "," not in name]
    named = re.match(r"(?P<one>[\w'-]+) (?:(?:and|&) (?P<other>[\w'-]+) )?(?=\w{3})", journal)
    is_author = named and {*filter(None, named.groups())} <= {*families}
    return journal[named.end() :] if named and is_author else journal


def _before_numbers(imprint: Imprint, title: Sequence[Line], lines: Sequence[Line]) -> str | None:
    """What stands before the numbers; in a whole reference, what stands behind the title."""
    before = imprint.before.rstrip(" .·•")
    if end := ends_title(before, title):
        before = before[end:].lstrip(" .?!\"'")
    elif "." in before:
        before = _behind_sentences(without_date(before).rstrip(" ."))
    elif before.strip():
        before = f"{begun_above(imprint.lines[0], lines)} {before}"
    name = tidy_journal(before)
    return name if name and not NAVIGATION.fullmatch(name) else None


def _behind_sentences(text: str) -> str:
    """What stands behind the last full stop, unless all of it is one abbreviated name."""
    *before, last = BETWEEN_PARTS.split(text)
    words = last.split()
    stops = sum(word.endswith(".") for word in words)
    # Review · Imag. Sleep: what is set apart is no sentence's end.
    if (before or stops >= FEWEST_STOPS) and all(
        word[0].isupper() or len(word) < 4 for word in words
    ):
        return last
    return re.split(r"(?<=[a-z]{4})[.?!]\s", text)[-1]


def _above_numbers(lines: Sequence[Line], imprint: Imprint) -> tuple[str | None, Line | None]:
    """The nearest line over the numbers that could be a journal's name."""
    undated = [_undated(line) for line in lines] if imprint.lines else []
    for numbers in imprint.lines:
        if near := _names_above(numbers, undated):
            return whole_name(near[-1], near[-1].text, lines), near[-1]
    return None, None


def _undated(line: Line) -> Line:
    """The line without the date on either side of a journal's name: Imaginary Sleep, May 2019"""
    text = LEADING_DATE.sub("", plain(line.text))
    return replace(line, text=without_date(text).strip(" ,"))


def _names_above(first: Line, lines: Sequence[Line]) -> list[Line]:
    above = [
        line
        for line in lines
        if 0 < first.box.middle - line.box.middle < 5 * max(first.size, line.size)
        and line.box.right > first.box.left - 2 * first.size
        and line.box.left < first.box.right + 30 * first.size
    ]
    return [line for line in above[-LINES_ABOVE:] if could_be_journal(line)]


def _in_path(lines: Sequence[Line], imprint: Imprint) -> tuple[str | None, Line | None]:
    """Home > Journal > Article; Home / All Journals / Subject / Journal / List of Issues"""
    for line in lines:
        path = text_of(other for other in run_from(line, lines, 2) if _is_of_path(other, line))
        steps = re.split(r"\s?[>›»]\s?|\s/\s", plain(path))
        is_path = len(steps) >= FEWEST_STEPS
        steps = [step for step in steps if not re.fullmatch(rf"\s?{YEAR}\s?", step)]
        ends = [n for n, step in enumerate(steps) if n and END_OF_PATH.match(step)]
        if is_path and ends and not START_OF_PATH.match(steps[ends[0] - 1]):
            return tidy_journal(VOLUME_BEHIND.sub("", steps[ends[0] - 1])), line
    return None, None


def _is_of_path(other: Line, line: Line) -> bool:
    """A narrow page breaks the path before its last step, or amid it."""
    is_open = line.text.rstrip().endswith((">", "›", "»"))
    return other is line or is_open or bool(re.match(r"[^>›»]{0,20}[>›»]", other.text))


def _over_figures(lines: Sequence[Line], imprint: Imprint) -> tuple[str | None, Line | None]:
    """The line over the journal's impact factor or its ISSN."""
    for line, following in itertools.pairwise(lines):
        says_figures = FIGURES.match(plain(following.text))
        if says_figures and could_be_journal(line):
            return whole_name(line, plain(line.text), lines), line
    return None, None


def _before_kind(lines: Sequence[Line], imprint: Imprint) -> tuple[str | None, Line | None]:
    """Imaginary Sleep | Review - Intervention"""
    for line in lines:
        parts = LABEL_BESIDE.split(plain(line.text))
        named = replace(line, text=parts[0].strip())
        if len(parts) == 2 and KIND.match(parts[1]) and could_be_journal(named):
            return tidy_journal(named.text), line
    return None, None


def _before_date(lines: Sequence[Line], imprint: Imprint) -> tuple[str | None, Line | None]:
    """Fict Psychol, 23 December 2004; Published in Fictional Psychology 23 December 2004"""
    for line, pattern in itertools.product(lines, DATED):
        found = pattern.match(one_line(plain(line.text)))
        if found and not NAVIGATION.search(found["journal"]):
            return tidy_journal(found["journal"]), line
    return None, None
