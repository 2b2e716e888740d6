"""PubMed's page of one article, desktop and phone.

> Journal. 2019 Mar 12;12(3):412-9. doi: 10.5555/abc. Epub 2018 Dec 20.
The title, larger
Anna B Fernhill 1, Carl Stonebrook 2 3; TEATIME Study Group
Affiliations + expand
PMID: 30000011   DOI: 10.5555/abc
Abstract
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import compress

from chapwai.citations import identifiers
from chapwai.citations.description import Description
from chapwai.citations.layouts.articles.byline import begins_byline
from chapwai.citations.layouts.articles.cite_box import OVER_REFERENCE
from chapwai.citations.layouts.articles.names_a_line import ADDRESS
from chapwai.citations.layouts.parts.blocks import block_from, column_of, same_size
from chapwai.citations.layouts.parts.naming import naming_text, whole_identifiers
from chapwai.citations.lines import LETTERS_THAT_MEASURE, Line, text_of
from chapwai.citations.names import looks_like_names, names_on
from chapwai.citations.source_line import source_in
from chapwai.citations.source_patterns import A_YEAR, MONTH, VANCOUVER, YEAR
from chapwai.citations.wording import common_era, one_line, plain, repaired, repaired_journal

# A journal, a full stop, a year, and then what only a source line goes on with.
JOURNAL_AND_YEAR = re.compile(
    rf"^(?P<before>.{{0,20}}?[^\W\d_].{{0,200}}?)[.,]\s*(?P<year>{YEAR})"
    rf"(?=\s*(?:{MONTH}\b|;|:\s*[A-Z\d]|\.\s*(?:doi|Epub|Online)|\s\d{{1,2}}[;.]))",
    re.IGNORECASE,
)
BROKEN_BEFORE_YEAR = re.compile(rf"[.,]\s{{0,2}}(?:{YEAR})?\W{{0,20}}$")
# 512-52 1. doi: the gap is the engine's.
PAGES_WITH_GAP = re.compile(
    r"(?<=:)(?P<first>\d{1,6})-(?P<start>\d{1,5})\s(?P<end>\d{1,5})(?=\.?\s?doi)", re.IGNORECASE
)
# What stands before a journal's name; a stroke before letters is its first one, misread.
BEFORE_JOURNAL = re.compile(
    r"(?i)^(?:(?![/|][a-z])\W){0,20}"
    r"(?:(?:Article in \w{1,30}|Published in final edited form as)\W{0,20})?"
)
# The end of a reference's title: PubMed prints no stop within a journal's name.
SENTENCE = re.compile(r"[^\W\d_A-Z]{2}[.?!]\s\w")
END_OF_AUTHORS = re.compile(
    r"(?i)^\W*(a[fli\W]{1,5}ations?\b|author information|collaborators?\b|PM[I1l]D\b|PMC[I1l]D\b|"
    r"D[O0][I1l]?\s*:|abstract\b|free (?:pmc )?article|erratum|comment|conflict|expand|"
    r"no abstract|\d?\s*(?:department|division|school|faculty|institute|university|hospital|"
    r"centre|center|college)\b)"
)
END_OF_ARTICLE = re.compile(
    r"(?i)^\W*(abstract|no abstract|similar articles|cited by|references|publication types|"
    r"mesh terms|keywords|figures|background:|introduction:|objectives?:|purpose:|aims?:)"
)
KIND_OF_ARTICLE = re.compile(
    r"(?i)^(review|systematic review|meta-analysis|case reports?|clinical trial.*|"
    r"randomi[sz]ed controlled trial|multicenter study|comparative study|observational study|"
    r"editorial|letter|comment|practice guideline|guideline|historical article|clinical study|"
    r"validation study|published erratum|free (pmc )?article|preprint|news|biography|"
    r"author manuscript.*)\W*$"
)
# How much larger than the source line a title is at least, when it is set larger at all.
LARGER = 1.2


@dataclass(frozen=True)
class Parts:
    """The lines of an article's page by what they say."""

    source: list[Line]
    title: list[Line]
    authors: list[Line]
    rest: list[Line]

    @property
    def lines(self) -> list[Line]:
        return [*self.title, *self.source, *self.authors, *self.rest]


def read_pubmed(lines: Sequence[Line]) -> Description | None:
    """Describe the article of the page, None if the lines are no such page."""
    parts = _parts(lines)
    if parts is None:
        return None
    source = _without_kind(whole_identifiers(plain(text_of(parts.source))))
    source = PAGES_WITH_GAP.sub(_without_gap, source)
    named = naming_text(parts.rest)
    return _description(parts, source=source, named=named)


def _parts(lines: Sequence[Line]) -> Parts | None:
    start = next((n for n in range(len(lines)) if _starts_source(lines, n)), None)
    if start is None:
        return None
    column = column_of(lines[start], lines)
    source = _source_block(column)
    below = column[len(source) :]
    title = _title_block(source, below)
    authors = _author_block(title, below[len(title) :])
    rest = _rest(below[len(title) + len(authors) :])
    parts = Parts(source, title, authors, rest)
    return parts if _is_title(title) and _is_article_page(parts) else None


def _is_title(title: Sequence[Line]) -> bool:
    """Other sites print their source line under the title, and so over the abstract."""
    first = plain(title[0].text) if title else ""
    return bool(title) and not (END_OF_ARTICLE.match(first) or OVER_REFERENCE.match(first))


def _is_article_page(parts: Parts) -> bool:
    """A list of references has source lines too, but no large title or PMID under them."""
    are_names = parts.authors and looks_like_names(plain(parts.authors[0].text))
    if are_names and parts.title[0].size > LARGER * parts.source[0].size:
        return True
    below = text_of([*parts.authors, *parts.rest])
    return bool(re.search(r"(?i)PM[I1l]D|affiliation|D[O0][I1l]?\s*:|10\.\d{4}|abstract", below))


def _starts_source(lines: Sequence[Line], place: int) -> bool:
    """Whether the source starts here: the year may stand on the next line of a narrow page."""
    text = plain(lines[place].text)
    if KIND_OF_ARTICLE.match(text):
        return False
    if found := A_YEAR.search(text) and JOURNAL_AND_YEAR.match(text):
        return not SENTENCE.search(found["before"])
    if not (re.match(r"\W*[>›»]", text) or BROKEN_BEFORE_YEAR.search(text)):
        return False
    following = column_of(lines[place], lines)[1:2]
    found = JOURNAL_AND_YEAR.match(plain(text_of([lines[place], *following])))
    return found is not None and not SENTENCE.search(found["before"])


def _source_block(column: Sequence[Line]) -> list[Line]:
    """The source line and its continuations, which are of its size and no list of names."""
    block = block_from(column)
    for count in range(1, len(block)):
        if not _continues_source(block[:count], block[count]):
            return block[:count]
    return block


def _continues_source(source: Sequence[Line], line: Line) -> bool:
    text = plain(text_of(source))
    unfinished = not re.search(r"[.\d]$", text.strip()) or text.rstrip().endswith("Epub")
    starts_like_source = re.match(
        rf"(?i)\W*(10\.\d{{4}}|doi\b|Epub|eCollection|Online ahead|Print\b|{YEAR}\b|"
        rf"{MONTH}\b\s*[\d;]|\d[\d(]*\)?:|\d+[-.;]|[\d\W]+$)",
        plain(line.text),
    )
    return unfinished or bool(starts_like_source)


def _title_block(source: Sequence[Line], below: Sequence[Line]) -> list[Line]:
    """Larger type ends where it ends; title and authors alike in size are told apart by words."""
    if not below:
        return []
    if below[0].size > LARGER * source[0].size:
        return _without_names(block_from(below), below)
    return _until(below, lambda line: looks_like_names(plain(line.text)))


def _without_names(block: list[Line], below: Sequence[Line]) -> list[Line]:
    """The title without names in type that is hardly smaller."""
    following = below[len(block) : len(block) + 1]
    ends = not following or bool(END_OF_AUTHORS.match(plain(following[0].text)))
    for count in range(1, len(block)):
        is_last = count == len(block) - 1
        if begins_byline(block[:count], block[count], ends=ends and is_last):
            return block[:count]
    return block


def _until(lines: Sequence[Line], is_over: Callable[[Line], bool]) -> list[Line]:
    block: list[Line] = []
    for line in lines:
        if END_OF_AUTHORS.match(plain(line.text)) or (block and is_over(line)):
            break
        block.append(line)
    return block


def _author_block(title: Sequence[Line], below: Sequence[Line]) -> list[Line]:
    names = _until(below, lambda line: bool(ADDRESS.search(plain(line.text))))
    # A single word with a raised figure is too short to be measured by its box.
    is_alike = [
        len(line.text) < LETTERS_THAT_MEASURE or same_size(names[0], line) for line in names
    ]
    return list(compress(names, is_alike)) if title else []


def _rest(below: Sequence[Line]) -> list[Line]:
    """Down to the abstract: identifiers further below belong to other articles."""
    rest: list[Line] = []
    for line in below:
        if END_OF_ARTICLE.match(plain(line.text)):
            break
        rest.append(line)
    return rest


def _description(parts: Parts, *, source: str, named: str) -> Description:
    dated = JOURNAL_AND_YEAR.match(source)
    numbers = source_in(source) if VANCOUVER.search(source) else None
    year = dated["year"] if dated else numbers.year if numbers else None
    return Description(
        title=_title(parts.title),
        authors=tuple(map(_spelled, names_on(parts.authors))),
        journal=_journal(dated["before"]) if dated else None,
        year=common_era(year) if year else None,
        volume=numbers.volume if numbers else None,
        issue=numbers.issue if numbers else None,
        pages=numbers.pages if numbers else None,
        dois=(*identifiers.dois_in(source), *identifiers.dois_in(named)),
        pmids=(*identifiers.pmids_in(source), *identifiers.pmids_in(named)),
        lines=tuple(parts.lines),
    )


def _without_kind(source: str) -> str:
    """From the arrow on, if there is one: "Review > J Imagin Nurs. 2023" """
    return one_line(re.sub(r"^.{0,60}?[>›»]\s*", "", source))


def _without_gap(pages: re.Match[str]) -> str:
    """The pages in one piece, if their last number is then a page as far on as the first."""
    first, last = pages["first"], pages["start"] + pages["end"]
    is_whole = len(first) == len(last) and first < last
    return f"{first}-{last}" if is_whole else pages.group()


def _journal(before: str) -> str:
    return repaired_journal(BEFORE_JOURNAL.sub("", before).strip())


def _spelled(name: str) -> str:
    """PubMed prints initials before a surname apart, and engines push them together: PJ Wells."""
    return re.sub(r"\b([A-Z])([A-Z])(?= [A-Z][^\WA-Z])", r"\1 \2", name)


def _title(lines: Sequence[Line]) -> str | None:
    return tidy_title(text_of(lines)) or None


def tidy_title(text: str) -> str:
    """On one line, without the full stop and the brackets that stand for a translation."""
    title = repaired(one_line(plain(text))).strip(" .")
    translated = re.fullmatch(r"\[(.+)\]", title)
    return translated.group(1).strip(" .") if translated else title
