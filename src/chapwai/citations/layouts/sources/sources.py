"""What a list's item says of where the article stands: its journal and its numbers.

Catalogues and search engines write it in orders of their own, beside those that references and
publishers use. Some put the authors before it.
"""

import functools
import re
from dataclasses import dataclass

from chapwai.citations.journals.own_abbreviation import without_own_abbreviation
from chapwai.citations.layouts.parts.card_words import is_kind
from chapwai.citations.layouts.parts.listed_names import are_clear_names, are_names
from chapwai.citations.layouts.sources.early import year_of_early
from chapwai.citations.layouts.sources.pieces import fullest_source_in
from chapwai.citations.possible_pages import possible_pages
from chapwai.citations.source_line import expanded_pages, only_year
from chapwai.citations.source_patterns import A_FIGURE, MONTH, YEAR
from chapwai.citations.wording import common_era, one_line, plain, repaired_journal

PAGES_ALONE = re.compile(
    r"^\W*(?:Pages?|pp?\.|หน้า|Article(?:\s*(?:No\.?|number|ID))?)\s*:?\s*(?P<pages>e?\d[\w.]{0,12}"
    r"(?:\s*-\s*[A-Za-z]?\d{1,6})?)(?=\s*(?:$|[|,;·•]|https?|doi))",
    re.IGNORECASE,
)
RANGE_ALONE = re.compile(r"(?P<pages>[A-Z]?\d{1,5}\s?-\s?[A-Z]?\d{1,5})")
# First published March 12, 2019 | Pages: 4-9
DATED_LABEL = re.compile(
    rf"(?i)^[\w\s:|•·]{{0,60}}?(?:{MONTH}\s\d{{1,2}},\s|\d{{1,2}}\s{MONTH}\s|{MONTH}\s)?{YEAR}\s?[|•·]\s"
)
# In Journal Name (2019): hits that show no more.
IN_JOURNAL = re.compile(
    rf"^(?P<names>.{{3,300}}?)\sin\s(?P<journal>[A-Z].{{2,120}}?)\s*\((?P<year>{YEAR})\)"
)
# In Journal Name  Article 12 March 2019
IN_JOURNAL_OF_KIND = re.compile(
    r"^(?P<names>.{3,300}?)\sin\s(?P<journal>[A-Z].{2,120}?)\s(?:Original|Research|Review|Article)\b"
    rf"[\w\s]{{0,60}}?\s(?P<year>{YEAR})\b"
)
# Journal. 2019 Mar 12. Online ahead of print: without a volume yet.
AHEAD = re.compile(
    rf"^(?P<journal>[^\W\d_][^.;]{{2,100}})\.\s*(?P<year>{YEAR})\b(?:\s*{MONTH}\b[\s\d-]{{0,8}})?[.;:]",
    re.IGNORECASE,
)
DATES_AROUND = re.compile(
    rf"(?i)^\W*(?:\d{{1,2}}\s)?(?:{MONTH}(?:\s*[-/]\s*{MONTH})?\s*\d{{0,2}}\W{{0,2}}\s*)?{YEAR}\W+(?:[lLI]\s)?(?=\w)"
    rf"|[\s,.(;|]{{0,6}}(?:\d{{1,2}}[\s/]|Year\s?:?\s?)?(?:{MONTH}\.?\s*(?:\d{{1,2}},?\s*)?)?{YEAR}(?:-\d{{2}}){{0,2}}"
    rf"(?:\s*{MONTH}\.?)?(?:\s*\d{{1,2}})?[\s),.;:|-]{{0,6}}$|[\s,.(;|]{{0,6}}\d{{1,2}}/{YEAR}\W{{0,6}}$"
    rf"|[,.;]\s?{MONTH}\.?\s?$"
)
LEAD = re.compile(
    r"(?i)^\W*(?:(?:published in|source|in|journal|publication)\s*:\s*|"
    rf"(?:journal\s)?article\W+(?={YEAR}))"
)
A_NUMBER = re.compile(
    rf"\b{YEAR}\b|\d\s*[(:]\s*\d|(?i:\bvol|\bpp?\.|\bpages?\b|\barticle\b|ปีที่|หน้า)"
)
BAR = re.compile(r"\s\|\s|\s?[•·]\s?")
# Imaginary Care - Article
KIND_BEHIND = re.compile(
    r"(?i)\s[-|·•]\s(?:article|review|preprint|chapter|letter|editorial)$|\s(?-i:Article)$"
)
BEGINS_NUMBERS = re.compile(
    rf"(?i)^\W*(?:(?:article|review|research|original)\W+)?(?:vol(?:ume)?\b|issue\b|no\.|pp?\.|pages?\b|"
    rf"(?:\d{{1,2}}\s)?{MONTH}\b|{YEAR}\b)"
)
NUMBER_WORD = re.compile(r"(?i)(?:issue|iss|volume|vol|no|number|article|pages?|pp?)\.?")
MOST_JOURNAL_WORDS = 16
# Authors, and behind a full stop the journal.
NAMES_BEFORE = re.compile(
    r"^(?P<names>.{3,400})\.(?:\s|(?<=[a-z]{3}\.)(?=e?[A-Z][a-z]{2}))"
    r"(?P<journal>[^.;]{3,160})(?:;[^.;]{0,60})?$"  # ; and its city
)
# Imaginary Care; Hilltop Vol. 12, Iss. 3: one catalogue names the city behind the journal.
CITY_BEHIND = re.compile(r"^(?P<journal>[^;]{3,120});\s?[A-Z][^;.\d]{2,40}$")


@dataclass(frozen=True, kw_only=True)
class Place:
    """Where an article stands, as far as a text says it."""

    names: str = ""
    journal: str | None = None
    year: str | None = None
    volume: str | None = None
    issue: str | None = None
    pages: str | None = None
    issn: str | None = None

    @property
    def is_telling(self) -> bool:
        """Whether it can be nothing but the place of an article."""
        return bool(self.volume and (self.pages or self.issue or self.year))


@functools.lru_cache(maxsize=2048)
def place_of(text: str) -> Place | None:
    """The journal and the numbers that a text holds, None if it is about something else."""
    text = one_line(plain(text))
    if not A_FIGURE.search(text):
        return None
    text = _with_plain_words(text)
    if alone := _pages_alone(text):
        return alone
    if year := year_of_early(text):
        return Place(year=year)
    return (_numbered(text) or _unnumbered(text)) if A_NUMBER.search(text) else None


@functools.lru_cache(maxsize=2048)
def dated_journal(text: str) -> Place | None:
    """A journal with nothing but a date, or that alone: only beside the authors a source."""
    text = one_line(plain(text))
    year = only_year(text)
    if year is None or not _is_little(text):
        return None
    journal = journal_alone(text)
    return None if journal and re.search(r"\d", journal) else Place(journal=journal, year=year)


def _is_little(text: str) -> bool:
    """Whether there is a journal beside the date, or nothing but labels."""
    others = DATES_AROUND.sub("", text)
    return journal_alone(text) is not None or is_kind(others) or not re.search(r"\w", others)


@functools.lru_cache(maxsize=2048)
def could_begin_journal(text: str) -> bool:
    """Whether a text may be the first line of a long journal's name."""
    bare = DATES_AROUND.sub("", LEAD.sub("", one_line(plain(text)))).strip(" |,")
    words = bare.split()
    is_lead = 0 < len(words) <= MOST_JOURNAL_WORDS and bare[:1].isupper()
    return is_lead and not re.search(r"[;?\d]|\.\s", bare)


@functools.lru_cache(maxsize=2048)
def starts_with_numbers(text: str) -> bool:
    """Whether a text goes on behind a journal's name: with a volume, a date, pages."""
    return bool(BEGINS_NUMBERS.match(one_line(plain(text))))


def _with_plain_words(text: str) -> str:
    """Volume: 12, P: 4-9 and Issue: Number 3 as the others write them, and a misread Suppl."""
    text = re.sub(r"\bSupp[i1I|](?=\s\d)", "Suppl", text)
    text = re.sub(r"(?i)\b(vol(?:ume)?|issue|no)\s?:\s?(?:number\s)?(?=\d)", r"\1 ", text)
    return re.sub(r"\bP\s?:\s?(?=\d)", "p. ", text)


def _pages_alone(text: str) -> Place | None:
    """Pages with nothing but a date, or a label, before them."""
    found = PAGES_ALONE.match(DATED_LABEL.sub("", text)) or RANGE_ALONE.fullmatch(text)
    if found is None or re.fullmatch(rf"{YEAR}(?:\s*-\s*{YEAR})?", found["pages"]):
        return None
    pages = possible_pages(expanded_pages(found["pages"]))
    return Place(pages=pages) if pages else None


def _numbered(text: str) -> Place | None:
    source = fullest_source_in(text)
    if source is None or not (source.pages or source.is_telling or source.issue):
        return None
    head = _without_city(text[: source.start], text[source.start :])
    names, journal = _names_and_journal(head)
    if journal is None and any(map(str.isalpha, DATES_AROUND.sub("", LEAD.sub("", head)))):
        return None
    return Place(
        names=names,
        journal=journal,
        year=source.year or only_year(text),
        volume=_without_misread(source.volume),
        issue=source.issue,
        pages=possible_pages(source.pages),
    )


def _without_city(head: str, numbers: str) -> str:
    """A journal without its city before Vol. 12, unless it is a name before the journal."""
    found = CITY_BEHIND.match(head.strip()) if numbers[:3].lower() == "vol" else None
    return found["journal"] if found and not are_clear_names(found["journal"]) else head


def _without_misread(volume: str | None) -> str | None:
    """None for a volume that begins with a small letter: engines see one in a figure."""
    return None if volume and volume[0].islower() else volume


def _names_and_journal(head: str) -> tuple[str, str | None]:
    """What stands before the numbers: the journal, and the authors before that perhaps."""
    both = NAMES_BEFORE.match(DATES_AROUND.sub("", head).strip(" ,.;"))
    if both and are_names(both["names"]):
        return both["names"], journal_alone(both["journal"])
    return "", journal_alone(head)


def _unnumbered(text: str) -> Place | None:
    dated = IN_JOURNAL.match(text) or IN_JOURNAL_OF_KIND.match(text) or AHEAD.match(text)
    journal = journal_alone(dated["journal"]) if dated else None
    if dated is None or journal is None:
        return None
    names = dated.groupdict().get("names") or ""
    return Place(names=names, journal=journal, year=common_era(dated["year"]))


@functools.lru_cache(maxsize=2048)
def journal_alone(text: str) -> str | None:
    """A name without the dates and labels around it; a sentence, or a list of names, is none."""
    name = DATES_AROUND.sub("", LEAD.sub("", one_line(_named_part(text))))
    name = re.sub(rf",\s?{YEAR}\b.*$", "", DATES_AROUND.sub("", name))  # and numbers misread
    name = without_own_abbreviation(KIND_BEHIND.sub("", name).strip(" ,.;:|-•·>()/[]"))
    is_name = (
        sum(map(str.isalpha, name)) >= 2
        and not (NUMBER_WORD.fullmatch(name) or is_kind(name))
        and len(name.split()) <= MOST_JOURNAL_WORDS
    )
    is_sentence = re.search(r"[;?!]|(?<=[^\W\d_]{3})\.\s(?=\w)|\.\.|…", name)
    return repaired_journal(name) if is_name and not is_sentence else None


def _named_part(text: str) -> str:
    """The one part between bars that is no date and no label, if only one is neither."""
    parts = [DATES_AROUND.sub("", part).strip(" ,:") for part in BAR.split(text)]
    named = [part for part in parts if re.search(r"[^\W\d_]{2}", part) and not _is_label(part)]
    return named[0] if len(named) == 1 else text


def _is_label(part: str) -> bool:
    return is_kind(part) or bool(NUMBER_WORD.fullmatch(part) or re.fullmatch(MONTH, part))
