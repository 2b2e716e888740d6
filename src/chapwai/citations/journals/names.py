"""Whether two names are one journal's: in full, abbreviated in ISO 4's manner, or by initials."""

import re
from functools import lru_cache

from rapidfuzz import fuzz

from chapwai.citations.cut_marks import is_cut, without_cut_mark
from chapwai.citations.journals.contractions import CONTRACTIONS, KNOWN_BY_LETTERS, STOP_WORDS
from chapwai.citations.misreading import differs_by_noise, folded
from chapwai.citations.wording import letters_of, plain

# London, England in brackets; an ISSN or a publisher's address never belongs to the name.
ADDITION = re.compile(r"\s*(?:\([^()]{0,80}\)|\[[^\[\]]{0,80}\])")
LEADING = re.compile(r"^(?:the|วารสาร)\s*", re.IGNORECASE)
LONGEST_NAME = 300
# How much alike (of 100) the letters of two names must be to be one name misread.
ALIKE = 75
# Names that are less alike than this have nothing to do with each other.
UNLIKE = 60
# A name cut by the page's edge says something from so many letters on.
FEWEST_LETTERS_OF_A_CUT = 12
# A contraction that does not end as its word ends needs so many letters: monbl, Monatsblätter.
FEWEST_LETTERS_OF_A_CONTRACTION = 5
# What stands before a name in the lists of NLM: AJR Am J Roentgenol.
FEWEST_INITIALS, MOST_INITIALS = 3, 6


def same_journal(one: str, other: str) -> bool:
    """Whether both are names of one journal; either may be abbreviated, cut ("…") or misread."""
    short, long = sorted((one, other), key=len)
    if is_cut(short) or is_cut(long):
        return _begins_alike(short, long)
    words, others = _words(short), _words(long)
    if not words or not others:
        return False
    return (
        "".join(words) == "".join(others)
        or _abbreviates(words, others)
        or _is_glued_abbreviation("".join(words), others)
        or _are_initials(words, others)
        or _is_misread(_letters(short), _letters(long))
    )


def unlike_journals(one: str, other: str) -> bool:
    """Whether the names can hardly be one journal's, however badly one of them was read."""
    if same_journal(one, other):
        return False
    if is_cut(one) or is_cut(other):
        return _begins_unlike(one, other)
    words, others = _words(one), _words(other)
    if not words or not others:
        return False
    is_alike = fuzz.ratio("".join(words), "".join(others)) >= UNLIKE
    return not is_alike and not _shares_most_words(words, others)


def _begins_alike(one: str, other: str) -> bool:
    """Compare as much as the shorter, cut name shows."""
    cut, whole = (one, other) if is_cut(one) else (other, one)
    letters = _letters(without_cut_mark(cut))
    if len(letters) < FEWEST_LETTERS_OF_A_CUT:
        return False
    return _is_misread(letters, _letters(without_cut_mark(whole))[: len(letters)])


def _begins_unlike(one: str, other: str) -> bool:
    """Whether a cut name shows enough to say that the other begins otherwise."""
    cut, whole = (one, other) if is_cut(one) else (other, one)
    letters, others = _letters(without_cut_mark(cut)), _letters(without_cut_mark(whole))
    if len(letters) < FEWEST_LETTERS_OF_A_CUT:
        return False
    pairs = zip(_words(without_cut_mark(cut)), _words(without_cut_mark(whole)), strict=False)
    is_alike = fuzz.ratio(letters, others[: len(letters)]) >= UNLIKE
    return not is_alike and not any(_is_short_for(word, two) for word, two in pairs)


@lru_cache(maxsize=4096)
def _words(name: str) -> tuple[str, ...]:
    """The telling words, bare: The J. of Ward Medicine (Oxford) → j ward medicine."""
    text = _bare(name)
    words = [word for word in re.split(r"[\s.,;/-]+", text) if not _is_stop_word(word)]
    return tuple(filter(None, map(letters_of, words or [text])))


def _letters(name: str) -> str:
    return folded(letters_of(_bare(name)))


def _bare(name: str) -> str:
    """The name without what is added before and behind it."""
    text = LEADING.sub("", ADDITION.sub("", plain(name[:LONGEST_NAME])))
    return re.split(r"\s[:=/]\s|:\s", text)[0].replace("&", " and ")


def _is_stop_word(word: str) -> bool:
    # A single capital is never a small word: the Y of Ann N Y Acad Sci.
    return word.lower() in STOP_WORDS and not (len(word) == 1 and word.isupper())


def _abbreviates(words: tuple[str, ...], others: tuple[str, ...]) -> bool:
    """Word for word, either side short: J Ward Med and Journal of Ward Medicine."""
    words, others = _without_initials(words, others), _without_initials(others, words)
    return len(words) == len(others) and all(map(_is_short_for, words, others))


def _without_initials(words: tuple[str, ...], others: tuple[str, ...]) -> tuple[str, ...]:
    """AJR Am J Roentgenol without its AJR, where the other name has one word less."""
    first, *rest = words
    initials = "".join(word[0] for word in rest)
    is_doubled = FEWEST_INITIALS <= len(first) <= MOST_INITIALS and first.startswith(initials[:3])
    return tuple(rest) if is_doubled and len(words) == len(others) + 1 else words


def _is_short_for(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    if long.startswith(short) or long in CONTRACTIONS.get(short, ()):
        return True
    return len(short) >= 3 and long[:2] == short[:2] and _is_contracted(short, long)


def _is_contracted(short: str, long: str) -> bool:
    """Letters left out in the middle: natl for national; sci is not short for scholarship."""
    letters = iter(long)
    is_within = all(letter in letters for letter in short)
    return is_within and (short[-1] == long[-1] or len(short) >= FEWEST_LETTERS_OF_A_CONTRACTION)


def _is_glued_abbreviation(letters: str, others: tuple[str, ...]) -> bool:
    """Engines lose spaces: JWard Med is J Ward Med, whose every word begins one of the other's."""
    reached = {0}
    for word in others:
        reached = {end for start in reached for end in _ends(letters, start, word)}
    return len(others) > 1 and len(letters) in reached


def _ends(letters: str, start: int, word: str) -> list[int]:
    """Where a beginning of the word may end that stands at this place of the letters."""
    longest = 0
    while letters[start + longest : start + longest + 1] == word[longest : longest + 1] != "":
        longest += 1
    is_initial = longest and any(word in full for full in CONTRACTIONS.get(word[0], ()))
    ends = [start + length for length in range(2, longest + 1)]
    return [start + 1, *ends] if is_initial or (longest and word == "journal") else ends


def _are_initials(words: tuple[str, ...], others: tuple[str, ...]) -> bool:
    """JAMA, BMJ: one word of capitals against the whole name."""
    short, long = sorted((words, others), key=len)
    if len(short) != 1 or len(long) < FEWEST_INITIALS:
        return False
    initials = "".join(word[0] for word in long)
    known = KNOWN_BY_LETTERS.get(short[0], "")
    return short[0] == initials or bool(known and "".join(long).startswith(known))


def _is_misread(one: str, other: str) -> bool:
    """Letters differ here and there, and no word is another word."""
    return fuzz.ratio(one, other) >= ALIKE and differs_by_noise(one, other)


def _shares_most_words(words: tuple[str, ...], others: tuple[str, ...]) -> bool:
    short, long = sorted((words, others), key=len)
    shared = sum(any(_is_short_for(word, other) for other in long) for word in short)
    return 2 * shared > len(long)
