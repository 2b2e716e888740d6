"""Numbers of an item that was read badly are guesses, unless a record has borne them out."""

from dataclasses import replace
from types import MappingProxyType

from chapwai.citations.citation import Citation
from chapwai.citations.judge import NUMBERS

# Of items read with less confidence one number in ten is wrong, of the others one in two hundred.
LEAST_CONFIDENCE = 0.5


def without_weak_numbers(citation: Citation) -> Citation:
    """The citation with such numbers left out and called doubtful; what was typed stays."""
    weak = {name for name in NUMBERS if citation.origins.get(name) == "screen"}
    if citation.confidence >= LEAST_CONFIDENCE or not weak:
        return citation
    kept = {name: origin for name, origin in citation.origins.items() if name not in weak}
    return replace(
        citation,
        year=citation.year if "year" in kept else None,
        volume=citation.volume if "volume" in kept else None,
        issue=citation.issue if "issue" in kept else None,
        pages=citation.pages if "pages" in kept else None,
        issn=citation.issn if "issn" in kept else None,
        doubtful=citation.doubtful | weak,
        origins=MappingProxyType(kept),
    )
