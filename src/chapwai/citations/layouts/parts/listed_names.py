"""The names of the people on the lines of a list's item, in all the ways lists write them."""

import functools
import re
from collections.abc import Sequence

from chapwai.citations.degrees import DEGREES
from chapwai.citations.lines import Line
from chapwai.citations.names import GROUP_WORDS, SMALL_WORDS
from chapwai.citations.references.authors import is_initials, legible_names
from chapwai.citations.wording import one_line, plain

# Brook, d'Oakley, al-Marsh, A.B.
NAME_WORD = re.compile(r"^(?:[a-z]{1,3}['-])?[^\W\d_a-z][\w'.-]{0,24}$|^(?:[^\W\d_]\.-?){1,4}$")
ETC = re.compile(
    r"(?i)[\s,;]{0,4}(?:\bet(?:\.? ?al\b\.?|$)|\.\.+|…|\+\d+ (?:more|authors?)|"
    r"(?:,\s?)?(?:\band|&) others\b).*$"
)
# Fernhill. A.B.. Stonebrook, C.: the comma before initials or behind them, read as a stop.
STOP_FOR_COMMA = re.compile(
    r"(?<=[a-z]{2})\.(?=\s?[^\W\d_a-z]\.)|(?<=[^\W\d_a-z]\.)\.(?=\s?[^\W\d_a-z][\w'-]{1,24}[.,])"
)
BY = re.compile(r"(?i)^\W*(?:by|authors?)\b\s*:?\s*")
# Fernhill, A.B., Stonebrook, C.
TURNED_NAME = re.compile(
    r"([^\W\d_][\w' .-]{0,40}?),\s?((?:[^\W\d_a-z]\.[\s-]?){1,4}[^\W\d_a-z]?)"
    r"(?=\s?[,;&]|\s?and\b|\s?$|\s?[^\W\d_a-z][\w'-]{1,24},)"
)
PARTICLES = r"(?:(?:[Vv][ao]n|[Dd](?:e|en|er|el|i|a|os|u)|[Ll][ae]|[Ee]l|[Aa]l|[Tt]e[nr])\s){0,3}"
# Fernhill, Anna B: one author, as catalogues have it.
TURNED_ALONE = re.compile(
    rf"^{PARTICLES}[^\W\d_a-z][\w'-]{{1,24}}, [^\W\d_a-z][\w'-]{{1,24}}"
    r"(?: [^\W\d_a-z][\w'-]{1,24})?(?: [A-Z]\.?)?$"
)
# Fernhill. Anna, of a list with semicolons.
TURNED_WHOLE = re.compile(
    rf"(?P<family>{PARTICLES}[^\W\d_][\w'-]{{1,24}}(?:[ -][^\W\d_a-z][\w'-]{{1,24}}){{0,2}})[.,]\s?"
    r"(?P<given>[^\W\d_a-z][\w'-]{0,24}(?:[ -][^\W\d_a-z][\w'-]{0,24}|\.?\s?[^\W\d_a-z]\.){0,2})"
)
SMALL_I = re.compile(r"^[il](?=[bcdfghkmnpqrstvz])(?!\w{0,12}[ğış])")  # ibrahim, lbrahim
BETWEEN_TURNED = re.compile(r"\s?[;:]{1,2}\s?(?=[^\W\d_])")
# Fewer parts with colons between them may be a title.
FEWEST_PARTS_WITHOUT_SEMICOLON = 3
BEGINS_WITH_INITIAL = re.compile(rf"(?:[^\W\d_a-z]\.[ -]?){{1,4}}\s?{PARTICLES}[^\W\d_a-z][\w'-]")
TURNED_BEFORE_COLON = re.compile(r",\s?(?:[^\W\d_a-z]\.?\s?){1,3}:")
WITH_INITIALS = re.compile(r"[^\W\d_a-z][\w'’-]{2,24} [A-Z]{1,3}\b")
BETWEEN = re.compile(r"\s*[;,|·•]\s*(?:(?:and|&)\s)?|\s(?:and|&)\s|\.\s*;\s*")
# No list of names has these, unless it is a group's.
NOT_OF_NAMES = re.compile(
    r"[?:]|\b(?:the|in|with|from|among|after|during|versus|of|for|on|to|by|its|as)\b"
)
MOST_NAME_WORDS = 5
MOST_WORDS_ALONE = 3
# Of all parts of a list of names so many must look like names: engines misread some.
LEAST_NAMES = 0.65


@functools.lru_cache(maxsize=2048)
def are_names(text: str) -> bool:
    """Whether most parts of a text are names: engines misread some."""
    bare = _legible(text)
    if NOT_OF_NAMES.search(bare) and not GROUP_WORDS.search(bare):
        return False
    parts = [part for part in BETWEEN.split(bare) if part]
    names = [part for part in parts if _could_be_name(part)]
    if len(parts) == 1:
        return bool(names) and _has_initial(parts[0])
    return bool(names) and len(names) >= LEAST_NAMES * len(parts)


@functools.lru_cache(maxsize=2048)
def are_clear_names(text: str) -> bool:
    """Whether a text lists names, and nothing else begins so: initials, or several whole names."""
    bare = _legible(text)
    are_listed = re.search(r"\w[,;·|] \w", bare) and len(bare.split()) > MOST_WORDS_ALONE
    return are_names(text) and (_has_initial(bare) or bool(are_listed))


def is_one_name(text: str) -> bool:
    """Whether a text is one person's whole name and nothing else."""
    bare = _legible(text)
    return 1 < len(bare.split()) <= MOST_WORDS_ALONE and "," not in bare and _could_be_name(bare)


def hold_names(text: str) -> bool:
    """Whether most of a text is surnames with initials, the commas between them lost or not."""
    bare = _legible(text)
    found = WITH_INITIALS.findall(bare)
    words = sum(len(name.split()) for name in found)
    return len(found) > 1 and words >= LEAST_NAMES * len(bare.split())


def could_end_names(text: str) -> bool:
    """Whether a text may be what is left of a list of names on its last line."""
    bare = _legible(text)
    return len(bare.split()) <= MOST_WORDS_ALONE and _could_be_name(bare)


def end_with_whole_name(text: str) -> bool:
    """Whether the last of a list's names is one turned round, and nothing else stands behind it."""
    return bool(TURNED_WHOLE.fullmatch(BETWEEN_TURNED.split(_legible(text))[-1]))


def listed_names(lines: Sequence[Line]) -> tuple[str, ...]:
    """The names on the lines, in page order."""
    return listed_names_in("\n".join(line.text for line in lines))


def listed_names_in(text: str) -> tuple[str, ...]:
    """The names of a text; semicolons stand between names that are turned round."""
    bare = _with_lost_marks(_legible(text))
    if TURNED_ALONE.match(bare):
        return (bare,)
    is_turned = ";" not in bare and not BEGINS_WITH_INITIAL.match(bare)
    turned = TURNED_NAME.findall(bare) if is_turned else []
    if turned:
        return tuple(f"{family} {given.strip(' .')}." for family, given in turned)
    parts = re.split(r"\s*;\s*|\s(?:and|&)\s" if ";" in bare else BETWEEN, _parted(bare))
    names = [name for part in _joined(parts) if len(name := _tidy(part)) > 1]
    if sum(name.endswith(".") for name in names) == 1:
        names[-1] = names[-1].rstrip(".")  # the sentence's, as no initial has one
    return tuple(names)


def _joined(parts: Sequence[str]) -> list[str]:
    """Each name with the initials and without the degrees that a comma parts from it."""
    names: list[str] = []
    for part in parts:
        whole, *behind = re.split(r",\s?", part)
        is_person = len(whole.split()) > 1 and bool(behind)
        bare = whole if is_person and all(map(DEGREES.fullmatch, behind)) else part
        if names and is_initials(bare) and "," not in names[-1]:
            names[-1] += f", {bare}"
        else:
            names.append(bare)
    return names


def _with_lost_marks(names: str) -> str:
    """With the marks between turned names that engines lose or see as others."""
    whole = re.sub(r"(?<=\w)-\s(?=[^\W\d_])", "-", names)  # a name broken at its hyphen
    if ";" not in whole and not TURNED_BEFORE_COLON.search(whole):
        return whole.replace(":", ",")
    whole = re.sub(r"(?<=[^\W\d_a-z])\.?:\s?", ".; ", whole)
    return re.sub(
        r"(?<=[ ,.][^\W\d_a-z])\.? (?=[^\W\d_a-z][\w'-]{1,24}, ?[^\W\d_a-z]\b)", ".; ", whole
    )


def _parted(names: str) -> str:
    """With the commas that engines lose between initials and the next surname: Ngo HM Grey Z."""
    return re.sub(
        r"(?<=[^\W\d_A-Z] )([A-Z]{1,3})\.? (?=[A-Z][^\s,]{1,24} [A-Z][A-Za-z]{0,2}(?:,|$))",
        r"\1, ",
        names,
    )


def _tidy(name: str) -> str:
    """Without the punctuation around it; what can only be an initial is made one."""
    name = name.strip(" ,;:*")
    name = re.sub(r"(?<=\s)[l1](?=[A-Z]{0,2}\.?$)", "I", name)
    return name if re.search(r"(?:^|[\s.,-])[^\W\d_a-z]\.$", name) else name.strip(" .")


@functools.lru_cache(maxsize=2048)
def _legible(text: str) -> str:
    """The names without what stands around them, and with what can only be a J as one."""
    return legible_names(re.sub(r"(?<=[ A-Z][A-Z])\](?=[,;.]|$)", "J", _bare(text)))


def _bare(text: str) -> str:
    whole = STOP_FOR_COMMA.sub(",", BY.sub("", one_line(plain(text))))
    return _with_semicolons(ETC.sub("", whole).strip(" ,;:"))


def _with_semicolons(text: str) -> str:
    """Whole names turned round with the marks that lists of them have: Brook. Anna : Marsh, Tom"""
    parts = BETWEEN_TURNED.split(text)
    turned = [TURNED_WHOLE.fullmatch(part) for part in parts]
    count = sum(map(bool, turned))
    is_clear = ";" in text and count >= LEAST_NAMES * len(parts)
    if len(parts) < 2 or not (is_clear or FEWEST_PARTS_WITHOUT_SEMICOLON <= len(parts) == count):
        return text
    return "; ".join(
        f"{SMALL_I.sub('I', name['family'])}, {name['given']}" if name else part
        for name, part in zip(turned, parts, strict=True)
    )


def _could_be_name(part: str) -> bool:
    words = part.split()
    return 0 < len(words) <= MOST_NAME_WORDS and all(
        NAME_WORD.match(word) or word.lower() in SMALL_WORDS for word in words
    )


def _has_initial(part: str) -> bool:
    return bool(re.search(r"(?<!\w)[A-Z]{1,3}\b\.?", part))
