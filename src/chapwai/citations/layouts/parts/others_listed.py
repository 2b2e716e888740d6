"""What the page of one article took from others that it lists besides."""

from collections.abc import Sequence
from dataclasses import replace

from chapwai.citations.description import Description


def without_others(single: Description, others: Sequence[Description]) -> Description:
    """The article without the place and the identifiers that are another's."""
    if any(_are_at_one_place(single, other) for other in others):
        single = replace(single, year=None, volume=None, issue=None, pages=None)
    dois = {doi for other in others for doi in other.dois}
    pmids = {pmid for other in others for pmid in other.pmids}
    # Where one is nobody's, nobody knows whose, and the others must stay to speak against it.
    return replace(
        single,
        dois=single.dois if set(single.dois) - dois else (),
        pmids=single.pmids if set(single.pmids) - pmids else (),
    )


def _are_at_one_place(one: Description, other: Description) -> bool:
    place = (one.volume, one.issue, one.pages)
    return any(place) and place == (other.volume, other.issue, other.pages)
