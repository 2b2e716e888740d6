"""The authors of a reference, told apart and written one way."""

import re
from collections.abc import Sequence

from chapwai.citations.references.runs import Run
from chapwai.citations.wording import one_line

# Anna, or Anna B.
GIVEN = re.compile(r"[^\W\d_][^\W\d_'-]+(?:-[^\W\d_]+)?(?:\s[A-Z]\.?){0,2}")
AND = re.compile(r"(?:,\s?|\s)(?:and|&|และ)\s")
# Meerwijk, M. Oakley, S.: what stands between the commas belongs to two people.
LOST_COMMA = re.compile(
    r"(?P<initials>(?:[^\W\d_a-z]\.[ -]?){1,4})\s?(?P<surname>[^\W\d_][\w' -]{1,40})"
)
# Meerwijk. M., Oakley, S.. Elm, F.: on bad photos commas are taken for stops,
STOP_FOR_COMMA = re.compile(
    r"(?<=[a-zß-ÿ]{3})\.\s?(?=[^\W\d_a-z]\b|[A-Z]{2,3} [A-Z][a-z])|(?<=\.)\.,?"
)
# and an initial for the figure that looks most like it.
FIGURE_FOR_INITIAL = re.compile(r"(?<=[a-zß-ÿ]{2},\s)[0158](?=\.)")
INITIALS_BY_FIGURE = str.maketrans("0158", "OISB")
# A. Marsh B. C. van Oak: where initials stand first, they begin another name.
INITIALS_FIRST = re.compile(r"[A-Z]\.[\s-]?")
LOST_COMMA_BEFORE_INITIALS = re.compile(
    r"(?<=[a-zß-ÿ]{2})\s(?=(?:[A-Z]\.[\s-]?){1,3}(?:[a-z]{2,4}\s){0,2}[A-Z][\w']{2})"
)
# Fernhill MjD and Brook x: engines see small letters where the capital has the same shape,
SMALL_INITIALS = re.compile(r"(?<=\w[ ,])\s?(?:[A-Zj]{0,3}j[A-Zj]{0,3}|[cosuvwxz])(?=[\s,;.]|$)")
# and so in p Fernhill, s Brook.
SMALL_INITIAL_FIRST = re.compile(r"(?:^|(?<=, ))[copsuvwxz](?= [A-Z][a-z])")
# MarshD, no space,
GLUED_INITIALS = re.compile(r"(?<=[a-zß-ÿ])(?=[A-Z]{1,3}(?:[,;.]|$))")
# and no dot on the capital of a Turkish name.
UNDOTTED = re.compile(r"\b[iÍÌ](?=[a-zçöü]{0,12}[ğışİ])")
# Engines see the dotless letter of such a name as a lowered figure, once or wherever it stands.
LOWERED_FIGURE = re.compile(r"[^\W\d_][\w₁¹]{0,24}[₁¹][\w₁¹]{1,24}")
DOTLESS = str.maketrans("i₁¹", "ııı")
SUFFIXES = {"Jr", "Sr", "II", "III", "Jr.", "Sr."}
THAI_TITLE = re.compile(
    r"^(?:(?:นพ|พญ|ทพ|ทพญ|ภก|ภญ|พว|ดร|ผศ|รศ|ศ|อ)\.\s{0,2}|นางสาว|นาย|นาง(?=[\u0e01-\u0e4e]{3})){1,4}\s?"
)
MOST_INITIALS = 4


def authors_in(text: str, runs: Sequence[Run]) -> tuple[str, ...]:
    """Every author once, in order, the surname's comma and titles left out."""
    names = (_name(piece) for piece in _printed_names(text, _first_list(runs)))
    return tuple(dict.fromkeys(name for name in names if sum(map(str.isalpha, name)) >= 2))


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
    """The names as printed: the marks of the list part them, or else the model."""
    if not runs:
        return []
    block = legible_names(text[runs[0].start : runs[-1].end])
    if ";" in block:
        pieces = block.split(";")
    elif INITIALS_FIRST.match(block):
        pieces = LOST_COMMA_BEFORE_INITIALS.sub(",", AND.sub(",", block)).split(",")
    else:
        pieces = _paired(block) or [legible_names(run.within(text)) for run in runs]
    return [name for piece in pieces for name in _parted(piece)]


def legible_names(text: str) -> str:
    """The names with the letters put right that engines read as others or as figures."""
    text = STOP_FOR_COMMA.sub(", ", text)
    text = FIGURE_FOR_INITIAL.sub(lambda one: one.group().translate(INITIALS_BY_FIGURE), text)
    text = LOWERED_FIGURE.sub(lambda name: name.group().translate(DOTLESS), text)
    for small in (SMALL_INITIALS, SMALL_INITIAL_FIRST):
        text = small.sub(lambda initials: initials.group().upper(), text)
    return UNDOTTED.sub("İ", GLUED_INITIALS.sub(" ", text))


def _paired(block: str) -> list[str]:
    """The names of a list whose surnames and given names all stand between commas."""
    pieces = [piece.strip() for piece in AND.sub(",", block).split(",") if piece.strip()]
    if any(is_initials(piece) for piece in pieces):
        return _with_their_initials(pieces)
    return _turned_round(pieces)


def _with_their_initials(pieces: Sequence[str]) -> list[str]:
    """Marsh, D., Oak, E. F., Garden Group: initials belong to the surname before them."""
    names: list[str] = []
    for piece in pieces:
        if names and (is_initials(piece) or piece in SUFFIXES):
            names[-1] += f", {piece}"
        elif names and not _has_initials(names[-1]) and (two := LOST_COMMA.fullmatch(piece)):
            names[-1] += f", {two['initials']}"
            names.append(two["surname"])
        else:
            names.append(piece)
    return names


def _turned_round(pieces: Sequence[str]) -> list[str]:
    """Marsh, Dora, Oak, Ed B, and Elm, Flo: every name turned round, and commas between all."""
    families, givens = pieces[::2], pieces[1::2]
    is_paired = len(pieces) >= 4 and len(families) == len(givens)
    if not is_paired or any(_has_initials(family) for family in families):
        return []
    if not all(GIVEN.fullmatch(given) for given in givens):
        return []
    return [f"{family}, {given}" for family, given in zip(families, givens, strict=True)]


def is_initials(text: str) -> bool:
    """Whether it is A. B., A.-B., AB, or Š, and no more than a few."""
    # Engines see 1 and l where a lone I is printed.
    words = ["I" if word in ("1", "l") else word for word in re.findall(r"[^\W_]+", text)]
    are_short = len(words) == 1 or all(len(word) <= 2 for word in words)
    letters = "".join(words)
    return letters.isalpha() and letters.isupper() and are_short and len(letters) <= MOST_INITIALS


def _has_initials(text: str) -> bool:
    return any(is_initials(word) for word in text.split())


def _parted(text: str) -> list[str]:
    """Two people whose comma was lost, or to whom the model gave one name."""
    before, comma, after = text.partition(",")
    if comma and _has_initials(before) and re.search(r"[^\W\d_]{3}", after):
        return [before, *_parted(after)]
    words = text.split()
    for n in range(2, len(words) - 1):
        starts_another = is_initials(words[n - 1]) and not is_initials(words[n])
        if starts_another and not is_initials(words[0]) and is_initials(words[-1]):
            return [" ".join(words[:n]), " ".join(words[n:])]
    return [text]


def _name(text: str) -> str:
    text = one_line(text).strip(" ,;:&").removesuffix("และคณะ").strip(" ,")
    text = re.sub(r"(?<=[^\W\d_]\.)(?=[^\W\d_]{2})", " ", THAI_TITLE.sub("", text))
    family, comma, given = (piece.strip() for piece in text.partition(","))
    if not comma or not given:
        return family
    initials, _, suffix = given.partition(",")
    if any(is_initials(word) for word in (initials, *initials.split()[:1])):
        return one_line(f"{family} {initials} {suffix}")
    return one_line(f"{given.replace(',', '')} {family}")
