"""Text as screens, keyboards and OCR engines deliver it, made plain enough for patterns."""

import functools
import re
import unicodedata

THAI_DIGITS = str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789")
DASHES = dict.fromkeys(map(ord, "‐‑‒–—―−﹣－"), "-")
MARKS = str.maketrans("：；，（）［］．／？！“”„‟‘’‚‛′", ":;,()[]./?!\"\"\"\"'''''")
# Engines make an ∅ of the capital; cells of a table, which a tab parts, are words apart.
PLAIN_SIGNS: dict[int, int | str] = {**DASHES, **MARKS, **THAI_DIGITS, **str.maketrans("∅\t", "Ø ")}
# Raised figures are footnote marks; ordinary normalisation would make them part of the word.
RAISED = "¹²³⁰⁴⁵⁶⁷⁸⁹"
# Letters that carry their accent across themselves, and so do not come apart.
STROKED = str.maketrans("ŁłØøĐđĦħıŦŧ", "LlOoDdHhiTt")
# An earlier Buddhist year than this is not on any page that people photograph.
FIRST_BUDDHIST_YEAR = 2400
BUDDHIST_ERA = 543
# Vowels and tones, the only ones that can stand in two orders.
THAI_SIGNS = re.compile(r"[\u0e31-\u0e4e]")
THAI_LETTERS = re.compile(r"[\u0e01-\u0e2e][\u0e01-\u0e4e]")
# Words of abbreviated journals that engines glue to the word before them.
JOURNAL_WORD = r"(?:Med|Res|Sci|Clin|Surg|Rev|Dis|Ther|Health|Biol|Nurs|Care|Educ|Oncol|Soc|Assoc)"
# lmpact, ls, lonic at the start, where no word begins with l and a consonant; lgG, lL-6 anywhere.
SMALL_FOR_CAPITAL = re.compile(
    r"^l(?=[bcdfgmnrstvxz](?:[a-z]|\s)|oni[csz]|odi[dn])(?!\w{0,20}[A-Z])"
    r"|\bl(?=g[AEGM]\d?\b|L-\d)|(?<=\s)l(?=oni[csz]|odi[dn]|mm[aeou]|nt[er]|nf[el]|mp[alr]|ns[tu])"
)
# UItrasound, CIinical: no word begins with two capitals and goes on in small letters.
CAPITAL_FOR_SMALL = re.compile(r"(?<=\b[ABCEFGOPSU])I(?=[a-z]{3})")
LONGEST_TEXT = 20_000
# Runs of blanks say nothing, and patterns that allow for blanks would try each of them.
GAP = re.compile(r"[^\S\n]{2,}|\n{3,}")
LONGEST_LINE = 300


def plain(text: str) -> str:
    """The text in NFC with one kind of dash, quote and digit, without what cannot be seen."""
    return _plain_line(text) if len(text) <= LONGEST_LINE else _made_plain(text)


@functools.lru_cache(maxsize=2048)
def _plain_line(text: str) -> str:
    """A page's lines are asked for by one layout after the other."""
    return _made_plain(text)


def _made_plain(text: str) -> str:
    if text.isascii() and text.isprintable():
        text = text[:LONGEST_TEXT]  # nothing but gaps to change, and most lines are so
        return GAP.sub(" ", text) if "  " in text else text
    text = unicodedata.normalize("NFC", text[:LONGEST_TEXT])
    text = text.translate(PLAIN_SIGNS)
    seen = text if text.isprintable() else "".join(filter(_is_seen, text))
    return GAP.sub(_narrowed, _thai_in_order(seen) if THAI_SIGNS.search(seen) else seen)


def _narrowed(gap: re.Match[str]) -> str:
    return "\n\n" if "\n" in gap.group() else " "


def one_line(text: str) -> str:
    """Without line breaks and double spaces."""
    return " ".join(text.split())


def repaired(text: str) -> str:
    """With what engines get wrong in words put right: lost spaces, i amid capitals, Il for II."""
    text = re.sub(r"(?<=\w{2}[,;:])(?=[A-Z]?[^\W\d_A-Z]{2}|an?\s)", " ", text)
    text = re.sub(r"(?<=[^\W\d_A-Z]s')(?=[^\W\d_A-Z]{3})", " ", text)
    text = re.sub(
        r"(?<=[a-z] )(?:I(?:l|Il|lI)|lll?)\b(?!')", lambda roman: "I" * len(roman.group()), text
    )
    text = CAPITAL_FOR_SMALL.sub("l", SMALL_FOR_CAPITAL.sub("I", text))
    text = re.sub(r"(?<=[A-Z]{2}-)y\b", "γ", text)  # IFN-y
    text = re.sub(r"\bNF-[Kk]B\b", "NF-κB", re.sub(r"\bIncRNA", "lncRNA", text))
    text = re.sub(r"(?<=[A-Z]{2})[ij](?=[A-Z])", lambda small: small.group().upper(), text)
    return re.sub(r"(?<=[^\W\d_A-Z]{2}[?!.)])(?=[A-Z][^\W\d_A-Z]{2})", " ", text)


def repaired_journal(name: str) -> str:
    """With the words of an abbreviated journal apart: JImag Sleep, Imag | Med, FictionalMed."""
    name = re.sub(r"(?<!\S)[/|](?=[a-z]{2})", "I", name)  # /sles, of a slanting I, and |sles
    name = re.sub(r"(?<=[a-z]{2})/(?=[a-z]|\s[a-z])", "l", name)  # Anna/s, of a slanting l
    name = re.sub(r"\bl(?=[bcdfgmnrstvxz][a-z]{2})", "I", name)  # no word begins like lmag
    name = CAPITAL_FOR_SMALL.sub("l", name)
    name = re.sub(r"\s?∫\s?|(?<=[a-z])/\s(?=[A-Z])", " J ", name)
    name = re.sub(r"\s[|\]]\s?(?=[A-Z])", " J ", re.sub(r"(?<=\b[A-Z]{2})j\b", "J", name))
    name = re.sub(rf"(?<=[a-z]{{4}})(?={JOURNAL_WORD}\b)", " ", name)
    name = re.sub(r"(?<=[a-z]{2})J(?=[A-Z][a-z]{2})", " J ", name)
    name = re.sub(r"\bJ(?=[A-Z][a-z])", "J ", name)
    return re.sub(r"(?<=[a-z])(?=J\b)|(?<=[A-Z]{2})(?=[A-Z][a-z]{2})", " ", name)


def lowered(text: str) -> str:
    """In small letters, each where it stood: of a Turkish capital I with a dot Python makes two."""
    return text.replace("\u0130", "I").lower()


def letters_of(text: str) -> str:
    """Only letters and digits, in lower case and without accents, to compare two readings."""
    bare = unicodedata.normalize("NFKD", text.translate(STROKED)).casefold()
    return re.sub(r"[\W_\u0300-\u036f]", "", bare)


def is_thai(text: str) -> bool:
    """Whether any of the text is in Thai letters."""
    return bool(THAI_LETTERS.search(text))


def common_era(year: str) -> str:
    """2562 becomes 2019; years of the Common Era stay."""
    number = int(year)
    return str(number - BUDDHIST_ERA if number >= FIRST_BUDDHIST_YEAR else number)


def _thai_in_order(text: str) -> str:
    """Thai in the one order and with the one spelling that NFC does not settle: นํ้า as น้ำ."""
    text = text.replace("เเ", "แ")
    text = re.sub(r"([\u0e48-\u0e4b])([\u0e31\u0e34-\u0e3a])", r"\2\1", text)
    text = re.sub(r"([\u0e31\u0e34-\u0e3a\u0e47-\u0e4d])\1+", r"\1", text)
    text = re.sub(r"\u0e4d([\u0e48-\u0e4b]?)\u0e32", "\\1\u0e33", text)
    return re.sub(r"([\u0e48-\u0e4b])\u0e4d\u0e32|\u0e33([\u0e48-\u0e4b])", "\\1\\2\u0e33", text)


def _is_seen(letter: str) -> bool:
    """Not control characters, zero-width ones and those that turn the direction of writing."""
    return letter == "\n" or unicodedata.category(letter) not in {"Cc", "Cf", "Co", "Cs", "Cn"}
