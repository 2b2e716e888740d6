"""Names, title and journal told apart where the mark between two of them says more than the model.

A stop that was not read, or a short name or title, makes two parts run into one another.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from chapwai.citations.names import GROUP_WORDS
from chapwai.citations.references.authors import is_initials
from chapwai.citations.references.runs import Run, in_order, longest_run, runs_as

# Nobody can be sure of what was mended.
MENDED = 0.5
YEAR_BEFORE_TITLE = re.compile(r"(?P<year>(?:1[89]|20)\d\d)[.,]?\s+(?=[A-Z])")
# Saint-Clair AB. Reading lamps: one author alone
NAME_BEFORE_TITLE = re.compile(
    r"(?P<name>[A-Z][\w'-]{1,24}(?:\s[A-Z][\w'-]{1,24}){0,2}\s[A-Z]{1,3})\.\s+(?=[A-Z])"
)
# … for Stroke? Highl Rev Pharmacol: whatever has capitals behind the last mark is the journal's.
# Marsh D. TNF | levels in towns, BRAF | V | 600E: a title's first word may look like a name.
WORD_BEHIND_NAME = re.compile(
    r"[A-Z][\w'-]{1,24}(?:\s[A-Z][\w'-]{1,24}){0,2}\s[A-Z]{1,3}\.\s(?P<word>[A-Z]\S{1,24})"
)
AMID_A_WORD = re.compile(r"\s(?:\w{1,2}\s?)?")
JOURNAL_AFTER_TITLE = re.compile(
    r"(?P<mark>[?!.])\s(?P<journal>[A-Z][\w/&'-]{0,25}(?:\s[A-Z&][\w/&'-]{0,25}){0,8})$"
)
BEFORE_A_TITLE = re.compile(r"\.\s|\bal\b|\d{4}")
AMID_A_TITLE = re.compile(r",\s?|,?\sand\s|:\s?")


def told_apart(text: str, runs: Sequence[Run]) -> list[Run]:
    """The runs with the borders put in that were lost between names, year, title and journal."""
    runs = _with_title_called_names(text, _with_whole_groups(text, runs))
    runs = _with_word_behind_name(text, runs)
    title = longest_run(runs, "title")
    if title is None:
        return runs
    for split in (_year_apart, _name_apart, _journal_apart):
        if parts := split(text, title, runs):
            others = [run for run in runs if run is not title]
            return in_order([*others, *parts])
    return runs


def _with_whole_groups(text: str, runs: Sequence[Run]) -> list[Run]:
    """The runs, a group's name with its first word, taken for a journal's: Nordic | Group."""
    found = list(runs)
    for before, name in pairwise(runs):
        is_group = name.part == "author" and GROUP_WORDS.search(name.within(text))
        if is_group and before.part == "journal" and text[before.end : name.start] == " ":
            found.remove(before)
            found[found.index(name)] = replace(name, start=before.start, confidence=MENDED)
    return found


def _with_title_called_names(text: str, runs: Sequence[Run]) -> list[Run]:
    """The last names as the title or as its beginning, if they have no initials as others have.

    Marsh D, et al. Voter turnout. — Marsh D. Peat fires, wet summers and language.
    """
    title = longest_run(runs, "title")
    names = [run for run in runs_as("author", runs) if title is None or run.start < title.start]
    called = _called_names(text, names)
    if not called or not _leads_to(text, called[-1], title):
        return list(runs)
    begun = Run("title", called[0].start, title.end if title else called[-1].end, MENDED)
    return in_order([*(run for run in runs if not begun.start <= run.start < begun.end), begun])


def _with_word_behind_name(text: str, runs: Sequence[Run]) -> list[Run]:
    """The runs, the title with its first word, which was taken for the end of the last name."""
    title = longest_run(runs, "title")
    names = [run for run in runs_as("author", runs) if title and run.end <= title.start]
    found = WORD_BEHIND_NAME.fullmatch(names[-1].within(text)) if names else None
    if not (title and found and AMID_A_WORD.fullmatch(text[names[-1].end : title.start])):
        return list(runs)
    split = names[-1].start + found.start("word")
    name, whole = replace(names[-1], end=split), replace(title, start=split, confidence=MENDED)
    others = [run for run in runs if not names[-1].start <= run.start < title.end]
    return in_order([*others, name, whole])


def _called_names(text: str, names: Sequence[Run]) -> list[Run]:
    """The last of the names that have no initials, behind a stop, a year or et al.; no groups."""
    initialled = [_has_initials(name.within(text)) for name in names]
    first = initialled.index(False) if False in initialled else 0
    last = list(names[first:])
    if not first or any(initialled[first:]) or GROUP_WORDS.search(last[-1].within(text)):
        return []
    gap = text[names[first - 1].end - 1 : last[0].start]
    return last if BEFORE_A_TITLE.search(gap) else []


def _leads_to(text: str, name: Run, title: Run | None) -> bool:
    return title is None or bool(AMID_A_TITLE.fullmatch(text[name.end : title.start]))


def _has_initials(name: str) -> bool:
    return any(is_initials(word) for word in re.split(r"[\s,]+", name) if word)


def _year_apart(text: str, title: Run, runs: Sequence[Run]) -> list[Run]:
    """2009 Balcony gardens: the year's stop was lost, and no other year is given."""
    found = YEAR_BEFORE_TITLE.match(title.within(text))
    if found is None or longest_run(runs, "year"):
        return []
    year = Run("year", title.start, title.start + found.end("year"), title.confidence)
    return [year, replace(title, start=title.start + found.end())]


def _name_apart(text: str, title: Run, runs: Sequence[Run]) -> list[Run]:
    found = NAME_BEFORE_TITLE.match(title.within(text))
    if found is None or longest_run(runs, "author"):
        return []
    name = Run("author", title.start, title.start + found.end("name"), MENDED)
    return [name, replace(title, start=title.start + found.end(), confidence=MENDED)]


def _journal_apart(text: str, title: Run, runs: Sequence[Run]) -> list[Run]:
    found = JOURNAL_AFTER_TITLE.search(title.within(text)[-120:])
    if found is None or longest_run(runs, "journal"):
        return []
    start = title.end - len(found["journal"])
    end = start - 1 if found["mark"] in "?!" else start - 2
    return [
        replace(title, end=end, confidence=MENDED),
        Run("journal", start, title.end, MENDED),
    ]
