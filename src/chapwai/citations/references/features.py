"""What the model may know of a token: its shape, its neighbours, and where in the text it stands.

Words themselves count little: titles and names that nobody has seen before must be told apart by
their form and their place.
"""

import functools
import re
from collections.abc import Sequence
from itertools import chain, pairwise

from chapwai.citations.references import vocabulary
from chapwai.citations.references.tokens import Token

LISTS = {
    "journal": vocabulary.JOURNAL,
    "month": vocabulary.MONTHS,
    "function": vocabulary.FUNCTION,
    "particle": vocabulary.PARTICLES,
    "organisation": vocabulary.ORGANISATIONS,
    "publisher": vocabulary.PUBLISHERS,
    "note": vocabulary.NOTES,
    "numbering": vocabulary.NUMBERING,
    "et_al": vocabulary.ET_AL,
    "chat": vocabulary.CHAT,
}
YEAR = re.compile(r"1[89]\d\d|20\d\d|2[45]\d\d")
# Marks that part phrases, and those that may end a sentence.
PHRASE_MARKS = frozenset('.,;:()[]"?!')
SENTENCE_MARKS = frozenset(".?!")
FARTHEST = 9
# The neighbours of a token that count.
OFFSETS = (-3, -2, -1, 1, 2, 3)


def features_of(tokens: Sequence[Token]) -> list[list[str]]:
    """One list of features a token, in the form that the model takes."""
    own = (_own(token) for token in tokens)
    parts = zip(own, _phrases(tokens), _places(tokens), _glue(tokens), _near(tokens), strict=True)
    return [
        ["bias", *its_own, *around, *place, glue, *near]
        for its_own, around, place, glue, near in parts
    ]


def _own(token: Token) -> Sequence[str]:
    if token.kind == "word":
        return _of_word(token.text)
    return _of_thai(token.text) if token.kind == "thai" else _seen_near(token.kind, token.text)


@functools.lru_cache(maxsize=2048)
def _of_word(text: str) -> tuple[str, ...]:
    lower = text.lower()
    listed = [f"in={name}" for name, words in LISTS.items() if lower in words]
    shape = _shape(text)
    return (
        f"w={lower}",
        f"s3={lower[-3:]}",
        f"s2={lower[-2:]}",
        f"p3={lower[:3]}",
        f"sh={shape}",
        f"len={min(len(text), 8)}",
        *listed,
    )


def _of_thai(text: str) -> list[str]:
    return [
        f"t4={text[:4]}",
        f"t3={text[:3]}",
        f"e4={text[-4:]}",
        f"sh=thai{min(len(text) // 8, 5)}",
        *(["in=journal"] if text.startswith(vocabulary.THAI_JOURNAL) else []),
        *([f"w={text}"] if text.startswith(vocabulary.THAI_NUMBERING) else []),
    ]


def _seen_near(kind: str, text: str) -> list[str]:
    """What neighbours are told of a token."""
    if kind == "word":
        lower = text.lower()
        listed = [f"in={name}" for name, words in LISTS.items() if lower in words]
        return [f"sh={_shape(text)}", *listed]
    if kind == "thai":
        return [feature for feature in _of_thai(text) if not feature.startswith("e4")]
    if kind == "number":
        return [f"n={'year' if YEAR.fullmatch(text) else min(len(text), 6)}"]
    return [f"m={text}" if kind == "mark" else "identifier"]


@functools.lru_cache(maxsize=2048)
def _shape(text: str) -> str:
    text = text.replace("'", "")
    if len(text) == 1:
        return "X" if text.isupper() else "x"
    if text.isupper():
        return "XX" if len(text) == 2 else "XXX" if len(text) <= 4 else "XXXX"
    if text.islower():
        return "xx" if len(text) <= 3 else "xxxx"
    if text[0].isupper() and text[1:].islower():
        return "Xx" if len(text) <= 3 else "Xxxx"
    return "mixed"


def _glue(tokens: Sequence[Token]) -> list[str]:
    """Of each token, whether it touches the one before and the one behind."""
    touch = [False, *(one.end == other.start for one, other in pairwise(tokens)), False]
    return [f"glue={before:d}{after:d}" for before, after in pairwise(touch)]


def _near(tokens: Sequence[Token]) -> list[list[str]]:
    """Of each token, what its neighbours are."""
    beyond = [_at_each_offset("end", "")] * max(OFFSETS)
    told = [*beyond, *(_at_each_offset(token.kind, token.text) for token in tokens), *beyond]
    places = range(len(beyond), len(beyond) + len(tokens))
    return [list(chain(*(told[n + offset][offset] for offset in OFFSETS))) for n in places]


@functools.lru_cache(maxsize=4096)
def _at_each_offset(kind: str, text: str) -> dict[int, list[str]]:
    """What a token is to its neighbours. Commas and common words stand beside every other one."""
    seen = ["end"] if kind == "end" else _seen_near(kind, text)
    return {offset: [f"{offset}{feature}" for feature in seen] for offset in OFFSETS}


def _phrases(tokens: Sequence[Token]) -> list[list[str]]:
    """Of each token, what the phrase and the sentence it stands in look like as a whole."""
    phrases = _described(tokens, _phrase_starts(tokens), name="ph")
    sentences = _described(tokens, _sentence_starts(tokens), name="se")
    return [[*one, *other] for one, other in zip(phrases, sentences, strict=True)]


def _described(tokens: Sequence[Token], starts: Sequence[bool], *, name: str) -> list[list[str]]:
    bounds = [n for n, is_start in enumerate(starts) if is_start] + [len(tokens)]
    described: list[list[str]] = []
    for number, (start, end) in enumerate(pairwise(bounds)):
        left = len(bounds) - 2 - number
        features = _of_part(tokens[start:end], name)
        if name == "se":
            features += [f"se#={min(number, 5)}", f"se-={min(left, 5)}"]
        described += [features] * (end - start)
    return described


def _of_part(part: Sequence[Token], name: str) -> list[str]:
    words = [token.text for token in part if token.kind == "word"]
    proper = sum(word[0].isupper() for word in words)
    journal = sum(word.lower() in vocabulary.JOURNAL for word in words)
    function = sum(word.lower() in vocabulary.FUNCTION for word in words)
    short = sum(len(word) <= 2 and word.isupper() for word in words)
    digits = sum(token.kind == "number" for token in part)
    return [
        f"{name}len={_bucket(len(words))}",
        f"{name}proper={_share(proper, len(words))}",
        f"{name}journal={_share(journal, len(words))}",
        f"{name}function={min(function, 3)}",
        f"{name}initials={_share(short, len(words))}",
        f"{name}digits={min(digits, 3)}",
        f"{name}ends={part[-1].text if part[-1].is_mark else ''}",
        f"{name}case={_share(proper, len(words))}{min(journal, 2)}{_bucket(len(words))}",
    ]


@functools.cache
def _bucket(count: int) -> str:
    for most in (0, 1, 2, 3, 5, 8, 12, 20):
        if count <= most:
            return str(most)
    return "more"


def _share(count: int, total: int) -> str:
    if not total or not count:
        return "none" if total else "empty"
    return "all" if count == total else "most" if 2 * count > total else "some"


def _phrase_starts(tokens: Sequence[Token]) -> list[bool]:
    return [
        n == 0 or (tokens[n - 1].is_mark and tokens[n - 1].text in PHRASE_MARKS)
        for n in range(len(tokens))
    ]


def _sentence_starts(tokens: Sequence[Token]) -> list[bool]:
    return [n == 0 or _ends_sentence(tokens, n - 1) for n in range(len(tokens))]


def _ends_sentence(tokens: Sequence[Token], n: int) -> bool:
    """A full stop behind a whole word, before something that may begin a sentence."""
    if tokens[n].text not in SENTENCE_MARKS or n == 0 or n + 1 == len(tokens):
        return False
    before, after = tokens[n - 1], tokens[n + 1]
    is_whole = before.kind != "word" or (len(before.text) > 3 and before.text[1:].islower())
    return is_whole and not after.text[0].islower()


def _places(tokens: Sequence[Token]) -> list[list[str]]:
    """Where each token stands: from both ends, and after a year, within quotes or brackets."""
    total = len(tokens)
    years = [n for n, token in enumerate(tokens) if YEAR.fullmatch(token.text)]
    quotes = [n for n, token in enumerate(tokens) if token.text == '"']
    passed_years = _passed(years, total)
    passed_bracketed = _passed([n for n in years if n and tokens[n - 1].text in "(["], total)
    passed_quotes = _passed(quotes, total)
    places: list[list[str]] = []
    depth = 0
    for n, token in enumerate(tokens):
        depth += (token.text in "([") - (token.text in ")]")
        places.append(
            [
                f"from={_bucket(n)}",
                f"to={_bucket(total - 1 - n)}",
                f"tenth={10 * n // total}",
                f"years={passed_years[n]}",
                f"bracketed={passed_bracketed[n]}",
                f"quoted={passed_quotes[n]}of{min(len(quotes), 3)}",
                f"depth={max(-1, min(depth, 2))}",
            ]
        )
    return places


def _passed(places: Sequence[int], total: int) -> list[str]:
    """Of each of so many tokens, how many of the places stand before it, and how many not."""
    bounds = [-1, *places, total - 1]
    passed: list[str] = []
    for count, (last, following) in enumerate(pairwise(bounds)):
        before = min(count, FARTHEST)
        passed += [f"{min(before, 2)}/{min(len(places) - before, 2)}"] * (following - last)
    return passed
