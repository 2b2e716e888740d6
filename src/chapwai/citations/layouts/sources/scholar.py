"""What hits in Google Scholar's manner say.

The title, larger, in one line or more
A Fernhill, CB Stonebrook… - Journal of Imaginary…, 2019 - publisher.example
A bit of the text … in smaller type
Save  Cite  Cited by 12  Related articles  All 3 versions
"""

import functools
import re
from collections.abc import Sequence

from rapidfuzz import fuzz

from chapwai.citations.layouts.parts.listed_names import are_names
from chapwai.citations.layouts.sources.sources import Place
from chapwai.citations.lines import Line
from chapwai.citations.names import GROUP_WORDS
from chapwai.citations.source_patterns import YEAR
from chapwai.citations.wording import common_era, one_line, plain, repaired_journal

FOOTER = re.compile(
    r"(?i)\bcited by\s?\d|\brelated articles\b|\ball\s?\d+\s?versions\b|\bimport into\b|"
    r"อ้างโดย\s?\d|บทความที่เกี่ยวข้อง"
)
DASH = re.compile(
    r"\s-\s?|(?<=[^\W\d_.])-\s|(?<=[12]\d{3})-(?!\d)|(?<=[.,])\s?-\s?(?=[A-Z\d])"
    rf"|(?<=[a-z]{{3}})-(?=[A-Z][a-z]{{2,30}} (?:(?:of|on)\b|[^,-]{{2,60}}, ?{YEAR}\b))"
)
ENDS_WITH_YEAR = re.compile(rf"^(?P<journal>.*?)(?P<comma>^|[,.]|(?=\s))\s*(?P<year>{YEAR})\W*$")
CUT = re.compile(r"\.\s?\.[\s.,]*|…")
# [PDF] before a title, misread in many ways, and [PDF] site.example behind it.
KIND = re.compile(r"(?i)^\W{0,2}[\[(|]?(?P<kind>[a-z]{1,9}?)(?:[\])|j]\s?|[\])](?=[A-Z]))")
KINDS = ("PDF", "HTML", "BOOK", "CITATION", "DOC", "B", "C")
ALIKE = 60
FILE_BESIDE = re.compile(r"(?i)\s\W{0,2}[\[(|]?(?:pdf|html)[\])|j]\s?[\w.-]{3,40}\s*$")
# The names of these journals go on: engines sometimes lose the dots that say so.
GOES_ON = re.compile(r"(?i)(?:\b(?:of|and|in|for|the|on|to|with|&)|[-.])\s*$")
# 1 Fernhill, lB Brook: no name begins so.
MISREAD_I = re.compile(r"(?<![^\s,])[1l](?=[A-Z]{0,2} [A-Z][a-z])")
MISREAD_J = re.compile(r"(?<=\b[A-Z])j(?= )|(?<=\b[A-Z]{2})j(?= )")
# JLAshdown: the initials come first here.
GLUED_INITIALS = re.compile(r"(?<![^\s,])([A-Z]{1,3})(?=[A-Z][a-z]{2})")


def has_footers(lines: Sequence[Line]) -> bool:
    """Whether the page has the links that only such lists have under their hits."""
    return any(FOOTER.search(plain(line.text)) for line in lines)


@functools.lru_cache(maxsize=2048)
def place_of_hit(text: str) -> Place | None:
    """Authors, journal and year between dashes, None if the text is something else."""
    parts = DASH.split(one_line(plain(text)))
    names = legible_names(parts[0])
    if len(parts) < 2 or not (are_names(names) or GROUP_WORDS.search(names)):
        return None
    for count in range(2, len(parts) + 1):
        if dated := ENDS_WITH_YEAR.match(" - ".join(parts[1:count])):
            # Without its comma the name may have lost the dots that say that it is cut.
            journal = dated["journal"] if dated["comma"] else ""
            return Place(
                names=names, journal=_whole_journal(journal), year=common_era(dated["year"])
            )
    return _without_year(names, parts[1])


def legible_names(names: str) -> str:
    """With initials that engines take for figures or small letters, or do not set apart."""
    capitals = MISREAD_J.sub("J", MISREAD_I.sub("I", CUT.sub(" ", names)))
    return GLUED_INITIALS.sub(r"\1 ", capitals).strip()


def _without_year(names: str, journal: str) -> Place | None:
    """The last hit of a page, whose next line is out of sight."""
    whole = _whole_journal(journal) if journal.rstrip().endswith(",") else None
    return Place(names=names, journal=whole) if whole else None


def without_file_labels(text: str) -> str:
    """A row without the labels that say which kind of file there is."""
    text = FILE_BESIDE.sub("", text)
    kind = KIND.match(text)
    if kind and max(fuzz.ratio(kind["kind"].upper(), known) for known in KINDS) >= ALIKE:
        text = text[kind.end() :]
    return text


def is_cut_short(title: str) -> bool:
    return bool(CUT.search(title))


def without_dots(text: str) -> str:
    return CUT.sub("", text).strip(" .")


def _whole_journal(journal: str) -> str | None:
    """The journal, None if the list shows only a part of its name."""
    if CUT.search(journal) or GOES_ON.search(journal):
        return None
    return repaired_journal(journal.strip(" ,.")) or None
