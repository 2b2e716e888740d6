"""The ToUnicode map of a font: which codes stand for which characters."""

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

MOST_CHARACTERS = 70_000

_HEX = re.compile(rb"<([0-9A-Fa-f]*)>")
_RANGE = re.compile(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*(?:<([0-9A-Fa-f]+)>|\[([^\]]*)\])")


@dataclass(frozen=True)
class CharacterMap:
    """Codes of `width` bytes each, and what they stand for."""

    width: int
    characters: dict[int, str]

    def decode(self, codes: bytes) -> str:
        """Turn a string as the page shows it into text; unknown codes are left out."""
        starts = range(0, len(codes), self.width)
        numbers = (int.from_bytes(codes[start : start + self.width]) for start in starts)
        return "".join(self.characters.get(number, "") for number in numbers)


def read_character_map(cmap: bytes) -> CharacterMap:
    """Read the parts of a CMap file that map codes to Unicode."""
    return CharacterMap(_width(cmap), dict(islice(_pairs(cmap), MOST_CHARACTERS)))


def _width(cmap: bytes) -> int:
    for section in _sections(cmap, b"codespacerange"):
        if lowest := _HEX.search(section):
            return max(1, len(lowest[1]) // 2)
    return 1


def _pairs(cmap: bytes) -> Iterator[tuple[int, str]]:
    for section in _sections(cmap, b"bfchar"):
        values = _HEX.findall(section)
        for code, value in zip(values[::2], values[1::2], strict=False):
            yield int(code, 16), _text(value)
    for section in _sections(cmap, b"bfrange"):
        for first, last, value, listed in _RANGE.findall(section):
            codes = range(int(first, 16), int(last, 16) + 1)
            texts = _following(value) if value else map(_text, _HEX.findall(listed))
            yield from zip(codes, texts, strict=False)


def _sections(cmap: bytes, kind: bytes) -> Iterator[bytes]:
    for rest in cmap.split(b"begin" + kind)[1:]:
        yield rest.partition(b"end" + kind)[0]


def _following(value: bytes) -> Iterator[str]:
    """Count up from a character: the last of its 16-bit units is the one that grows."""
    start = int(value, 16)
    steps = range(0x10000 - start % 0x10000)
    return (_text(b"%0*x" % (len(value), start + step)) for step in steps)


def _text(hexadecimal: bytes) -> str:
    return bytes.fromhex(hexadecimal.decode()).decode("utf_16_be", "ignore")


codecs.lookup("utf_16_be")  # loads it, because the checking process cannot open anything later
