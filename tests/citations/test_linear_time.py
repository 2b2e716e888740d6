"""No pattern of the reading takes more than linear time, whatever a stranger sends.

Every compiled pattern of the package is found by itself and run over text of the kinds that make
careless patterns explode, as it arrives: made plain, which cuts 100 kB to 20,000 characters and
narrows runs of blanks. What takes long is measured again at a quarter of the size: time may grow
as the text does, and not as its square.
"""

import importlib
import pkgutil
import re
import time

import pytest

import chapwai.citations
from chapwai.citations.wording import LONGEST_TEXT, plain

SIZE = 100_000
# So much is nothing to worry about, on the busiest machine: not for a quarter, not for the whole.
WORTH_A_LOOK, QUICK_SECONDS = 0.005, 0.5
SHARE_THAT_ARRIVES = SIZE // LONGEST_TEXT
# Linear would be 4; a square would be 16.
MOST_GROWTH = 8

PIECES = [
    "a", "A", "1", " ", ".", ",", "-", "(", ")", "/", "ก", "\n", "é", "10.1234/", "10.1234/a.",
    "A. ", "Ab C, ", "Abc D. ", "1-", "1,", "1;", "1:", "12(3):", "2019 ", "2019;12", "(2019) ",
    "Vol. 1 ", "vol 1 no 2 ", "pp. 1", "Suppl 1 ", "S1-", "Jan-", "et al., ", "and ", "&amp;",
    "http://", "www.a.", "doi: ", "PMID: 1", "PMC1", "ISSN 1234-567", "1234-", "%2F", "?a=b&",
    "ปีที่ 1 ", "ฉบับที่ ", "๑", "{", "\\", "'", '"', "“", "“a ", "@a{", "TY  - ", "a-b ", "A-",
    "a:", "x: y? ", "1 2 ", "1a ", "a1", "…", "[", "]", "<", ";", "J Med ", "In: ", "\t", "*",
]  # fmt: skip


# Files are read piece by piece and have tests of their own; the others hold no patterns.
ELSEWHERE = (".formats", ".migrations", ".reading_process")


def patterns():
    """Every compiled pattern that a module of the package holds, also inside tables."""
    found = {}
    for module in pkgutil.walk_packages(chapwai.citations.__path__, "chapwai.citations."):
        if any(part in module.name for part in ELSEWHERE):
            continue
        for name, value in vars(importlib.import_module(module.name)).items():
            for pattern in held_by(value):
                found.setdefault(pattern, f"{module.name.removeprefix('chapwai.')}.{name}")
    return found


def held_by(value, depth=0):
    if isinstance(value, re.Pattern) and isinstance(value.pattern, str):
        yield value
    elif depth < 3 and isinstance(value, dict):
        yield from held_by([*value.keys(), *value.values()], depth + 1)
    elif depth < 3 and isinstance(value, list | tuple | set | frozenset):
        for one in value:
            yield from held_by(one, depth + 1)


def hostile(piece, size):
    text = plain(piece * (size // len(piece)))[: size // SHARE_THAT_ARRIVES]
    return text, f"x{text}!"


def seconds(pattern, texts):
    started = time.process_time()
    for text in texts:
        for _ in pattern.finditer(text):
            pass
        pattern.match(text)
        pattern.fullmatch(text)
    return time.process_time() - started


FOUND = patterns()


class TestPatterns:
    def test_are_found(self):
        assert len(FOUND) > 100

    @pytest.mark.parametrize("pattern", FOUND, ids=FOUND.values())
    def test_take_no_more_than_linear_time(self, pattern):
        for piece in PIECES:
            quarter = seconds(pattern, hostile(piece, SIZE // 4))
            if quarter > WORTH_A_LOOK:
                took = seconds(pattern, hostile(piece, SIZE))
                is_linear = took < max(QUICK_SECONDS, MOST_GROWTH * quarter)
                assert is_linear, f"{piece!r}: {quarter:.2f} -> {took:.2f} s"
