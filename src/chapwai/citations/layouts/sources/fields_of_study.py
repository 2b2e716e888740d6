"""What hits in Semantic Scholar's manner say, where the dots between the parts are rarely read.

The title, larger, in one line or more
Anna B. Fernhill, Tom Stonebrook, +4 authors · Medicine, Biology · Imaginary Care · 12 March 2019
TLDR A sentence about it. Expand
12  [PDF]  Save  Alert  Cite
"""

import functools
import re
from collections.abc import Sequence

from chapwai.citations.layouts.parts.listed_names import are_names, is_one_name
from chapwai.citations.layouts.sources.sources import Place, journal_alone
from chapwai.citations.lines import Line, joined
from chapwai.citations.names import GROUP_WORDS
from chapwai.citations.source_patterns import MONTH, YEAR
from chapwai.citations.wording import common_era, one_line, plain

# The site knows no other fields but Art and Law, which are people's names too.
FIELD = (
    r"(?:Agricultural and Food Sciences|Biology|Business|Chemistry|Computer Science|Economics|"
    r"Education|Engineering|Environmental Science|Geography|Geology|History|Linguistics|"
    r"Materials Science|Mathematics|Medicine|Philosophy|Physics|Political Science|Psychology|"
    r"Sociology)"
)
# Names or a journal's name may stand next to them without a space.
FIELDS = re.compile(
    rf"\W{{0,3}}{FIELD}(?:, ?{FIELD}){{0,4}}(?=\W|[A-Z]|$)(?! ?(?:,|and\b|of\b|in\b))"
)
MORE_AUTHORS = re.compile(r",? ?\+ ?\d{1,4} ?authors?")
DATE = re.compile(rf"\W{{0,3}}(?:\d{{1,2}} )?(?:{MONTH} )?(?P<year>{YEAR})\W{{0,3}}$")
# Names and a journal without a field between them: in titles some word has no capital.
WORD = r"[^\W\d_a-z][\w.'-]{0,24},?"
UNPARTED = re.compile(rf"(?:{WORD} ){{2}}(?:(?:{WORD}|&|and|of|the|for|in) ){{0,24}}{WORD}$")
SUMMARY = re.compile(r"^\W{0,3}TL;?DR\b")
BUTTONS = re.compile(r"\bSave\b.{0,12}?Alert\b|\bAlert\b.{0,12}?\bCite\W*$")
MARKS = re.compile(rf"{SUMMARY.pattern}|{BUTTONS.pattern}|\bFields of Study\b")
MOST_GROUP_WORDS = 8
SAME_HEIGHT = 0.45
WIDEST_GAP = 3.0


def has_fields_of_study(lines: Sequence[Line]) -> bool:
    """Whether a page has such a hit, and what only that site has around its hits."""
    return _are_theirs(lines) and any(place_by_fields(line.text) for line in lines)


def with_framed_fields(lines: Sequence[Line]) -> list[Line]:
    """The lines, the fields joined with what stands beside them: their frames part them from it."""
    if not _are_theirs(lines):
        return list(lines)
    whole = list(lines)
    for framed in (line for line in lines if FIELDS.fullmatch(plain(line.text))):
        row = [line for line in whole if _is_beside(line, framed)]
        others = [line for line in whole if line not in row]
        whole = [*others, functools.reduce(joined, sorted(row, key=_left_edge))]
    return sorted(whole, key=lambda line: line.box.middle)


def without_summary(text: str) -> str:
    """A row, unless it begins the summary or is of buttons."""
    return "" if SUMMARY.match(text) or BUTTONS.search(text) else text


@functools.lru_cache(maxsize=2048)
def place_by_fields(text: str) -> Place | None:
    """Authors, journal and year around the fields of study, None if the text is something else."""
    text = one_line(plain(text))
    dated = DATE.search(text)
    if dated is None:
        return None
    head, year = text[: dated.start()], common_era(dated["year"])
    if parts := _parts_of(head):
        names, journal = parts
        return Place(names=names, journal=journal_alone(journal), year=year)
    # Nothing tells where the last name ends and the journal begins.
    return Place(year=year) if UNPARTED.match(head) else None


def _are_theirs(lines: Sequence[Line]) -> bool:
    """Whether a page has what only that site has around its hits."""
    return any(MARKS.search(plain(line.text)) for line in lines)


def _is_beside(line: Line, framed: Line) -> bool:
    """Whether it is the framed line itself, or stands at its height and near."""
    one, other = line.box, framed.box
    gap = max(one.left - other.right, other.left - one.right)
    is_level = abs(one.middle - other.middle) < SAME_HEIGHT * other.height
    return is_level and gap < WIDEST_GAP * other.height


def _left_edge(line: Line) -> float:
    return line.box.left


def _parts_of(head: str) -> tuple[str, str] | None:
    """What stands before the date: the names, and the journal."""
    if more := MORE_AUTHORS.search(head):
        behind = head[more.end() :]
        fields = FIELDS.match(behind)
        return head[: more.start()], behind[fields.end() :] if fields else behind
    fields = FIELDS.search(head)
    if fields is None or not _could_be_names(head[: fields.start()]):
        return None
    journal = head[fields.end() :]
    # Without a journal behind it, the field may be the last word of one: Imaginary Medicine.
    return (head[: fields.start()] if journal.strip() else ""), journal


def _could_be_names(text: str) -> bool:
    is_group = bool(GROUP_WORDS.search(text)) and len(text.split()) <= MOST_GROUP_WORDS
    return not text or are_names(text) or is_one_name(text) or is_group
