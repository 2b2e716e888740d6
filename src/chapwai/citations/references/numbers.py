"""Year, volume, issue and pages of a reference: by patterns where one fits, or by the model."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from chapwai.citations.possible_pages import LONGEST_ARTICLE
from chapwai.citations.references.runs import Run, runs_as
from chapwai.citations.source_line import Source, expanded_pages, only_year, source_in
from chapwai.citations.source_patterns import MONTH, YEAR
from chapwai.citations.wording import common_era

NUMBER_PARTS = ("year", "volume", "issue", "pages")
# 2O19 and 4l2: letters that engines see in place of figures, amid figures.
# A small letter may begin an article's number: l4774.
MISREAD_NUMBER = re.compile(
    r"(?<![^\W_])(?=[\dOolI|]{0,7}\d[OolI|]{0,7}\d)[\dOI|][\dOolI|]{2,7}(?![^\W_])"
)
FIGURES = str.maketrans("OolI|", "00111")
# Notes about the copy, amid the numbers of the article.
NOTE = re.compile(
    r"\[[^\[\]]{0,12}(?:internet|cited|accessed|updated|viewed|เข้าถึง)[^\[\]]{0,60}\]", re.IGNORECASE
)
PAGE = re.compile(
    r"(?P<before>[A-Za-z]{0,6}\.?)(?P<number>\d{1,12})(?P<after>(?:\.?[A-Za-z][\w.]*)?)"
)
# Engines see these letters in place of figures; no page has them amid its own.
AMID_FIGURES = re.compile(r"\d[SOIBZ]\d")
ARTICLE_NUMBER = re.compile(
    r"\b(?i:article)\s(?:(?i:no|number|id)\b\.?:?\s?)?(?P<number>[a-z]{0,2}\d{1,10})(?=[.,;]?(?:\s|$))"
)
# Supp/ is italics, misread.
SUPPLEMENT = re.compile(r"(?:Suppl|Pt|Spec(?:ial)?)\.?\s?$")
MISREAD_SUPPLEMENT = re.compile(r"\bSupp[/|I1](?=[\s\d)])")
# (July / August 2019)
BRACKETED = re.compile(rf"\((?:{MONTH}[\s/.,-]{{1,4}}){{1,2}}{YEAR}\)")
# So many signs volume and issue take at most.
LONGEST_PLACE = 20
FURTHER_PAGES = re.compile(r"\s?,\s?(?P<first>\d{1,6})-\d{1,6}(?!\d)")
# So sure the model must be of a number to give it, and to give it against a pattern.
SURE_ENOUGH = 0.5
SURE_AGAINST_A_PATTERN = 0.9


@dataclass(frozen=True, kw_only=True)
class Numbers:
    """The place of an article; what is unknown is None."""

    year: str | None = None
    volume: str | None = None
    issue: str | None = None
    pages: str | None = None


def numbers_in(text: str, runs: Sequence[Run]) -> Numbers:
    """The numbers of the reference.

    A number that the model is unsure of, or that a pattern contradicts, is given only if the other
    of the two bears it out: none is better than a wrong one.
    """
    legible = _legible(text)
    source = source_in(_without_title(legible, runs))
    seen = _with_volume(legible, [run for run in runs if run.part in NUMBER_PARTS])
    values = {part: _given(legible, seen, source, part) for part in NUMBER_PARTS}
    values["year"] = values["year"] or _year_in_brackets(legible, runs)
    if values["volume"] and not values["pages"]:
        values["pages"] = _article_number(_without_title(legible, runs))
    return Numbers(**values)


def _year_in_brackets(text: str, runs: Sequence[Run]) -> str | None:
    """The year of (July / August 2019), which the model may take for a note."""
    return only_year(" ".join(BRACKETED.findall(_without_title(text, runs))))


def _article_number(text: str) -> str | None:
    """What is called so stands in place of pages, whatever the model sees in it: Article e101."""
    numbers = {found["number"] for found in ARTICLE_NUMBER.finditer(text)}
    return numbers.pop() if len(numbers) == 1 else None


def _legible(text: str) -> str:
    """The text with its misread figures put right and notes blanked, all in place."""
    text = NOTE.sub(lambda note: " " * len(note.group()), text)
    text = MISREAD_SUPPLEMENT.sub("Suppl", text)
    return MISREAD_NUMBER.sub(lambda number: number.group().translate(FIGURES), text)


def _without_title(text: str, runs: Sequence[Run]) -> str:
    """A title may speak of volumes and pages, too; it is blanked."""
    for run in runs_as("title", runs):
        text = text[: run.start] + " " * (run.end - run.start) + text[run.end :]
    return text


def _with_volume(text: str, runs: Sequence[Run]) -> list[Run]:
    """31 (4): of two issues the one before the brackets is the volume."""
    issues = runs_as("issue", runs)
    if len(issues) < 2 or runs_as("volume", runs):
        return list(runs)
    first, second = issues[:2]
    is_volume = text[first.end : second.start].strip() == "("
    return [replace(run, part="volume") if is_volume and run is first else run for run in runs]


def _given(text: str, runs: Sequence[Run], source: Source | None, part: str) -> str | None:
    run = max(runs_as(part, runs), key=lambda run: run.confidence, default=None)
    value = READERS[part](_whole(text, run)) if run else None
    if run is None or value is None:
        return None
    patterned: str | None = getattr(source, part) if source else None
    if part == "volume" and source and _is_of_the_name(text, run, source):
        return patterned
    if patterned and patterned.replace(" ", "") == value.replace(" ", ""):
        return value
    if patterned and part == "issue" and source and run.start >= source.end:
        return patterned  # behind the article's place stands how often it was cited: (30)
    least = SURE_AGAINST_A_PATTERN if patterned else SURE_ENOUGH
    return value if run.confidence >= least else None


def _is_of_the_name(text: str, run: Run, source: Source) -> bool:
    """Journal 14, 16(2): what stands right before the volume and its issue is the journal's own."""
    behind = text[run.end : run.end + LONGEST_PLACE].replace(" ", "")
    return behind.startswith(f",{source.volume}({source.issue})")


def _whole(text: str, run: Run) -> str:
    """The number with what belongs to it: Suppl before an issue, further pages behind a comma."""
    before = SUPPLEMENT.search(text[max(0, run.start - 12) : run.start])
    after = FURTHER_PAGES.match(text, run.end)
    if run.part == "issue" and before:
        return before.group() + run.within(text)
    if run.part == "pages" and after and _is_further(run.within(text), after["first"]):
        return run.within(text) + after.group()
    return run.within(text)


def _is_further(pages: str, first: str) -> bool:
    last = re.search(r"\d{1,6}$", expanded_pages(pages.strip(" .")))
    return "-" in pages and last is not None and int(last.group()) < int(first)


def _year(text: str) -> str | None:
    year = re.search(YEAR, text)
    return common_era(year.group()) if year else None


def _volume(text: str) -> str | None:
    return _shaped(_figured(text), r"[A-Za-z]{0,2}\d{1,5}(?:-\d{1,4})?[A-Za-z]?")


def _issue(text: str) -> str | None:
    return _shaped(text, r"[\w./&+ -]{1,24}")


def _pages(text: str) -> str | None:
    """First and last page; none where one of them must have been misread."""
    text, comma, further = text.partition(",")
    pages = _shaped(_figured(text), r"[A-Za-z]{0,6}\.?\d[\w.]*(?:-[A-Za-z]{0,6}\.?\d[\w.]*)?")
    if pages is None or not _are_plausible(expanded_pages(pages)):
        return None
    return expanded_pages(pages) + comma + further.rstrip()


def _are_plausible(pages: str) -> bool:
    """Both ends of a range look alike and lie near each other: 412-419, S4-S9, 12S-18S."""
    ends = [PAGE.fullmatch(page) for page in pages.split("-")]
    first, last = ends[0], ends[-1]
    if first is None or last is None or AMID_FIGURES.search(pages):
        return False
    are_alike = first["before"] == last["before"] and bool(first["after"]) == bool(last["after"])
    return are_alike and 0 <= int(last["number"]) - int(first["number"]) <= LONGEST_ARTICLE


def _shaped(text: str, shape: str) -> str | None:
    bare = re.sub(r"\s*-\s*", "-", text.strip(" .,;:()"))
    return bare if re.fullmatch(shape, bare) else None


def _figured(text: str) -> str:
    """e10l and el01 as e101: no page and no volume has such a letter beside a figure."""
    misread = r"(?<=\d)[OolI|]|(?<=\be)[OolI|](?=\d)"
    return re.sub(misread, lambda one: one.group().translate(FIGURES), text)


READERS: dict[str, Callable[[str], str | None]] = {
    "year": _year,
    "volume": _volume,
    "issue": _issue,
    "pages": _pages,
}
