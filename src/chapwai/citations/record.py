"""An article as a bibliographic source describes it: complete where a page is cut or misread."""

from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, kw_only=True)
class Record:
    """One article of an index, a file or an online service; what it does not say is None.

    The fields have the shapes of `Citation`'s. `journal` is the full name and `abbreviation` the
    short one where both are known; `issns` are all of the journal's, print and electronic.
    `origin` says where the record is from: "index", "crossref", "pubmed" or "file".
    """

    title: str
    authors: tuple[str, ...] = ()
    journal: str | None = None
    abbreviation: str | None = None
    issns: tuple[str, ...] = ()
    year: str | None = None
    volume: str | None = None
    issue: str | None = None
    pages: str | None = None
    doi: str | None = None
    pmid: str | None = None
    pmcid: str | None = None
    origin: str = "index"

    @property
    def is_placed(self) -> bool:
        """Whether it says where in the journal the article stands; ahead of print none does."""
        return bool(self.volume or self.pages)


class CitationIndex(Protocol):
    """A store of records that can be asked for one article without a network.

    Titles are compared without case, accents, spaces and punctuation; letters may be misread.
    """

    def identified(self, *, doi: str | None, pmid: str | None, pmcid: str | None) -> list[Record]:
        """The records that bear any of these identifiers; empty without any."""

    def with_title_like(self, title: str, *, most: int) -> list[Record]:
        """The records whose titles look most alike, best first; at most so many."""

    def at_place(
        self, *, volume: str, first_page: str, year: str | None, most: int
    ) -> list[Record]:
        """Records that begin on this page of any journal's volume, for titles nobody can read."""
