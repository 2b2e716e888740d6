"""The words of a field as the reference has them, without what engines and styles add."""

import re

from chapwai.citations.references.runs import Run
from chapwai.citations.references.vocabulary import JOURNAL
from chapwai.citations.source_patterns import MONTH
from chapwai.citations.wording import one_line, repaired, repaired_journal

# A line break within a word leaves its hyphen and a space behind.
BROKEN_WORD = re.compile(r"(?<=[a-z]{2})- (?=[a-z]{2})(?!and\b|or\b|to\b)")
# UIcers, AIcohol, IIl: a capital I behind the first letter of a word is an l.
CAPITAL_FOR_L = re.compile(r"(?<=\b[A-Z])I(?=[a-z]{3})|(?<=\bI)I(?=l\b)")
# phase lI and type Il are numerals; lt, ln, ls and lf are no words.
NUMERAL = re.compile(
    r"\bl[lI]?I\b|(?<=\b[Pp]hase )11\b|"
    r"(?<=\b(?:phase|stage|grade|class|level)\s)[Il]{2,3}\b|\bl(?=[tnsf]\b)"
)
# Italics lean so far that engines take letters for signs: ∫ Sleep, North /sles, High/ Surg, Reν.
SIGN_FOR_J = re.compile(r"\s?[∫」]\s?")
# Between words with capitals, and numbers behind them: Meridian / Sleep Res. 2019
# or behind the stop of a title.
LONE_J = re.compile(
    rf"(?<=[a-z]\s)/(?=\s(?!{MONTH}\b)(?:[A-Z][A-Za-z]{{0,15}}\.?\s){{1,8}}\d)"
    r"|(?<=[a-z][.?!]\s)/(?=\s[A-Z])"
)
INITIAL_J = re.compile(r"(?<=[\s\".])/(?=[A-Z][a-z]{2})")
LEANING_J = re.compile(r"(?<=\b(?:Int|Eur))/\s?|(?<=\s)/(?=\s)|^/\s?(?=[A-Z])")
LEANING_I = re.compile(r"(?<=[\s\"])/(?=[a-z]{2})")
LEANING_L = re.compile(r"(?<=[A-Za-z])/(?=[a-z]{2})")
# Menta/ Health, eClinica/ Insights: no J follows what can only be an adjective.
ENDS_ADJECTIVE = re.compile(
    r"(?i)(?:ent|ion|tur|ner|ourn|oci|ren|neur|vir|"
    r"(?:clin|med|surg|crit|log|chem|trop|phys|techn|pract)ic)a$"
)
LAST_SIGN = re.compile(r"(?P<word>[A-Za-z]{2,20})/(?=\s|$)")
# A name says once what kind of publication it is.
KIND = re.compile(
    r"(?i)\b(?:J|Journal|Arch|Archives|Ann|Annals|Acta|Rev|Reviews?|Trans|Bull|Lett|Letters|Proc|Q)\b"
)
# Detection?A Benchmark of12 Systems. The J of journals sticks to the word before: IntJ Nurs.
LOST_SPACE = re.compile(
    r"(?<=[a-z]{3}[?!])(?=[A-Z])|(?<=\sof)(?=\d)|(?<=[\s?!]A)(?=[A-Z][a-z]{3})"
    r"|(?<=\b[A-Z][a-z]{2})(?=J\s[A-Z])"
)
GREEK_FOR_LATIN = re.compile(r"(?<=[A-Za-z])ν|ν(?=[a-z])")


def legible(text: str) -> str:
    """The text with the signs put right that part words, before anything is told apart."""
    text = LONE_J.sub("J", SIGN_FOR_J.sub(" J ", text))
    text = LEANING_I.sub("I", INITIAL_J.sub("J ", text))
    return LOST_SPACE.sub(" ", text)


def title_in(text: str, run: Run) -> str | None:
    """The title without the sentence's own stop; question marks stay."""
    title = BROKEN_WORD.sub("", run.within(text))
    title = NUMERAL.sub(lambda numeral: "I" * len(numeral.group()), title)
    return _tidy(repaired(CAPITAL_FOR_L.sub("l", title)))


def journal_in(text: str, run: Run) -> str | None:
    """The journal's name, its words apart."""
    name = legible(BROKEN_WORD.sub("", run.within(text)))
    name = LEANING_L.sub("l", LEANING_J.sub("J ", name))
    name = _with_kind(LAST_SIGN.sub(_with_last_letter, name))
    if "/" in name:
        return None
    name = re.sub(r"[^\W\d_]+", _without_false_accent, name)
    name = GREEK_FOR_LATIN.sub("v", name)
    return _tidy(repaired_journal(re.sub(r"(?<=[A-Za-z]\.)(?=[A-Z][a-z])", " ", name)))


def _with_last_letter(word: re.Match[str]) -> str:
    """Bio/ is Biol, and Law/ Law J: whichever are words of journals; else the sign stays."""
    is_journal_word = f"{word['word']}l".lower() in JOURNAL | {"transl"}
    if is_journal_word or ENDS_ADJECTIVE.search(word["word"]):
        return f"{word['word']}l"
    return f"{word['word']} J" if word["word"].lower() in JOURNAL else word.group()


def _with_kind(name: str) -> str:
    """Ghana/ Surg is Ghana J Surg, unless the name has its kind already: Ann High/ Surg."""
    if name.count("/") > 1:
        return name
    return LAST_SIGN.sub(r"\g<word>l" if KIND.search(name) else r"\g<word> J", name)


def _without_false_accent(word: re.Match[str]) -> str:
    """Scí as Sci, if journals have the word without the accent that leaning dots look like."""
    bare = word.group().replace("í", "i").replace("ì", "i")
    return bare if bare.lower() in JOURNAL else word.group()


def _tidy(text: str) -> str | None:
    tidied = one_line(text).strip(' .,;:-"')
    return _without_lone_quote(tidied) or None


def _without_lone_quote(text: str) -> str:
    """'use of 'tools' in towns' keeps its quotes; one that opens or closes nothing goes."""
    return text.strip("'").strip(" .,;:") if text.count("'") % 2 else text
