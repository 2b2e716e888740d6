"""Names, title and journal told apart where the mark between two of them says more than the model.

A stop that was not read, or a short name or title, makes two parts run into one another.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

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
JOURNAL_AFTER_TITLE = re.compile(
    r"(?P<mark>[?!.])\s(?P<journal>[A-Z][\w/&'-]{0,25}(?:\s[A-Z&][\w/&'-]{0,25}){0,8})$"
)
BEFORE_A_TITLE = re.compile(r"\.\s|\bal\b|\d{4}")


def told_apart(text: str, runs: Sequence[Run]) -> list[Run]:
    """The runs with the borders put in that were lost between names, year, title and journal."""
    runs = _with_title_called_name(text, runs)
    title = longest_run(runs, "title")
    if title is None:
        return runs
    for split in (_year_apart, _name_apart, _journal_apart):
        if parts := split(text, title, runs):
            others = [run for run in runs if run is not title]
            return in_order([*others, *parts])
    return runs


def _with_title_called_name(text: str, runs: Sequence[Run]) -> list[Run]:
    """The last name as the title or as its beginning, if it has no initials as the others have.

    Marsh D, et al. Voter turnout. — Marsh D. Peat fires, classrooms and language.
    """
    names, title = runs_as("author", runs), longest_run(runs, "title")
    if len(names) < 2 or not _is_no_name(text, names) or not _leads_to(text, names[-1], title):
        return list(runs)
    begun = replace(names[-1], part="title", confidence=MENDED)
    if title:
        begun = replace(begun, end=title.end)
    return in_order([*(run for run in runs if run not in (names[-1], title)), begun])


def _is_no_name(text: str, names: Sequence[Run]) -> bool:
    """Whether all but the last have initials, and a stop, a year or et al. stands before that."""
    *others, last = names
    gap = text[others[-1].end - 1 : last.start]
    initialled = [_has_initials(name.within(text)) for name in names]
    return all(initialled[:-1]) and not initialled[-1] and bool(BEFORE_A_TITLE.search(gap))


def _leads_to(text: str, name: Run, title: Run | None) -> bool:
    if title is None:
        return True
    return text[name.end : title.start].strip() == ","


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
