"""An article's page at its publisher, and the first page of its PDF.

They share little but this: the title is the largest block of running text, the authors stand
below it, and volume and pages stand in one of a dozen orders somewhere around.
"""

import re
from collections.abc import Sequence

from chapwai.citations import identifiers
from chapwai.citations.description import Description
from chapwai.citations.layouts.blocks import block_from, column_of
from chapwai.citations.lines import Line, text_of, usual_size
from chapwai.citations.names import looks_like_names, names_in, names_on
from chapwai.citations.source_line import MONTH, YEAR, Source, source_in
from chapwai.citations.wording import common_era, one_line, plain, repaired, repaired_journal

OTHER_ARTICLES = re.compile(
    r"(?i)^\W*(references|bibliography|similar articles|recommended articles|related articles|"
    r"cited by|citing articles|you may also|people also read|more from)\b"
)
CONTROLS = re.compile(
    r"(?i)\b(cookies?|log ?in|sign in|register|download|subscribe|search|menu|advertis\w+|"
    r"access through|purchase|get rights|share|cite this)\b|^\W*(abstract|introduction|highlights|"
    r"keywords|open access|original (article|research|paper)|research article|review article|"
    r"full text|contents|summary)\W*$"
)
NAVIGATION = re.compile(r"(?i)\b(home|current|about|browse|contents|publish with)\b")
JOURNAL_WORDS = re.compile(
    r"(?i)\b(journal|annals|archives|acta|bulletin|review|reviews|proceedings|transactions|"
    r"letters|medicine|research|sciences?|studies|quarterly|international|lancet|nature|bmj|plos|"
    r"bmc|j|วารสาร)\b|วารสาร"
)
# The title is set this much larger than most of the page.
TITLE_STANDS_OUT = 1.25
FEWEST_TITLE_LETTERS = 16
FEWEST_TITLE_WORDS = 3
FEWEST_WORDS_ALONE = 6
MOST_BANNER_WORDS = 5
MOST_JOURNAL_WORDS = 10
FEWEST_NAMES_ALONE = 2
MOST_LINES_BEFORE_AUTHORS = 3


def read_publisher(lines: Sequence[Line]) -> Description | None:
    """Describe the article of the page, None without a title or without anything that cites it."""
    own = _own_lines(lines)
    title = _title_block(own)
    source_line, source = _source_line(own)
    described = plain(text_of(own))
    dois, pmids = identifiers.dois_in(described), identifiers.pmids_in(described)
    authors = _author_block(title, own) if title else []
    if not title or not (dois or pmids or source or _speak_for_themselves(title, authors)):
        return None
    used = [*title, *authors, *([source_line] if source_line else []), *_naming_lines(own)]
    return Description(
        title=_tidy_title(title),
        authors=names_on(authors),
        journal=_journal(own, source_line=source_line, source=source),
        year=source.year if source and source.year else _year(own),
        volume=source.volume if source else None,
        issue=source.issue if source else None,
        pages=source.pages if source else None,
        issn=next(iter(identifiers.issns_in(described)), None),
        dois=tuple(dois),
        pmids=tuple(pmids),
        lines=tuple(dict.fromkeys(used)),
        guessed=_guessed(authors),
    )


def _guessed(authors: Sequence[Line]) -> frozenset[str]:
    """The largest type may be a banner's, and one name alone the first of a list set otherwise."""
    if not authors:
        return frozenset({"title"})
    return frozenset({"authors"}) if len(names_on(authors)) == 1 else frozenset()


def _own_lines(lines: Sequence[Line]) -> list[Line]:
    """Down to where the page goes on about other articles."""
    own: list[Line] = []
    for line in lines:
        if OTHER_ARTICLES.match(plain(line.text)):
            break
        own.append(line)
    return own


def _title_block(lines: Sequence[Line]) -> list[Line]:
    blocks = [block_from(column_of(line, lines)) for line in lines]
    titles = [block for block in blocks if _could_be_title(block)]
    largest = max((usual_size(block) for block in titles), default=0)
    title = next((block for block in titles if usual_size(block) >= 0.9 * largest), [])
    others = [line for line in lines if line not in title]
    return title if largest >= TITLE_STANDS_OUT * usual_size(others) else []


def _could_be_title(block: Sequence[Line]) -> bool:
    text = plain(text_of(block))
    letters = sum(letter.isalpha() for letter in text)
    words = text.split()
    return (
        letters >= FEWEST_TITLE_LETTERS
        and len(words) >= FEWEST_TITLE_WORDS
        and len(block[0].text.split()) >= FEWEST_TITLE_WORDS
        and not CONTROLS.search(text)
        and not _is_banner(text)
        and not (source_in(text) or identifiers.dois_in(text))
    )


def _is_banner(text: str) -> bool:
    """A journal's name over the page is short, and often larger than the title."""
    return len(text.split()) <= MOST_BANNER_WORDS and bool(JOURNAL_WORDS.search(text))


def _author_block(title: Sequence[Line], lines: Sequence[Line]) -> list[Line]:
    """The first lines of nothing but names under the title."""
    below = column_of(title[-1], lines)[1:]
    for skipped in range(min(MOST_LINES_BEFORE_AUTHORS, len(below))):
        block = block_from(below[skipped:])
        if _is_list_of_names(block[0]):
            return _while_names(block)
    return []


def _is_list_of_names(line: Line) -> bool:
    text = plain(line.text)
    return (
        looks_like_names(text)
        and not (CONTROLS.search(text) or JOURNAL_WORDS.search(text))
        and len(text.split()) >= 2
        and bool(names_in(text))
    )


def _while_names(block: Sequence[Line]) -> list[Line]:
    names: list[Line] = []
    for line in block:
        if not looks_like_names(plain(line.text)):
            break
        names.append(line)
    return names


def _speak_for_themselves(title: Sequence[Line], authors: Sequence[Line]) -> bool:
    """A long title in large type over several names is an article, also without a source."""
    words = text_of(title).split()
    return len(words) >= FEWEST_WORDS_ALONE and len(names_on(authors)) >= FEWEST_NAMES_ALONE


def _source_line(lines: Sequence[Line]) -> tuple[Line | None, Source | None]:
    found = [(line, source_in(plain(line.text))) for line in lines]
    telling = [(line, source) for line, source in found if source and source.is_telling]
    return telling[0] if telling else (None, None)


def _naming_lines(lines: Sequence[Line]) -> list[Line]:
    return [
        line
        for line in lines
        if identifiers.dois_in(plain(line.text)) or identifiers.pmids_in(plain(line.text))
    ]


def _journal(
    lines: Sequence[Line], *, source_line: Line | None, source: Source | None
) -> str | None:
    """What stands before the numbers, or else on the line above them."""
    if not source_line or not source:
        return None
    before = _tidy_journal(plain(source_line.text)[: source.start])
    if before:
        return before
    above = [line for line in lines if line.box.middle < source_line.box.middle]
    near = [line for line in _lines_above(source_line, above) if _could_be_journal(line)]
    return _tidy_journal(plain(near[-1].text)) if near else None


def _lines_above(anchor: Line, above: Sequence[Line]) -> list[Line]:
    """The two lines over the anchor that begin about where it begins."""
    aligned = [line for line in above if abs(line.box.left - anchor.box.left) < 4 * anchor.size]
    return aligned[-2:]


def _could_be_journal(line: Line) -> bool:
    text = plain(line.text)
    return (
        bool(JOURNAL_WORDS.search(text))
        and not (NAVIGATION.search(text) or CONTROLS.search(text))
        and len(text.split()) <= MOST_JOURNAL_WORDS
    )


def _tidy_journal(text: str) -> str | None:
    text = re.sub(rf"(?i)\(?\s*{MONTH}?\s*{YEAR}\s*\)?\W*$", "", text)
    text = re.sub(r"(?i)^\W*(published in|citation|cite as|source|journal|in)\s*:\s*", "", text)
    journal = re.split(r"\s[/>]\s", text)[-1].strip(" ,.;:|-•·>()/")
    return repaired_journal(journal) if sum(map(str.isalpha, journal)) >= 3 else None


def _year(lines: Sequence[Line]) -> str | None:
    """The year of publication, said as such: that of © or of receipt is often another."""
    said = rf"(?i)\b(?:published|first published|available online|accepted)\b.{{0,30}}?\b({YEAR})\b"
    for line in lines:
        if found := re.search(said, plain(line.text)):
            return common_era(found.group(1))
    return None


def _tidy_title(lines: Sequence[Line]) -> str:
    return repaired(one_line(plain(text_of(lines)))).rstrip(" .*")
