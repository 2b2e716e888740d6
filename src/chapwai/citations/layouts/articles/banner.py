"""The journal's name in large type over its article, on one line or on several."""

import re
from collections.abc import Sequence
from dataclasses import replace

from chapwai.citations.layouts.articles.headline import JOURNAL_WORDS
from chapwai.citations.layouts.articles.title_blocks import are_aligned, are_alike
from chapwai.citations.layouts.parts.blocks import run_from
from chapwai.citations.layouts.parts.journal_words import (
    NAVIGATION,
    SITES,
    could_be_journal,
    is_name,
    name_of_banner,
    tidy_journal,
)
from chapwai.citations.lines import Line, usual_size
from chapwai.citations.wording import letters_of, plain

BANNER_STANDS_OUT = 1.1
# From one line of a name to the next, in sizes of type.
CLOSEST, FARTHEST = 0.7, 1.7
# A name goes on below only where its next word had no room, give or take a little.
NEARLY = 0.9
MOST_LINES_MORE = 4
# On the picture of a cover a name stands in several lines.
LINES_OF_A_COVER = 5
LOGIN = re.compile(r"(?i)\b(?:log ?in|sign ?in|my account)\W*$")
GOES_ON = re.compile(r"(?i)(?:\b(?:of|and|the|for|in|on)|[:&,-])$")


def banner(lines: Sequence[Line], title: Sequence[Line]) -> tuple[str | None, Line | None]:
    """The largest line above the title that could be a name, or one that the page repeats."""
    right = max(line.box.right for line in title)
    above = [
        line for line in lines if line.box.middle < title[0].box.middle and line.box.left < right
    ]
    names = [(line, name_of_banner(line)) for line in above]
    could_be = [(line, name) for line, name in names if name]
    repeated = [(line, name) for line, name in could_be if _is_repeated(name, line, lines)]
    large = [
        (line, name)
        for line, name in could_be
        if line.box.height >= BANNER_STANDS_OUT * usual_size(lines)
    ]
    # The site's own name stands higher up than the journal's.
    found = (repeated or large)[-1:]
    if found and _is_on_the_bar(found[0][0], lines):
        found = [one for one in large if one[0].box.top > found[0][0].box.bottom][-1:] or found
    return (whole_name(*found[0], above), found[0][0]) if found else (None, None)


def whole_name(line: Line, name: str, lines: Sequence[Line]) -> str | None:
    """The name with what the lines right over and under it say in the same type."""
    return tidy_journal(" ".join([*_over(line, lines), name, *_under(line, lines)]))


def begun_above(line: Line, lines: Sequence[Line]) -> str:
    """The beginning of a journal's name that goes on at the start of this line."""
    parts = (_last_part(other) for other in lines)
    above = next((other for other in parts if _goes_on_below(other, line)), None)
    if above is None:
        return ""
    text = plain(above.text)
    is_begun = above not in lines or JOURNAL_WORDS.search(text) or GOES_ON.search(text)
    says_all = letters_of(line.text).startswith(letters_of(text))
    return text if is_begun and not says_all else ""


def _last_part(line: Line) -> Line:
    """The line with only what stands behind its last bar: Published 2019 | Imaginary"""
    return replace(line, text=line.text.rpartition("|")[2].strip() or line.text)


def _over(line: Line, lines: Sequence[Line]) -> list[str]:
    texts: list[str] = []
    while len(texts) < MOST_LINES_MORE:
        above = next((other for other in lines if _goes_on_below(other, line)), None)
        if above is None:
            break
        texts.insert(0, plain(above.text))
        line = above
    return texts


def _under(line: Line, lines: Sequence[Line]) -> list[str]:
    texts: list[str] = []
    while len(texts) < MOST_LINES_MORE:
        below = next((other for other in lines if _goes_on_below(line, other)), None)
        if below is None or not _could_end_name(plain(below.text)):
            break
        texts.append(plain(below.text))
        line = below
    return texts


def _could_end_name(text: str) -> bool:
    """Also a word that alone would be the kind of article: Imaginary Sleep | Letters."""
    return is_name(text) and not NAVIGATION.search(text)


def _goes_on_below(line: Line, below: Line) -> bool:
    """Whether a name on this line could go on right below it, in the same type."""
    step = below.box.middle - line.box.middle
    size = max(line.size, below.size)
    word = below.box.width * len(below.text.split(maxsplit=1)[0]) / max(1, len(below.text))
    return (
        CLOSEST * min(line.size, below.size) < step < FARTHEST * size
        and are_aligned(line, below)
        and are_alike(line, below)
        and line.box.width + word > NEARLY * below.box.width
        and could_be_journal(line)
        and not line.text.rstrip().endswith(".")
    )


def _is_on_the_bar(line: Line, lines: Sequence[Line]) -> bool:
    """Whether one logs in beside it: there a site says its own name."""
    beside = (other for other in lines if abs(other.box.middle - line.box.middle) < line.size)
    return any(LOGIN.search(plain(other.text)) for other in beside)


def _is_repeated(name: str, line: Line, lines: Sequence[Line]) -> bool:
    wanted = letters_of(name)
    others = [other for other in lines if other is not line and not SITES.match(other.text)]
    runs = (run_from(other, others, LINES_OF_A_COVER) for other in others)
    return any(wanted in letters_of(" ".join(part.text for part in run)) for run in runs)
