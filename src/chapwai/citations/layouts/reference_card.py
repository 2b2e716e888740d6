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
from chapwai.citations.layouts.card_words import listed_names
from chapwai.citations.layouts.headline import CONTROLS, KIND, tidy_title
from chapwai.citations.layouts.journal_words import tidy_journal
from chapwai.citations.layouts.running import running_text
from chapwai.citations.lines import Line, text_of
from chapwai.citations.names import are_surely_names
from chapwai.citations.source_line import Source, source_in
from chapwai.citations.wording import one_line, plain

LABEL = re.compile(
    r"(?i)^\W*(doi|pmid|pubmed id|issn|isbn|arxiv(?: id)?|tags|(?:author )?keywords|abstract|urls?|"
    r"citation key|notes|files|collections?)\W*$"
)
FEWEST_LABELS = 2
# How far labels and paragraphs of one pane may be out of line, in sizes of type.
OUT_OF_LINE = 1.5
PARAGRAPHS = 3
# A value may run over so many lines.
LINES_OF_A_VALUE = 3


@dataclass(frozen=True)
class Card:
    """The three paragraphs over the labels, and what the last of them says."""

    title: list[Line]
    names: list[Line]
    place: list[Line]
    source: Source


def read_reference_card(lines: Sequence[Line]) -> Description | None:
    """Describe the reference whose paragraphs stand over labels, None if the page has none."""
    for column in _columns(lines):
        labels = [line for line in column if LABEL.match(line.text)]
        card = _card([line for line in column if line.box.middle < labels[0].box.middle])
        if card:
            below = [line for line in column if line.box.middle > labels[0].box.top]
            return _description(card, below)
    return None


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
    """Title, names and place are parted by the widest gaps."""
    paragraphs = _paragraphs(_from_title(over))
    if len(paragraphs) != PARAGRAPHS:
        return None
    title, names, place = paragraphs
    source = source_in(one_line(plain(text_of(place))))
    if source is None or not (source.volume and source.year):
        return None
    return Card(title, names, place, source) if are_surely_names(text_of(names)) else None


def _from_title(over: Sequence[Line]) -> list[Line]:
    """Without tabs and buttons, and without what stands over the kind of reference."""
    kept = [line for line in over if not CONTROLS.search(plain(line.text))]
    kinds = [n for n, line in enumerate(kept) if KIND.match(plain(line.text))]
    return kept[kinds[-1] + 1 :] if kinds else kept


def _paragraphs(lines: Sequence[Line]) -> list[list[Line]]:
    gaps = [
        (below.box.top - line.box.bottom, n)
        for n, (line, below) in enumerate(itertools.pairwise(lines), start=1)
    ]
    cuts = sorted(n for _, n in sorted(gaps)[1 - PARAGRAPHS :])
    return [list(lines[start:end]) for start, end in itertools.pairwise([0, *cuts, len(lines)])]


def _description(card: Card, below: Sequence[Line]) -> Description:
    named = _values(below)
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
        lines=(*card.title, *card.names, *card.place, *_naming(below)),
    )


def _values(below: Sequence[Line]) -> str:
    """Each label with its value behind it, a line each."""
    values = (running_text([label, *value]) for label, value in _labelled(below))
    return "\n".join(plain(value) for value in values)


def _naming(below: Sequence[Line]) -> list[Line]:
    return [line for label, value in _labelled(below) for line in (label, *value)]


def _labelled(below: Sequence[Line]) -> list[tuple[Line, list[Line]]]:
    """The labels of identifiers, each with the lines up to the next label."""
    starts = [n for n, line in enumerate(below) if LABEL.match(line.text)]
    pairs = itertools.pairwise([*starts, len(below)])
    found = [(below[n], list(below[n + 1 : end])[:LINES_OF_A_VALUE]) for n, end in pairs]
    return [pair for pair in found if re.match(r"(?i)\W*(?:doi|pmid|pubmed|issn)", pair[0].text)]
