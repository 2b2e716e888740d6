"""The stock of words that everything invented is made from, and which split may use which."""

import functools
import random
import zlib
from collections.abc import Mapping
from pathlib import Path
from typing import Literal

Split = Literal["dev", "test", "unseen", "distractors", "unseen-distractors"]

FOLDER = Path(__file__).with_name("stock")
# The pages nobody has seen are made from words of their own, which nothing else is made from.
UNSEEN = frozenset({"unseen", "unseen-distractors"})
# Of five words one is met only while developing, and one only in the test.
SHARES = 5
OWN_SHARE = {"dev": 0, "test": 1}


class Stock:
    """The words of one file that one split may use, by section."""

    def __init__(self, file: str, split: Split) -> None:
        self._file = file
        self._split = split

    def words(self, section: str) -> list[str]:
        return _open_words(self._file, section, self._split)

    def every(self, section: str) -> list[str]:
        """The whole section, where it is not divided among the splits."""
        return _sections(self._file, self._split in UNSEEN)[section]

    def pick(self, rng: random.Random, section: str) -> str:
        return rng.choice(self.words(section))


def is_open_to(split: Split, word: str) -> bool:
    """Whether a split may use a word: its own share and the common ones; the others use all."""
    share = zlib.crc32(word.encode()) % SHARES
    closed = {number for name, number in OWN_SHARE.items() if name != split}
    return split not in OWN_SHARE or share not in closed


@functools.cache
def _open_words(file: str, section: str, split: Split) -> list[str]:
    words = _sections(file, split in UNSEEN)[section]
    return [word for word in words if is_open_to(split, word)]


@functools.cache
def _sections(file: str, is_unseen: bool) -> Mapping[str, list[str]]:
    folder = FOLDER / "unseen" if is_unseen else FOLDER
    sections: dict[str, list[str]] = {}
    for line in (folder / f"{file}.txt").read_text("utf-8").splitlines():
        if line.startswith("["):
            current = sections.setdefault(line.strip("[]"), [])
        elif line:
            current.append(line)
    return sections
