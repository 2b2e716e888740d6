"""What stands in the place of a source while an article has no issue yet: its date and DOI.

Published online: 14 Oct 2020 | https://doi.org/10.5555/care.12
"""

import re

from chapwai.citations.source_patterns import MONTH, YEAR
from chapwai.citations.wording import common_era

LINK = re.compile(r"(?i)https?:")
# Engines read the stroke as a letter or a figure. References have a full stop there.
EARLY = re.compile(
    r"(?i)\W{0,3}(?:\w{4,10}\s){0,2}(?:online|published|posted|first)\s?:?\s?"
    rf"(?:\d{{1,2}}\s{MONTH}\s|{MONTH}\s\d{{1,2}},\s|{MONTH}\s)?(?P<year>{YEAR})"
    r"\s?[|·•lI1]?\s?https?:"
)


def year_of_early(text: str) -> str | None:
    """The year in which an article appeared before its issue, if that and a link is all."""
    found = EARLY.match(text)
    return common_era(found["year"]) if found else None
