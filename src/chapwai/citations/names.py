"""Lists of authors, as pages print them."""

import functools
import re
from collections.abc import Sequence

from chapwai.citations.degrees import (
    DEGREE,
    DEGREES_BEHIND,
    LIKE_DEGREES,
    TITLE_BEFORE,
    without_degrees,
)
from chapwai.citations.lines import Line
from chapwai.citations.names_in_a_row import GLUED, are_names_apart, row_of_names
from chapwai.citations.raised_letters import without_raised_letters, without_raised_ones
from chapwai.citations.turned_names import turned_alone, turned_names
from chapwai.citations.wording import RAISED, one_line, plain

# Footnote figures, daggers and quotes that OCR makes of a raised 1. A figure behind a hyphen
# belongs to a name: the COVID-19 study group.
FOOTNOTES = re.compile(
    rf"[{RAISED}ªº*†‡§¶#®©✉☆★]+|\s(?:iD|ORCID)\b|\s?[\[(](?:[iIl]D|ORCID)[\])]|(?<![-\w])\d[\d,.\s]*(?=\D|$)"
    # The last mark is a dagger perhaps, which looks like a t.
    rf"|(?<=[^\W\d])\d{{1,2}}(?:[,.]\d{{1,2}})*t?(?![^\W{RAISED}])"
    # A raised 1, and an icon that looks like a Chinese character.
    r"|(?<=[^\W\d_]{2})\s?!(?=\s?[,;&])"
    r"|(?<=[a-zß-ÿ\d])\s?[\u2e80-\u9fff](?=\s*(?:[,;&\n.]|$))"
    r"|(?<=\w)(?:[ ,]+[a-h])+(?=\s*(?:[,;&\n·•|]|and\b|$))"
    r"|(?<=[^\W\d_]{2})[\"'](?=\s?(?:[,;&\n]|and\b|\.\s?[^\W\d_a-z]|$))"
)
# A name begins with a capital, and of those one looks like a t: tucja for Łucja.
STROKED_L = re.compile(r"(?:^|(?<=[,;]\s))t(?=[^\W\d_A-Z]{3,15} (?:[A-Z]\. ?)?[^\W\da-z])", re.M)
# A semicolon is easily read as a colon.
AFTER_DEGREE = re.compile(rf"(?<=[\s,])(?P<degree>{DEGREE}):(?=\s[A-Z])")
# Leo al-, whose surname stands on the next line.
BROKEN_PARTICLE = re.compile(r"\b[a-z]{1,3}-\s?$")
SEPARATED = re.compile(r"[,;&•·|]|\band\b")
SMALL_WORDS = {
    "and", "da", "das", "de", "del", "della", "den", "der", "di", "do", "dos", "du", "el",
    "for", "la", "le", "of", "on", "the", "ten", "ter", "van", "von", "zu", "behalf", "y", "e",
}  # fmt: skip
GROUP_WORDS = re.compile(
    r"(?i)\b(group|collaborat\w+|consortium|network|investigators?|committee|initiative|society|"
    r"association|team|alliance|trialists)\b"
)
NOT_NAMES = re.compile(
    r"(?i)\b(et al|affiliations?|(?<![^\W\d_] )collaborators?|expand|view all|"
    r"show (?:more|all|less)|(?<=\.\s)show$|"
    r"authors?\W*(?:information|notes?|info|(?:s\W)?\s?declarations?|$)|search for more|"
    r"see (?:more|all)|(?:all|view) authors?|free article|correspondence|"
    r"corresponding)\b.*|(?<=[^\W\d_])author (?:notes?|info)\b.*|"
    r"\+\s?\d{1,3}(?: more)? authors?\b.*"
)
LABEL = re.compile(
    r"^\s*(?:(?i:authors?(?: of (?:this|the) (?:article|paper))?\s*:|by\s*:)|"
    r"Authors?\s(?=[^\W\d_a-z]\w)|(?i:by)\b(?=\s*[A-Z])|"
    r"\[Article in [^\W\d_]{4,20}\]?|ผู้แต่ง\s*:|ผู้เขียน\s*:)\s*"
)
FOR_A_GROUP = re.compile(r"^(?:(?:and|for|on behalf of|representing)\s(?:the\s)?){1,2}(?=[A-Z])")
# The icon of a researcher's register or of mail, as engines spell it behind a whole name.
ICON = re.compile(r"(?<=[^\W\d]{2})\s+(?:[iIl][Dd]|ORCID|[o0®©@✉☆★◎●])$")
# The same read as a letter, which behind one word alone is somebody's initial.
ICON_LIKE_A_LETTER = re.compile(r"(?<=[^\W\d]{2})\s+[OD]$")
# What buttons, labels, dates and addresses say, and names do not.
NOT_OF_NAMES = re.compile(
    r"(?i)\b(abstract|access\w*|authors?|sec\.|accepted|advance|alert\w*|altmetric\w*|article\w*|available|browse|"
    r"cit(?:e|ed|ing|ation\w*)|college|contents?|copyright|crossref|department|doi|download\w*|"
    r"editor\w*|email|export|faculty|figures?|first|format|full|google|history|hospital|https?|"
    r"impact|information|institut\w+|introduction|issue\w*|journal\w*|keywords|licen[cs]e|log|"
    r"login|mendeley|menu|metrics|more|online|open|original|outline|pages?|paper|pdf|permissions|"
    r"peer-reviewed|print|publi(?:cation|shed|sh|sher)|purchase|received|recommend\w*|references|register|"
    r"reprints?|research|review\w*|revised|rights|save|school|science\w*|search|section\w*|share|"
    r"show|sign|special|statistics|submit|subscri\w+|supplement\w*|text|through|university|version|"
    r"view|views|news|jobs|campaigns|archive|education|vol(?:ume)?|your|january|february|march|april|june|july|august|september|october|"
    r"november|december|clinic|cent(?:er|re)|division|laborator\w+|medicine|health|study|trial|"
    r"methods|results|discussion|conclusions?|background|objectives?|advertisement|home|about|help|"
    r"acta|annals|archives|bulletin|letters|proceedings|quarterly|reports|transactions)\b"
)
NOT_IN_NAMES = re.compile(r"[%=+()<>?!:]|\d\s?°|\d{3}|\d-[a-z]")
JOINING = re.compile(
    r"\b(?:of|for|on|the|in|to|with|between|from|at|as|an|after|before|during|among|via|versus)\b"
    r"|\b[Aa]fter\b"
)
NAME = re.compile(r"[^\W\d_][^\W\d_'’.-]{0,40}(?:[ .'’-]{1,2}[^\W\d_][^\W\d_'’.-]{0,40}){1,5}\.?")
# The p of Mark Pᵇ, with the letter that leads to an address.
INITIAL_WITH_MARK = re.compile(r"[copsuvwxz][a-h]")
# Fernhill AB, with small words before it.
SURNAME_FIRST = re.compile(r"(?:[a-z]{1,3} ){0,2}[^\W\da-z]\S{1,29} [^\W\da-z]{1,3}")
LONGEST_NAME = 60
LONGEST_GROUP = 200


def names_on(lines: Sequence[Line]) -> tuple[str, ...]:
    """The names on lines of a page, where a name may go on on the next line."""
    texts = [plain(line.text) for line in lines]
    return _alone(texts) or _without_marks_between(texts) or names_in(_joined(texts))


def _joined(texts: Sequence[str]) -> str:
    return re.sub(r"(?<=\w)-\n", "-", "\n".join(texts))


def _alone(texts: Sequence[str]) -> tuple[str, ...]:
    """The only author, turned round: nobody is called by one word, let alone two people."""
    alone = turned_alone(texts[0]) if len(texts) == 1 else None
    return (alone,) if alone else ()


def _without_marks_between(texts: Sequence[str]) -> tuple[str, ...]:
    """Names a line each, or in a row with gaps between them."""
    bare = [FOOTNOTES.sub(" ", _without_ending(text)).strip() for text in texts]
    if any(SEPARATED.search(text) or GROUP_WORDS.search(text) for text in bare):
        return ()
    persons = tuple(one_line(text) for text in bare if text)
    return persons if are_names_apart(persons) else row_of_names(_joined(bare))


@functools.lru_cache(maxsize=2048)
def names_in(text: str) -> tuple[str, ...]:
    """The names in page order, as printed without footnote marks, degrees and "et al."."""
    listed = without_raised_ones(_without_ending(text.replace("∫", " J")))
    if turned := turned_names(listed.replace("\n", " ")):
        return turned
    persons, _, groups = listed.partition(";")
    if persons.count(".") == 1:
        persons = persons.rstrip(" .")  # the sentence's, as no initial has one
    separated = FOOTNOTES.sub(" , ", without_raised_letters(persons))
    separated = re.sub(r"\s(?:&|and)\s|(?<=[\w.])&\s?", ",", separated)
    parts = [*re.split(r"[,;•·|]", separated), *_divided(FOOTNOTES.sub(" ", groups))]
    names = (_tidy(name) for part in parts for name in _parted_by_line_end(part))
    return tuple(name for name in names if _could_be_name(name))


@functools.lru_cache(maxsize=2048)
def looks_like_names(text: str) -> bool:
    """Whether a line is nothing but names, rather than a title or an address."""
    without_marks = _without_ending(FOOTNOTES.sub(" ", text))
    words = re.findall(r"[^\W\d_][\w'.-]*", BROKEN_PARTICLE.sub("", without_marks))
    if not words or re.search(r"[:?!]", without_marks):
        return False
    proper = sum(map(_is_proper, words))
    return proper == len(words) and _could_be_first(words[0])


@functools.lru_cache(maxsize=2048)
def are_surely_names(text: str) -> bool:
    """Whether every part of a line is shaped like a name, and none like a label or an address.

    The first and the last may be what the ends of the line have left of a name.
    """
    if not looks_like_names(text):
        return False
    bare, names = _without_ending(text), names_in(text)
    persons = [name for name in names if not GROUP_WORDS.search(name)]
    if any(map(NOT_OF_NAMES.search, persons)):
        return False
    if turned_names(bare):
        return True
    return (
        not NOT_IN_NAMES.search(FOOTNOTES.sub(" ", bare))
        and (bool(GROUP_WORDS.search(bare)) or not JOINING.search(bare))
        and all(map(NAME.fullmatch, names[1:-1]))
        and any(map(NAME.fullmatch, names))
    )


def _could_be_first(word: str) -> bool:
    """Surnames begin with small words, written large more often than small: Le, El, van."""
    begins = word.lower() in {"de", "van", "von"} or word in {"Da", "Di", "Du", "El", "La", "Le"}
    return begins or word.lower() not in SMALL_WORDS


def _is_proper(word: str) -> bool:
    """A capital, a particle, or an initial that was read as a small letter, a mark behind it."""
    is_initial = (len(word.rstrip("'")) == 1 and word != "a") or INITIAL_WITH_MARK.fullmatch(word)
    # d'Arc, al-Noor, İnce
    has_particle = re.match(r"[a-z]{1,3}['-]{1,2}[A-Z]|i[^\W\dA-Z]{4}|j[^\W\dA-Z]{3}", word)
    return bool(word[0].isupper() or word.lower() in SMALL_WORDS or is_initial or has_particle)


def _divided(groups: str) -> list[str]:
    """Behind the first semicolon: persons with their degrees, or groups whose names hold commas."""
    parts = groups.split(";")
    return [piece for part in parts for piece in without_degrees(part)]


def _without_ending(text: str) -> str:
    text = AFTER_DEGREE.sub(r"\g<degree>;", STROKED_L.sub("Ł", LABEL.sub("", text)))
    return NOT_NAMES.sub("", text)


def _parted_by_line_end(part: str) -> list[str]:
    """Two whole names on two lines are two names, though the comma between them was not read."""
    before, _, after = part.strip().partition("\n")
    words = before.split()
    is_whole = len(words) > 1 and len(words[-1]) > 2 and words[-1].lower() not in SMALL_WORDS
    are_turned = SURNAME_FIRST.fullmatch(before) and SURNAME_FIRST.fullmatch(after.strip())
    if (is_whole and len(after.split()) > 1) or are_turned:
        return [before, *_parted_by_line_end(after)]
    return [one_line(f"{before} {after}")]


def _tidy(name: str) -> str:
    name = re.sub(r"\s*\.\s*$", "", name) if re.search(r"\w{3,}\s*\.\s*$", name) else name
    name = re.sub(r"\s?(?:…|(?:\.\s?){2,4})$", "", name)
    name = re.sub(r"^[^\w(]+|[^\w.)\u0e31-\u0e4e]+$", "", name)
    name = re.sub(r"\s+", " ", re.sub(r"(?<=\w)\s*-\s*(?=\w)", "-", name))
    name = _without_degrees(TITLE_BEFORE.sub("", FOR_A_GROUP.sub("", name)))
    return "" if LIKE_DEGREES.fullmatch(name) else _mended(_without_icon(name))


def _without_degrees(name: str) -> str:
    """What stands behind one word alone is somebody's initials: Fernhill MS."""
    bare = DEGREES_BEHIND.sub("", name)
    return bare if len(bare.split()) > 1 else name


def _without_icon(name: str) -> str:
    bare = ICON_LIKE_A_LETTER.sub("", name)
    return ICON.sub("", bare if len(bare.split()) > 1 else name)


def _mended(name: str) -> str:
    """Yuki j Crane, P JMerriweather: names begin with capitals and initials stand apart."""
    name = re.sub(r"(?<= )[a-z](?= [A-Z])(?<! [ey])", lambda small: small.group().upper(), name)
    name = re.sub(r"(?<= )i(?=[^\W\dA-Z]{4})", "İ", name)  # only the capital has a dot like it
    name = name if " " in name else GLUED.sub(" ", name)
    name = re.sub(r"['’]{2}", "'", name)
    name = re.sub(r"u(?=ü)|o(?=ö)|a(?=ä)", "", name)  # one letter read twice
    name = re.sub(r"(?<=[^\W\d_A-Z])(?=[A-Z]\.(?:\s|$))(?<!\bMc)", " ", name)
    name = re.sub(r"(?<= )j(?=[^\W\dA-Z]{3})", "J", name)
    return re.sub(r"(?<= )([A-Z])(?=[A-Z][a-z]{2})", r"\1 ", name)


def _could_be_name(name: str) -> bool:
    letters = sum(letter.isalpha() for letter in name)
    longest = LONGEST_GROUP if GROUP_WORDS.search(name) else LONGEST_NAME
    return letters >= 2 and len(name) <= longest
