"""What the lines of a list's item are, by their words: names, labels, buttons."""

import re
from collections.abc import Sequence

from chapwai.citations.lines import Line
from chapwai.citations.names import GROUP_WORDS, SMALL_WORDS
from chapwai.citations.references.authors import legible_names
from chapwai.citations.wording import one_line, plain

CONTROLS = re.compile(
    r"(?i)^[^a-zก-๙]*(?:cite\b|cited by|full[- ]?text|show (?:more|less|abstract)|"
    r"related (?:art|doc|inf)|all \d+ versions|peer[- ]review|"
    r"get (?:it|access|rights|full)|find (?:it|full)|check (?:for|access)|doi\b|https?:|www\.|"
    r"pm[ci]+d\b|first published|published(?: online)?\s?:|is part of|keywords\s?:|subjects?\s?:|"
    r"results? (?:\d|page\b|sort)|page \d|sort(?:ed)? by|received\s?:|accepted\s?:|"
    r"unsubscribe|copyright|©|versions\W*$|articles?(?:\W*$|\sall \d))"
)
# Titles begin with these words too, but are longer than buttons, or say no more of the kind.
BUTTONS = re.compile(
    r"(?i)^[^a-zก-๙]*(?:share|save|view|pdf|html|abstract|extract|export|download|open access|"
    r"available|free (?:access|article|pmc|full)|add to|purchase|preview|request|permissions|"
    r"citations?|figures?|supplementary|published|keywords|subjects?|filter|received|accepted)\b"
)
MORE_BUTTONS = re.compile(r"(?i)\b(?:pdf|html|cite|cited|export|download|save|share|permissions)\b")
MOST_BUTTON_WORDS = 4
# What a site says to its visitors, and no title to its readers.
TO_VISITORS = re.compile(r"(?i)\bcookies\b|\byou (?:receive|have|may|are|can)\b|\byour (?!own)")
# What kind of article it is stands over its title, in words like these and no others.
KIND_WORDS = {
    "original", "research", "review", "article", "articles", "paper", "papers", "open", "access",
    "free", "full", "editorial", "letter", "letters", "case", "report", "reports", "brief", "short",
    "communication", "communications", "systematic", "clinical", "trial", "commentary", "no",
    "perspective", "perspectives", "protocol", "journal", "published", "peer", "reviewed",
    "online", "conference", "pre", "proof", "in", "press", "first", "highly", "cited", "academic",
    "periodical", "magazine", "available", "hot", "choice", "and", "note", "meta", "analysis",
    "comment", "correspondence", "viewpoint", "opinion", "feature", "news", "book", "chapter",
}  # fmt: skip
# Brook, d'Oakley, al-Marsh, A.B.
NAME_WORD = re.compile(r"^(?:[a-z]{1,3}['-])?[^\W\d_a-z][\w'.-]{0,24}$|^(?:[^\W\d_]\.-?){1,4}$")
ETC = re.compile(r"(?i)[\s,;]{0,4}(?:\bet\.? ?al\b\.?|\.\.+|…|\+\d+ (?:more|authors?)).*$")
BY = re.compile(r"(?i)^\W*(?:by|authors?)\b\s*:?\s*")
# Fernhill, A.B., Stonebrook, C.
TURNED_NAME = re.compile(
    r"([^\W\d_][\w' .-]{0,40}?),\s?((?:[^\W\d_a-z]\.[\s-]?){1,4})"
    r"(?=\s?[,;&]|\s?and\b|\s?$|\s?[^\W\d_a-z][\w'-]{1,24},)"
)
# Fernhill, Anna B: one author, as catalogues have it.
TURNED_ALONE = re.compile(r"^[^\W\d_a-z][\w'-]{1,24}, [^\W\d_a-z][\w'-]{1,24}(?: [A-Z]\.?)?$")
BETWEEN = re.compile(r"\s*[;,|·•]\s*(?:(?:and|&)\s)?|\s(?:and|&)\s|\.\s*;\s*")
# No list of names has these, unless it is a group's.
NOT_OF_NAMES = re.compile(
    r"[?:]|\b(?:the|in|with|from|among|after|during|versus|of|for|on|to|by|its|as)\b"
)
MOST_NAME_WORDS = 5
MOST_WORDS_ALONE = 3
# Of all parts of a list of names so many must look like names: engines misread some.
LEAST_NAMES = 0.65


def begins_with_control(text: str) -> bool:
    """Whether a line is a button, a link or a fact about the item rather than its title."""
    text = plain(text)
    return bool(CONTROLS.match(text)) or _is_button(text) or speaks_to_visitors(text)


def _is_button(text: str) -> bool:
    button = BUTTONS.match(text)
    if not button:
        return False
    is_short = len(text.split()) <= MOST_BUTTON_WORDS
    return is_short or bool(re.search(r"\d{4}", text) or MORE_BUTTONS.search(text, button.end()))


def speaks_to_visitors(text: str) -> bool:
    return bool(TO_VISITORS.search(plain(text)))


def is_kind(text: str) -> bool:
    """Whether a line says only what kind of article follows, with or without its number."""
    words = re.findall(r"[^\W\d_]+", plain(text).lower())
    return bool(words) and len(words) <= 8 and all(word in KIND_WORDS for word in words)


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


def are_clear_names(text: str) -> bool:
    """Whether a text lists names, and nothing else begins so: initials, or several whole names."""
    bare = _legible(text)
    are_listed = re.search(r"\w[,;·|] \w", bare) and len(bare.split()) > MOST_WORDS_ALONE
    return are_names(text) and (_has_initial(bare) or bool(are_listed))


def could_end_names(text: str) -> bool:
    """Whether a text may be what is left of a list of names on its last line."""
    bare = _legible(text)
    return len(bare.split()) <= MOST_WORDS_ALONE and _could_be_name(bare)


def listed_names(lines: Sequence[Line]) -> tuple[str, ...]:
    """The names on the lines, in page order."""
    return listed_names_in("\n".join(line.text for line in lines))


def listed_names_in(text: str) -> tuple[str, ...]:
    """The names of a text; semicolons stand between names that are turned round."""
    bare = _with_lost_marks(_legible(text))
    if TURNED_ALONE.match(bare):
        return (bare,)
    turned = TURNED_NAME.findall(bare) if ";" not in bare else []
    if turned:
        return tuple(f"{family} {given.strip()}" for family, given in turned)
    parts = re.split(r"\s*;\s*|\s(?:and|&)\s" if ";" in bare else BETWEEN, _parted(bare))
    names = [name for part in parts if len(name := _tidy(part)) > 1]
    if sum(name.endswith(".") for name in names) == 1:
        names[-1] = names[-1].rstrip(".")  # the sentence's, as no initial has one
    return tuple(names)


def _with_lost_marks(names: str) -> str:
    """With the marks between turned names that engines lose or see as others."""
    whole = re.sub(r"(?<=\w)-\s(?=[^\W\d_])", "-", names)  # a name broken at its hyphen
    if ";" not in whole and ":" not in whole:
        return whole
    whole = re.sub(r"(?<=[^\W\d_a-z])\.?:\s?", ".; ", whole)
    return re.sub(
        r"(?<=[ ,.][^\W\d_a-z])\.? (?=[^\W\d_a-z][\w'-]{1,24}, ?[^\W\d_a-z]\b)", ".; ", whole
    )


def _parted(names: str) -> str:
    """With the commas that engines lose between initials and the next surname: Ngo HM Grey Z."""
    return re.sub(
        r"(?<=[^\W\d_A-Z] )([A-Z]{1,3})\.? (?=[A-Z][^\s,]{1,24} [A-Z]{1,3}(?:,|$))", r"\1, ", names
    )


def _tidy(name: str) -> str:
    """Without the punctuation around it; what can only be an initial is made one."""
    name = name.strip(" ,;:*")
    name = re.sub(r"(?<=\s)[l1](?=[A-Z]{0,2}\.?$)", "I", name)
    return name if re.search(r"(?:^|[\s.,-])[^\W\d_a-z]\.$", name) else name.strip(" .")


def _legible(text: str) -> str:
    """The names without what stands around them, and with what can only be a J as one."""
    return legible_names(re.sub(r"(?<=[ A-Z][A-Z])\](?=[,;.]|$)", "J", _bare(text)))


def _bare(text: str) -> str:
    return ETC.sub("", BY.sub("", one_line(plain(text)))).strip(" ,;")


def _could_be_name(part: str) -> bool:
    words = part.split()
    return 0 < len(words) <= MOST_NAME_WORDS and all(
        NAME_WORD.match(word) or word.lower() in SMALL_WORDS for word in words
    )


def _has_initial(part: str) -> bool:
    return bool(re.search(r"(?<!\w)[A-Z]{1,3}\b\.?", part))
