"""How a page wants its own article cited: the reference that it gives under a label."""

import re
from collections.abc import Iterator, Sequence

from chapwai.citations.layouts.parts.blocks import run_from
from chapwai.citations.lines import Line, text_of
from chapwai.citations.names import names_in
from chapwai.citations.source_line import Source, expanded_pages, only_year, source_in
from chapwai.citations.source_patterns import PAGE, YEAR
from chapwai.citations.wording import lowered, one_line, plain

CITATION = re.compile(
    r"(?i)^\W*(?:citation|(?:how to |to )?cite(?: this(?: article)?)?(?: as)?|"
    r"(?:suggested|recommended) citation|reference)\b\s?:?"
)
# Journal 12:101-109, as citations have it; anywhere else it might be a time or a ratio.
VOLUME_AND_PAGES = re.compile(
    rf"(?:(?<=[^\W\d_])\s|(?<=[^\W\d_]\.)\s?)(?P<volume>\d{{1,4}}):\s?(?P<pages>{PAGE}(?:\s?-\s?{PAGE})?)(?=[.,;]|\s|$)"
)
BRACKETED = re.compile(rf"\({YEAR}\)")
BEFORE_LABEL = re.compile(r"(?<=\d)(?=PMC?ID\b|doi\b)", re.IGNORECASE)
LETTERS_OF_THE_BEGINNING = 12
LETTERS_OF_THE_END = 20
LINES_OF_A_CITATION = 8


def cited_names(lines: Sequence[Line], title: Sequence[Line]) -> tuple[str, ...]:
    """The authors that a recommended citation names before the title, none without one."""
    begin = lowered(plain(title[0].text)[:LETTERS_OF_THE_BEGINNING])
    for line in lines:
        if CITATION.match(plain(line.text)):
            text = one_line(plain(text_of(run_from(line, lines, LINES_OF_A_CITATION))))
            place = lowered(text).find(begin)
            if place > 0:
                return names_in(re.sub(rf"\(?{YEAR}\W*$", "", CITATION.sub("", text[:place])))
    return ()


def ends_title(text: str, title: Sequence[Line]) -> int:
    """Where the title ends in a reference to the page's own article, 0 if it is not in there."""
    end = lowered(plain(title[-1].text).strip(" .")[-LETTERS_OF_THE_END:])
    place = lowered(text).rfind(end)
    return place + len(end) if place >= 0 else 0


def own_citations(
    lines: Sequence[Line], title: Sequence[Line]
) -> Iterator[tuple[Source, list[Line]]]:
    """Citation: Fernhill A (2019) The title. Journal 12(3): e101."""
    for line in lines:
        if CITATION.match(plain(line.text)):
            run = run_from(line, lines, LINES_OF_A_CITATION)
            text = said_on(run)
            source = source_in(text) or _cited_source(text)
            if source and source.is_placed and (":" in text[:30] or ends_title(text, title)):
                yield source, run


def said_on(run: Sequence[Line]) -> str:
    return BEFORE_LABEL.sub(" ", one_line(plain(text_of(run))))


def _cited_source(text: str) -> Source | None:
    found = VOLUME_AND_PAGES.search(text)
    if found is None:
        return None
    return Source(
        year=only_year(" ".join(BRACKETED.findall(text))),
        volume=found["volume"],
        issue=None,
        pages=expanded_pages(found["pages"]),
        start=found.start(),
        end=found.end(),
    )
