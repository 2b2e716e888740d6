"""What a reading results in: the described article, and how sure we are of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from enum import StrEnum
from types import MappingProxyType
from typing import Any

from chapwai.citations.lines import Line
from chapwai.citations.record import Record

JSON_FIELDS = (
    "title",
    "authors",
    "journal",
    "issn",
    "year",
    "volume",
    "issue",
    "pages",
    "doi",
    "pmid",
    "confidence",
)


@dataclass(frozen=True, kw_only=True)
class Citation:
    """One article as far as it could be read; what is unknown is None, never guessed.

    `year` is four digits of the Common Era, `doi` bare and in lower case, `pmid` digits, `authors`
    in page order. `doubtful` names the fields that somebody should look at: those given but read
    badly, and those seen but too unsure to give. `origins` says where each field came from:
    "screen", "text", "qr", or the origin of the record that gave it. `candidates` are records that
    may be the article but were not accepted, best first. `is_marked` says that the picture points
    at this item: circled, selected, highlighted. `legibility`, 0 to 1, is the engine's own estimate
    of how well it read the item's lines, whatever was made of them.
    """

    title: str | None = None
    authors: tuple[str, ...] = ()
    journal: str | None = None
    year: str | None = None
    volume: str | None = None
    issue: str | None = None
    pages: str | None = None
    doi: str | None = None
    pmid: str | None = None
    pmcid: str | None = None
    issn: str | None = None
    confidence: float = 0.0
    doubtful: frozenset[str] = frozenset()
    origins: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    candidates: tuple[Record, ...] = ()
    is_marked: bool = False
    legibility: float = 1.0

    @classmethod
    def of(cls, record: Record) -> "Citation":
        """The article that a record describes, without any doubt: somebody chose it."""
        shared = [one.name for one in fields(Record) if one.name in cls.__dataclass_fields__]
        told = {name: value for name in shared if (value := getattr(record, name))}
        origins = MappingProxyType(dict.fromkeys(told, record.origin))
        return cls(**told, issn=next(iter(record.issns), None), confidence=1.0, origins=origins)

    @property
    def is_identified(self) -> bool:
        """Whether a DOI or a PMID says which article it is."""
        return bool(self.doi or self.pmid)

    def to_json(self) -> dict[str, Any]:
        """The item as `chapwai read --json` prints it."""
        values = {name: getattr(self, name) for name in JSON_FIELDS}
        return values | {"authors": list(self.authors), "confidence": round(self.confidence, 3)}


class Verdict(StrEnum):
    """How far a reading can be trusted, as one word."""

    SURE = "sure"  # an identifier read exactly, and nothing doubtful
    UNSURE = "unsure"  # one or more fields are doubtful, or nothing identifies the article
    SEVERAL = "several"  # more than one article: somebody has to choose
    UNREADABLE = "unreadable"  # no text, or too poor to make anything of
    NOT_A_CITATION = "not_a_citation"  # readable, and about something else


@dataclass(frozen=True, kw_only=True)
class Reading:
    """Everything one photo or one text gave; citations in reading order.

    `picture` is the photo as it may be kept: a JPEG of clean pixels, upright; empty for a text.
    """

    verdict: Verdict
    citations: tuple[Citation, ...] = ()
    lines: tuple[Line, ...] = ()
    engine: str = ""
    seconds: float = 0.0
    picture: bytes = b""


class PictureRefused(Exception):
    """The picture is not opened.

    `reason` is "type", "too_big", "too_many_pixels", "locked" (a PDF) or "broken".
    """

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason
