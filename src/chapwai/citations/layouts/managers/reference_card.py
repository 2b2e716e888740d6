"""The pane of a reference manager that tells of one reference in paragraphs.

> JOURNAL ARTICLE
> The title
> Fernhill AB, Stonebrook C
> Journal (2019) 12(3) 412-419
> DOI
> 10.5555/abc
> TAGS
> ABSTRACT
"""

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass

from chapwai.citations import identifiers
from chapwai.citations.description import Description
from chapwai.citations.layouts.articles.headline import tidy_title
from chapwai.citations.layouts.articles.title_blocks import CONTROLS
from chapwai.citations.layouts.parts.article_kind import KIND
from chapwai.citations.layouts.parts.journal_words import tidy_journal
from chapwai.citations.layouts.parts.listed_names import are_names, listed_names
from chapwai.citations.layouts.parts.naming import naming_lines, naming_text
from chapwai.citations.lines import Line, text_of
from chapwai.citations.source_line import Source, source_in
from chapwai.citations.wording import one_line, plain

LABEL = re.compile(
    r"(?i)^\W*(doi|pmid|pubmed id|issn|isbn|arxiv(?: id)?|tags|(?:author )?keywords|abstract|urls?|"
    r"citation key|notes|files|collections?)\W*$"
)
NUMBER_BELOW = re.compile(r"(?i)^\W*(?:pmid|pubmed id|issn)\W*$")
# The pane's tabs, and below its paragraphs what names the article.
TABS = re.compile(r"(?i)^\W*summary\W{1,3}edit\b(?:\W{1,3}pdf)?\W*$")
NAMES_ARTICLE = re.compile(r"(?i)^\W*(?:d[o0][il1]\s?:|https?:|pmid\s?:|accession number\s?:)")
ACCESSION = re.compile(r"(?i)^\W*accession number\s?:\s?(?P<pmid>[1-9]\d{6,7})\W*$")
FEWEST_LABELS = 2
# How far labels and paragraphs of one pane may be out of line, in sizes of type.
OUT_OF_LINE = 1.5
PARAGRAPHS = 3


@dataclass(frozen=True)
class Card:
    """The three paragraphs over the labels, and what the last of them says."""

    title: list[Line]
    names: list[Line]
    place: list[Line]
    source: Source


def read_reference_card(lines: Sequence[Line]) -> Description | None:
    """Describe the reference whose paragraphs stand over labels, None if the page has none."""
    for column, ends in [*_labelled(lines), *_under_tabs(lines)]:
        first = next(line for line in column if ends.match(line.text))
        card = _card([line for line in column if line.box.middle < first.box.middle])
        if card:
            end = card.place[-1].box.middle
            return _description(card, [line for line in column if line.box.middle > end])
    return None


def _under_tabs(lines: Sequence[Line]) -> list[tuple[list[Line], re.Pattern[str]]]:
    """The pane under its tabs, and how the first line behind its paragraphs begins."""
    tabs = next((line for line in lines if TABS.match(line.text)), None)
    if tabs is None:
        return []
    column = [line for line in _aligned(tabs, lines) if line.box.middle > tabs.box.middle]
    is_named = any(NAMES_ARTICLE.match(line.text) for line in column)
    return [(column, NAMES_ARTICLE)] if is_named else []


def _labelled(lines: Sequence[Line]) -> list[tuple[list[Line], re.Pattern[str]]]:
    return [(column, LABEL) for column in _columns(lines)]


def _columns(lines: Sequence[Line]) -> list[list[Line]]:
    """The lines that begin where labels do, if several labels begin below one another."""
    labels = [line for line in lines if LABEL.match(line.text)]
    columns = [_aligned(label, lines) for label in labels]
    return [
        column
        for column in columns
        if sum(bool(LABEL.match(line.text)) for line in column) >= FEWEST_LABELS
    ]


def _aligned(label: Line, lines: Sequence[Line]) -> list[Line]:
    reach = OUT_OF_LINE * label.size
    return [line for line in lines if abs(line.box.left - label.box.left) < reach]


def _card(over: Sequence[Line]) -> Card | None:
    """Title, names and place are parted by the widest gaps; tabs may stand over a wider one."""
    kept = _up_to_place(_from_title(over))
    whole = _in_paragraphs(kept, PARAGRAPHS)
    return _read_card(whole) or _read_card(_in_paragraphs(kept, PARAGRAPHS + 1)[1:])


def _from_title(over: Sequence[Line]) -> list[Line]:
    """Without tabs and buttons, and without what stands over the kind of reference."""
    kept = [line for line in over if not CONTROLS.search(plain(line.text))]
    kinds = [n for n, line in enumerate(kept) if KIND.match(plain(line.text))]
    return kept[kinds[-1] + 1 :] if kinds else kept


def _up_to_place(lines: Sequence[Line]) -> list[Line]:
    """Without what stands below the place: a label that was misread."""
    for end in range(len(lines), 0, -1):
        text = one_line(plain(text_of(lines[max(0, end - 2) : end])))
        source = source_in(text)
        if source and source.volume and source.end >= len(text) - 1:
            return list(lines[:end])
    return []


def _in_paragraphs(lines: Sequence[Line], count: int) -> list[list[Line]]:
    steps = [below.box.middle - line.box.middle for line, below in itertools.pairwise(lines)]
    widest = sorted(range(len(steps)), key=steps.__getitem__)[1 - count :]
    cuts = sorted(n + 1 for n in widest)
    return [list(lines[start:end]) for start, end in itertools.pairwise([0, *cuts, len(lines)])]


def _read_card(paragraphs: Sequence[list[Line]]) -> Card | None:
    if len(paragraphs) != PARAGRAPHS or not are_names(text_of(paragraphs[1])):
        return None
    title, names, place = paragraphs
    source = source_in(one_line(plain(text_of(place))))
    is_place = source and source.volume and source.year
    return Card(title, names, place, source) if source and is_place else None


def _description(card: Card, below: Sequence[Line]) -> Description:
    named = f"{naming_text(below)}\n{_labelled_values(below)}"
    source = card.source
    place = one_line(plain(text_of(card.place)))
    return Description(
        title=tidy_title(card.title) or None,
        authors=listed_names(card.names),
        journal=tidy_journal(place[: source.start]),
        year=source.year,
        volume=source.volume,
        issue=source.issue,
        pages=source.pages,
        issn=next(iter(identifiers.issns_in(named)), None),
        dois=tuple(identifiers.dois_in(named)),
        pmids=tuple(identifiers.pmids_in(named)),
        lines=tuple(dict.fromkeys([*card.title, *card.names, *card.place, *_naming(below)])),
    )


def _labelled_values(below: Sequence[Line]) -> str:
    """PMID and ISSN with the number below them, a line each; a DOI tells itself by its look."""
    accessions = (match for line in below if (match := ACCESSION.match(plain(line.text))))
    named = [f"PMID: {match['pmid']}" for match in accessions]
    return "\n".join([*named, *(plain(text_of(pair)) for pair in _numbers(below))])


def _naming(below: Sequence[Line]) -> list[Line]:
    return [*naming_lines(below), *(line for pair in _numbers(below) for line in pair)]


def _numbers(below: Sequence[Line]) -> list[tuple[Line, Line]]:
    return [pair for pair in itertools.pairwise(below) if NUMBER_BELOW.match(pair[0].text)]
