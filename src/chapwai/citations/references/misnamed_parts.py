"""Parts that the model named after a neighbour, called what their own marks say they are.

Styles that it has hardly met: IEEE Trans. Harbour Systems, 36, 3 (1988), 92 99-115, Brook, Anna.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from chapwai.citations.references.lost_borders import MENDED
from chapwai.citations.references.runs import Run, in_order, longest_run, runs_as

# IEEE Trans. | Harbour Systems, 3(6): behind the journal begins no second title.
REST_OF_JOURNAL = re.compile(r"\.?\s?")
BEFORE_NUMBERS = re.compile(r",?\s(?:[Vv]ol\.?\s?)?\d")
# Journal of Night Reading 12 pp. 35-50, and 12 35-50
VOLUME_IN_JOURNAL = re.compile(r"(?P<journal>.{0,200}[^\W\d_])\s(?P<volume>\d{1,3})")
VOLUME_IN_PAGES = re.compile(
    r"(?P<volume>\d{1,4})\s(?P<pages>[A-Za-z]?\d{1,6}\s?-\s?[A-Za-z]?\d{1,6})"
)
# Brook, Anna before (1988)
NAME_TURNED_ROUND = re.compile(r"[A-Z][\w'-]{1,30},\s[A-Z][\w'-]{1,30}(?:\s[A-Z]\.?)?")
YEAR_FOLLOWS = re.compile(r",?\s\(?(?:1[89]|20)\d\d")


def named_rightly(text: str, runs: Sequence[Run]) -> list[Run]:
    """The runs, each called by the name of what it is."""
    for name in (_author, _journal, _volume_of_journal, _volume_of_pages, _issue):
        runs = name(text, runs)
    return list(runs)


def _author(text: str, runs: Sequence[Run]) -> list[Run]:
    """One person alone, with a whole given name, before the year."""
    if not runs or runs_as("author", runs):
        return list(runs)
    first, *others = runs
    is_name = NAME_TURNED_ROUND.fullmatch(first.within(text))
    is_before_year = YEAR_FOLLOWS.match(text, first.end)
    return [_called(first, "author"), *others] if is_name and is_before_year else list(runs)


def _journal(text: str, runs: Sequence[Run]) -> list[Run]:
    """A journal's name whose rest was taken for a title, although the title stands before it."""
    journal, titles = longest_run(runs, "journal"), runs_as("title", runs)
    if journal is None or not titles or titles[0].start > journal.start:
        return list(runs)
    rest = titles[-1]
    is_rest = REST_OF_JOURNAL.fullmatch(text[journal.end : rest.start])
    if not is_rest or rest.start < journal.end or not BEFORE_NUMBERS.match(text, rest.end):
        return list(runs)
    whole = replace(journal, end=rest.end, confidence=MENDED)
    return in_order([*(run for run in runs if not whole.start <= run.start < whole.end), whole])


def _volume_of_journal(text: str, runs: Sequence[Run]) -> list[Run]:
    return _split(text, runs, longest_run(runs, "journal"), VOLUME_IN_JOURNAL)


def _volume_of_pages(text: str, runs: Sequence[Run]) -> list[Run]:
    return _split(text, runs, longest_run(runs, "pages"), VOLUME_IN_PAGES)


def _split(text: str, runs: Sequence[Run], run: Run | None, shape: re.Pattern[str]) -> list[Run]:
    """The runs, the volume apart that stands in one of them and nowhere else."""
    found = shape.fullmatch(run.within(text)) if run else None
    if run is None or found is None or runs_as("volume", runs):
        return list(runs)
    parts = [
        Run(part, run.start + found.start(part), run.start + found.end(part), MENDED)
        for part in found.groupdict()
    ]
    return in_order([*(other for other in runs if other is not run), *parts])


def _issue(text: str, runs: Sequence[Run]) -> list[Run]:
    """36, 3 (1988): of two volumes the second is the issue."""
    volumes = runs_as("volume", runs)
    if len(volumes) != 2 or runs_as("issue", runs):
        return list(runs)
    first, second = volumes
    is_issue = text[first.end : second.start].strip() == "," and YEAR_FOLLOWS.match(
        text, second.end
    )
    return [_called(run, "issue") if is_issue and run is second else run for run in runs]


def _called(run: Run, part: str) -> Run:
    return replace(run, part=part, confidence=MENDED)
