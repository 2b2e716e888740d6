"""References as people type and paste them: Vancouver, AMA, APA, Harvard, IEEE and their kin.

The numeric tail is found first, by the patterns of source lines; what stands before it is divided
into authors, title and journal by the marks that each style uses.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from chapwai.citations import identifiers
from chapwai.citations.description import Description
from chapwai.citations.names import names_in
from chapwai.citations.source_line import DAY, MONTH, YEAR, Source, source_in
from chapwai.citations.wording import common_era, one_line, plain, repaired

NUMBERING = re.compile(r"^\s*(?:\[\d{1,3}\]|\(\d{1,3}\)|\d{1,3}[.)]\s|[-•*]\s)\s*")
BRACKETED_YEAR = re.compile(rf"\(\s*(?P<year>{YEAR})[a-z]?(?:\s*,[^)]*)?\s*\)\s*[.,:]?\s*")
QUOTED = re.compile(r"(?:^|(?<=\s))[\"'](?P<title>.{8,}?)[.,]?[\"'](?=[\s,.]|$)")
# Fernhill AB, Stonebrook C, et al.
VANCOUVER_NAMES = re.compile(
    r"^(?:[^\W\d_][\w'-]*(?:\s[^\W\d_][\w'-]*){0,3}\s[A-Z]{1,4}(?:\s(?:Jr|Sr|II|III))?"
    r"(?:\s*[,;]\s*|\s*(?=\.)|\s*$)|et al|and\s|&\s)+(?:et al)?\.\s*"
)
# Fernhill, A. B., & Stonebrook, C.  And: A. B. Fernhill, C. Stonebrook
INVERTED_NAME = re.compile(r"([^\W\d_](?:[\w' -]*\w)?),\s*((?:[A-Z](?:\.|(?=[\s,]|$))[\s-]*){1,4})")
INVERTED_NAMES = re.compile(
    rf"^(?:(?:&|and)?\s*{INVERTED_NAME.pattern}(?:\s*[,;]\s*)?)+(?:et al\.)?\s*"
)
# Fernhill, Anna B., and Carl Stonebrook: only the first is turned round.
INVERTED_FIRST_NAME = re.compile(
    r"^(?P<surname>[^\W\d_][\w'-]*), (?P<given>[A-Z][a-z]+(?: [A-Z]\.)?)(?=[, ]|$)"
)
# A word to the librarian before the reference: Could you find: Marsh D ...
ADDRESSED = re.compile(r"^[^,.;:]{2,60}:\s+(?=[^\W\d_][\w'-]+,? [A-Z])")
# A line that begins with a journal and its year ends the sentence before it.
BEGINS_WITH_SOURCE = re.compile(rf"^\W*[A-Z][\w &:()-]{{1,60}}[.,]?\s*\(?{YEAR}\b")
SHORTEST = 30


@dataclass(frozen=True)
class Head:
    """What stands before the numbers, divided."""

    authors: tuple[str, ...]
    title: str | None
    journal: str | None
    year: str | None = None


def describe_text(text: str) -> list[Description]:
    """Describe every article that a message names, in order; chat around them is skipped."""
    found: list[Description] = []
    for part in references_in(text):
        reference = describe_reference(part)
        for description in _one_each(reference) if reference else []:
            if found and _complete_each_other(found[-1], description):
                found[-1] = _combined(found[-1], description)
            else:
                found.append(description)
    return found


def describe_identifiers(text: str) -> Description | None:
    """Describe by identifiers alone, None if the text holds none."""
    return _identified(identifiers.dois_in(text), identifiers.pmids_in(text))


def describe_reference(text: str) -> Description | None:
    """Describe one reference, None if the text is not shaped like one.

    A text that holds an identifier and no reference is described by the identifier alone.
    """
    wording = one_line(plain(text))
    dois, pmids = identifiers.dois_in(wording), identifiers.pmids_in(wording)
    bare = NUMBERING.sub("", one_line(identifiers.without_identifiers(wording)))
    bare = ADDRESSED.sub("", bare)
    source = source_in(bare)
    head = _head(bare, source) if source else None
    if head is None or not _is_reference(head, source):
        return _identified(dois, pmids)
    return _described(head, source, dois=dois, pmids=pmids)


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


def references_in(text: str) -> list[str]:
    """The references of a pasted list: numbered, one a paragraph or one a line."""
    paragraphs = [one_line(part) for part in re.split(r"\n\s*\n", text) if part.strip()]
    if len(paragraphs) > 1:
        return paragraphs
    lines = [line for line in text.splitlines() if line.strip()]
    starts = [n for n, line in enumerate(lines) if NUMBERING.match(line)]
    if len(starts) > 1:
        ends = [*starts[1:], len(lines)]
        return [one_line(" ".join(lines[a:b])) for a, b in zip(starts, ends, strict=True)]
    return lines if _each_is_a_reference(lines) else [_running_text(lines)]


def _running_text(lines: list[str]) -> str:
    text = ""
    for line in lines:
        ends = text and BEGINS_WITH_SOURCE.match(line) and not text.endswith((".", "?", "!"))
        text += f". {line}" if ends else f" {line}"
    return one_line(text)


def _each_is_a_reference(lines: list[str]) -> bool:
    return len(lines) > 1 and all(
        len(line) >= SHORTEST and source_in(plain(line)) for line in lines
    )


def _identified(dois: list[str], pmids: list[str]) -> Description | None:
    return Description(dois=tuple(dois), pmids=tuple(pmids)) if dois or pmids else None


def _described(
    head: Head, source: Source | None, *, dois: list[str], pmids: list[str]
) -> Description:
    return Description(
        title=head.title,
        authors=head.authors,
        journal=head.journal,
        year=head.year or (source.year if source else None),
        volume=source.volume if source else None,
        issue=source.issue if source else None,
        pages=source.pages if source else None,
        dois=tuple(dois),
        pmids=tuple(pmids),
    )


def _is_reference(head: Head, source: Source | None) -> bool:
    year = head.year or (source.year if source else None)
    return bool(source and year and head.title and head.journal and (source.pages or source.issue))


def _head(text: str, source: Source) -> Head | None:
    """Divide by the first style whose marks are there."""
    before = text[: source.start].strip()
    styles: tuple[Callable[[str], Head | None], ...] = (_quoted, _year_in_brackets, _stops)
    return next((head for style in styles if (head := style(before))), None)


def _quoted(before: str) -> Head | None:
    """Harvard, MLA, Chicago, IEEE: Fernhill, A. (2019) 'The title', Journal"""
    found = QUOTED.search(before)
    if not found:
        return None
    names, journal = before[: found.start()], before[found.end() :]
    year = BRACKETED_YEAR.search(names)
    names = names[: year.start()] if year else names
    return Head(
        authors=_names(names),
        title=_tidy(found["title"]),
        journal=_tidy(re.sub(r"(?i)^\W*in\b\s*:?", "", journal)),
        year=common_era(year["year"]) if year else None,
    )


def _year_in_brackets(before: str) -> Head | None:
    """APA: Fernhill, A. B., & Stonebrook, C. (2019). The title. Journal Name"""
    year = BRACKETED_YEAR.search(before)
    if not year or not before[: year.start()].strip():
        return None
    title, journal = _title_and_journal(before[year.end() :])
    names = _names(before[: year.start()])
    return Head(names, title, journal, common_era(year["year"])) if title else None


def _stops(before: str) -> Head | None:
    """Vancouver, AMA, Nature: Fernhill AB, Stonebrook C. The title. J Imag."""
    names = VANCOUVER_NAMES.match(before) or INVERTED_NAMES.match(before)
    authors = _names(names.group()) if names else ()
    rest = before[names.end() :] if names else before
    if not names and rest.count(". ") >= 2:
        first, rest = rest.split(". ", 1)
        authors = _names(first)
    title, journal = _title_and_journal(rest)
    return Head(authors, title, journal) if title else None


def _title_and_journal(text: str) -> tuple[str | None, str | None]:
    """The journal is what stands behind the last full stop that ends a sentence."""
    dateless = re.sub(rf"(?i)[\s,(]*(?:{YEAR})?\s*(?:{MONTH})?{DAY}[\s,.;:(]*$", "", text)
    ends = list(re.finditer(r"(?<=[\w)\]'\"\u0e31-\u0e4e]{2})[.]\s+|[?!]\s+", dateless))
    split = next((m for m in reversed(ends) if _is_end_of_title(dateless, m)), None)
    if split is None:
        return _tidy(dateless), None
    mark = split.group().strip() if split.group().strip() in "?!" else ""
    return _tidy(dateless[: split.start()] + mark), _tidy(dateless[split.end() :])


def _is_end_of_title(text: str, stop: re.Match[str]) -> bool:
    """Abbreviated journals have stops of their own: "J. Sleep Med." begins with a short word."""
    before = text[: stop.start()].split()
    return bool(before) and not re.fullmatch(r"[A-Z][a-z]{0,4}", before[-1])


def _names(text: str) -> tuple[str, ...]:
    """Each author once, also where commas part the surname from its initials."""
    text = text.strip(" .,")
    if inverted := INVERTED_NAME.findall(re.sub(r"(?:\s|^)(?:&|and)\s", " ", text)):
        return tuple(f"{surname} {initials.strip()}" for surname, initials in inverted)
    if spelled := INVERTED_FIRST_NAME.match(text):
        others = names_in(text[spelled.end() :])
        return (f"{spelled['given']} {spelled['surname']}", *others)
    return names_in(text)


def _tidy(text: str | None) -> str | None:
    tidied = repaired(one_line(text or "")).strip(" .,;:\"'")
    return tidied or None
