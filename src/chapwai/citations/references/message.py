"""A message that somebody typed or pasted: which references and identifiers it holds."""

import re
from dataclasses import replace
from itertools import islice

from chapwai.citations.description import Description
from chapwai.citations.references.numbering import NUMBERING
from chapwai.citations.references.reference import describe_reference
from chapwai.citations.references.title_alone import title_alone
from chapwai.citations.source_patterns import YEAR
from chapwai.citations.wording import LONGEST_TEXT, one_line

# A line that begins with a journal and its year ends the sentence before it.
BEGINS_WITH_SOURCE = re.compile(rf"^\W{{0,9}}[A-Z][\w &:()-]{{1,60}}[.,]?\s{{0,3}}\(?{YEAR}\b")
SHORTEST = 30
# More than anybody pastes; the rest of a longer message is left alone.
MOST_REFERENCES = 150
# One article copied from a page is not longer.
MOST_PARAGRAPHS = 8


def describe_text(text: str) -> list[Description]:
    """Describe every article that a message names, in order; chat around them is skipped."""
    text = text[:LONGEST_TEXT]
    found = _in_parts(references_in(text)[:MOST_REFERENCES])
    if not any(description.title for description in found):
        return _as_a_whole(text) or found or _titled(text)
    return found


def references_in(text: str) -> list[str]:
    """The references of a pasted list: numbered, one a paragraph or one a line."""
    return [part for paragraph in _paragraphs_of(text) for part in _parts_of(paragraph)]


def _paragraphs_of(text: str) -> list[str]:
    return [part for part in re.split(r"\n[ \t]*\n", text) if part.strip()]


def _in_parts(parts: list[str]) -> list[Description]:
    found: list[Description] = []
    for part in parts:
        reference = describe_reference(part)
        for description in _one_each(reference) if reference else []:
            if found and _complete_each_other(found[-1], description):
                found[-1] = _combined(found[-1], description)
            else:
                found.append(description)
    return found


def _as_a_whole(text: str) -> list[Description]:
    """Title, names and source in paragraphs of their own, as copied from a page."""
    paragraphs = _paragraphs_of(text)
    if not 1 < len(paragraphs) <= MOST_PARAGRAPHS:
        return []
    whole = describe_reference(". ".join(one_line(part).rstrip(" .") for part in paragraphs))
    is_one = whole and whole.title and len(whole.dois) <= 1 and len(whole.pmids) <= 1
    return [whole] if whole and is_one else []


def _titled(text: str) -> list[Description]:
    title = title_alone(text)
    return [Description(title=title, guessed=frozenset({"title"}))] if title else []


def _parts_of(paragraph: str) -> list[str]:
    lines = [line for line in paragraph.splitlines() if line.strip()]
    starts = [n for n, line in enumerate(lines) if NUMBERING.match(line)]
    if len(starts) > 1:
        ends = [*starts[1:], len(lines)]
        return [one_line(" ".join(lines[a:b])) for a, b in zip(starts, ends, strict=True)]
    alone = islice(filter(_stands_alone, lines), 2)
    return lines if len(list(alone)) == 2 else [_running_text(lines)]


def _stands_alone(line: str) -> bool:
    """Whether the line is a whole reference, so that the next one begins another."""
    found = describe_reference(line) if len(line) >= SHORTEST else None
    return found is not None and found.title is not None


def _running_text(lines: list[str]) -> str:
    pieces: list[str] = []
    for line in lines:
        before = pieces[-1] if pieces else "."
        ends = BEGINS_WITH_SOURCE.match(line) and not before.endswith((".", "?", "!"))
        pieces.append(f". {line}" if ends else f" {line}")
    return one_line("".join(pieces))


def _one_each(found: Description) -> list[Description]:
    """Several DOIs without a reference around them are several articles."""
    if found.title or max(len(found.dois), len(found.pmids)) <= 1:
        return [found]
    by_doi = [Description(dois=(doi,)) for doi in found.dois]
    return by_doi or [Description(pmids=(pmid,)) for pmid in found.pmids]


def _complete_each_other(one: Description, other: Description) -> bool:
    """A reference without identifier, and an identifier alone on the next line."""
    reference, identifier = (one, other) if one.title else (other, one)
    named = bool(reference.dois or reference.pmids)
    return bool(reference.title) and not identifier.title and not named


def _combined(one: Description, other: Description) -> Description:
    reference, identifier = (one, other) if one.title else (other, one)
    return replace(reference, dois=identifier.dois, pmids=identifier.pmids)
