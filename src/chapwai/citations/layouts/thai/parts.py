"""The parts of a Thai page: its paragraphs, the title among them, and lines of names."""

import re
from collections.abc import Callable, Sequence

from chapwai.citations import identifiers
from chapwai.citations.lines import LETTERS_THAT_MEASURE, Line, usual_size
from chapwai.citations.names import NOT_OF_NAMES, looks_like_names, names_in
from chapwai.citations.thai_names import is_thai_names
from chapwai.citations.thai_source import thai_sources_in
from chapwai.citations.thai_spelling import spelt_right
from chapwai.citations.wording import is_thai, one_line, plain, repaired

THAI_END, THAI_START = re.compile(r"[ก-๎]$"), re.compile(r"^[ก-๎]")
# The names of journals begin, or end, with a word for journal.
JOURNAL_START = re.compile(
    r"^\W*(?:วารสาร|[เแ]วชสาร|จดหมายเหตุ|วิทยาสาร|พยาบาลสาร|จุลสาร|(?!เอกสาร)[ก-๎]{2,24}สาร(?=\s|$)|"
    r"[A-Z][\w ]{0,60}\bJournal\b|Journal of\b)"
)
NOT_TITLES = re.compile(
    r"หน้าแรก|ฉบับย้อนหลัง|เอกสารย้อนหลัง|ฉบับปัจจุบัน|เกี่ยวกับวารสาร|เข้าสู่ระบบ|ลงทะเบียน|รูปแบบการอ้างอิง|"
    r"เผยแพร่แล้ว|ดาวน์โหลด|ประเภทบทความ|คุกกี้|^\W*(?:คำสำคัญ|บทคัดย่อ|บทความ[ก-๎]{0,12}|นิพนธ์ต้นฉบับ|"
    r"รายงานผู้ป่วย|ฉบับ|ปีที่|เล่มที่|คณะ|มหาวิทยาลัย|โรงพยาบาล)\W*\d*\W*$|"
    r"\b(?:Home|Archives|Current|Announcements|Register|Login|Search|Downloads?|ISSN|E-?mail)\b|"
    r"(?i:^\W*(?:abstract|keywords?|original article|research articles?|article details|"
    r"how to cite|article sidebar|main article content|published)\W*$)"
)
OTHER_ARTICLES = re.compile(
    r"(?i)^\W*(?:เอกสารอ้างอิง|บรรณานุกรม|references\b|บทความที่เกี่ยวข้อง|บทความที่มีคนอ่านมากที่สุด|"
    r"similar articles|most read)"
)
# A title goes on behind these.
UNFINISHED = re.compile(r"(?i)(?:[:,/-]|\b(?:an?|the|of|in|on|for|and|with|among|from|to|by))\s*$")
FEWEST_TITLE_LETTERS = 18
# So much in English is a title of its own; less may end a Thai one.
FEWEST_WORDS, LETTERS_OF_A_WORD = 3, 5
# The title is larger than most of the page by this much.
STANDS_OUT = 1.12
ALIKE = 0.8
SLIGHTLY_SMALLER = 0.92
# From middle to middle, in sizes of type: Thai is set with more room than Latin.
WIDEST_STEP = 2.3
NOT_LATIN_NAMES = re.compile(
    r"(?i)\b(?:university|hospital|department|faculty|college|institute|school|center|centre|"
    r"thailand|bangkok|pdf|doi|journal|nurse|student|issn)\b|@"
)


def paragraphs(lines: Sequence[Line]) -> list[list[Line]]:
    """All lines, those together that stand below one another in the same type."""
    return _runs(lines, _goes_on)


def columns(lines: Sequence[Line]) -> list[list[Line]]:
    """All lines, those together that stand below one another without a gap, in any type."""
    return _runs(lines, lambda run, line: follows(run[-1], line))


def joined_text(lines: Sequence[Line]) -> str:
    """The lines as running text; Thai has no space between words, so none at the end of a line."""
    text = ""
    for line in lines:
        following = plain(line.text).strip()
        runs_on = THAI_END.search(text) and THAI_START.search(following)
        text += following if not text or runs_on or text[-1] in "-/" else f" {following}"
    return one_line(text)


def title_lines(lines: Sequence[Line]) -> list[Line]:
    """The largest running text that is no heading and no journal's name, empty without any."""
    blocks = [block for block in paragraphs(lines) if _could_be_title(block)]
    largest = max(map(_size, blocks), default=0)
    title = next((block for block in blocks if _size(block) >= 0.9 * largest), [])
    others = [line for line in lines if line not in title]
    return title if largest >= STANDS_OUT * usual_size(others) else []


def is_names(line: Line) -> bool:
    """Whether the line is nothing but names, Thai or Latin ones."""
    return is_thai_names(plain(line.text)) or is_latin_names(line)


def tidy_title(lines: Sequence[Line]) -> str:
    """The title as one text, its well-known words spelt right."""
    return spelt_right(repaired(joined_text(lines))).rstrip(" .*")


def _runs(
    lines: Sequence[Line], goes_on: Callable[[Sequence[Line], Line], bool]
) -> list[list[Line]]:
    left, found = list(lines), []
    while left:
        run = [left[0]]
        for line in left[1:]:
            if is_below(run[0], line):
                if not goes_on(run, line):
                    break
                run.append(line)
        found.append(run)
        left = [line for line in left if line not in run]
    return found


def _goes_on(block: Sequence[Line], line: Line) -> bool:
    return (
        _same_type(block[0], line)
        and follows(block[-1], line)
        and not _is_a_rest(block, line)
        and not _names_under(block, line)
        and not _is_translation(block, line)
    )


def _is_translation(block: Sequence[Line], line: Line) -> bool:
    """Whether a line gives the Thai title once more in English."""
    is_long = min(len(line.text.split()), len(line.text) // LETTERS_OF_A_WORD) >= FEWEST_WORDS
    return is_long and not is_thai(line.text) and is_thai(block[-1].text)


def _is_a_rest(block: Sequence[Line], line: Line) -> bool:
    """The last word of something above, where a paragraph of full lines begins."""
    alone = len(block) == 1 and len(block[0].text) < LETTERS_THAT_MEASURE
    return alone and line.box.width > 2 * block[0].box.width


def _names_under(block: Sequence[Line], line: Line) -> bool:
    """Authors in type that is hardly smaller than the title's."""
    as_wide = line.size > SLIGHTLY_SMALLER * block[0].size
    as_high = line.box.height > SLIGHTLY_SMALLER * max(above.box.height for above in block)
    is_open = UNFINISHED.search(plain(block[-1].text))
    return not (as_wide or as_high or is_open) and is_names(line)


def is_below(first: Line, line: Line) -> bool:
    """Whether the line is below and begins, or has its middle, where the first one has."""
    wandered = 2.5 * first.size + 0.1 * abs(line.box.middle - first.box.middle)
    centred = abs(_centre(first) - _centre(line)) < wandered
    begins = abs(first.box.left - line.box.left) < wandered
    return line.box.middle > first.box.middle and (begins or centred)


def _centre(line: Line) -> float:
    return (line.box.left + line.box.right) / 2


def _same_type(one: Line, other: Line) -> bool:
    """By the width of the letters, or for short lines by their height."""
    shortest = min(len(one.text), len(other.text))
    as_high = _alike(one.box.height, other.box.height, least=0.6 if shortest <= 2 else ALIKE)
    return _alike(one.size, other.size, least=0.75 if as_high else ALIKE) or (
        shortest < LETTERS_THAT_MEASURE and as_high
    )


def _alike(one: float, other: float, *, least: float = ALIKE) -> bool:
    return min(one, other) >= least * max(one, other)


def follows(line: Line, following: Line) -> bool:
    """Whether a line stands right below another."""
    step = following.box.middle - line.box.middle
    return step < WIDEST_STEP * max(line.size, following.size)


def _could_be_title(block: Sequence[Line]) -> bool:
    text = plain(joined_text(block))
    return (
        sum(letter.isalpha() for letter in text) >= FEWEST_TITLE_LETTERS
        and max(len(line.text) for line in block) >= LETTERS_THAT_MEASURE
        and not (NOT_TITLES.search(text) or JOURNAL_START.search(text))
        and not (identifiers.dois_in(text) or is_thai_names(text))
        and not thai_sources_in(text)
    )


def _size(block: Sequence[Line]) -> float:
    """That of its longest line: the box of a short one is as high as its highest mark."""
    return max(block, key=lambda line: len(line.text)).size


def is_latin_names(line: Line) -> bool:
    """Whether the line is nothing but Latin names."""
    text = plain(line.text)
    is_other = NOT_TITLES.search(text) or NOT_LATIN_NAMES.search(text) or identifiers.dois_in(text)
    is_latin = len(text.split()) > 1 and not is_thai(text)
    are_words = all(NOT_OF_NAMES.search(name) for name in names_in(text))
    return is_latin and not (is_other or are_words) and looks_like_names(text)
