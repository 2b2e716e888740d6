"""The labels of reference managers' rows, and how a line is known to begin with one."""

import functools
import re

from rapidfuzz import fuzz
from rapidfuzz.distance import Hamming

from chapwai.citations.misreading import LOOK_ALIKE

# What managers call a field, in the words of this package; those that matter not are rows all
# the same, and end the value before them.
LABELS = {
    "title": "title", "article title": "title",
    "author": "authors", "authors": "authors", "creator": "authors", "contributor": "other",
    "journal": "journal", "publication": "journal", "publication title": "journal",
    "journal name": "journal", "journal title": "journal", "source title": "journal",
    "secondary title": "journal", "periodical": "journal", "full journal": "journal",
    "journal abbr": "short", "alternate journal": "short", "journal abbreviation": "short",
    "year": "year", "date": "date", "publication year": "year", "publication date": "date",
    "year of publication": "year", "published": "date",
    "vol/issue": "volume", "volume/issue": "volume", "vol. (issue)": "volume",
    "author(s)": "authors", "article author": "authors", "article author(s)": "authors",
    "volume": "volume", "issue": "issue", "number": "issue", "issue number": "issue",
    "pages": "pages", "page": "pages", "page range": "pages", "article number": "pages",
    "source": "source", "issn linking": "issn", "issn print": "issn", "print issn": "issn",
    "digital object identifier": "doi", "unique identifier": "pmid", "version id": "other",
    "institution": "other", "author affiliations": "other", "affiliation": "other",
    "publication type": "type", "subject terms": "other", "subjects": "other",
    "country of publication": "other", "issn electronic": "other", "electronic issn": "other",
    "issn": "issn", "doi": "doi", "pmid": "pmid", "pubmed id": "pmid", "pmcid": "pmcid",
    "reference type": "type", "item type": "type", "type": "type", "document type": "type",
    "part/supplement": "part", "supplement": "part", "start page": "other", "errata": "other",
    "epub date": "other", "type of article": "other", "short title": "other", "url": "other",
    "legal note": "other", "accession number": "accession",
    "accession": "accession", "call number": "other",
    "label": "other", "keywords": "other", "author keywords": "other", "tags": "other",
    "abstract": "other", "notes": "other", "research notes": "other", "language": "other",
    "author address": "other", "file attachments": "other", "caption": "other", "added": "other",
    "translated author": "other", "translated title": "other", "name of database": "database",
    "database provider": "database", "access date": "other", "accessed": "other", "series": "other",
    "series title": "other", "series text": "other", "extra": "extra",
    "library catalog": "database", "archive": "other", "loc. in archive": "other",
    "rights": "other", "date added": "other",
    "modified": "other", "citation key": "other", "original publication": "other",
    "reprint edition": "other", "reviewed item": "other", "custom 1": "other", "status": "other",
    "publisher": "other", "place published": "other", "edition": "other", "isbn": "other",
    "catalog ids": "other", "figure": "other", "arxiv id": "other", "url:": "other",
}  # fmt: skip
# The longest first.
ALL_LABELS = tuple(sorted(LABELS, key=len, reverse=True))
WITHOUT_LOOKS = {label: label.translate(LOOK_ALIKE) for label in ALL_LABELS}
# A word of a label may be misread by a letter: this much of 100 must be right.
ALIKE = 88
FEWEST_LETTERS_MISREAD = 7
FEWEST_LETTERS_ALIKE = 5
# What a reference is, as a value that begins like a label.
TYPE = re.compile(r"(?i)^(?:journal|magazine|newspaper) article\b")
PUSHED = re.compile(r"[eES]?\d")
BEGINS_VALUE = re.compile(r"\s+(?:[^\sa-z]|[a-z]{1,2}\d|(?:van|von|de[lnr]?|d[aiu]|l[ae]|el|al)\b)")


@functools.lru_cache(maxsize=2048)
def label_of(text: str) -> str | None:
    """The label that a line begins with; alone or before a colon it may be misread by a letter."""
    if TYPE.match(text):
        return None
    lowered = text.lower()
    if lowered.startswith(ALL_LABELS):
        for label in ALL_LABELS:
            if lowered.startswith(label) and _ends_label(text[len(label) :]):
                return label
    bare = lowered.partition(":")[0].strip()
    looks = bare.translate(LOOK_ALIKE)
    alike = (x for x in _labels_about(len(bare)) if looks == WITHOUT_LOOKS[x] or _could_be(bare, x))
    return next(alike, None)


@functools.cache
def _labels_about(length: int) -> list[str]:
    """The labels that so many letters may be, however they were misread."""
    return [label for label in ALL_LABELS if _likeness(len(label), length) >= ALIKE]


def _likeness(one: int, other: int) -> float:
    """Of 100, how alike two texts so long can be at most."""
    return 200 * min(one, other) / (one + other)


def _could_be(bare: str, label: str) -> bool:
    """One letter in five may be misread, of long labels another may be lost."""
    if len(label) >= FEWEST_LETTERS_ALIKE and len(bare) == len(label):
        return Hamming.distance(bare, label) <= 1
    return len(label) >= FEWEST_LETTERS_MISREAD and fuzz.ratio(label, bare) >= ALIKE


@functools.lru_cache(maxsize=2048)
def last_label_of(text: str) -> str | None:
    """The label that a line ends with, as printed, behind words of something else."""
    if not text.lower().endswith(ALL_LABELS):
        return None
    for label in ALL_LABELS:
        printed = text[-len(label) :]
        if printed.lower() == label and printed[0].isupper() and text[: -len(label)].endswith(" "):
            return printed
    return None


def _ends_label(rest: str) -> bool:
    """A figure may be pushed against its label; a word behind it begins a value, or a sentence."""
    return not rest or rest[0] == ":" or bool(PUSHED.match(rest) or BEGINS_VALUE.match(rest))
