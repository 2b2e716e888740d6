"""The authors' lines below a title."""

import functools
import re
from collections.abc import Sequence

from chapwai.citations.layouts.articles.names_a_line import (
    FARTHER,
    SAME_TYPE,
    STEP_WITHIN,
    WIDEST_STEP,
    is_over_address,
    one_a_line,
    with_addresses_between,
)
from chapwai.citations.lines import Box, Line, box_of
from chapwai.citations.names import (
    FOOTNOTES,
    LABEL,
    NOT_NAMES,
    NOT_OF_NAMES,
    SMALL_WORDS,
    are_surely_names,
    looks_like_names,
    names_in,
)
from chapwai.citations.names_in_a_row import could_be_row
from chapwai.citations.source_patterns import MONTH, YEAR
from chapwai.citations.turned_names import turned_alone
from chapwai.citations.wording import plain

SEVERAL = re.compile(r",|;|&|\band\b|•|·|\s\|\s")
# Figures and signs that lead to addresses, and an icon that looks like a Chinese character.
FIGURES = re.compile(r"[¹²³⁰⁴-⁹*†‡§]|[^\W\d]\s?\d{1,2}(?:,\d)?\W*$|[^\W\d_]{2}\s?[\u2e80-\u9fff]$")
# An author that is a group, by its last word: Nordwick Trial Study Group.
GROUP_ALONE = re.compile(
    r"(?:(?:[^\W\da-z][\w'-]{0,30}|of|the|for|on|and|in|&) ){2,10}"
    r"(?:Group|Collaborat(?:ion|ive|ors)|Consortium|Investigators|Trialists|Committee|Network)\W{0,2}"
)
AUTHORS = re.compile(r"(?i)^\W*authors?(?: of this article)?\W*$")
# A comma or "and" that has come to stand on the next line, behind an icon perhaps.
BEGINS_OPEN = re.compile(r"^\s?(?:(?:[\u2e80-\u9fff]|[\[(][iIl]D[\])])\s?)?(?:[,;&]|and\s)")
SURNAME_FIRST = re.compile(r"\S{2,30} [^\W\da-z]{1,3}")
# Sleep and Imaginary Forum 2019: a journal's, however many names are in it.
ENDS_WITH_YEAR = re.compile(rf"\b{YEAR}(?:\s{MONTH})?\W{{0,3}}$")
MOST_LINES_BETWEEN = 9
# A title of one word has names below it that are longer, but begin within this many sizes.
NARROWEST = 8
# Names are set smaller than a title, by this at least, and a little farther off.
SMALLER = 0.93
# So much smaller no line of the title itself is, however many capitals widen another.
MUCH_SMALLER = 0.87
INITIAL_AMID = re.compile(r"[^\W\d_a-z][^\W\d_]{1,20} [^\W\d_a-z]\.? [^\W\d_a-z][^\W\d_]")


def is_byline(line: Line) -> bool:
    """Whether the line surely lists names: several, or one that bears a mark."""
    return _are_listed(plain(line.text))


@functools.lru_cache(maxsize=2048)
def _are_listed(text: str) -> bool:
    several = SEVERAL.search(text) or FIGURES.search(text) or LABEL.match(text)
    return bool(several) and are_surely_names(text)


def is_group(line: Line) -> bool:
    """Whether the line is one author that is no person."""
    return GROUP_ALONE.fullmatch(plain(line.text)) is not None


def begins_byline(title: Sequence[Line], line: Line, *, ends: bool = False) -> bool:
    """Whether the line is none of the title's, but names in smaller type close below it.

    A name alone may be the end of a title; it is not if it is set farther off than the title's
    lines are, or if what `ends` a list of names comes next.
    """
    if _begins_row_of_names(title, line):
        return True
    if line.size > SMALLER * title[0].size:
        return False
    if is_group(line) or not are_surely_names(plain(line.text)):
        return is_group(line)
    return is_byline(line) or ends or _is_farther(title, line)


def _begins_row_of_names(title: Sequence[Line], line: Line) -> bool:
    """Names with nothing between them: somebody's initial tells them from words with capitals."""
    text = FOOTNOTES.sub(" ", plain(line.text))
    is_smaller = (
        line.size < MUCH_SMALLER * title[0].size
        or line.box.height < MUCH_SMALLER * title[0].box.height
    )
    return is_smaller and INITIAL_AMID.search(text) is not None and could_be_row(text)


def _is_farther(title: Sequence[Line], line: Line) -> bool:
    if len(title) == 1:
        return False
    usual = title[-1].box.middle - title[-2].box.middle
    return line.box.middle - title[-1].box.middle > FARTHER * usual


def author_block(title: Sequence[Line], lines: Sequence[Line]) -> list[Line]:
    """The first lines of names below the title, whatever labels and dates stand between."""
    below = lines_below(title, lines)
    for start, line in enumerate(below[:MOST_LINES_BETWEEN]):
        is_labelled = start > 0 and bool(AUTHORS.match(below[start - 1].text))
        at_once = start == 0 or is_labelled or is_over_address(below[start : start + 2])
        if _begins_names(line, at_once=at_once):
            return _names_from(below[start:], is_labelled=is_labelled)
    return []


def _names_from(lines: Sequence[Line], *, is_labelled: bool) -> list[Line]:
    """Names with their addresses between them, a line each below a label, or running on."""
    apart = one_a_line(lines) if is_labelled else []
    return apart or with_addresses_between(lines) or _while_names(lines)


def lines_below(title: Sequence[Line], lines: Sequence[Line]) -> list[Line]:
    """The lines under the title in its column: not those of a sidebar."""
    last, box = title[-1], box_of(title)
    right = max(box.right, last.box.left + NARROWEST * last.size)
    return [
        line
        for line in lines
        if line.box.middle > last.box.middle + 0.4 * last.size
        and (_is_centred(line, box) or box.left - 3 * last.size <= line.box.left < right)
    ]


def _is_centred(line: Line, box: Box) -> bool:
    """Whether a line is wider than a centred title, and centred as well."""
    apart = abs(line.box.left + line.box.right - box.left - box.right) / 2
    return line.box.left < box.left and apart < line.size


def _begins_names(line: Line, *, at_once: bool) -> bool:
    """One bare name is taken for the author only where authors are expected at once."""
    text = plain(line.text)
    if is_byline(line) or (at_once and _are_names_at_once(text)):
        return True
    return (
        are_surely_names(text)
        and len(names_in(text)[0].split()) >= 2
        and (at_once or bool(NOT_NAMES.search(text)))
    )


def _are_names_at_once(text: str) -> bool:
    """A group, one person turned round, or several in a row: elsewhere they could be anything."""
    if GROUP_ALONE.fullmatch(text):
        return True
    are_persons = turned_alone(text) or could_be_row(FOOTNOTES.sub(" ", text))
    return bool(are_persons) and not NOT_OF_NAMES.search(text)


def _while_names(lines: Sequence[Line]) -> list[Line]:
    names = [lines[0]]
    for line in lines[1:]:
        if _goes_on(names, line):
            names.append(line)
        elif not _is_aside(names, line):
            break
    return names


def _is_aside(names: Sequence[Line], line: Line) -> bool:
    """A line in another column, or a raised mark that was taken for a line of its own."""
    return line.box.left > max(name.box.right for name in names) or len(line.text.strip()) == 1


def _goes_on(names: Sequence[Line], line: Line) -> bool:
    last, text = names[-1], plain(line.text)
    step = line.box.middle - last.box.middle
    sizes = sorted((names[0].box.height, line.box.height))
    is_open = _is_open(last) or BEGINS_OPEN.match(text)
    widest = WIDEST_STEP if is_open else STEP_WITHIN
    follows = 0 < step < widest * max(last.size, line.size)
    alike = sizes[0] >= SAME_TYPE * sizes[1] or names[0].size * SAME_TYPE <= line.size
    # A journal's name in capitals is no name of a list that has small letters.
    in_case = not text.isupper() or last.text.isupper()
    could_be_names = in_case and _are_names(text) and not ENDS_WITH_YEAR.search(text)
    return follows and alike and could_be_names and not _is_closed(last)


def _is_open(last: Line) -> bool:
    """A list goes on after a comma or "and", and where a name has only begun."""
    text = plain(last.text)
    last_words = re.split(r"[,;&•·|]", text)[-1].split()
    begun = len(last_words) == 1 or (last_words and last_words[-1].lower() in SMALL_WORDS)
    # Behind a comma, or an initial that a surname follows.
    is_open = re.search(r"(?:[,;&•·]|\band)\W*[\d*]*\s*$|\w\s[A-Z]\.$|[a-z]-$", text)
    return bool(begun or is_open) or _ends_with_given_names(text)


def _ends_with_given_names(text: str) -> bool:
    """Whether a surname has to follow: ..., Yuki K, in a list where given names come first."""
    *others, last = (part.strip() for part in re.split(r"[,;&•·|]", text))
    is_turned = any(SURNAME_FIRST.fullmatch(other) for other in others)
    return bool(others and SURNAME_FIRST.fullmatch(last)) and not is_turned


def _is_closed(last: Line) -> bool:
    return bool(NOT_NAMES.search(plain(last.text)))


def _are_names(text: str) -> bool:
    text = BEGINS_OPEN.sub("", text)
    bare = NOT_NAMES.sub("", text)
    are_some = bool(names_in(bare)) or could_be_row(FOOTNOTES.sub(" ", bare))
    return looks_like_names(text) and are_some and not NOT_OF_NAMES.search(bare)
