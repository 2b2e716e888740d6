"""The labels of Thai repositories' records, and what follows one in the same line."""

import re
from dataclasses import dataclass, replace

from rapidfuzz import fuzz

from chapwai.citations.lines import Line
from chapwai.citations.wording import plain

# Those that matter not are rows all the same, and end the value before them.
LABELS = {
    "ชื่อเรื่อง": "title", "ชื่อบทความ": "title", "ชื่อเรื่องอื่น": "other", "ชื่อเรื่องอื่นๆ": "other",
    "ชื่อเรื่องภาษาอังกฤษ": "other", "ชื่อผลงานทางเลือก": "other",
    "ผู้แต่ง": "authors", "ผู้เขียน": "authors", "ผู้วิจัย": "authors", "ชื่อผู้แต่ง": "authors",
    "ผู้สร้างสรรค์": "authors", "หน่วยงาน": "other", "สังกัด": "other",
    "ชื่อวารสาร": "journal", "แหล่งที่มา": "source", "การอ้างอิง": "source", "ปีที่พิมพ์": "year",
    "ปีพิมพ์": "year", "วันที่พิมพ์": "year", "วันที่เผยแพร่": "year", "ปีที่เผยแพร่": "year",
    "สำนักพิมพ์": "other", "ผู้จัดพิมพ์": "other", "คำสำคัญ": "other", "หัวเรื่อง": "other",
    "บทคัดย่อ": "other", "รายละเอียด": "other", "ภาษา": "other", "ประเภท": "other",
    "ประเภททรัพยากร": "other", "ประเภทผลงาน": "other", "ลิขสิทธิ์": "other",
    "ปรากฏในหมวดหมู่": "other", "อยู่ในคอลเลกชัน": "other",
    "title": "title", "other title": "other", "other titles": "other", "alternative title": "other",
    "author": "authors", "authors": "authors", "author(s)": "authors", "affiliation": "other",
    "issue date": "year", "date": "year", "publication date": "year", "source": "source",
    "citation": "source", "journal": "journal", "journal title": "journal", "publisher": "other",
    "keywords": "other", "subject": "other", "subjects": "other", "abstract": "other",
    "description": "other", "language": "other", "type": "other", "rights": "other",
    "appears in collections": "other", "issn": "issn", "doi": "doi", "uri": "other",
}  # fmt: skip
LONGEST_FIRST = sorted(LABELS, key=len, reverse=True)
# Of 100: a label that stands alone may be misread by a letter or two.
ALIKE, FEWEST_LETTERS_ALIKE = 78, 6
LONGEST_ALONE = 24
ENDS_LABEL = re.compile(r"\s?[.:]?\s+|\s?:")


@dataclass(frozen=True)
class Labelled:
    """A line that begins with a label: what that tells of, and the rest of the line."""

    name: str
    line: Line
    rest: tuple[Line, ...] = ()


def labelled(line: Line) -> Labelled | None:
    """The line by its label, None if it begins with none."""
    text = plain(line.text).strip()
    bare = text.rstrip(" .:").lower()
    if bare in LABELS:
        return Labelled(LABELS[bare], line)
    return _with_value(line, text) or _misread(line, bare)


def _with_value(line: Line, text: str) -> Labelled | None:
    """A label and its value that were read as one line."""
    for label in LONGEST_FIRST:
        end = ENDS_LABEL.match(text, len(label)) if text.lower().startswith(label) else None
        if end:
            return Labelled(LABELS[label], line, (_rest_of(line, text, end.end()),))
    return None


def _misread(line: Line, text: str) -> Labelled | None:
    if not FEWEST_LETTERS_ALIKE <= len(text) <= LONGEST_ALONE:
        return None
    best = max(LABELS, key=lambda label: fuzz.ratio(label, text))
    return Labelled(LABELS[best], line) if fuzz.ratio(best, text) >= ALIKE else None


def _rest_of(line: Line, text: str, start: int) -> Line:
    left = line.box.left + line.box.width * start / len(text)
    return replace(line, text=text[start:], box=replace(line.box, left=left))
