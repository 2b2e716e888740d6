"""The words of a field as the reference has them, without what engines and styles add."""

import re

from chapwai.citations.references.runs import Run
from chapwai.citations.wording import one_line, repaired, repaired_journal

# A line break within a word leaves its hyphen and a space behind.
BROKEN_WORD = re.compile(r"(?<=[a-z]{2})- (?=[a-z]{2})(?!and\b|or\b|to\b)")


def title_in(text: str, run: Run) -> str | None:
    """The title without the sentence's own stop; question marks stay."""
    return _tidy(repaired(BROKEN_WORD.sub("", run.within(text))))


def journal_in(text: str, run: Run) -> str | None:
    """The journal's name, its words apart."""
    name = BROKEN_WORD.sub("", run.within(text))
    return _tidy(repaired_journal(re.sub(r"(?<=[A-Za-z]\.)(?=[A-Z][a-z])", " ", name)))


def _tidy(text: str) -> str | None:
    tidied = one_line(text).strip(' .,;:-"')
    return _without_lone_quote(tidied) or None


def _without_lone_quote(text: str) -> str:
    """'use of 'tools' in towns' keeps its quotes; one that opens or closes nothing goes."""
    return text.strip("'").strip(" .,;:") if text.count("'") % 2 else text
