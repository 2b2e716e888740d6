"""The journal's name on the page of an article, wherever the publisher puts it."""

import itertools
import re
from collections.abc import Sequence

from chapwai.citations.layouts.headline import KIND
from chapwai.citations.layouts.imprint import Imprint, ends_title, run_from
from chapwai.citations.lines import Line, text_of, usual_size
from chapwai.citations.source_line import MONTH, YEAR
from chapwai.citations.wording import JOURNAL_WORD, letters_of, one_line, plain, repaired_journal

# What menus, buttons, labels and headings say, and names of journals do not.
NAVIGATION = re.compile(
    r"(?i)\b(home|current|about|browse|contents|publish with|submit\w*|login|log in|sign in|"
    r"register|search|issues?|alerts?|menu|subscri\w+|view pdf|pdf|purchase|cart|skip to|"
    r"article\w*|volume|metrics|impact factor|(?:open|full|free|restricted) access|original|"
    r"research article|published|publish|received|authors?|affiliations|doi|https?|department|"
    r"university|hospital|keywords|access|accesses|abstract|introduction|methods|results|"
    r"discussion|references|advertisement|sec\.|recommended|citing|views?|highlights|outline|"
    r"figures|conclusions?|citations?|share|download|sections|editor|peer.?reviewed|"
    r"review article|case report|explore|information|topics)\b"
)
SITES = re.compile(
    r"(?i)^\W*(science\s?direct|springer(?: nature)?(?:\s?link)?|wiley(?: online library)?|"
    r"oxford academic|taylor (?:&|and) francis(?: online)?|sage(?: journals)?|pubmed(?: central)?|"
    r"pmc|ncbi|mdpi|frontiers|cambridge core|jstor|ieee xplore|acs publications|karger|thieme|"
    r"ovid|lww|lippincott|emerald insight|proquest|ebsco\w*|google scholar|biomed central|"
    r"elsevier|clinicalkey|thaijo|hindawi|dove(?: medical )?press|nature portfolio|plos|"
    r"national library of medicine)\W*"
)
END_OF_PATH = re.compile(
    r"(?i)^\W*(article\w*|list of issues|vol(?:ume|\.).*|archives?|current|past issues|issues?.*|"
    r"fulltext|full text|abstract)\W*$"
)
START_OF_PATH = re.compile(
    r"(?i)^\W*(home|journals?|all journals|browse|journals a-z|content|search)\W*$"
)
BEFORE_JOURNAL = re.compile(
    r"(?i)^.{0,80}?\bet al\.?[,:;]?\s|^\W*(?:(?:please )?cite (?:this )?(?:article )?"
    r"(?:as|in press as)|to cite|how to cite|published in(?: final edited form as)?|citation|"
    r"cite as|source|journal|in)\s?:\s?"
)
# Austral / Nurs: the J between two abbreviated words.
SLASH_FOR_J = re.compile(rf"(?<=[a-z])\s?/\s(?=(?!Health|Care){JOURNAL_WORD}\b)")
BANNER_STANDS_OUT = 1.1
# From one line of a banner to the next, in sizes of type, and how alike they are.
CLOSE, SAME_SIZE = 1.6, 0.85
MOST_WORDS = 10
LINES_ABOVE = 3
# On the picture of a cover a name stands in several lines.
LINES_OF_A_COVER = 5


def journal_of(
    lines: Sequence[Line], *, title: Sequence[Line], authors: Sequence[Line], imprint: Imprint
) -> tuple[str | None, Line | None, bool]:
    """The journal, the line that says it, and whether nothing but its place speaks for it."""
    others = [line for line in lines if line not in title and line not in authors]
    if named := _before_numbers(imprint, title):
        return named, imprint.lines[0], False
    for find in (_before_date, _above_numbers, _in_path, _over_figures):
        name, line = find(others, imprint)
        if name:
            return name, line, False
    name, line = _banner(others, title)
    return name, line, bool(name)


def tidy_journal(text: str) -> str | None:
    """The name alone, None if nothing that could be one is left."""
    text = SLASH_FOR_J.sub(" J ", BEFORE_JOURNAL.sub("", text))
    text = re.sub(r"(?i)[\s,]+vol(?:ume)?\.?\W*$", "", text)
    text = re.sub(rf"(?i)[\s(,]*(?:\d{{1,2}}\s)?(?:{MONTH}\.?)?\s?(?:{YEAR})?\s?\)?\W*$", "", text)
    journal = re.split(r"\s[/>|]\s|\s\|", text)[-1].strip(" ,.;:|-•·>()/[]\"'")
    could_be = sum(map(str.isalpha, journal)) >= 2 and len(journal.split()) <= MOST_WORDS
    return repaired_journal(journal) if could_be else None


def _before_numbers(imprint: Imprint, title: Sequence[Line]) -> str | None:
    """What stands before the numbers; in a whole reference, what stands behind the title."""
    before = imprint.before
    if end := ends_title(before, title):
        before = before[end:].lstrip(" .?!\"'")
    elif "." in before:
        before = re.split(r"(?<=[a-z]{4})[.?!]\s", before.rstrip(" ."))[-1]
    name = tidy_journal(before)
    return name if name and not NAVIGATION.fullmatch(name) else None


def _above_numbers(lines: Sequence[Line], imprint: Imprint) -> tuple[str | None, Line | None]:
    """The nearest line over the numbers that could be a journal's name."""
    for numbers in imprint.lines:
        if near := _names_above(numbers, lines):
            return tidy_journal(plain(near[-1].text)), near[-1]
    return None, None


def _names_above(first: Line, lines: Sequence[Line]) -> list[Line]:
    above = [
        line
        for line in lines
        if 0 < first.box.middle - line.box.middle < 5 * max(first.size, line.size)
        and line.box.right > first.box.left - 2 * first.size
        and line.box.left < first.box.right + 30 * first.size
    ]
    return [line for line in above[-LINES_ABOVE:] if _could_be_journal(line)]


def _in_path(lines: Sequence[Line], imprint: Imprint) -> tuple[str | None, Line | None]:
    """Home > Journal > Article; Home / All Journals / Subject / Journal / List of Issues"""
    for line in lines:
        path = text_of(other for other in run_from(line, lines, 2) if _is_of_path(other, line))
        steps = re.split(r"\s?[>›»]\s?|\s/\s", plain(path))
        ends = [n for n, step in enumerate(steps) if n and END_OF_PATH.match(step)]
        if len(steps) >= 3 and ends and not START_OF_PATH.match(steps[ends[0] - 1]):
            return tidy_journal(steps[ends[0] - 1]), line
    return None, None


def _is_of_path(other: Line, line: Line) -> bool:
    """A narrow page breaks the path before its last step."""
    return other is line or bool(re.match(r"\s?[>›»]", other.text))


def _over_figures(lines: Sequence[Line], imprint: Imprint) -> tuple[str | None, Line | None]:
    """The line over the journal's impact factor or its ISSN."""
    for line, following in itertools.pairwise(lines):
        says_figures = re.match(r"(?i)\W*(?:impact factor|issn|e-?issn)\b", plain(following.text))
        if says_figures and _could_be_journal(line):
            return tidy_journal(plain(line.text)), line
    return None, None


def _before_date(lines: Sequence[Line], imprint: Imprint) -> tuple[str | None, Line | None]:
    """Fict Psychol, 23 December 2004"""
    dated = re.compile(rf"(?i)^(?P<journal>[^\d]{{3,60}}),\s?\d{{1,2}}\s?{MONTH}\.?\s?{YEAR}$")
    for line in lines:
        found = dated.match(one_line(plain(line.text)))
        if found and not NAVIGATION.search(found["journal"]):
            return tidy_journal(found["journal"]), line
    return None, None


def _banner(lines: Sequence[Line], title: Sequence[Line]) -> tuple[str | None, Line | None]:
    """The largest line above the title that could be a name, or one that the page repeats."""
    right = max(line.box.right for line in title)
    above = [
        line for line in lines if line.box.middle < title[0].box.middle and line.box.left < right
    ]
    names = [(line, _banner_name(line)) for line in above]
    could_be = [(line, name) for line, name in names if name]
    repeated = [(line, name) for line, name in could_be if _is_repeated(name, line, lines)]
    large = [
        (line, name)
        for line, name in could_be
        if line.box.height >= BANNER_STANDS_OUT * usual_size(lines)
    ]
    # The site's own name stands higher up than the journal's.
    found = (repeated or large)[-1:]
    return (_on_two_lines(*found[0], above), found[0][0]) if found else (None, None)


def _on_two_lines(line: Line, name: str, above: Sequence[Line]) -> str | None:
    """The name with its end on a second line of the same type."""
    over, under = (_banner_beside(line, above, step=step) for step in (-1, 1))
    whole = " ".join([*([over] if over else []), name, *([under] if under else [])])
    return tidy_journal(whole)


def _banner_beside(line: Line, above: Sequence[Line], *, step: int) -> str:
    """What the nearest line over (-1) or under (1) a banner says, if the two are one name."""
    for other in above:
        apart = step * (other.box.middle - line.box.middle)
        is_next = 0.7 * line.size < apart < CLOSE * line.size
        begins = abs(other.box.left - line.box.left) < line.size
        if is_next and begins and _are_of_one_type(line, other):
            text = plain(other.text)
            return text if _is_name(text) and not NAVIGATION.search(text) else ""
    return ""


def _are_of_one_type(line: Line, other: Line) -> bool:
    sizes = sorted((line.size, other.size))
    return sizes[0] >= SAME_SIZE * sizes[1]


def _banner_name(line: Line) -> str:
    """Without the site's own name and the menu beside it."""
    text = SITES.sub("", plain(line.text)) if "|" in line.text else plain(line.text)
    text = NAVIGATION.split(text.strip(" |"))[0].strip()
    is_label = KIND.match(text) or SITES.fullmatch(text)
    return text if text and _is_name(text) and not is_label else ""


def _is_repeated(name: str, line: Line, lines: Sequence[Line]) -> bool:
    wanted = letters_of(name)
    others = [other for other in lines if other is not line and not SITES.match(other.text)]
    runs = (run_from(other, others, LINES_OF_A_COVER) for other in others)
    return any(wanted in letters_of(" ".join(part.text for part in run)) for run in runs)


def _could_be_journal(line: Line) -> bool:
    text = plain(line.text)
    is_label = NAVIGATION.search(text) or KIND.match(text)
    return _is_name(text) and not is_label and not SITES.fullmatch(text)


def _is_name(text: str) -> bool:
    """Every word of some length begins with a capital, and none is a date or a number."""
    words = re.findall(r"[^\W\d_]+", text)
    small = [word for word in words if word[0].islower() and len(word) > 3]
    figures = re.search(r"\d", text)
    return 0 < len(words) <= MOST_WORDS and not small and not figures and len(text) >= 3
