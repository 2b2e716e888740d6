"""Where the model drew a border between two parts at a place where no reference has one."""

import re
from collections.abc import Sequence
from dataclasses import replace

from chapwai.citations.references.lost_borders import MENDED, told_apart
from chapwai.citations.references.misnamed_parts import named_rightly
from chapwai.citations.references.quoted_title import with_quoted_title
from chapwai.citations.references.runs import Run, in_order, longest_run, runs_as
from chapwai.citations.references.vocabulary import JOURNAL, PLACES

# Kraft W. H. | pylori in towns; with a capital only species that are named so in every journal.
GENUS = re.compile(r"[\w)]\.\s(?P<genus>[A-Z]\.)\s$")
SPECIES = re.compile(
    r"[a-z]{4,20}\s|(?:Pylori|Coli|Aureus|Difficile|Falciparum|Vivax|Tuberculosis|Pneumoniae|"
    r"Influenzae|Aeruginosa|Baumannii|Albicans|Elegans|Thaliana|Cruzi|Cerevisiae)\s"
)
LONGEST_BEFORE_GENUS = 8
# What may be seen amid a title by mistake: (n = 1,204).
MAY_INTERRUPT = ("other", "title", "pages", "volume", "issue")
LONGEST_INTERRUPTION = 12
# Words behind the mark that ends a title, all of them with capitals, are of the journal's name.
BEGUN_JOURNAL = re.compile(r"[?!.]\s+(?P<words>[A-Z][\w'-]*(?:\s[A-Z][\w'-]*){0,2})\s*$")
LOST_BEGINNING = re.compile(
    r"(?P<mark>[^\w\s]{0,5})\s+(?P<words>[A-Z][\w'/-]{0,40}(?:\s[A-Z][\w'/-]{0,40}){0,2})\s"
)
# Transactions on Noise: Research | and Practice, 76
LOST_ENDING = re.compile(
    r"\s(?:and|&|of|in|for|on)\s[A-Z][\w-]*(?:\s[A-Z][\w-]*){0,2}(?=\s?[,.;(])"
)
# … of the 10-item | Markers Scale in Fishermen. Harbour Q Cardiol. Abbreviations are shorter words.
REST_OF_TITLE = re.compile(r"(?P<rest>[^.?!]{4,230}+)(?<=[^\W\d_]{4})[.?!]\s+(?=[A-Z])")
# a letter on mpox in village health | volunteers'. Imag Care
LOST_WORDS = re.compile(r"\s(?P<words>[a-z][^.?!\d;:]{2,60}['\"]?)[.?!]['\"]?\s")
# lessons learned from Ontario, | Canada. Emerging Ethics
PLACE = re.compile(r"(?:the\s)?(?P<rest>[A-Z][^.,?!\d]{1,40})[.?!]\s+(?=[A-Z])")
LAST_WORD = re.compile(r"[^\W\d_]{1,30}$")
AMID_A_TITLE = re.compile(r"\s?(?:(?:in|of|for|and|on|with|from|among|at|the|a)\s){0,3}")
# Night Markets. Upland Reviews in Data Science: a short title runs easily into the journal,
TITLE_IN_JOURNAL = re.compile(
    r"(?P<title>[^.?!]{10,204}+(?<=[^\W\d_]{4})[?!]?)\.?\s+(?=[A-Z])(?<=[.?!]\s)"
)
# or into the names before it.
TITLE_IN_NAME = re.compile(r"[^.]{3,60}\b[A-Z]{1,3}\.\s+(?P<title>[A-Z][a-z]{3}[^.]{2,200})")


def mended(text: str, runs: Sequence[Run]) -> list[Run]:
    """The runs with their borders where the marks of the text have them."""
    runs = _with_genus(text, told_apart(text, named_rightly(text, runs)))
    if quoted := with_quoted_title(text, runs):
        return _with_whole_journal(text, quoted)
    if longest_run(runs, "title") is None:
        return _with_title_of_journal(text, runs) or _with_title_of_name(text, runs) or list(runs)
    return _with_whole_journal(text, _with_rest_of_title(text, _with_whole_title(runs)))


def _with_genus(text: str, runs: Sequence[Run]) -> list[Run]:
    """The runs, the title with the H. of its H. pylori, which looks like an initial."""
    title = longest_run(runs, "title")
    begins = max(0, title.start - LONGEST_BEFORE_GENUS) if title else 0
    if title is None or not SPECIES.match(title.within(text)):
        return list(runs)
    found = GENUS.search(text[begins : title.start])
    if found is None:
        return list(runs)
    start = begins + found.start("genus")
    others = [replace(run, end=min(run.end, start)) for run in runs if run.start < start]
    behind = [run for run in runs if run.start > title.start]
    return in_order([*others, replace(title, start=start), *behind])


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


def _with_rest_of_title(text: str, runs: Sequence[Run]) -> list[Run]:
    """The runs, the title up to its full stop where the journal was begun amid a sentence."""
    title, journal = longest_run(runs, "title"), longest_run(runs, "journal")
    if title and journal and (lost := LOST_WORDS.fullmatch(text[title.end : journal.start])):
        whole = replace(title, end=title.end + lost.end("words"), confidence=MENDED)
        kept = [run for run in runs if not title.start <= run.start < whole.end]
        return in_order([*kept, whole])
    rest = _rest_of_title(text, title, journal) if title and journal else None
    if title is None or journal is None or rest is None:
        return list(runs)
    whole = replace(title, end=journal.start + rest.end("rest"), confidence=MENDED)
    others = [run for run in runs if run not in (title, journal)]
    return in_order([*others, whole, replace(journal, start=journal.start + rest.end())])


def _rest_of_title(text: str, title: Run, journal: Run) -> re.Match[str] | None:
    """What belongs to the title of the words taken for the journal: the country, for one."""
    words = journal.within(text)
    place = PLACE.match(words) if text[title.end : journal.start].strip() == "," else None
    if place and place["rest"].lower() in PLACES:
        return place
    rest = REST_OF_TITLE.match(words) if _runs_into(text, title, journal) else None
    return None if rest is None or _ends_journal(rest["rest"]) else rest


def _ends_journal(text: str) -> bool:
    last = LAST_WORD.search(text)
    return last is not None and last.group().lower() in JOURNAL


def _runs_into(text: str, title: Run, journal: Run) -> bool:
    """Whether no mark parts the two: at most small words that journals do not begin with."""
    is_ended = title.within(text)[-1] in ".?!"
    return not is_ended and bool(AMID_A_TITLE.fullmatch(text[title.end : journal.start]))


def _with_whole_journal(text: str, runs: Sequence[Run]) -> list[Run]:
    """The runs, the journal from the mark that ends the title: … of sleep? Northern | Isles Med."""
    title, journal = longest_run(runs, "title"), longest_run(runs, "journal")
    if title is None or journal is None or journal.start < title.end:
        return list(runs)
    others = [run for run in runs if run not in (title, journal)]
    title, journal = _parted(text, title, journal)
    if lost := LOST_ENDING.match(text, journal.end):
        journal = replace(journal, end=lost.end())
    return in_order([*(run for run in others if not _overlap(run, journal)), title, journal])


def _parted(text: str, title: Run, journal: Run) -> tuple[Run, Run]:
    """Title and journal with the border at the mark between them."""
    between = text[title.end : journal.start]
    begun = BEGUN_JOURNAL.search(title.within(text)) if not between.strip() else None
    lost = LOST_BEGINNING.fullmatch(between)
    if begun:
        split = title.start + begun.start("words")
        return replace(title, end=split), replace(journal, start=split)
    if lost and (lost["mark"] or title.within(text)[-1] in ".?!"):
        return title, replace(journal, start=title.end + lost.start("words"))
    return title, journal


def _overlap(one: Run, other: Run) -> bool:
    return one.start < other.end and other.start < one.end
