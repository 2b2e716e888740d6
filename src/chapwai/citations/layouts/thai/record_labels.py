"""The labels of Thai repositories' and libraries' records, and what follows one in its line."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from rapidfuzz import fuzz, process

from chapwai.citations.layouts.thai.parts import follows
from chapwai.citations.lines import Line
from chapwai.citations.wording import plain

# Those that matter not are rows all the same, and end the value before them.
LABELS = {
    "ชื่อเรื่อง": "title", "ชื่อบทความ": "title", "ชื่อเรื่องอื่น": "other", "ชื่อเรื่องอื่นๆ": "other",
    "ชื่อเรื่องภาษาอังกฤษ": "other", "ชื่อผลงานทางเลือก": "other",
    "ผู้แต่ง": "authors", "ผู้เขียน": "authors", "ผู้วิจัย": "authors", "ชื่อผู้แต่ง": "authors",
    "ผู้สร้างสรรค์": "authors", "หน่วยงาน": "other", "สังกัด": "other",
    "ชื่อวารสาร": "journal", "วารสาร": "journal", "แหล่งที่มา": "source", "การอ้างอิง": "source",
    "ปีที่พิมพ์": "year", "ปีพิมพ์": "year", "วันที่พิมพ์": "year", "วันที่เผยแพร่": "year", "ปีที่เผยแพร่": "year",
    "สำนักพิมพ์": "other", "ผู้จัดพิมพ์": "other", "คำสำคัญ": "other", "หัวเรื่อง": "other",
    "บทคัดย่อ": "other", "รายละเอียด": "other", "ภาษา": "other", "ประเภท": "other",
    "ประเภททรัพยากร": "other", "เลขที่ระเบียน": "other", "เลขระเบียน": "other", "เลขหมู่": "other",
    "เลขเรียกหนังสือ": "other", "หมายเหตุ": "other", "สาระสังเขป": "other",
    "ประเภทผลงาน": "other", "ลิขสิทธิ์": "other",
    "ปรากฏในหมวดหมู่": "other", "อยู่ในคอลเลกชัน": "other",
    "title": "title", "other title": "other", "other titles": "other", "alternative title": "other",
    "author": "authors", "authors": "authors", "author(s)": "authors", "affiliation": "other",
    "issue date": "year", "date": "year", "publication date": "year", "source": "source",
    "citation": "source", "journal": "journal", "journal title": "journal", "publisher": "other",
    "keywords": "other", "subject": "other", "subjects": "other", "abstract": "other",
    "description": "other", "language": "other", "type": "other", "rights": "other",
    "appears in collections": "other", "issn": "issn", "doi": "doi", "uri": "other",
}  # fmt: skip
LONGEST_FIRST = tuple(sorted(LABELS, key=len, reverse=True))
# Of 100: a label that stands alone may be misread by a letter or two.
ALIKE, FEWEST_LETTERS_ALIKE = 78, 6
LONGEST_ALONE = 24
# Of a label that was broken in two, the first half is no shorter: ชื่อ.
FEWEST_LETTERS_BROKEN = 3
# Between a label and its value, in sizes of type.
SPACE = 0.5
ENDS_LABEL = re.compile(r"\s?[.:]?\s+|\s?:")


@dataclass(frozen=True)
class Labelled:
    """A line that begins with a label: what that tells of, and the rest of the line."""

    name: str
    line: Line
    rest: tuple[Line, ...] = ()

    @property
    def end(self) -> float:
        """Where its words end, about."""
        return self.rest[0].box.left - SPACE * self.line.size if self.rest else self.line.box.right


def unwrapped(lines: Sequence[Line]) -> list[Line]:
    """The lines, with each label that was broken in two put together where it began."""
    pieces: dict[Line, list[Line]] = {}
    for first in lines:
        if second := _end_of_label(first, lines):
            pieces[first] = _label_and_rest(first, second)
            pieces[second] = [_rest_of_word(second)]
    return [piece for line in lines for piece in pieces.get(line, [line]) if piece.text]


def labelled(line: Line) -> Labelled | None:
    """The line by its label, None if it begins with none."""
    text = plain(line.text).strip()
    bare = text.rstrip(" .:").lower()
    if bare in LABELS:
        return Labelled(LABELS[bare], line)
    return _with_value(line, text) or _misread(line, bare)


def _end_of_label(first: Line, lines: Sequence[Line]) -> Line | None:
    """The line right below that begins with what a label lacks, of which this begins the first."""
    ends = _ends_of(_first_word(first))
    below = (line for line in lines if ends and follows(first, line) and _is_below(first, line))
    return next((line for line in below if _first_word(line) in ends), None)


def _ends_of(begun: str) -> set[str]:
    if len(begun) < FEWEST_LETTERS_BROKEN or begun in LABELS:
        return set()
    return {label.removeprefix(begun) for label in LABELS if label.startswith(begun)}


def _first_word(line: Line) -> str:
    return plain(line.text).split(" ")[0].lower()


def _is_below(first: Line, line: Line) -> bool:
    """Whether it stands in the column of labels, which may end at one edge or begin there."""
    is_lower = line.box.middle > first.box.middle
    return is_lower and line.box.left < _rest_of_word(first).box.left


def _label_and_rest(first: Line, second: Line) -> list[Line]:
    rest = _rest_of_word(first)
    label = _first_word(first) + _first_word(second)
    box = replace(first.box, right=rest.box.left) if rest.text else first.box
    return [replace(first, text=label, box=box), rest]


def _rest_of_word(line: Line) -> Line:
    text = plain(line.text)
    return _rest_of(line, text, min(len(text), len(_first_word(line)) + 1))


def _with_value(line: Line, text: str) -> Labelled | None:
    """A label and its value that were read as one line."""
    lowered = text.lower()
    if not lowered.startswith(LONGEST_FIRST):
        return None
    for label in LONGEST_FIRST:
        end = ENDS_LABEL.match(text, len(label)) if lowered.startswith(label) else None
        if end:
            return Labelled(LABELS[label], line, (_rest_of(line, text, end.end()),))
    return None


def _misread(line: Line, text: str) -> Labelled | None:
    if not FEWEST_LETTERS_ALIKE <= len(text) <= LONGEST_ALONE:
        return None
    best = process.extractOne(text, list(LABELS), scorer=fuzz.ratio, score_cutoff=ALIKE)
    return Labelled(LABELS[best[0]], line) if best else None


def _rest_of(line: Line, text: str, start: int) -> Line:
    left = line.box.left + line.box.width * start / len(text)
    return replace(line, text=text[start:], box=replace(line.box, left=left))
