"""What engines do to printed references: look-alikes, lost spaces and stops, broken lines."""

import random
from dataclasses import dataclass, replace

from training.references.labelled import Letter

LOOK_ALIKE = {
    "g": "q",
    "l": "1I|i",
    "1": "lI",
    "0": "oO",
    "o": "0",
    "O": "0",
    "i": "l",
    "I": "l1",
    "5": "S",
    "S": "5",
    "s": "S",
    "c": "e",
    "e": "c",
    "a": "o",
    "n": "r",
    "u": "v",
    "h": "b",
    "b": "h",
    "m": "n",
    "8": "3",
    "3": "8",
    "6": "8",
    "Z": "2",
    "B": "8",
    ",": ".",
    ".": ",",
    ";": ":,",
    ":": ".;",
    "-": "~.",
    "é": "e",
    "ö": "o",
    "ü": "u",
    "á": "a",
    "í": "i",
    "ó": "o",
    "'": "’",
}


@dataclass(frozen=True, kw_only=True)
class Noise:
    """How often each kind of fault happens: per letter, per space, per line."""

    misread: float = 0.0
    space_lost: float = 0.0
    stop_lost: float = 0.0
    broken: float = 0.0

    def on(self, letters: list[Letter], chance: random.Random) -> list[Letter]:
        """The text as such an engine reads it."""
        noisy: list[Letter] = []
        for n, letter in enumerate(letters):
            noisy += self._read(letter, letters[n - 1] if n else None, chance)
        return noisy

    def _read(self, letter: Letter, before: Letter | None, chance: random.Random) -> list[Letter]:
        if letter.text == " " and self._is_lost(before, chance):
            return []
        if letter.text in ".," and chance.random() < self.stop_lost:
            return []
        if letter.text in LOOK_ALIKE and chance.random() < self.misread:
            return [replace(letter, text=chance.choice(LOOK_ALIKE[letter.text]))]
        within = before is not None and before.text.islower() and letter.text.islower()
        if within and chance.random() < self.broken:
            return [letter, replace(letter, text="-"), replace(letter, text=" ")]
        return [letter]

    def _is_lost(self, before: Letter | None, chance: random.Random) -> bool:
        """Engines lose the space behind a mark far more readily than that between words."""
        behind_mark = before is not None and before.text in ".,;:)]\"'"
        return chance.random() < (self.space_lost if behind_mark else self.space_lost / 25)


CLEAN = Noise()
LIGHT = Noise(misread=0.004, space_lost=0.15, stop_lost=0.004, broken=0.0008)
MIDDLE = Noise(misread=0.01, space_lost=0.4, stop_lost=0.015, broken=0.001)
STRONG = Noise(misread=0.025, space_lost=0.6, stop_lost=0.04, broken=0.002)
