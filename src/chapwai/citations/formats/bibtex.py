"""BibTeX and BibLaTeX, tolerant of what reference managers and people make of them."""

import re
from collections.abc import Iterator, Mapping
from functools import partial
from typing import BinaryIO

from chapwai.citations.formats.article import (
    article,
    doi_from,
    first_of,
    name_from,
    name_turned,
    pmid_from,
    worded,
)
from chapwai.citations.formats.decoding import lines_of
from chapwai.citations.formats.fault import Fault, NotAnArticle, record_or_fault
from chapwai.citations.formats.latex import without_latex
from chapwai.citations.identifiers import arxiv_dois_in, pmids_in
from chapwai.citations.record import Record

ENTRY = re.compile(r"\s{0,20}@\s?(?P<kind>[A-Za-z]{2,30})\s{0,5}[{(]")
FIELD = re.compile(r"[\s,]*(?P<name>[A-Za-z][\w:.+-]{0,40})\s*=\s*")
WORD = re.compile(r"[^\s,#{}()\"=]+")
MARK = re.compile(r"\\.|[{}\"]", re.DOTALL)
JOIN = re.compile(r"\s*#\s*")
KEY = re.compile(r"[^,={}\"]*,")
BOOKS = {"book", "mvbook", "booklet", "proceedings", "mvproceedings", "manual", "periodical"}
NO_RECORDS = {"comment", "preamble", "string"}
LARGEST_ENTRY = 500_000


class BadEntry(NotAnArticle):
    """The entry's braces or quotes are not closed."""

    def __init__(self) -> None:
        super().__init__(type(self).__doc__)


def records_in_bibtex(file: BinaryIO) -> Iterator[Record | Fault]:
    """Every record of the file, a Fault in place of each that is no article."""
    macros: dict[str, str] = {}
    for place, text in _entries(lines_of(file)):
        kind = _kind(text) if text else ""
        if text is None:
            yield Fault(place, "the entry has no end")
        elif kind == "string":
            macros |= _macros(text)
        elif kind not in NO_RECORDS:
            yield record_or_fault(place, partial(_record, macros=macros), text)


def fields_of(text: str, macros: Mapping[str, str]) -> dict[str, str]:
    """The entry's fields by lower-case name, as LaTeX; raises BadEntry if one is not closed."""
    opening = ENTRY.match(text)
    start = opening.end() if opening else 0
    key = KEY.match(text, start)
    place = key.end() if key else start
    fields: dict[str, str] = {}
    while found := FIELD.match(text, place):
        value, place = _value(text, found.end(), macros)
        fields.setdefault(found["name"].lower(), value)
    return fields


def _entries(lines: Iterator[tuple[int, str | None]]) -> Iterator[tuple[str, str | None]]:
    """Place and text of each entry, which goes on until the next one begins; None if too large."""
    place, parts, size = "", [""], 0
    for number, line in lines:
        if line is None or ENTRY.match(line):
            if place:
                yield place, _joined(parts, size)
            place, parts, size = f"line {number}", [], 0
        size += LARGEST_ENTRY + 1 if line is None else len(line)
        if line is not None and size <= LARGEST_ENTRY:
            parts.append(line)
    if place:
        yield place, _joined(parts, size)


def _joined(parts: list[str], size: int) -> str | None:
    return "\n".join(parts) if size <= LARGEST_ENTRY else None


def _kind(text: str) -> str:
    opening = ENTRY.match(text)
    return opening["kind"].lower() if opening else ""


def _macros(text: str) -> dict[str, str]:
    try:
        return fields_of(text, {})
    except BadEntry:
        return {}


def _record(text: str, *, macros: Mapping[str, str]) -> Record:
    raw = fields_of(text, macros)
    if _kind(text) in BOOKS:
        raise NotAnArticle("a whole book")
    said = {name: without_latex(value) for name, value in raw.items() if name != "author"}
    return article(
        origin="file",
        title=_title(said),
        authors=_authors(raw.get("author", "")),
        journal=first_of(said.get("journal"), said.get("journaltitle"), said.get("booktitle")),
        abbreviation=first_of(said.get("shortjournal"), said.get("journal-abbreviation")),
        issns=[said.get("issn"), said.get("eissn")],
        year=first_of(said.get("year"), said.get("date")),
        volume=said.get("volume"),
        issue=first_of(said.get("number"), said.get("issue")),
        pages=first_of(said.get("pages"), said.get("eid"), said.get("article-number")),
        doi=_doi(said, raw),
        pmid=pmid_from(said.get("pmid")) or _noted_pmid(said),
        pmcid=first_of(said.get("pmcid"), said.get("pmc")),
    )


def _title(said: Mapping[str, str]) -> str | None:
    title, subtitle = said.get("title"), said.get("subtitle")
    return f"{title}: {subtitle}" if title and subtitle else title


def _doi(said: Mapping[str, str], raw: Mapping[str, str]) -> str | None:
    """DOIs hold signs that mean something else in LaTeX, so they are taken as written."""
    written = re.sub(r"\\(?=[_%&#$])|[{}]", "", f"{raw.get('doi', '')}")
    linked = doi_from(written) or doi_from(re.sub(r"[{}\\]", "", raw.get("url", "")))
    is_arxiv = said.get("archiveprefix", said.get("eprinttype", "")).lower() == "arxiv"
    preprint = arxiv_dois_in(f"arXiv:{said.get('eprint', '')}") if is_arxiv else []
    return linked or (preprint[0] if preprint and not said.get("journal") else None)


def _noted_pmid(said: Mapping[str, str]) -> str | None:
    found = pmids_in(f"{said.get('note', '')} {said.get('annote', '')} {said.get('url', '')}")
    return found[0] if len(found) == 1 else None


def _authors(text: str) -> list[str]:
    """The names between the "and" outside of braces; a name in braces is a group's."""
    names = (name for name in _names(text) if name.strip().lower() not in {"", "others"})
    return list(filter(None, map(_name, names)))


def _name(text: str) -> str | None:
    text = text.strip()
    if text.startswith("{") and text.endswith("}"):
        return worded(without_latex(text))
    parts = [part.strip() for part in without_latex(text).split(",")]
    # von Last, Jr, First
    return name_from(parts[0], parts[2]) if len(parts) == 3 else name_turned(",".join(parts))


def _names(text: str) -> list[str]:
    names, depth, start = [], 0, 0
    for mark in re.finditer(r"\\.|[{}]|\sand\s", text):
        depth += {"{": 1, "}": -1}.get(mark.group(), 0)
        if depth == 0 and mark.group().strip() == "and":
            names.append(text[start : mark.start()])
            start = mark.end()
    return [*names, text[start:]]


def _value(text: str, start: int, macros: Mapping[str, str]) -> tuple[str, int]:
    """A value and where it ends: pieces in braces, in quotes or of one word, joined by #."""
    piece, place = _piece(text, start, macros)
    pieces = [piece]
    while join := JOIN.match(text, place):
        piece, place = _piece(text, join.end(), macros)
        pieces.append(piece)
    return " ".join("".join(pieces).split()), place


def _piece(text: str, start: int, macros: Mapping[str, str]) -> tuple[str, int]:
    if text[start : start + 1] in {"{", '"'}:
        end = _end_of(text, start)
        return text[start + 1 : end], end + 1
    word = WORD.match(text, start)
    if not word:
        return "", start + 1
    return macros.get(word.group().lower(), word.group()), word.end()


def _end_of(text: str, start: int) -> int:
    """Where the brace or the quote that opens here is closed; raises BadEntry if nowhere."""
    closing = "}" if text[start] == "{" else '"'
    depth = 0
    for mark in MARK.finditer(text, start + 1):
        if mark.group() == closing and depth == 0:
            return mark.start()
        depth += {"{": 1, "}": -1}.get(mark.group(), 0)
    raise BadEntry
