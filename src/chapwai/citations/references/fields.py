"""The words of a field as the reference has them, without what engines and styles add."""

import re

from chapwai.citations.references.runs import Run
from chapwai.citations.wording import one_line, repaired, repaired_journal

# A line break within a word leaves its hyphen and a space behind.
BROKEN_WORD = re.compile(r"(?<=[a-z]{2})- (?=[a-z]{2})(?!and\b|or\b|to\b)")
# UIcers, AIcohol, IIl: a capital I behind the first letter of a word is an l.
CAPITAL_FOR_L = re.compile(r"(?<=\b[A-Z])I(?=[a-z]{3})|(?<=\bI)I(?=l\b)")
# phase lI and type Il are numerals; lt, ln, ls and lf are no words.
NUMERAL = re.compile(
    r"\bl[lI]?I\b|(?<=\b(?:phase|stage|grade|class|level)\s)[Il]{2,3}\b|\bl(?=[tnsf]\b)"
)
# Italics lean so far that engines take letters for signs: ∫ Sleep, North /sles, High/ Surg, Reν.
LEANING_J = re.compile(r"\s?[∫」]\s?|(?<=\b(?:Int|Eur))/\s?")
LEANING_I = re.compile(r"(?<=\s)/(?=[a-z]{2})")
LEANING_L = re.compile(r"(?<=[A-Za-z])/(?=[a-z]{2}|\s)")
GREEK_FOR_LATIN = re.compile(r"(?<=[A-Za-z])ν|ν(?=[a-z])")


def title_in(text: str, run: Run) -> str | None:
    """The title without the sentence's own stop; question marks stay."""
    title = BROKEN_WORD.sub("", run.within(text))
    title = NUMERAL.sub(lambda numeral: "I" * len(numeral.group()), title)
    return _tidy(repaired(CAPITAL_FOR_L.sub("l", title)))


def journal_in(text: str, run: Run) -> str | None:
    """The journal's name, its words apart."""
    name = BROKEN_WORD.sub("", run.within(text))
    name = LEANING_L.sub("l", LEANING_I.sub("I", LEANING_J.sub(" J ", name)))
    name = GREEK_FOR_LATIN.sub("v", name)
    return _tidy(repaired_journal(re.sub(r"(?<=[A-Za-z]\.)(?=[A-Z][a-z])", " ", name)))


def _tidy(text: str) -> str | None:
    tidied = one_line(text).strip(' .,;:-"')
    return _without_lone_quote(tidied) or None


def _without_lone_quote(text: str) -> str:
    """'use of 'tools' in towns' keeps its quotes; one that opens or closes nothing goes."""
    return text.strip("'").strip(" .,;:") if text.count("'") % 2 else text
