"""Numbers that a page calls by their names, in whatever order and with any marks between them.

Year : 2019 | Volume : 12 | Issue : 3 | Page : 412-419
Pages: 412-419, Volume: 12, Issue: 3, 2019
"""

import functools
import itertools
import re
from collections.abc import Sequence

from chapwai.citations.source_line import Source, expanded_pages, likeliest_year
from chapwai.citations.source_patterns import PAGES, YEAR
from chapwai.citations.wording import common_era

CALLED = r"\b\s?[.:#-]?\s?(?:No\b\.?|Number\b)?\s?:?\s?"
# Nothing that would go on: 12(3), 2019:12, 3 Pt 2, and page 4 of 9 of a viewer.
ENDS = r"(?![\w/:(-]|\s?\(|\s?-\s?\d|\s?(?:Pt|Part|Suppl|Spec)|,?\s?(?:of|/)\s?\d)"
NAMED = re.compile(
    rf"(?i)\b(?:Year{CALLED}(?P<year>{YEAR})(?!\d)"
    rf"|Vol(?:ume)?{CALLED}(?P<volume>[A-Z]{{0,2}}\d{{1,5}}){ENDS}"
    # Isue: engines lose one of two letters that are alike.
    rf"|(?:Iss?(?:ue)?|(?<!page )(?<!article )(?<!art\. )(?:No|Nr|Number)){CALLED}"
    rf"(?P<issue>Suppl(?:ement)?\.?(?:\s\w{{1,2}})?|\d{{1,4}}(?:[-/]\d{{1,4}})?(?:\sSuppl\.?(?:\s\d{{1,2}})?)?){ENDS}"
    rf"|(?:Pages?|pp?){CALLED}{PAGES}{ENDS})".replace(r"\s*", r"\s?")
)
FEWEST_NAMED = 3
FARTHEST_APART = 40


@functools.lru_cache(maxsize=2048)
def named_source_in(text: str) -> Source | None:
    """The one place that names its volume, its pages, and its issue or year besides."""
    if "vol" not in text.lower():
        return None
    found = list(NAMED.finditer(text))
    said = {str(one.lastgroup): one[str(one.lastgroup)] for one in found}
    is_told = len(said) >= FEWEST_NAMED and {"volume", "pages"} <= said.keys()
    return _source(said, found, text) if is_told and _are_of_one_place(said, found) else None


def _are_of_one_place(said: dict[str, str], found: Sequence[re.Match[str]]) -> bool:
    """Whether each is named once, and near the one before it."""
    pairs = itertools.pairwise(found)
    is_near = all(after.start() - before.end() <= FARTHEST_APART for before, after in pairs)
    return is_near and len(said) == len(found)


def _source(said: dict[str, str], found: Sequence[re.Match[str]], text: str) -> Source:
    pairs = itertools.pairwise(found)
    between = " ".join(text[before.end() : after.start()] for before, after in pairs)
    year = said.get("year") or likeliest_year(text, between=between, end=found[-1].end())
    return Source(
        year=common_era(year) if year else None,
        volume=said["volume"],
        issue=re.sub(r"(?i)^suppl(?:ement)?\.?", "Suppl", said.get("issue", "")) or None,
        pages=expanded_pages(said["pages"]),
        start=found[0].start(),
        end=found[-1].end(),
    )
