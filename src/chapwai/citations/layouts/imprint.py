"""Where an article's page says its volume, issue, pages and year: in one place or in several."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from chapwai.citations.layouts.own_part import is_running
from chapwai.citations.lines import Line, box_of, text_of
from chapwai.citations.names import names_in
from chapwai.citations.source_line import MONTH, PAGE, YEAR, Source, expanded_pages, source_in
from chapwai.citations.wording import common_era, one_line, plain

LABELLED_PAGES = re.compile(
    rf"(?i)(?:^|[|/·•]\s?)\W{{0,2}}(?:Pages?(?:\(s\))?|pp?\.)\s?:?\s?(?P<pages>{PAGE}\s?-\s?{PAGE})\b(?!\s?-)"
    r"|(?:^|[|/·•]\s?)\W{0,2}Article(?: no\.?| number| ID)?:?\s?(?P<article>[a-z]{0,4}\d{3,12})\b"
)
PUBLISHED = re.compile(
    rf"(?i)\b(?:first published|published online|published|available online|online)\b[^\d]{{0,30}}?"
    rf"(?:\d{{1,2}}\s?)?(?:{MONTH}[.,]?\s?)?(?:\d{{1,2}},?\s?)?(?P<year>{YEAR})\b"
)
DATED = re.compile(
    rf"(?i)^(?:.{{3,60}},\s)?\d{{1,2}}\s?{MONTH}[.,]?\s?(?P<year>{YEAR})$"
    rf"|^{MONTH}\.?\s?(?:\d{{1,2}},\s?)?(?P<other>{YEAR})(?=$|\s?[·•|])"
)
# Dates of the manuscript and of the licence are not the year of the article.
OTHER_DATES = re.compile(r"(?i)\b(received|revised|accepted|submitted|©|copyright|accessed)\b")
CITATION = re.compile(
    r"(?i)^\W*(?:citation|(?:how to |to )?cite(?: this(?: article)?)?(?: as)?|"
    r"(?:suggested|recommended) citation|reference)\b\s?:?"
)
LETTERS_OF_THE_BEGINNING = 12
LETTERS_OF_THE_END = 20
LINES_AT_ONCE = 3
LINES_OF_A_CITATION = 8
WIDEST_STEP = 2.6


@dataclass(frozen=True)
class Imprint:
    """The numbers, the lines that say them, and what stands before them on the first of these."""

    source: Source | None
    lines: tuple[Line, ...]
    before: str = ""


def imprint_of(lines: Sequence[Line], *, title: Sequence[Line]) -> Imprint:
    """What the page says of where its article stands; numbers of other columns count less."""
    found = [*_imprints(lines, title)]
    best = max(found, key=_telling, default=Imprint(None, ()))
    return _with_pages(_completed(best, found), lines)


def cited_names(lines: Sequence[Line], title: Sequence[Line]) -> tuple[str, ...]:
    """The authors that a recommended citation names before the title, none without one."""
    begin = plain(title[0].text)[:LETTERS_OF_THE_BEGINNING].lower()
    for line in lines:
        if CITATION.match(plain(line.text)):
            text = one_line(plain(text_of(run_from(line, lines, LINES_OF_A_CITATION))))
            place = text.lower().find(begin)
            if place > 0:
                return names_in(re.sub(rf"\(?{YEAR}\W*$", "", CITATION.sub("", text[:place])))
    return ()


def ends_title(text: str, title: Sequence[Line]) -> int:
    """Where the title ends in a reference to the page's own article, 0 if it is not in there."""
    end = plain(title[-1].text).strip(" .")[-LETTERS_OF_THE_END:].lower()
    place = text.lower().rfind(end)
    return place + len(end) if place >= 0 else 0


def year_of(lines: Sequence[Line]) -> str | None:
    """The year in which the page says that the article was published, None if it does not."""
    for pattern in (PUBLISHED, DATED):
        for line in lines:
            text = re.split(OTHER_DATES, plain(line.text))[0]
            if found := pattern.search(text) or pattern.search(_last_date(line)):
                year = found.groupdict().get("year") or found.groupdict().get("other")
                return common_era(year) if year else None
    return None


def year_before(imprint: Imprint) -> str | None:
    """The year of the date that stands between the journal and its numbers."""
    found = re.search(rf"(?<!\d)(?P<year>{YEAR})[\s,.;|]{{0,3}}$", imprint.before)
    return common_era(found["year"]) if found else None


def _last_date(line: Line) -> str:
    """Received ... / Accepted ... / Published: 5 May 2019: the last of them stands for itself."""
    text = plain(line.text)
    published = re.search(r"(?i)(?:first )?published\b.*", text)
    return published.group() if published else ""


def _imprints(lines: Sequence[Line], title: Sequence[Line]) -> Iterator[Imprint]:
    """Every place with numbers, in the title's column first.

    Numbers behind a name in another column are those of another article.
    """
    cited = [*_recommended_citations(lines, title)]
    yield from (found for found in cited if ends_title(found.before, title))
    own = [line for line in lines if _is_of_column(line, title)]
    for line in own:
        yield from _imprint_from(line, own)
    others = [line for line in lines if line not in own]
    for line in others:
        yield from (found for found in _imprint_from(line, others) if not found.before.strip())
    yield from cited


def _recommended_citations(lines: Sequence[Line], title: Sequence[Line]) -> Iterator[Imprint]:
    """Citation: Fernhill A (2019) The title. Journal 12(3): e101."""
    for line in lines:
        if CITATION.match(plain(line.text)):
            run = run_from(line, lines, LINES_OF_A_CITATION)
            text = one_line(plain(text_of(run)))
            source = source_in(text)
            if source and source.volume and (":" in text[:30] or ends_title(text, title)):
                yield Imprint(source, tuple(run), text[: source.start])


def _is_of_column(line: Line, title: Sequence[Line]) -> bool:
    """Whether the line begins over, under or in the title's width, or is a head or foot."""
    box = box_of(title)
    margin = 3 * title[0].size
    return box.left - margin <= line.box.left < box.right and not is_running(line)


def _imprint_from(line: Line, lines: Sequence[Line]) -> Iterator[Imprint]:
    """The longest run of lines from this one that makes one statement."""
    longest = run_from(line, lines, LINES_AT_ONCE)
    for count in range(len(longest), 0, -1):
        run = longest[:count]
        text = one_line(plain(text_of(run)))
        source = source_in(text)
        if source and source.volume and _begins_on(line, source):
            yield Imprint(source, tuple(run), text[: source.start])
            return


def _begins_on(line: Line, source: Source) -> bool:
    return source.start < len(one_line(plain(line.text)))


def run_from(line: Line, lines: Sequence[Line], count: int) -> list[Line]:
    """The line and those that follow it closely in its column, so many at most."""
    run = [line]
    for other in lines:
        if len(run) == count:
            break
        if _is_close(run[-1], other) and _are_aligned(line, other):
            run.append(other)
    return run


def _is_close(last: Line, other: Line) -> bool:
    """Whether the other line follows; what lies across the line itself is no next line."""
    step = other.box.middle - last.box.middle
    return step > 0 and 0.5 * other.size < step < WIDEST_STEP * max(last.size, other.size)


def _are_aligned(line: Line, other: Line) -> bool:
    """Whether two lines begin together, or are centred below one another."""
    lefts = abs(other.box.left - line.box.left)
    middles = abs(other.box.left + other.box.right - line.box.left - line.box.right) / 2
    return min(lefts, middles) < 2 * line.size


def _telling(found: Imprint) -> tuple[int, bool]:
    """Of two that say as much, the one behind the journal's name."""
    return _fullness(found), bool(re.search(r"[^\W\d_]{3}", found.before))


def _fullness(found: Imprint) -> int:
    source = found.source
    return sum(map(bool, (source.year, source.issue, source.pages, source.pages))) if source else 0


def _completed(best: Imprint, found: Sequence[Imprint]) -> Imprint:
    """With what other places say of the same volume."""
    for other in found:
        one, more = best.source, other.source
        if one and more and one is not more and one.volume == more.volume:
            source = replace(
                one,
                year=one.year or more.year,
                issue=one.issue or more.issue,
                pages=one.pages or more.pages,
            )
            best = replace(best, source=source, lines=_all(best.lines, other.lines))
    return best


def _with_pages(found: Imprint, lines: Sequence[Line]) -> Imprint:
    """With pages that stand on a line of their own: Pages 1-9 | Received 12 Jan 2019"""
    if not found.source or found.source.pages:
        return found
    for line in lines:
        if label := LABELLED_PAGES.search(plain(line.text)):
            pages = expanded_pages(label["pages"] or label["article"])
            return replace(
                found, source=replace(found.source, pages=pages), lines=_all(found.lines, [line])
            )
    return found


def _all(lines: Sequence[Line], more: Sequence[Line]) -> tuple[Line, ...]:
    return tuple(dict.fromkeys([*lines, *more]))
