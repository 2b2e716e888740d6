"""Titles in quotes, as IEEE, MLA, Chicago and encyclopedias have them, and in Harvard's style.

Whatever the model sees within such quotes, it is the title, and the journal follows behind them.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from chapwai.citations.references.lost_borders import MENDED
from chapwai.citations.references.runs import Run, in_order, longest_run
from chapwai.citations.source_patterns import YEAR

QUOTED = re.compile(
    r"(?:^|[.,)]\s)\"(?P<title>[^\"]{6,300}?)(?:[.,]\"|[?!]\"|\"[.,])(?=\s?$|\sin\s|\s(?![a-z]))"
)
# Without a stop only what is longer than a word or two that a title quotes itself.
QUOTED_WITHOUT_STOP = re.compile(r"(?:^|[.,)]\s)\"(?P<title>[^\"]{30,300})\"(?=\s(?:in\s)?[A-Z])")
# Marsh, D. (2019) 'Nurses' nights in towns', Imaginary Care: of two quotes one may be lost.
YEAR_BEFORE = rf"\({YEAR}[a-z]?\)[.,:]?\s"
CLOSED = r"(?:[.,]'|'[.,]|(?<=[?!])')(?=\s(?:in\s)?[A-Z])"
HARVARD = re.compile(rf"{YEAR_BEFORE}'(?P<title>[A-Z'][^\"]{{5,300}}?){CLOSED}")
HARVARD_UNTIL_MARK = re.compile(rf"{YEAR_BEFORE}'(?P<title>[^\"?!]{{6,300}}[?!])(?=\s[A-Z])")
HARVARD_WITHOUT_OPENING = re.compile(rf"{YEAR_BEFORE}(?P<title>[A-Z][^\"]{{30,300}}?){CLOSED}")
WAYS = (QUOTED, QUOTED_WITHOUT_STOP, HARVARD, HARVARD_UNTIL_MARK, HARVARD_WITHOUT_OPENING)
JOURNAL_BEHIND = re.compile(
    r"[.,?!]?[\"']?[.,]?\s(?:in\s)?(?P<journal>[A-Z][^\d\"]{2,120}?)"
    r"(?=[.,]?\s?\(?(?:\d|(?:vol|no|pp)\b))"
)


def with_quoted_title(text: str, runs: Sequence[Run]) -> list[Run]:
    """The runs with the title as the quotes have it; empty if none stands in quotes."""
    found = next((match for way in WAYS if (match := way.search(text))), None)
    if found is None:
        return []
    return _with_journal_behind(text, _cut_at_quotes(runs, *found.span("title")))


def _cut_at_quotes(runs: Sequence[Run], start: int, end: int) -> list[Run]:
    """The runs cut off at the quotes, and the title between them."""
    before = [replace(run, end=min(run.end, start)) for run in runs if run.start < start]
    after = [replace(run, start=max(run.start, end)) for run in runs if run.end > end]
    within = [run.confidence for run in runs if run.part == "title" and start <= run.start < end]
    title = Run("title", start, end, max(within, default=MENDED))
    others = [run for run in (*before, *after) if run.part != "title"]
    return in_order([*others, title])


def _with_journal_behind(text: str, runs: Sequence[Run]) -> list[Run]:
    """The runs with the whole journal behind the quotes, of which the model may see a part."""
    title, seen = longest_run(runs, "title"), longest_run(runs, "journal")
    found = JOURNAL_BEHIND.match(text, title.end) if title else None
    if found is None or (seen and not found.start("journal") < seen.end <= found.end("journal")):
        return list(runs)
    start, end = found.span("journal")
    others = [run for run in runs if run is title or run.end <= start or run.start >= end]
    return in_order([*others, Run("journal", start, end, seen.confidence if seen else MENDED)])
