"""The raised letters behind names that lead to addresses, which engines read as parts of names.

Anna Fernhillª, Carl Brooka b, Diego MarshC: some are told by their look, and in a list that has
such letters the names without one have theirs glued on.
"""

import re
from collections.abc import Sequence

from chapwai.citations.degrees import DEGREES

SEPARATOR = re.compile(r"([,;&]|\band\b)")
# Stars and what engines make of them.
TAIL = r"[\s.*'\"”’\d]{0,4}$"
ORDINAL = rf"(?<=[^\W\d_])\s?[ªº°](?:[\s.]?[a-h]){{0,2}}{TAIL}"
CAPITAL = rf"(?<=[a-zß-öø-ÿ]{{2}})[A-H]{TAIL}"
# Raised ones that engines read as ordinals or capitals, or that stand apart.
LETTERED = re.compile(rf"{ORDINAL}|{CAPITAL}|(?<=[^\W\d_]{{2}})\s[a-h]{TAIL}")
# The same between commas of their own: Fernhilla,b
MARKED = re.compile(rf"{LETTERED.pattern}|^\s?[a-h]{TAIL}")
LETTER_APART = re.compile(rf"[^\W\d_]{{2}}\s[b-h]{TAIL}")
# The first of two letters glued on.
TWO = r"(?:a\s[b-h]|b\s[c-h]|c\s[d-h]|d\s[e-h])"
PAIRED = re.compile(rf"(?<=[^\W\d_]{{2}}){TWO}{TAIL}|{ORDINAL}|{CAPITAL}")
GLUED = re.compile(rf"(?<=[^\W\d_]{{2}})[a-d]{TAIL}")
# A line ends behind a letter, and the comma was not read.
AT_LINE_END = re.compile(r"(?<=[^\W\d_]{2})(\s[a-h]|[a-h]?[.*'\"”]{1,3})\s?(?=\n)")
# Of so many names one at least ends otherwise.
FEWEST_ALIKE = 4
# An a of the name's own and a raised one are read as one a: Nakagawaᵃ. No name ends without it.
LACKS_AN_A = re.compile(r"(?:[gkz]aw|wsk|lw)$")
# A raised 1 is read as an l, which few names have there: Kumar¹, where others have figures too.
FIGURE = re.compile(r"(?<=[^\W\d_])\s?[\d¹²³⁴-⁹]")
ONE_LIKE_L = re.compile(r"(?<=[bcfgkmnprsvwz])(?<![CK]ar)l(?!\d)(?=[\W\d]{0,3}(?:[,;&]|$|\sand\b))")
FEWEST_FIGURES = 2


def without_raised_ones(listed: str) -> str:
    """In a list whose names bear figures, without the ones among them that look like letters."""
    return ONE_LIKE_L.sub("1", listed) if len(FIGURE.findall(listed)) >= FEWEST_FIGURES else listed


def without_raised_letters(persons: str) -> str:
    """In a list whose names bear letters, those without one of their own have it glued on.

    Where more of them bear figures, the letter behind one name is a sign that was misread.
    They are letters that the list has otherwise, or the next: the d of Thornfield is its own.
    """
    parts = SEPARATOR.split(AT_LINE_END.sub(r"\1,", persons))
    names = [part for part in parts if not DEGREES.fullmatch(part.strip())]
    marks = [found.group() for part in names if (found := MARKED.search(part))]
    if len(FIGURE.findall(persons)) > len(marks) or not marks:
        return re.sub(r"[ªº°]", "", _without_common_letters(persons))
    last = max(re.sub("[^a-h]", "a", "".join(marks).lower()), default="a")
    glued = re.compile(rf"(?<=[^\W\d_]{{2}})[a-{chr(ord(last) + 1)}]{TAIL}")
    lettered = _lettered(parts)
    bare = (
        part
        if SEPARATOR.fullmatch(part) or DEGREES.fullmatch(part.strip())
        else _without_mark(part, lettered if LETTERED.search(part) else glued)
        for part in parts
    )
    # At the end of a line whose comma was not read.
    return re.sub(r"[ªº°](?=\s?\n)", ",", "".join(bare))


def _without_mark(name: str, mark: re.Pattern[str]) -> str:
    bare = mark.sub(_kept_space, name)
    return f"{bare}a" if LACKS_AN_A.search(bare) else bare


def _kept_space(mark: re.Match[str]) -> str:
    """Before "and" a space has to stay."""
    return " " if mark.group().endswith(" ") else ""


def _lettered(parts: Sequence[str]) -> re.Pattern[str]:
    """The letters behind names, with the first of two where engines glue that one on: Marsha b.

    They do so to all names of a list, so a name that ends otherwise before its letter says that
    they do not.
    """
    apart = [part for part in parts if LETTER_APART.search(part)]
    return PAIRED if apart and all(map(PAIRED.search, apart)) else LETTERED


def _without_common_letters(persons: str) -> str:
    """A list of which every name ends with one of the first letters has them glued on."""
    names = [name for name in re.split(r"[,;&]", persons) if len(name.split()) > 1]
    if len(names) < FEWEST_ALIKE or not all(map(GLUED.search, names)):
        return persons
    return "".join(GLUED.sub("", part) for part in re.split(r"([,;&])", persons))
