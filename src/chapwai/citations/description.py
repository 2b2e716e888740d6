"""What a layout's reader hands back: the fields as read, and the lines they came from."""

from dataclasses import dataclass

from chapwai.citations.lines import Line


@dataclass(frozen=True, kw_only=True)
class Description:
    """An article as one look at one page shows it.

    `dois` and `pmids` are all sightings in the article's own part of the page, repeated ones too:
    two sightings that differ are a reason to doubt. `lines` are the lines that were used, and
    `guessed` names the fields that nothing but their place on the page speaks for.
    `is_marked` says that the picture points at this item: circled, selected, highlighted.
    """

    title: str | None = None
    authors: tuple[str, ...] = ()
    journal: str | None = None
    year: str | None = None
    volume: str | None = None
    issue: str | None = None
    pages: str | None = None
    issn: str | None = None
    dois: tuple[str, ...] = ()
    pmids: tuple[str, ...] = ()
    pmcids: tuple[str, ...] = ()
    lines: tuple[Line, ...] = ()
    guessed: frozenset[str] = frozenset()
    is_marked: bool = False
