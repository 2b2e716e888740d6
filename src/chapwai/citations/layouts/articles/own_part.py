"""The part of a page that is about its own article: above others' titles, and above the text."""

import functools
import re
import statistics
from collections.abc import Sequence

from chapwai.citations.layouts.parts.naming import BEGINS_IDENTIFIER
from chapwai.citations.layouts.parts.reference_heading import is_heading
from chapwai.citations.lines import Line, usual_size
from chapwai.citations.source_line import source_in
from chapwai.citations.wording import plain

OTHER_ARTICLES = re.compile(
    r"(?i)^\W*(?:(?:related|recommended|trending|cited by)\W*\d*\W*$|"
    r"(?:(?:similar|related|recommended|suggested|other|popular|featured|latest|citing) "
    r"(?:articles|content(?: being)?|documents|papers|publications|reading|research|studies)|"
    r"recommended for you|further reading|see also|keep reading|(?:read|up) next|"
    r"you (?:may|might) also|(?:people|readers|others?|users|customers) (?:also|who)|"
    r"(?:more|also) (?:from|in|by) (?:this|the|these)|more like this|"
    r"most (?:read|cited|viewed|popular)|figures and tables)\b.{0,30}$)"
)
# Linked editorial: Imag Med 2019;12:101; Now published in Imaginary Sleep doi: 10.5555/is.12
POINTS_AT_OTHER = re.compile(
    r"(?i)^\W*(?:(?:linked|related|accompanying) (?:articles?|comments?|commentary|editorials?|"
    r"opinion|papers?|research)|see (?:also )?(?:article|comment|editorial|page|related)|"
    r"(?:comment|correction|erratum|corrigendum|retraction|reply) (?:in|on|of|to|for)|"
    r"(?:this (?:article|correction) )?(?:corrects|updates)|update (?:in|of)|"
    r"(?:now|later) published|(?:previous|next) article|peer review)\b"
)
ABSTRACT = re.compile(
    r"(?i)^\W*(abstract|summary|a\s?b\s?s\s?t\s?r\s?a\s?c\s?t|บทคัดย่อ)\b\W*(?:$|(?:background|"
    r"objectives?|aims?|introduction|purpose|importance)\b|(?-i:[A-Z]))|"
    r"^\W*(?:graphical abstract|highlights|key points)\W*$"
)
# What is no word of a text, though it is made of small letters.
ADDRESS = re.compile(r"(?i)https?:\S+|\bdoi\b|10\.\d{4}\S*")
RUNNING_WORDS = 8
# Of the words of running text most begin with a small letter.
SMALL_SHARE = 0.6
# A paragraph's type is that of most of the page.
LARGEST_TEXT = 1.2
LINES_OF_A_PARAGRAPH = 3
# From a heading to the first line below it, in sizes of type.
FARTHEST_BELOW = 6


def own_part(lines: Sequence[Line]) -> list[Line]:
    """Without what stands below the headings of other articles, each in its own column."""
    headings = [line for line in lines if _heads_others(line)]
    foreign = {id(line) for heading in headings for line in _ruled_by(heading, lines)}
    foreign |= {id(line) for line in lines if _points_at_other(line)}
    return [line for line in lines if id(line) not in foreign]


def above_the_text(lines: Sequence[Line]) -> list[Line]:
    """The lines above the abstract, or above the first paragraph; all without either."""
    start = min(
        (line.box.top for line in lines if _begins_text(line, lines)),
        default=float("inf"),
    )
    return [line for line in lines if line.box.middle < start]


def _heads_others(line: Line) -> bool:
    return bool(is_heading(line) or OTHER_ARTICLES.match(plain(line.text)))


def _points_at_other(line: Line) -> bool:
    """Whether the line names another article by its place; the title of one is a title still."""
    text = plain(line.text)
    if not POINTS_AT_OTHER.match(text):
        return False
    return BEGINS_IDENTIFIER.search(text) is not None or source_in(text) is not None


def _ruled_by(heading: Line, lines: Sequence[Line]) -> list[Line]:
    """The heading and the lines below it in the column that it begins."""
    left = heading.box.left - 2 * heading.size
    below = [line for line in lines if line.box.middle >= heading.box.middle]
    aligned = [line for line in below if abs(line.box.left - heading.box.left) < 2 * heading.size]
    if not _are_close(heading, [line for line in aligned if line is not heading]):
        return [heading]
    # The median: a footer as wide as the page makes no column of a menu.
    right = statistics.median(line.box.right for line in aligned)
    return [line for line in below if left <= line.box.left and line.box.left < right]


def _are_close(heading: Line, aligned: Sequence[Line]) -> bool:
    """The last link of a menu has nothing below it that it could head."""
    steps = (line.box.middle - heading.box.middle for line in aligned)
    return any(step < FARTHEST_BELOW * heading.size for step in steps)


def _begins_text(line: Line, lines: Sequence[Line]) -> bool:
    if ABSTRACT.match(plain(line.text)):
        return any(is_running(text) for text in _directly_below(line, lines))
    if not is_running(line) or line.size > LARGEST_TEXT * usual_size(lines):
        return False
    following = _directly_below(line, lines)
    return len(following) >= LINES_OF_A_PARAGRAPH - 1 and all(
        is_running(text) for text in following[: LINES_OF_A_PARAGRAPH - 1]
    )


def _directly_below(line: Line, lines: Sequence[Line]) -> list[Line]:
    """The next lines that begin where the line does, nearest first, as far as they follow close."""
    reach = line.box.middle + 7 * max(line.size, line.box.height)
    return [
        other
        for other in lines
        if line.box.middle < other.box.middle - 0.5 * line.size
        and other.box.middle < reach
        and abs(other.box.left - line.box.left) < 3 * line.size
    ]


def is_running(line: Line) -> bool:
    """Whether the line is part of a paragraph: many words, most of them small."""
    return _runs_on(line.text)


@functools.lru_cache(maxsize=2048)
def _runs_on(text: str) -> bool:
    words = re.findall(r"[^\W\d_]+", ADDRESS.sub(" ", text))
    small = sum(word[0].islower() for word in words)
    return len(words) >= RUNNING_WORDS and small >= SMALL_SHARE * len(words)
