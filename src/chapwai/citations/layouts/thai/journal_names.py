"""The names of Thai journals: over a page, or before the numbers of an issue."""

import re

from chapwai.citations.layouts.thai.parts import JOURNAL_START
from chapwai.citations.thai_source import thai_sources_in
from chapwai.citations.thai_spelling import spelt_right
from chapwai.citations.wording import one_line

JOURNAL_WORD = re.compile(r"วารสาร|เวชสาร")
# Some begin a name, others may end its first word.
NAME_START = re.compile(
    r"วารสาร|จุลสาร|จดหมายเหตุ|(?:(?<![\u0e01-\u0e4e])[ก-๎]{1,30})?(?:เวชสาร|พยาบาลสาร|วิทยาสาร)"
)
MENU = re.compile(r"เกี่ยวกับ|\s[/>»|]\s|หน้าแรก|เอกสารย้อนหลัง|\b(?:Home|Archives|Vol|No)\b|https?:|@")
# Between a journal and its numbers: ", " or " (2562); ".
BEFORE_NUMBERS = re.compile(r"[\s,;:.(]{0,6}(?:พ\s?\.?\s?ศ\s?\.?)?\s?(?:\d{4})?[\s,;:.(]{0,6}$")
SENTENCES = re.compile(r"(?<=[^\s.]{2}[.?!])\s+|(?<=\d\))[.\s]+")
# What an engine makes of ปีที่ and a Thai figure behind the name.
UNREAD_WORDS = re.compile(
    r"(?<=[ก-๎])(?:,? ?ปีที่|,? ที่|,(?= ))?(?: ['(]?[A-Za-z]{1,3}){0,2}$"
    r"|(?<=[a-z]),(?: [A-Za-z]{1,3}){1,2}$"
)
# Where its issue begins, if the figures of that are unknown; ปีที่ may be taken for Latin then.
UNREAD_ISSUE = re.compile(
    r"\s(?:ปีที่|ฉบับที่|[A-Za-z]{1,3})\s?\?|"
    r",\s(?:ปีที่|[A-Za-z]{1,3})\s\d|(?<=[ก-๎])\s[A-Za-z]{1,3}\s\d"
)
# Districts and regions are numbered, and journals named for them.
NUMBERED_PLACE = re.compile(r"(?<!ปี)(?<!ฉบับ)(?<!เล่ม)ที่ ?\d{1,2}(?!\d)")
SHORTEST, LONGEST = 6, 100


def name_before_numbers(text: str) -> str | None:
    """The journal's name at the end of what stands before an issue's numbers."""
    name = BEFORE_NUMBERS.sub("", SENTENCES.split(BEFORE_NUMBERS.sub("", text))[-1])
    start = NAME_START.search(name)
    return journal_name(name[start.start() :] if start else name)


def banner_name(text: str) -> str | None:
    """The journal's name that a line is, None if it is none or goes on with numbers."""
    return journal_name(text) if JOURNAL_START.search(text) and not thai_sources_in(text) else None


def journal_name(text: str) -> str | None:
    """The text as a journal's name, None if it is a menu or has numbers."""
    own = UNREAD_ISSUE.split(one_line(text), maxsplit=1)[0]
    name = spelt_right(own).strip(" ,.;:|-•·()/\"'")
    name = UNREAD_WORDS.sub("", name)
    if JOURNAL_WORD.fullmatch(name):
        return None  # the rest of a menu
    is_one = SHORTEST <= len(name) <= LONGEST and not MENU.search(name)
    has_numbers = any(letter.isdigit() for letter in NUMBERED_PLACE.sub("", name))
    return name if is_one and not has_numbers else None
