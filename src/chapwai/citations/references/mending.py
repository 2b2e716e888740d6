"""Where the model drew a border between two parts at a place where no reference has one."""

import re
from collections.abc import Sequence
from dataclasses import replace

from chapwai.citations.references.runs import Run, in_order, longest_run, runs_as

# What may be seen amid a title by mistake: (n = 1,204).
MAY_INTERRUPT = ("other", "title", "pages", "volume", "issue")
LONGEST_INTERRUPTION = 12
# Words behind the mark that ends a title, all of them with capitals, are of the journal's name.
BEGUN_JOURNAL = re.compile(r"[?!.]\s+(?P<words>[A-Z][\w'-]*(?:\s[A-Z][\w'-]*){0,2})\s*$")
# Night Markets. Upland Reviews in Data Science: a short title runs easily into the journal,
TITLE_IN_JOURNAL = re.compile(
    r"(?P<title>[^.?!]{6,200}[^\W\d_]{4}[?!]?)\.?\s+(?=[A-Z])(?<=[.?!]\s)"
)
# or into the names before it.
TITLE_IN_NAME = re.compile(r"[^.]{3,60}\b[A-Z]{1,3}\.\s+(?P<title>[A-Z][a-z]{3}[^.]{3,200})")
# Nobody can be sure of what was mended.
MENDED = 0.5


def mended(text: str, runs: Sequence[Run]) -> list[Run]:
    """The runs with their borders where the marks of the text have them."""
    if longest_run(runs, "title") is None:
        return _with_title_of_journal(text, runs) or _with_title_of_name(text, runs) or list(runs)
    return _with_whole_journal(text, _with_whole_title(runs))


def _with_title_of_journal(text: str, runs: Sequence[Run]) -> list[Run]:
    journal = longest_run(runs, "journal")
    found = TITLE_IN_JOURNAL.match(journal.within(text)) if journal else None
    if journal is None or found is None or " " not in found["title"]:
        return []
    title = Run("title", journal.start, journal.start + found.end("title"), MENDED)
    rest = replace(journal, start=journal.start + found.end(), confidence=MENDED)
    return in_order([*(run for run in runs if run is not journal), title, rest])


def _with_title_of_name(text: str, runs: Sequence[Run]) -> list[Run]:
    names = runs_as("author", runs)
    found = TITLE_IN_NAME.fullmatch(names[-1].within(text)) if names else None
    if found is None:
        return []
    split = names[-1].start + found.start("title")
    title = Run("title", split, names[-1].end, MENDED)
    name = replace(names[-1], end=split, confidence=MENDED)
    return in_order([*(run for run in runs if run is not names[-1]), name, title])


def _with_whole_title(runs: Sequence[Run]) -> list[Run]:
    """The runs, those of the title put together over what numbers interrupt it."""
    title = longest_run(runs, "title")
    if title is None:
        return list(runs)
    middle = title.start
    for piece in sorted(runs_as("title", runs), key=lambda run: abs(run.start - middle)):
        between = [run for run in runs if _lies_between(run, title, piece)]
        if all(_may_interrupt(run) for run in between):
            title = _spanning(title, piece)
    others = [run for run in runs if not title.start <= run.start < title.end]
    return in_order([*others, title])


def _may_interrupt(run: Run) -> bool:
    return run.part in MAY_INTERRUPT and run.end - run.start <= LONGEST_INTERRUPTION


def _lies_between(run: Run, one: Run, other: Run) -> bool:
    first, second = in_order((one, other))
    return first.end <= run.start and run.end <= second.start


def _spanning(one: Run, other: Run) -> Run:
    least = min(one.confidence, other.confidence)
    return Run("title", min(one.start, other.start), max(one.end, other.end), least)


def _with_whole_journal(text: str, runs: Sequence[Run]) -> list[Run]:
    """The runs, the journal from the mark that ends the title: … of sleep? Northern | Isles Med."""
    title, journal = longest_run(runs, "title"), longest_run(runs, "journal")
    if title is None or journal is None or text[title.end : journal.start].strip():
        return list(runs)
    begun = BEGUN_JOURNAL.search(title.within(text))
    if begun is None:
        return list(runs)
    split = title.start + begun.start("words")
    others = [run for run in runs if run not in (title, journal)]
    return in_order([*others, replace(title, end=split), replace(journal, start=split)])
