"""One reference in any style, divided into its fields."""

import functools
import re
from collections.abc import Sequence
from dataclasses import replace

from chapwai.citations import identifiers
from chapwai.citations.description import Description
from chapwai.citations.references.authors import authors_in
from chapwai.citations.references.fields import journal_in, legible, title_in
from chapwai.citations.references.mending import mended
from chapwai.citations.references.numbering import without_numbering
from chapwai.citations.references.numbers import numbers_in
from chapwai.citations.references.runs import Run, longest_run, runs_of
from chapwai.citations.references.tagger import tagger
from chapwai.citations.references.tokens import tokens_of
from chapwai.citations.references.unread_figures import described_twice, has_unread_figures
from chapwai.citations.wording import one_line, plain

# Misread perhaps; most of what people say has none.
COULD_BE_YEAR = re.compile(r"[12Il|][\dOolI|]{3}")
# The field that each part goes into.
FIELD_OF = {
    "title": "title",
    "author": "authors",
    "journal": "journal",
    "year": "year",
    "volume": "volume",
    "issue": "issue",
    "pages": "pages",
}
# Of titles that the model is less sure of than this, a third are wrong.
SURE = 0.9
# With fifty authors a reference is half as long.
LONGEST_REFERENCE = 4_000
# A title of fewer letters says nothing.
SHORTEST_TITLE = 4


def describe_identifiers(text: str) -> Description | None:
    """Describe by identifiers alone, None if the text holds none."""
    dois, pmids = identifiers.dois_in(text), identifiers.pmids_in(text)
    return Description(dois=tuple(dois), pmids=tuple(pmids)) if dois or pmids else None


@functools.lru_cache(maxsize=512)
def describe_reference(text: str) -> Description | None:
    """Describe one reference, None if the text is not shaped like one.

    A text that holds an identifier and no reference is described by the identifier alone.
    """
    if has_unread_figures(text):
        return described_twice(text, _reference_in)
    return _reference_in(text)


def could_be_reference(text: str) -> bool:
    """Whether a text has a year, as every reference has; misread or unread perhaps."""
    return has_unread_figures(text) or bool(COULD_BE_YEAR.search(_wording_of(text)))


def describe_cut_reference(text: str) -> Description | None:
    """Describe a reference whose end is out of sight, None unless its title is in sight whole."""
    wording = _wording_of(text)[:LONGEST_REFERENCE]
    runs = mended(wording, runs_of(tagger().tagged(tokens_of(wording))))
    title, journal = longest_run(runs, "title"), longest_run(runs, "journal")
    if title is None or journal is None or title.confidence < SURE or journal.start < title.end:
        return None
    described = _described(wording, runs)
    # Of a journal's name nobody knows whether it goes on.
    is_journal_cut = wording[journal.end :].strip(" ,.") == ""
    described = replace(described, journal=None) if is_journal_cut else described
    return described if described.authors and _is_titled(described) else None


@functools.lru_cache(maxsize=512)
def _wording_of(text: str) -> str:
    """The reference without its number, its signs put right that part words."""
    return without_numbering(one_line(legible(plain(text))))


def _reference_in(text: str) -> Description | None:
    wording = _wording_of(text)
    if not COULD_BE_YEAR.search(wording):
        return describe_identifiers(wording)
    wording = wording[:LONGEST_REFERENCE]
    runs = mended(wording, runs_of(tagger().tagged(tokens_of(wording))))
    described = _described(wording, runs)
    described = replace(described, guessed=_doubted(described, runs))
    is_one = _is_article(described, runs) or _is_other_work(described, runs)
    return described if is_one else describe_identifiers(wording)


def _described(text: str, runs: Sequence[Run]) -> Description:
    title, journal = longest_run(runs, "title"), longest_run(runs, "journal")
    numbers = numbers_in(text, runs)
    return Description(
        title=title_in(text, title) if title else None,
        authors=authors_in(text, runs),
        journal=journal_in(text, journal) if journal else None,
        year=numbers.year,
        volume=numbers.volume,
        issue=numbers.issue,
        pages=numbers.pages,
        dois=tuple(identifiers.dois_in(text)),
        pmids=tuple(identifiers.pmids_in(text)),
        pmcids=tuple(identifiers.pmcids_in(text)),
    )


def _doubted(found: Description, runs: Sequence[Run]) -> frozenset[str]:
    """The given fields of which the model is not sure."""
    doubted = {FIELD_OF[run.part] for run in runs if run.part in FIELD_OF and run.confidence < SURE}
    return frozenset(name for name in doubted if getattr(found, name))


def _is_article(found: Description, runs: Sequence[Run]) -> bool:
    """A journal must be there; whether its name can be read is another matter."""
    in_journal = longest_run(runs, "journal") is not None
    placed = in_journal and bool(found.volume or found.pages or found.authors)
    return _is_titled(found) and bool(found.year) and placed


def _is_other_work(found: Description, runs: Sequence[Run]) -> bool:
    """A book, a thesis, a page on the web: by somebody, and published by somebody."""
    published = longest_run(runs, "publisher") is not None
    return _is_titled(found) and bool(found.year and found.authors) and published


def _is_titled(found: Description) -> bool:
    return sum(letter.isalpha() for letter in found.title or "") >= SHORTEST_TITLE
