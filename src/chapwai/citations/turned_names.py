"""Lists whose names are turned round, as databases print them: Fernhill, Anna B.; Brook, Carl."""

import re
from collections.abc import Sequence

from chapwai.citations.degrees import DEGREE

# What stands behind a name: its other spelling, the number of its address, footnote marks, degrees.
ASIDE = re.compile(
    rf"\([^()]{{0,80}}\)|\[[^\[\]]{{0,20}}\]|(?:,?\s(?:{DEGREE}))+[a-h]?(?=[\s,;]|$)"
)
# Letters that lead to addresses: behind a space or an initial's stop, or several of them.
LETTERS = r"(?:(?:\s|(?<=\.))[a-h](?:,\s?[a-h]){0,5}|[a-h](?:,\s?[a-h]){1,5})"
LETTERED = re.compile(rf"(?<=[^\W\d_]{{2}}|[A-Z]\.){LETTERS}\W*$|[ªº]\W*$")
MARKS = re.compile(
    rf"(?<=[^\W\d_]{{2}}|[A-Z]\.|\s[^\W\d_])(?:{LETTERS}|(?:,?\s?[\d*†‡ªº°✉\"]){{1,8}})\W*$"
)
# Mark pb: an initial whose capital has the same shape, with a letter that leads to an address.
SMALL_INITIAL = re.compile(r"(?<=[^\W\d_] )(?P<initial>[copsuvwxz])[a-h]$")
# One alone behind a whole name may as well be the name's own: Anna, David, Elizabeth.
GLUED = re.compile(r"(?<=[^\W\d_])[a-h]\W*$")
# Of so many names one at least ends otherwise by chance.
FEWEST_ALIKE = 4
FAMILY = r"(?:[a-z]{1,3}['’ ]){0,3}[^\W\d_a-z][\w'’-]{0,40}(?: [^\W\d_][\w'’-]{0,40}){0,3}"
GIVEN = r"[^\W\d_a-z][\w'’.-]{0,30}(?:[ .]{1,2}[^\W\d_][\w'’.-]{0,30}){0,3}\.?"
TURNED = re.compile(rf"{FAMILY},\s?{GIVEN}")
ALONE = re.compile(r"[^\W\d_a-z][\w'’-]{1,40},\s?[^\W\d_a-z][^\W\d_]{1,30}(?: [A-Z]\.?){0,2}")
SHORT = re.compile(
    rf"(?<!\w)(?!and\b)(?P<family>{FAMILY}),\s?(?P<given>(?:[^\W\d_a-z]\.-?\s?){{1,4}})(?:[a-h\d](?:,[a-h\d]){{0,4}})?"
    r"(?=\W{0,4}(?:,|;|&|\band\b|$))"
)
# A word before the comma, and a given name with its initial behind it.
ONE_ALONE = re.compile(r"[^\W\d_a-z][\w'’-]{1,40},\s?[^\W\d_a-z][^\W\d_]{1,30}(?: [A-Z]\.?){1,2}")


def turned_names(text: str) -> tuple[str, ...]:
    """The names as printed, none unless semicolons part them and each has a comma of its own."""
    if ";" not in text and len(short := _with_initials(text)) > 1:
        return short
    names = [name for name in _bare_names(text.split(";")) if name]
    return tuple(names) if _are_turned(names) else ()


def _with_initials(text: str) -> tuple[str, ...]:
    """Fernhill, A.B.a, Marsh, D. and Brook, C.b: a comma within each name and one behind it."""
    names = tuple(f"{found['family']}, {found['given'].strip()}" for found in SHORT.finditer(text))
    rest = SHORT.sub("", text)
    return names if re.fullmatch(r"(?:\W|\band\b)*", rest) else ()


def turned_alone(text: str) -> str | None:
    """The name of a text that is one word, a comma and a given name, None if it is more."""
    name = _bare(text)
    return name if ALONE.fullmatch(name) else None


def _are_turned(names: Sequence[str]) -> bool:
    """The last may be a group, which has no comma, or half a name where a line ends."""
    *others, last = names or [""]
    if not others:
        return ONE_ALONE.fullmatch(last) is not None
    ends_so = "," in last or len(others) > 1 or " " not in last
    return ends_so and all(map(TURNED.fullmatch, others))


def _bare_names(parts: Sequence[str]) -> list[str]:
    """The names without marks; single letters go only if all that bear no other mark have one."""
    named = [_without_asides(part) for part in parts]
    unmarked = [name for name in named if "," in name and not _is_marked(name)]
    is_list = len(unmarked) >= FEWEST_ALIKE or any(map(LETTERED.search, named))
    if is_list and all(map(GLUED.search, unmarked)):
        named = [GLUED.sub("", name) if name in unmarked else name for name in named]
    return [_bare(SMALL_INITIAL.sub(r"\g<initial>", name)) for name in named]


def _is_marked(name: str) -> bool:
    return bool(MARKS.search(name) or SMALL_INITIAL.search(name))


def _without_asides(part: str) -> str:
    return ASIDE.sub(" ", part).strip(" ,*✉")


def _bare(part: str) -> str:
    name = MARKS.sub("", _without_asides(part))
    name = re.sub(r"\s+", " ", name).strip(" ,*")
    name = re.sub(r"(?<=[^\W\d_] )[i-z]$", lambda small: small.group().upper(), name)
    return re.sub(r"(?<=[^\W\d_A-Z])\.$", "", name)
