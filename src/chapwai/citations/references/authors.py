"""The authors of a reference, told apart and written one way."""

import re
from collections.abc import Sequence

from chapwai.citations.references.runs import Run
from chapwai.citations.wording import one_line

# Fernhill, A. B. — initials, whatever stands between them.
INITIALS = re.compile(r"[^\W\d_]{1,4}(?:[\s.-]{0,3}[^\W\d_]{1,2}(?![^\W\d_])){0,5}\.?")
INITIALS_ALONE = re.compile(r"(?:[A-Z]{1,2}[.\s-]{0,2}){1,4}")
HAS_INITIALS = re.compile(r"(?<![^\W\d_])[A-Z]{1,3}(?![^\W\d_])")
HAS_SURNAME = re.compile(r"[^\W\d_]{3}")
# Anna, or Anna B.
GIVEN = re.compile(r"[^\W\d_][^\W\d_'-]+(?:-[^\W\d_]+)?(?:\s[A-Z]\.?){0,2}")
AND = re.compile(r"(?:,\s*|\s)(?:and|&)\s")
THAI_TITLE = re.compile(
    r"^(?:(?:นพ|พญ|ทพ|ทพญ|ภก|ภญ|พว|ดร|ผศ|รศ|ศ|อ)\.\s{0,2}|นางสาว|นาย|นาง(?=[\u0e01-\u0e4e]{3})){1,4}\s?"
)


def authors_in(text: str, runs: Sequence[Run]) -> tuple[str, ...]:
    """Every author once, in order, the surname's comma and titles left out."""
    names: list[str] = []
    for name in map(_name, _printed_names(text, _first_list(runs))):
        if names and INITIALS_ALONE.fullmatch(name) and not HAS_INITIALS.search(names[-1]):
            names[-1] += f" {name}"
        elif sum(map(str.isalpha, name)) >= 2:
            names.append(name)
    return tuple(dict.fromkeys(names))


def _first_list(runs: Sequence[Run]) -> list[Run]:
    """The names up to the next field: editors follow the title, if there are authors before it."""
    names: list[Run] = []
    for run in runs:
        if run.part == "author":
            names.append(run)
        elif names and run.part in ("title", "journal"):
            break
    return names


def _printed_names(text: str, runs: Sequence[Run]) -> list[str]:
    """The names as printed; where semicolons part them, nothing else does."""
    if not runs:
        return []
    block = text[runs[0].start : runs[-1].end]
    if ";" in block:
        pieces = block.split(";")
    else:
        pieces = _turned_round(block) or [run.within(text) for run in runs]
    return [name for piece in pieces for name in _whole_names(piece)]


def _turned_round(block: str) -> list[str]:
    """Marsh, Dora, Oak, Ed B, and Elm, Flo: every name turned round, and commas between all."""
    pieces = [piece.strip() for piece in AND.sub(",", block).split(",") if piece.strip()]
    families, givens = pieces[::2], pieces[1::2]
    is_paired = len(pieces) >= 4 and len(families) == len(givens)
    if not is_paired or any(HAS_INITIALS.search(family) for family in families):
        return []
    if not all(GIVEN.fullmatch(given) for given in givens):
        return []
    return [f"{family}, {given}" for family, given in zip(families, givens, strict=True)]


def _whole_names(text: str) -> list[str]:
    """A comma behind a name that has its initials already parts two people."""
    before, _, after = text.partition(",")
    parts_people = HAS_INITIALS.search(before) and HAS_SURNAME.search(after)
    return [before, after] if parts_people else [text]


def _name(text: str) -> str:
    text = one_line(text).strip(" ,;:&").removesuffix("และคณะ").strip(" ,")
    text = THAI_TITLE.sub("", text)
    family, comma, given = (piece.strip() for piece in text.partition(","))
    if not comma or not given:
        return family
    if INITIALS.fullmatch(given) and not given[1:2].islower():
        return f"{family} {given}"
    return f"{given.replace(',', '')} {family}"
