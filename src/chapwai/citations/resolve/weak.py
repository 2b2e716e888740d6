"""Numbers of an item that was read badly are guesses, unless a record has borne them out."""

from dataclasses import replace
from types import MappingProxyType

from chapwai.citations.citation import Citation
from chapwai.citations.judge import NUMBERS
from chapwai.citations.likelihood import support_of

# Of items with less support one number in ten is wrong, of the others one in two hundred;
LEAST_SUPPORT = 0.5
# but on lines as legible as this only the numbers that are doubtful themselves.
LEAST_LEGIBILITY = 0.95


def without_weak_numbers(citation: Citation) -> Citation:
    """The citation with such numbers left out and called doubtful; what was typed stays."""
    weak = _weak_numbers(citation)
    kept = {name: origin for name, origin in citation.origins.items() if name not in weak}
    return replace(
        citation,
        year=citation.year if "year" not in weak else None,
        volume=citation.volume if "volume" not in weak else None,
        issue=citation.issue if "issue" not in weak else None,
        pages=citation.pages if "pages" not in weak else None,
        issn=citation.issn if "issn" not in weak else None,
        doubtful=citation.doubtful | weak,
        origins=MappingProxyType(kept),
    )


def _weak_numbers(citation: Citation) -> set[str]:
    if _support(citation) >= LEAST_SUPPORT:
        return set()
    seen = {name for name in NUMBERS if citation.origins.get(name) == "screen"}
    return seen & citation.doubtful if citation.legibility >= LEAST_LEGIBILITY else seen


def _support(citation: Citation) -> float:
    return support_of(
        title=citation.title,
        legibility=citation.legibility,
        is_identified=citation.is_identified,
        doubts=len(citation.doubtful),
    )
