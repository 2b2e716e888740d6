"""Invented titles: long and short, with subtitles, questions, Greek letters and hyphens."""

import random

from benchmarks.reading.words import Split, Stock

SMALL_WORDS = {"a", "an", "the", "of", "in", "on", "and", "for", "to", "with", "by", "or", "among"}


def english_title(rng: random.Random, split: Split, *, is_title_case: bool) -> str:
    """A title of one to about forty words, in sentence case or in title case."""
    stock = Stock("english", split)
    title = _filled(rng, rng.choice(stock.every("title")), stock)
    title = _begun(title)
    title = title.replace("? a ", "? A ").replace("? an ", "? An ").replace("? the ", "? The ")
    return _in_title_case(title) if is_title_case else title


def thai_title(rng: random.Random, split: Split) -> str:
    """A Thai title of one to three phrases, some parted by spaces."""
    stock = Stock("thai", split)
    return _filled(rng, rng.choice(stock.every("title")), stock)


def _begun(title: str) -> str:
    """With a capital letter, unless the first word is a name such as mTOR or α-synuclein."""
    first = title.split(" ")[0].split("-")[0]
    return title[:1].upper() + title[1:] if len(first) > 1 and first.islower() else title


def _filled(rng: random.Random, pattern: str, stock: Stock) -> str:
    """The pattern with a word for each section in braces; none comes twice in one title."""
    used: set[str] = set()
    while "{" in pattern:
        section = pattern[pattern.index("{") + 1 : pattern.index("}")]
        word = rng.choice([word for word in stock.words(section) if word not in used])
        used.add(word)
        pattern = pattern.replace("{" + section + "}", word, 1)
    return pattern


def _in_title_case(title: str) -> str:
    words = title.split(" ")
    return " ".join(
        word if number and word in SMALL_WORDS else _begun(word)
        for number, word in enumerate(words)
    )
