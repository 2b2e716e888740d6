"""Where an article's page says its volume, issue, pages and year: in one place or in several."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from chapwai.citations.layouts.articles.own_citation import ends_title, own_citations, said_on
from chapwai.citations.layouts.articles.own_part import above_the_text, is_running
from chapwai.citations.layouts.articles.pages_apart import labelled_pages, with_pages_apart
from chapwai.citations.layouts.parts.blocks import run_from
from chapwai.citations.layouts.sources.orders import whole_source_in
from chapwai.citations.lines import Line, box_of
from chapwai.citations.source_line import Source, expanded_pages
from chapwai.citations.source_patterns import MONTH, YEAR
from chapwai.citations.wording import common_era, one_line, plain

PUBLISHED = re.compile(
    rf"(?i)\b(?:first published|published online|published|available online|online)\b[^\d]{{0,90}}?"
    rf"(?:\d{{1,2}}\s?)?(?:{MONTH}[.,]?\s?)?(?:\d{{1,2}},?\s?)?(?P<year>{YEAR})\b"
)
DATED = re.compile(
    rf"(?i)^(?:.{{3,60}},\s)?\d{{1,2}}\s?{MONTH}[.,]?\s?(?P<year>{YEAR})$"
    rf"|^{MONTH}\.?\s?(?:\d{{1,2}},\s?)?(?P<other>{YEAR})(?=$|\s?[·•|])"
    rf"|^[^\d()]{{3,60}}\({MONTH}\.?\s(?P<bracketed>{YEAR})\)$"
    # Imaginary Sleep, March 2019, whose volume stands on the next line.
    rf"|^[^\d]{{3,80}},\s{MONTH}\.?\s(?P<third>{YEAR}),$"
    # Imaginary Sleep · 2019 Mar, likewise.
    rf"|^[^\d]{{3,80}}[·•]\s?(?P<fourth>{YEAR})\s{MONTH}$"
)
# Dates of the manuscript and of the licence are not the year of the article.
OTHER_DATES = re.compile(r"(?i)\b(received|revised|accepted|submitted|©|copyright|accessed)\b")
LINES_AT_ONCE = 3
# From a line of a paragraph to the next, in sizes of type.
STEP = 1.7
LARGEST_STEP_IN_SIZE = 1.2


@dataclass(frozen=True)
class Imprint:
    """The numbers, the lines that say them, and what stands before them on the first of these."""

    source: Source | None
    lines: tuple[Line, ...]
    before: str = ""


def imprint_of(lines: Sequence[Line], *, title: Sequence[Line]) -> Imprint:
    """What the page says of where its article stands; numbers of other columns count less."""
    found = _of_one_volume([*_imprints(lines, title)], title)
    best = max(found, key=_telling, default=Imprint(None, ()))
    return _with_pages(_completed(best, found), lines)


def _of_one_volume(found: Sequence[Imprint], title: Sequence[Line]) -> Sequence[Imprint]:
    """Of places in several volumes those that agree with the nearest; the rest are others'.

    Where two such places stand side by side, neither is the page's own.
    """
    apart = [one for one in found if not any(_is_rival_beside(one, other) for other in found)]
    nearest = min(apart, key=lambda one: _distance(one, title), default=None)
    return [one for one in apart if nearest and _volume_of(one) == _volume_of(nearest)]


def _is_rival_beside(one: Imprint, other: Imprint) -> bool:
    line, rival = one.lines[0], other.lines[0]
    is_beside = abs(line.box.middle - rival.box.middle) < line.size and line is not rival
    return is_beside and _volume_of(one) != _volume_of(other)


def _distance(found: Imprint, title: Sequence[Line]) -> float:
    return abs(box_of(found.lines).middle - box_of(title).middle)


def _volume_of(found: Imprint) -> str | None:
    return found.source.volume if found.source else None


def year_of(lines: Sequence[Line]) -> str | None:
    """The year in which the page says that the article was published, None if it does not."""
    for pattern in (PUBLISHED, DATED):
        for line in lines:
            text = re.split(OTHER_DATES, plain(line.text))[0]
            if found := pattern.search(text) or pattern.search(_last_date(line)):
                year = next(filter(None, found.groups()), None)
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
    """Every place with numbers, those in the title's column and above the text first.

    Numbers behind a name in another column are those of another article.
    """
    cited = [*_own_citations(lines, title)]
    yield from (found for found in cited if ends_title(found.before, title))
    own = [line for line in lines if _is_of_column(line, title)]
    text = [line for line in lines if is_running(line)]
    own = [line for line in own if line in title or not _ends_text(line, text)]
    head = above_the_text(lines)
    yield from _imprints_from([line for line in own if line in head], own)
    yield from _of_one_article(_imprints_from([line for line in own if line not in head], own))
    others = [line for line in lines if not _is_of_column(line, title)]
    elsewhere = _of_one_article(_imprints_from(others, others))
    yield from (found for found in elsewhere if not found.before.strip())
    yield from cited


def _imprints_from(begins: Iterable[Line], lines: Sequence[Line]) -> Iterator[Imprint]:
    for line in begins:
        yield from _imprint_from(line, lines)


def _of_one_article(found: Iterable[Imprint]) -> list[Imprint]:
    """All of them, or none if they name several volumes: then they are a list of others."""
    imprints = list(found)
    return imprints if len({_volume_of(one) for one in imprints}) == 1 else []


def _own_citations(lines: Sequence[Line], title: Sequence[Line]) -> Iterator[Imprint]:
    for source, run in own_citations(lines, title):
        yield Imprint(source, tuple(run), said_on(run)[: source.start])


def _is_of_column(line: Line, title: Sequence[Line]) -> bool:
    """Whether the line begins over, under or in the title's width, or is a head or foot."""
    box = box_of(title)
    reaches_under = line.box.left < box.left and line.box.right > (box.left + box.right) / 2
    begins = box.left - 3 * title[0].size <= line.box.left < box.right
    return (begins or reaches_under) and not is_running(line)


def _ends_text(line: Line, text: Iterable[Line]) -> bool:
    """Whether the line ends a paragraph: whatever it counts there are patients and beds."""
    return any(_is_next(above, line) for above in text)


def _is_next(line: Line, other: Line) -> bool:
    step = other.box.middle - line.box.middle
    is_below = other.box.left < line.box.right and line.box.left < other.box.right
    is_alike = line.size < LARGEST_STEP_IN_SIZE * other.size  # or it is a title, and no text
    return is_below and is_alike and 0.5 * line.size < step < STEP * line.size


def _imprint_from(line: Line, lines: Sequence[Line]) -> Iterator[Imprint]:
    """The longest run of lines from this one that makes one statement."""
    longest = run_from(line, lines, LINES_AT_ONCE)
    for count in range(len(longest), 0, -1):
        run = longest[:count]
        text = said_on(run)
        source = whole_source_in(text)
        if source and source.is_placed and _begins_on(line, source):
            yield Imprint(with_pages_apart(source, run), tuple(run), text[: source.start])
            return


def _begins_on(line: Line, source: Source) -> bool:
    return source.start < len(one_line(plain(line.text)))


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
    """With pages that stand on a line of their own."""
    if not found.source or found.source.pages:
        return found
    for line in lines:
        if pages := labelled_pages(line, lines):
            source = replace(found.source, pages=expanded_pages(pages))
            return replace(found, source=source, lines=_all(found.lines, [line]))
    return found


def _all(lines: Sequence[Line], more: Sequence[Line]) -> tuple[Line, ...]:
    return tuple(dict.fromkeys([*lines, *more]))
