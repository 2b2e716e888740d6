"""The labels and the buttons on the lines of a list's item, by their words."""

import functools
import re

from rapidfuzz import fuzz, process

from chapwai.citations.wording import plain

CONTROLS = re.compile(
    r"(?i)^[^a-zก-๙]*(?:cite(?:\b|share)|cited by|(?:(?:pdf|html|linked|online)\s)?full[- ]?text|"
    r"show (?:more|less|abstract)|"
    r"related (?:art|doc|inf)|all \d+ versions|peer[- ]review|"
    r"get (?:it|access|rights|full)|find (?:it|full)|check (?:for|access)|doi\b|https?:|www\.|"
    r"pm[ci]+d\b|(?:[ep]-?)?issn\b|first published|published(?: online)?\s?:|"
    r"is part of|keywords\s?:|subjects?\s?:|"
    r"results? (?:\d|page\b|sort)|page \d|sort(?:ed)? by|received\s?:|accepted\s?:|"
    r"ask (?:me )?anything\b|(?:ask|send|type|write) (?:a|your) (?:message|question|reply|follow)|"
    r"unsubscribe|copyright|©|versions\W*$|articles?(?:\W*$|\sall \d))"
)
# Titles begin with these words too, but are longer than buttons, or say no more of the kind.
BUTTONS = re.compile(
    r"(?i)^[^a-zก-๙]*(?:share|save|show|view|pdf|html|abstract|extract|export|download|open access|"
    r"available|free (?:access|article|pmc|full)|add to|purchase|preview|request|permissions|"
    r"citations?|figures?|supplementary|published|keywords|subjects?|filter|received|accepted)\b"
)
MORE_BUTTONS = re.compile(r"(?i)\b(?:pdf|html|cite|cited|export|download|save|share|permissions)\b")
# Article • Open access: no title ends so.
LABEL = re.compile(r"(?i)[•·|]|\bopen access\b|\bearly access\b")
MOST_BUTTON_WORDS = 4
# What a site says to its visitors, and no title to its readers.
TO_VISITORS = re.compile(r"(?i)\bcookies\b|\byou (?:receive|have|may|are|can)\b|\byour (?!own)")
SHORTEST_LIKE_KIND, ALIKE = 6, 85
# The icon before such a label: IARTICLE.
ICON_BEFORE = re.compile(r"^[^\w]{0,2}[I|l](?=[A-Z]{4})")
# What kind of article it is stands over its title, in words like these and no others.
KIND_WORDS = {
    "original", "research", "review", "article", "articles", "paper", "papers", "open", "access",
    "free", "full", "editorial", "letter", "letters", "case", "report", "reports", "brief", "short",
    "communication", "communications", "systematic", "clinical", "trial", "commentary", "no",
    "perspective", "perspectives", "protocol", "journal", "published", "peer", "reviewed",
    "online", "conference", "pre", "proof", "in", "press", "first", "highly", "cited", "academic",
    "periodical", "magazine", "available", "hot", "choice", "and", "note", "meta", "analysis",
    "comment", "intervention", "diagnostic",
    "correspondence", "viewpoint", "opinion", "feature", "news", "book", "chapter",
    "text", "abstract", "only",
    "o",  # a dot between the kind and who may read it
}  # fmt: skip


@functools.lru_cache(maxsize=2048)
def begins_with_control(text: str) -> bool:
    """Whether a line is a button, a link or a fact about the item rather than its title."""
    text = plain(text)
    is_control = CONTROLS.match(text) or (LABEL.search(text) and is_kind(text))
    return bool(is_control) or _is_button(text) or speaks_to_visitors(text)


def _is_button(text: str) -> bool:
    button = BUTTONS.match(text)
    if not button:
        return False
    is_short = len(text.split()) <= MOST_BUTTON_WORDS
    return is_short or bool(re.search(r"\d{4}", text) or MORE_BUTTONS.search(text, button.end()))


def speaks_to_visitors(text: str) -> bool:
    return bool(TO_VISITORS.search(plain(text)))


@functools.lru_cache(maxsize=2048)
def is_kind(text: str) -> bool:
    """Whether a line says only what kind of article follows, with or without its number."""
    words = re.findall(r"[^\W\d_]+", ICON_BEFORE.sub("", plain(text)).lower())
    return bool(words) and len(words) <= 8 and all(map(_is_kind_word, words))


def _is_kind_word(word: str) -> bool:
    """Whether it is one of them, misread in a letter perhaps: Aricle."""
    if word in KIND_WORDS or len(word) < SHORTEST_LIKE_KIND:
        return word in KIND_WORDS
    return process.extractOne(word, KIND_WORDS, scorer=fuzz.ratio, score_cutoff=ALIKE) is not None
