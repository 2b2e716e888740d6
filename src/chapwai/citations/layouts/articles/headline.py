"""The title of an article's page: large, of several words, over a list of names."""

import re
from collections.abc import Sequence

from chapwai.citations.layouts.articles.byline import (
    is_byline,
    is_group,
    lines_below,
)
from chapwai.citations.layouts.articles.title_blocks import blocks_of, says_something_else
from chapwai.citations.layouts.parts.article_kind import KIND
from chapwai.citations.lines import Line, text_of, usual_size
from chapwai.citations.source_line import source_in
from chapwai.citations.wording import one_line, plain, repaired

JOURNAL_WORDS = re.compile(
    r"(?i)\b(journal|annals|archives|acta|bulletin|reviews?|proceedings|transactions|letters|"
    r"medicine|research|sciences?|studies|quarterly|international|lancet|nature|bmj|plos|bmc|j|"
    r"european|american|british|reports|communications|advances|frontiers|health)\b|วารสาร"
)
# What databases put behind a title.
TYPE_BEHIND = re.compile(r"\s[(\[](?:Article|Review|Letter|Editorial|Note|Conference Paper)[)\]]$")
FEWEST_LETTERS = 12
FEWEST_WORDS = 3
# Over a list of names a title may be shorter still: Asthma.
FEWEST_LETTERS_OVER_NAMES = 5
# A column of single words is a menu.
FEWEST_WORDS_A_LINE = 1.5
# What makes a block the title rather than the largest of several, in sizes of type.
WORTH_OF_NAMES = 0.7
WORTH_OF_WORDS = 0.03
MOST_WORDS_COUNTED = 12
COST_OF_A_BANNER = 0.9
# What somebody searched for stands in large type above the page.
COST_OF_A_SEMICOLON = 0.6
LEAST_WORTH = 1.2
STANDS_OUT = 1.15
LARGER_THAN_NAMES = 1.1
LARGEST_RATIO = 2.2
LINES_BEFORE_NAMES = 3
# Its source and the buttons of a page may stand between a title and its names.
MOST_BETWEEN = 8
MOST_BANNER_WORDS = 9


def title_block(lines: Sequence[Line]) -> list[Line]:
    """The lines of the title among those above the text, empty if nothing is worth the name."""
    blocks = [block for block in blocks_of(lines) if _could_be_title(block, lines)]
    apart = [block for block in blocks if _is_set_apart(block, lines)]
    best = max(apart, key=lambda block: _worth(block, lines), default=[])
    return best if best and _worth(best, lines) >= LEAST_WORTH else []


def tidy_title(lines: Sequence[Line]) -> str:
    """The title on one line, without footnote marks and the full stop."""
    return TYPE_BEHIND.sub("", repaired(one_line(plain(text_of(lines))))).rstrip(" .*†‡#")


def _could_be_title(block: Sequence[Line], lines: Sequence[Line]) -> bool:
    text = plain(text_of(block))
    return (
        (_is_long_enough(text, len(block)) or _is_short_title(text, block, lines))
        and not says_something_else(text)
        and not KIND.match(text)
        and 2 * sum(map(is_byline, block)) <= len(block)
        and not re.search(r"\s[>»›]\s|\s/\s.*\s/\s", text)
    )


def _is_long_enough(text: str, count: int) -> bool:
    letters = sum(map(str.isalpha, text))
    words = len(text.split())
    return letters >= FEWEST_LETTERS and words >= max(FEWEST_WORDS, FEWEST_WORDS_A_LINE * count)


def _is_short_title(text: str, block: Sequence[Line], lines: Sequence[Line]) -> bool:
    """A word or two in the largest type over the names, which alone could be anything."""
    below = lines_below(block, lines)[:MOST_BETWEEN]
    names = next((line for line in below if is_byline(line) or is_group(line)), None)
    letters = sum(map(str.isalpha, text))
    if names is None or letters < FEWEST_LETTERS_OVER_NAMES or is_banner(text):
        return False
    is_next = names in lines_below(block, lines)[:1]
    return block[0].size >= (LARGER_THAN_NAMES if is_next else STANDS_OUT) * names.size


def _worth(block: Sequence[Line], lines: Sequence[Line]) -> float:
    """How much larger than the rest, and how much like a title above its authors."""
    others = [line for line in lines if line not in block]
    usual = usual_size(others) or usual_size(block)
    words = text_of(block).split()
    worth = min(LARGEST_RATIO, usual_size(block) / usual)
    worth += WORTH_OF_WORDS * min(MOST_WORDS_COUNTED, len(words))
    worth += WORTH_OF_NAMES * _stands_over_names(block, lines)
    worth -= COST_OF_A_SEMICOLON * (";" in text_of(block))
    worth -= COST_OF_A_BANNER * _begins_source(block, lines)
    # A title may sound like a journal, but only a title has its names right below.
    is_likely_banner = is_banner(plain(text_of(block))) and not _next_are_names(block, lines)
    return worth - COST_OF_A_BANNER * is_likely_banner


def _begins_source(block: Sequence[Line], lines: Sequence[Line]) -> bool:
    """Whether elsewhere numbers follow the same words, as they follow a journal's name."""
    name = plain(block[0].text)
    says = (plain(line.text) for line in lines if line is not block[0])
    return any(text.startswith(name) and source_in(text[len(name) :]) for text in says)


def _is_set_apart(block: Sequence[Line], lines: Sequence[Line]) -> bool:
    """By its size or by the names below it: a receipt has neither."""
    others = [line for line in lines if line not in block]
    is_large = usual_size(block) >= STANDS_OUT * usual_size(others)
    return is_large or _stands_over_names(block, lines)


def _stands_over_names(block: Sequence[Line], lines: Sequence[Line]) -> bool:
    return any(is_byline(line) for line in lines_below(block, lines)[:LINES_BEFORE_NAMES])


def _next_are_names(block: Sequence[Line], lines: Sequence[Line]) -> bool:
    return any(is_byline(line) for line in lines_below(block, lines)[:1])


def is_banner(text: str) -> bool:
    """A journal's name over the page: few words, each with a capital, one of them a journal's."""
    words = re.findall(r"[^\W\d_]+", text)
    small = [word for word in words if word[0].islower() and len(word) > 3]
    return len(words) <= MOST_BANNER_WORDS and not small and bool(JOURNAL_WORDS.search(text))
