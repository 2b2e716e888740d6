"""Lists of hits in Google Scholar's manner.

The title, larger, in one line or more
A Fernhill, CB Stonebrook… - Journal of Imaginary…, 2019 - publisher.example
A bit of the text … in smaller type
Save  Cite  Cited by 12  Related articles  All 3 versions
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from rapidfuzz import fuzz

from chapwai.citations.description import Description
from chapwai.citations.layouts.blocks import block_above, is_cut, stands_under
from chapwai.citations.layouts.card_words import are_names, listed_names_in
from chapwai.citations.lines import Line, text_of
from chapwai.citations.source_line import YEAR
from chapwai.citations.wording import common_era, one_line, plain, repaired, repaired_journal

FOOTER = re.compile(
    r"(?i)\bcited by\s?\d|\brelated articles\b|\ball\s?\d+\s?versions\b|\bimport into\b|"
    r"อ้างโดย\s?\d|บทความที่เกี่ยวข้อง"
)
DASH = re.compile(r"\s-\s?|(?<=[^\W\d_.])-\s|(?<=[12]\d{3})-\s|(?<=[.,])\s?-\s?(?=[A-Z\d])")
ENDS_WITH_YEAR = re.compile(rf"^(?P<journal>.*?)(?P<comma>^|,|(?=\s))\s*(?P<year>{YEAR})\W*$")
CUT = re.compile(r"\.\s?\.[\s.,]*|…")
# [PDF] before a title, misread in many ways, and [PDF] site.example behind it.
KIND = re.compile(r"(?i)^\W{0,2}[\[(|](?P<kind>[a-z]{1,9}?)(?:[\])|j]?\s|[\])](?=[A-Z]))")
KINDS = ("PDF", "HTML", "BOOK", "CITATION", "DOC", "B", "C")
ALIKE = 60
FILE_BESIDE = re.compile(r"(?i)\s\W{0,2}[\[(|]?(?:pdf|html)[\])|j]\s?[\w.-]{3,40}\s*$")
# The names of these journals go on: engines sometimes lose the dots that say so.
GOES_ON = re.compile(r"(?i)(?:\b(?:of|and|in|for|the|on|to|with|&)|[-.])\s*$")
# On a phone a source runs over so many lines.
MOST_SOURCE_LINES = 3


@dataclass(frozen=True)
class Hit:
    """One hit's source line in its parts, and where it begins."""

    place: int
    lines: list[Line]
    names: str
    journal: str
    year: str


def read_scholar(lines: Sequence[Line]) -> list[Description]:
    """Describe each hit, empty unless the page has the footers that only such lists have."""
    if not any(FOOTER.search(plain(line.text)) for line in lines):
        return []
    hits = [hit for place in range(len(lines)) if (hit := _hit_at(lines, place))]
    return [description for hit in hits if (description := _described(hit, lines))]


def _hit_at(lines: Sequence[Line], place: int) -> Hit | None:
    """The source that begins on this line, in as few lines as it takes."""
    if not DASH.search(plain(lines[place].text)) and not _begins_with_dash(lines, place):
        return None
    source = [lines[place]]
    for _ in range(MOST_SOURCE_LINES):
        if hit := _parted(source, place):
            return hit
        following = next(
            (line for line in lines[place + 1 :] if stands_under(source[-1], line)), None
        )
        if following is None:
            return None
        source.append(following)
    return None


def _begins_with_dash(lines: Sequence[Line], place: int) -> bool:
    """The names alone fill the line, and the next begins with what follows them."""
    following = next(
        (line for line in lines[place + 1 :] if stands_under(lines[place], line)), None
    )
    return following is not None and bool(re.match(r"\s*-\s", plain(following.text)))


def _parted(source: list[Line], place: int) -> Hit | None:
    parts = DASH.split(one_line(plain(text_of(source))))
    for count in range(2, len(parts) + 1):
        dated = ENDS_WITH_YEAR.match(" - ".join(parts[1:count]))
        if dated and are_names(CUT.sub(" ", parts[0])):
            # Without its comma the name may have lost the dots that say that it is cut.
            journal = dated["journal"] if dated["comma"] else ""
            return Hit(place, source, parts[0], journal, dated["year"])
    return None


def _described(hit: Hit, lines: Sequence[Line]) -> Description | None:
    title = _below_footer(block_above(hit.lines[0], lines[: hit.place]))
    words = _without_kind(title)
    if not title or is_cut(title, lines):
        return None
    return Description(
        title=CUT.sub("", words).strip(" .") or None,
        authors=listed_names_in(CUT.sub("", hit.names)),
        journal=_whole_journal(hit.journal),
        year=common_era(hit.year),
        lines=(*title, *hit.lines),
        guessed=frozenset({"title"}) if CUT.search(words) else frozenset(),
    )


def _below_footer(block: Sequence[Line]) -> list[Line]:
    """Without the end of the hit before, where a list is set close."""
    footers = [place for place, line in enumerate(block) if FOOTER.search(plain(line.text))]
    return list(block[max(footers, default=-1) + 1 :])


def _without_kind(title: Sequence[Line]) -> str:
    """The title's words, without the labels that say which kind of file there is."""
    own = [replace(line, text=FILE_BESIDE.sub("", line.text)) for line in title]
    text = one_line(plain(text_of(own)))
    kind = KIND.match(text)
    if kind and max(fuzz.ratio(kind["kind"].upper(), known) for known in KINDS) >= ALIKE:
        text = text[kind.end() :]
    return repaired(text).strip()


def _whole_journal(journal: str) -> str | None:
    """The journal, None if the list shows only a part of its name."""
    if CUT.search(journal) or GOES_ON.search(journal):
        return None
    return repaired_journal(journal.strip(" ,.")) or None
