"""From tagged tokens to the fields of an article, in the words of the text."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from chapwai.citations.references.tagger import Tagged
from chapwai.citations.wording import one_line, repaired, repaired_journal

NAME_PARTS = ("first", "author")
# What may be seen amid a title by mistake.
MAY_INTERRUPT = ("other", "title", "pages", "volume", "issue")
LONGEST_INTERRUPTION = 12
# Words behind the mark that ends a title, all of them with capitals, are of the journal's name.
BEGUN_JOURNAL = re.compile(r"[?!.]\s+(?P<words>[A-Z][\w'-]*(?:\s[A-Z][\w'-]*){0,2})\s*$")
# Fernhill, A. B. — initials, whatever stands between them.
INITIALS = re.compile(r"[^\W\d_]{1,4}(?:[\s.-]{0,3}[^\W\d_]{1,2}(?![^\W\d_])){0,5}\.?")
INITIALS_ALONE = re.compile(r"(?:[A-Z]{1,2}[.\s-]{0,2}){1,4}")
HAS_INITIALS = re.compile(r"(?<![^\W\d_])[A-Z]{1,3}(?![^\W\d_])")
HAS_SURNAME = re.compile(r"[^\W\d_]{3}")
THAI_TITLE = re.compile(
    r"^(?:(?:นพ|พญ|ทพ|ทพญ|ภก|ภญ|พว|ดร|ผศ|รศ|ศ|อ)\.\s{0,2}|นางสาว|นาย|นาง(?=[\u0e01-\u0e4e]{3})){1,4}\s?"
)
# A line break within a word leaves its hyphen and a space behind.
BROKEN_WORD = re.compile(r"(?<=[a-z]{2})- (?=[a-z]{2})(?!and\b|or\b|to\b)")


@dataclass(frozen=True, slots=True)
class Run:
    """Neighbouring tokens of one part: their place in the text, and the least sure of them."""

    part: str
    start: int
    end: int
    confidence: float

    def within(self, text: str) -> str:
        """The words of the run."""
        return text[self.start : self.end]


def runs_of(tagged: Sequence[Tagged]) -> list[Run]:
    """The parts of the text in order; each name of an author is a run `author` of its own."""
    return [_run(group) for group in _groups(tagged)]


def longest_run(runs: Sequence[Run], part: str) -> Run | None:
    """The longest run of a part, None without any."""
    return max(_all_of(runs, part), key=lambda run: run.end - run.start, default=None)


def with_whole_title(runs: Sequence[Run]) -> list[Run]:
    """The runs, those of the title put together over what numbers interrupt it: (n = 1,204)."""
    title = longest_run(runs, "title")
    if title is None:
        return list(runs)
    middle = title.start
    for piece in sorted(_all_of(runs, "title"), key=lambda run: abs(run.start - middle)):
        between = [run for run in runs if _lies_between(run, title, piece)]
        if all(_may_interrupt(run) for run in between):
            title = _spanning(title, piece)
    others = [run for run in runs if not title.start <= run.start < title.end]
    return _in_order([*others, title])


def _all_of(runs: Sequence[Run], part: str) -> list[Run]:
    return [run for run in runs if run.part == part]


def _may_interrupt(run: Run) -> bool:
    return run.part in MAY_INTERRUPT and run.end - run.start <= LONGEST_INTERRUPTION


def _lies_between(run: Run, one: Run, other: Run) -> bool:
    first, second = sorted((one, other), key=lambda run: run.start)
    return first.end <= run.start and run.end <= second.start


def _in_order(runs: Sequence[Run]) -> list[Run]:
    return sorted(runs, key=lambda run: run.start)


def _spanning(one: Run, other: Run) -> Run:
    least = min(one.confidence, other.confidence)
    return Run("title", min(one.start, other.start), max(one.end, other.end), least)


def with_whole_journal(text: str, runs: Sequence[Run]) -> list[Run]:
    """The runs, the journal from the mark that ends the title: … of sleep? Northern | Isles Med."""
    title, journal = longest_run(runs, "title"), longest_run(runs, "journal")
    if title is None or journal is None or text[title.end : journal.start].strip():
        return list(runs)
    begun = BEGUN_JOURNAL.search(title.within(text))
    if begun is None:
        return list(runs)
    split = title.start + begun.start("words")
    others = [run for run in runs if run not in (title, journal)]
    return _in_order([*others, replace(title, end=split), replace(journal, start=split)])


def title_in(text: str, run: Run) -> str | None:
    """The title without the sentence's own stop; question marks stay."""
    return _tidy(repaired(BROKEN_WORD.sub("", run.within(text))))


def journal_in(text: str, run: Run) -> str | None:
    """The journal's name, its words apart."""
    name = BROKEN_WORD.sub("", run.within(text))
    return _tidy(repaired_journal(re.sub(r"(?<=[A-Za-z]\.)(?=[A-Z][a-z])", " ", name)))


def authors_in(text: str, runs: Sequence[Run]) -> tuple[str, ...]:
    """Every author once, in order, the surname's comma and titles left out."""
    names: list[str] = []
    for name in map(_name, _printed_names(text, _first_list(runs))):
        if names and INITIALS_ALONE.fullmatch(name) and not HAS_INITIALS.search(names[-1]):
            names[-1] += f" {name}"
        elif sum(map(str.isalpha, name)) >= 2:
            names.append(name)
    return tuple(dict.fromkeys(names))


def _printed_names(text: str, runs: Sequence[Run]) -> list[str]:
    """The names as printed; where semicolons part them, nothing else does."""
    if not runs:
        return []
    pieces = text[runs[0].start : runs[-1].end].split(";")
    if len(pieces) == 1:
        pieces = [run.within(text) for run in runs]
    return [name for piece in pieces for name in _whole_names(piece)]


def _first_list(runs: Sequence[Run]) -> list[Run]:
    """The names up to the next field: editors follow the title, if there are authors before it."""
    names: list[Run] = []
    for run in runs:
        if run.part == "author":
            names.append(run)
        elif names and run.part in ("title", "journal"):
            break
    return names


def _whole_names(text: str) -> list[str]:
    """A comma behind a name that has its initials already parts two people."""
    before, _, after = text.partition(",")
    parts_people = HAS_INITIALS.search(before) and HAS_SURNAME.search(after)
    return [before, after] if parts_people else [text]


def _groups(tagged: Sequence[Tagged]) -> Iterator[list[Tagged]]:
    group: list[Tagged] = []
    for one in tagged:
        if group and not _belongs(group[-1], one):
            yield group
            group = []
        group.append(one)
    if group:
        yield group


def _belongs(before: Tagged, one: Tagged) -> bool:
    if one.part == "author":
        return before.part in NAME_PARTS
    return one.part == before.part and one.part != "first"


def _run(group: Sequence[Tagged]) -> Run:
    part = "author" if group[0].part in NAME_PARTS else group[0].part
    least = min(one.confidence for one in group)
    return Run(part, group[0].token.start, group[-1].token.end, least)


def _name(text: str) -> str:
    text = one_line(text).strip(" ,;:&").removesuffix("และคณะ").strip(" ,")
    text = THAI_TITLE.sub("", text)
    family, comma, given = (piece.strip() for piece in text.partition(","))
    if not comma or not given:
        return family
    if INITIALS.fullmatch(given) and not given[1:2].islower():
        return f"{family} {given}"
    return f"{given.replace(',', '')} {family}"


def _tidy(text: str) -> str | None:
    tidied = one_line(text).strip(' .,;:-"')
    return _without_lone_quote(tidied) or None


def _without_lone_quote(text: str) -> str:
    """'use of 'tools' in towns' keeps its quotes; one that opens or closes nothing goes."""
    return text.strip("'").strip(" .,;:") if text.count("'") % 2 else text
